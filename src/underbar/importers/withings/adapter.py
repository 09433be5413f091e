"""Whole Withings exports to nights and body weight.

`sleep.csv` sums up the raw states of the trackers: where both tell a night, it is the same night.
The pulse of a night is not called resting and is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from underbar.importers.found import Asked, Found
from underbar.importers.gathering import Given, gather_rows
from underbar.importers.imported import ImportRefused, Tally
from underbar.importers.members import Piece
from underbar.importers.reading import table_of
from underbar.importers.withings.parser import sleep_of, states_of, weight_of
from underbar.importers.withings.shape import kind_of, weight_unit


def claims(piece: Piece) -> bool:
    """Whether Withings wrote a file."""
    return piece.table is not None and kind_of(piece, piece.table) is not None


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:
    """One sleep, the states of a stretch of the night, or one weight a row."""
    found = Found()
    for piece in pieces:
        with tally.reading(piece.name):
            _read_table(piece, asked, found, tally)
    return found


def _read_table(piece: Piece, asked: Asked, found: Found, tally: Tally) -> None:
    table = table_of(piece.read())
    kind, unit = kind_of(piece, table), weight_unit(table)
    understood: Callable[[Sequence[str]], Given]
    if kind == "sleep":
        understood = partial(sleep_of, asked=asked)
    elif kind == "states":
        understood = partial(states_of, asked=asked)
    elif kind == "weight" and unit is not None:
        understood = partial(weight_of, unit=unit, asked=asked)
    else:
        raise ImportRefused("Its columns are not those of a Withings export.")
    gather_rows(table, understood, found, tally)
