"""Cells to values. None is a blank cell; `Unreadable` is anything that is not what it should be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from underbar.importers.imported import (
    DISTANCE_BESIDE,
    NOTHING_DONE,
    TIME_BESIDE,
    Tally,
)
from underbar.quantities import SetKind, Unit

_NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,20})?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})[ T]([0-9]{2}):([0-9]{2})(?::[0-9]{2})?")
FIRST_DAY, LAST_DAY = date(1950, 1, 1), date(2100, 12, 31)

MILE = 1609.344
METRES: Mapping[str, float] = {
    "m": 1.0, "meters": 1.0, "km": 1000.0, "mi": MILE, "miles": MILE, "yd": 0.9144, "ft": 0.3048, "cm": 0.01,
}  # fmt: skip
UNITS: Mapping[str, Unit] = {"kg": "kg", "kgs": "kg", "lb": "lb", "lbs": "lb"}
"""Units of weight and of distance as apps write them, in lower case."""

MOST_REPS = 1000
MOST_SECONDS = 86_400
MOST_METRES = 100_000


class Unreadable(ValueError):
    """A cell that is not what its column holds. The message says what was expected."""


@lru_cache(maxsize=65536)
def number(cell: str) -> float | None:
    """A decimal number with a point; None for a blank cell."""
    cell = cell.strip()
    if not cell:
        return None
    if _NUMBER.fullmatch(cell) is None:
        raise Unreadable("is not a number")
    return float(cell)


def named_number(name: str, cell: str) -> float | None:
    """As `number`; the error begins with the column's name."""
    try:
        return number(cell)
    except Unreadable as problem:
        raise Unreadable(f"{name} {problem}") from problem


@lru_cache(maxsize=1024)
def iso_start(cell: str) -> datetime | None:
    """The wall clock of `YYYY-MM-DD HH:MM[:SS]`, to the minute; None where it is not that."""
    match = _ISO.fullmatch(cell.strip())
    if match is None:
        return None
    return moment(*(int(group) for group in match.groups()))


def moment(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    """A wall-clock time, without zone. Raises Unreadable outside the days that a diary may hold."""
    try:
        start = datetime(year, month, day, hour, minute)  # noqa: DTZ001 - exports hold local time without zone
    except ValueError as error:
        raise Unreadable("the calendar has no such date or time") from error
    in_reach(start.date())
    return start


def in_reach(day: date) -> date:
    """The day itself, where a diary may hold it. Raises Unreadable."""
    if not FIRST_DAY < day <= LAST_DAY:
        raise Unreadable("the date lies outside 1950 to 2100")
    return day


def in_metres(distance: float | None, unit: float | None, *, alone: bool) -> float | None:
    """Metres of a distance in units of so many metres, None for no distance.

    A distance of unknown unit (None) is Unreadable where it stands `alone`, and else as if in metres: what
    stands beside repetitions or a time is only counted.
    """
    if not distance:
        return None
    if unit is None and alone:
        raise Unreadable("a distance without a unit that is known, and neither repetitions nor a time")
    return distance * (unit or 1.0)


def effort(
    reps: float | None, seconds: float | None, metres: float | None, *, failed: bool, tally: Tally
) -> tuple[float, SetKind] | None:
    """What was done in a set; None, and counted, where it was nothing.

    Repetitions come before a time and a time before a distance; what stands beside is counted as
    left out. A failed attempt has 0 repetitions. Raises Unreadable outside what a set can be.
    """
    if reps and not seconds and not metres and 0 < reps <= MOST_REPS and reps % 1 == 0:
        return reps, "reps"  # nearly every set
    for value, name, most in (
        (reps, "repetitions", MOST_REPS),
        (seconds, "seconds", MOST_SECONDS),
        (metres, "metres", MOST_METRES),
    ):
        if value is not None and not 0 <= value <= most:
            raise Unreadable(f"{name} outside 0 to {most:,}")
    if reps:
        if reps != int(reps):
            raise Unreadable("repetitions are not a whole number")
        if seconds:
            tally.left_out[TIME_BESIDE] += 1
        if metres:
            tally.left_out[DISTANCE_BESIDE] += 1
        return reps, "reps"
    if seconds:
        if metres:
            tally.left_out[DISTANCE_BESIDE] += 1
        return round(seconds, 2), "s"
    if metres:
        return float(max(1, round(metres))), "m"
    if failed and reps == 0:
        return 0.0, "reps"
    tally.skipped[NOTHING_DONE] += 1
    return None


def rpe(cell: str) -> float | None:
    """Effort 0-10 in halves, as the diary and both apps have it; None for a blank cell."""
    value = named_number("RPE", cell)
    if value is not None and (not 0 <= value <= 10 or value % 0.5):
        raise Unreadable("RPE is not 0 to 10 in halves")
    return value
