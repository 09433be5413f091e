"""Rows of a training log to sets. A log of ten years repeats itself, so what says the same is read once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import itemgetter
from typing import Final, NamedTuple

from underbar.importers.blocks import SetRow
from underbar.importers.cells import Unreadable
from underbar.importers.exercise_names import is_assisted, own_name
from underbar.importers.imported import ASSISTANCE, NOTES, Tally
from underbar.importers.reading import misfit
from underbar.quantities import SetKind, Unit

_LONGEST_ORDER: Final = 6
_new = tuple.__new__  # a constructor of a NamedTuple is twice as dear, and this one makes every set


class Done(NamedTuple):
    """What was done in a set, in the fields and the order of SetRow from `warmup` on."""

    warmup: bool
    failed: bool
    weight: float | None
    unit: Unit | None
    amount: float
    kind: SetKind
    rpe: float | None


Understood = Callable[[Sequence[str], str | None, Tally], Done | None]


class Columns(NamedTuple):
    """Which columns of a row hold what, from 0; None where it has none.

    `width`: how many the header has. `date`: when the workout was. `workout`: its name. `order`: the number
    of the set, or a word that stands in its place. `done`: the other cells that say what was done, at least
    two. `notes`: free text.
    """

    width: int
    date: int
    workout: int | None
    exercise: int
    order: int | None
    done: tuple[int, ...]
    notes: tuple[int, ...]


class _Said(NamedTuple):
    """What rows with these cells say, or why they say nothing."""

    done: Done | None
    problem: str
    skipped: Sequence[str] = ()
    left_out: Sequence[str] = ()


def sets_of(
    rows: Iterable[tuple[int, Sequence[str]]],
    columns: Columns,
    start_of: Callable[[str], date],
    understood: Understood,
    tally: Tally,
) -> list[SetRow]:
    """The sets of rows in their order; a row that holds none is counted or reported.

    `start_of`: a cell to the start of a workout. `understood`: a row, and the word in place of its order
    (None for a number), to what was done; None, with an entry in the tally that it is given, where nothing
    was. Both raise Unreadable. A weight that helps is no load.
    """
    width, date_at, workout_at, exercise_at, order_at, done_at, notes_at = columns
    cells_of = itemgetter(*done_at)
    starts: dict[str, date | str] = {}
    names: dict[str, tuple[str, bool]] = {}
    orders: dict[str, tuple[str | None, int | None]] = {}
    known: dict[object, _Said] = {}
    sets: list[SetRow] = []
    word = order = None
    workout = ""
    for line, row in rows:
        if len(row) != width and (problem := misfit(row, width)):
            tally.report(line, problem)
            continue
        cell = row[exercise_at]
        if cell not in names:
            names[cell] = _named(cell)
        name, assisted = names[cell]
        if order_at is not None:
            cell = row[order_at]
            if cell not in orders:
                orders[cell] = _ordered(cell)
            word, order = orders[cell]
        cells = word, assisted, cells_of(row)
        said = known.get(cells)
        if said is None:
            said = known[cells] = _said(row, word, understood, assisted=assisted)
        done, problem, skipped, left_out = said
        if done is not None:
            cell = row[date_at]
            if cell not in starts:
                starts[cell] = _start(cell, start_of)
            start = starts[cell]
            if isinstance(start, str) or not name:
                problem = start if isinstance(start, str) else "the exercise has no name"
            else:
                if workout_at is not None:
                    workout = row[workout_at].strip()
                sets.append(_new(SetRow, (line, start, workout, name, order, *done)))
        if problem:
            tally.report(line, problem)
            continue
        for what in skipped:
            tally.skipped[what] += 1
        for what in left_out:
            tally.left_out[what] += 1
        for column in notes_at:
            if row[column] and not row[column].isspace():
                tally.left_out[NOTES] += 1
    return sets


def _start(cell: str, start_of: Callable[[str], date]) -> date | str:
    """The start of a workout, or why it is not known."""
    try:
        return start_of(cell)
    except Unreadable as problem:
        return str(problem)


def _ordered(cell: str) -> tuple[str | None, int | None]:
    """The word in place of a number, or the number."""
    word = cell.strip()
    if word.isdecimal() and word.isascii() and len(word) < _LONGEST_ORDER:
        return None, int(word)
    return word, None


def _named(cell: str) -> tuple[str, bool]:
    """The name of an exercise, "" where nothing of it can be seen, and whether its weight helps."""
    name = cell.strip()
    return (name if own_name(name) else ""), is_assisted(name)


def _said(row: Sequence[str], word: str | None, understood: Understood, *, assisted: bool) -> _Said:
    tally = Tally()
    try:
        done = understood(row, word, tally)
    except Unreadable as problem:
        return _Said(None, str(problem))
    if done is not None and done.weight and assisted:
        tally.left_out[ASSISTANCE] += 1
        done = done._replace(weight=None)
    return _Said(done, "", (*tally.skipped.elements(),), (*tally.left_out.elements(),))
