"""METHOD 6: whether a load rises after a go, and how far: ceiling, target, plates."""

from __future__ import annotations

from typing import NamedTuple

from underbar.diary.records import Goal
from underbar.protocol.method import LiftRule
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Reason
from underbar.protocol.reasons import reason
from underbar.protocol.rules.ceiling import ceiling
from underbar.protocol.rules.day_view import Today
from underbar.protocol.rules.plates import Rack
from underbar.protocol.rules.readiness import may_max
from underbar.protocol.rules.zone import Judgement
from underbar.protocol.state import LiftState, State

_WEEK = 7


class Raise(NamedTuple):
    """The working load after the attempt; `held`: why it stayed, `cut`: that the ceiling cut it short."""

    working: float
    held: tuple[Reason, ...] = ()
    cut: tuple[Reason, ...] = ()


def raised(
    n: Numbers,
    rule: LiftRule,
    state: State,
    ls: LiftState,
    place: Rack,
    judged: Judgement,
    today: Today,
    wanted: float,
    turn: Reason | None,
) -> Raise:
    """The working load that a go earns, or the last one with the reasons that held it.

    `turn`: the other lift whose turn it is to rise, None where it is this one's.
    """
    last = ls.session.working
    goal = state.goals[rule.id]
    target = goal.target.to(ls.unit) if goal.target is not None else None
    if target is not None and last >= target:
        return Raise(last)
    blocks = today.blocks if turn is None else (*today.blocks, turn)
    if blocks:
        return Raise(last, blocks)
    if target is not None:
        wanted = min(wanted, target)
    top = ceiling(n, rule, ls, today.day, judged.clean, place)
    ceiling_spoke = reason("ceiling", top.limit, top.base, top.base_day, wanted, ls.unit)
    allowed = min(wanted, top.limit)
    near = _near_best(n, state, goal, ls, today.day)
    if near is not None and allowed >= near:
        allowed = near - 0.01
        if place.settle(allowed) <= last:
            weeks = (today.day - ls.first_day) // _WEEK
            return Raise(last, (reason("no-maxing", near, ls.unit, weeks, ls.go_row + 1, None),))
    working = place.settle(allowed)
    if working <= last:  # the gym may have a load between two of the grid
        working = max(working, place.down(allowed) or 0.0)
    asked = place.down(working)
    if working > last and asked is not None and asked > last:
        cut = allowed < wanted and working < place.settle(wanted)
        return Raise(working, (), (ceiling_spoke,) if cut else ())
    if top.limit < wanted and place.settle(wanted) > last:
        return Raise(last, (ceiling_spoke,))
    return Raise(last, (reason("plates", wanted, place.down(last) or place.lightest, ls.unit),))


def _near_best(n: Numbers, state: State, goal: Goal, ls: LiftState, day: int) -> float | None:
    """The load near the old best that is not open yet; None where it is, or where no best is known."""
    best = goal.best or goal.target
    if best is None or may_max(n, state, ls, day, ls.go_row + 1):
        return None
    return best.to(ls.unit) * n.no_maxing_percent / 100
