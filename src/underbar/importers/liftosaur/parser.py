"""One row of a Liftosaur CSV, or one set of its backup, to what was done."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from underbar.importers import cells, documents
from underbar.importers.alike import Columns, Done
from underbar.importers.blocks import SetRow
from underbar.importers.cells import UNITS, Unreadable, effort, named_number
from underbar.importers.exercise_names import is_assisted, own_name
from underbar.importers.gathering import Given
from underbar.importers.imported import ASSISTANCE, NOTHING_DONE, Tally
from underbar.importers.liftosaur.shape import LEFT_SIDE, NOT_DONE, Shape
from underbar.importers.moments import epoch, iso
from underbar.importers.zones import Zones
from underbar.quantities import Unit

_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z0-9])")
_EQUIPMENT: Final = re.compile(
    r"(.+), (barbell|dumbbell|kettlebell|trap bar|ez bar|cable|smith|band|bodyweight|leverage machine|"
    r"medicine ball)",
    re.IGNORECASE,
)


class OfBackup(NamedTuple):
    """A set of a backup with its workout. `exercise` "" where the backup does not name it."""

    workout: Mapping[str, Any]
    exercise: str
    order: int
    warmup: bool
    set: Mapping[str, Any]


def columns_of(shape: Shape) -> Columns:
    """The columns of a row for its set, and those that tell when it was and what was noted."""
    parts = (shape.warmup, shape.reps, shape.rpe, shape.weight, shape.weight_unit)
    done = tuple(column for column in parts if column is not None)
    return Columns(shape.width, shape.date, shape.workout, shape.exercise, None, done, shape.notes)


def start_of(cell: str, zones: Zones) -> date:
    """When a workout began; its day where it lies at midnight, as one does whose day was typed.

    Raises Unreadable.
    """
    try:
        moment = iso(cell)
    except Unreadable as problem:
        raise Unreadable(f"Workout DateTime {problem}") from problem
    return _day_or_moment(moment, zones)


def done_of(row: Sequence[str], _: str | None, tally: Tally, shape: Shape) -> Done | None:
    """What was done in a set; None, and counted, where it was nothing. Raises Unreadable."""
    warmup = row[shape.warmup].strip()
    if warmup not in ("", "0", "1"):
        raise Unreadable("Is Warmup Set? is neither 0 nor 1")
    reps = named_number("Completed Reps", row[shape.reps])
    weight = named_number("Completed Weight Value", row[shape.weight])
    rpe = None if shape.rpe is None else cells.rpe(row[shape.rpe])
    if reps is None:
        tally.skipped[NOT_DONE] += 1
        return None
    unit = UNITS.get(row[shape.weight_unit].strip().casefold())
    return _done(reps, weight, unit, rpe, tally, warmup=warmup == "1")


def with_brackets(name: str) -> str:
    """An exercise's name with its equipment as other apps write it: Squat, Barbell → Squat (Barbell)."""
    match = _EQUIPMENT.fullmatch(name.strip())
    return f"{match[1]} ({match[2]})" if match else name


def name_of(exercise: Any, own: Mapping[str, str]) -> str:
    """The name of an exercise of a backup, which has ids such as benchPress; "" where it has none."""
    if not isinstance(exercise, dict):
        return ""
    key, equipment = documents.text(exercise.get("id")), documents.text(exercise.get("equipment"))
    name = own.get(key) or " ".join(word[:1].upper() + word[1:] for word in _CAPITAL.sub(" ", key).split())
    return f"{name} ({_CAPITAL.sub(' ', equipment).capitalize()})" if name and equipment else name


def held_by(one: OfBackup, zones: Zones, tally: Tally) -> Given:
    """The set of a backup, or a word for why it is none. Raises Unreadable."""
    reps, left = (documents.number(one.set.get(key)) for key in ("completedReps", "completedRepsLeft"))
    if reps is None:
        return NOT_DONE
    if not own_name(one.exercise):
        raise Unreadable("the exercise has no name")
    load = one.set.get("completedWeight") or one.set.get("weight")
    load = load if isinstance(load, dict) else {}
    unit = UNITS.get(documents.text(load.get("unit")).casefold())
    felt = documents.number(one.set.get("completedRpe"))
    rpe = None if felt is None else cells.rpe(f"{felt:.9g}")
    own = Tally()
    done = _done(reps, documents.number(load.get("value")), unit, rpe, own, warmup=one.warmup)
    if done is None:
        return NOTHING_DONE
    if done.weight is not None and is_assisted(one.exercise):
        tally.left_out[ASSISTANCE] += 1
        done = done._replace(weight=None)
    tally.left_out[LEFT_SIDE] += left is not None and left != reps
    name = documents.text(one.workout.get("dayName"))
    return [SetRow(0, _began(one.workout, zones), name, one.exercise, one.order, *done)]


def _began(workout: Mapping[str, Any], zones: Zones) -> date:
    written, started = documents.text(workout.get("date")), documents.number(workout.get("startTime"))
    if written:
        return start_of(written, zones)
    if started is None:
        raise Unreadable("the workout has no date")
    return _day_or_moment(epoch(started), zones)


def _day_or_moment(moment: datetime, zones: Zones) -> date:
    local = zones.local(moment) if moment.tzinfo else moment
    return local.date() if (local.hour, local.minute, local.second) == (0, 0, 0) else local


def _done(
    reps: float, weight: float | None, unit: Unit | None, rpe: float | None, tally: Tally, *, warmup: bool
) -> Done | None:
    if weight and unit is None:
        raise Unreadable("the weight has no unit that is known (kg, lb)")
    done = effort(reps, None, None, failed=reps == 0, tally=tally)
    return None if done is None else Done(warmup, reps == 0, weight or None, unit, *done, rpe)
