"""One way in which the next two years may go, day by day through the engine.

The lifter trains as planned and checks in, as often as is the habit; after each session the mornings
are such that the zone is the one that was drawn.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from underbar.diary.records import (
    Checkin,
    Clinician,
    Entry,
    Lift,
    Record,
    Release,
    Screen,
    Stability,
    Work,
)
from underbar.insights.habits import FLARES, Drawn, Habits
from underbar.protocol import engine
from underbar.protocol.document import Protocol
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import LiftPlan
from underbar.protocol.rules import screens
from underbar.protocol.rules.background_mode import yardstick
from underbar.protocol.rules.schedule import reached
from underbar.protocol.rules.stability import BRIDGE
from underbar.protocol.state import Morning, State
from underbar.quantities import Sets, Weight

ASSESSED: Final = 14
"""Days until somebody with a sign that holds every load has seen a clinician."""
_WEEK: Final = 7
_ROLLS: Final = 6
_RELEASE: Final = Release(90, 90)
_NONE_OF_THEM: Final = Screen()
_SEEN_BY_A_CLINICIAN: Final = Clinician(assessed=True)


class Chances(NamedTuple):
    """What one path goes by. `base`, `slope`: of the zones at relative load `centre`, see zone_rates."""

    missing: float
    base: tuple[float, float, float, float]
    slope: float
    centre: float
    habits: Drawn


class Walk(NamedTuple):
    """Where a path led, by lift. `arrived`: the day, None for not within the horizon.

    `loads`: the working load once a week, the first after seven days, as far as the path was followed.
    """

    arrived: dict[str, int | None]
    loads: dict[str, tuple[float, ...]]


class Path:
    """A path from the day after `state` until every one of `lifts` is at its target, or the horizon.

    `coming`: records of days to come, such as injections that the clinic has planned. Walked once.
    """

    def __init__(
        self,
        protocol: Protocol,
        state: State,
        own: Habits,
        chances: Chances,
        lifts: Sequence[str],
        coming: Mapping[int, tuple[Record, ...]],
        rng: np.random.Generator,
        horizon: int,
    ) -> None:
        self.protocol = protocol
        self.n: Numbers = protocol.with_overrides(state.overrides)
        self.state = state
        self.own = own
        self.chances = chances
        self.lifts = lifts
        self.coming = coming
        self.horizon = horizon
        self.rolls: list[list[float]] = rng.random((horizon + 1, _ROLLS)).tolist()
        self.nights = _nights(own.nights, horizon + 1, rng)
        self.lengths = (*FLARES, *own.flares)
        self.awaited: dict[int, int | None] = {}
        self.flare_until = 0
        self.held_since: int | None = None

    def walk(self) -> Walk:
        """The whole path."""
        today = self.state.day or 0
        self._begin(today)
        arrived: dict[str, int | None] = dict.fromkeys(self.lifts)
        loads: dict[str, list[float]] = {lift: [] for lift in self.lifts}
        for ahead in range(1, self.horizon + 1):
            self._day(today + ahead, self.rolls[ahead], self.nights[ahead])
            if self.state.loaded_days[-1:] == (today + ahead,):
                for lift in self.lifts:
                    if arrived[lift] is None and reached(self.state, lift):
                        arrived[lift] = today + ahead
            if ahead % _WEEK == 0:
                for lift, found in loads.items():
                    found.append(self.state.lifts[lift].session.working)
            if None not in arrived.values():
                break
        return Walk(arrived, {lift: tuple(found) for lift, found in loads.items()})

    def _begin(self, today: int) -> None:
        """What the last days leave open: the mornings of a session, the end of a flare."""
        rolls = self.rolls[0]
        if any(ls.session.day == today for ls in self.state.lifts.values()):
            self._draw_zone(today, rolls)
        if self.state.flare is not None:
            self.flare_until = max(today + 1, self.state.flare.began + self._length(rolls[5]))

    def _length(self, roll: float) -> int:
        return self.lengths[int(roll * len(self.lengths))]

    def _day(self, day: int, rolls: list[float], night: float | None) -> None:
        at = date.fromordinal(day)
        ache = self._ache(day, rolls)
        entries = [Entry(at, record) for record in self.coming.get(day, ())]
        if ache is not None:
            slept = None if night is None else int(night * 3600)
            entries.append(Entry(at, _checkin(ache, slept)))
        if rolls[1] < self.chances.habits.released:
            entries.append(Entry(at, _RELEASE))
        entries.extend(Entry(at, record) for record in self._duties(day, ache))
        opened = engine.open_day(self.protocol, self.state, at, tuple(entries))
        trained = bool(opened.lifts) and rolls[2] < self.chances.habits.trained
        done = tuple([Entry(at, _done(lift)) for lift in opened.lifts]) if trained else ()
        self.state = engine.close_day(self.protocol, opened, done)
        if trained:
            self._draw_zone(day, rolls)

    def _ache(self, day: int, rolls: list[float]) -> int | None:
        """This morning's ache; None where it is not told."""
        if self.state.flare is not None:
            # after its bad days: as quiet as it needs to end
            return self._high() if day < self.flare_until else 0
        if day in self.awaited:
            return self.awaited.pop(day)
        if rolls[0] >= self.chances.habits.told:
            return None
        kind = _pick(self.chances.habits.rest, rolls[3])
        if kind == 3:
            return self._flares(day, rolls[5])
        return kind

    def _flares(self, day: int, roll: float) -> int:
        """The ache with which a flare begins on `day`."""
        self.flare_until = day + max(1, self._length(roll) - int(self.n.flare_quiet_mornings))
        return self._high()

    def _high(self) -> int:
        known = self.state.backgrounds[-1] if self.state.backgrounds else None
        return min(10, math.ceil(max(self.n.flare_ache, (known or 0.0) + self.n.flare_above_background)))

    def _draw_zone(self, day: int, rolls: list[float]) -> None:
        """Draw the zone of the session of `day` and the two mornings that make it."""
        n, chances = self.n, self.chances
        if rolls[3] < chances.missing:
            self.awaited[day + 1] = None
            return
        x = self._relative(day)
        tilted = [p * math.exp(chances.slope * k * (x - chances.centre)) for k, p in enumerate(chances.base)]
        total = sum(tilted)
        zone = _pick([p / total for p in tilted], rolls[4])
        known = self.state.backgrounds[-1] if self.state.backgrounds else None
        zero = int(yardstick(n, self.state, known).zero)
        lingers = min(_pick(chances.habits.rest, rolls[5]), 1)
        if zone == 0:
            self.awaited |= {day + 1: zero, day + 2: max(zero, lingers)}
        elif zone == 1:
            self.awaited |= {day + 1: min(zero + 1, int(n.back_off_ache) - 1), day + 2: min(zero, lingers)}
        elif zone == 2:
            high = int(n.back_off_ache)
            if self._high() > high:
                self.awaited |= {day + 1: high, day + 2: zero}
            else:
                twice = max(int(n.back_off_second_ache), zero + 1)
                self.awaited |= {day + 1: twice, day + 2: twice}
        else:
            self.awaited[day + 1] = self._flares(day + 1, rolls[5])

    def _relative(self, day: int) -> float:
        """The load of the day over its target, the mean of its lifts that have one."""
        found = [
            ls.session.load / target
            for lift, ls in self.state.lifts.items()
            if ls.session.day == day and (target := target_of(self.state, lift)) is not None
        ]
        return sum(found) / len(found) if found else self.chances.centre

    def _duties(self, day: int, ache: int | None) -> list[Record]:
        """What the method asks of the day beside the bar, where a load may depend on it."""
        n, state = self.n, self.state
        found: list[Record] = []
        may_be_due = day - (state.last_screen or 0) >= n.rescreen_days or state.flare or state.injections
        if may_be_due and screens.due(n, state, day, Morning(day, ache))[0]:
            found.append(_NONE_OF_THEM)
        bridge = state.ladders.get(BRIDGE)
        if bridge is not None and bridge.level is not None and bridge.level < n.not_ready_bridge:
            top = self.protocol.ladders[BRIDGE].levels[bridge.level].top
            found.append(Stability(BRIDGE, bridge.level, top, top, None, 0, "ok"))
        if not screens.holds(self.protocol, state):
            self.held_since = None
        elif self.held_since is None:
            self.held_since = day
        elif day - self.held_since >= ASSESSED:
            found.append(_SEEN_BY_A_CLINICIAN)
        return found


