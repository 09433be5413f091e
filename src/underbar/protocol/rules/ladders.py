"""METHOD 7: how the ladders of stability work move: up by good exposures, down after a bad session."""

from __future__ import annotations

from underbar.diary.records import Stability, Test
from underbar.diary.vocabulary import STABILITY
from underbar.protocol.document import Protocol
from underbar.protocol.logged import Logged
from underbar.protocol.method import Ladder
from underbar.protocol.numbers import Numbers
from underbar.protocol.rules.signals import quiet
from underbar.protocol.rules.stability import COPENHAGEN, WEEK
from underbar.protocol.state import LadderState, Morning, State
from underbar.quantities import Sets

_TESTS_KEPT = 6
_NEW = LadderState()


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
            ladders[name] = LadderState(
                ls.level, streak, started, morning.day - 1, None, ls.days, ls.first_day, ls.moved, ls.moved_on
            )
        else:
            ladders[name] = ls._replace(pending=None, streak=0)
    state.ladders = ladders


def climb(protocol: Protocol, n: Numbers, state: State, day: int) -> None:
    """Move up the ladders that have earned it."""
    for name, ls in state.ladders.items():
        if ls.streak == 0 or ls.level is None or ls.level >= len(protocol.ladders[name].levels) - 1:
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
    days = (*[on for on in ls.days if day - on < WEEK], day)
    first = day if ls.first_day is None else ls.first_day
    level = ls.level if ls.level is not None else _placed(ladder, good)
    if level is None:
        return LadderState(days=days, first_day=first)
    top = ladder.levels[level].top
    full = len(good) == len(records) and any(
        r.level is not None and r.level >= level and _does(top, r) for r in good
    )
    return LadderState(
        level, ls.streak if full else 0, ls.streak_from, ls.streak_to, day if full else None, days, first,
        ls.moved, ls.moved_on,
    )  # fmt: skip


def _placed(ladder: Ladder, good: list[Stability]) -> int | None:
    """The highest level done in full with form and little pain; None where none was."""
    levels = ladder.levels
    done = [
        r.level
        for r in good
        if r.level is not None and r.level < len(levels) and _does(levels[r.level].dose, r)
    ]
    return max(done, default=None)


def _does(dose: Sets, record: Stability) -> bool:
    """Whether each side did at least this dose; a side that is not told did not."""
    if record.both is not None:
        return _enough(dose, record.both)
    return _enough(dose, record.left) and _enough(dose, record.right)


def _enough(dose: Sets, done: Sets | None) -> bool:
    return (
        done is not None
        and done.kind == dose.kind
        and done.count >= dose.count
        and done.amount >= dose.amount
    )


def _weigh_sides(state: State, records: list[Stability]) -> None:
    """Remember the side that did less."""
    for record in records:
        if record.left is not None and record.right is not None:
            left, right = record.left.count * record.left.amount, record.right.count * record.right.amount
            if left != right:
                state.weaker = "left" if left < right else "right"
