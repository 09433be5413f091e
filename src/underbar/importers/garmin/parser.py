"""One record of Garmin's to a night, a resting pulse, an HRV or a body weight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final

from underbar.importers.cells import Unreadable
from underbar.importers.documents import number, objects, text
from underbar.importers.found import Asked, Reading, Slept
from underbar.importers.garmin.shape import NO_DAY, NOT_WORN, PULSE_ASLEEP, STAGES
from underbar.importers.gathering import Given, session
from underbar.importers.imported import IN_BED, NAPS, Tally
from underbar.importers.moments import epoch, iso, iso_day
from underbar.importers.zones import offset

SOURCE: Final = "garmin"
_FARTHEST: Final = 14 * 60
_GRAMS: Final = 1000
"""A weight above it is one in grams; a few exports have kilograms."""

Record = Mapping[str, Any]


def record_of(record: Any, asked: Asked, tally: Tally) -> Given:
    """What a record of any of the files holds, by the keys that it has."""
    if not isinstance(record, dict):
        raise Unreadable("a record that is none of Garmin's")
    if "dailySleepDTO" in record:
        return _answer(record, asked, tally)
    if "metaData" in record:
        return _weight(record, asked)
    day = _day(record)
    if day is None:
        return NO_DAY
    if "metrics" in record:
        return _status(record, day, tally)
    if "sleepStartTimestampGMT" in record or any(stage in record for stage in STAGES):
        return _night(record, day, asked, tally)
    pulse = _above_0(record, "restingHeartRate") or _above_0(record, "currentDayRestingHeartRate")
    return [Reading(SOURCE, day, "pulse", pulse)] if pulse else ()


def _answer(record: Record, asked: Asked, tally: Tally) -> Given:
    """What Garmin Connect answers for a day: the night, and beside it resting pulse and HRV."""
    dto = record["dailySleepDTO"]
    day = _day(dto) if isinstance(dto, dict) else None
    if day is None:
        return NO_DAY
    naps = objects(record.get("dailyNapDTOS"))
    tally.left_out[NAPS] += len(naps)
    night = _night(dto, day, asked, tally)
    found: list[Slept | Reading] = [] if isinstance(night, str) else [*night]
    if pulse := _above_0(record, "restingHeartRate"):
        found.append(Reading(SOURCE, day, "pulse", pulse))
    if hrv := _above_0(record, "avgOvernightHrv"):
        found.append(Reading(SOURCE, day, "hrv", hrv))
    return found or night


def _night(record: Record, day: date, asked: Asked, tally: Tally) -> Sequence[Slept] | str:
    tally.left_out[NAPS] += len(objects(record.get("napList"))) + len(objects(record.get("dailyNapDTOS")))
    start, end = _moment(record, "sleepStartTimestampGMT"), _moment(record, "sleepEndTimestampGMT")
    stages = [_above_0(record, stage) for stage in STAGES]
    asleep = sum(stage for stage in stages if stage) or _above_0(record, "sleepTimeSeconds")
    if "off_wrist" in text(record.get("sleepWindowConfirmationType")).casefold():
        return NOT_WORN
    if not asleep:
        return IN_BED if start and end else ()
    if start is None or end is None:
        raise Unreadable("a time asleep without the beginning and end of it")
    return [session(SOURCE, *_local(record, start, end, asked), asleep, day=day)]


def _local(record: Record, start: datetime, end: datetime, asked: Asked) -> tuple[datetime, datetime]:
    """In the zone of that night: an answer has beside each instant the same one as if its clock were UTC."""
    clock = _moment(record, "sleepEndTimestampLocal")
    if clock is not None:
        minutes, rest = divmod((clock - end).total_seconds(), 60)
        if not rest and minutes % 15 == 0 and abs(minutes) <= _FARTHEST:
            zone = offset(int(minutes))
            return start.astimezone(zone), end.astimezone(zone)
    return asked.zones.local(start), asked.zones.local(end)


def _status(record: Record, day: date, tally: Tally) -> Given:
    """The HRV of a night, the mean of its RMSSD."""
    found = []
    for metric in objects(record["metrics"]):
        value = _above_0(metric, "value")
        if value and metric.get("type") == "HRV":
            found.append(Reading(SOURCE, day, "hrv", value))
        elif value and metric.get("type") == "HR":
            tally.left_out[PULSE_ASLEEP] += 1
    return found


def _weight(record: Record, asked: Asked) -> Given:
    about, weight = record["metaData"], record.get("weight")
    if not isinstance(weight, dict) or not isinstance(about, dict):
        return ()
    value, at = _above_0(weight, "weight"), _moment(weight, "timestampGMT")
    if value is None:
        return ()
    local = None if at is None else asked.zones.local(at)
    day = _day(about) if local is None else local.date()
    if day is None:
        raise Unreadable("a weight without a day")
    return [Reading(SOURCE, day, "weight", value / 1000 if value > _GRAMS else value, "kg", local)]


def _day(record: Record) -> date | None:
    """The day that Garmin gives a record to, which for a night is that of waking; None where it has none."""
    day = record.get("calendarDate")
    if isinstance(day, dict):  # as exports of 2018 have it
        day = day.get("date")
    try:
        return iso_day(text(day)) if text(day) else None
    except Unreadable as problem:
        raise Unreadable(f"calendarDate {problem}") from problem


def _moment(record: Record, key: str) -> datetime | None:
    """An instant as text without zone, which is UTC, or as seconds or milliseconds since 1970."""
    value = record.get(key)
    try:
        moment = iso(value) if isinstance(value, str) and text(value)[4:5] == "-" else None
        since = number(value) if moment is None else None
        if since is not None:
            return epoch(since)
    except Unreadable as problem:
        raise Unreadable(f"{key} {problem}") from problem
    return moment.replace(tzinfo=moment.tzinfo or UTC) if moment else None


def _above_0(record: Record, key: str) -> float | None:
    value = number(record.get(key))
    return value if value and value > 0 else None
