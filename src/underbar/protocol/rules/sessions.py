"""METHOD 5-6: what was lifted today, taken in for later days. Today's plan is not touched by it."""

from __future__ import annotations

from typing import NamedTuple

from underbar.diary.records import Lift, Stability, Work
from underbar.diary.vocabulary import HINGES, LIFTS
from underbar.protocol.document import Protocol
from underbar.protocol.logged import Logged
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import LiftPlan
from underbar.protocol.rules.carrying import carry_on, go_row
from underbar.protocol.rules.ceiling import layoff
from underbar.protocol.rules.day_view import Today
from underbar.protocol.rules.loads import Outcome, judge_last, plan_lift
from underbar.protocol.rules.plates import Rack, rack
from underbar.protocol.rules.readiness import may_max
from underbar.protocol.state import LiftState, Session, State
from underbar.quantities import Unit, Weight

_TOLERANCE: dict[Unit, float] = {"lb": 1.0, "kg": 0.5}
"""A difference that comes of writing a weight down, not of choosing another."""

_PAINFUL = frozenset({Lift, Stability})
_WRITTEN = 0.051
"""How far a weight written to 0.1 may lie from what was on the bar."""


class Lifted(NamedTuple):
    """A lift's sets of one day. `heaviest`: of the work sets, None where there were warm-ups alone.

    `tried`: the heaviest of all sets, failed ones and warm-ups too.
    """

    records: list[Lift]
    work: list[Work]
    heaviest: Weight | None
    tried: Weight


class Done(NamedTuple):
    """A session under the gate as it is taken in. `due`: its plan, None where no bar work was due.

    `tried`: the heaviest of all its sets in `unit`; `over`: more than was asked.
    """

    lift: str
    ls: LiftState | None
    unit: Unit
    place: Rack
    lifted: Lifted
    tried: float
    pain: int | None
    outcome: Outcome
    due: LiftPlan | None
    over: bool


def worst_pain(logged: Logged) -> int | None:
    """The worst pain during any exercise of the day; None where none was given."""
    if not logged.any_of(_PAINFUL):
        return None
    pains = [record.pain for record in logged.records(Lift) if record.pain is not None]
    pains += [record.pain for record in logged.records(Stability) if record.pain is not None]
    return max(pains, default=None)


def note_sessions(
    protocol: Protocol,
    n: Numbers,
    state: State,
    today: Today,
    logged: Logged,
    outcomes: dict[str, Outcome],
    judged: bool,
) -> None:
    """Log every lift of today. `outcomes`: what was worked out this morning, by lift; `judged`: the
    gate runs, as a full screen was answered; before that sessions only count as training."""
    by_lift: dict[str, list[Lift]] = {}
    loaded = False
    beside: list[int] = []  # pain in what is not judged itself
    for record in logged.records(Lift):
        if record.exercise in LIFTS:
            by_lift.setdefault(record.exercise, []).append(record)
        loaded = loaded or record.pelvis or record.exercise in LIFTS
        if record.pelvis and record.pain is not None:
            beside.append(record.pain)
    if not loaded:
        return
    day = today.day
    state.loaded_days = (*state.loaded_days[-3:], day)
    if any(lift in HINGES for lift in by_lift):
        state.hinge_days = (*state.hinge_days[-7:], day)
    if any(lift not in HINGES for lift in by_lift):
        state.squat_days = (*state.squat_days[-7:], day)
    pains = [record.pain for records in by_lift.values() for record in records if record.pain is not None]
    pain = max(pains) if pains else None
    for lift, records in by_lift.items():
        lifted = _sum_up(records)
        if lifted is None:
            continue
        if judged and (lift in state.goals or lift in state.lifts):
            _session(protocol, n, state, today, lift, lifted, pain, outcomes.get(lift))
        elif pain is not None:
            beside.append(pain)
        _note_heaviest(n, state, day, lift, lifted, not (judged and lift in state.goals))
    worst = max(beside, default=0)
    if worst > n.go_pain:
        _count_against_last(n, state, worst)


