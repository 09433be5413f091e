"""How often an experiment would see a difference that is there, said before it starts.

Aches are drawn as a series with a standard deviation and a persistence (the correlation of one morning with
the next), the arms by the coin of the design, and each run is asked the exact test. With the defaults it
comes to what EVIDENCE.md section F found in a simulation of its own: of a difference of 1 point, weekly
periods see 17 % with six pairs and 35 % with eight, fortnights with eight 56 %; periods of a day see 59 %
in 28 days, 90 % in 56, and 15 % where half of a day's difference is there on the next day instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from underbar.insights.days import Day
from underbar.insights.randomisation import LEVEL

USUAL_SD: Final = 1.75
"""Points of ache; with USUAL_PERSISTENCE chosen so that the figures of EVIDENCE F come out, within 4 %."""
USUAL_PERSISTENCE: Final = 0.58
OWN_FROM: Final = 60
"""Mornings from which the lifter's own ache is used."""
RECENT: Final = 365
LEAST_SD: Final = 0.5
"""A diary of hardly any ache says little of how ache would vary if there were some."""
MOST_PERSISTENCE: Final = 0.95
EFFECTS: Final = (0.5, 1.0, 2.0)
"""Differences between the arms, points of ache, that are asked for."""
_RUNS: Final = 2000
_SIGNS: Final = 1024
_ALL_SIGNS: Final = 10
"""Pairs up to which a run is tested against every assignment of signs, not against _SIGNS drawn ones."""

_Floats = NDArray[np.float64]


class Ache(NamedTuple):
    """What is known of the lifter's ache: its standard deviation, points, and its persistence, 0 to 1.

    `own`: from `mornings` of the diary itself; else the defaults. `mean`: of those mornings, None for none.
    """

    sd: float
    persistence: float
    own: bool
    mornings: int
    mean: float | None


class Power(NamedTuple):
    """Share of experiments, 0 to 1, in which a difference of `effect` points is found.

    `carried`: the same where half of a day's difference is there on the next day instead.
    """

    effect: float
    share: float
    carried: float


def ache_of(days: Sequence[Day]) -> Ache:
    """The ache of the last RECENT days, its straight trend taken out, where OWN_FROM mornings told it."""
    told = [(day.day, day.ache) for day in days[-RECENT:] if day.ache is not None]
    aches = np.array([ache for _, ache in told], dtype=float)
    mean = float(aches.mean()) if told else None
    if len(told) < OWN_FROM:
        return Ache(USUAL_SD, USUAL_PERSISTENCE, False, len(told), mean)
    at = np.array([day for day, _ in told], dtype=float)
    at -= at.mean()
    rest = aches - aches.mean() - at * (at @ aches) / (at @ at)
    variance = float(rest @ rest) / (len(told) - 2)
    pairs = np.flatnonzero(np.diff(at) == 1)
    follow = float(np.mean(rest[pairs] * rest[pairs + 1])) / variance if len(pairs) and variance else 0.0
    persistence = min(MOST_PERSISTENCE, max(0.0, follow))
    return Ache(max(LEAST_SD, variance**0.5), persistence, True, len(told), mean)


def power(pairs: int, block: int, ache: Ache, seed: int) -> tuple[Power, ...]:
    """For each of EFFECTS, from _RUNS experiments of `pairs` pairs of periods of `block` days.

    The same for the same `seed`.
    """
    chance = np.random.default_rng(seed)
    first = chance.integers(0, 2, (_RUNS, pairs)).astype(bool)
    periods = np.stack([first, ~first], axis=2)
    arms = np.repeat(periods.reshape(_RUNS, 2 * pairs), block, axis=1).astype(float)
    before = np.concatenate([np.zeros((_RUNS, 1)), arms[:, :-1]], axis=1)
    noise = _differences(_series(ache, chance, arms.shape), first, block)
    signs = _signs(pairs, chance)
    plain = _differences(arms, first, block)
    half = _differences((arms + before) / 2, first, block)
    return tuple(
        Power(effect, _found(noise + effect * plain, signs), _found(noise + effect * half, signs))
        for effect in EFFECTS
    )


def _series(ache: Ache, chance: np.random.Generator, shape: tuple[int, int]) -> _Floats:
    """Aches, a row a run."""
    drawn = chance.standard_normal((shape[1], shape[0]))
    fresh = (1 - ache.persistence**2) ** 0.5
    for day in range(1, shape[1]):
        drawn[day] = ache.persistence * drawn[day - 1] + fresh * drawn[day]
    return np.asarray(ache.sd * drawn.T)


def _differences(values: _Floats, first: NDArray[np.bool_], block: int) -> _Floats:
    """On less off, a column a pair: the means of its two periods."""
    means: _Floats = np.mean(values.reshape(*first.shape, 2, block), axis=3)
    less = means[:, :, 0] - means[:, :, 1]
    return np.asarray(np.where(first, less, -less), dtype=np.float64)


def _signs(pairs: int, chance: np.random.Generator) -> _Floats:
    """Assignments of signs, a column each: all, or as many as are enough with the drawn one among them."""
    if pairs <= _ALL_SIGNS:
        bits = np.arange(2**pairs)[None, :] >> np.arange(pairs)[:, None] & 1
    else:
        bits = chance.integers(0, 2, (pairs, _SIGNS))
        bits[:, 0] = 0
    return np.asarray(1 - 2 * bits, dtype=np.float64)


def _found(differences: _Floats, signs: _Floats) -> float:
    """The share of runs whose p is at most LEVEL."""
    sums = np.abs(differences @ signs)
    seen = np.abs(differences.sum(axis=1))[:, None]
    return float(np.mean(np.mean(sums >= seen - 1e-9, axis=1) <= LEVEL))
