"""METHOD 2: who lifts, where, towards what, and which parameters are the lifter's own."""

from __future__ import annotations

from underbar.diary.records import (
    Activity,
    Bodyweight,
    Goal,
    Gym,
    Lifter,
    Medicine,
    Param,
    Sitting,
    Sources,
    Stretch,
)
from underbar.diary.vocabulary import LIFTS
from underbar.protocol.logged import Logged
from underbar.protocol.state import State

_SETUP = frozenset({Lifter, Gym, Goal, Param, Sources, Bodyweight, Medicine, Activity})


def note_setup(state: State, day: int, logged: Logged) -> None:
    """Take in what stands from today on: lifter, gym, goals, parameters, sources, medicines, body weight."""
    if not logged.any_of(_SETUP):
        return
    for lifter in logged.in_force(Lifter):
        _lifter(state, lifter)
    for gym in logged.in_force(Gym):
        state.gym = gym
        if not state.units_told and gym.unit is not None:
            state.units = gym.unit
    for goal in logged.in_force(Goal):
        _goal(state, goal)
    for param in logged.in_force(Param):
        state.overrides = (*(o for o in state.overrides if o[0] != param.name), (param.name, param.value))
    for sources in logged.in_force(Sources):
        state.sources = sources.order
    for weighed in logged.in_force(Bodyweight):
        state.bodyweight = weighed.weight
    for medicine in logged.in_force(Medicine):
        medicines = {name: since for name, since in state.medicines.items() if name != medicine.name}
        if medicine.daily:
            medicines[medicine.name] = state.medicines.get(medicine.name, day)
        state.medicines = medicines
    for activity in logged.in_force(Activity):
        first = state.activities.get(activity.what, (activity.score, activity.score))[0]
        state.activities = {**state.activities, activity.what: (first, activity.score)}


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
    goals = {**state.goals, record.lift: record}
    state.goals = {lift: goals[lift] for lift in LIFTS if lift in goals}


def note_habits(state: State, day: int, logged: Logged) -> None:
    """Remember hard stretching and long sitting, for tomorrow's word on them."""
    if logged.records(Stretch):
        state.stretched = day
    sat = [record.seconds for record in logged.records(Sitting)]
    if sat:
        state.sitting = (day, max(sat) / 3600)
