"""What the picture of a recovery is drawn from: plain days, with nothing left to look up."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from underbar.quantities import Unit


class Lifted(NamedTuple):
    """The work weight of a lift on a day, in `unit`.

    `verdict`: the plan's for this lift on that day; None where the plan had no such lift.
    """

    lift: str
    weight: float
    unit: Unit
    verdict: str | None


class Injected(NamedTuple):
    """An injection that was given. `number`: which of its course, None where not told."""

    what: str
    number: int | None
    side: str | None


class Day(NamedTuple):
    """One day as the diary tells it; None where it was not told.

    `left`, `right`: ache of the morning, 0 to 10, by side; `ache`: the worse side, or the one number
    where no side was told. `answered`: there is a check-in. `sleep` and `sleep_mean` in hours; the
    mean is of the seven nights up to this one, None for fewer than four. `stiff`: none, left, right
    or both. `verdict`: of the day's plan; `flare`: that plan was settling a flare.
    """

    day: date
    verdict: str | None = None
    flare: bool = False
    answered: bool = False
    ache: int | None = None
    left: int | None = None
    right: int | None = None
    stiff: str | None = None
    sleep: float | None = None
    sleep_mean: float | None = None
    release: bool = False
    lifts: tuple[Lifted, ...] = ()
    injections: tuple[Injected, ...] = ()


class Pace(NamedTuple):
    """The author's load by day: straight from `start` on `begins` to `reached` on `ends`, in `unit`."""

    lift: str
    begins: date
    ends: date
    start: float
    reached: float
    unit: Unit


class Recovery(NamedTuple):
    """The days from the first to the last that is shown, none left out; empty where there are none.

    `begins`: the first day of the diary, None for an empty one.
    """

    days: tuple[Day, ...]
    begins: date | None
    unit: Unit
    pace: Pace | None = None
