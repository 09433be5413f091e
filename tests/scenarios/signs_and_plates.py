"""METHOD 4 and 6 read by hand: which signs lock a day, and which loads plates and bells make."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from by_hand import EPS, minute_of
from folded import Day

from underbar.diary import records as r
from underbar.diary.records import Entry
from underbar.diary.vocabulary import EMERGENCY_FLAGS, URGENT_FLAGS
from underbar.quantities import LB_PER_KG, Unit, Weight

LOCKING = frozenset(EMERGENCY_FLAGS + URGENT_FLAGS)
BELLS: dict[Unit, tuple[float, ...]] = {"lb": tuple(range(5, 155, 5)), "kg": tuple(range(4, 62, 2))}
PLATES: dict[Unit, tuple[float, ...]] = {"lb": (2.5, 5, 10, 25, 35, 45), "kg": (1.25, 2.5, 5, 10, 15, 20, 25)}


class Standing(NamedTuple):
    """A sign: since which day, in which entry, and whether as an emergency."""

    day: int
    entry: Entry
    emergency: bool


def _before(sign: Standing, day: int, visit: Entry) -> bool:
    """Of the same day and earlier, by the clock and by the lifter's day that ends at 04:00."""
    mine, theirs = minute_of(visit), minute_of(sign.entry)
    if sign.day != day or mine is None or theirs is None or visit.time is None or sign.entry.time is None:
        return False
    return theirs < mine and sign.entry.time < visit.time


def locks(days: Sequence[Day]) -> frozenset[str]:
    """Section 4: signs of E and U that stand after the last of the days.

    An assessed sign stands again where it is new, or graver than the one that was assessed.
    """
    standing: dict[str, Standing] = {}
    assessed: dict[str, bool] = {}
    for index, day in enumerate(days):
        visits = [entry for entry in day if isinstance(entry.record, r.Clinician) and entry.record.assessed]
        if visits:
            _open(standing, assessed, {name for name, sign in standing.items() if sign.day < index})
        for entry in day:
            if isinstance(entry.record, r.Screen):
                for flag, how in entry.record.answers:
                    _name(standing, assessed, flag, how, index, entry)
        for visit in visits:
            _open(
                standing, assessed, {name for name, sign in standing.items() if _before(sign, index, visit)}
            )
    return frozenset(standing)


def _name(
    standing: dict[str, Standing], assessed: dict[str, bool], flag: str, how: str, day: int, entry: Entry
) -> None:
    emergency = flag in EMERGENCY_FLAGS and how in ("yes", "new")
    if flag not in LOCKING:
        return
    if flag in assessed:
        if how != "new" and emergency <= assessed[flag]:
            return
        del assessed[flag]
    if how == "new" or flag not in standing or (emergency and not standing[flag].emergency):
        standing[flag] = Standing(day, entry, emergency)


def _open(standing: dict[str, Standing], assessed: dict[str, bool], names: set[str]) -> None:
    for name in names:
        assessed[name] = standing.pop(name).emergency


def unit_of(gym: r.Gym, unit: Unit) -> Unit:
    """The gym's unit: as told, else that of the first thing it has, else the lifter's."""
    owned = [*(bar for _, bar in gym.bars), *gym.plates, *gym.bells]
    return gym.unit or (owned[0].unit if owned else unit)


@lru_cache(maxsize=64)
def loads_of(gym: r.Gym | None, lift: str, unit: Unit) -> tuple[float, ...]:
    """Loads up to 900 of the plates at hand, or the common ones where the gym's unit is the other."""
    here = gym if gym is not None and unit_of(gym, unit) == unit else None
    if lift == "goblet-squat":
        bells = tuple(bell.to(unit) for bell in here.bells) if here is not None else ()
        return tuple(sorted(bells or BELLS[unit]))
    bars = dict(here.bars) if here is not None else {}
    named = bars.get(lift, bars.get(""))
    bar = named.to(unit) if named is not None else (45.0 if unit == "lb" else 20.0)
    pairs = [2 * plate.to(unit) for plate in here.plates] if here is not None else []
    made = {bar}
    for pair in pairs or [2 * plate for plate in PLATES[unit]]:
        grown = set(made)
        while pair > 0 and grown:
            grown = {round(load + pair, 4) for load in grown if load + pair <= 900} - made
            made |= grown
    return tuple(sorted(made))


def step_at(load: float, unit: Unit, gym: r.Gym | None, lift: str) -> float:
    """The distance from `load` to the next that can be made; 0 at the end."""
    return next((made - load for made in loads_of(gym, lift, unit) if made > load + EPS), 0.0)


def plate_step(load: float, unit: Unit, gym: r.Gym | None, lift: str) -> float:
    """One plate step at `load` in `unit`, whichever unit the gym has: the wider of the two grids there."""
    home = unit if gym is None else unit_of(gym, unit)
    here = step_at(load, unit, gym, lift)
    if home == unit:
        return here
    there = step_at(Weight(load, unit).to(home), home, gym, lift)
    return max(here, there * LB_PER_KG if unit == "lb" else there / LB_PER_KG)
