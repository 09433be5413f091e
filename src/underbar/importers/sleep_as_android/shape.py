"""What an export of Sleep as Android looks like: each night is a header of its own, a row, and perhaps rows
of noise with blank first cells. The columns behind `Geo` are times and events, another number each night."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

NEEDED: Final = ("id", "tz", "from", "to", "hours")


def columns_of(row: Sequence[str]) -> dict[str, int] | None:
    """The columns by their names, where the row is a header; else None."""
    names = [cell.strip().casefold() for cell in row[:20]]
    if names[:1] != ["id"] or not all(name in names for name in NEEDED):
        return None
    return {name: names.index(name) for name in (*NEEDED, "comment", "lenadjust") if name in names}
