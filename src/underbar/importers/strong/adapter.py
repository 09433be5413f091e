"""Whole Strong exports to their sets: what only the file as a whole can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

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
        with tally.reading(piece.name, alone=len(pieces) == 1):
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
    workouts: dict[tuple[str, str], list[tuple[int, list[str]]]] = {}
    for line, row in rows:
        if len(row) >= shape.width:
            workouts.setdefault((row[shape.date], row[shape.workout]), []).append((line, row))
    twice: set[int] = set()
    for workout in workouts.values():
        half = len(workout) // 2
        if len(workout) % 2 or workout[0][1] != workout[half][1]:
            continue
        first, second = workout[:half], workout[half:]
        if [row for _, row in first] != [row for _, row in second]:
            continue
        if any(row != first[0][1] for _, row in first) and any(
            row[shape.order].isdecimal() for _, row in first
        ):
            twice.update(line for line, _ in second)
            tally.repeated_workouts += 1
    return twice
