"""METHOD 5-6: what was lifted today, taken in for later days. Today's plan is not touched by it."""

from __future__ import annotations

from underbar.diary.records import Lift, Stability
from underbar.diary.vocabulary import HINGES, LIFTS
from underbar.protocol.document import Protocol
from underbar.protocol.logged import Logged
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import LiftPlan
from underbar.protocol.rules.ceiling import layoff
from underbar.protocol.rules.day_view import Today
from underbar.protocol.rules.loads import Outcome, judge_last, plan_lift
from underbar.protocol.rules.readiness import may_max
from underbar.protocol.state import LiftState, Session, State
from underbar.quantities import Unit, Weight

_TOLERANCE: dict[Unit, float] = {"lb": 1.0, "kg": 0.5}
"""A difference that comes of writing a weight down, not of choosing another."""

_WEEK = 7
_OUTCOMES_KEPT = 10


def worst_pain(logged: Logged) -> int | None:
    """The worst pain during any exercise of the day; None where none was given."""
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
    gate runs (screened, with a goal); before that sessions only count as training."""
    by_lift: dict[str, list[Lift]] = {}
    loaded = False
    for record in logged.records(Lift):
        if record.exercise in LIFTS:
            by_lift.setdefault(record.exercise, []).append(record)
        loaded = loaded or record.pelvis or record.exercise in LIFTS
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
        work = [w for record in records if not record.warmup for w in record.work if w.weight is not None]
        if not work:
            continue
        lifted = [w for w in work if w.sets.amount > 0]  # a failed attempt lifts nothing
        heaviest = max((w.weight for w in lifted or work if w.weight is not None), key=_kilograms)
        if judged and lift in state.goals:
            _session(protocol, n, state, today, lift, records, heaviest, pain, outcomes.get(lift))
        if not lifted:
            continue
        keep = day - n.recent_training_days
        state.heavy = (*(old for old in state.heavy if old[0] >= keep), (day, lift, heaviest))


def _kilograms(weight: Weight) -> float:
    return weight.to("kg")


def _session(
    protocol: Protocol,
    n: Numbers,
    state: State,
    today: Today,
    lift: str,
    records: list[Lift],
    heaviest: Weight,
    pain: int | None,
    outcome: Outcome | None,
) -> None:
    due = outcome.plan if outcome is not None else None
    if outcome is None:
        outcome = plan_lift(protocol, n, state, lift, today)
    ls = state.lifts.get(lift)
    unit = ls.unit if ls is not None else state.units
    lifted = heaviest.to(unit)
    tried = max(w.weight.to(unit) for r in records if not r.warmup for w in r.work if w.weight is not None)
    tolerance = _TOLERANCE[unit]
    over = due is None or tried > due.weight + tolerance
    if over:
        state.over_days = (
            *(on for on in state.over_days if 0 < today.day - on <= n.whisper_over_days),
            today.day,
        )
    if due is None and (ls is None or outcome.fresh):
        return  # nothing to carry on: the lift begins with a session that was due
    best = state.goals[lift].best or state.goals[lift].target
    near = best.to(unit) * n.no_maxing_percent / 100 if best is not None else None
    go_row = _go_row(ls, outcome)
    single = any(
        w.sets.amount == 1 and w.sets.kind == "reps" for r in records if not r.warmup for w in r.work
    )
    attempt = (
        near is not None
        and (single or (over and tried >= near))
        and not may_max(n, state, ls, today.day, go_row)
    )
    reference = due if due is not None else outcome.plan
    sets, reps = (
        (reference.sets, reference.reps) if reference is not None else (int(n.dose_sets), int(n.dose_reps))
    )
    effort_max = reference.effort_max if reference is not None else n.effort_first
    if due is not None and abs(lifted - due.weight) <= tolerance:
        load, working = due.weight, due.working
    elif due is not None:
        load = min(lifted, due.weight)
        working = due.working if lifted > due.weight else lifted
    else:
        load = working = _unplanned(n, ls, outcome, today, lifted)
    efforts = [r.rpe for r in records if r.rpe is not None]
    session = Session(
        day=today.day,
        load=load,
        working=working,
        lowered=due is not None and due.working > due.weight and _capped(due) and working > load,
        asked=due.weight if due is not None else None,
        lifted=tried,
        missed=_missed(records, heaviest, sets, reps),
        asked_sets=f"{sets}x{reps}",
        brace=any(r.brace for r in records),
        effort=max(efforts) if efforts else None,
        effort_max=effort_max,
        shift=next((r.shift for r in records if r.shift is not None), None),
        pain=pain,
        over=over,
        maxing=near if attempt else None,
        unit=unit,
    )
    if due is not None and any(r.rule == "sleep-debt" for r in due.reasons):
        kept = [on for on in state.debt_days if 0 < today.day - on < n.sleep_debt_window]
        state.debt_days = (*kept, today.day)
    reenters = due is not None and outcome.reenters
    state.lifts = {**state.lifts, lift: _carry(n, ls, session, outcome, today, reenters, unit)}


def _capped(plan: LiftPlan) -> bool:
    """Whether the day, and not the plates alone, lowered today's load."""
    return any(r.rule in ("sleep-debt", "injection-window", "flare", "ache-today") for r in plan.reasons)


