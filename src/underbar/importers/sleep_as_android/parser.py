"""One night of Sleep as Android."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from underbar.importers.cells import Unreadable, named_number
from underbar.importers.found import Asked, Slept
from underbar.importers.gathering import session
from underbar.importers.moments import epoch
from underbar.importers.zones import zone_named

SOURCE: Final = "sleep-as-android"

_BY_HAND: Final = "-1.0"
_LONGEST: Final = 36


def sleep_of(cells: Mapping[str, str], asked: Asked) -> Slept | None:
    """A sleep from its `Id`, which is the instant it began at, for its `Hours`: the local times beside them
    tell nothing in the night in which the clock changes. None where nothing is left of it.

    `LenAdjust`: minutes to take off, for falling asleep and lying awake; -1.0 for a night written by hand.
    """
    start = _instant(cells["id"])
    hours = named_number("Hours", cells["hours"])
    if hours is None or not 0 <= hours <= _LONGEST:
        raise Unreadable("Hours is not 0 to 36")
    adjust = cells.get("lenadjust", "").strip()
    minutes = 0.0 if adjust == _BY_HAND else named_number("LenAdjust", adjust) or 0.0
    asleep = round(hours * 3600 + minutes * 60)
    if asleep < 1:
        return None
    zone = zone_named(cells["tz"].strip())
    ends = start + timedelta(hours=hours)
    began, ended = (
        moment.astimezone(zone) if zone else asked.zones.local(moment) for moment in (start, ends)
    )
    return session(SOURCE, began, ended, asleep)


def _instant(cell: str) -> datetime:
    text = cell.strip()
    if not (text.isascii() and text.isdecimal() and 12 <= len(text) <= 13):
        raise Unreadable("Id is not a time in milliseconds")
    return epoch(int(text))
