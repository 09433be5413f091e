"""When the goal of a lift may be reached: paths through the engine, drawn from the lifter's own sessions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

import numpy as np

from underbar.diary.diary import Diary
from underbar.diary.records import Injection, Record
from underbar.insights import habits, zone_rates
from underbar.insights.days import Judged
from underbar.insights.fan import (
    FEW,
    HORIZON,
    PACE_DAYS,
    PACE_FROM,
    PACE_LIFT,
    PACE_TO,
    PATHS,
    SEED,
    Forecast,
    Pace,
    Past,
    Reach,
    Standing,
)
from underbar.insights.observed import Read
from underbar.insights.paths import Chances, Path, Walk, target_of
from underbar.protocol.document import Protocol
from underbar.protocol.rules import screens
from underbar.protocol.rules.schedule import reached
from underbar.protocol.state import State
from underbar.quantities import Unit, Weight

SHARES: Final = (0.1, 0.5, 0.9)
_WEEK: Final = 7


class Prepared(NamedTuple):
    """What the paths of a diary go by. `lifts`: those whose goal is forecast; without any there are no paths.

    `chances`: of each path. `went`: sessions, of all lifts, by zone: go, hold, back-off, flare.
    """

    protocol: Protocol
    state: State
    own: habits.Habits
    lifts: tuple[str, ...]
    coming: dict[int, tuple[Record, ...]]
    chances: tuple[Chances, ...]
    seed: int
    horizon: int
    went: tuple[int, int, int, int]


def planned_injections(diary: Diary, after: date) -> dict[int, tuple[Record, ...]]:
    """Injections that the clinic has planned for days after `after`, as given, by day (ordinal)."""
    found: dict[int, tuple[Record, ...]] = {}
    for entry in diary.entries:
        record = entry.record
        if isinstance(record, Injection) and record.planned and entry.day > after:
            given = Injection(record.what, record.side, record.number)
            found[entry.day.toordinal()] = (given,)
    return found


def forecasts(
    protocol: Protocol,
    read: Read,
    coming: dict[int, tuple[Record, ...]] | None = None,
    seed: int = SEED,
    paths: int = PATHS,
    horizon: int = HORIZON,
) -> tuple[Forecast, ...]:
    """A forecast of every lift with a goal, in the order of the goals; none without goals.

    `read`: the diary so far and the state after its last day. `coming`: see `planned_injections`.
    Deterministic in its arguments. Raises engine.RuleFailed.
    """
    ready = prepare(protocol, read, coming or {}, seed, paths, horizon)
    return summed(read, ready, walks(ready, 0, len(ready.chances)))


def prepare(
    protocol: Protocol,
    read: Read,
    coming: dict[int, tuple[Record, ...]],
    seed: int = SEED,
    paths: int = PATHS,
    horizon: int = HORIZON,
) -> Prepared:
    """Everything that is drawn before the paths begin."""
    state = read.state
    lifts = tuple(lift for lift in state.goals if _standing(state, lift, read) == "forecast")
    seen = _seen(state, _judged(read))
    zones = [one.zone if one.zone is not None else 1 for one in seen]
    went = (zones.count(0), zones.count(1), zones.count(2), zones.count(3))
    own = habits.habits(read.seen)
    chances: list[Chances] = []
    if not lifts:
        return Prepared(protocol, state, own, lifts, coming, (), seed, horizon, went)
    rng = np.random.default_rng(seed)
    rates = zone_rates.draw(seen, paths, rng)
    for missing, (go, hold, back_off, flare), slope in zip(
        rates.missing.tolist(), rates.base.tolist(), rates.slope.tolist(), strict=True
    ):
        base = (go, hold, back_off, flare)
        chances.append(Chances(missing, base, slope, rates.centre, habits.draw(own, rng)))
    return Prepared(protocol, state, own, lifts, coming, tuple(chances), seed, horizon, went)


def walks(ready: Prepared, first: int, end: int) -> tuple[Walk, ...]:
    """The paths from number `first` to before `end`. Each has a seed of its own: they may be shared out."""
    return tuple(
        Path(
            ready.protocol,
            ready.state,
            ready.own,
            ready.chances[number],
            ready.lifts,
            ready.coming,
            np.random.default_rng((ready.seed, number)),
            ready.horizon,
        ).walk()
        for number in range(first, end)
    )


def summed(read: Read, ready: Prepared, walked: Sequence[Walk]) -> tuple[Forecast, ...]:
    """The forecasts that the paths make together."""
    caveats = _caveats(ready)
    return tuple(_forecast(read, lift, ready, walked, caveats) for lift in read.state.goals)


def _standing(state: State, lift: str, read: Read) -> Standing:
    if state.goals[lift].target is None:
        return "no-target"
    if lift in state.lifts and reached(state, lift):
        return "reached"
    if screens.lock(state) is not None:
        return "locked"
    return "forecast" if lift in state.lifts and _judged(read) else "no-session"


def _judged(read: Read) -> list[Judged]:
    return [session for session in read.seen.sessions if not session.expected]


def _seen(state: State, sessions: Sequence[Judged]) -> list[zone_rates.Seen]:
    """A row a bar day: its worst zone, and the mean of its loads over their targets."""
    days: dict[int, list[Judged]] = {}
    for session in sessions:
        days.setdefault(session.day, []).append(session)
    found = []
    for day in sorted(days):
        worst = max(days[day], key=lambda one: (zone_rates.ZONES.index(one.zone), one.symptom))
        gone = worst.zone == "hold" and not worst.symptom
        loads = [one.load / target for one in days[day] if (target := target_of(state, one.lift))]
        x = sum(loads) / len(loads) if loads else 0.5
        found.append(zone_rates.Seen(None if gone else zone_rates.ZONES.index(worst.zone), x))
    return found


def _caveats(ready: Prepared) -> tuple[str, ...]:
    state = ready.state
    found = {
        "few-sessions": sum(ready.went) < FEW,
        "flare-now": state.flare is not None,
        "assessment": bool(screens.holds(ready.protocol, state)),
        "injections-planned": bool(ready.coming),
        "background-mode": state.mode == "background",
        "several-lifts": len(ready.lifts) > 1,
    }
    return tuple(name for name, so in found.items() if so)


def _forecast(
    read: Read, lift: str, ready: Prepared, walked: Sequence[Walk], caveats: tuple[str, ...]
) -> Forecast:
    state = read.state
    ls, goal, today = state.lifts.get(lift), state.goals[lift], state.day or 0
    unit = ls.unit if ls is not None else state.units
    load = ls.session.working if ls is not None else None
    target = goal.target.to(unit) if goal.target is not None else None
    past = tuple(
        Past(one.day, Weight(one.load, one.unit).to(unit), one.zone)
        for one in read.seen.sessions
        if one.lift == lift
    )
    found = Forecast(
        lift, unit, _standing(state, lift, read), today, load, target, sum(ready.went), ready.went,
        horizon=ready.horizon, past=past, seed=ready.seed,
    )  # fmt: skip
    if lift not in ready.lifts or load is None or target is None:
        return found
    days = sorted(day for walk in walked if (day := walk.arrived[lift]) is not None)
    low, middle, high = (_by(days, share, len(walked)) for share in SHARES)
    return found._replace(
        paths=len(walked),
        arrived=len(days),
        low=low,
        middle=middle,
        high=high,
        fan=_fan(walked, lift, today, load, target),
        pace=_pace(today, load, target, unit) if lift == PACE_LIFT else None,
        caveats=caveats,
    )


def _by(arrived: Sequence[int], share: float, paths: int) -> int | None:
    """The day by which `share` of the paths have arrived; None where that many never do."""
    wanted = math.ceil(share * paths)
    return arrived[wanted - 1] if wanted <= len(arrived) else None


def _fan(walked: Sequence[Walk], lift: str, today: int, load: float, target: float) -> tuple[Reach, ...]:
    """The loads once a week; a path that has arrived stays at its target."""
    weeks = max(len(walk.loads[lift]) for walk in walked)
    rows = np.full((len(walked), weeks), target)
    for row, walk in zip(rows, walked, strict=True):
        found = np.array(walk.loads[lift])
        when = walk.arrived[lift]
        kept = len(found) if when is None else min(len(found), (when - today - 1) // _WEEK)
        row[:kept] = found[:kept]
    spread = np.quantile(rows, SHARES, axis=0, method="inverted_cdf").T.tolist() if weeks else []
    later = [Reach(today + _WEEK * (week + 1), *loads) for week, loads in enumerate(spread)]
    return (Reach(today, load, load, load), *later)


def _pace(today: int, load: float, target: float, unit: Unit) -> Pace:
    """The author's pace from today's load on."""
    a_day = (PACE_TO.to(unit) - PACE_FROM.to(unit)) / PACE_DAYS
    return Pace(today, today + math.ceil((target - load) / a_day), load, target)
