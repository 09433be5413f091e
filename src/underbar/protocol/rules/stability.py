"""METHOD 7, second part: four ladders of stability work. The weaker side leads; the floor is level 0."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from underbar.diary.vocabulary import STABILITY
from underbar.protocol.document import Protocol
from underbar.protocol.method import Level
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Reason, StabilityPlan
from underbar.protocol.reasons import reason
from underbar.protocol.rules.injections import InWindow
from underbar.protocol.state import LadderState, State
from underbar.quantities import LB_PER_KG, Sets, Unit

BRIDGE, PALLOF, COPENHAGEN, CARRY = STABILITY
_DAILY = (BRIDGE, PALLOF)
LEG_RAISE = "straight-leg-raise"
WEEK = 7
_NEW = LadderState()
_CARRY_GRID: dict[Unit, float] = {"lb": 5.0, "kg": 2.0}


def stability_today(
    protocol: Protocol,
    n: Numbers,
    state: State,
    day: int,
    window: InWindow | None,
    *,
    keep: bool,
    bar_today: bool,
    hinge_tomorrow: bool,
    squat_tomorrow: bool,
) -> tuple[StabilityPlan, ...]:
    """Today's exercises with level and dose. Empty only in the first days after an injection."""
    if window is not None and window.stability is not None and window.stability < 0:
        return ()
    plans: list[StabilityPlan] = []
    for exercise in STABILITY:
        ladder_state = state.ladders.get(exercise, _NEW)
        warms_up = exercise in _DAILY and bar_today
        if not warms_up and not _due(n, exercise, ladder_state, day, keep, hinge_tomorrow, squat_tomorrow):
            continue
        plans.append(_plan(protocol, n, state, exercise, ladder_state, day, window, keep))
    return tuple(plans)


def _due(
    n: Numbers,
    exercise: str,
    done: LadderState,
    day: int,
    keep: bool,
    hinge_tomorrow: bool,
    squat_tomorrow: bool,
) -> bool:
    if exercise in _DAILY:
        return not keep or _spaced(done, day, n.keep_per_week)
    if exercise == COPENHAGEN:
        later = done.first_day is not None and day - done.first_day >= WEEK * n.copenhagen_later_weeks
        most = n.copenhagen_per_week_later if later else n.copenhagen_per_week_first
        return not squat_tomorrow and _spaced(done, day, min(most, n.keep_per_week) if keep else most)
    return not hinge_tomorrow and _spaced(
        done, day, min(n.carry_per_week, n.keep_per_week) if keep else n.carry_per_week
    )


def _spaced(done: LadderState, day: int, most: float) -> bool:
    """Not done yesterday, and on fewer than `most` of the last six days."""
    if not done.days:
        return True
    recent = [on for on in done.days if day - on < WEEK]
    return len(recent) < most and day - 1 not in recent


def _plan(
    protocol: Protocol,
    n: Numbers,
    state: State,
    exercise: str,
    ladder_state: LadderState,
    day: int,
    window: InWindow | None,
    keep: bool,
) -> StabilityPlan:
    levels = protocol.ladders[exercise].levels
    level = 1 if ladder_state.level is None else ladder_state.level
    if window is not None and window.stability is not None and level > window.stability:
        level = window.stability
    moved = ladder_state.moved if day - ladder_state.moved_on < WEEK else None
    left_first = state.weaker != "right" if state.weaker is not None else state.ache_side != "right"
    rung = levels[level]
    weight = _carry(n, state, rung) if exercise == CARRY else None
    unit = state.units if weight is not None else None
    return _worded(
        exercise,
        level,
        rung.dose,
        rung.top,
        left_first,
        ladder_state.level is None,
        moved,
        keep,
        weight,
        unit,
    )


@lru_cache(maxsize=1024)
def _worded(
    exercise: str,
    level: int,
    dose: Sets,
    top: Sets,
    left_first: bool,
    unplaced: bool,
    moved: str | None,
    keep: bool,
    weight: float | None,
    unit: Unit | None,
) -> StabilityPlan:
    """The plan with its reasons: the same few, day after day."""
    reasons: list[Reason] = []
    if unplaced:
        reasons.append(reason("placement", exercise))
    if moved == "up":
        reasons.append(reason("level-up", exercise, level))
    elif moved is not None:
        reasons.append(reason("level-down", exercise, level, moved))
    if keep:
        reasons.append(reason("insurance", exercise))
    return StabilityPlan(exercise, level, str(dose), left_first, tuple(reasons), weight, unit, str(top))


def _carry(n: Numbers, state: State, rung: Level) -> float | None:
    """The carry's weight in the lifter's unit, down to what a dumbbell rack has; None without body weight."""
    if state.bodyweight is None or rung.body_percent is None:
        return None
    older = is_older(n, state)
    cap = n.carry_cap_older if older else n.carry_cap
    in_unit = cap * LB_PER_KG if state.units == "lb" else cap
    wanted = min(state.bodyweight.to(state.units) * rung.body_percent / 100, in_unit)
    grid = _CARRY_GRID[state.units]
    return max(grid, wanted // grid * grid)


def is_older(n: Numbers, state: State) -> bool:
    """Whether the lifter is of the age from which the cautious values hold; an unknown age is not."""
    years = age(state)
    return years is not None and years >= n.older_age


def age(state: State) -> int | None:
    """Years by the calendar year alone, as only that is asked; None where it was not told."""
    if state.born is None or state.day is None:
        return None
    return date.fromordinal(state.day).year - state.born


def side_difference(n: Numbers, state: State) -> list[Reason]:
    """A difference of the sides worth a word: large, one side on enough tests, beyond the own scatter."""
    found: list[Reason] = []
    if not state.tests:
        return found
    wanted = int(n.side_difference_tests)
    for what, results in state.tests.items():
        if what == LEG_RAISE:  # a score of difficulty, not of strength
            continue
        signed = [
            100 * (right - left) / max(left, right)
            for left, right in results[-wanted:]
            if max(left, right) > 0
        ]
        if len(signed) < wanted or not (all(d > 0 for d in signed) or all(d < 0 for d in signed)):
            continue
        mean = sum(signed) / len(signed)
        scatter = (
            (sum((d - mean) ** 2 for d in signed) / (len(signed) - 1)) ** 0.5 if len(signed) > 1 else 0.0
        )
        if abs(signed[-1]) >= n.side_difference and abs(mean) > scatter:
            found.append(
                reason("side-difference", what, round(abs(signed[-1])), "left" if mean > 0 else "right")
            )
    return found
