"""METHOD 6: the next load of a lift.

The working load is carried by the gate from session to session; the day may lower today's load
without touching it. Every reduction refers to the last load and the lowest wins.
"""

from __future__ import annotations

import math
from datetime import date
from typing import NamedTuple

from underbar.protocol.document import Protocol
from underbar.protocol.method import LiftRule
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import LiftPlan, Reason, Verdict
from underbar.protocol.reasons import reason
from underbar.protocol.rules import ceiling as limits
from underbar.protocol.rules.day_view import Today
from underbar.protocol.rules.plates import Rack, rack
from underbar.protocol.rules.raising import raised
from underbar.protocol.rules.readiness import missing_to_start
from underbar.protocol.rules.variations import easier, harder, warmup
from underbar.protocol.rules.zone import Judgement, judge
from underbar.protocol.state import LiftState, State

_WEEK = 7


_LESS = 0.01


class _Draft:
    """The load while it is being worked out: `first` holds what decided, the most important first."""

    def __init__(
        self, last: float, wanted: float, first: list[Reason], rest: list[Reason], reenters: bool
    ) -> None:
        self.last = last
        self.wanted = wanted
        self.cuts: list[tuple[float, Reason]] = []
        self.first = first
        self.rest = rest
        self.easier = False
        self.reenters = reenters


class Outcome(NamedTuple):
    """A lift's plan for today, or why there is none; and what the fold needs when the session is done.

    `reenters`: the load comes back from a cut; `fresh`: it begins anew; `lowered`: by the day alone.
    """

    plan: LiftPlan | None
    reasons: tuple[Reason, ...]
    judgement: Judgement | None
    reenters: bool
    fresh: bool
    lowered: bool = False


def judge_last(n: Numbers, ls: LiftState, today: Today) -> Judgement:
    """The zone of the lift's last session as read this morning."""
    return judge(n, ls.session, today.morning, today.zero, today.background_mode)


def plan_lift(
    protocol: Protocol, n: Numbers, state: State, lift: str, today: Today, turn: Reason | None = None
) -> Outcome:
    """Today's load of `lift` with every reason; no plan where it may not begin, or the bar is too heavy."""
    rule = protocol.lifts[lift]
    ls = state.lifts.get(lift)
    unit = ls.unit if ls is not None else state.units
    place = rack(state.gym, lift, rule.tool, unit)
    goal = state.goals[lift]
    judgement: Judgement | None = None
    fresh = ls is None or today.day - ls.session.day > n.layoff_long_days
    if ls is None or fresh:
        missing = missing_to_start(n, state, lift, today.day, today.background)
        if missing:
            return Outcome(None, (reason("not-ready", missing, binding=True),), None, False, True)
        draft = _begin(n, rule, state, ls, today.day, place)
    else:
        judgement = judge_last(n, ls, today)
        draft = _carry_on(n, rule, state, ls, judgement, today)
    target = goal.target.to(unit) if goal.target is not None else None
    return _settle(protocol, n, state, rule, ls, place, draft, judgement, today, target, fresh, turn)


def _begin(n: Numbers, rule: LiftRule, state: State, ls: LiftState | None, day: int, place: Rack) -> _Draft:
    load = limits.start_load(n, rule, state, day, place.unit)
    if ls is not None:
        load = min(load, ls.session.working * n.layoff_long_factor / 100)
    load = max(place.settle(min(load, _below_best(n, state, rule, place))), place.grid[0])
    why = "start" if ls is None else "new-start"
    return _Draft(load, load, [reason("first-session", load, place.unit, why)], [], True)


def _below_best(n: Numbers, state: State, rule: LiftRule, place: Rack) -> float:
    """The load that a first session stays below: no maxing on the way in."""
    goal = state.goals[rule.id]
    best = goal.best or goal.target
    return math.inf if best is None else best.to(place.unit) * n.no_maxing_percent / 100 - _LESS


def _carry_on(
    n: Numbers, rule: LiftRule, state: State, ls: LiftState, judged: Judgement, today: Today
) -> _Draft:
    session = ls.session
    last = session.working
    draft = _Draft(last, last, [], list(judged.reasons), False)
    if today.flare is not None:
        draft.first.append(today.flare)  # a light hinge leaves the working load to the way back
    elif judged.zone == "back-off":
        again = ls.back_row >= 1
        factor = n.back_off_again_factor if again else n.back_off_factor
        draft.cuts.append((factor, reason("back-off-again", last, ls.unit) if again else judged.reasons[0]))
        draft.easier = again
    elif judged.zone == "hold":
        draft.first.append(judged.reasons[0])
        if judged.symptom and ls.stalled:
            draft.rest.append(reason("stalled", ls.symptom_row + 1, False))
            draft.easier = True
        elif judged.symptom and ls.symptom_row + 1 >= n.stalled_holds:
            draft.cuts.append((n.stalled_factor, reason("stalled", ls.symptom_row + 1, True)))
    elif session.lowered:
        draft.first.append(reason("lowered-last-time", date.fromordinal(session.day), last, ls.unit))
    else:
        draft.wanted = last + limits.step_of(n, rule, state, ls.unit)
    if ls.return_factor is not None:
        why = reason("flare-return", ls.return_days, ls.return_factor, last, ls.unit)
        if today.flare is None:
            draft.cuts.append((ls.return_factor, why))
            draft.reenters = True
    away = limits.layoff(n, today.day - session.day, last, ls.unit)
    if away is not None:
        draft.cuts.append(away)
        draft.reenters = True
    return draft


