"""One row of a table to what its columns are said to hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final, TypeVar

from underbar.importers.any_table.dates import moment_of, time_of
from underbar.importers.any_table.numbers import BLANK, hours, number
from underbar.importers.any_table.shape import ASLEEP, DATES, LOADS
from underbar.importers.blocks import SetRow
from underbar.importers.cells import MOST_REPS, Unreadable
from underbar.importers.exercise_names import own_name
from underbar.importers.found import Asked, Reading, Slept, What
from underbar.importers.gathering import Given, session
from underbar.importers.imported import NOTHING_DONE, listed
from underbar.quantities import Unit

SOURCE: Final = "table"
NO_DAY: Final = "a row without a day"

Cells = Mapping[str, tuple[str, str]]
"""By what they are said to hold: the name of the column, and the cell."""
Value = TypeVar("Value")

_MOST_SETS: Final = 99
_MOST_LOAD: Final[Mapping[Unit | None, float]] = {"lb": 1500, "kg": 700, None: 700}
_UNITS: Final[Mapping[str, Unit | None]] = {"load": None, "load-kg": "kg", "load-lb": "lb"}
_READINGS: Final[tuple[tuple[str, What, Unit | None], ...]] = (
    ("pulse", "pulse", None),
    ("hrv", "hrv", None),
    ("weight-kg", "weight", "kg"),
    ("weight-lb", "weight", "lb"),
)
_DAY: Final = timedelta(days=1)


def held_by(line: int, cells: Cells, asked: Asked) -> Given:
    """The night, the readings and the sets of a row, of the day that it names."""
    role = next(one for one in DATES if one in cells)
    month_first = role == "date-month-first"
    moment = _read(cells, role, lambda cell: moment_of(cell, asked.zones, month_first=month_first))
    if moment is None:
        return NO_DAY
    day, at = moment
    start = datetime.combine(day, at) if at else None
    found: list[Slept | Reading | SetRow] = [*_slept(day, cells, asked, month_first=month_first)]
    for name, what, unit in _READINGS:
        if value := _read(cells, name, number):
            found.append(Reading(SOURCE, day, what, value, unit, start))
    found += _sets(line, start or day, cells)
    return found or (NOTHING_DONE if _text(cells, "exercise") else found)


def _read(cells: Cells, role: str, read: Callable[[str], Value]) -> Value | None:
    """What the cell says; None where it is blank or there is no such column."""
    name, cell = cells.get(role, ("", ""))
    if cell.strip().casefold() in BLANK:
        return None
    try:
        return read(cell)
    except Unreadable as problem:
        raise Unreadable(f"{listed([name])} {problem}") from problem


def _text(cells: Cells, role: str) -> str:
    return cells.get(role, ("", ""))[1].strip()


def _slept(day: date, cells: Cells, asked: Asked, *, month_first: bool) -> list[Slept]:
    asleep = None
    for role, seconds in ASLEEP.items():
        value = _read(cells, role, hours if role == "asleep-hours" else number)
        if value is not None and not 0 <= value * seconds <= _DAY.total_seconds():
            raise Unreadable(f"{listed([cells[role][0]])} is not 0 to 24 hours")
        asleep = value * seconds if value else asleep

    def clock(cell: str) -> datetime | time:
        try:
            return time_of(cell)
        except Unreadable:
            its_day, at = moment_of(cell, asked.zones, month_first=month_first)
            return datetime.combine(its_day, at or time())

    start, end = (_read(cells, role, clock) for role in ("fell-asleep", "woke"))
    if start is None or end is None:
        return [Slept(SOURCE, None, None, max(1, round(asleep)), day=day)] if asleep else []
    end = end if isinstance(end, datetime) else datetime.combine(day, end)
    if not isinstance(start, datetime):
        start = datetime.combine(end.date(), start)
        start -= _DAY if start >= end else timedelta()
    start, end = asked.zones.placed(start), asked.zones.placed(end)
    return [session(SOURCE, start, end, asleep or end.timestamp() - start.timestamp(), day=day)]


def _sets(line: int, start: datetime | date, cells: Cells) -> list[SetRow]:
    exercise = _text(cells, "exercise")
    reps, count = _read(cells, "reps", number), _read(cells, "sets", number)
    if not reps:
        return []
    if not own_name(exercise):
        raise Unreadable("repetitions without the name of an exercise")
    if not 0 < reps <= MOST_REPS or reps % 1:
        raise Unreadable("the repetitions are not a whole number from 1 to 1,000")
    if count is not None and (not 1 <= count <= _MOST_SETS or count % 1):
        raise Unreadable("the number of sets is not a whole one from 1 to 99")
    role = next((one for one in LOADS if one in cells), "load")
    unit, weight = _UNITS[role], _read(cells, role, number)
    if weight is not None and not 0 <= weight <= _MOST_LOAD[unit]:
        raise Unreadable("the weight is not 0 to 1,500 lb (700 kg)")
    one = SetRow(
        line=line,
        start=start,
        workout="",
        exercise=exercise,
        order=None,
        warmup=False,
        failed=False,
        weight=weight if weight and weight >= 0.01 else None,
        unit=unit,
        amount=reps,
        kind="reps",
        rpe=None,
    )
    return [one] * int(count or 1)
