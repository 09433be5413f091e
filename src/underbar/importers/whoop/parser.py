"""One row of a Whoop export to a sleep and to the resting pulse and HRV of the day of waking."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Final

from underbar.importers.cells import Unreadable, named_number
from underbar.importers.clocks import clock, slashed
from underbar.importers.found import Asked, Reading, Slept
from underbar.importers.gathering import Given, about, session
from underbar.importers.whoop.shape import Role
from underbar.importers.zones import offset

SOURCE: Final = "whoop"

_TIMES: Final[tuple[tuple[str, Role], ...]] = (("Sleep onset", "onset"), ("Wake onset", "wake"))
_ZONE: Final = re.compile(r"(?:UTC|GMT|Z)?(?:([+-])([0-9]{2}):?([0-9]{2}))?", re.IGNORECASE)
_NAPS: Final[Mapping[str, bool | None]] = {
    "": None,
    **dict.fromkeys(("true", "yes", "ja", "sí", "oui", "sim", "1"), True),
    **dict.fromkeys(("false", "no", "nein", "non", "não", "0"), False),
}


def given_of(cells: Mapping[Role, str], asked: Asked, *, day_first: bool) -> Given:
    """The sleep of a row, and the readings of its cycle, which belong to the day of waking."""
    onset, wake = (
        _moment(name, cells[role], cells["zone"], asked, day_first=day_first) for name, role in _TIMES
    )
    minutes = _number("the time asleep", cells["asleep"])
    nap = cells.get("nap", "").strip().casefold()
    if nap not in _NAPS:
        raise Unreadable("the mark of a nap is neither yes nor no")
    found: list[Slept | Reading] = []
    if minutes:
        if onset is None or wake is None:
            raise Unreadable("a time asleep without the beginning and end of it")
        found.append(session(SOURCE, onset, wake, minutes * 60, _NAPS[nap]))
    pulse = _number("the resting heart rate", cells.get("pulse", ""))
    hrv = _number("the heart rate variability", cells.get("hrv", ""))
    if (pulse or hrv) and wake is None:
        raise Unreadable("a reading without the time of waking, and so without a day")
    if pulse and wake:
        found.append(Reading(SOURCE, wake.date(), "pulse", pulse, at=wake))
    if hrv and wake:
        found.append(Reading(SOURCE, wake.date(), "hrv", hrv, at=wake))
    return found


def _moment(name: str, cell: str, zone: str, asked: Asked, *, day_first: bool) -> datetime | None:
    if not cell.strip():
        return None
    with about(name):
        moment = slashed(cell, day_first=day_first) if "/" in cell else clock(cell)
    if moment.tzinfo is not None:
        return moment
    its = _zone(zone.strip())
    return asked.zones.placed(moment) if its is None else moment.replace(tzinfo=its)


def _zone(cell: str) -> tzinfo | None:
    if not cell:
        return None
    match = _ZONE.fullmatch(cell)
    if match is None:
        raise Unreadable("the time zone is not written like UTC-04:00")
    sign, hours, minutes = match.groups()
    east = 0 if sign is None else int(f"{sign}1") * (60 * int(hours) + int(minutes))
    if abs(east) >= 24 * 60:
        raise Unreadable("there is no such time zone")
    return offset(east)


def _number(name: str, cell: str) -> float | None:
    value = named_number(name, cell)
    if value is not None and value < 0:
        raise Unreadable(f"{name} is below 0")
    return value
