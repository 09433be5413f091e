"""How bar load, injections and the two sides of the ache are described, and why nothing is concluded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from underbar.insights.answers import Group
from underbar.insights.described import (
    AFTER_FROM,
    AFTER_TO,
    BEFORE,
    FEWEST,
    BarLoad,
    Given,
    LeftRight,
    Stretch,
)
from underbar.quantities import Unit, Weight, number
from underbar.wording.en_words import calendar_day, capital, count, spelled

BAR_TITLE: Final = "Bar load and ache"
BAR_EMPTY: Final = "No morning after bar work was told yet."
BAR_WHY: Final = (
    "No verdict is given here, whatever the numbers say. The method adds load only after quiet mornings, so "
    "heavy days and quiet mornings keep company by design."
)
BAR_DAYS: Final = "The load is the heaviest set of the day, of any of the method’s lifts."
INJECTIONS_TITLE: Final = "Before and after each injection"
INJECTIONS_EMPTY: Final = "No injection is in this diary."
INJECTIONS_WHY: Final = (
    "No verdict is given here. Injections are few, and they are given when it is worst; what is at its "
    "worst is often better some weeks later, whatever is done."
)
SIDES_TITLE: Final = "Which side ached more"
SIDES_EMPTY: Final = "No morning was told yet."
SIDES_WHY: Final = "No verdict is given here: this counts which side ached, and can’t tell why."
BAR_PICTURE: Final = "Ache after bar work, by load"
BAR_KEY: Final = ("dot: mornings, larger for more", "dotted: mean of all other mornings")
BAR_KEY_THIRDS: Final = (BAR_KEY[0], "line: mean of a third; dotted: of all other mornings")
INJECTIONS_PICTURE: Final = "Mornings around each injection"
INJECTIONS_KEY: Final = ("dot: mornings, larger for more", "upright line: the median")
ACHE_AXIS: Final = "ache on waking, 0 to 10"
ACHE_PANEL: Final = "Ache on waking, 0 to 10"
SIDES_PICTURE: Final = "Mornings by the side that ached more"
MORNINGS_AXIS: Final = "mornings"
NOT_OVER: Final = "not over yet"
TOO_FEW: Final = "too few mornings told"
_THIRDS: Final = ("Lightest third", "Middle third", "Heaviest third")


def _mean(value: float) -> str:
    return number(round(value, 1))


def group_words(group: Group) -> str:
    """`18 mornings, 1 with ache, 0.1 on average`."""
    if group.mean is None:
        return "no morning"
    return f"{count(group.mornings, 'morning')}, {group.ached} with ache, {_mean(group.mean)} on average"


def load_axis(unit: Unit) -> str:
    """The title of the load's axis."""
    return f"heaviest set of the day before, {unit}"


def bar_sentence(bar: BarLoad) -> str:
    """Mornings after bar work against the others."""
    if bar.after.mornings == 0:
        return BAR_EMPTY
    return f"After bar work: {group_words(bar.after)}. Other mornings: {group_words(bar.others)}."


def bar_untold(bar: BarLoad) -> str:
    """Mornings after bar work that were not told; empty for none."""
    if bar.untold == 0:
        return ""
    were = "was" if bar.untold == 1 else "were"
    return f"{capital(spelled(bar.untold, 'morning'))} after bar work {were} not told."


def third_lines(bar: BarLoad, unit: Unit) -> list[str]:
    """`Lightest third, 135 to 185 lb: 12 mornings, 2 with ache, 0.2 on average.`; empty without thirds."""
    return [
        f"{name}, {load_words(third.low, third.high, unit)}: {group_words(third.group)}."
        for name, third in zip(_THIRDS, bar.thirds, strict=False)
    ]


def load_words(low: float, high: float, unit: Unit) -> str:
    """`135 to 185 lb`, from kilograms."""
    ends = [number(round(Weight(end, "kg").to(unit))) for end in (low, high)]
    return f"{ends[0]} {unit}" if ends[0] == ends[1] else f"{ends[0]} to {ends[1]} {unit}"


def bar_alternative(bar: BarLoad, unit: Unit) -> str:
    """The picture in words; empty where there is none."""
    if not bar.mornings:
        return ""
    loads = [morning.load for morning in bar.mornings]
    whole = f"Loads from {load_words(min(loads), max(loads), unit)}."
    return " ".join([bar_sentence(bar), whole, *third_lines(bar, unit)])


def injection_title(given: Given) -> str:
    """`3 February 2026, prolotherapy`."""
    day = date.fromordinal(given.day)
    what = {"prp": ", PRP", "other": ""}.get(given.what, f", {given.what}")
    return f"{calendar_day(day)} {day.year}{what}"


def before_label() -> str:
    """The name of the days before."""
    return f"{BEFORE} days before"


def after_label() -> str:
    """The name of the days after."""
    return f"days {AFTER_FROM}–{AFTER_TO} after"


def stretch_words(stretch: Stretch) -> str:
    """`median ache 2, 15 of 20 mornings with ache`."""
    if stretch.median is None:
        told = spelled(len(stretch.aches), "morning")
        return f"{told} told, fewer than the {FEWEST} that are wanted"
    return f"median ache {number(stretch.median)}, {stretch.ached} of {len(stretch.aches)} mornings with ache"


def injection_sentence(given: Given) -> str:
    """One injection with its numbers."""
    before = f"{capital(before_label())}: {stretch_words(given.before)}."
    if given.after is None:
        over = calendar_day(date.fromordinal(given.day) + timedelta(AFTER_TO))
        after = f"The days after are counted once day {AFTER_TO}, {over}, is over."
    else:
        after = f"{capital(after_label())}: {stretch_words(given.after)}."
    other = " Another injection was given in that time." if given.others else ""
    return f"{before} {after}{other}"


def injections_alternative(injections: tuple[Given, ...]) -> str:
    """The picture in words; empty where there is none."""
    return " ".join(f"{injection_title(given)}. {injection_sentence(given)}" for given in injections)


def side_labels(sides: LeftRight) -> tuple[tuple[str, int], ...]:
    """The name and the number of each kind of morning, as the picture has them."""
    return (
        ("left", sides.left),
        ("right", sides.right),
        ("both alike", sides.alike),
        ("side not told", sides.untold),
        ("no ache", sides.quiet),
    )


def sides_sentence(sides: LeftRight) -> str:
    """Which side ached more, by mornings."""
    told = sides.left + sides.right + sides.alike + sides.quiet + sides.untold
    if told == 0:
        return SIDES_EMPTY
    parts = [f"{sides.left} worse on the left", f"{sides.right} on the right", f"{sides.alike} alike on both"]
    untold = f", {sides.untold} with the side not told" if sides.untold else ""
    return f"Of {count(told, 'morning')}: {', '.join(parts)}, {sides.quiet} without ache{untold}."


def sides_means(sides: LeftRight) -> str:
    """The mean of each side where both were told by number; empty where they never were."""
    if sides.left_mean is None or sides.right_mean is None:
        return ""
    return (
        f"Where both sides have a number, {count(sides.both, 'morning')}: {_mean(sides.left_mean)} on "
        f"average on the left, {_mean(sides.right_mean)} on the right."
    )
