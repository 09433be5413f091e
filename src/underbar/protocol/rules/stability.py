"""METHOD 7, second part: four ladders of stability work. The weaker side leads; the floor is level 0."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from underbar.diary.records import Stability, Test
from underbar.diary.vocabulary import STABILITY
from underbar.protocol.document import Protocol
from underbar.protocol.logged import Logged
from underbar.protocol.method import Ladder, Level
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Reason, StabilityPlan
from underbar.protocol.reasons import reason
from underbar.protocol.rules.injections import InWindow
from underbar.protocol.rules.signals import quiet
from underbar.protocol.state import LadderState, Morning, State
from underbar.quantities import LB_PER_KG, Sets, Unit

BRIDGE, PALLOF, COPENHAGEN, CARRY = STABILITY
LEG_RAISE = "straight-leg-raise"
_WEEK = 7
_NEW = LadderState()
_TESTS_KEPT = 6
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
        warms_up = exercise in (BRIDGE, PALLOF) and bar_today
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
    if exercise in (BRIDGE, PALLOF):
        return not keep or _spaced(done, day, n.keep_per_week)
    if exercise == COPENHAGEN:
        later = done.first_day is not None and day - done.first_day >= _WEEK * n.copenhagen_later_weeks
        most = n.copenhagen_per_week_later if later else n.copenhagen_per_week_first
        return not squat_tomorrow and _spaced(done, day, min(most, n.keep_per_week) if keep else most)
    return not hinge_tomorrow and _spaced(
        done, day, min(n.carry_per_week, n.keep_per_week) if keep else n.carry_per_week
    )


def _spaced(done: LadderState, day: int, most: float) -> bool:
    """Not done yesterday, and on fewer than `most` of the last six days."""
    if not done.days:
        return True
    recent = [on for on in done.days if day - on < _WEEK]
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
    moved = ladder_state.moved if day - ladder_state.moved_on < _WEEK else None
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


def note_morning(n: Numbers, state: State, morning: Morning, known_background: float | None) -> None:
    """Count exposures whose next morning this is; two in a row at the top of the dose move a level up."""
    pending = {name: ls for name, ls in state.ladders.items() if ls.pending is not None}
    if not pending:
        return
    ladders = dict(state.ladders)
    for name, ls in pending.items():
        if quiet(n, morning, known_background):
            streak = ls.streak + 1
            started = ls.streak_from if ls.streak else morning.day - 1
            ladders[name] = ls._replace(
                pending=None, streak=streak, streak_from=started, streak_to=morning.day - 1
            )
        else:
            ladders[name] = ls._replace(pending=None, streak=0)
    state.ladders = ladders


def climb(protocol: Protocol, n: Numbers, state: State, day: int) -> None:
    """Move up the ladders that have earned it."""
    for name, ls in list(state.ladders.items()):
        if ls.level is None or ls.level >= len(protocol.ladders[name].levels) - 1:
            continue
        long_lever = name == COPENHAGEN and ls.level >= n.copenhagen_long_lever
        wanted = n.copenhagen_long_exposures if long_lever else n.stability_up_exposures
        if ls.streak < wanted or (long_lever and ls.streak_to - ls.streak_from < n.copenhagen_long_days):
            continue
        state.ladders = {
            **state.ladders,
            name: ls._replace(level=ls.level + 1, streak=0, moved="up", moved_on=day),
        }


def step_down(state: State, levels: float, why: str, day: int) -> None:
    """Every ladder down by `levels`, never below 0; counted exposures start again."""
    state.ladders = {
        name: ls
        if ls.level is None
        else ls._replace(
            level=max(0, ls.level - int(levels)), streak=0, pending=None, moved=why, moved_on=day
        )
        for name, ls in state.ladders.items()
    }


def note_stability(protocol: Protocol, n: Numbers, state: State, day: int, logged: Logged) -> bool:
    """Log today's stability work and tests; returns whether any was done."""
    by_exercise: dict[str, list[Stability]] = {}
    for test in logged.records(Test):
        kept = (*state.tests.get(test.what, ())[-(_TESTS_KEPT - 1) :], (test.left, test.right))
        state.tests = {**state.tests, test.what: kept}
        if test.what in STABILITY and test.left != test.right:
            state.weaker = "left" if test.left < test.right else "right"
    for record in logged.records(Stability):
        by_exercise.setdefault(record.exercise, []).append(record)
    if not by_exercise:
        return False
    ladders = dict(state.ladders)
    for name, records in by_exercise.items():
        ladders[name] = _exposed(protocol.ladders[name], n, ladders.get(name, _NEW), records, day)
        _weigh_sides(state, records)
    state.ladders = ladders
    return True


def _exposed(ladder: Ladder, n: Numbers, ls: LadderState, records: list[Stability], day: int) -> LadderState:
    good = [
        r
        for r in records
        if r.level is not None and r.form == "ok" and r.pain is not None and r.pain <= n.stability_up_pain
    ]
    days = (*[on for on in ls.days if day - on < _WEEK], day)
    ls = ls._replace(days=days, first_day=day if ls.first_day is None else ls.first_day)
    if ls.level is None:
        levels = ladder.levels
        placed = [r.level for r in good if r.level is not None and r.level < len(levels)]
        placed = [
            level for level in placed if any(_does(levels[level].dose, r) for r in good if r.level == level)
        ]
        if not placed:
            return ls
        ls = ls._replace(level=max(placed), placed_on=day)
    rung = ladder.levels[ls.level or 0]
    top = any(r.level is not None and r.level >= rung.level and _does(rung.top, r) for r in good)
    if top and len(good) == len(records):
        return ls._replace(pending=day)
    return ls._replace(streak=0, pending=None)


def _does(dose: Sets, record: Stability) -> bool:
    """Whether each side did at least this dose; a side that is not told did not."""
    sides = (record.both,) if record.both is not None else (record.left, record.right)
    return all(
        done is not None
        and done.kind == dose.kind
        and done.count >= dose.count
        and done.amount >= dose.amount
        for done in sides
    )


def _weigh_sides(state: State, records: list[Stability]) -> None:
    """Remember the side that did less."""
    for record in records:
        if record.left is not None and record.right is not None:
            left, right = record.left.count * record.left.amount, record.right.count * record.right.amount
            if left != right:
                state.weaker = "left" if left < right else "right"


def side_difference(n: Numbers, state: State) -> list[Reason]:
    """A difference of the sides worth a word: large, one side on enough tests, beyond the own scatter."""
    found: list[Reason] = []
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
