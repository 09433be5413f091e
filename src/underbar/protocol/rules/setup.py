"""METHOD 2: who lifts, where, towards what, and which parameters are the lifter's own."""

from __future__ import annotations

from underbar.diary.records import Activity, Bodyweight, Entry, Goal, Gym, Lifter, Medicine, Param, Sitting, Stretch
from underbar.protocol.state import State


def note_setup(state: State, day: int, entries: tuple[Entry, ...]) -> None:
    """Take in what stands from today on: lifter, gym, goals, parameters, medicines, body weight."""
    for entry in entries:
        record = entry.record
        kind = type(record)
        if kind not in _SETUP:
            continue
        if isinstance(record, Lifter):
            _lifter(state, record)
        elif isinstance(record, Gym):
            state.gym = record
            if not state.units_told and record.unit is not None:
                state.units = record.unit
        elif isinstance(record, Goal):
            _goal(state, record)
        elif isinstance(record, Param):
            state.overrides = (*(o for o in state.overrides if o[0] != record.name), (record.name, record.value))
        elif isinstance(record, Bodyweight):
            state.bodyweight = record.weight
        elif isinstance(record, Medicine):
            medicines = {name: since for name, since in state.medicines.items() if name != record.name}
            if record.daily:
                medicines[record.name] = state.medicines.get(record.name, day)
            state.medicines = medicines
        elif isinstance(record, Activity):
            first = state.activities.get(record.what, (record.score, record.score))[0]
            state.activities = {**state.activities, record.what: (first, record.score)}


_SETUP = frozenset({Lifter, Gym, Goal, Param, Bodyweight, Medicine, Activity})


def _lifter(state: State, record: Lifter) -> None:
    if record.born is not None:
        state.born = record.born
    if record.units is not None:
        state.units = record.units
        state.units_told = True
    if record.bodyweight is not None:
        state.bodyweight = record.bodyweight
    if record.mode is not None:
        state.mode = record.mode


def _goal(state: State, record: Goal) -> None:
    if record.off:
        state.goals = {lift: goal for lift, goal in state.goals.items() if lift != record.lift}
        return
    if not state.units_told and record.target is not None:
        state.units = record.target.unit
    known = state.goals.get(record.lift)
    if known is not None:
        record = Goal(
            record.lift,
            target=record.target or known.target,
            best=record.best or known.best,
            start=record.start or known.start,
            days=known.days if record.days is None else record.days,
        )
    state.goals = {**state.goals, record.lift: record}


def note_habits(state: State, day: int, entries: tuple[Entry, ...]) -> None:
    """Remember hard stretching and long sitting, for tomorrow's word on them."""
    for entry in entries:
        record = entry.record
        if isinstance(record, Stretch):
            state.stretched = day
        elif isinstance(record, Sitting):
            state.sitting = (day, record.seconds / 3600)
