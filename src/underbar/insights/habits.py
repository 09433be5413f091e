"""What a lifter does and how the mornings off the bar are: counts of the diary's last months."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from underbar.insights.days import Day, Diary

LAST: Final = 90
"""Days back that are counted: what somebody did last year says little of next month."""
AFTER_BAR: Final = 2
"""Mornings after bar work that are the session's own."""
WINDOW: Final = 7
"""Mornings after an injection that are no measure of the others."""
KEEPS: Final = (9.0, 1.0)
"""Beta prior of each habit: nine times in ten."""
REST: Final = (8.0, 1.5, 0.3, 0.1)
"""Dirichlet prior of a morning off the bar: ache 0, 1, 2 or more, a flare that begins."""
FLARES: Final = (2, 4, 7)
"""Days that a flare takes before this diary tells of any."""


class Habits(NamedTuple):
    """Counts: (kept, not kept) of planned bar days trained, of mornings told, of release done.

    `rest`: mornings off the bar with ache 0, 1, 2 or more, and those on which a flare began. `nights`:
    hours a night, None for one that nobody knows, the newest last. `flares`: days that each flare took.
    """

    trained: tuple[int, int]
    told: tuple[int, int]
    released: tuple[int, int]
    rest: tuple[int, int, int, int]
    nights: tuple[float | None, ...]
    flares: tuple[int, ...]


class Drawn(NamedTuple):
    """One draw of the shares behind the counts; `rest` adds up to 1."""

    trained: float
    told: float
    released: float
    rest: tuple[float, ...]


def habits(diary: Diary) -> Habits:
    """The habits of the last `LAST` days; those of flares from all of the diary."""
    days = diary.days[-LAST:]
    bar = {day.day for day in diary.days if day.load > 0}
    asked = [day for day in days if day.asked]
    released = [day.release for day in days]
    rest = [0, 0, 0, 0]
    for day in days:
        after_bar = any(day.day - away in bar for away in range(1, AFTER_BAR + 1))
        after_injection = day.after_injection is not None and day.after_injection <= WINDOW
        if day.ache is None or after_bar or after_injection or (day.flare and not day.flare_began):
            continue
        rest[3 if day.flare_began else min(day.ache, 2)] += 1
    trained = sum(day.load > 0 for day in asked)
    told = sum(day.answered for day in days)
    return Habits(
        (trained, len(asked) - trained),
        (told, len(days) - told),
        (released.count("done"), released.count("missed")),
        (rest[0], rest[1], rest[2], rest[3]),
        tuple(day.sleep for day in days),
        _flares(diary.days),
    )


def _flares(days: Sequence[Day]) -> tuple[int, ...]:
    """Days of each flare that is over."""
    found: list[int] = []
    for day in days:
        if day.flare_began:
            found.append(0)
        if day.flare and found:
            found[-1] += 1
    return tuple(found[:-1] if days and days[-1].flare else found)


def draw(own: Habits, rng: np.random.Generator) -> Drawn:
    """Shares as likely as the counts make them, under the fixed priors."""
    trained, told, released = (
        float(rng.beta(KEEPS[0] + kept, KEEPS[1] + missed))
        for kept, missed in (own.trained, own.told, own.released)
    )
    rest = rng.dirichlet(np.array(REST) + own.rest)
    return Drawn(trained, told, released, tuple(rest.tolist()))
