"""Whole StrongLifts exports to their sets and body weights."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from underbar.importers.found import Asked, Found
from underbar.importers.gathering import gather_rows
from underbar.importers.imported import ImportRefused, NeedsUnit, Tally
from underbar.importers.members import Piece
from underbar.importers.reading import Table, table_of
from underbar.importers.stronglifts.parser import held_by, unit_of_body_weight
from underbar.importers.stronglifts.shape import Shape, shape_of
from underbar.quantities import Unit


def claims(piece: Piece) -> bool:
    """Whether StrongLifts wrote a file."""
    return piece.table is not None and shape_of(piece.table) is not None


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:
    """The sets in file order, and the body weight of each workout."""
    found = Found()
    for piece in pieces:
        with tally.reading(piece.name):
            table = table_of(piece.read())
            shape = shape_of(table)
            if shape is None:
                raise ImportRefused("Its columns are not those of a StrongLifts export.")
            unit = _unit(table, shape, asked)
            gather_rows(table, partial(held_by, shape=shape, unit=unit, tally=tally), found, tally)
    return found


def _unit(table: Table, shape: Shape, asked: Asked) -> Unit | None:
    """The unit that the lifter trains in, where the app wrote each weight in both; else None."""
    if all(len(weights) < 2 for block in shape.blocks for _, weights in block.sets):
        return None
    if shape.body_weight is not None:
        for _, row in table.rows:
            unit = unit_of_body_weight(row[shape.body_weight]) if len(row) > shape.body_weight else None
            if unit is not None:
                return unit
    if asked.unit is None:
        raise NeedsUnit(
            "This file has each weight in pounds and in kilograms: say in which you train.", None, 0.5
        )
    return asked.unit
