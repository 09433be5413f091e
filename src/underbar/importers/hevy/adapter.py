"""A whole Hevy export to its sets."""

from __future__ import annotations

from underbar.importers.blocks import SetRow
from underbar.importers.hevy.parser import set_of
from underbar.importers.hevy.shape import Shape
from underbar.importers.imported import Tally
from underbar.importers.reading import Table, without_headers


def sets_of(table: Table, shape: Shape, tally: Tally) -> list[SetRow]:
    """The sets in file order. Equal rows are kept: Hevy writes the same work in two blocks so."""
    found = (set_of(line, row, shape, tally) for line, row in without_headers(table, tally))
    return [each for each in found if each is not None]
