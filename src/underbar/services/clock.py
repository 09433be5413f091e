"""The one place where time comes in; and what day it is for the lifter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from underbar.diary.records import Entry, Zone


class Moment(NamedTuple):
    """An instant in the lifter's terms: the day it falls in, and minutes after that day's midnight.

    `minutes` runs past 1440 after midnight, since the day ends where the next one starts. `stamp`
    is ISO 8601 to the second, in the lifter's zone.
    """

    day: date
    minutes: int
    stamp: str


class MachineZone(tzinfo):
    """The zone of this machine, with the changes of its clock in every year."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """What the system says of that time of its own clock; None without one."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, moment: datetime | None) -> timedelta | None:  # noqa: ARG002 - Python's signature
        """Not told apart."""
        return None

    def tzname(self, moment: datetime | None) -> str:  # noqa: ARG002 - Python's signature
        """Its name is not known."""
        return "local"

    def fromutc(self, moment: datetime) -> datetime:
        """UTC in this zone."""
        local = moment.replace(tzinfo=UTC).astimezone()
        return local.replace(tzinfo=self)


def now() -> datetime:
    """The present, in the zone of this machine."""
    return datetime.now().astimezone()


def zone_named(name: str) -> ZoneInfo | None:
    """The IANA zone; None where there is none of that name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def moment(instant: datetime, zones: Iterable[Entry], day_start: float) -> Moment:
    """The lifter's day of an instant that has an offset.

    `zones`: the diary's zone entries by day; the latest that has begun holds, in its own reckoning.
    Before the first, or where its name is unknown, the instant's own offset does. `day_start`:
    hours after midnight at which a day begins.
    """
    for entry in reversed(list(zones)):
        if isinstance(entry.record, Zone) and (zone := zone_named(entry.record.name)):
            found = _in_zone(instant, zone, day_start)
            if found.day >= entry.day:
                return found
    return _in_zone(instant, None, day_start)


def _in_zone(instant: datetime, zone: tzinfo | None, day_start: float) -> Moment:
    local = instant if zone is None else instant.astimezone(zone)
    clock = local.hour * 60 + local.minute
    before = clock < day_start * 60
    day = local.date() - timedelta(days=1) if before else local.date()
    return Moment(day, clock + (1440 if before else 0), local.isoformat(timespec="seconds"))
