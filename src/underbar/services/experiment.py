"""The lifter's own experiment: what may be asked, with what honest chance; its start, its stop, its end."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final, NamedTuple

from underbar.diary.records import Experiment, Trial
from underbar.insights.experiment import DESIGNS, MOST_PAIRS, Design, Outcome, outcome, period_of
from underbar.insights.power import Ache, Power, ache_of, power
from underbar.protocol.plan import ArmOf, ExperimentPlan
from underbar.protocol.rules.experiments import days_of, drawn, running_in
from underbar.protocol.rules.screens import lock
from underbar.protocol.state import Registered, State
from underbar.services.database import looking, unit_of_work
from underbar.services.diary_log import Logged, add_record
from underbar.services.errors import ServiceError
from underbar.services.insights import Whole, whole_diary
from underbar.services.kept import until_changed
from underbar.services.planning import plan_today
from underbar.wording import en_experiment as words

MOST_SEED: Final = 10**6
_SIMULATED: Final = 1
"""Seed of the simulations: the same design is told the same chance."""


class Offer(NamedTuple):
    """A design that may be started, and its chance to see anything."""

    what: Trial
    pairs: int
    block: int
    fewest: int
    ache: Ache
    power: tuple[Power, ...]

    @property
    def days(self) -> int:
        """How long it takes."""
        return 2 * self.pairs * self.block


class Begun(NamedTuple):
    """A period that has begun, counted from 1, of a pair, from `first` to `last` or today."""

    period: int
    pair: int
    arm: ArmOf
    first: date
    last: date
    now: bool


class Running(NamedTuple):
    """The experiment that runs on `today`, with today's arm; None on the day of its registration."""

    design: Design
    today: ExperimentPlan | None
    begins: date
    ends: date
    periods: tuple[Begun, ...]


class Experiments(NamedTuple):
    """The one that runs, the one that waits for its last morning, and those that have ended, newest first.

    `refused`: why none can be started now, None where one can.
    """

    running: Running | None
    waiting: Design | None
    ended: tuple[Outcome, ...]
    refused: str | None


def experiments(instant: datetime | None = None) -> Experiments:
    """How it stands on the lifter's day; kept until the diary changes. Raises RuleFailure."""
    whole = whole_diary(instant)
    with looking() as owner:
        return until_changed(owner, ("experiments", whole.today), lambda: _experiments(whole, instant))


def offers(instant: datetime | None = None) -> tuple[Offer, ...]:
    """The suggested design of each question and length of period, bedtime and sitting first."""
    return tuple(
        offer(what, period.days, period.suggested, instant)
        for what, periods in DESIGNS.items()
        for period in periods
    )


def offer(
    what: str, block: int | None = None, pairs: int | None = None, instant: datetime | None = None
) -> Offer:
    """One design: without `block` the first length of its question, without `pairs` the suggested ones.

    Raises ServiceError with the reason where it is none that may be asked for.
    """
    trial = _trial(what)
    period = period_of(trial, DESIGNS[trial][0].days if block is None else block)
    if period is None:
        raise ServiceError(words.no_such_period(trial, tuple(one.days for one in DESIGNS[trial])))
    asked = period.suggested if pairs is None else pairs
    if asked < period.fewest:
        raise ServiceError(words.too_short(trial, period.days, period.fewest))
    if asked > MOST_PAIRS:
        raise ServiceError(words.too_many(MOST_PAIRS))
    whole = whole_diary(instant)
    ache = ache_of(whole.read.seen.days)
    with looking() as owner:
        key = ("power", asked, period.days, ache)
        seen = until_changed(owner, key, lambda: power(asked, period.days, ache, _SIMULATED))
    return Offer(trial, asked, period.days, period.fewest, ache, seen)


def new_seed() -> int:
    """A seed by chance."""
    return secrets.randbelow(MOST_SEED)


