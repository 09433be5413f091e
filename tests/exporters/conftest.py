"""The strategies that make entries of every kind lie beside the tests of the diary."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "diary"))
