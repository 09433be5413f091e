"""The lifter's own experiment: what may be asked, and what came of it once it has ended.

A summary holds what CONSORT-CENT (BMJ 2015, doi 10.1136/bmj.h1738) asks of a trial with one person. Mornings
count as they were drawn, whether or not the arm was kept to: the morning after a day belongs to that day's
arm, so the first morning of a period still belongs to the period before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from underbar.diary.records import Trial
from underbar.insights.days import Day
from underbar.insights.randomisation import FEWEST, LEVEL, Exact, exact

Arm = Literal["on", "off"]
Why = Literal["finished", "off", "replaced", "flare", "stop"]
Verdict = Literal["too-few", "cannot-tell", "less", "more"]
ARMS: Final[tuple[Arm, Arm]] = ("on", "off")
MOST_PAIRS: Final = 60


class Period(NamedTuple):
    """Periods of `days`: the fewest pairs of them that may be asked for, and those that are suggested."""

    days: int
    fewest: int
    suggested: int


DESIGNS: Final[dict[Trial, tuple[Period, ...]]] = {
    "bedtime": (Period(1, 14, 28), Period(7, FEWEST, 8)),
    "sitting": (Period(1, 14, 28), Period(7, FEWEST, 8)),
    "release": (Period(7, 8, 8), Period(14, 8, 8)),
}
"""In the order in which they are offered. Release never by the day and never below eight pairs: the author's
ache came back over a week without it."""


def period_of(what: Trial, block: int) -> Period | None:
    """The periods of `block` days of a question; None where it has none of that length."""
    return next((period for period in DESIGNS[what] if period.days == block), None)


class Design(NamedTuple):
    """An experiment as it was registered on `registered`, with the arm that was drawn for each of its days.

    `first`: its first day; days are proleptic ordinals. `stop`: its stop rule.
    """

    question: str
    what: Trial
    seed: int
    stop: str | None
    pairs: int
    block: int
    registered: int
    arms: tuple[Arm, ...]

    @property
    def first(self) -> int:
        """Its first day."""
        return self.registered + 1


class InArm(NamedTuple):
    """What was seen of an arm: `days` that had it, `mornings` after them that were told, and `missing` ones.

    `mean`: ache of those mornings, None for none. `done` of `told` days: release on the days that tell of
    it, None for another question.
    """

    days: int
    mornings: int
    missing: int
    mean: float | None
    done: int | None
    told: int | None


class Pair(NamedTuple):
    """A pair, counted from 1: the mean ache of each arm's mornings, None for an arm without any."""

    pair: int
    on: float | None
    off: float | None


class Outcome(NamedTuple):
    """An experiment that has ended on `ended`, the first day that is no part of it, and what it says.

    `why`: it ended. `begun`, `finished`: periods of the 2 * pairs planned. `pairs`: those begun; `left_out`:
    those of them with no morning in one arm. `exact`: of on less off, None without any pair. `verdict`:
    `too-few` pairs for any test, `cannot-tell`, or `less` or `more` ache went together with on.
    `flares`: that began after its first day, the one that ended it among them.
    """

    design: Design
    ended: int
    why: Why
    begun: int
    finished: int
    arms: dict[Arm, InArm]
    pairs: tuple[Pair, ...]
    left_out: tuple[int, ...]
    exact: Exact | None
    verdict: Verdict
    flares: int


def outcome(design: Design, days: Mapping[int, Day], ended: int, why: Why) -> Outcome:
    """What came of it. `days`: of the diary, by their number; those that are missing told nothing."""
    lasted = max(0, min(len(design.arms), ended - design.first))
    aches: dict[tuple[int, Arm], list[int]] = {}
    for since in range(lasted):
        aches.setdefault((since // (2 * design.block), design.arms[since]), []).extend(
            _after(days, design.first + since)
        )
    begun = -(-lasted // design.block)
    means = [
        (_mean(aches.get((pair, "on"), ())), _mean(aches.get((pair, "off"), ())))
        for pair in range(-(-begun // 2))
    ]
    differences = [on - off for on, off in means if on is not None and off is not None]
    tested = exact(differences) if differences else None
    return Outcome(
        design=design,
        ended=ended,
        why=why,
        begun=begun,
        finished=lasted // design.block,
        arms={arm: _in_arm(design, days, lasted, arm) for arm in ARMS},
        pairs=tuple(Pair(pair, _number(on), _number(off)) for pair, (on, off) in enumerate(means, 1)),
        left_out=tuple(pair for pair, (on, off) in enumerate(means, 1) if on is None or off is None),
        exact=tested,
        verdict=_verdict(tested),
        flares=sum(at in days and days[at].flare_began for at in range(design.first, ended + 1)),
    )


def _after(days: Mapping[int, Day], day: int) -> list[int]:
    """The ache of the morning after a day; nothing where it was not told."""
    after = days.get(day + 1)
    return [] if after is None or after.ache is None else [after.ache]


def _number(mean: Fraction | None) -> float | None:
    return None if mean is None else float(mean)


def _mean(aches: Sequence[int]) -> Fraction | None:
    return Fraction(sum(aches), len(aches)) if aches else None


def _verdict(tested: Exact | None) -> Verdict:
    if tested is None or tested.low is None:
        return "too-few"
    if tested.p > LEVEL:
        return "cannot-tell"
    return "less" if tested.mean < 0 else "more"


def _in_arm(design: Design, days: Mapping[int, Day], lasted: int, arm: Arm) -> InArm:
    on = [design.first + since for since in range(lasted) if design.arms[since] == arm]
    aches = [ache for at in on for ache in _after(days, at)]
    told = list(_release(days, on)) if design.what == "release" else None
    return InArm(
        days=len(on),
        mornings=len(aches),
        missing=len(on) - len(aches),
        mean=_number(_mean(aches)),
        done=None if told is None else sum(told),
        told=None if told is None else len(told),
    )


def _release(days: Mapping[int, Day], on: Sequence[int]) -> Iterator[bool]:
    """Whether release was done, of the days that tell: an off day that says nothing was without it."""
    for at in on:
        day = days.get(at)
        if day is not None and day.release is not None:
            yield day.release == "done"
