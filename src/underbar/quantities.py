"""Weights, durations, sets and sides: the units of the diary, and what plates can make.

Everything here is a value. A weight keeps the unit it was written in; converting is explicit
and lands on the grid of real plates where the written precision (0.1) allows no other reading.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

Unit = Literal["lb", "kg"]
Side = Literal["left", "right", "both"]
SetKind = Literal["reps", "s", "m"]

LB_PER_KG = 1 / 0.45359237
"""Pounds in a kilogram, exact by the international definition of 1959."""

_GRID: dict[Unit, float] = {"lb": 0.5, "kg": 0.25}
_WRITTEN_PRECISION = 0.1
_EPSILON = 1e-6

_WEIGHT = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,6})?)(lb|kg)")
_SETS = re.compile(r"([0-9]{1,9})x([0-9]{1,9}(?:\.[0-9]{1,6})?)(s|m)?")
_DURATION = re.compile(r"(?:([0-9]{1,9})h)?(?:([0-9]{1,9})min|(?<=h)([0-9]{1,2}))?(?:([0-9]{1,9})s)?")


class Weight(NamedTuple):
    """A mass on the bar or in the hand: value ≥ 0 in its own unit, as written."""

    value: float
    unit: Unit

    def to(self, unit: Unit) -> float:
        """The value in `unit`.

        A weight written to 0.1 in the other unit and within that precision of a multiple of
        0.5 lb or 0.25 kg is that multiple: 61.2 kg is 135 lb, not 134.92.
        """
        if unit == self.unit:
            return self.value
        factor = LB_PER_KG if unit == "lb" else 1 / LB_PER_KG
        exact = self.value * factor
        grid = _GRID[unit]
        nearest = round(exact / grid) * grid
        return nearest if abs(nearest - exact) <= _WRITTEN_PRECISION / 2 * factor + _EPSILON else exact

    def __str__(self) -> str:
        return f"{number(self.value)}{self.unit}"


class Sets(NamedTuple):
    """`count` sets of `amount` repetitions, seconds or metres each."""

    count: int  # type: ignore[assignment]  # shadows tuple.count, which nobody needs of a set
    amount: float
    kind: SetKind

    def __str__(self) -> str:
        return f"{self.count}x{number(self.amount)}{'' if self.kind == 'reps' else self.kind}"


def number(value: float) -> str:
    """A number as a person writes it: no trailing zeros, at most six decimals."""
    if value == int(value):
        return str(int(value))
    return f"{value:.6f}".rstrip("0").rstrip(".")


def parse_weight(text: str) -> Weight | None:
    """`135lb`, `60.5kg`; None where the text is not a weight with its unit."""
    match = _WEIGHT.fullmatch(text)
    if match is None:
        return None
    return Weight(float(match[1]), "lb" if match[2] == "lb" else "kg")


def parse_sets(text: str) -> Sets | None:
    """`3x5`, `3x30s`, `3x20m`; None where the text is not that, or counts zero sets."""
    match = _SETS.fullmatch(text)
    if match is None or int(match[1]) == 0:
        return None
    kind: SetKind = "reps" if match[3] is None else ("s" if match[3] == "s" else "m")
    return Sets(int(match[1]), float(match[2]), kind)


def parse_duration(text: str) -> int | None:
    """Seconds of `90s`, `20min`, `7h`, `7h30`, `7h30min`, `1min30s`; None where it is none.

    Bare minutes after hours have a value below 60.
    """
    match = _DURATION.fullmatch(text)
    if match is None or text == "":
        return None
    hours, minutes, bare, seconds = (int(group) if group else 0 for group in match.groups())
    return hours * 3600 + (minutes + bare) * 60 + seconds if bare < 60 else None


def format_duration(seconds: int) -> str:
    """The one way a duration is printed: `7h30`, `20min`, `90s`, `1h`, `0s`."""
    if seconds >= 3600 and seconds % 60 == 0:
        hours, minutes = divmod(seconds // 60, 60)
        return f"{hours}h{minutes:02d}" if minutes else f"{hours}h"
    if seconds and seconds % 60 == 0:
        return f"{seconds // 60}min"
    return f"{seconds}s"


def median(values: Sequence[float]) -> float:
    """The median of at least one value; the mean of the middle two where their number is even."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


@lru_cache(maxsize=256)
def plate_loads(bar: float, pairs: tuple[float, ...], most: float = 1500.0) -> tuple[float, ...]:
    """Every load that a bar and unlimited pairs of plates make, ascending, up to `most`.

    All in one unit. A bar without plates makes its own weight alone.
    """
    hundredths = {round(2 * plate * 100) for plate in pairs if plate > 0}
    limit = round(most * 100)
    start = round(bar * 100)
    if not hundredths:
        return (bar,)
    step = math.gcd(*hundredths)
    reachable = bytearray(max(0, limit - start) // step + 1)
    reachable[0] = 1
    for pair in (size // step for size in hundredths):
        for load in range(pair, len(reachable)):
            if reachable[load - pair]:
                reachable[load] = 1
    return tuple((start + index * step) / 100 for index, hit in enumerate(reachable) if hit)


def round_down(value: float, loads: Sequence[float]) -> float | None:
    """The heaviest of the ascending `loads` not above `value`; None where all are heavier."""
    position = bisect_right(loads, value + _EPSILON)
    return loads[position - 1] if position else None


def next_load(value: float, loads: Sequence[float]) -> float | None:
    """The lightest of the ascending `loads` above `value`; None where none is heavier."""
    position = bisect_right(loads, value + _EPSILON)
    return loads[position] if position < len(loads) else None


def plates_for(load: float, bar: float, pairs: Iterable[float]) -> tuple[float, ...]:
    """Plates for one end of the bar, heaviest first, that make `load` with the fewest plates.

    Empty where the load is the bar alone or cannot be made. All in one unit.
    """
    sizes = sorted({round(2 * plate * 100) for plate in pairs if plate > 0}, reverse=True)
    return _fewest(round((load - bar) * 100), tuple(sizes))


@lru_cache(maxsize=4096)
def _fewest(rest: int, sizes: tuple[int, ...]) -> tuple[float, ...]:
    """Plates for one end, of pairs that weigh `sizes` (heaviest first) and `rest` in hundredths."""
    step = math.gcd(*sizes)
    if rest <= 0 or not sizes or rest % step:
        return ()
    # The fewest pairs that make each load up to the whole, and the pair to begin with; a coin
    # change, since with plates such as 45, 35 and 10 the heaviest that fits is not always right.
    fewest: list[tuple[float, int]] = [(0, 0)]
    for load in range(1, rest // step + 1):
        options = [(fewest[load - size // step][0] + 1, size) for size in sizes if size // step <= load]
        fewest.append(min(options, key=lambda option: option[0], default=(math.inf, 0)))
    if fewest[-1][0] == math.inf:
        return ()
    plates: list[float] = []
    while rest:
        size = fewest[rest // step][1]
        plates.append(size / 200)
        rest -= size
    return tuple(sorted(plates, reverse=True))
