"""METHOD 6: whether there is bar work today, why not, and when it comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from underbar.protocol.document import Protocol
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import LiftPlan, Reason
from underbar.protocol.reasons import reason
from underbar.protocol.rules import flare as flares
from underbar.protocol.rules import screens
from underbar.protocol.rules.injections import InWindow, window_reason, windows_on
from underbar.protocol.rules.loads import Outcome
from underbar.protocol.rules.readiness import daily_work_done_by, missing_to_start
from underbar.protocol.rules.schedule import is_hinge, next_due, why_not_today
from underbar.protocol.state import State


def no_bar(protocol: Protocol, n: Numbers, state: State, day: int, window: InWindow | None) -> list[Reason]:
    """Why there is no bar at all today; empty where there may be."""
    found: list[Reason] = []
    if state.first_full_screen is None:
        return [reason("screen-missing")]
    if state.flare is not None and day - state.flare.began < n.flare_no_bar_days:
        found.append(flares.flare_reason(state.flare, day))
    if state.ill_free is not None:
        found.append(reason("ill", state.ill_free))
    if screens.disabled(protocol, state, "bar") is not None and not state.bar_ok:
        found.append(reason("bar-locked", "pregnancy"))
    if window is not None and window.max_percent == 0:
        found.append(window_reason(window))
    return found


def why_none(
    n: Numbers,
    state: State,
    day: int,
    closed: Sequence[Reason],
    outcomes: dict[str, Outcome],
    lifts: tuple[LiftPlan, ...],
    following: date | None,
    known: float | None,
) -> list[Reason]:
    """Why today has no bar work; empty on a day that has it. `following`: the next day that has."""
    if lifts:
        return []
    if closed:
        return [r for r in closed if r.rule not in ("screen-missing", "flare")]
    found = [r for outcome in outcomes.values() for r in outcome.reasons]
    if found:
        return [r._replace(binding=False) for r in dict.fromkeys(found) if r.rule != "flare"]
    if not state.goals:
        return []
    if following is None:  # no day in sight: say what is missing, not that today is not the day
        missing = [
            missing_to_start(n, state, lift, day, known) for lift in state.goals if lift not in state.lifts
        ]
        if missing and all(missing):
            return [reason("not-ready", missing[0])]
    return [reason("rest-day", following, why_not_today(n, state, day))]


def next_bar_day(protocol: Protocol, n: Numbers, state: State, day: int, known: float | None) -> date | None:
    """The next day on which bar work is due as things stand; None where nothing says so yet."""
    if state.first_full_screen is None or state.ill_free is not None:
        return None
    if screens.disabled(protocol, state, "bar") is not None and not state.bar_ok:
        return None
    lifts: list[str] = []
    after: int | None = None
    for lift in state.goals:
        begins = _first_day(n, state, lift, day, known)
        if begins is None:
            continue
        after = begins if after is None else min(after, begins)
        if state.flare is None or is_hinge(lift):
            lifts.append(lift)
    if after is None:
        return None
    if state.flare is not None:
        after = max(after, state.flare.began + int(n.flare_no_bar_days) - 1)
    found = next_due(n, state, lifts, after)
    while found is not None:
        window = windows_on(protocol, state, found.toordinal())
        if window is None or window.max_percent != 0:
            return found
        found = next_due(n, state, lifts, found.toordinal())
    return None


def _first_day(n: Numbers, state: State, lift: str, day: int, known: float | None) -> int | None:
    """The day after which the lift may be due: today, or where daily work alone is missing its last day."""
    if may_lift(n, state, lift, day, known):
        return day
    if missing_to_start(n, state, lift, day, known) != ("daily-work",):
        return None
    return max(day, daily_work_done_by(n, state, day) - 1)


def may_lift(n: Numbers, state: State, lift: str, day: int, known: float | None) -> bool:
    """Whether the lift is under way, or may begin."""
    ls = state.lifts.get(lift)
    if ls is not None and day - ls.session.day <= n.layoff_long_days:
        return True
    return not missing_to_start(n, state, lift, day, known)
