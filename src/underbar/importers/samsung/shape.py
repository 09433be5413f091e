"""What the files of Samsung Health look like.

A CSV begins with a line of the table's name, a version and a number; its header is the second line, and
each row ends with a comma more. Names of columns may begin with that of a table.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from underbar.importers.members import Piece
from underbar.importers.reading import Table

Kind = Literal["sleep", "stages", "weight", "hrv"]

KINDS: Final[dict[str, Kind]] = {
    "com.samsung.shealth.sleep": "sleep",
    "com.samsung.health.sleep": "sleep",
    "com.samsung.health.sleep_stage": "stages",
    "com.samsung.health.weight": "weight",
}
NEEDED: Final[dict[Kind, tuple[str, ...]]] = {
    "sleep": ("start_time", "end_time", "time_offset"),
    "stages": ("start_time", "end_time", "stage", "sleep_id"),
    "weight": ("start_time", "weight"),
}
_PREFIX: Final = re.compile(r"\Acom\.samsung\.s?health\.[a-z_]{1,40}\.")
_HRV: Final = "com.samsung.health.hrv/"


def kind_of(piece: Piece) -> Kind | None:
    """Which of the files that are read it is; None for any other."""
    if piece.is_json:
        return "hrv" if _HRV in piece.name.casefold() and b'"rmssd"' in piece.head else None
    return None if piece.table is None else kind_of_table(piece.table)


def kind_of_table(table: Table) -> Kind | None:
    """What a table holds; None for one that is not Samsung's, or not read."""
    kind = KINDS.get(table.header[0].casefold())
    names = columns_of(table)
    return kind if kind is not None and all(name in names for name in NEEDED[kind]) else None


def columns_of(table: Table) -> dict[str, int]:
    """The columns by their plain names; of two that have the same one, the one with the longer name."""
    header = [cell.strip().casefold() for cell in table.rows[0][1]] if table.rows else []
    found: dict[str, int] = {}
    for column, name in enumerate(header):
        plain = _PREFIX.sub("", name, count=1)
        if plain not in found or plain != name:
            found[plain] = column
    return found