def _settle(
    protocol: Protocol,
    n: Numbers,
    state: State,
    rule: LiftRule,
    ls: LiftState | None,
    place: Rack,
    draft: _Draft,
    judged: Judgement | None,
    today: Today,
    target: float | None,
    fresh: bool,
    turn: Reason | None,
) -> Outcome:
    last = draft.last
    reduce: list[Reason] = []
    if draft.cuts:
        draft.cuts.sort(key=lambda cut: (cut[0], cut[1].rule != "flare-return"))
        working = min(last, max(place.settle(last * draft.cuts[0][0] / 100), place.grid[0]))
        reduce = [why for _, why in draft.cuts]
        draft.rest.extend(today.blocks)
    elif draft.wanted > last and ls is not None and judged is not None:
        attempt = raised(n, rule, state, ls, place, judged, today, draft.wanted, turn)
        working = attempt.working
        draft.first.extend(attempt.held)
        draft.rest.extend(attempt.cut)
    else:
        working = last
        draft.rest.extend(today.blocks)
    if target is not None and working >= target:
        working = min(working, target)
        if working <= last and not draft.cuts:
            draft.first.insert(0, reason("goal-reached", target, place.unit))
    caps = [(percent, why, last) for percent, why in today.caps]
    if today.hard is not None:
        # the clinic's table speaks of the working load, everything else of the last
        caps.append((*today.hard, working if today.hard[1].rule == "injection-window" else last))
    if caps:
        working = min(working, last)
    weight = working
    lighter: list[Reason] = []
    for percent, why, of in sorted(caps, key=lambda cap: cap[0] * cap[2]):
        if of * percent / 100 < working:
            weight = min(weight, of * percent / 100)
            lighter.append(why)
        else:
            draft.rest.append(why)
    reduce = [*lighter, *reduce]
    made = place.down(weight)
    if made is None:
        if today.hard is not None and weight < place.lightest:
            why = today.hard[1]._replace(binding=True)
            return Outcome(
                None, (why, reason("not-ready", ("bar-too-heavy",))), judged, draft.reenters, fresh
            )
        if place.lightest > last:
            return Outcome(
                None, (reason("not-ready", ("bar-too-heavy",), binding=True),), judged, draft.reenters, fresh
            )
        made = place.lightest
    lowered = bool(caps) and made < working
    verdict, reasons = _verdict(draft, reduce, made, last, working, today, lowered, place)
    ordered = _bind(reasons)
    return Outcome(
        _as_plan(
            protocol, n, rule, ls, place, made, working, verdict, last, ordered, draft, state, today, judged
        ),
        ordered,
        judged,
        draft.reenters,
        fresh,
        lowered,
    )


def _verdict(
    draft: _Draft,
    reduce: list[Reason],
    made: float,
    last: float,
    working: float,
    today: Today,
    lowered: bool,
    place: Rack,
) -> tuple[Verdict, list[Reason]]:
    if today.flare is not None:
        return "flare", [today.flare, *reduce, *draft.first, *draft.rest]
    if made < last and (reduce or lowered):
        return "reduce", [*reduce, *draft.first, *draft.rest]
    if made > last and working > last:
        good = [r for r in draft.rest if r.rule == "zero-ache-morning"]
        return "progress", [*good, *draft.first, *draft.rest]
    reasons = [*draft.first, *reduce, *draft.rest]
    if made < working:
        reasons.append(reason("plates", working, made, place.unit))
    return "hold", reasons


def _bind(reasons: list[Reason]) -> tuple[Reason, ...]:
    """The reasons once each, the first marked as the one that decided."""
    unique = list(dict.fromkeys(reasons))
    return (unique[0]._replace(binding=True), *unique[1:]) if unique else ()


def _as_plan(
    protocol: Protocol,
    n: Numbers,
    rule: LiftRule,
    ls: LiftState | None,
    place: Rack,
    made: float,
    working: float,
    verdict: Verdict,
    last: float,
    reasons: tuple[Reason, ...],
    draft: _Draft,
    state: State,
    today: Today,
    judged: Judgement | None,
) -> LiftPlan:
    first_day = today.day if ls is None or judged is None else ls.first_day
    early = today.day - first_day < _WEEK * n.effort_weeks
    return LiftPlan(
        lift=rule.id,
        weight=made,
        unit=place.unit,
        sets=int(n.dose_sets),
        reps=int(n.dose_reps),
        working=working,
        effort_max=n.effort_first if early else n.effort_later,
        verdict=verdict,
        change=round(made - last, 2),
        warmup=warmup(n, place, made),
        plates=place.plates(made),
        plates_unit=place.gym_unit,
        reasons=reasons,
        easier=easier(protocol, rule.id) if draft.easier else None,
        harder=harder(protocol, n, state, rule.id, ls, judged),
    )
