"""The plan of a day, put together from every section. The most careful verdict wins."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from underbar.protocol.document import Protocol
from underbar.protocol.logged import Logged
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import CAREFUL, LiftPlan, OtherPlan, Phase, Plan, Reason, Verdict
from underbar.protocol.reasons import reason
from underbar.protocol.rules import flare as flares
from underbar.protocol.rules import screens, sleep
from underbar.protocol.rules.background_mode import yardstick
from underbar.protocol.rules.bar_days import may_lift, next_bar_day, no_bar, why_none
from underbar.protocol.rules.day_view import Today
from underbar.protocol.rules.guards import guards, not_improving
from underbar.protocol.rules.injections import InWindow, course_reasons, window_reason, windows_on
from underbar.protocol.rules.loads import Outcome, plan_lift
from underbar.protocol.rules.release import lapse_reason, release_today
from underbar.protocol.rules.schedule import due_on, is_hinge, reached
from underbar.protocol.rules.stability import side_difference, stability_today
from underbar.protocol.rules.turns import take_turns
from underbar.protocol.rules.whispers import signs as whisper_signs
from underbar.protocol.state import Morning, State

_SCREEN_MINUTES = 3
_KEEP_MOVING = (reason("keep-moving"),)


class Morningside(NamedTuple):
    """A plan with what the fold needs once the day's sessions are known."""

    plan: Plan
    today: Today | None
    outcomes: dict[str, Outcome]
    release_on: bool


def plan_day(
    protocol: Protocol,
    n: Numbers,
    state: State,
    day: int,
    morning: Morning,
    known: float | None,
    logged: Logged,
) -> Morningside:
    """The plan of `day`, fixed in the morning; `state` holds everything before it and its morning entries."""
    window = windows_on(protocol, state, day)
    release = release_today(protocol, n, state, day, window, logged)
    stop = screens.lock(state)
    if stop is not None:
        plan = Plan(
            protocol.title,
            date.fromordinal(day),
            "stop",
            "stop",
            (),
            None,
            None,
            (),
            (),
            (),
            stop,
            (),
            (reason("red-flag", stop.level, stop.flags, binding=True),),
        )
        return Morningside(plan, None, {}, False)
    measure = yardstick(n, state, known)
    screen_reasons, screen_holds = screens.day_reasons(protocol, n, state, day, morning)
    signs = whisper_signs(n, state, day, measure.zero)
    whisper = reason("whisper", signs) if len(signs) >= n.whisper_signs else None
    today = _today(
        n, state, day, morning, window, known, measure.zero, measure.on, screen_reasons, screen_holds, whisper
    )
    closed = no_bar(protocol, n, state, day, window)
    outcomes: dict[str, Outcome] = {}
    if not closed:
        due = [lift for lift in due_on(n, state, day) if state.flare is None or is_hinge(lift)]
        turns = {} if window is not None and not window.raises else take_turns(n, state, day, due)
        for lift in due:
            outcomes[lift] = plan_lift(protocol, n, state, lift, today, turns.get(lift))
    planned_lifts = tuple([outcome.plan for outcome in outcomes.values() if outcome.plan is not None])
    phase = _phase(n, state, day, known, planned_lifts)
    reasons = [*screen_reasons]
    if state.flare is not None:
        reasons.append(flares.flare_reason(state.flare, day))
    following = None if planned_lifts else next_bar_day(protocol, n, state, day, known)
    without_bar = why_none(n, state, day, closed, outcomes, planned_lifts, following, known)
    reasons.extend(without_bar)
    if whisper is not None:
        reasons.append(whisper)
    if "release-lapsed" in signs:
        reasons.append(lapse_reason(n, state))
    stuck = not_improving(n, state, day)
    if stuck is not None:
        reasons.append(stuck)
    reasons.extend(measure.reasons)
    reasons.extend(course_reasons(n, state, day, logged))
    reasons.extend(sleep.remarks(n, morning))
    reasons.extend(guards(n, state, day))
    reasons.extend(side_difference(n, state))
    verdict = _verdict(state, planned_lifts)
    tomorrow = due_on(n, state, day + 1)
    hinges_today = any(is_hinge(planned.lift) for planned in planned_lifts)
    stability = stability_today(
        protocol,
        n,
        state,
        day,
        window,
        keep=phase == "keep",
        bar_today=bool(planned_lifts),
        hinge_tomorrow=not hinges_today and any(is_hinge(lift) for lift in tomorrow),
        squat_tomorrow=any(not is_hinge(lift) for lift in tomorrow),
    )
    plan = Plan(
        protocol=protocol.title,
        day=date.fromordinal(day),
        phase=phase,
        verdict=verdict,
        lifts=planned_lifts,
        next_lift_day=following,
        release=release,
        stability=stability,
        other=_other(
            n, state, day, bool(screen_reasons) and screen_reasons[0].rule in ("screen-due", "screen-missing")
        ),
        signs=signs,
        stop=None,
        refer=_refer(n, state, day, stuck is not None, measure.rising),
        reasons=_bound(reasons, verdict, without_bar, bool(planned_lifts)),
    )
    return Morningside(plan, today, outcomes, release.left_s > 0)


