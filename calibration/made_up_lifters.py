"""Made-up lifters for the calibration of the forecast. Scaffolding, never evidence.

Nobody measured these joints: the numbers below are guesses, wide on purpose, and none of them reaches a
lifter or the package. They are here so that a forecast can be wrong.

A lifter has an irritation with a memory. It fades by the day, and rises with the load above what the joint
bears, with short nights, with missed release and by chance. What the joint bears grows with each session
that it took well, and shrinks with each that it did not. The morning's ache is the irritation on a scale from
0 to 10, read with a little error. The lifter follows the real engine's plans, mostly.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from underbar.diary.records import (
    Checkin,
    Clinician,
    Entry,
    Goal,
    Lift,
    Lifter,
    Record,
    Release,
    Screen,
    Stability,
    Work,
)
from underbar.protocol import engine
from underbar.protocol.document import Protocol
from underbar.protocol.plan import Plan
from underbar.protocol.rules import screens
from underbar.protocol.state import State
from underbar.quantities import Sets, Weight

FIRST = date(2026, 1, 5)
TARGET = Weight(315.0, "lb")
LIFT = "deadlift"
BRIDGE_LEVEL = 3
ONE_DAY = timedelta(days=1)


class Day(NamedTuple):
    """A lived day: what was logged, and the state after it."""

    day: date
    entries: tuple[Entry, ...]
    state: State
    trained: bool


class Joint:
    """One made-up lifter: a joint and habits. All chance comes from the seed."""

    def __init__(self, seed: int) -> None:
        self.chance = c = Random(seed)
        self.memory = c.uniform(0.5, 0.85)
        self.bears = c.uniform(0.45, 0.95)  # load over target that leaves no trace
        self.grows = c.uniform(0.003, 0.03)  # a session
        self.answers = c.uniform(2.0, 8.0)  # points for a load one target above what it bears
        self.restless = c.uniform(0.1, 0.5)  # points, by chance a day
        self.events = c.choice((0.0, 0.002, 0.005, 0.01))  # share of days with a knock from elsewhere
        self.needs_sleep = c.uniform(0.0, 0.3)  # points for an hour short of seven
        self.needs_release = c.uniform(0.0, 0.25)  # points for a missed day
        self.usual_sleep = c.uniform(6.3, 8.0)
        self.trains = c.choice((1.0, 0.95, 0.85, 0.7))
        self.tells = c.choice((1.0, 0.97, 0.9, 0.8))
        self.releases = c.choice((1.0, 0.9, 0.7))
        self.irritation = 0.0
        self.night = 0.0

    def morning(self, load: float, released: bool) -> tuple[int, float]:
        """This morning's ache and hours of sleep. `load`: yesterday's over the target, 0 for none."""
        c = self.chance
        self.night = 0.5 * self.night + c.gauss(0.0, 0.6)
        sleep = min(11.0, max(3.5, self.usual_sleep + self.night))
        kick = self.answers * max(0.0, load - self.bears) if load else 0.0
        if load:
            self.bears += self.grows if kick < 0.5 else -self.grows / 2
        kick += self.needs_sleep * max(0.0, 7.0 - sleep)
        kick += 0.0 if released else self.needs_release
        kick += c.uniform(2.0, 5.0) if c.random() < self.events else 0.0
        self.irritation = max(0.0, self.memory * self.irritation + kick + c.gauss(0.0, self.restless))
        return min(10, max(0, round(self.irritation + c.gauss(0.0, 0.15)))), sleep

    def pain(self, load: float) -> int:
        """The worst pain during a session."""
        felt = 0.7 * self.irritation + 0.3 * self.answers * (load - self.bears)
        return min(10, max(0, round(felt)))


def live(protocol: Protocol, seed: int, days: int) -> Iterator[Day]:
    """The first `days` days of the lifter that `seed` makes."""
    joint = Joint(seed)
    state, day = engine.start(), FIRST
    load, released, held = 0.0, True, 0
    for index in range(days):
        ache, sleep = joint.morning(load, released)
        c = joint.chance
        records: list[Record] = []
        if index == 0:
            records += [Lifter(units="lb"), Goal(LIFT, TARGET, Weight(405.0, "lb"), None, (0, 3)), Screen()]
        if c.random() < joint.tells:
            records.append(Checkin(ache=ache, stiff="none", sleep=int(sleep * 3600)))
        held = held + 1 if screens.holds(protocol, state) else 0
        if held > c.randrange(5, 25):
            records.append(Clinician(assessed=True))
        asked = _entries(day, records)
        plan = engine.advance(protocol, state, day, asked)[1]
        if any(other.item == "screen" for other in plan.other) and index:
            records.append(Screen())
        released = c.random() < joint.releases
        if released:
            records.append(Release(90, 90))
        records += _stability(protocol, plan)
        load = 0.0
        trained = bool(plan.lifts) and c.random() < joint.trains
        if trained:
            for lift in plan.lifts:
                load = lift.weight / TARGET.value
                pain = joint.pain(load)
                sets = Sets(lift.sets, lift.reps, "reps")
                brace = c.random() < 0.98
                records.append(
                    Lift(lift.lift, (Work(Weight(lift.weight, lift.unit), sets),), brace=brace, pain=pain)
                )
        entries = _entries(day, records)
        state, _ = engine.advance(protocol, state, day, entries)
        yield Day(day, entries, state, trained)
        day += ONE_DAY


def _entries(day: date, records: list[Record]) -> tuple[Entry, ...]:
    return tuple(Entry(day, record) for record in records)


def _stability(protocol: Protocol, plan: Plan) -> list[Record]:
    """The stability work of the plan at the top of its dose, begun at the level that bar work asks for."""
    found: list[Record] = []
    for work in plan.stability:
        placed = not any(why.rule == "placement" for why in work.reasons)
        level = work.level if placed else BRIDGE_LEVEL
        dose = protocol.ladders[work.exercise].levels[level].top
        found.append(Stability(work.exercise, level, dose, dose, pain=0, form="ok"))
    return found
