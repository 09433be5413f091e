"""Times as exports write them. What is not a time, or no day of a diary, is `Unreadable`."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

from underbar.importers.cells import Unreadable, in_reach

_ISO: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]{1,9})?"
    r" ?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECONDS: Final = 10**11
"""A number of seconds so large is one of milliseconds: the seconds of the year 5138."""


def iso(text: str) -> datetime:
    """ISO 8601 to the second, with a T or a blank; aware where an offset is written, else naive."""
    match = _ISO.fullmatch(text.strip())
    if match is None:
        raise Unreadable("is not a time written like 2026-03-01 07:30:00")
    day, clock, zone = match.groups()
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}{zone or ''}")
    except ValueError as error:
        raise Unreadable("the calendar has no such date or time") from error
    return within_reach(moment)


def epoch(number: float) -> datetime:
    """Seconds or milliseconds since 1970, UTC."""
    seconds = number / 1000 if abs(number) >= _MILLISECONDS else number
    try:
        moment = _EPOCH + timedelta(seconds=seconds)
    except (OverflowError, ValueError) as error:
        raise Unreadable("is no time") from error
    return within_reach(moment)


def iso_day(text: str) -> date:
    """A date written YYYY-MM-DD."""
    try:
        day = date.fromisoformat(text.strip()[:10])
    except ValueError as error:
        raise Unreadable("is not a date written YYYY-MM-DD") from error
    return in_reach(day)


def within_reach(moment: datetime) -> datetime:
    """The moment itself, where its day is one that a diary may hold."""
    in_reach(moment.date())
    return moment
