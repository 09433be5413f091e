"""How long the answers take on ten years of mornings; medians, sizes in turns."""

from __future__ import annotations

import math
import sys
import time
from pathlib import Path
from statistics import median

import numpy as np

from ordinal_diaries import Truth, columns
from underbar.insights import forecast
from underbar.insights.days import Day, Diary
from underbar.insights.fan import PATHS
from underbar.insights.questions import answer_all
from underbar.protocol.document import load
from underbar.services.forecast import shared_out

sys.path.append(str(Path(__file__).parents[1] / "tests" / "insights"))

from forecast_stories import diary as story
from forecast_stories import seen

YEARS = (5, 10)
TIMES = 7
MOST_S = 1.0
MOST_GROWTH = 2.5
FORECASTS = 3
MOST_FORECAST_S = 10.0
LIFTERS = {
    "that holds every time": ["hold"] * 20,
    "that goes four times in five": ["go", "go", "hold", "go", "go"] * 4,
}
"""Nearly all ways of the first go the whole two years; most of the second arrive."""


def diary(years: int) -> Diary:
    """So many years of mornings, a fifth of them missing."""
    made = columns(Truth(365 * years, missing="random"), np.random.default_rng(years))
    told = [
        Day(
            int(made.day[at]),
            ache=None if math.isnan(made.ache[at]) else int(made.ache[at]),
            sleep=None if math.isnan(made.sleep[at]) else float(made.sleep[at]),
            release="done" if made.release[at] else "missed",
            sitting=float(made.sitting[at]),
            load=float(made.load[at]),
        )
        for at in range(len(made.day))
    ]
    return Diary(tuple(told), ())


def seconds() -> dict[int, float]:
    """The median time of all three questions, by years."""
    diaries = {years: diary(years) for years in YEARS}
    taken: dict[int, list[float]] = {years: [] for years in YEARS}
    for _ in range(TIMES):
        for years, found in diaries.items():
            began = time.perf_counter()
            answer_all(found)
            taken[years].append(time.perf_counter() - began)
    return {years: median(every) for years, every in taken.items()}


def forecast_seconds() -> dict[str, tuple[float, int]]:
    """Of each lifter: the median time of a forecast on two processes, and the ways that do not arrive."""
    found = {}
    for name, zones in LIFTERS.items():
        ready = forecast.prepare(load(), seen(story(zones)), {})
        taken, away = [], 0
        for _ in range(FORECASTS):
            began = time.perf_counter()
            walked = shared_out(ready)
            taken.append(time.perf_counter() - began)
            away = sum(None in walk.arrived.values() for walk in walked)
        found[name] = median(taken), away
    return found


def speeds() -> tuple[list[str], int]:
    """The table's lines, and how many of its bars are missed."""
    took = seconds()
    growth = took[10] / took[5]
    lines = ["| what | measured | at most |", "|---|---|---|"]
    lines.append(f"| All questions on ten years of mornings | {took[10]:.2f} s | {MOST_S:.0f} s |")
    lines.append(f"| Ten years against five | {growth:.2f} times | {MOST_GROWTH} times |")
    missed = (took[10] > MOST_S) + (growth > MOST_GROWTH)
    for name, (wall, away) in forecast_seconds().items():
        what = f"Forecast of a lifter {name}: {PATHS} ways, {away} of them not there in two years"
        lines.append(f"| {what} | {wall:.1f} s | {MOST_FORECAST_S:.0f} s |")
        missed += wall > MOST_FORECAST_S
    return lines, missed
