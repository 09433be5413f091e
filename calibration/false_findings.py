"""How often a diary without any link is said to have one, followed through all looks; and what rivals say.

A diary errs where any of its three questions is called leaning or consistent at its end, having been
judged at each look on the way. Beside it, on the same diaries: Pearson's r with p < .05 between the
exposure and the ache, and |r| >= 0.5 at lag 0 or 1, as trackers show them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple, get_args

import numpy as np
from scipy.special import stdtr
from scipy.stats import binomtest

from ordinal_diaries import Missing, Truth, columns
from underbar.insights.columns import Columns, before
from underbar.insights.questions import tables_of, verdicts
from underbar.insights.regression import Array

PERSISTENCES: Final = (0.0, 0.5, 0.7, 0.9)
MORNINGS: Final = (28, 60, 90, 180, 365)
TRENDS: Final = (0.0, 2.0)
GATED: Final[tuple[Missing, ...]] = ("none", "random", "bad mornings")
ALLOWED: Final = {0.0: 0.05, 0.5: 0.05, 0.7: 0.05, 0.9: 0.07}
SURE: Final = 0.001
RUNS: Final = 4000
SEED: Final = 5_000
FOUND: Final = ("leaning", "consistent")


class Cell(NamedTuple):
    """A kind of diary, and how many of `runs` erred: ours, Pearson's, the |r| rule's."""

    truth: Truth
    runs: int
    ours: int
    consistent: int
    pearson: int
    strong: int

    @property
    def kept(self) -> bool:
        """Whether the share is at most what is allowed, as far as so many runs can tell."""
        most = ALLOWED[self.truth.persistence]
        return bool(binomtest(self.ours, self.runs, most, alternative="greater").pvalue >= SURE)


def gated() -> Iterator[Truth]:
    """The kinds of diary that the bar holds for."""
    for persistence, mornings, trend, missing in product(PERSISTENCES, MORNINGS, TRENDS, GATED):
        yield Truth(mornings, persistence, trend=trend, missing=missing)


def reported() -> Iterator[Truth]:
    """Kinds that are shown and not held to a bar: no observational test holds in all of them."""
    for persistence in PERSISTENCES:
        for mornings in (90, 180, 365):
            for device in (False, True):
                yield Truth(mornings, persistence, missing="bad nights and mornings", device=device)
            yield Truth(mornings, persistence, trend=2.0, curved=True)
        for zeros in (0.2, 0.75, 0.9):
            yield Truth(180, persistence, zeros=zeros)


def cell(task: tuple[Truth, int, int]) -> Cell:
    """One kind of diary, so many times, from a seed."""
    truth, runs, seed = task
    chance = np.random.default_rng([seed, *_key(truth)])
    ours = consistent = pearson = strong = 0
    for _ in range(runs):
        diary = columns(truth, chance)
        said = {found.verdict for found in verdicts(tables_of(diary), "sleep").values()}
        ours += any(verdict in said for verdict in FOUND)
        consistent += "consistent" in said
        by_p, by_r = rivals(diary)
        pearson += by_p
        strong += by_r
    return Cell(truth, runs, ours, consistent, pearson, strong)


def rivals(diary: Columns) -> tuple[bool, bool]:
    """Whether either rule finds anything in any of the three: p < .05, and |r| >= 0.5 at lag 0 or 1."""
    by_p = by_r = False
    for exposure in (diary.sleep, before(diary.release), before(diary.sitting)):
        for lag, told in enumerate((exposure, before(exposure))):
            both = ~np.isnan(told) & ~np.isnan(diary.ache)
            r, n = _pearson(told[both], diary.ache[both]), int(both.sum())
            by_r = by_r or abs(r) >= 0.5
            if lag == 0 and n > 2 and abs(r) < 1:
                by_p = by_p or 2 * stdtr(n - 2, -abs(r) * np.sqrt((n - 2) / (1 - r * r))) < 0.05
    return bool(by_p), bool(by_r)


def _pearson(x: Array, y: Array) -> float:
    if len(x) < 3 or np.ptp(x) == 0 or np.ptp(y) == 0:
        return 0.0
    return float(np.corrcoef(x, y)[0, 1])


def _key(truth: Truth) -> Sequence[int]:
    missing = get_args(Missing).index(truth.missing)
    return [truth.mornings, round(truth.persistence * 10), round(truth.trend), int(truth.curved), missing,
            int(truth.device), round(truth.zeros * 100)]  # fmt: skip
