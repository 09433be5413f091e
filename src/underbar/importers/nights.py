"""Stretches of sleep to nights: for each source one number a day, nothing counted twice, naps apart.

Which source counts where several tell the same night is the diary's to say, not the import's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, tzinfo
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from underbar.diary.records import Entry, Sleep
from underbar.importers.found import Slept
from underbar.importers.imported import NAPS, TOO_LONG, TOO_SHORT, Tally

AWAKE_BETWEEN: Final = 2 * 3600
"""Seconds that somebody may be up in the middle of a night; what is slept later is another sleep."""
NAP_BELOW: Final = 3 * 3600
"""Seconds. A shorter sleep by day is a nap, even where the night before it is unknown."""
BY_DAY: Final = (9, 21)
"""Hours of the clock between which the middle of a sleep lies by day."""
SHORTEST: Final = 30 * 60
"""Seconds. A shorter night is a recording that was tried out, or the end of one that was lost."""
LONGEST: Final = 20 * 3600
"""Seconds. A longer night is a device that was left on a table."""


class _Stretch(NamedTuple):
    """A stretch in seconds of the epoch, in which a night of a clock change is as long as it was."""

    start: float
    end: float
    asleep: int
    nap: bool
    staged: bool
    day: date | None
    zone: tzinfo | None

    @property
    def solid(self) -> bool:
        return abs(self.end - self.start - self.asleep) <= 1


def entries_of(slept: Iterable[Slept], tally: Tally) -> list[Entry]:
    """One entry a night and source, by day; naps are counted in `tally`.

    Its id names source and day, and after its last hyphen the seconds, so that a night which a later
    export knows better corrects the one before.
    """
    by_source: dict[str, list[Slept]] = {}
    for one in slept:
        by_source.setdefault(one.source, []).append(one)
    entries = [
        Entry(day, Sleep(seconds), source=source, id=f"{source}-sleep-{day:%Y%m%d}-{seconds}")
        for source, mine in by_source.items()
        for day, seconds in _nights(mine, tally).items()
    ]
    return sorted(entries, key=lambda entry: (entry.day, entry.source or ""))


def _nights(slept: Sequence[Slept], tally: Tally) -> dict[date, int]:
    totals: dict[date, int] = {}
    for one in slept:
        if one.start is None and one.day is not None:
            totals[one.day] = max(one.asleep, totals.get(one.day, 0))
    nights: dict[date, int] = {}
    for sleep in _sleeps(_without_overlaps(slept)):
        day = sleep.day or datetime.fromtimestamp(sleep.end, sleep.zone).date()
        if sleep.nap or _is_nap(sleep) or day in nights:
            tally.left_out[NAPS] += 1
        if not (sleep.nap or _is_nap(sleep)):
            nights[day] = max(sleep.asleep, nights.get(day, 0))
    nights = totals | nights
    tally.left_out[TOO_LONG] += sum(seconds > LONGEST for seconds in nights.values())
    tally.left_out[TOO_SHORT] += sum(seconds < SHORTEST for seconds in nights.values())
    return {day: seconds for day, seconds in nights.items() if SHORTEST <= seconds <= LONGEST}


def _without_overlaps(slept: Sequence[Slept]) -> list[_Stretch]:
    """The stretches in order, those that overlap made one: no minute is slept twice."""
    stretches = [
        _Stretch(
            one.start.timestamp(),
            one.end.timestamp(),
            one.asleep,
            one.nap is True,
            one.staged,
            one.day,
            one.end.tzinfo,
        )
        for one in slept
        if one.start is not None and one.end is not None
    ]
    stretches.sort(key=lambda one: (one.start, one.end))
    group: list[_Stretch] = []
    found: list[_Stretch] = []
    until = float("-inf")
    for one in stretches:
        if one.start >= until and group:
            found.append(_made_one(group))
            group = []
        group.append(one)
        until = max(until, one.end)
    return [*found, _made_one(group)] if group else found


def _made_one(group: Sequence[_Stretch]) -> _Stretch:
    """One stretch of those that overlap: the union of its stages, or the fullest account of it.

    Stages tell the time awake between them and a stretch without stages does not, so they go before it,
    unless they cover less than half of what it does.
    """
    if len(group) == 1:
        return group[0]
    solid = [one for one in group if one.solid]
    staged, every = _union([one for one in solid if one.staged]), _union(solid)
    last = max(group, key=attrgetter("end"))
    return last._replace(
        start=group[0].start,
        asleep=max(
            [staged if 2 * staged >= every else every, *(one.asleep for one in group if not one.solid)]
        ),
        nap=all(one.nap for one in group),
        day=next((one.day for one in group if one.day is not None), None),
    )


def _union(stages: Sequence[_Stretch]) -> int:
    """Seconds that stretches in the order of their start cover."""
    total, until = 0.0, float("-inf")
    for one in stages:
        total += max(0.0, one.end - max(one.start, until))
        until = max(until, one.end)
    return round(total)


def _sleeps(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """Sleeps with the short times awake within them; what the source calls a nap joins nothing."""
    found: list[_Stretch] = []
    for nap, alike in groupby(stretches, key=attrgetter("nap")):
        before: _Stretch | None = None
        for one in alike:
            if before is None or nap or one.start - before.end > AWAKE_BETWEEN:
                found.append(one)
            else:
                found[-1] = one._replace(
                    start=before.start, asleep=before.asleep + one.asleep, day=one.day or before.day
                )
            before = found[-1]
    return found


def _is_nap(sleep: _Stretch) -> bool:
    middle = datetime.fromtimestamp((sleep.start + sleep.end) / 2, sleep.zone)
    return sleep.asleep < NAP_BELOW and BY_DAY[0] <= middle.hour < BY_DAY[1]
