"""METHOD 7: the lifter's own experiment. The arm of any day is a function of its seed and the day."""

from __future__ import annotations

from underbar.diary.records import Arm, Experiment
from underbar.protocol.logged import Logged
from underbar.protocol.plan import ArmOf, ExperimentPlan
from underbar.protocol.rules.screens import lock
from underbar.protocol.state import Ended, Registered, State

_PERIODS = 2


def first_of_pair(seed: int, pair: int) -> ArmOf:
    """The arm of the first period of a pair, counted from 1: the lowest bit of a digest, as a coin."""
    from hashlib import sha256  # noqa: PLC0415  # costs time at the start, needed by an experiment alone

    return "on" if sha256(f"{seed}:{pair}".encode()).digest()[-1] & 1 else "off"


def days_of(experiment: Registered) -> int:
    """Its planned days."""
    return _PERIODS * experiment.pairs * experiment.block


def drawn(experiment: Registered, day: int) -> ExperimentPlan | None:
    """What was drawn for a day (proleptic ordinal), ended or not; None outside of the planned days."""
    since = day - experiment.first
    if not 0 <= since < days_of(experiment):
        return None
    period = since // experiment.block
    pair = period // _PERIODS + 1
    first = first_of_pair(experiment.seed, pair)
    arm = first if period % _PERIODS == 0 else ("off" if first == "on" else "on")
    return ExperimentPlan(experiment.what, arm, since + 1, days_of(experiment), pair)


def end_experiment(state: State, day: int, logged: Logged) -> None:
    """End the running one from `day` on: a flare, a lock, the lifter's word, or no planned day is left."""
    running = running_in(state)
    if running is None or day < running.first:
        return
    why: Ended | None = None
    if lock(state) is not None:
        why = "stop"
    elif state.flare is not None:
        why = "flare"
    elif day >= running.first + days_of(running):
        why = "finished"
    elif any(said.off for said in logged.records(Experiment)):
        why = "off"
    if why is not None:
        state.experiments = (*state.experiments[:-1], running._replace(ended=day, why=why))


def register(state: State, day: int, logged: Logged) -> None:
    """Take in an experiment that was registered on `day`: its first day is the next one.

    Called when the day is over, so that what it replaces keeps its arm of the day.
    """
    for said in logged.in_force(Experiment):
        running = running_in(state)
        if said.off and running is not None and running.first > day:
            state.experiments = (*state.experiments[:-1], running._replace(ended=running.first, why="off"))
        if said.seed is None or said.what is None or said.pairs is None or said.block is None:
            continue
        if running is not None:
            state.experiments = (*state.experiments[:-1], running._replace(ended=day + 1, why="replaced"))
        new = Registered(day, said.what, said.seed, said.pairs, said.block)
        state.experiments = (*state.experiments, new)


def today(state: State, day: int, logged: Logged) -> ExperimentPlan | None:
    """The day's arm; None where none runs. An arm that is written in the diary wins over the draw."""
    running = running_in(state)
    plan = None if running is None else drawn(running, day)
    if plan is None:
        return None
    written = _written(plan.what, logged)
    return plan if written is None else plan._replace(arm=written)


def release_off(state: State, day: int, logged: Logged) -> bool:
    """Whether the arm of the day leaves the release out, as written or as drawn."""
    if not state.experiments and not logged.records(Arm):
        return False
    written = _written("release", logged)
    if written is not None:
        return written == "off"
    plan = today(state, day, logged)
    return plan is not None and plan.what == "release" and plan.arm == "off"


def release_was_off(state: State, day: int, logged: Logged) -> bool:
    """As `release_off`, on the day itself on which an experiment ends too: what it left out is not missed."""
    if not state.experiments:
        return release_off(state, day, logged)
    ended = [one for one in state.experiments[-1:] if one.ended == day]
    plans = [plan for one in ended if (plan := drawn(one, day)) is not None]
    left_out = any(plan.what == "release" and plan.arm == "off" for plan in plans)
    return release_off(state, day, logged) or (left_out and _written("release", logged) is None)


def running_in(state: State) -> Registered | None:
    """The experiment that is registered and has not ended; None without one."""
    last = state.experiments[-1] if state.experiments else None
    return last if last is not None and last.ended is None else None


def _written(what: str, logged: Logged) -> ArmOf | None:
    """The arm that the day's entries name; of two that differ the one that asks for less."""
    named = {arm.value for arm in logged.records(Arm) if arm.what == what}
    if "off" in named:
        return "off"
    return "on" if "on" in named else None
