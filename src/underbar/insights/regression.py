"""Least squares for one exposure, with errors that hold where the spread changes or residuals persist.

Sources: MacKinnon and White 1985 (HC3); Newey and West 1987 (HAC, Bartlett weights).
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr, stdtrit

Array = NDArray[np.float64]
FOLLOWING: Final = 0.2
"""Residual lag-1 autocorrelation above which HAC errors are taken instead of HC3."""
_TINY: Final = 1e-9


class Fit(NamedTuple):
    """The coefficient of the exposure, and what belongs to it.

    `error`: its standard error, HAC where `hac`, else HC3. `freedom`: rows less columns. `apart`: the
    exposure with everything that the other columns tell of it taken out; `left`: the outcome likewise.
    `persistence`: lag-1 autocorrelation of the residuals over neighbouring days, None without any two.
    `others`: coefficients of the other columns, the intercept first; NaN for one that told nothing new.
    """

    estimate: float
    error: float
    freedom: int
    hac: bool
    persistence: float | None
    apart: Array
    left: Array
    others: Array

    @property
    def p(self) -> float:
        """Two-sided, by Student's t."""
        if self.error == 0:
            return 1.0 if self.estimate == 0 else 0.0
        return float(2 * stdtr(self.freedom, -abs(self.estimate / self.error)))

    @property
    def below(self) -> float:
        """The probability, from these rows alone, that the coefficient is below 0."""
        return 1 - self.p / 2 if self.estimate < 0 else self.p / 2

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        """The two-sided interval of the coefficient."""
        reach = float(stdtrit(self.freedom, 0.5 + level / 2)) * self.error
        return self.estimate - reach, self.estimate + reach


def fit(outcome: Array, exposure: Array, others: Array, days: NDArray[np.int64]) -> Fit | None:
    """Least squares of the outcome on an intercept, the columns of `others` and the exposure.

    `days`: proleptic ordinals of the rows, rising. Columns that repeat what stands before them are left
    out. None where the exposure tells nothing of its own, or where fewer than two rows would be left over.
    """
    rows = len(outcome)
    columns = np.column_stack([np.ones(rows), others, exposure])
    kept = _independent(columns)
    if not kept[-1] or rows - int(kept.sum()) < 2:
        return None
    q, r = np.linalg.qr(columns[:, kept])
    onto = q.T @ outcome
    residuals = outcome - q @ onto
    weights = q[:, -1] / r[-1, -1]
    freedom = rows - q.shape[1]
    persistence = _lag_one(residuals, days)
    hac = persistence is not None and persistence > FOLLOWING
    if hac:
        variance = _newey_west(weights * residuals, days) * rows / freedom
    else:
        spare = 1 - np.einsum("ij,ij->i", q, q)
        scaled = np.where(spare > _TINY, residuals / np.maximum(spare, _TINY), 0.0)
        variance = float(np.sum((weights * scaled) ** 2))
    # Where the columns leave nothing of the outcome, rounding is all the error there is.
    floor = _TINY * float(np.std(outcome)) / abs(float(r[-1, -1]))
    coefficients = np.full(columns.shape[1], np.nan)
    coefficients[kept] = np.linalg.solve(r, onto)
    return Fit(
        estimate=float(coefficients[-1]),
        error=max(float(np.sqrt(variance)), floor),
        freedom=freedom,
        hac=hac,
        persistence=persistence,
        apart=q[:, -1] * r[-1, -1],
        left=residuals + q[:, -1] * onto[-1],
        others=coefficients[:-1],
    )


def _independent(columns: Array) -> NDArray[np.bool_]:
    """Which columns tell something that those before them do not; scale-free."""
    lengths = np.linalg.norm(columns, axis=0)
    scaled = columns / np.where(lengths > 0, lengths, 1.0)
    kept = np.ones(columns.shape[1], dtype=bool)
    while True:
        (at,) = np.nonzero(kept)
        diagonal = np.abs(np.diag(np.linalg.qr(scaled[:, kept], mode="r")))
        poor = np.nonzero(diagonal < 1e-7)[0]
        if len(diagonal) < len(at):  # more columns than rows
            poor = poor if len(poor) else np.array([len(diagonal)])
        if len(poor) == 0:
            return kept
        kept[at[poor[0]]] = False


def _lag_one(residuals: Array, days: NDArray[np.int64]) -> float | None:
    following = np.diff(days) == 1
    total = float(residuals @ residuals)
    if not following.any() or total < _TINY:
        return None
    pairs = float((residuals[1:] * residuals[:-1])[following].sum())
    return pairs / total * len(residuals) / int(following.sum())


def _newey_west(scores: Array, days: NDArray[np.int64]) -> float:
    """The long-run sum of squares of the scores, neighbours found by their day: gaps are not closed."""
    reach = int(4 * (len(scores) / 100) ** (2 / 9))
    by_day = np.zeros(int(days[-1] - days[0]) + 1)
    by_day[days - days[0]] = scores
    total = float(scores @ scores)
    for lag in range(1, min(reach, len(by_day) - 1) + 1):
        total += 2 * (1 - lag / (reach + 1)) * float(by_day[lag:] @ by_day[:-lag])
    return total
