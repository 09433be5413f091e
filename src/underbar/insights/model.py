"""The model of a question: the morning's ache on yesterday's, on the exposure, and on what may mix them up.

    ache(t) ~ ache(t-1) + exposure(t) + exposure(t-1) + slow drift + load(t-1) + weekday + evening ache

Night t comes before morning t; release and sitting are those of the day before it. The exposure's own
day before is in it because both run in spells: what is left is how a night differs from the one before.
Source: EVIDENCE F; DESIGN of the columns: decision 0014.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from underbar.insights.answers import GROUP, MANY_ZEROS, Confounder, Question, Scale
from underbar.insights.columns import Columns, before
from underbar.insights.regression import Array, Fit, fit

BORDER: Final[dict[Question, float]] = {"sleep": 6.5, "release": 0.5, "sitting": 6.0}
"""What parts the groups: hours of sleep (EVIDENCE F), release kept or not, hours sat (METHOD 12)."""
LONG_NIGHT: Final = 7.5
"""Hours: a width also needs nights longer than this (EVIDENCE F)."""
KNOT_DAYS: Final = 90
"""The slow drift may bend once in so many days,"""
MOST_STRETCHES: Final = 12
"""and is no more than so many straight stretches, however long the diary is."""
MOSTLY: Final = 0.8
"""Share of the mornings on which a confounder must be told to be in the model."""
_WEEK, _SATURDAY = 7, 5
_SUNDAY: Final = 6
"""1 January of year 1, ordinal 1, was a Monday."""


class Table(NamedTuple):
    """A question over all days. `exposure`: at its morning; `usable`: mornings with both it and an ache."""

    question: Question
    columns: Columns
    exposure: Array
    usable: NDArray[np.bool_]

    def until(self, mornings: int) -> int | None:
        """The place after the morning at which so many were usable; None where they are not yet."""
        (at,) = np.nonzero(self.usable)
        return int(at[mornings - 1]) + 1 if len(at) >= mornings else None


class Model(NamedTuple):
    """A fitted question. `rows`: places of its mornings; `scale`: of its outcome."""

    fit: Fit
    rows: NDArray[np.intp]
    scale: Scale
    without: tuple[Confounder, ...]


def table(question: Question, columns: Columns) -> Table:
    """The question's exposure at the morning that it may have a part in."""
    told = {
        "sleep": columns.sleep,
        "release": before(columns.release),
        "sitting": before(columns.sitting),
    }[question]
    return Table(question, columns, told, ~np.isnan(told) & ~np.isnan(columns.ache))


def enough(found: Table, end: int) -> bool:
    """Whether both groups have the mornings that a width needs, up to the place `end`."""
    told = found.exposure[:end][found.usable[:end]]
    low = int((told < BORDER[found.question]).sum())
    high = int((told > LONG_NIGHT).sum()) if found.question == "sleep" else len(told) - low
    if found.question == "sitting":
        low = int((told <= BORDER["sitting"]).sum())
        high = len(told) - low
    return min(low, high) >= GROUP


def estimate(
    found: Table, end: int, leave_out: NDArray[np.bool_] | None = None, ache: Array | None = None
) -> Model | None:
    """The model on the days before the place `end`; None where exposure or ache tell nothing of their own.

    `leave_out`: mornings that are not counted. `ache`: aches in place of those of the diary.
    """
    columns = found.columns
    outcome = (columns.ache if ache is None else ache)[:end]
    exposure = found.exposure[:end]
    lag = before(outcome)
    usable = ~np.isnan(outcome) & ~np.isnan(exposure) & ~np.isnan(lag)
    if leave_out is not None:
        usable &= ~leave_out[:end]
    zeros = outcome[usable]
    if len(zeros) == 0:
        return None
    scale: Scale = "chance" if np.mean(zeros == 0) > MANY_ZEROS else "points"
    if scale == "chance":
        outcome, lag = (
            np.where(np.isnan(outcome), np.nan, outcome >= 1),
            np.where(np.isnan(lag), np.nan, lag >= 1),
        )
    parts: list[Array] = [lag]
    without: list[Confounder] = []
    maybe: dict[Confounder, Array] = {"before": before(exposure)}
    if found.question == "sleep":
        maybe["evening"] = columns.evening[:end]
    for name, column in maybe.items():
        told = ~np.isnan(column)
        if told[usable].mean() >= MOSTLY:
            usable = usable & told
            parts.append(column)
        else:
            without.append(name)
    (rows,) = np.nonzero(usable)
    if len(rows) == 0 or np.ptp(outcome[rows]) == 0:
        return None
    day = columns.day[rows]
    others = np.column_stack(
        [*(part[rows] for part in parts), before(columns.load[:end])[rows], _drift(day), _weekend(day)]
    )
    fitted = fit(outcome[rows], exposure[rows], others, day)
    return None if fitted is None else Model(fitted, rows, scale, tuple(without))


def _drift(day: NDArray[np.int64]) -> Array:
    """A broken line over the days: one slope for each stretch of at least `KNOT_DAYS`."""
    at = (day - day[0]).astype(np.float64)
    span = float(at[-1])
    stretches = min(MOST_STRETCHES, max(1, int(span // KNOT_DAYS)))
    knots = np.linspace(0, span, stretches + 1)[:-1]
    bends: Array = np.maximum(0.0, at[:, None] - knots[None, :])
    return bends


def _weekend(day: NDArray[np.int64]) -> Array:
    """1 on the mornings of Saturday and Sunday. Six columns for seven weekdays cost a tenth of the power."""
    free: Array = ((day + _SUNDAY) % _WEEK >= _SATURDAY).astype(np.float64)
    return free[:, None]
