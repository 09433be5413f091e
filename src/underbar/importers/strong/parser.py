"""One row of a Strong export to what was done in a set."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from underbar.importers.alike import Columns, Done
from underbar.importers.cells import (
    METRES,
    UNITS,
    Unreadable,
    effort,
    in_metres,
    iso_start,
    named_number,
    rpe,
)
from underbar.importers.imported import DROP_SET, FAILURE, NOTE_ROW, REST_TIMER, Tally
from underbar.importers.strong.shape import SET_MARKS, Shape
from underbar.quantities import Unit

NOTE_MARKS = ("note",)


def columns_of(shape: Shape) -> Columns:
    """The columns of a row for its set, and those that tell when it was and what was noted."""
    parts = (
        shape.weight, shape.reps, shape.distance, shape.seconds, shape.rpe, shape.weight_unit_column,
        shape.distance_unit_column,
    )  # fmt: skip
    done = tuple(column for column in parts if column is not None)
    return Columns(shape.width, shape.date, shape.workout, shape.exercise, shape.order, done, shape.notes)


def start_of(cell: str) -> datetime:
    """The wall clock of a workout. Raises Unreadable."""
    start = iso_start(cell)
    if start is None:
        raise Unreadable("the date is not written YYYY-MM-DD HH:MM:SS")
    return start


def numbers_of(
    row: Sequence[str], shape: Shape
) -> tuple[float | None, float | None, float | None, float | None]:
    """Weight, repetitions, seconds and distance as written. Raises Unreadable, naming the column."""
    return (
        named_number("the weight", row[shape.weight]),
        named_number("the number of repetitions", row[shape.reps]),
        None if shape.seconds is None else named_number("the number of seconds", row[shape.seconds]),
        None if shape.distance is None else named_number("the distance", row[shape.distance]),
    )


def done_of(
    row: Sequence[str], mark: str | None, tally: Tally, shape: Shape, rest_marks: Collection[str]
) -> Done | None:
    """What was done in a set, `mark` None for one with a number; None, and counted, for another row.

    Raises Unreadable.
    """
    word = (mark or "").casefold()
    if word in rest_marks or word in NOTE_MARKS:
        tally.skipped[NOTE_ROW if word in NOTE_MARKS else REST_TIMER] += 1
        return None
    if mark is not None and mark not in SET_MARKS:
        raise Unreadable("the set order is neither a number nor W, D, F or a rest timer")
    weight, reps, seconds, distance = numbers_of(row, shape)
    metres = _in_metres(distance, row, shape, alone=not reps and not seconds)
    effort_felt = None if shape.rpe is None else rpe(row[shape.rpe])
    unit = _unit_of(row, shape) if weight else None
    done = effort(reps, seconds, metres, failed=mark == "F", tally=tally)
    if done is None:
        return None
    failed = mark == "F" and done == (0.0, "reps")
    tally.left_out[DROP_SET] += mark == "D"
    tally.left_out[FAILURE] += mark == "F" and not failed
    return Done(mark == "W", failed, weight or None, unit, *done, effort_felt)


def _unit_of(row: Sequence[str], shape: Shape) -> Unit | None:
    if shape.weight_unit_column is None:
        return shape.weight_unit
    unit = UNITS.get(row[shape.weight_unit_column].strip().casefold())
    if unit is None:
        raise Unreadable("the weight has no unit that is known (kg, lbs)")
    return unit


def _in_metres(distance: float | None, row: Sequence[str], shape: Shape, *, alone: bool) -> float | None:
    metres = shape.metres
    if shape.distance_unit_column is not None:
        metres = METRES.get(row[shape.distance_unit_column].strip().casefold())
    return in_metres(distance, metres, alone=alone)
