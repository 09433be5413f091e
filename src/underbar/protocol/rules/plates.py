"""What the gym at hand can load: bar, plates and bells, in its own unit, for a lift in the lifter's."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from underbar.diary.records import Gym
from underbar.quantities import Unit, Weight, next_load, plate_loads, plates_for, round_down

_BAR: Final[dict[Unit, float]] = {"lb": 45.0, "kg": 20.0}
_PLATES: Final[dict[Unit, tuple[float, ...]]] = {
    "lb": (45.0, 35.0, 25.0, 10.0, 5.0, 2.5),
    "kg": (25.0, 20.0, 15.0, 10.0, 5.0, 2.5, 1.25),
}
_BELLS: Final[dict[Unit, tuple[float, ...]]] = {
    "lb": tuple(float(w) for w in range(5, 155, 5)),
    "kg": tuple(float(w) for w in range(4, 62, 2)),
}
"""What most gyms have, where the diary names none: a standard bar, pairs of plates, a rack of bells."""

_HEAVIEST: Final[dict[Unit, float]] = {"lb": 1500.0, "kg": 700.0}

_DECIMALS = 2
_ROUNDED = 0.5 * 10**-_DECIMALS
"""What rounding a converted load to two decimals may have added to it."""


class Rack(NamedTuple):
    """Loads that can be made for one lift, ascending, in the lift's unit; `made` in the gym's own.

    `grid`: loads on which working loads stand: the rack's own where gym and lift share the unit,
    else the common ones of the lift's unit, so that a gym in the other unit never moves a working load.
    """

    unit: Unit
    gym_unit: Unit
    loads: tuple[float, ...]
    made: tuple[float, ...]
    grid: tuple[float, ...]
    bar: float
    pairs: tuple[float, ...]

    @property
    def lightest(self) -> float:
        """The bar alone, or the lightest bell."""
        return self.loads[0]

    def down(self, load: float) -> float | None:
        """The heaviest load that can be made and is not above `load`; None where all are heavier."""
        return round_down(load + _ROUNDED, self.loads)

    def settle(self, load: float) -> float:
        """The heaviest working load not above `load`; `load` itself where the grid has none."""
        found = round_down(load, self.grid)
        return load if found is None else found

    def step(self, load: float) -> float:
        """The distance from `load` to the next heavier that can be made; 0 at the end of the rack."""
        following = next_load(load, self.grid)
        return 0.0 if following is None else following - load

    def plates(self, load: float) -> tuple[float, ...]:
        """Plates for one end of the bar in the gym's unit; empty for bells and the bare bar."""
        if not self.pairs or load not in self.loads:
            return ()
        return plates_for(self.made[self.loads.index(load)], self.bar, self.pairs)


@lru_cache(maxsize=256)
def rack(gym: Gym | None, lift: str, tool: str, unit: Unit) -> Rack:
    """What `gym` makes for `lift`; with None what most gyms have, in the lifter's unit."""
    gym_unit = unit if gym is None else _unit_of(gym, unit)
    if tool == "bells":
        given = (
            tuple(sorted({bell.to(gym_unit) for bell in gym.bells}))
            if gym is not None and gym.bells
            else _BELLS[gym_unit]
        )
        grid = given if gym_unit == unit else _BELLS[unit]
        return Rack(unit, gym_unit, _converted(given, gym_unit, unit), given, grid, 0.0, ())
    bars = dict(gym.bars) if gym is not None else {}
    named = bars.get(lift) or bars.get("")
    bar = named.to(gym_unit) if named is not None else _BAR[gym_unit]
    pairs = (
        tuple(sorted((p.to(gym_unit) for p in gym.plates), reverse=True))
        if gym is not None and gym.plates
        else _PLATES[gym_unit]
    )
    made = plate_loads(bar, pairs, _HEAVIEST[gym_unit])
    grid = made if gym_unit == unit else plate_loads(_BAR[unit], _PLATES[unit], _HEAVIEST[unit])
    return Rack(unit, gym_unit, _converted(made, gym_unit, unit), made, grid, bar, pairs)


def _unit_of(gym: Gym, unit: Unit) -> Unit:
    """The gym's unit as told, else that of what it has, else the lifter's."""
    if gym.unit is not None:
        return gym.unit
    owned = (*(bar for _, bar in gym.bars), *gym.plates, *gym.bells)
    return owned[0].unit if owned else unit


def _converted(loads: tuple[float, ...], source: Unit, unit: Unit) -> tuple[float, ...]:
    """The loads in the other unit, exact but for float noise."""
    if source == unit:
        return loads
    return tuple(round(Weight(load, source).to(unit), _DECIMALS) for load in loads)
