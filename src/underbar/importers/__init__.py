"""Bytes of another app's export → entries of the diary. One door: `read`."""

from __future__ import annotations

from underbar.importers.door import read
from underbar.importers.imported import Imported, ImportRefused, NeedsUnit, RowProblem, Seen

__all__ = ["Imported", "ImportRefused", "NeedsUnit", "RowProblem", "Seen", "read"]
