"""Whole wellness tables of intervals.icu.

HRV is RMSSD in one column and SDNN in another. The two are not alike, so a file gives one of them: RMSSD
where it has any.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from underbar.importers.found import Asked, Found
from underbar.importers.gathering import Given, gather_rows
from underbar.importers.imported import NOTES, ImportRefused, Tally
from underbar.importers.intervals_icu.parser import given_of
from underbar.importers.intervals_icu.shape import FELT, TEXTS, Role, columns_of, roles_of
from underbar.importers.members import Piece
from underbar.importers.reading import Table, table_of

OTHER_HRV: Final = "HRV as SDNN, beside RMSSD"
FELT_THERE: Final = "soreness, fatigue and mood, on scales of another app"


def claims(piece: Piece) -> bool:
    """Whether intervals.icu wrote a file."""
    return piece.table is not None and roles_of(piece.table.header) is not None


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:  # noqa: ARG001 - every source's door
    """One day a row."""
    found = Found()
    for piece in pieces:
        with tally.reading(piece.name):
            _read_table(piece, found, tally)
    return found


def _read_table(piece: Piece, found: Found, tally: Tally) -> None:
    table = table_of(piece.read())
    roles = roles_of(table.header)
    if roles is None:
        raise ImportRefused("Its columns are not those of intervals.icu's wellness.")
    hrv: Role = "rmssd" if _filled(table, roles.get("rmssd")) else "sdnn"
    beside = roles.get("sdnn") if hrv == "rmssd" else None
    texts, felt = (columns_of(table.header, names) for names in (TEXTS, FELT))

    def understood(row: Sequence[str]) -> Given:
        given = given_of({role: row[column] for role, column in roles.items()}, hrv)
        tally.left_out[NOTES] += sum(bool(row[column].strip()) for column in texts)
        tally.left_out[FELT_THERE] += sum(bool(row[column].strip()) for column in felt)
        tally.left_out[OTHER_HRV] += beside is not None and bool(row[beside].strip())
        return given

    gather_rows(table, understood, found, tally)


def _filled(table: Table, column: int | None) -> bool:
    return column is not None and any(row[column].strip() for _, row in table.rows if len(row) > column)
