"""One row of a FitNotes export to what was done in a set, or to a body weight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final

from underbar.importers.alike import Columns, Done
from underbar.importers.cells import METRES, UNITS, Unreadable, effort, in_metres, named_number
from underbar.importers.fitnotes.shape import OTHER_MEASUREMENT, BodyShape, Shape
from underbar.importers.found import Reading
from underbar.importers.gathering import Given
from underbar.importers.imported import Tally
from underbar.importers.moments import iso_day
from underbar.quantities import Unit

SOURCE: Final = "fitnotes"

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK: Final = re.compile(r"(?:(?:([0-9]{1,2}):)?([0-5]?[0-9]):)?([0-9]{1,5})")
_BODY_WEIGHT: Final = ("bodyweight", "body weight", "weight")


def columns_of(shape: Shape) -> Columns:
    """The columns of a row for its set, and those that tell when it was and what was noted."""
    weights = [column for column, _ in shape.weights]
    parts = (*weights, shape.weight_unit, shape.reps, shape.distance, shape.distance_unit, shape.time)
    done = tuple(column for column in parts if column is not None)
    return Columns(shape.width, shape.date, None, shape.exercise, None, done, shape.notes)


def day_of(cell: str) -> date:
    """The day of a workout. Raises Unreadable."""
    text = cell.strip().replace("/", "-")
    if _DAY.fullmatch(text) is None:
        raise Unreadable("the date is not written YYYY-MM-DD")
    return iso_day(text)


def whole(row: Sequence[str], shape: Shape) -> Sequence[str]:
    """A row in which the commas of the exercise's name, which FitNotes does not quote, part no cells."""
    extra = len(row) - shape.width
    if extra <= 0 or (not any(row[shape.width :]) and _fits(row, shape)):
        return row
    name = shape.exercise
    joined = [*row[:name], ",".join(row[name : name + extra + 1]), *row[name + extra + 1 :]]
    return joined if _fits(joined, shape) else row


def _fits(row: Sequence[str], shape: Shape) -> bool:
    try:
        done_of(row, None, Tally(), shape)
    except Unreadable:
        return False
    return True


def done_of(row: Sequence[str], _: str | None, tally: Tally, shape: Shape) -> Done | None:
    """What was done in a set; None, and counted, where it was nothing. Raises Unreadable."""
    weight, unit = _weight(row, shape)
    reps = named_number("the number of repetitions", row[shape.reps])
    seconds = None if shape.time is None else _seconds(row[shape.time])
    distance = None if shape.distance is None else named_number("the distance", row[shape.distance])
    each = None if shape.distance_unit is None else METRES.get(row[shape.distance_unit].strip().casefold())
    metres = in_metres(distance, each, alone=not reps and not seconds)
    done = effort(reps, seconds, metres, failed=False, tally=tally)
    return None if done is None else Done(False, False, weight or None, unit, *done, None)


def _weight(row: Sequence[str], shape: Shape) -> tuple[float | None, Unit | None]:
    """The weight as it was typed, and its unit; where both units stand there, the one that plates make."""
    weights = [(named_number("the weight", row[column]), unit) for column, unit in shape.weights]
    written = [(weight, unit) for weight, unit in weights if weight]
    if not written:
        return None, None
    weight, unit = written[0]
    if len(written) > 1 and weight is not None and weight % 0.25:
        weight, unit = written[1]
    if shape.weight_unit is not None and unit is None:
        unit = UNITS.get(row[shape.weight_unit].strip().casefold())
        if unit is None:
            raise Unreadable("the weight has no unit that is known (kgs, lbs)")
    return weight, unit


def _seconds(cell: str) -> float | None:
    if not cell.strip():
        return None
    match = _CLOCK.fullmatch(cell.strip())
    if match is None:
        raise Unreadable("the time is not written H:MM:SS")
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    if seconds > 59 and match[2]:
        raise Unreadable("the time is not written H:MM:SS")
    return float(hours * 3600 + minutes * 60 + seconds)


def weight_of(row: Sequence[str], shape: BodyShape) -> Given:
    """The body weight that a row of the body tracker holds."""
    if row[shape.measurement].strip().casefold() not in _BODY_WEIGHT:
        return OTHER_MEASUREMENT
    day = day_of(row[shape.date])
    value = named_number("the value", row[shape.value])
    if value is None:
        return ()
    unit = UNITS.get(row[shape.unit].strip().casefold())
    if unit is None:
        raise Unreadable("the weight has no unit that is known (kgs, lbs)")
    try:
        at = datetime.combine(day, time.fromisoformat(row[shape.time].strip()))
    except ValueError:
        at = None
    return [Reading(SOURCE, day, "weight", value, unit, at)]
