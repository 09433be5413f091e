"""Whole FitNotes exports to their sets and body weights."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from underbar.importers.alike import sets_of
from underbar.importers.blocks import SetRow
from underbar.importers.fitnotes.parser import columns_of, day_of, done_of, weight_of, whole
from underbar.importers.fitnotes.shape import SQLITE, Shape, body_shape_of, shape_of
from underbar.importers.found import Asked, Found
from underbar.importers.gathering import gather_rows
from underbar.importers.imported import ImportRefused, Tally
from underbar.importers.members import Piece
from underbar.importers.reading import Table, table_of, without_headers


def claims(piece: Piece) -> bool:
    """Whether FitNotes wrote a file: a table of workouts or of the body tracker, or its backup."""
    if piece.base.endswith(".fitnotes"):
        return piece.head.startswith(SQLITE)
    table = piece.table
    return table is not None and (shape_of(table) is not None or body_shape_of(table) is not None)


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:  # noqa: ARG001 - every source's door
    """The sets in file order, of which equal ones are all work, and the body weights."""
    found = Found()
    for piece in pieces:
        with tally.reading(piece.name):
            _read(piece, found, tally)
    return found


def _read(piece: Piece, found: Found, tally: Tally) -> None:
    if piece.head.startswith(SQLITE):
        raise ImportRefused(
            "This is a backup of FitNotes; in its settings choose Spreadsheet Export, and bring that CSV."
        )
    table = table_of(piece.read())
    shape, body = shape_of(table), body_shape_of(table)
    if shape is not None:
        found.sets += _sets(table, shape, tally)
    elif body is not None:
        gather_rows(table, partial(weight_of, shape=body), found, tally)
    else:
        raise ImportRefused("Its columns are not those of a FitNotes export.")


def _sets(table: Table, shape: Shape, tally: Tally) -> list[SetRow]:
    rows = [(line, whole(row, shape)) for line, row in without_headers(table, tally)]
    sets = sets_of(rows, columns_of(shape), day_of, partial(done_of, shape=shape), tally)
    tally.rows += len(table.rows)
    tally.used += len(sets)
    return sets
