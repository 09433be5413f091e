"""One row of a StrongLifts export to its sets and the body weight of its day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final

from underbar.importers.blocks import SetRow, is_liftable
from underbar.importers.cells import MOST_REPS, UNITS, Unreadable, named_number
from underbar.importers.exercise_names import own_name
from underbar.importers.found import Reading
from underbar.importers.gathering import Given
from underbar.importers.imported import NOTES, NOTHING_DONE, Tally
from underbar.importers.moments import within_reach
from underbar.importers.stronglifts.shape import NOT_DONE, Block, Shape
from underbar.quantities import Unit

SOURCE: Final = "stronglifts"

_DAY: Final = re.compile(r"([0-9]{1,4})[/-]([0-9]{1,2})[/-]([0-9]{1,4})")
_CLOCK: Final = re.compile(r"([0-9]{1,2}):([0-9]{2})(?: ?([ap])m)?", re.IGNORECASE)
_BODY_WEIGHT: Final = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,9})?) ?(kgs?|lbs?)?", re.IGNORECASE)


def held_by(row: Sequence[str], shape: Shape, unit: Unit | None, tally: Tally) -> Given:
    """The sets of a row, and the body weight that stands beside them.

    `unit`: of the sets, where the weight stands there in both; else None.
    """
    day = _day(row[shape.date], shape.order)
    start = day if shape.start is None else _start(day, row[shape.start])
    workout = "" if shape.workout is None else row[shape.workout].strip()
    sets = [each for block in shape.blocks for each in _sets(row, block, start, workout, unit)]
    done = [each for each in sets if each.amount]
    if not done:
        return NOTHING_DONE
    tally.left_out[NOT_DONE] += len(sets) - len(done)
    tally.left_out[NOTES] += sum(bool(row[column].strip()) for column in shape.notes)
    return [*done, *_weighed(row, shape, day)]


def unit_of_body_weight(cell: str) -> Unit | None:
    """The unit in a cell like 183lb; None where it has none."""
    match = _BODY_WEIGHT.fullmatch(cell.strip())
    return UNITS.get((match[2] or "").casefold()) if match else None


def _sets(row: Sequence[str], block: Block, start: date, workout: str, unit: Unit | None) -> list[SetRow]:
    """The sets of an exercise for which repetitions are written, also 0 of them."""
    name = row[block.exercise].strip()
    sets = []
    for order, (column, weights) in enumerate(block.sets, start=1):
        cell = row[column].strip()
        reps = 0.0 if cell == "-" else named_number("the number of repetitions", cell)
        if reps is None:
            continue
        if not own_name(name):
            raise Unreadable("the exercise has no name")
        if not 0 <= reps <= MOST_REPS or reps % 1:
            raise Unreadable("the repetitions are not a whole number from 0 to 1,000")
        its = unit if unit in weights else next(iter(weights))
        weight = named_number("the weight", row[weights[its]]) or None
        if weight is not None and not is_liftable(weight, its):
            raise Unreadable("the weight is not above 0 and at most 1,500 lb (700 kg)")
        sets.append(SetRow(0, start, workout, name, order, False, False, weight, its, reps, "reps", None))
    return sets


def _weighed(row: Sequence[str], shape: Shape, day: date) -> list[Reading]:
    if shape.body_weight is None or not row[shape.body_weight].strip():
        return []
    match = _BODY_WEIGHT.fullmatch(row[shape.body_weight].strip())
    if match is None:
        raise Unreadable("the body weight is not written like 183lb")
    unit = shape.body_weight_unit or UNITS.get((match[2] or "").casefold())
    value = float(match[1])
    return [Reading(SOURCE, day, "weight", value, unit)] if value and unit else []


def _day(cell: str, order: str) -> date:
    match = _DAY.fullmatch(cell.strip())
    if match is None:
        raise Unreadable("the date is not written as the header says")
    parts = dict(zip(order, match.groups(), strict=True))
    year = parts["y"] if len(parts["y"]) == 4 else f"20{parts['y']:0>2}"
    try:
        moment = datetime(int(year), int(parts["m"]), int(parts["d"]))  # noqa: DTZ001 - a day alone
    except ValueError as error:
        raise Unreadable("the calendar has no such date") from error
    return within_reach(moment).date()


def _start(day: date, cell: str) -> date:
    """When the workout began, the day alone where its time is not known."""
    if not cell.strip():
        return day
    match = _CLOCK.fullmatch(cell.strip())
    if match is None:
        raise Unreadable("the start time is not written h:mm")
    hour, minute = int(match[1]), int(match[2])
    if match[3]:
        hour = hour % 12 + (12 if match[3].casefold() == "p" else 0)
    if hour > 23 or minute > 59:
        raise Unreadable("the start time is not written h:mm")
    return datetime.combine(day, time(hour, minute))
