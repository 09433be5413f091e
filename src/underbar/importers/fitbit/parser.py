"""Single records of Fitbit's files to sleeps and readings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from statistics import median
from typing import Any, Final, TypeVar

from underbar.importers import documents
from underbar.importers.cells import Unreadable, named_number
from underbar.importers.clocks import clock
from underbar.importers.documents import text
from underbar.importers.found import Asked, Reading, Slept, What
from underbar.importers.gathering import session
from underbar.importers.moments import iso, iso_day
from underbar.importers.nights import BY_DAY
from underbar.importers.zones import offset
from underbar.quantities import Unit

SOURCE: Final = "fitbit"
Value = TypeVar("Value")

_AMERICAN: Final = re.compile(r"([0-9]{2})/([0-9]{2})/(?:20)?([0-9]{2})(?: .*)?")
_OFFSET: Final = re.compile(r"([+-])([0-9]{2}):?([0-9]{2})")
_KG_BELOW: Final = 1.93
_LB_ABOVE: Final = 2.15
"""Heights in metres that a body mass index gives if the weight was in kilograms; between them either is."""


def sleep_log(record: Mapping[str, Any], asked: Asked) -> Slept | None:
    """A sleep of `sleep-*.json`, whose times are local; None where no minute of it was asleep.

    `minutesAsleep` has the short times awake of `shortData` taken off already. What is not the main sleep
    of its day is a nap by day, and at night a part of the night.
    """
    start, end = (_wall(_named(key, iso, text(record.get(key)))) for key in ("startTime", "endTime"))
    asleep = documents.number(record.get("minutesAsleep"))
    if asleep is None or asleep < 0:
        raise Unreadable("minutesAsleep is no number")
    lasted = documents.number(record.get("duration"))
    day = _named("dateOfSleep", iso_day, text(record.get("dateOfSleep"))) if "dateOfSleep" in record else None
    main = record.get("mainSleep", record.get("isMainSleep"))
    nap = main is False and BY_DAY[0] <= (start + (end - start) / 2).hour < BY_DAY[1]
    return _session(start, end, lasted and lasted / 1000, asleep, asked, nap, day)


def site_sleep(cells: Mapping[str, str], asked: Asked) -> Slept | None:
    """A sleep of the site's CSV, on a local clock; what is awake and asleep in it are all of it."""
    start, end = (_wall(_named(name, clock, cells.get(name, ""))) for name in ("start time", "end time"))
    asleep = _minutes(cells, "minutes asleep") or 0
    awake = _minutes(cells, "minutes awake")
    lasted = None if awake is None else (asleep + awake) * 60
    return _session(start, end, lasted, asleep, asked, None, None)


def utc_sleep(cells: Mapping[str, str], asked: Asked) -> Slept | None:
    """A sleep of `UserSleeps_*.csv`."""
    start, end = (
        _local(
            _named(f"sleep_{which}", iso, cells[f"sleep_{which}"]),
            cells.get(f"{which}_utc_offset", ""),
            asked,
        )
        for which in ("start", "end")
    )
    asleep = _minutes(cells, "minutes_asleep")
    return session(SOURCE, start, end, asleep * 60) if asleep else None


def of_day(cells: Mapping[str, str], column: str, what: What, asked: Asked) -> list[Reading]:
    """A number a day; midnight in a day's time says the day, whatever zone is written behind it."""
    moment = _named("timestamp", iso, cells["timestamp"])
    if moment.time() != time() and moment.tzinfo is not None:
        moment = asked.zones.local(moment)
    value = named_number(column, cells[column])
    return [Reading(SOURCE, moment.date(), what, value)] if value else []


def grams(cells: Mapping[str, str], asked: Asked) -> list[Reading]:
    """A weight of `weight.csv`, in UTC."""
    moment = _named("timestamp", iso, cells["timestamp"])
    local = asked.zones.local(moment) if moment.tzinfo else moment
    value = named_number("weight grams", cells["weight grams"])
    return [Reading(SOURCE, local.date(), "weight", value / 1000, "kg", local)] if value else []


def resting_pulse(record: Mapping[str, Any]) -> list[Reading]:
    """The pulse of a day; on a day without one the number is 0."""
    value = record.get("value")
    inner = value if isinstance(value, dict) else {}
    pulse = documents.number(inner.get("value"))
    if pulse is None:
        raise Unreadable("a record without value")
    day = text(inner.get("date")) or text(record.get("dateTime"))
    return [Reading(SOURCE, _day(day), "pulse", pulse)] if pulse else []


def weight(record: Mapping[str, Any], heights: list[float]) -> list[Reading]:
    """A weight whose unit is not written; its body mass index adds to `heights` what it tells of the unit."""
    value, bmi = (documents.number(record.get(key)) for key in ("weight", "bmi"))
    if value is None:
        raise Unreadable("weight is no number")
    if value > 0 and bmi is not None and bmi > 0:
        heights.append((value / bmi) ** 0.5)
    day, at = _day(text(record.get("date"))), text(record.get("time")) or "00:00:00"
    taken = _named("time", iso, f"{day} {at}")
    return [Reading(SOURCE, day, "weight", value, at=taken)] if value else []


def unit_of(heights: Iterable[float]) -> Unit | None:
    """The unit of weights, by how tall their body mass indexes make the lifter if it was kilograms."""
    found = sorted(heights)
    middle = median(found) if found else 2.0
    return "kg" if middle < _KG_BELOW else "lb" if middle > _LB_ABOVE else None


def _session(
    start: datetime,
    end: datetime,
    lasted: float | None,
    asleep: float,
    asked: Asked,
    nap: bool | None,
    day: date | None,
) -> Slept | None:
    """A sleep on a local clock, as long as it says itself: no change of the clock is guessed at."""
    if not asleep:
        return None
    began, ended = asked.zones.placed(start), asked.zones.placed(end)
    if lasted and 0 < lasted <= 36 * 3600:
        began = (ended.astimezone(UTC) - timedelta(seconds=lasted)).astimezone(ended.tzinfo)
    return session(SOURCE, began, ended, asleep * 60, nap or None, day)


def _local(moment: datetime, shift: str, asked: Asked) -> datetime:
    """An instant at its offset. Google writes +00:00 also where it knows none."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    match = _OFFSET.fullmatch(shift.strip())
    minutes = 0 if match is None else int(match[2]) * 60 + int(match[3])
    if match is None or not 0 < minutes <= 14 * 60:
        return asked.zones.local(moment)
    return moment.astimezone(offset(-minutes if match[1] == "-" else minutes))


def _wall(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def _named(name: str, read: Callable[[str], Value], cell: str) -> Value:
    try:
        return read(cell)
    except Unreadable as problem:
        raise Unreadable(f"{name} {problem}") from problem


def _minutes(cells: Mapping[str, str], name: str) -> float | None:
    value = named_number(name, cells.get(name, ""))
    if value is not None and not 0 <= value <= 36 * 60:
        raise Unreadable(f"{name} is not 0 to 36 hours")
    return value


def _day(written: str) -> date:
    """A date with the month first, as in 03/01/26, or YYYY-MM-DD."""
    match = _AMERICAN.fullmatch(written)
    if match is not None:
        month, day, year = match.groups()
        written = f"20{year}-{month}-{day}"
    return _named("the date", iso_day, written)