def _sum_up(records: list[Lift]) -> Lifted | None:
    every = [work for record in records for work in record.work if work.weight is not None]
    if not every:
        return None
    work = [
        work for record in records if not record.warmup for work in record.work if work.weight is not None
    ]
    done = [w for w in work if w.sets.amount > 0]  # a failed attempt lifts nothing
    heaviest = max((w.weight for w in done or work if w.weight is not None), key=_kilograms, default=None)
    return Lifted(
        records, work, heaviest, max((w.weight for w in every if w.weight is not None), key=_kilograms)
    )


def _kilograms(weight: Weight) -> float:
    return weight.to("kg")


def _note_heaviest(n: Numbers, state: State, day: int, lift: str, lifted: Lifted, free: bool) -> None:
    """Remember the heaviest full set of the day, of a session that was neither missed nor painful.

    `free`: the gate did not run yet, so that it tells of training before the method.
    """
    bad = any(r.missed or (r.pain is not None and r.pain > n.go_pain) for r in lifted.records)
    full = [
        w.weight
        for w in lifted.work
        if w.weight is not None and w.sets.kind == "reps" and w.sets.amount >= n.dose_reps
    ]
    if full and not bad:
        keep = day - n.recent_training_days
        state.heavy = (
            *[old for old in state.heavy if old[0] >= keep],
            (day, lift, max(full, key=_kilograms), free),
        )


def _count_against_last(n: Numbers, state: State, pain: int) -> None:
    """Pain in what the gate does not judge counts against the last session of every lift.

    A session whose own pain is missing stays without one, which holds, unless this is worse than that.
    """
    counted: dict[str, LiftState] = {}
    for lift, ls in state.lifts.items():
        own = ls.session.pain
        worse = pain > n.back_off_pain if own is None else pain > own
        counted[lift] = ls._replace(session=ls.session._replace(pain=pain)) if worse else ls
    state.lifts = counted


def _session(
    protocol: Protocol,
    n: Numbers,
    state: State,
    today: Today,
    lift: str,
    lifted: Lifted,
    pain: int | None,
    outcome: Outcome | None,
) -> None:
    """Take in a session of a lift under the gate, planned or not."""
    ls = state.lifts.get(lift)
    due = outcome.plan if outcome is not None else None
    if outcome is None:
        outcome = _not_planned(protocol, n, state, today, lift, ls)
    unit = ls.unit if ls is not None else state.units
    tried = lifted.tried.to(unit)
    warmed_up = lifted.heaviest is None
    over = tried > due.weight + _TOLERANCE[unit] if due is not None else not warmed_up
    if over:
        kept = [on for on in state.over_days if 0 < today.day - on <= n.whisper_over_days]
        state.over_days = (*kept, today.day)
    if (due is None or warmed_up) and (ls is None or outcome.fresh):
        return  # nothing to carry on: the lift begins with a session that was due, and done
    if due is None and warmed_up:
        if pain is not None and pain > n.go_pain:
            _count_against_last(n, state, pain)
        return
    place = rack(state.gym, lift, protocol.lifts[lift].tool, unit)
    done = Done(lift, ls, unit, place, lifted, tried, pain, outcome, due, over)
    session = _as_session(n, state, today, done)
    if due is not None and any(r.rule == "sleep-debt" for r in due.reasons):
        debts = [on for on in state.debt_days if 0 < today.day - on < n.sleep_debt_window]
        state.debt_days = (*debts, today.day)
    state.lifts = {**state.lifts, lift: carry_on(n, ls, session, outcome, today)}


def _not_planned(
    protocol: Protocol, n: Numbers, state: State, today: Today, lift: str, ls: LiftState | None
) -> Outcome:
    """What the morning would have said of a lift that was not due; judged alone where its goal is off."""
    if lift in state.goals or ls is None:
        return plan_lift(protocol, n, state, lift, today)
    away = today.day - ls.session.day
    cut = layoff(n, away, ls.session.working, ls.unit)
    return Outcome(None, (), judge_last(n, ls, today), cut is not None, away > n.layoff_long_days)


