"""Measurements to entries: for each source and day one resting pulse, one HRV, one body weight."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from underbar.diary.records import Bodyweight, Entry, Hrv, Pulse, Record
from underbar.importers.found import Reading, What
from underbar.importers.imported import FURTHER, IMPOSSIBLE, Tally
from underbar.quantities import Weight, median

REACH: Final = {"pulse": (20.0, 200.0), "hrv": (1.0, 400.0), "kg": (25.0, 400.0), "lb": (55.0, 880.0)}
"""What a person can have; anything else is a slip of a device and counted, not stored."""


def entries_of(readings: Iterable[Reading], tally: Tally) -> list[Entry]:
    """One entry a day, source and quantity, by day.

    Of several pulses or HRVs of a day it is the median. Of several weights it is the first, which is
    the morning's; those without a time keep the order of the file.
    """
    by_day: dict[tuple[date, str, What], list[Reading]] = {}
    for one in readings:
        lowest, highest = REACH[one.unit or "kg"] if one.what == "weight" else REACH[one.what]
        if lowest <= one.value <= highest:
            by_day.setdefault((one.day, one.source, one.what), []).append(one)
        else:
            tally.left_out[IMPOSSIBLE] += 1
    entries = []
    for (day, source, what), mine in sorted(by_day.items(), key=lambda item: item[0]):
        tally.left_out[FURTHER] += len(mine) - 1
        record, content = _record(what, mine)
        entries.append(Entry(day, record, source=source, id=f"{source}-{what}-{day:%Y%m%d}-{content}"))
    return entries


def _record(what: What, mine: list[Reading]) -> tuple[Record, str]:
    """The day's record, and its value as the id ends with it."""
    if what == "weight":
        first = min(mine, key=lambda one: one.at.isoformat() if one.at else "")
        weight = Weight(round(first.value, 2), first.unit or "kg")
        return Bodyweight(weight), str(weight)
    value = round(median([one.value for one in mine]), 1)
    return (Pulse(value) if what == "pulse" else Hrv(value)), f"{value:g}"
