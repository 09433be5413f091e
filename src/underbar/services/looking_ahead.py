"""What opens the next step of each lift, found by asking the engine; and how long the bar has been back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, NamedTuple

from underbar.diary.records import Checkin, Entry, Lift, Release, Stability, Work
from underbar.protocol import engine
from underbar.protocol.document import Protocol, load
from underbar.protocol.plan import LiftPlan, Plan
from underbar.protocol.state import State
from underbar.quantities import Sets, Unit, Weight, parse_sets
from underbar.services import fold
from underbar.services.clock import now
from underbar.services.database import looking, unit_of_work
from underbar.services.kept import until_changed
from underbar.services.lifter import moment_of
from underbar.services.planning import MORNING, Tomorrow, tomorrow

FARTHEST: Final = 15
"""Days ahead that are tried: two weeks hold two turns of every lift."""
_NIGHT: Final = 8 * 3600
_WEEK: Final = 7


class Step(NamedTuple):
    """A heavier load that is open on `day`, the first one ahead, if all before it goes well.

    `sessions`: the bar days before it, today's included, each as planned. `mornings`: those whose
    quiet check-in it needs; with any of them missing the load does not rise that day.
    """

    lift: str
    weight: float
    unit: Unit
    plates_unit: Unit
    day: date
    sessions: tuple[date, ...]
    mornings: tuple[date, ...]


class Ahead(NamedTuple):
    """`weeks`: the week under the bar that this is, from 1; None before the first session."""

    weeks: int | None
    steps: tuple[Step, ...]


def ahead(instant: datetime | None = None) -> Ahead:
    """What lies ahead of the lifter's day; kept until the diary changes.

    No steps on a day without a check-in or under a lock, and where a rule fails on the way.
    """
    with looking() as owner:
        day = moment_of(owner, load(), instant or now()).day
        return until_changed(owner, ("ahead", day), lambda: _ahead(day))


def tomorrow_kept(instant: datetime | None = None) -> Tomorrow:
    """`planning.tomorrow`, kept until the diary changes. Raises RuleFailure."""
    instant = instant or now()
    with looking() as owner:
        day = moment_of(owner, load(), instant).day
        return until_changed(owner, ("tomorrow", day), lambda: tomorrow(instant))


def _ahead(day: date) -> Ahead:
    protocol = load()
    with unit_of_work() as owner:
        before = fold.fold_to(owner, protocol, day - fold.ONE_DAY).state
        diary = fold.standing_between(owner, day, day)
    entries = diary.day_entries(day)
    began = [lift.first_day for lift in before.lifts.values()]
    today = day.toordinal()
    weeks = (today - min(began)) // _WEEK + 1 if began else None
    answered = any(
        isinstance(entry.record, Checkin) and entry.record.ache is not None
        for entry in entries
        if entry.id not in diary.superseded
    )
    if not answered:
        return Ahead(weeks, ())
    try:
        state, plan = engine.advance(protocol, before, day, entries, diary.superseded)
        if plan.stop is not None:
            return Ahead(weeks, ())
        if began == [] and state.lifts:
            weeks = 1
        todo = [lift for lift in plan.lifts if not _done(state, lift.lift, today)]
        if todo:
            added = (*entries, *_sessions(day, todo))
            state, plan = engine.advance(protocol, before, day, added, diary.superseded)
        return Ahead(weeks, tuple(_steps(protocol, state, day, [lift.lift for lift in todo])))
    except engine.RuleFailed:
        return Ahead(weeks, ())


def _done(state: State, lift: str, today: int) -> bool:
    return lift in state.lifts and state.lifts[lift].session.day == today


def _steps(protocol: Protocol, state: State, day: date, todo: list[str]) -> Iterable[Step]:
    for lift, (found, plans) in _raises(protocol, state, day, None).items():
        needed = tuple(
            date.fromordinal(morning)
            for morning in range(day.toordinal() + 1, found.toordinal() + 1)
            if not _still_open(protocol, state, day, lift, found, date.fromordinal(morning))
        )
        bars = [plan.day for plan in plans[:-1] if any(one.lift == lift for one in plan.lifts)]
        sessions = ([day] if lift in todo else []) + bars
        raised = next(one for one in plans[-1].lifts if one.lift == lift)
        yield Step(lift, raised.weight, raised.unit, raised.plates_unit, found, tuple(sessions), needed)


def _still_open(protocol: Protocol, state: State, day: date, lift: str, found: date, missing: date) -> bool:
    other = _raises(protocol, state, day, missing, found).get(lift)
    return other is not None and other[0] == found


def _raises(
    protocol: Protocol, state: State, day: date, missing: date | None, last: date | None = None
) -> dict[str, tuple[date, list[Plan]]]:
    """The first raise of each lift after `day`, with every plan up to it, where all goes well.

    `missing`: a morning without its check-in. `last`: no day after it is tried.
    """
    found: dict[str, tuple[date, list[Plan]]] = {}
    plans: list[Plan] = []
    wanted = {lift for lift, goal in state.goals.items() if not goal.off}
    for _ in range(FARTHEST):
        day += fold.ONE_DAY
        if found.keys() >= wanted or (last is not None and day > last):
            break
        morning = () if day == missing else (_quiet(day),)
        planned = engine.advance(protocol, state, day, morning)[1]
        done = (*morning, *_sessions(day, planned.lifts), *_daily(day, planned))
        state = engine.advance(protocol, state, day, done)[0]
        plans.append(planned)
        for lift in planned.lifts:
            if lift.verdict == "progress" and lift.lift not in found:
                found[lift.lift] = (day, list(plans))
    return found


def _quiet(day: date) -> Entry:
    answers = Checkin(ache=0, stiff="none", sleep=_NIGHT, woke=MORNING)
    return Entry(day, answers, time=MORNING)


def _sessions(day: date, lifts: Iterable[LiftPlan]) -> list[Entry]:
    """The bar work of a plan as it is logged when all of it was done and nothing hurt."""
    return [
        Entry(
            day,
            Lift(
                lift.lift,
                (Work(Weight(lift.weight, lift.unit), Sets(lift.sets, lift.reps, "reps")),),
                brace=True,
                pain=0,
                rpe=lift.effort_max,
            ),
        )
        for lift in lifts
    ]


def _daily(day: date, plan: Plan) -> list[Entry]:
    found: list[Entry] = []
    if plan.release is not None and (plan.release.left_s or plan.release.right_s):
        found.append(Entry(day, Release(plan.release.left_s, plan.release.right_s)))
    for work in plan.stability:
        dose = parse_sets(work.dose)
        found.append(Entry(day, Stability(work.exercise, work.level, dose, dose, pain=0, form="ok")))
    return found
