"""One record of an export to a stretch of sleep or a reading.

Its times are right as instants, but carry the offset that was in force at the export. The time of day is
that in its own HKTimeZone, else where the lifter then was.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final

from underbar.importers.apple_health.shape import HRV, PULSE, SLEEP, SOURCE, Raw
from underbar.importers.cells import FIRST_DAY, LAST_DAY, Unreadable, named_number
from underbar.importers.device_words import device_word
from underbar.importers.found import Asked, Reading, Slept, What
from underbar.importers.gathering import Given
from underbar.importers.imported import AWAKE, IN_BED
from underbar.importers.moments import iso
from underbar.importers.zones import Zones, zone_named
from underbar.quantities import Unit

_VALUE: Final = "HKCategoryValueSleepAnalysis"
_NOT_ASLEEP: Final = {_VALUE + "InBed": IN_BED, _VALUE + "Awake": AWAKE}
_STAGED: Final = {
    _VALUE + "Asleep": False,
    _VALUE + "AsleepUnspecified": False,
    _VALUE + "AsleepCore": True,
    _VALUE + "AsleepDeep": True,
    _VALUE + "AsleepREM": True,
}
_MASSES: Final[dict[str, tuple[Unit, float]]] = {
    "kg": ("kg", 1.0),
    "g": ("kg", 0.001),
    "lb": ("lb", 1.0),
    "st": ("lb", 14.0),
}
_NONE: Final = timedelta()
_LONGEST: Final = timedelta(hours=36)
"""What a sleep, or the measuring of a day, may take."""
_UNITS: Final = {HRV: "ms", PULSE: "count/min"}


def understood(raw: Raw, asked: Asked) -> Given:
    """What a record tells; a word where that is nothing of use. Raises Unreadable."""
    if raw.type == SLEEP:
        return _sleep(raw, asked)
    if raw.type in _UNITS:
        if raw.unit != _UNITS[raw.type]:
            raise Unreadable(f"unit is not {_UNITS[raw.type]}")
        return _reading(raw, asked, "hrv" if raw.type == HRV else "pulse", None, 1.0)
    if raw.unit not in _MASSES:
        raise Unreadable("unit of body mass is none that is known")
    return _reading(raw, asked, "weight", *_MASSES[raw.unit])


def _sleep(raw: Raw, asked: Asked) -> Given:
    if raw.value in _NOT_ASLEEP:
        return _NOT_ASLEEP[raw.value]
    staged = _STAGED.get(raw.value)
    if staged is None:
        raise Unreadable("value is no stage of sleep that is known")
    start, end, lasted = _span(raw, asked)
    return [Slept(_source(raw.source), start, end, lasted, None, staged)] if lasted else ()


def _reading(raw: Raw, asked: Asked, what: What, unit: Unit | None, times: float) -> Given:
    value = named_number("value", raw.value)
    if value is None:
        return ()
    at, _, lasted = _span(raw, asked)
    if what == "pulse":  # goes from the first hour of a day to its last measurement
        at += timedelta(seconds=lasted // 2)
    return [Reading(_source(raw.source), at.date(), what, value * times, unit, at)]


def _span(raw: Raw, asked: Asked) -> tuple[datetime, datetime, int]:
    """Start and end in local time, and the seconds between them."""
    name = "startDate"
    try:
        start, begun = _placed(raw.start, raw.zone, asked.zones)
        name = "endDate"
        end, ended = _placed(raw.end, raw.zone, asked.zones)
    except Unreadable as problem:
        raise Unreadable(f"{name} {problem}") from problem
    lasted = ended - begun
    if not _NONE <= lasted <= _LONGEST:
        raise Unreadable("it does not end within 36 hours of its beginning")
    return start, end, lasted.days * 86_400 + lasted.seconds


@lru_cache(maxsize=1024)  # where a stage ends the next begins
def _placed(written: str, name: str, zones: Zones) -> tuple[datetime, datetime]:
    """The local time, and the same instant with an offset that never changes."""
    moment = _moment(written)
    zone = zone_named(name) if name else None
    if moment.tzinfo is None:
        moment = (moment.replace(tzinfo=zone) if zone else zones.placed(moment)).astimezone(UTC)
    return moment.astimezone(zone) if zone else zones.local(moment), moment


def _moment(written: str) -> datetime:
    if len(written) == 25 and written[10] == written[19] == " ":  # as Apple writes it
        try:
            moment = datetime.fromisoformat(written[:19] + written[20:])
            if FIRST_DAY.year < moment.year < LAST_DAY.year:
                return moment
        except ValueError:
            pass
    return iso(written)


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return device_word(name) or SOURCE
