"""How a forecast is said: when, how wide, how many ways do not get there, and what it is made of."""

from __future__ import annotations

from datetime import date
from typing import Final

from underbar.insights.fan import Forecast
from underbar.quantities import number
from underbar.wording.en_history import month_name
from underbar.wording.en_words import calendar_day, capital, count, joined, lift_name, load

TODAY: Final = "today"
KEY: Final = (
    "line: half of the ways ahead are above it; band: eight of ten; bar and ring: the day of the goal",
)
KEY_SHORT: Final = (
    "line: half of the ways are above it;",
    "band: eight of ten;",
    "bar, ring: the day of the goal",
)
KEY_PACE: Final = "dotted: the author’s pace from here"
NO_GOALS: Final = "There is no goal yet. With a lift and a target, this page says when you might get there."
NOT_A_PROMISE: Final = "A forecast is not a promise and not a plan: the plan of each morning stands."
WORKING: Final = "Working it out: some hundred ways ahead, day by day. This takes a few seconds."
_NEAR: Final = 56
"""Days ahead of which a date is said to the day; later ones to the month."""
_TENTHS: Final = 10

_NO_FORECAST: Final = {
    "no-session": "There is no judged {lift} session yet, and a forecast is made of those.",
    "reached": "Your {lift} stands at its target of {target} already.",
    "locked": "A warning sign keeps the bar away until a clinician has looked at it, and a forecast too.",
    "no-target": "Your {lift} has no target weight, so there is no day to look for.",
}
_CAVEATS: Final = {
    "few-sessions": "With so few sessions most of the width is not yours yet: it is what was assumed "
    "before your diary began. It gets narrower as mornings come in.",
    "flare-now": "You are in a flare. The ways ahead begin with its end, at a length that flares have had.",
    "assessment": "No load rises before a clinician’s assessment. The ways ahead take two weeks for that.",
    "injections-planned": "The injections that your clinic has planned are in it, "
    "and their weeks without a raise.",
    "background-mode": "It goes by background mode, as your plan does.",
    "several-lifts": "Your lifts rise in turns, so they wait for each other in it.",
}


def picture_title(found: Forecast) -> str:
    """`Deadlift, lb: so far, and the ways to 315`."""
    return " ".join(picture_title_lines(found))


def picture_title_lines(found: Forecast) -> list[str]:
    """As `picture_title`, on as many lines as a phone needs."""
    return [f"{capital(lift_name(found.lift))}, {found.unit}:", f"so far, and the ways to {_target(found)}"]


def target_label(found: Forecast) -> str:
    """`goal 315 lb`."""
    return f"goal {load(found.target, found.unit)}"


def headline(found: Forecast) -> str:
    """When, in one sentence; or why there is no forecast."""
    if found.standing != "forecast":
        name = lift_name(found.lift)
        return _NO_FORECAST[found.standing].format(lift=name, target=load(found.target, found.unit))
    goal = f"{load(found.target, found.unit)} on the {lift_name(found.lift)}"
    if found.middle is None:
        return f"Most ways ahead do not reach {goal} within {_horizon(found)}."
    return f"Half of the ways ahead reach {goal} by {_when(found, found.middle)}."


def interval(found: Forecast) -> str:
    """The 80 % interval in words; empty without a forecast."""
    if found.standing != "forecast":
        return ""
    if found.low is None:
        return f"Not one way in ten gets there within {_horizon(found)}."
    early = _when(found, found.low)
    if found.high is None:
        return (
            f"One way in ten is there by {early}. There is no latest day to name, "
            f"because more than one in ten are not there within {_horizon(found)}."
        )
    if early == _when(found, found.high):
        return f"Eight ways in ten arrive {_at(found, found.low, early)}."
    return f"Eight ways in ten arrive between {early} and {_when(found, found.high)}."


def not_arriving(found: Forecast) -> str:
    """`3 of 10 are not there within two years.`; empty where all are, or without a forecast."""
    missing = found.paths - found.arrived
    if not missing:
        return ""
    tenths = round(_TENTHS * missing / found.paths)
    if tenths in (0, _TENTHS) and missing < found.paths:
        said = f"{missing} of {found.paths}"
    else:
        said = f"{tenths} of {_TENTHS}"
    return f"{said} are not there within {_horizon(found)}."


def pace(found: Forecast) -> str:
    """What the author's pace would be from here; empty where it says nothing."""
    if found.pace is None:
        return ""
    when = _when(found, found.pace.ends)
    at = _at(found, found.pace.ends, when)
    return f"At the author’s pace it would be {at}. That is a fast one, and no target."


def caveats(found: Forecast) -> list[str]:
    """What makes it less sure, a sentence each."""
    return [_CAVEATS[caveat] for caveat in found.caveats]


def method(found: Forecast) -> list[str]:
    """How it was made, for whoever wants to know; empty without a forecast."""
    if found.standing != "forecast":
        return []
    names = ("go", "hold", "back off", "flare")
    went = joined([f"{times} {name}" for times, name in zip(found.went, names, strict=True)])
    return [
        f"{found.paths} made-up ways ahead were run through the rules of your plan, day by day from today.",
        f"How their sessions go comes from your own {count(found.sessions, 'judged session')} ({went}), the "
        "late ones counting more, and from what was assumed of everybody before. How often they train and "
        "check in, and how they sleep, comes from your last three months.",
        "Each way draws its own shares, because a few sessions can't tell them exactly: that is the width.",
        f"Chance begins at {found.seed} each time, so the same diary gives the same picture.",
        NOT_A_PROMISE,
    ]


def sentences(found: Forecast) -> list[str]:
    """All that stands beside the picture, the most important first."""
    said = [headline(found), interval(found), not_arriving(found), pace(found), *caveats(found)]
    if found.standing == "forecast":
        said.append(NOT_A_PROMISE)
    return [sentence for sentence in said if sentence]


def alternative(found: Forecast) -> str:
    """The picture for whoever does not see it."""
    now = load(found.load, found.unit)
    if found.past:
        first = found.past[0]
        began = f"Your {lift_name(found.lift)} went from {load(first.load, found.unit)} to {now}"
        began += f" in {count(len(found.past), 'judged session')}."
    else:
        began = f"Your {lift_name(found.lift)} stands at {now}."
    said = [began, headline(found), interval(found), not_arriving(found), pace(found)]
    return " ".join(sentence for sentence in said if sentence)


def rows(found: Forecast) -> list[tuple[str, str, str, str]]:
    """The fan as a table: every fourth week, with the loads that 10, 50 and 90 % have not passed."""
    unit = found.unit
    return [
        (_day(reach.day), load(reach.low, unit), load(reach.middle, unit), load(reach.high, unit))
        for reach in found.fan[::4]
    ]


def _target(found: Forecast) -> str:
    return "its target" if found.target is None else number(found.target)


def _horizon(found: Forecast) -> str:
    years, rest = divmod(found.horizon, 365)
    known = {1: "a year", 2: "two years"}
    return known[years] if not rest and years in known else count(found.horizon, "day")


def _far(found: Forecast, day: int) -> bool:
    return day - found.today > _NEAR


def _when(found: Forecast, day: int) -> str:
    """`12 March`, and for later ones `June 2027`."""
    return month_name(date.fromordinal(day)) if _far(found, day) else calendar_day(date.fromordinal(day))


def _at(found: Forecast, day: int, when: str) -> str:
    return f"in {when}" if _far(found, day) else f"on {when}"


def _day(day: int) -> str:
    then = date.fromordinal(day)
    return f"{calendar_day(then)} {then.year}"
