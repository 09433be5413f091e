"""One day of an intervals.icu wellness table to its sleep and its readings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from underbar.importers.cells import Unreadable, named_number
from underbar.importers.found import Reading, Slept
from underbar.importers.gathering import Given, about
from underbar.importers.intervals_icu.shape import Role
from underbar.importers.moments import iso_day

SOURCE: Final = "intervals-icu"

_DAY: Final = 24 * 3600


def given_of(cells: Mapping[Role, str], hrv: Role) -> Given:
    """The total sleep of the day's night, resting pulse, HRV out of the column `hrv`, weight in kilograms."""
    with about("date"):
        day = iso_day(cells["day"])
    found: list[Slept | Reading] = []
    slept = _number("sleepSecs", cells["sleep"])
    if slept is not None:
        if not 1 <= slept <= _DAY:
            raise Unreadable("sleepSecs is not above 0 and at most a day")
        found.append(Slept(SOURCE, None, None, round(slept), day=day))
    pulse = _number("restingHR", cells["pulse"])
    if pulse is not None:
        found.append(Reading(SOURCE, day, "pulse", pulse))
    variability = _number("hrv", cells.get(hrv, ""))
    if variability is not None:
        found.append(Reading(SOURCE, day, "hrv", variability))
    weight = _number("weight", cells.get("weight", ""))
    if weight is not None:
        found.append(Reading(SOURCE, day, "weight", weight, "kg"))
    return found


def _number(name: str, cell: str) -> float | None:
    """None for a blank, and for 0, which stands for no measurement."""
    return named_number(name, cell) or None
