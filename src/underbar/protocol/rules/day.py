"""The plan of a day, put together from every section. The most careful verdict wins."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from underbar.protocol.document import Protocol
from underbar.protocol.logged import Logged
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import CAREFUL, LiftPlan, OtherPlan, Phase, Plan, Reason, Stop, Verdict
from underbar.protocol.reasons import reason
from underbar.protocol.rules import experiments, screens, sleep
from underbar.protocol.rules import flare as flares
from underbar.protocol.rules.bar_days import may_lift, next_bar_day, why_none
from underbar.protocol.rules.guards import guards, not_improving
from underbar.protocol.rules.injections import course_reasons
from underbar.protocol.rules.morningside import Morningside
from underbar.protocol.rules.release import lapse_reason
from underbar.protocol.rules.schedule import due_on, is_hinge, reached
from underbar.protocol.rules.stability import side_difference, stability_today
from underbar.protocol.state import State

_SCREEN_MINUTES = 3
_KEEP_MOVING = (reason("keep-moving"),)


def plan_day(
    protocol: Protocol, n: Numbers, state: State, day: int, logged: Logged, settled: Morningside
) -> Plan:
    """The plan of `day` as the morning settled it; `state` as it was then."""
    if settled.stop is not None:
        return _locked(protocol, day, settled.stop)
    morning, known, window, measure = settled.morning, settled.known, settled.window, settled.measure
    phase = _phase(n, state, day, known, settled.lifts)
    reasons = [*settled.screens]
    if state.flare is not None:
        reasons.append(flares.flare_reason(state.flare, day))
    following = None if settled.lifts else next_bar_day(protocol, n, state, day, known)
    without_bar = why_none(n, state, day, settled.closed, settled.outcomes, settled.lifts, following, known)
    reasons.extend(without_bar)
    if settled.whisper is not None:
        reasons.append(settled.whisper)
    if "release-lapsed" in settled.signs:
        reasons.append(lapse_reason(n, state))
    stuck = not_improving(n, state, day)
    if stuck is not None:
        reasons.append(stuck)
    reasons.extend(measure.reasons)
    reasons.extend(course_reasons(n, state, day, logged))
    reasons.extend(sleep.remarks(n, morning))
    reasons.extend(guards(n, state, day))
    reasons.extend(side_difference(n, state))
    verdict = _verdict(state, settled.lifts)
    tomorrow = due_on(n, state, day + 1)
    hinges_today = any(is_hinge(planned.lift) for planned in settled.lifts)
    stability = stability_today(
        protocol,
        n,
        state,
        day,
        window,
        keep=phase == "keep",
        bar_today=bool(settled.lifts),
        hinge_tomorrow=not hinges_today and any(is_hinge(lift) for lift in tomorrow),
        squat_tomorrow=any(not is_hinge(lift) for lift in tomorrow),
    )
    return Plan(
        protocol=protocol.title,
        day=date.fromordinal(day),
        phase=phase,
        verdict=verdict,
        lifts=settled.lifts,
        next_lift_day=following,
        release=settled.release,
        stability=stability,
        other=_other(
            n,
            state,
            day,
            bool(settled.screens) and settled.screens[0].rule in ("screen-due", "screen-missing"),
        ),
        signs=settled.signs,
        stop=None,
        refer=_refer(n, state, day, stuck is not None, measure.rising),
        reasons=_bound(reasons, verdict, without_bar, bool(settled.lifts)),
        experiment=experiments.today(state, day, logged),
    )


def _locked(protocol: Protocol, day: int, stop: Stop) -> Plan:
    """Under a lock nothing but its text."""
    return Plan(
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
