"""One row of a Withings export to a sleep, to the states of a night, or to a weight."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Final

from underbar.importers.cells import Unreadable, named_number
from underbar.importers.clocks import clock
from underbar.importers.found import Asked, Reading, Slept
from underbar.importers.gathering import Given, about, session
from underbar.importers.imported import AWAKE
from underbar.importers.moments import within_reach
from underbar.importers.withings.shape import ASLEEP, AWAKE_COLUMN, FROM, TO
from underbar.quantities import Unit

SOURCE: Final = "withings"

_AWAKE: Final = 0
_STATES: Final = range(4)
"""Awake, light sleep, deep sleep, REM sleep."""
_LONGEST: Final = 24 * 3600


def sleep_of(row: Sequence[str], asked: Asked) -> Given:
    """The sleep of a row of `sleep.csv`; one that was awake all along is none."""
    start, end = _moment("from", row[FROM], asked), _moment("to", row[TO], asked)
    seconds = [named_number("a time asleep", row[column]) or 0.0 for column in ASLEEP]
    if min(seconds) < 0:
        raise Unreadable("a time asleep is below 0")
    if not sum(seconds):
        return AWAKE if named_number("the time awake", row[AWAKE_COLUMN]) else ()
    return [session(SOURCE, start, end, sum(seconds))]


def states_of(row: Sequence[str], asked: Asked) -> Given:
    """The stages of a row of raw states, each a stretch of sleep."""
    start = _moment("start", row[0], asked)
    found: list[Slept | Reading] = []
    begun = 0
    for state, seconds in _stages(*(_numbers(cell) for cell in row[1:3])):
        if state != _AWAKE:
            first, last = (
                within_reach((start.astimezone(UTC) + timedelta(seconds=after)).astimezone(start.tzinfo))
                for after in (begun, begun + seconds)
            )
            found.append(Slept(SOURCE, first, last, seconds, staged=True))
        begun += seconds
    return found or AWAKE


def weight_of(row: Sequence[str], unit: Unit, asked: Asked) -> Given:
    """The weight of a row of `weight.csv`."""
    weight = named_number("the weight", row[1])
    if not weight:
        return ()
    at = _moment("the date", row[0], asked)
    return [Reading(SOURCE, at.date(), "weight", weight, unit, at)]


def _stages(lengths: Sequence[int], states: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each state with the seconds that it lasts, equal ones that follow each other put together."""
    if len(lengths) != len(states):
        raise Unreadable("duration and value are not of the same length")
    if any(length <= 0 for length in lengths) or sum(lengths) > _LONGEST:
        raise Unreadable("duration is not above 0 seconds and at most a day in all")
    if any(state not in _STATES for state in states):
        raise Unreadable("value is no state of sleep that is known")
    for state, alike in groupby(zip(states, lengths, strict=True), key=itemgetter(0)):
        yield state, sum(length for _, length in alike)


def _numbers(cell: str) -> list[int]:
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or not all(type(one) is int for one in found):
        raise Unreadable("duration and value are not lists of whole numbers")
    return found


def _moment(name: str, cell: str, asked: Asked) -> datetime:
    with about(name):
        moment = clock(cell)
    return moment if moment.tzinfo is not None else asked.zones.placed(moment)
