"""How left against right is said: each of METHOD 7's three conditions, and a target where all are met."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from underbar.insights.sides import Pair, Series
from underbar.quantities import number
from underbar.wording.en_words import (
    calendar_day,
    capital,
    count,
    exercise_name,
    joined,
    side_phrase,
    spelled,
)

TITLE: Final = "Side by side"
EMPTY: Final = (
    "Nothing was logged for both sides yet. Tests and stability work written left and right come together "
    "here."
)
PICTURE_TITLE: Final = "Left against right, over time"
SIDES_KEY: Final = ("filled dots, whole line: left", "hollow dots, broken line: right")
LEFT: Final = "left"
RIGHT: Final = "right"
WHY_THREE: Final = (
    "Most people have a stronger side. A difference is spoken of where the last one is large, where it is "
    "the same side each time, and where it stands out from this lifter’s own scatter."
)
RUNG: Final = "A level is a rung of a ladder, not an amount: one rung looks large low down and small high up."
_UNITS: Final = {"s": "seconds", "m": "metres", "reps": "repetitions"}
_SHORT: Final = {"s": " s", "m": " m", "reps": "", "lb": " lb", "kg": " kg", "": ""}


def last_of_each(times: int) -> str:
    """Said in the picture's key where it leaves out what is older."""
    return f"the last {times} times of each"


class Condition(NamedTuple):
    """One condition in words, and whether it is met."""

    met: bool
    text: str


def series_title(series: Series) -> str:
    """`Single-leg bridge, test, seconds`; `Suitcase carry, level`."""
    name = capital(exercise_name(series.what))
    unit = _UNITS.get(series.unit, series.unit)
    if series.measure == "test":
        return f"{name}, test, {unit}"
    return f"{name}, level" if series.measure == "level" else f"{name}, {unit}"


def headline(found: Sequence[Series]) -> str:
    """What the page begins with."""
    if not found:
        return EMPTY
    targets = [series for series in found if series.target is not None]
    if not targets:
        return "No difference between the sides that would be worth a word."
    named = [f"{exercise_name(series.what)}{side_phrase(series.target)}" for series in targets]
    return f"{capital(spelled(len(targets), 'training target'))}: {joined(list(dict.fromkeys(named)))}."


def sentence(series: Series) -> str:
    """What may be said of one kind: a target, or why there is nothing to say."""
    if series.target is not None:
        return (
            f"The {series.target} side did less on each of the last {number(series.wanted)}, by "
            f"{number(round(abs(series.pairs[-1].percent)))} % the last time. That makes it a training "
            "target, no more."
        )
    if not series.differs:
        return f"Alike each time, {count(len(series.pairs), 'time')}."
    if len(series.pairs) < series.wanted:
        return (
            f"Compared {count(len(series.pairs), 'time')} so far. From {number(series.wanted)} on, this line "
            "may say more."
        )
    return "Nothing to speak of: not all three conditions are met."


def conditions(series: Series) -> tuple[Condition, ...]:
    """The three conditions, in METHOD's order."""
    last = number(round(abs(series.pairs[-1].percent)))
    wanted = number(series.wanted)
    if len(series.pairs) < series.wanted:
        scatter = f"Beyond your own scatter: needs {wanted} times."
    else:
        scatter = (
            f"Beyond your own scatter: {number(round(abs(series.mean)))} % apart on average, with a scatter "
            f"of {number(round(series.scatter))} %."
        )
    return (
        Condition(series.large, f"At least {number(series.limit)} % apart: {last} % the last time."),
        Condition(series.same_side, f"The same side each time, {wanted} times in a row."),
        Condition(series.beyond_scatter, scatter),
    )


def condition_words(condition: Condition) -> str:
    """`Met. …`, `Not met. …`."""
    return f"{'Met' if condition.met else 'Not met'}. {condition.text}"


def pair_words(pair: Pair, unit: str) -> str:
    """`left 34 s, right 27 s on 3 March`."""
    short = _SHORT[unit]
    on = calendar_day(date.fromordinal(pair.day))
    return f"left {number(pair.left)}{short}, right {number(pair.right)}{short} on {on}"


def alike(found: Sequence[Series]) -> str:
    """The kinds whose sides never differed, in one sentence; empty for none."""
    same = [series for series in found if not series.differs]
    if not same:
        return ""
    named = [f"{series_title(series)} ({count(len(series.pairs), 'time')})" for series in same]
    return f"Alike each time: {'; '.join(named)}."


def alternative(found: Sequence[Series]) -> str:
    """The picture in words; empty where there is none."""
    said = [
        f"{series_title(series)}: {count(len(series.pairs), 'time')}, the first "
        f"{pair_words(series.pairs[0], series.unit)}, the last {pair_words(series.pairs[-1], series.unit)}."
        for series in found
        if series.differs
    ]
    return " ".join(["Both sides over time.", *said]) if said else ""
