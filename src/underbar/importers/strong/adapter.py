"""Whole Strong exports to their sets: what only the file as a whole can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter

from underbar.importers.alike import sets_of
from underbar.importers.blocks import SetRow
from underbar.importers.cells import Unreadable
from underbar.importers.found import Asked, Found
from underbar.importers.imported import WRITTEN_TWICE, ImportRefused, Tally
from underbar.importers.members import Piece
from underbar.importers.reading import Table, table_of, without_headers
from underbar.importers.strong.parser import NOTE_MARKS, columns_of, done_of, numbers_of, start_of
from underbar.importers.strong.shape import SET_MARKS, Shape, shape_of

_REST_MARKS = frozenset({"rest timer", "ruhezeit"})


def claims(piece: Piece) -> bool:
    """Whether Strong wrote a file."""
    return piece.table is not None and shape_of(piece.table) is not None


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:  # noqa: ARG001 - every source's door
    """The sets in file order. Everything else is counted or reported in `tally`."""
    found = Found()
    for piece in pieces:
        with tally.reading(piece.name):
            table = table_of(piece.read())
            shape = shape_of(table)
            if shape is None:
                raise ImportRefused("Its rows are not those of a Strong export.")
            sets = _sets_of(table, shape, tally)
            tally.rows += len(table.rows)
            tally.used += len(sets)
            found.sets += sets
    return found


def _sets_of(table: Table, shape: Shape, tally: Tally) -> list[SetRow]:
    rows = without_headers(table, tally)
    rest_marks = _rest_marks(rows, shape)
    twice = _written_twice(rows, shape, tally)
    tally.skipped[WRITTEN_TWICE] += len(twice)
    once = [each for each in rows if each[0] not in twice] if twice else rows
    understood = partial(done_of, shape=shape, rest_marks=rest_marks)
    return sets_of(once, columns_of(shape), start_of, understood, tally)


def _rest_marks(rows: list[tuple[int, list[str]]], shape: Shape) -> frozenset[str]:
    """The words for a rest timer, lower case: those known, and any that is used as one.

    A language not yet seen has a word of its own; it repeats, never has repetitions or a weight,
    and always has seconds.
    """
    marks = {row[shape.order] for _, row in rows if len(row) >= shape.width}
    if all(mark.isdecimal() or mark in SET_MARKS for mark in marks):
        return _REST_MARKS
    uses: Counter[str] = Counter()
    others: set[str] = set()
    for _, row in rows:
        if len(row) < shape.width:
            continue
        mark = row[shape.order].strip()
        if mark.isdecimal() or mark in SET_MARKS or not mark or mark.casefold() in NOTE_MARKS:
            continue
        try:
            weight, reps, seconds, _distance = numbers_of(row, shape)
        except Unreadable:
            weight = reps = seconds = None
        uses[mark.casefold()] += 1
        if weight or reps or not seconds:
            others.add(mark.casefold())
    return _REST_MARKS | {mark for mark, count in uses.items() if count > 1 and mark not in others}


def _written_twice(rows: list[tuple[int, list[str]]], shape: Shape, tally: Tally) -> set[int]:
    """The lines of the second half of each workout whose halves are equal row for row.

    Strong wrote some workouts twice. A single equal row is work (a second block, an unnumbered
    warm-up set), so a half has at least two rows that differ and a numbered set.
    """
    whole = [each for each in rows if len(each[1]) >= shape.width]
    workouts: dict[tuple[str, str], list[int]] = {}
    places = iter(range(len(whole)))
    for workout, alike in groupby([row for _, row in whole], key=itemgetter(shape.date, shape.workout)):
        workouts.setdefault(workout, []).extend(place for _, place in zip(alike, places, strict=False))
    twice: set[int] = set()
    for its in workouts.values():
        half = len(its) // 2
        if len(its) % 2 or whole[its[0]][1] != whole[its[half]][1]:
            continue
        first, second = ([whole[place][1] for place in part] for part in (its[:half], its[half:]))
        if (
            first == second
            and any(row != first[0] for row in first)
            and any(row[shape.order].isdecimal() for row in first)
        ):
            twice.update(whole[place][0] for place in its[half:])
            tally.repeated_workouts += 1
    return twice
