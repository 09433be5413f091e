"""One record of a metric of Health Auto Export to a sleep, a stage of one, or a reading.

Its times carry the offset that was in force where and when they were taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from underbar.importers.cells import Unreadable
from underbar.importers.clocks import clock
from underbar.importers.device_words import device_word
from underbar.importers.documents import number, text
from underbar.importers.found import Asked, Reading, What
from underbar.importers.gathering import Given, about, session
from underbar.importers.health_auto_export.shape import MASSES, NOT_ASLEEP, STAGED, UNSTAGED
from underbar.importers.imported import AWAKE, IN_BED

SOURCE: Final = "health-auto-export"

_STAGES: Final = ("core", "deep", "rem")


def sleep_of(record: Mapping[str, Any], asked: Asked) -> Given:
    """What one record of sleep tells: one stage, or the hours of each in a night."""
    if "value" in record:
        return _stage(record, asked)
    hours = {key: _hours(record, key) for key in ("totalSleep", "asleep", "inBed", "awake", *_STAGES)}
    asleep = hours["totalSleep"] or hours["asleep"] + sum(hours[stage] for stage in _STAGES)
    if not asleep:
        return IN_BED if hours["inBed"] else AWAKE if hours["awake"] else ()
    start, end = (_moment(key, record, asked) for key in ("sleepStart", "sleepEnd"))
    source = _source(text(record.get("source")) or text(record.get("sleepSource")))
    return [session(source, start, end, asleep * 3600)]


def reading_of(record: Mapping[str, Any], what: What, units: str, asked: Asked) -> Given:
    """The measurement of a record, on the day that its time names."""
    value = number(record.get("qty"))
    if value is None:
        raise Unreadable("qty is not a number")
    unit = MASSES.get(units.casefold()) if what == "weight" else None
    if what == "weight" and unit is None:
        raise Unreadable("units of weight are neither kg nor lb")
    at = _moment("date", record, asked)
    return [Reading(_source(text(record.get("source"))), at.date(), what, value, unit, at)]


def _stage(record: Mapping[str, Any], asked: Asked) -> Given:
    value = "".join(text(record["value"]).casefold().split()).removeprefix("hkcategoryvaluesleepanalysis")
    if value in NOT_ASLEEP:
        return IN_BED if value == "inbed" else AWAKE
    if value not in STAGED | UNSTAGED:
        raise Unreadable("value is no stage of sleep that is known")
    start, end = (_moment(key, record, asked) for key in ("startDate", "endDate"))
    stretch = session(_source(text(record.get("source"))), start, end, end.timestamp() - start.timestamp())
    return [stretch._replace(staged=value in STAGED)]


def _hours(record: Mapping[str, Any], key: str) -> float:
    """Hours; 0 where the record does not have them."""
    if record.get(key) is None:
        return 0.0
    value = number(record[key])
    if value is None or not 0 <= value <= 48:
        raise Unreadable(f"{key} is not a number of hours")
    return value


def _moment(key: str, record: Mapping[str, Any], asked: Asked) -> datetime:
    with about(key):
        moment = clock(text(record.get(key)))
    return moment if moment.tzinfo is not None else asked.zones.placed(moment)


def _source(name: str) -> str:
    """The device that measured; this app itself where several did, or none is named."""
    words = {device_word(part) for part in name.split("|")}
    return words.pop() or SOURCE if len(words) == 1 else SOURCE
