"""The same question asked in other ways: a finding that only one way shows is not called consistent."""

from __future__ import annotations

from typing import Final

import numpy as np
from scipy.special import stdtr

from underbar.insights.answers import Run
from underbar.insights.model import Model, Table, estimate
from underbar.insights.regression import Array

AT: Final = 0.05
_LAGS: Final = 10
_FEWEST: Final = 30
_MOST_ACHE: Final = 10.0


def runs(found: Table, end: int, model: Model) -> tuple[Run, ...]:
    """Every run that this question allows on the days before the place `end`."""
    done = [_without_events(found, end, model), _ranks(model), _shift(model)]
    tipped = tipping(found, end, model)
    return tuple([*done, tipped] if tipped is not None else done)


def _without_events(found: Table, end: int, model: Model) -> Run:
    other = estimate(found, end, leave_out=found.columns.event)
    if other is None or len(other.rows) < _FEWEST or other.scale != model.scale:
        return Run("without-events", None, None, False, 0 if other is None else len(other.rows))
    agrees = other.fit.p < AT and same_way(other.fit.estimate, model.fit.estimate)
    return Run("without-events", other.fit.estimate, other.fit.p, agrees, len(other.rows))


def _ranks(model: Model) -> Run:
    """Spearman's correlation of what the other columns leave of exposure and ache, with effective mornings.

    Source: Pyper and Peterman 1998 for the effective number.
    """
    from scipy.stats import rankdata  # noqa: PLC0415 - most of a second at every start of the app

    x, y = rankdata(model.fit.apart), rankdata(model.fit.left)
    if np.ptp(x) == 0 or np.ptp(y) == 0:
        return Run("ranks", None, None, False, len(x))
    r = float(np.corrcoef(x, y)[0, 1])
    effective = effective_number(x, y)
    if effective <= 3:
        return Run("ranks", None, None, False, len(x))
    t = r * np.sqrt((effective - 2) / max(1 - r * r, 1e-12))
    p = float(2 * stdtr(effective - 2, -abs(t)))
    return Run("ranks", None, p, p < AT and same_way(r, model.fit.estimate), len(x))


def effective_number(x: Array, y: Array) -> float:
    """Independent pairs that two series of this persistence are worth; at most as many as there are."""
    n = len(x)
    x, y = x - x.mean(), y - y.mean()
    both = sum(
        (1 - lag / n) * float(x[lag:] @ x[:-lag]) * float(y[lag:] @ y[:-lag])
        for lag in range(1, min(_LAGS, n - 1) + 1)
    ) / (float(x @ x) * float(y @ y))
    return min(float(n), n / max(1 + 2 * both, 1 / n))


def _shift(model: Model) -> Run:
    """The exposure moved round the diary by every number of mornings: how many places fit as well."""
    x, y = model.fit.apart, model.fit.left
    every = np.fft.irfft(np.fft.rfft(x) * np.conj(np.fft.rfft(y)), n=len(x))
    p = float(np.mean(np.abs(every) >= abs(every[0]) * (1 - 1e-9)))
    return Run("shift", None, p, p <= AT, len(x))


def tipping(found: Table, end: int, model: Model) -> Run | None:
    """One point more ache than the model expects on each missing morning whose night a device knows.

    None for another question than sleep, and where there is no such morning.
    """
    if found.question != "sleep":
        return None
    ache = found.columns.ache[:end]
    (gaps,) = np.nonzero(np.isnan(ache) & ~np.isnan(found.exposure[:end]))
    if len(gaps) == 0:
        return None
    told = ache[~np.isnan(ache)]
    slope = model.fit.estimate if model.scale == "points" else 0.0
    middle = float(found.exposure[model.rows].mean())
    filled = ache.copy()
    filled[gaps] = told.mean() + slope * (found.exposure[gaps] - middle)
    if model.scale == "chance":
        filled[gaps] = 0.0
    filled[gaps] = np.clip(filled[gaps] + 1, 0.0, _MOST_ACHE)
    other = estimate(found, end, ache=filled)
    if other is None:
        return Run("tipping", None, None, False, 0)
    agrees = other.fit.p < AT and same_way(other.fit.estimate, model.fit.estimate)
    return Run("tipping", other.fit.estimate, other.fit.p, agrees, len(other.rows))


def same_way(one: float, other: float) -> bool:
    """Whether two effects point the same way."""
    return one * other > 0
