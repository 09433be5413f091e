"""One row or record of an Oura export to a sleep and its readings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from underbar.importers.cells import Unreadable, named_number
from underbar.importers.found import Asked, Reading, Slept
from underbar.importers.gathering import Given, about, session
from underbar.importers.imported import Tally
from underbar.importers.moments import iso, iso_day
from underbar.importers.oura.shape import Role

SOURCE: Final = "oura"

DELETED: Final = "a sleep that was deleted in Oura"
NO_SLEEP: Final = "a rest that Oura took for sleep"
OF_A_NAP: Final = "the pulse or HRV of a short sleep"

_KINDS: Final[Mapping[str, bool | None]] = {"long_sleep": False, "sleep": None, "late_nap": True, "": None}
"""Whether a sleep of this kind is a nap. `sleep` is one of up to three hours: a nap, or part of a night."""
_BLANK: Final = ("", "none", "null", "nan")


def sleep_of(cells: Mapping[Role, str], asked: Asked, tally: Tally) -> Given:
    """The sleep and, where it is the night's, resting pulse and HRV of its day."""
    kind = cells.get("kind", "").strip().casefold()
    if kind in ("deleted", "rest"):
        return DELETED if kind == "deleted" else NO_SLEEP
    if kind not in _KINDS:
        raise Unreadable("type is none that is known")
    start = _moment("the beginning of the sleep", cells["start"], asked)
    end = _moment("the end of the sleep", cells["end"], asked)
    with about("day"):
        day = None if _blank(cells.get("day", "")) else iso_day(cells["day"])
    asleep = _number("the time asleep", cells["asleep"])
    pulse = _number("the resting heart rate", cells.get("pulse", ""))
    hrv = _number("the average HRV", cells.get("hrv", ""))
    found: list[Slept | Reading] = []
    if asleep:
        if start is None or end is None:
            raise Unreadable("a time asleep without the beginning and end of it")
        found.append(session(SOURCE, start, end, asleep, _KINDS[kind], day))
    of_day = day or (None if end is None else end.date())
    if of_day is None and (pulse or hrv):
        raise Unreadable("a reading without a day")
    if kind in ("sleep", "late_nap"):
        tally.left_out[OF_A_NAP] += bool(pulse) + bool(hrv)
    elif of_day is not None:
        if pulse:
            found.append(Reading(SOURCE, of_day, "pulse", pulse, at=end))
        if hrv:
            found.append(Reading(SOURCE, of_day, "hrv", hrv, at=end))
    return found


def text_of(value: Any) -> str:
    """A value of a JSON record as the cell that a table would have for it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return f"{value:.6f}" if abs(value) < 1e9 else "much"


def _moment(name: str, cell: str, asked: Asked) -> datetime | None:
    if _blank(cell):
        return None
    with about(name):
        moment = iso(cell)
    return moment if moment.tzinfo is not None else asked.zones.placed(moment)


def _number(name: str, cell: str) -> float | None:
    """None for a blank; 0 is what Oura writes where it measured nothing."""
    value = None if _blank(cell) else named_number(name, cell)
    if value is not None and value < 0:
        raise Unreadable(f"{name} is below 0")
    return value


def _blank(cell: str) -> bool:
    return cell.strip().casefold() in _BLANK