def target_of(state: State, lift: str) -> float | None:
    """The target of a lift in the unit of its sessions; None without a goal, a target or a session."""
    goal, ls = state.goals.get(lift), state.lifts.get(lift)
    if goal is None or goal.target is None or ls is None:
        return None
    return goal.target.to(ls.unit)


@lru_cache(maxsize=1024)
def _checkin(ache: int, slept: int | None) -> Checkin:
    return Checkin(ache=ache, stiff="none", sleep=slept)


def _done(lift: LiftPlan) -> Lift:
    sets = Sets(lift.sets, lift.reps, "reps")
    return Lift(lift.lift, (Work(Weight(lift.weight, lift.unit), sets),), brace=True, pain=0)


def _pick(shares: Sequence[float], roll: float) -> int:
    for k, share in enumerate(shares):
        roll -= share
        if roll < 0:
            return k
    return len(shares) - 1


def _nights(own: Sequence[float | None], count: int, rng: np.random.Generator) -> list[float | None]:
    """`count` nights, a week of the lifter's own at a time: short nights come in runs."""
    if not own:
        return [None] * count
    found: list[float | None] = []
    starts = rng.integers(0, max(1, len(own) - _WEEK + 1), count // _WEEK + 1).tolist()
    while len(found) < count:
        start = starts.pop() if starts else 0
        found.extend(own[start : start + _WEEK])
    return found[:count]
