"""Whole Whoop exports to nights, resting pulse and HRV.

The main sleep of a cycle stands in the file of sleeps and in that of cycles: as the same stretch it
counts once. What Whoop asks in its journal is not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from underbar.importers.clocks import day_first_in
from underbar.importers.found import Asked, Found
from underbar.importers.gathering import Given, gather_rows
from underbar.importers.imported import WORKOUT, ImportRefused, Tally
from underbar.importers.members import Piece
from underbar.importers.reading import table_of
from underbar.importers.whoop.parser import given_of
from underbar.importers.whoop.shape import SLEEP, roles_of

JOURNAL: Final = "an answer of a journal"


def claims(piece: Piece) -> bool:
    """Whether Whoop wrote a file."""
    return piece.table is not None and roles_of(piece.table.header) is not None


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:
    """One sleep a row, with the readings of its cycle."""
    found = Found()
    for piece in pieces:
        with tally.reading(piece.name):
            _read_table(piece, asked, found, tally)
    return found


def _read_table(piece: Piece, asked: Asked, found: Found, tally: Tally) -> None:
    table = table_of(piece.read())
    roles = roles_of(table.header)
    if roles is None:
        raise ImportRefused("Its columns are not those of a Whoop export.")
    sleeps = roles.keys() >= SLEEP
    day_first = sleeps and day_first_in(
        row[roles["onset"]] for _, row in table.rows if len(row) > roles["onset"]
    )

    def understood(row: Sequence[str]) -> Given:
        if not sleeps:
            return WORKOUT if "workout" in roles else JOURNAL
        return given_of({role: row[column] for role, column in roles.items()}, asked, day_first=day_first)

    gather_rows(table, understood, found, tally)