def _unplanned(n: Numbers, ls: LiftState | None, outcome: Outcome, today: Today, lifted: float) -> float:
    """What bar work on a day that had none leaves: never heavier than the last load, nor than its cuts."""
    last = ls.session.working if ls is not None else lifted
    if outcome.plan is not None:
        return min(lifted, last, outcome.plan.working)
    away = layoff(n, today.day - ls.session.day, last, ls.unit) if ls is not None else None
    return min(lifted, last, last * away[0] / 100 if away is not None else last)


def _missed(records: list[Lift], heaviest: Weight, sets: int, reps: int) -> str | None:
    """`2 of 3 sets` where sets or repetitions at the work weight fall short; None where complete."""
    at = heaviest.to("kg")
    done = sum(
        w.sets.count
        for record in records
        if not record.warmup
        for w in record.work
        if w.weight is not None
        and abs(w.weight.to("kg") - at) < 1e-6
        and w.sets.kind == "reps"
        and w.sets.amount >= reps
    )
    if done >= sets and not any(record.missed for record in records):
        return None
    return f"{min(done, sets)} of {sets} sets"


def _go_row(ls: LiftState | None, outcome: Outcome) -> int:
    judged = outcome.judgement
    if ls is None or judged is None:
        return 0
    return ls.go_row + 1 if judged.clean else 0


def _carry(
    n: Numbers,
    ls: LiftState | None,
    session: Session,
    outcome: Outcome,
    today: Today,
    reenters: bool,
    unit: Unit,
) -> LiftState:
    """The lift's state after a new session: the last one's outcome counted, the base renewed on re-entry."""
    if ls is None or outcome.fresh:
        return LiftState(session, today.day, unit, session.load, today.day)
    judged = outcome.judgement if outcome.judgement is not None else judge_last(n, ls, today)
    cut_now = any(
        r.rule == "stalled" and dict(r.facts)["cut"] for r in (outcome.plan.reasons if outcome.plan else ())
    )
    go_row = ls.go_row + 1 if judged.clean else 0
    flared = today.flare is not None or ls.return_factor is not None  # then the flare was its zone
    back_row = ls.back_row + 1 if judged.zone == "back-off" and not flared else 0
    ended = judged.zone in ("go", "back-off")
    symptom_row = 0 if ended else ls.symptom_row + (1 if judged.symptom else 0)
    letter = "b" if judged.zone == "back-off" else "a" if judged.ache else "g" if judged.clean else "h"
    carried = ls._replace(
        session=session,
        go_row=go_row,
        back_row=back_row,
        symptom_row=0 if cut_now else symptom_row,
        stalled=(ls.stalled or cut_now) and not judged.clean,
        outcomes=(ls.outcomes + letter)[-_OUTCOMES_KEPT:],
    )
    if reenters:
        base = session.working if session.lowered else session.load
        return carried._replace(
            base=base,
            base_day=today.day,
            go_old=None,
            go_old_day=0,
            go_recent=(),
            return_factor=None,
            return_days=0,
        )
    return _age_loads(n, carried, ls.session if judged.clean else None, today.day)


def _age_loads(n: Numbers, ls: LiftState, went: Session | None, day: int) -> LiftState:
    """Move go loads that are old enough for the ceiling into its one number."""
    recent = ls.go_recent if went is None else (*ls.go_recent, (went.day, went.load))
    old, old_day, young = ls.go_old, ls.go_old_day, []
    for on, load in recent:
        if day - on < n.ceiling_days:
            young.append((on, load))
        elif old is None or load >= old:
            old, old_day = load, on
    return ls._replace(go_old=old, go_old_day=old_day, go_recent=tuple(young))
