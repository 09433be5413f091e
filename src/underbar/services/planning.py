"""Today's plan, the plan of any day, and what tomorrow's answers would bring."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from underbar.diary.diary import Diary
from underbar.diary.records import Checkin, Entry
from underbar.protocol.document import Protocol, load
from underbar.protocol.plan import LiftPlan, Plan
from underbar.services import fold
from underbar.services.clock import now
from underbar.services.database import looking, unit_of_work
from underbar.services.errors import ServiceError
from underbar.services.kept import until_changed
from underbar.services.lifter import moment_of, numbers_on, today_of
from underbar.store import plans
from underbar.wording.as_json import plan_to_json

FARTHEST = 366
MORNING = 7 * 60
"""Minutes after midnight at which tomorrow's check-in is supposed: in time by any setting."""


class Answers(NamedTuple):
    """What a lifter might say in the morning."""

    ache: int
    short_sleep: bool
    painkiller: bool


class Outcome(NamedTuple):
    """A plan, and all answers that lead to it; the plan's reasons are those of the first."""

    answers: tuple[Answers, ...]
    plan: Plan


class Tomorrow(NamedTuple):
    """The day meant and its outcomes, that of the best answers first.

    `short_h` and `enough_h` are the hours of sleep that the two answers stand for.
    """

    day: date
    short_h: float
    enough_h: float
    outcomes: tuple[Outcome, ...]


def plan_today(instant: datetime | None = None) -> Plan:
    """The plan of the lifter's day, kept as shown where it differs from the last one shown for it.

    Worked out once for each day and revision of the diary, however often it is asked for.
    """
    instant = instant or now()
    with looking() as owner:
        day = moment_of(owner, load(), instant).day
        return until_changed(owner, ("plan", day, load().digest), lambda: _plan_today(instant))


def _plan_today(instant: datetime) -> Plan:
    protocol = load()
    with unit_of_work() as owner:
        moment = today_of(owner, protocol, instant)
        plan = fold.fold_to(owner, protocol, moment.day).plan
        plans.keep_shown(
            owner,
            plans.Shown(plan.day, plan.protocol, protocol.digest, plan_to_json(plan), moment.stamp),
        )
    return plan


def plan_of(day: date, instant: datetime | None = None) -> Plan:
    """The plan of any day up to a year ahead, as today's rules see it; not kept as shown."""
    protocol = load()
    with unit_of_work() as owner:
        _within_reach(owner, protocol, day, instant)
        return fold.fold_to(owner, protocol, day).plan


def replay(last: date | None = None) -> Iterator[Plan]:
    """One plan a day from the first entry's to `last`; None: to the day after the last entry's.

    All are worked out before the first is given.
    """
    with unit_of_work() as owner:
        return iter(list(fold.each_plan(owner, load(), last)))


def replay_between(first: date, last: date, instant: datetime | None = None) -> tuple[Plan, ...]:
    """The plans from `first` to `last`, both included, as today's rules see them. Raises as `plan_of`."""
    protocol = load()
    with unit_of_work() as owner:
        _within_reach(owner, protocol, last, instant)
        diary = fold.standing_between(owner, first, last)
        return tuple(fold.plans_between(owner, protocol, first, last, diary))


def _within_reach(owner: int, protocol: Protocol, day: date, instant: datetime | None) -> None:
    today = today_of(owner, protocol, instant or now()).day
    if (day - today).days > FARTHEST:
        raise ServiceError(f"{day.isoformat()} is more than a year ahead: no diary says what comes then.")


def tomorrow(instant: datetime | None = None) -> Tomorrow:
    """What each answer of tomorrow's check-in would bring, if nothing more is logged today."""
    protocol = load()
    with unit_of_work() as owner:
        today = today_of(owner, protocol, instant or now()).day
        day = today + fold.ONE_DAY
        state = fold.fold_to(owner, protocol, today).state
        numbers = numbers_on(owner, protocol, day)
        planned = fold.standing_between(owner, day, day).day_entries(day)
    short, enough = numbers.short_sleep - 1, max(numbers.short_sleep, numbers.sleep_debt_mean) + 1
    found: dict[tuple[object, ...], tuple[list[Answers], Plan]] = {}
    for painkiller in (False, True):
        for short_sleep in (False, True):
            for ache in range(11):
                said = Answers(ache, short_sleep, painkiller)
                morning = _morning(day, said, short if short_sleep else enough)
                plan = fold.advance_once(protocol, state, day, Diary.of([*planned, morning]))
                found.setdefault(what_to_do(plan), ([], plan))[0].append(said)
    return Tomorrow(day, short, enough, tuple(Outcome(tuple(said), plan) for said, plan in found.values()))


def _morning(day: date, said: Answers, hours: float) -> Entry:
    checkin = Checkin(
        ache=said.ache,
        side="both",
        stiff="none",
        sleep=round(hours * 3600),
        woke=MORNING,
        painkiller=said.painkiller,
    )
    return Entry(day, checkin, time=MORNING)


def what_to_do(plan: Plan) -> tuple[object, ...]:
    """A plan without its reasons: two mornings that ask for the same are one outcome."""
    release = plan.release and (plan.release.left_s, plan.release.right_s)
    return (
        plan.phase,
        plan.verdict,
        tuple(_lift(lift) for lift in plan.lifts),
        plan.next_lift_day,
        release,
        tuple((item.exercise, item.level, item.dose, item.weight) for item in plan.stability),
        tuple((item.item, item.minutes, item.times) for item in plan.other),
        plan.stop,
    )


def _lift(lift: LiftPlan) -> tuple[object, ...]:
    return (lift.lift, lift.weight, lift.unit, lift.sets, lift.reps, lift.verdict)
