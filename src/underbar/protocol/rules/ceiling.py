"""METHOD 6: start loads, steps, the ceiling, and the cuts of time away (METHOD 12)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from underbar.protocol.method import LiftRule
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Reason
from underbar.protocol.reasons import reason
from underbar.protocol.rules.plates import Rack
from underbar.protocol.rules.stability import age
from underbar.protocol.state import LiftState, State
from underbar.quantities import Unit


class Ceiling(NamedTuple):
    """The heaviest that today may ask for, and the go load and day that it stands on."""

    limit: float
    base: float
    base_day: date


def start_load(n: Numbers, rule: LiftRule, state: State, day: int, unit: Unit) -> float:
    """Load of a first session before plates: the lower of the document's start and a share of the old best.

    A goal's own start may lower it, and raise it only up to the heaviest set of the last 28 days.
    Where no best is known the target stands for it; with neither, 0: the lightest that can be made.
    """
    goal = state.goals[rule.id]
    load = rule.start(unit)
    if rule.start_percent is not None:
        of = state.goals.get(rule.start_of, goal)
        best = of.best or goal.best or of.target or goal.target
        load = min(load, best.to(unit) * rule.start_percent / 100) if best is not None else 0.0
    if goal.start is not None:
        own = goal.start.to(unit)
        recent = [
            weight.to(unit)
            for on, lift, weight, _ in state.heavy
            if lift == rule.id and day - on <= n.recent_training_days
        ]
        load = own if own < load else max(load, min(own, max(recent, default=0.0)))
    return load


def step_of(n: Numbers, rule: LiftRule, state: State, unit: Unit) -> float:
    """One step of the lift, half of it from the age that the document names."""
    years = age(state)
    return rule.step(unit) / 2 if years is not None and years >= n.half_step_age else rule.step(unit)


def ceiling(n: Numbers, rule: LiftRule, ls: LiftState, day: int, clean: bool, rack: Rack) -> Ceiling:
    """The heaviest go load of at least seven days ago, plus 10 % or one step of the plates, at most the cap.

    `clean`: the last session was a go by its own mornings. Before any go is old enough the load of
    the first session, or of re-entry, stands for it.
    """
    oldest = day - n.ceiling_days
    loads = [(load, on) for on, load in ls.go_recent if on <= oldest]
    if ls.go_old is not None:
        loads.append((ls.go_old, ls.go_old_day))
    if clean and ls.session.day <= oldest:
        loads.append((ls.session.load, ls.session.day))
    base, on = max(loads, default=(ls.base, ls.base_day))
    rise = min(max(base * n.ceiling_percent / 100, rack.step(base)), rule.cap(ls.unit))
    return Ceiling(base + rise, base, date.fromordinal(on))


def layoff(n: Numbers, away: int, last: float, unit: Unit) -> tuple[float, Reason] | None:
    """The cut for `away` days without the lift, as percent of the last load; None within ten days."""
    if away <= n.layoff_free_days:
        return None
    if away <= n.layoff_short_days:
        factor = n.layoff_short_factor
    elif away <= n.layoff_middle_days:
        factor = n.layoff_middle_factor
    else:
        factor = n.layoff_long_factor
    return factor, reason("layoff", away, factor, last, unit)
