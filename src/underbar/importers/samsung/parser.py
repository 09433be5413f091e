"""Single rows of Samsung Health to sleeps and readings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any, Final

from underbar.importers import documents
from underbar.importers.cells import Unreadable, named_number
from underbar.importers.documents import objects
from underbar.importers.found import Asked, Reading
from underbar.importers.gathering import Given, session
from underbar.importers.imported import AWAKE
from underbar.importers.moments import epoch, iso
from underbar.importers.zones import offset

SOURCE: Final = "samsung"

BY_STAGES: Final = "a sleep that its stages tell"

_OFFSET: Final = re.compile(r"UTC([+-])([0-9]{2}):?([0-9]{2})")
_AWAKE: Final = "40001"
ASLEEP: Final = ("40002", "40003", "40004")
"""Stages: light, deep, REM."""
_EVENING: Final = timedelta(hours=6)


def moment(cells: Mapping[str, str], name: str, asked: Asked, *, local: bool) -> datetime:
    """A time of a row, where it was: UTC is written, with the offset beside it. `local`: the clock is."""
    try:
        written = iso(cells.get(name, "")).replace(tzinfo=None)
    except Unreadable as problem:
        raise Unreadable(f"{name} {problem}") from problem
    shift = _OFFSET.fullmatch(cells.get("time_offset", "").strip().upper())
    minutes = 0 if shift is None else int(shift[2]) * 60 + int(shift[3])
    if shift is None or minutes > 14 * 60:
        return asked.zones.placed(written) if local else asked.zones.local(written.replace(tzinfo=UTC))
    zone = offset(-minutes if shift[1] == "-" else minutes)
    return written.replace(tzinfo=zone) if local else written.replace(tzinfo=UTC).astimezone(zone)


def sleep_of(cells: Mapping[str, str], staged: frozenset[str], asked: Asked, *, local: bool) -> Given:
    """A sleep whose stages are not known, by its efficiency where that was measured.

    `staged`: the ids of sleeps whose stages are.
    """
    if cells.get("datauuid", "").strip().casefold() in staged:
        return BY_STAGES
    start, end = (moment(cells, name, asked, local=local) for name in ("start_time", "end_time"))
    share = named_number("efficiency", cells.get("efficiency", "")) or 100.0
    if not 0 <= share <= 100:
        raise Unreadable("efficiency is not 0 to 100")
    return [session(SOURCE, start, end, (end.timestamp() - start.timestamp()) * share / 100)]


def stage_of(cells: Mapping[str, str], asked: Asked, *, local: bool) -> Given:
    """A stage in which was slept."""
    stage = cells["stage"].strip()
    if stage == _AWAKE:
        return AWAKE
    if stage not in ASLEEP:
        raise Unreadable("stage is none that is known")
    start, end = (moment(cells, name, asked, local=local) for name in ("start_time", "end_time"))
    lasted = end.timestamp() - start.timestamp()
    return [session(SOURCE, start, end, lasted)._replace(staged=True)] if lasted else []


def weight_of(cells: Mapping[str, str], asked: Asked) -> Given:
    """A body weight; Samsung keeps kilograms whatever it shows."""
    value = named_number("weight", cells["weight"])
    at = moment(cells, "start_time", asked, local=False)
    return [Reading(SOURCE, at.date(), "weight", value, "kg", at)] if value else []


def hrv_of(document: Any, asked: Asked) -> Given:
    """The middle one of the HRVs (RMSSD) of a time of rest. After 18:00 it belongs to the day to come, with
    the rest of its night."""
    bins = objects(document)
    values = [value for one in bins if (value := documents.number(one.get("rmssd")))]
    ends = [end for one in bins if (end := documents.number(one.get("end_time", one.get("start_time"))))]
    if not values:
        return []
    if not ends:
        raise Unreadable("HRV without a time")
    at = asked.zones.local(epoch(max(ends)))
    return [Reading(SOURCE, (at + _EVENING).date(), "hrv", median(values), at=at)]
