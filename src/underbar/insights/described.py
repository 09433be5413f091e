"""What is described with its numbers and never judged: bar load, injections, left against right.

Loads rise after quiet mornings only, so that a lifter without any link between load and ache shows one;
injections are few, and given when it is worst; and which side aches is no question that a number answers.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from underbar.insights.answers import GROUP, Group, group_of
from underbar.insights.days import Day, Diary
from underbar.quantities import median

BEFORE: Final = 28
"""Days before an injection that it is compared with: issue 5."""
AFTER_FROM: Final = 8
"""The first day after one that is compared: days 1 to 7 are the expected window of METHOD section 8."""
AFTER_TO: Final = 35
FEWEST: Final = GROUP
"""Mornings, of 28, below which a stretch is not described."""


class Third(NamedTuple):
    """Mornings after bar days whose heaviest work weight was from `low` to `high` kilograms."""

    low: float
    high: float
    group: Group


class Lifted(NamedTuple):
    """A morning after a bar day. `day`: its proleptic ordinal; `load`: kilograms, the heaviest lifted."""

    day: int
    load: float
    ache: int


class BarLoad(NamedTuple):
    """Mornings after bar days against the others; `untold`: mornings after bar days without an ache told.

    `thirds`: the lightest loads first, equal loads together; empty where a third would have fewer than
    ten mornings.
    """

    after: Group
    others: Group
    untold: int
    thirds: tuple[Third, ...]
    mornings: tuple[Lifted, ...]


class Stretch(NamedTuple):
    """The mornings told of 28 days. `median`, `ached` (an ache of 1 or more): None below ten mornings."""

    aches: tuple[int, ...]
    median: float | None
    ached: int | None


class Given(NamedTuple):
    """An injection on `day` (proleptic ordinal), with the 28 days before it and days 8 to 35 after it.

    `what`: as in the diary. `after` None: day 35 is not over. `others`: another one was given in that time.
    """

    day: int
    what: str
    before: Stretch
    after: Stretch | None
    others: bool


class LeftRight(NamedTuple):
    """Mornings by the side that ached more: `left`, `right`, `alike` (above 0), and `quiet` without ache.

    `untold`: an ache whose side was not told. `both`: mornings that told both sides by number;
    `left_mean`, `right_mean`: of these, None for none.
    """

    left: int
    right: int
    alike: int
    quiet: int
    untold: int
    both: int
    left_mean: float | None
    right_mean: float | None


class Described(NamedTuple):
    """The three that get no verdict."""

    bar: BarLoad
    injections: tuple[Given, ...]
    sides: LeftRight


def described(seen: Diary) -> Described:
    """The numbers of a diary, in time linear in its days."""
    return Described(_bar(seen.days), _injections(seen.days), _sides(seen.days))


def _bar(days: Sequence[Day]) -> BarLoad:
    after: list[Lifted] = []
    others = [day.ache for day in days[:1] if day.ache is not None]
    untold = 0
    for before, day in pairwise(days):
        if before.load == 0:
            if day.ache is not None:
                others.append(day.ache)
        elif day.ache is not None:
            after.append(Lifted(day.day, before.load, day.ache))
        else:
            untold += 1
    return BarLoad(
        group_of([morning.ache for morning in after]), group_of(others), untold, _thirds(after), tuple(after)
    )


def _thirds(mornings: Sequence[Lifted]) -> tuple[Third, ...]:
    loads = sorted(morning.load for morning in mornings)
    parts: tuple[list[Lifted], ...] = ([], [], [])
    for morning in mornings:
        # The middle of the ranks of equal loads: they go together to the third that most of them are in.
        ranks = bisect_left(loads, morning.load) + bisect_right(loads, morning.load)
        parts[ranks * 3 // (2 * len(loads))].append(morning)
    if min(len(part) for part in parts) < FEWEST:
        return ()
    return tuple(
        Third(
            min(morning.load for morning in part),
            max(morning.load for morning in part),
            group_of([morning.ache for morning in part]),
        )
        for part in parts
    )


def _injections(days: Sequence[Day]) -> tuple[Given, ...]:
    given = [(at, day.injected) for at, day in enumerate(days) if day.injected is not None]
    return tuple(
        Given(
            days[at].day,
            what,
            _stretch(days[max(0, at - BEFORE) : at]),
            _stretch(days[at + AFTER_FROM : at + AFTER_TO + 1]) if at + AFTER_TO < len(days) else None,
            any(other != at and -BEFORE <= other - at <= AFTER_TO for other, _ in given),
        )
        for at, what in given
    )


def _stretch(days: Sequence[Day]) -> Stretch:
    aches = tuple(day.ache for day in days if day.ache is not None)
    if len(aches) < FEWEST:
        return Stretch(aches, None, None)
    return Stretch(aches, median(aches), sum(ache > 0 for ache in aches))


def _sides(days: Sequence[Day]) -> LeftRight:
    told = [day for day in days if day.answered]
    both = [(day.left, day.right) for day in told if day.left is not None and day.right is not None]
    named = [day.side for day in told if day.ache]
    return LeftRight(
        left=named.count("left"),
        right=named.count("right"),
        alike=named.count("both"),
        quiet=len(told) - len(named),
        untold=named.count(None),
        both=len(both),
        left_mean=sum(left for left, _ in both) / len(both) if both else None,
        right_mean=sum(right for _, right in both) / len(both) if both else None,
    )
