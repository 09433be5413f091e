"""Where the lifter was: from instants and from wall clocks without zone to local time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class Zones:
    """The zones of a diary. `changes`: (first day, zone) in the order of the days; `before` the first.

    A zone counts from midnight of its first day in its own reckoning.
    """

    def __init__(self, changes: Sequence[tuple[date, tzinfo]] = (), before: tzinfo = UTC) -> None:
        self._starts = [
            (datetime(day.year, day.month, day.day, tzinfo=zone), zone) for day, zone in reversed(changes)
        ]
        self._before = before

    def local(self, instant: datetime) -> datetime:
        """An aware instant in the zone in which the lifter then was."""
        for start, zone in self._starts:
            if instant >= start:
                return instant.astimezone(zone)
        return instant.astimezone(self._before)

    def placed(self, wall: datetime) -> datetime:
        """A wall clock without zone as the instant that it was where the lifter was."""
        for start, zone in self._starts:
            if wall >= start.replace(tzinfo=None):
                return wall.replace(tzinfo=zone)
        return wall.replace(tzinfo=self._before)


@lru_cache(maxsize=256)
def zone_named(name: str) -> tzinfo | None:
    """The IANA zone; None where there is none of that name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # no such zone, no name at all, a folder's name
        return None


@lru_cache(maxsize=256)
def offset(minutes: int) -> timezone:
    """The zone that lies so far east of Greenwich, -1439 to 1439 minutes."""
    return timezone(timedelta(minutes=minutes))
