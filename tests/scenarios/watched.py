"""Properties 1, 2, 3, 6, 9 and 10 of METHOD 15: what every plan of a folded diary must show, read by hand."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from by_hand import EPS, History, ache_of, good
from folded import Failure, Folded
from signs_and_plates import locks, step_at

from underbar.protocol.plan import LiftPlan, Plan

Say = Callable[[int, str], None]
TABLE = ((0, 4, 0.0), (5, 14, 75.0), (15, 21, 90.0))


def raised(lift: LiftPlan, last: float | None) -> bool:
    """Whether the plan asks for more than the last working load, by its word or by its weight."""
    more = last is not None and (lift.weight > last + EPS or lift.working > last + EPS)
    return lift.verdict == "progress" or more or (last is not None and lift.change > EPS)


def watch(folded: Folded) -> list[Failure]:
    """Failures of all six on one diary."""
    found: list[Failure] = [folded.error] if folded.error is not None else []
    history = History(folded)
    rises: list[tuple[int, str]] = []
    for index, plan in enumerate(folded.plans):
        history.morning(index)

        def say(prop: int, what: str, plan: Plan = plan) -> None:
            found.append(Failure(prop, plan.day, what))

        standing = (
            locks(folded.days[: index + 1]) if plan.stop is not None or _screens(folded, index) else None
        )
        if standing is not None or plan.stop is not None:
            _locked(plan, standing or frozenset(), say)
        if plan.stop is None and not _something(plan):
            say(6, "nothing to do")
        for lift in plan.lifts:
            known = history.sessions.get(lift.lift)
            last = history.last.get(lift.lift)
            first = any(reason.rule == "first-session" for reason in lift.reasons)
            if first or not known or last is None:
                if lift.verdict == "progress":
                    say(1, f"{lift.lift}: a raise without a session before")
                continue
            if raised(lift, last):
                rises.append((index, lift.lift))
                _morning_earned(folded, history, index, lift, say)
                _below_ceiling(folded, history, index, lift, say)
        _injections(history, index, plan, say)
        history.evening(index)
    for (one, lift), (other, second) in pairwise(rises):
        if lift != second and other - one < 2:
            found.append(Failure(10, folded.day(other), f"{lift} rose on {folded.day(one)} and {second} now"))
    return found


def _screens(folded: Folded, index: int) -> bool:
    return any(type(e.record).__name__ in ("Screen", "Clinician") for e in folded.days[index]) or bool(
        index and folded.plans[index - 1].stop
    )


def _locked(plan: Plan, standing: frozenset[str], say: Say) -> None:
    """Property 3."""
    if bool(standing) != (plan.stop is not None):
        say(3, f"signs {sorted(standing)} stand and stop is {plan.stop}")
    if plan.stop is None:
        return
    if set(plan.stop.flags) != standing:
        say(3, f"signs {sorted(standing)} stand, the lock names {plan.stop.flags}")
    walk = [] if "self-harm" in standing else [plan.other]
    shown = [plan.lifts, plan.stability, plan.signs, plan.refer, *walk]
    if any(shown) or plan.release is not None or plan.next_lift_day is not None:
        say(3, "under a lock there is more than its text")
    if plan.phase != "stop" or plan.verdict != "stop" or {r.rule for r in plan.reasons} != {"red-flag"}:
        say(3, f"under a lock: {plan.phase}, {plan.verdict}, {[r.rule for r in plan.reasons]}")


def _something(plan: Plan) -> bool:
    release = plan.release is not None and plan.release.left_s + plan.release.right_s > 0
    return bool(plan.lifts or plan.stability or release or any(o.item != "screen" for o in plan.other))


def _morning_earned(folded: Folded, history: History, index: int, lift: LiftPlan, say: Say) -> None:
    """Property 1."""
    session = history.sessions[lift.lift][-1]
    zero = history.zero(index)
    first = (
        ache_of(folded.days[session.index + 1], folded.superseded)
        if session.index + 1 < len(folded.days)
        else None
    )
    if not good(folded, session.index + 1):
        say(1, f"{lift.lift}: a raise, and the morning after {folded.day(session.index)} gives no good news")
    elif first is None or first > zero:
        say(1, f"{lift.lift}: a raise after ache {first} where {zero:g} was allowed")
    if not good(folded, index):
        say(1, f"{lift.lift}: a raise, and this morning gives no good news")


def _below_ceiling(folded: Folded, history: History, index: int, lift: LiftPlan, say: Say) -> None:
    """Property 2."""
    gym, unit = folded.states[index + 1].gym, lift.unit
    base_step = max(step_at(load, unit, gym, lift.lift) for load in _bases(history, lift))
    most = history.ceiling(lift.lift, index, base_step, history.zero(index))
    if max(lift.weight, lift.working) > most + EPS:
        say(2, f"{lift.lift}: {lift.weight:g} (working {lift.working:g}) above the ceiling of {most:g}")
    goal = folded.states[index + 1].goals[lift.lift].target
    if goal is not None and lift.weight > goal.to(unit) + EPS:
        say(2, f"{lift.lift}: {lift.weight:g} above the target")


def _bases(history: History, lift: LiftPlan) -> list[float]:
    return [history.base[lift.lift][0], *(did.lifted for did in history.sessions[lift.lift])]


def _injections(history: History, index: int, plan: Plan, say: Say) -> None:
    """Property 9."""
    if plan.stop is not None:
        return
    for given, what in history.injections:
        after = index - given
        if after > 99:
            continue
        steroid = what == "steroid"
        percent = next((p for first, last, p in TABLE if first <= after <= last), None)
        if steroid:
            percent = 0.0 if after <= 2 else None
        named = [w for w in history.windows if w.first <= after <= w.last]
        caps = [w.max_percent for w in named if w.max_percent is not None]
        releases = [w.release for w in named if w.release is not None]
        percent = min(caps) if caps else percent
        released = all(releases) if releases else after > 14
        if not released and plan.release is not None and plan.release.left_s + plan.release.right_s > 0:
            say(9, f"release on day {after} after {what}")
        if after <= 2 and plan.stability:
            say(9, f"stability work on day {after}")
        if 3 <= after <= 4 and any(work.level > 1 for work in plan.stability):
            say(9, f"stability above level 1 on day {after}")
        for lift in plan.lifts:
            last = history.last.get(lift.lift, lift.working)
            again = any(reason.rule == "first-session" for reason in lift.reasons)
            raises = lift.verdict == "progress" or (lift.working > last + EPS and not again)
            if raises and not caps and (after <= 14 if steroid else after <= 21):
                say(9, f"{lift.lift}: a raise on day {after} after {what}")
            if percent is not None and lift.weight > percent / 100 * (lift.working if again else last) + EPS:
                say(9, f"{lift.lift}: {lift.weight:g} on day {after}, {percent:g} % of {last:g}")
