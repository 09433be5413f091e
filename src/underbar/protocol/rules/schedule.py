"""METHOD 6: on which days a lift is due. Gaps are whole days; a missed day does not move."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from underbar.diary.records import Goal
from underbar.diary.vocabulary import HINGES, SQUATS
from underbar.protocol.numbers import Numbers
from underbar.protocol.state import State

_WEEK = 7
_AHEAD = 28


def is_hinge(lift: str) -> bool:
    """Whether the lift hinges; the others squat."""
    return lift in HINGES


def on_its_weekday(goal: Goal, day: int) -> bool:
    """Whether the goal's weekdays name this one; a goal without days takes any."""
    return not goal.days or (day - 1) % _WEEK in goal.days


def spaced(n: Numbers, state: State, lift: str, day: int) -> str | None:
    """Why the lift may not be done on `day`, for the sessions before it: spacing, week; None: it may."""
    if lift in SQUATS:
        return "spacing" if state.squat_days and day - state.squat_days[-1] < n.squat_gap else None
    if state.hinge_days and day - state.hinge_days[-1] < n.hinge_gap:
        return "spacing"
    in_week = [on for on in state.hinge_days if day - on < _WEEK]
    return "week" if len(in_week) >= n.hinge_per_week else None


def due_on(n: Numbers, state: State, day: int) -> tuple[str, ...]:
    """Lifts that weekday and spacing allow on `day`, in the order of their goals."""
    return tuple(
        [
            lift
            for lift, goal in state.goals.items()
            if on_its_weekday(goal, day) and spaced(n, state, lift, day) is None
        ]
    )


def next_due(n: Numbers, state: State, lifts: Iterable[str], after: int) -> date | None:
    """The first day after `after` on which one of `lifts` is due as things stand; None in four weeks."""
    for day in range(after + 1, after + _AHEAD + 1):
        for lift in lifts:
            if on_its_weekday(state.goals[lift], day) and spaced(n, state, lift, day) is None:
                return date.fromordinal(day)
    return None


def why_not_today(n: Numbers, state: State, day: int) -> str:
    """Why no lift is due: weekday, spacing or week."""
    named = [lift for lift, goal in state.goals.items() if on_its_weekday(goal, day)]
    for lift in named:
        why = spaced(n, state, lift, day)
        if why is not None:
            return why
    return "weekday"


def reached(state: State, lift: str) -> bool:
    """Whether the working load of the lift stands at its target."""
    ls, target = state.lifts.get(lift), state.goals[lift].target
    return ls is not None and target is not None and ls.session.working >= target.to(ls.unit)
