"""The days of a diary as columns of numbers, one place a calendar day; NaN where nothing was told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from underbar.insights.days import Day
from underbar.insights.regression import Array

_RELEASE = {"done": 1.0, "missed": 0.0, "off": np.nan, None: np.nan}
_EVENT_DAYS = 7


class Columns(NamedTuple):
    """`day`: proleptic ordinals without a gap. The rest as in `days.Day`; `release`: 1 done, 0 missed, NaN
    off or unknown; `event`: in a flare, or on days 0 to 7 of an injection.
    """

    day: NDArray[np.int64]
    ache: Array
    evening: Array
    sleep: Array
    release: Array
    sitting: Array
    load: Array
    event: NDArray[np.bool_]


def columns_of(days: Sequence[Day]) -> Columns:
    """The columns of days that follow each other."""
    return Columns(
        day=np.array([day.day for day in days], dtype=np.int64),
        ache=_numbers([day.ache for day in days]),
        evening=_numbers([day.evening for day in days]),
        sleep=_numbers([day.sleep for day in days]),
        release=_numbers([_RELEASE[day.release] for day in days]),
        sitting=_numbers([day.sitting for day in days]),
        load=_numbers([day.load for day in days]),
        event=np.array(
            [
                day.flare
                or day.injected is not None
                or (day.after_injection is not None and day.after_injection <= _EVENT_DAYS)
                for day in days
            ],
            dtype=bool,
        ),
    )


def before(column: Array) -> Array:
    """The column a day later: at each place what was told of the day before; NaN at the first."""
    return np.concatenate([[np.nan], column[:-1]]) if len(column) else column


def _numbers(values: Sequence[float | None]) -> Array:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
