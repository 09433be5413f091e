"""The shape of a forecast: when the goal of a lift may be reached, and how wide that is."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from underbar.insights.days import Zone
from underbar.quantities import Unit, Weight

HORIZON: Final = 730
"""Days ahead that a path is followed: two years."""
PATHS: Final = 200
SEED: Final = 20260112
"""The same for everybody: a forecast differs by the diary alone."""
FEW: Final = 8
"""Judged sessions below which the fan is mostly what was assumed before the diary spoke."""

PACE_LIFT: Final = "deadlift"
PACE_FROM: Final = Weight(135, "lb")
PACE_TO: Final = Weight(315, "lb")
PACE_DAYS: Final = 77
"""The article's eleven weeks, and the fastest that the method allows: METHOD section 6."""

Standing = Literal["forecast", "no-session", "reached", "locked", "no-target"]


class Past(NamedTuple):
    """A session of the lift that was judged. `load`: what counted for it, in the forecast's unit."""

    day: int
    load: float
    zone: Zone


class Reach(NamedTuple):
    """The load that 10, 50 and 90 % of the paths have not passed on `day`."""

    day: int
    low: float
    middle: float
    high: float


class Pace(NamedTuple):
    """The author's pace from here: a straight line from `load` on `begins` (today) to `reached` on `ends`."""

    begins: int
    ends: int
    load: float
    reached: float


class Forecast(NamedTuple):
    """When a lift may reach its target. Days are proleptic ordinals, loads in `unit`.

    `standing`: `forecast`, or why there is none: no judged session yet, the target reached already, a
    warning sign locks the plan, a goal without a target. `today`: the day that was read last. `load`:
    the working load then, None before a first session. `sessions`: judged ones, of all lifts;
    `went`: how many of them were (go, hold, back-off, flare). `arrived`: paths that reached the target
    within `horizon` days, of `paths`. `low`, `middle`, `high`: days by which 10, 50 and 90 % of the paths
    have arrived, None for later than the horizon. `fan`: one row a week, the first today; empty without
    a forecast. `caveats`: `few-sessions`, `flare-now`, `assessment`, `injections-planned`,
    `background-mode`, `several-lifts`, worded in `wording.en_forecast`.
    """

    lift: str
    unit: Unit
    standing: Standing
    today: int
    load: float | None
    target: float | None
    sessions: int
    went: tuple[int, int, int, int]
    paths: int = 0
    arrived: int = 0
    low: int | None = None
    middle: int | None = None
    high: int | None = None
    horizon: int = HORIZON
    fan: tuple[Reach, ...] = ()
    past: tuple[Past, ...] = ()
    pace: Pace | None = None
    seed: int = SEED
    caveats: tuple[str, ...] = ()
