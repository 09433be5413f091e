"""The exact test of a paired, randomised experiment, and its exact interval.

Each pair's two periods were put in order by a coin. If the arm made no difference, each pair's difference
could as well have had the other sign: all 2 ** pairs assignments of signs are as likely as the one that
was drawn (Fisher, The Design of Experiments, 1935). The interval holds every difference that the same test
would not refuse; its ends are order statistics of the means of all subsets of the differences
(Hartigan, Journal of the American Statistical Association 64, 1969).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

LEVEL: Final = 0.05
FEWEST: Final = 6
"""Pairs from which a p below LEVEL is possible: 2 in 2 ** 6."""
LISTED: Final = 16
"""Pairs up to which every subset is written down; above, subsets are counted by size and sum."""
GRID: Final = 420
"""Parts of a point in which differences are counted above LISTED pairs: exact for periods of up to 7 days."""


class Exact(NamedTuple):
    """Of the differences of `pairs`: their `mean`, the two-sided `p`, and the 95 % interval of the mean.

    `low`, `high` are None below FEWEST pairs, where the smallest p possible is above LEVEL.
    """

    pairs: int
    mean: float
    p: float
    low: float | None
    high: float | None


class _Subsets(NamedTuple):
    """The means of all subsets that are not empty, in their order, and how many have a mean up to each."""

    means: NDArray[np.float64]
    upto: NDArray[np.int64]

    def at_most_zero(self) -> int:
        """Subsets with a mean of 0 or less."""
        place = int(np.searchsorted(self.means, 0.0, "right"))
        return int(self.upto[place - 1]) if place else 0

    def smallest(self, place: int) -> float:
        """The mean in that place, counted from 1."""
        return float(self.means[int(np.searchsorted(self.upto, place))])


def exact(differences: Sequence[Fraction]) -> Exact:
    """The test and the interval of 1 to 60 differences."""
    pairs = len(differences)
    mean = float(sum(differences) / pairs)
    mirrored = [-one for one in differences]
    lower, upper = _subsets(differences), _subsets(mirrored)
    # The order that was drawn is the empty subset; each assignment has its mirror image on the other side.
    beyond = 1 + (lower if mean > 0 else upper).at_most_zero()
    p = min(1.0, beyond / 2 ** (pairs - 1))
    place = int(LEVEL * 2 ** (pairs - 1))
    if place == 0:
        return Exact(pairs, mean, p, None, None)
    return Exact(pairs, mean, p, lower.smallest(place), 0.0 - upper.smallest(place))


def _subsets(differences: Sequence[Fraction]) -> _Subsets:
    means, counts = _listed(differences) if len(differences) <= LISTED else _counted(differences)
    order = np.argsort(means, kind="stable")
    return _Subsets(means[order], np.cumsum(counts[order]))


def _listed(differences: Sequence[Fraction]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    scale = lcm(*(one.denominator for one in differences))
    sums = np.zeros(1, dtype=np.int64)
    sizes = np.zeros(1, dtype=np.int64)
    for one in differences:
        sums = np.concatenate([sums, sums + int(one * scale)])
        sizes = np.concatenate([sizes, sizes + 1])
    return sums[1:] / sizes[1:] / scale, np.ones(len(sums) - 1, dtype=np.int64)


def _counted(differences: Sequence[Fraction]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """As `_listed`, subsets of one size and sum together: how many there are is found pair by pair."""
    scale = min(GRID, lcm(*(one.denominator for one in differences)))
    parts = [round(one * scale) for one in differences]
    least = min(parts)
    found = np.zeros((len(parts) + 1, sum(part - least for part in parts) + 1), dtype=np.int64)
    found[0, 0] = 1
    for part in parts:
        up = part - least
        found[1:, up:] += found[:-1, : found.shape[1] - up]
    sizes, above = np.nonzero(found)
    sizes, above = sizes[1:], above[1:]
    return (above + sizes * least) / sizes / scale, found[sizes, above]
