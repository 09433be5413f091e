"""Days and times as people write them in tables of their own."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Final

from underbar.importers.cells import Unreadable
from underbar.importers.clocks import clock
from underbar.importers.moments import within_reach
from underbar.importers.zones import Zones

_YEAR_FIRST: Final = re.compile(r"([0-9]{4})([-/.]) ?([0-9]{1,2})\2 ?([0-9]{1,2})\.?(?:[T, ]+(.*))?")
_YEAR_LAST: Final = re.compile(r"([0-9]{1,2})([-/.]) ?([0-9]{1,2})\2 ?([0-9]{4}|[0-9]{2})(?:[T, ]+(.*))?")
_OFFSET: Final = re.compile(r"[0-9] ?(?:[Zz]|[+-][0-9]{2}:?[0-9]{2})$")
_TIME: Final = re.compile(
    r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?: ?(AM|PM))?", re.IGNORECASE
)


def moment_of(cell: str, zones: Zones, *, month_first: bool) -> tuple[date, time | None]:
    """A day, and the time beside it, both as the lifter's calendar and clock had them; None: no time.

    `month_first`: of a day whose year stands last. Midnight is what a spreadsheet writes for no time.
    Raises Unreadable.
    """
    text = " ".join(cell.split())
    year_first, year_last = _YEAR_FIRST.fullmatch(text), _YEAR_LAST.fullmatch(text)
    if year_first is not None:
        year, _, month, day, rest = year_first.groups()
    elif year_last is not None:
        one, _, other, year, rest = year_last.groups()
        month, day = (one, other) if month_first else (other, one)
        year = year if len(year) == 4 else f"20{year}"
    else:
        raise Unreadable("is not a day")
    if rest and _OFFSET.search(rest):
        return _of_instant(text, zones)
    at = None if not rest else time_of(rest)
    try:
        found = datetime(int(year), int(month), int(day))  # noqa: DTZ001 - a day has no zone
    except ValueError as error:
        raise Unreadable("is no day of the calendar") from error
    return within_reach(found).date(), at if at != time() else None


def _of_instant(text: str, zones: Zones) -> tuple[date, time | None]:
    """The local day of a time in UTC; one with another offset has its own."""
    found = clock(text)
    if not found.utcoffset():
        found = zones.local(found)
    return within_reach(found).date(), found.time()


def time_of(cell: str) -> time:
    """A time of the day, of 24 hours or with AM or PM. Raises Unreadable."""
    match = _TIME.fullmatch(cell.strip())
    if match is None:
        raise Unreadable("is not a time written like 23:10")
    hour, minute, half = int(match[1]), int(match[2]), (match[3] or "").upper()
    if half:
        if not 1 <= hour <= 12:
            raise Unreadable("is no time of the clock")
        hour = hour % 12 + (12 if half == "PM" else 0)
    if hour > 23 or minute > 59:
        raise Unreadable("is no time of the clock")
    return time(hour, minute)
