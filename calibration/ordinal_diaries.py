"""Diaries whose truth is known, as EVIDENCE section F describes them: scaffolding, never evidence.

Sleep, release, sitting and the ache behind the morning's number each are an AR(1) series of their own. The
number is the ache in points rounded up and cut at 0 and 10, placed so that a given share of mornings is 0.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

import numpy as np
from scipy.signal import lfilter
from scipy.special import ndtri

from underbar.insights.columns import Columns
from underbar.insights.regression import Array

Missing = Literal["none", "random", "bad mornings", "bad nights and mornings"]
MISSING_SHARE: Final = 0.2
SLEEP_MEAN, SLEEP_SD = 7.0, 0.9
"""Hours."""
ACHE_SD: Final = 1.5
"""Points behind the number: with 0.4 points an hour it gives the power that EVIDENCE F reports."""
SITTING_MEAN, SITTING_SD = 6.0, 2.0
RELEASE_KEPT: Final = 0.8
FIRST_DAY: Final = 738_000
_BAR_KG: Final = 60.0


class Truth(NamedTuple):
    """How a diary came about. `persistence`: of every series, from one day to the next, 0 to 1.

    `effect`: points of ache that an hour more of sleep adds. `zeros`: share of mornings without ache.
    `trend`: standard deviations that ache falls and sleep rises over the diary. `curved`: most of that
    early on, as a recovery goes. `device`: nights of missing mornings are told by a device.
    """

    mornings: int
    persistence: float = 0.5
    effect: float = 0.0
    zeros: float = 0.5
    trend: float = 0.0
    curved: bool = False
    missing: Missing = "none"
    device: bool = False


def columns(truth: Truth, chance: np.random.Generator) -> Columns:
    """A diary of that kind."""
    n = truth.mornings
    sleep, ache, release, sitting = (_series(chance, n, truth.persistence) for _ in range(4))
    drift = truth.trend * _course(n, truth.curved)
    hours = SLEEP_MEAN + SLEEP_SD * (sleep + drift)
    behind = ACHE_SD * (ache - drift) + truth.effect * (hours - SLEEP_MEAN)
    spread = float(np.hypot(ACHE_SD, truth.effect * SLEEP_SD))
    number = np.clip(np.ceil(behind - spread * ndtri(truth.zeros)), 0, 10)
    gone = chance.random(n) < _share_missing(truth.missing, sleep, ache)
    day = np.arange(FIRST_DAY, FIRST_DAY + n)
    return Columns(
        day=day,
        ache=np.where(gone, np.nan, number),
        evening=np.full(n, np.nan),
        sleep=hours if truth.device else np.where(gone, np.nan, hours),
        release=(release < ndtri(RELEASE_KEPT)).astype(float),
        sitting=np.clip(SITTING_MEAN + SITTING_SD * sitting, 0, 16),
        load=np.where(np.isin(day % 7, (0, 3)), _BAR_KG, 0.0),
        event=np.zeros(n, dtype=bool),
    )


def _series(chance: np.random.Generator, n: int, persistence: float) -> Array:
    noise = chance.standard_normal(n)
    noise[1:] *= np.sqrt(1 - persistence**2)
    made: Array = lfilter([1.0], [1.0, -persistence], noise)
    return made


def _course(n: int, curved: bool) -> Array:
    at = np.linspace(0, 1, n)
    return (1 - np.exp(-4 * at)) / (1 - np.exp(-4)) - 0.5 if curved else at - 0.5


def _share_missing(missing: Missing, sleep: Array, ache: Array) -> Array | float:
    if missing == "none":
        return 0.0
    if missing == "random":
        return MISSING_SHARE
    weight = np.exp(ache if missing == "bad mornings" else ache - sleep)
    share: Array = np.clip(MISSING_SHARE * weight / weight.mean(), 0, 1)
    return share
