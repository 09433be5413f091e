"""METHOD 6: what a session leaves of its lift: rows of outcomes, go loads for the ceiling, a new base."""

from __future__ import annotations

from underbar.protocol.numbers import Numbers
from underbar.protocol.rules.day_view import Today
from underbar.protocol.rules.loads import Outcome, judge_last
from underbar.protocol.state import LiftState, Session

_OUTCOMES_KEPT = 10


def go_row(ls: LiftState | None, outcome: Outcome) -> int:
    judged = outcome.judgement
    if ls is None or judged is None:
        return 0
    return ls.go_row + 1 if judged.clean else 0


def carry_on(
    n: Numbers,
    ls: LiftState | None,
    session: Session,
    outcome: Outcome,
    today: Today,
) -> LiftState:
    """The lift's state after a new session: the last one's outcome counted, the base renewed on re-entry."""
    if ls is None or outcome.fresh:
        return LiftState(session, today.day, session.unit, session.load, today.day)
    judged = outcome.judgement if outcome.judgement is not None else judge_last(n, ls, today)
    # the one cut for being stalled is spent only where it decided, not beside a deeper one
    decided = outcome.plan.reasons[0] if outcome.plan is not None else None
    cut_now = decided is not None and decided.rule == "stalled" and bool(dict(decided.facts)["cut"])
    # the morning after next may still speak against a session that is followed by another at once
    clean = judged.clean and today.day - ls.session.day > 1
    go_row = ls.go_row + 1 if clean else 0
    flared = today.flare is not None or ls.return_factor is not None  # then the flare was its zone
    back_row = ls.back_row + 1 if judged.zone == "back-off" and not flared else 0
    ended = judged.zone in ("go", "back-off")
    symptom_row = 0 if ended else ls.symptom_row + (1 if judged.symptom else 0)
    letter = "b" if judged.zone == "back-off" else "a" if judged.ache else "g" if clean else "h"
    carried = ls._replace(
        session=session,
        go_row=go_row,
        back_row=back_row,
        symptom_row=0 if cut_now else symptom_row,
        stalled=(ls.stalled or cut_now) and not clean,
        outcomes=(ls.outcomes + letter)[-_OUTCOMES_KEPT:],
    )
    if outcome.reenters:
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
    return _age_loads(n, carried, ls.session if clean else None, today.day)


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