def _as_session(n: Numbers, state: State, today: Today, done: Done) -> Session:
    due, lifted, records = done.due, done.lifted, done.lifted.records
    reference = due if due is not None else done.outcome.plan
    sets, reps = int(n.dose_sets), int(n.dose_reps)
    load, working = _counted(n, today, done)
    return Session(
        day=today.day,
        load=load,
        working=working,
        lowered=due is not None and done.outcome.lowered and working > load,
        asked=due.weight if due is not None else None,
        lifted=done.tried,
        missed=_missed(lifted, sets, reps),
        asked_sets=f"{sets}x{reps}",
        brace=any(r.brace for r in records),
        effort=max((r.rpe for r in records if r.rpe is not None), default=None),
        effort_max=reference.effort_max if reference is not None else n.effort_first,
        shift=next((r.shift for r in records if r.shift is not None), None),
        pain=done.pain,
        over=done.over,
        maxing=_maxing(n, state, today, done),
        unit=done.unit,
    )


def _counted(n: Numbers, today: Today, done: Done) -> tuple[float, float]:
    """The load that the session counts for, and the working load that it carries on."""
    due, heaviest = done.due, done.lifted.heaviest
    if due is None:
        return (_unplanned(n, today, done),) * 2
    if heaviest is None:  # warm-ups alone: nothing above the last load was ever on the bar
        kept = min(due.working, done.ls.session.working) if done.ls is not None else due.working
        return kept, kept
    lifted = _as_made(done.place, heaviest.to(done.unit))
    if lifted > due.weight - _TOLERANCE[done.unit]:
        return due.weight, due.working
    return lifted, lifted


def _as_made(place: Rack, lifted: float) -> float:
    """What was lifted, as the gym makes it: a weight written to 0.1 of the other unit is that load."""
    made = place.down(lifted + _WRITTEN)
    return made if made is not None and abs(made - lifted) <= _WRITTEN else lifted


def _unplanned(n: Numbers, today: Today, done: Done) -> float:
    """What bar work on a day that had none leaves: never heavier than the last load, nor than its cuts."""
    lifted = _as_made(done.place, (done.lifted.heaviest or done.lifted.tried).to(done.unit))
    ls = done.ls
    last = ls.session.working if ls is not None else lifted
    if done.outcome.plan is not None:
        return min(lifted, last, done.outcome.plan.working)
    away = layoff(n, today.day - ls.session.day, last, done.unit) if ls is not None else None
    return min(lifted, last * away[0] / 100 if away is not None else last)


def _maxing(n: Numbers, state: State, today: Today, done: Done) -> float | None:
    """The limit that a single, or a load near the old best that nobody asked for, passed; else None."""
    goal = state.goals.get(done.lift)
    best = (goal.best or goal.target) if goal is not None else None
    if best is None or may_max(n, state, done.ls, today.day, go_row(done.ls, done.outcome)):
        return None
    near = best.to(done.unit) * n.no_maxing_percent / 100
    single = any(w.sets.amount == 1 and w.sets.kind == "reps" for w in done.lifted.work)
    return near if single or (done.over and done.tried >= near) else None


def _missed(lifted: Lifted, sets: int, reps: int) -> str | None:
    """`2 of 3 sets` where sets or repetitions at the work weight fall short; None where complete."""
    done = 0
    if lifted.heaviest is not None:
        at = lifted.heaviest.to("kg")
        for w in lifted.work:
            same = w.weight is not None and abs(w.weight.to("kg") - at) <= _TOLERANCE["kg"]
            if same and w.sets.kind == "reps" and w.sets.amount >= reps:
                done += w.sets.count
    if done >= sets and not any(record.missed for record in lifted.records):
        return None
    return f"{min(done, sets)} of {sets} sets"
