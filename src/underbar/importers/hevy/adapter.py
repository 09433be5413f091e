"""Whole Hevy exports to their sets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from underbar.importers.alike import sets_of
from underbar.importers.blocks import SetRow
from underbar.importers.found import Asked, Found
from underbar.importers.hevy.parser import columns_of, done_of, start_of
from underbar.importers.hevy.shape import Shape, shape_of
from underbar.importers.imported import ImportRefused, Tally
from underbar.importers.members import Piece
from underbar.importers.reading import Table, table_of, without_headers


def claims(piece: Piece) -> bool:
    """Whether Hevy wrote a file."""
    return piece.table is not None and shape_of(piece.table) is not None


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:  # noqa: ARG001 - every source's door
    """The sets in file order. Equal rows are kept: Hevy writes the same work in two blocks so."""
    found = Found()
    for piece in pieces:
        with tally.reading(piece.name):
            table = table_of(piece.read())
            shape = shape_of(table)
            if shape is None:
                raise ImportRefused("Its rows are not those of a Hevy export.")
            tally.rows += len(table.rows)
            sets = _sets_of(table, shape, tally)
            tally.used += len(sets)
            found.sets += sets
    return found


def _sets_of(table: Table, shape: Shape, tally: Tally) -> list[SetRow]:
    rows = without_headers(table, tally)
    return sets_of(rows, columns_of(shape), start_of, partial(done_of, shape=shape), tally)