def _today(
    n: Numbers,
    state: State,
    day: int,
    morning: Morning,
    window: InWindow | None,
    known: float | None,
    zero: float,
    mode_on: bool,
    screen_reasons: list[Reason],
    screen_holds: bool,
    whisper: Reason | None,
) -> Today:
    blocks = list(screen_reasons) if screen_holds else []
    caps: list[tuple[float, Reason]] = []
    if whisper is not None:
        blocks.append(whisper)
    short = sleep.short_night(n, morning)
    if short is not None:
        blocks.append(short)
    hard: tuple[float, Reason] | None = None
    if window is not None and (window.max_percent is not None or not window.raises):
        blocks.append(window_reason(window))
        if window.max_percent:
            hard = (window.max_percent, window_reason(window))
    debt = sleep.debt(n, state, day)
    if debt is not None:
        caps.append((n.sleep_debt_factor, debt))
    if morning.expected is not None and morning.ache is not None and morning.ache >= n.back_off_ache:
        caps.append((n.back_off_factor, reason("ache-today", morning.ache, morning.side)))
    flare: Reason | None = None
    if state.flare is not None:
        flare = flares.flare_reason(state.flare, day)
        if hard is not None:
            caps.append(hard)
        hard = min((n.flare_hinge_percent, flare), hard or (101.0, flare), key=lambda cap: cap[0])
    return Today(day, morning, known, zero, mode_on, tuple(blocks), tuple(caps), hard, flare)


def _phase(n: Numbers, state: State, day: int, known: float | None, lifts: tuple[LiftPlan, ...]) -> Phase:
    if state.flare is not None:
        return "settle"
    if state.first_full_screen is None:
        return "screen"
    if state.goals and all(reached(state, lift) for lift in state.goals):
        return "keep"
    if lifts or any(may_lift(n, state, lift, day, known) for lift in state.goals):
        return "reload"
    return "build"


def _verdict(state: State, lifts: tuple[LiftPlan, ...]) -> Verdict:
    """The most careful verdict of the day; without bar work a day holds, or is a flare's."""
    if state.flare is not None:
        return "flare"
    return min((plan.verdict for plan in lifts), key=lambda verdict: CAREFUL[verdict], default="hold")


def _other(n: Numbers, state: State, day: int, screen: bool) -> tuple[OtherPlan, ...]:
    """What else there is to do: a walk on every day that is not locked."""
    if state.flare is not None and day - state.flare.began < n.flare_no_bar_days:
        return _to_do(screen, int(n.flare_walk_minutes), int(n.flare_walks), True)
    return _to_do(screen, int(n.walk_minutes), 1, False)


@lru_cache(maxsize=64)
def _to_do(screen: bool, minutes: int, walks: int, sitting: bool) -> tuple[OtherPlan, ...]:
    found = [OtherPlan("screen", _SCREEN_MINUTES)] if screen else []
    found.append(OtherPlan("walk", minutes, _KEEP_MOVING, walks))
    if sitting:
        found.append(OtherPlan("break-up-sitting", 0))
    return tuple(found)


def _refer(n: Numbers, state: State, day: int, stuck: bool, rising: bool) -> tuple[str, ...]:
    found = list(screens.refers(state))
    if flares.long_flare(n, state, day) and "flare-very-long" not in found:
        found.append("flare-long")
    if stuck:
        found.append("not-improving")
    if rising:
        found.append("background-rising")
    return tuple(found)


def _bound(
    reasons: list[Reason], verdict: Verdict, without_bar: list[Reason], bar: bool
) -> tuple[Reason, ...]:
    """The day's reasons. Without bar work the flare decided, or what kept the bar away."""
    spoken = [r._replace(binding=False) if r.binding else r for r in reasons]
    if not spoken or bar:
        return tuple(spoken)
    decided = {r.rule for r in without_bar[:1]}
    if verdict == "flare":
        decided = {"flare"}
    first = next((i for i, r in enumerate(spoken) if r.rule in decided), 0)
    spoken[first] = spoken[first]._replace(binding=True)
    return tuple(spoken)
