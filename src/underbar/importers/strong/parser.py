"""One row of a Strong export to one set."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from underbar.importers.blocks import SetRow
from underbar.importers.cells import Unreadable, effort, iso_start, named_number, rpe
from underbar.importers.exercise_names import is_assisted, own_name
from underbar.importers.imported import ASSISTANCE, DROP_SET, FAILURE, NOTE_ROW, NOTES, REST_TIMER, Tally
from underbar.importers.strong.shape import MILE, SET_MARKS, Shape
from underbar.quantities import Unit

NOTE_MARKS = ("note",)
_UNITS: dict[str, Unit] = {"kg": "kg", "kgs": "kg", "lb": "lb", "lbs": "lb"}
_METRES = {"m": 1.0, "meters": 1.0, "km": 1000.0, "mi": MILE, "miles": MILE}


def set_of(
    line: int, row: Sequence[str], shape: Shape, rest_marks: Collection[str], tally: Tally
) -> SetRow | None:
    """The set that a row holds; None, with an entry in `tally`, where it holds none."""
    if len(row) != shape.width and (len(row) < shape.width or any(row[shape.width :])):
        tally.report(line, f"{len(row)} columns where the header has {shape.width}")
        return None
    mark = row[shape.order].strip()
    if mark.casefold() in rest_marks:
        tally.skipped[REST_TIMER] += 1
        return None
    if mark.casefold() in NOTE_MARKS:
        tally.skipped[NOTE_ROW] += 1
        tally.left_out[NOTES] += _noted(row, shape)
        return None
    try:
        found = _understood(line, row, shape, mark, tally)
    except Unreadable as problem:
        tally.report(line, str(problem))
        return None
    if found is not None:
        noted = _noted(row, shape)
        if noted:
            tally.left_out[NOTES] += noted
        if mark == "D":
            tally.left_out[DROP_SET] += 1
        elif mark == "F" and not found.failed:
            tally.left_out[FAILURE] += 1
    return found


def _noted(row: Sequence[str], shape: Shape) -> int:
    noted = 0
    for column in shape.notes:
        if row[column] and not row[column].isspace():
            noted += 1
    return noted


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


def _understood(line: int, row: Sequence[str], shape: Shape, mark: str, tally: Tally) -> SetRow | None:
    start = iso_start(row[shape.date])
    if start is None:
        raise Unreadable("the date is not written YYYY-MM-DD HH:MM:SS")
    exercise = row[shape.exercise].strip()
    if not own_name(exercise):
        raise Unreadable("the exercise has no name")
    numbered = mark.isascii() and mark.isdecimal() and len(mark) < 6
    if not numbered and mark not in SET_MARKS:
        raise Unreadable("the set order is neither a number nor W, D, F or a rest timer")
    weight, reps, seconds, distance = numbers_of(row, shape)
    metres = _in_metres(distance, row, shape, alone=not reps and not seconds)
    effort_felt = None if shape.rpe is None else rpe(row[shape.rpe])
    unit = _unit_of(row, shape) if weight else None
    done = effort(reps, seconds, metres, failed=mark == "F", tally=tally)
    if done is None:
        return None
    if weight and is_assisted(exercise):
        tally.left_out[ASSISTANCE] += 1
        weight = None
    return SetRow(
        line=line,
        start=start,
        workout=row[shape.workout].strip(),
        exercise=exercise,
        order=int(mark) if numbered else None,
        warmup=mark == "W",
        failed=mark == "F" and done == (0.0, "reps"),
        weight=weight or None,
        unit=unit,
        amount=done[0],
        kind=done[1],
        rpe=effort_felt,
    )


def _unit_of(row: Sequence[str], shape: Shape) -> Unit | None:
    if shape.weight_unit_column is None:
        return shape.weight_unit
    unit = _UNITS.get(row[shape.weight_unit_column].strip().casefold())
    if unit is None:
        raise Unreadable("the weight has no unit that is known (kg, lbs)")
    return unit


def _in_metres(distance: float | None, row: Sequence[str], shape: Shape, *, alone: bool) -> float | None:
    """Metres. A distance of unknown unit is an error where it is all that the set has."""
    if not distance:
        return None
    metres = shape.metres
    if shape.distance_unit_column is not None:
        metres = _METRES.get(row[shape.distance_unit_column].strip().casefold())
    if metres is None:
        if alone:
            raise Unreadable("a distance without a unit that is known, and neither repetitions nor a time")
        metres = 1.0  # only its presence is counted
    return distance * metres