def register(
    what: str,
    block: int | None = None,
    pairs: int | None = None,
    seed: int | None = None,
    instant: datetime | None = None,
    id_: str | None = None,
) -> Logged:
    """Register an experiment that begins on the next day. `seed` None: drawn here.

    Sent again under the same `id_` it is stored once. Raises ServiceError with the reason where it may not.
    """
    with unit_of_work():
        made = offer(what, block, pairs, instant)
        record = Experiment(
            question=words.QUESTIONS[made.what],
            seed=new_seed() if seed is None else seed,
            stop=words.stop_rule(made.pairs, made.block),
            what=made.what,
            pairs=made.pairs,
            block=made.block,
        )
        whole = whole_diary(instant)
        sent = id_ is not None and any(entry.id == id_ for entry in whole.diary.entries)
        refused = None if sent else _refused(whole.read.state) or _release_is_off(made.what, instant)
        if refused is not None:
            raise ServiceError(refused)
        return add_record(record, instant=instant, id_=id_)


def stop(instant: datetime | None = None, id_: str | None = None) -> Logged:
    """End the running one from today on. Raises ServiceError where none runs."""
    with unit_of_work():
        whole = whole_diary(instant)
        sent = id_ is not None and any(entry.id == id_ for entry in whole.diary.entries)
        if running_in(whole.read.state) is None and not sent:
            raise ServiceError(words.NONE_RUNS)
        return add_record(Experiment(off=True), instant=instant, id_=id_)


def _trial(what: str) -> Trial:
    trial = next((known for known in DESIGNS if known == what), None)
    if trial is None:
        raise ServiceError(f"Only {', '.join(DESIGNS)} can be tried out. {words.NOT_ASKED}")
    return trial


def _refused(state: State) -> str | None:
    if running_in(state) is not None:
        return words.RUNS_ALREADY
    if lock(state) is not None:
        return words.LOCKED
    if state.first_full_screen is None:
        return words.SCREEN_FIRST
    return words.IN_A_FLARE if state.flare is not None else None


def _release_is_off(what: Trial, instant: datetime | None) -> str | None:
    release = plan_today(instant).release if what == "release" else None
    return words.RELEASE_IS_OFF if release is not None and not (release.left_s or release.right_s) else None


def _experiments(whole: Whole, instant: datetime | None) -> Experiments:
    state, today = whole.read.state, whole.today.toordinal()
    days = {day.day: day for day in whole.read.seen.days}
    ended: list[Outcome] = []
    waiting: Design | None = None
    for one in reversed(state.experiments):
        if one.ended is None or one.why is None or one.ended <= one.first:
            continue  # it runs, or it ended before its first day
        at = days.get(one.ended)
        if today > one.ended or (at is not None and at.answered):
            ended.append(outcome(_design(whole, one), days, one.ended, one.why))
        else:
            waiting = _design(whole, one)
    running = running_in(state)
    return Experiments(
        running=None if running is None else _run(whole, running, instant),
        waiting=waiting,
        ended=tuple(ended),
        refused=_refused(state),
    )


def _design(whole: Whole, one: Registered) -> Design:
    """The experiment with the words of its entry, and the arm of each of its days."""
    entry = next(
        entry.record
        for entry in whole.diary.day_entries(date.fromordinal(one.day))
        if isinstance(entry.record, Experiment)
        and (entry.record.seed, entry.record.what) == (one.seed, one.what)
    )
    planned = (drawn(one, one.first + since) for since in range(days_of(one)))
    return Design(
        question=entry.question or "",
        what=one.what,
        seed=one.seed,
        stop=entry.stop,
        pairs=one.pairs,
        block=one.block,
        registered=one.day,
        arms=tuple(plan.arm for plan in planned if plan is not None),
    )


def _run(whole: Whole, one: Registered, instant: datetime | None) -> Running:
    ends = date.fromordinal(one.first + days_of(one) - 1)
    return Running(
        design=_design(whole, one),
        today=plan_today(instant).experiment,
        begins=date.fromordinal(one.first),
        ends=ends,
        periods=tuple(_begun(one, whole.today.toordinal())),
    )


def _begun(one: Registered, today: int) -> Iterator[Begun]:
    for first in range(one.first, min(today, one.first + days_of(one) - 1) + 1, one.block):
        plan = drawn(one, first)
        if plan is not None:
            last = min(first + one.block - 1, today)
            period = (first - one.first) // one.block + 1
            yield Begun(
                period,
                plan.pair,
                plan.arm,
                date.fromordinal(first),
                date.fromordinal(last),
                first <= today < first + one.block,
            )
