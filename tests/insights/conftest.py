"""The generators and the reckoning of `make calibrate` are used by these tests in a smaller way."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "calibration"))
