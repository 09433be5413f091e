"""Power of the first question, reckoned beforehand and met, and the coverage of its 95 % interval.

Beforehand: one very long diary gives the slope on the observed 0-10 scale and the spread of its estimate;
the looks' bounds and a normal integral give the power. Then thousands of diaries are asked.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from scipy.special import stdtrit

from ordinal_diaries import Truth, columns
from underbar.insights import looks
from underbar.insights.answers import LOOKS
from underbar.insights.columns import before
from underbar.insights.model import enough, estimate, table
from underbar.insights.questions import tables_of, verdicts
from underbar.insights.regression import fit

LONG: Final = 400_000
"""Mornings of the diary that stands for the truth."""
EFFECT: Final = -0.4
ZEROS: Final = (0.2, 0.5, 0.75)
SEED: Final = 20_261_128
COVERED_AT: Final = (60, 90, 180, 365)
"""Mornings at which the interval is shown and its coverage counted."""
COLUMNS: Final = (7, 8, 10)
"""Of the model at each look: intercept, exposure, its day before, yesterday's ache, load, weekend, drift."""


class Beforehand(NamedTuple):
    """The slope on the observed scale, and the standard error of one morning's estimate."""

    slope: float
    error: float


def beforehand(truth: Truth, seed: int = SEED) -> Beforehand:
    """What a very long diary of this kind says."""
    found = columns(truth._replace(mornings=LONG), np.random.default_rng(seed))
    rows = slice(2, None)
    others = np.column_stack([before(found.ache)[rows], before(found.sleep)[rows], before(found.load)[rows]])
    fitted = fit(found.ache[rows], found.sleep[rows], others, found.day[rows])
    if fitted is None:
        raise ValueError(f"nothing to reckon with: {truth}")
    return Beforehand(fitted.estimate, fitted.error * np.sqrt(LONG))


def power_beforehand(truth: Truth, alpha: float = looks.FIRST_SHARE) -> tuple[float, ...]:
    """The probability of a finding by each look.

    A model of k columns on n mornings is worth n - k of them, HC3 widens its error by √(n / (n - k)), and its
    bound is Student's.
    """
    known = beforehand(truth)
    rows = [look - 1 for look in LOOKS]
    worth = [n - k for n, k in zip(rows, COLUMNS, strict=True)]
    drift = abs(known.slope) / known.error * np.sqrt(worth[-1])
    bounds = [
        float(-stdtrit(left, level / 2)) * np.sqrt(n / left)
        for level, n, left in zip(looks.levels(alpha), rows, worth, strict=True)
    ]
    fractions = [left / worth[-1] for left in worth]
    return tuple(looks.crossing(bounds[: at + 1], fractions, drift) for at in range(len(LOOKS)))


def found_by(truth: Truth, runs: int) -> list[int]:
    """How many of so many diaries have found the first question by each look."""
    chance = np.random.default_rng([SEED, round(100 * truth.zeros)])
    counts = [0] * len(LOOKS)
    for _ in range(runs):
        tables = tables_of(columns(truth, chance))
        said = verdicts({"sleep": tables["sleep"]}, "sleep")["sleep"].looks
        for at in range(len(LOOKS)):
            counts[at] += any(look.found for look in said[: at + 1])
    return counts


def covered(truth: Truth, runs: int) -> tuple[int, int]:
    """Of so many diaries: intervals shown on the scale of points, and those that hold the slope."""
    slope = beforehand(truth).slope
    chance = np.random.default_rng([SEED, truth.mornings, round(100 * truth.zeros), truth.effect != 0])
    shown = held = 0
    for _ in range(runs):
        found = table("sleep", columns(truth, chance))
        model = estimate(found, truth.mornings) if enough(found, truth.mornings) else None
        if model is None or model.scale != "points":
            continue
        low, high = model.fit.interval()
        shown += 1
        held += low <= slope <= high
    return shown, held
