"""How the history says things: the words of the picture, of its table and of a day's line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from underbar.quantities import number
from underbar.wording.en import says_long
from underbar.wording.en_words import (
    MONTHS,
    WEEKDAYS,
    calendar_day,
    capital,
    count,
    hours,
    lift_name,
    long_day,
    side_phrase,
    verdict_shape,
    verdict_word,
)

OWN_CALL: Final = "not in the plan"
PACE: Final = "dotted: the author’s pace, the fastest the method allows"
PACE_SHORT: Final = ("dotted: the author’s pace,", "the fastest the method allows")
ACHE_TITLE: Final = "Ache on waking, 0 to 10: left side up, right side down"
ACHE_SHORT: Final = "Ache on waking, 0 to 10"
ACHE_KEY: Final = "hollow dot: no ache; upright tick: not told"
SLEEP_TITLE: Final = "Sleep, hours: each night, and the mean of seven"
SLEEP_SHORT: Final = "Sleep, hours, and the mean of seven"
RELEASE_TITLE: Final = "Release done"
_INJECTIONS: Final = {"prp": "PRP", "other": ""}
_STIFF: Final = {"none": "none", "left": "left", "right": "right", "both": "both sides"}


def picture_title(first: date, last: date) -> str:
    """`The recovery, 3 June to 25 November 2026`."""
    return " ".join(picture_title_lines(first, last))


def picture_title_lines(first: date, last: date) -> list[str]:
    """As `picture_title`, on as many lines as a phone needs."""
    end = f"{calendar_day(last)} {last.year}"
    if first == last:
        return ["The recovery,", end]
    if first.year == last.year:
        return ["The recovery,", f"{calendar_day(first)} to {end}"]
    return ["The recovery,", f"{calendar_day(first)} {first.year}", f"to {end}"]


def month_name(month: date, beside: date | None = None) -> str:
    """`November 2026`; `November` where it stands beside a month of the same year."""
    name = MONTHS[month.month - 1]
    return name if beside and beside.year == month.year else f"{name} {month.year}"


def lift_title(lift: str, unit: str) -> str:
    """The title of a lift's panel."""
    return f"{capital(lift_name(lift))}, {unit}: the heaviest set of each session, by the day’s verdict"


def lift_title_short(lift: str, unit: str) -> str:
    """As `lift_title`, for a phone."""
    return f"{capital(lift_name(lift))}, {unit}, by verdict"


def verdict_label(verdict: str) -> str:
    """The word in the picture's key; "" is a session that no plan asked for."""
    return verdict_word(verdict) if verdict else OWN_CALL


def injection_labels(what: str, number_: int | None) -> tuple[str, ...]:
    """A label for an injection, and shorter ones for where there is no room."""
    numbered = f"injection {number_}" if number_ else "injection"
    kind = _INJECTIONS.get(what, what)
    return (*((f"{numbered}, {kind}",) if kind else ()), numbered, f"inj. {number_}" if number_ else "inj.")


def flare_label(days: int) -> tuple[str, ...]:
    """A label for a flare, and a shorter one."""
    return (f"flare, {count(days, 'day')}", "flare")


def day_name(day: date) -> str:
    """`Thu 12 Feb`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def side_words(ache: int | None) -> str:
    """The ache of one side; a dash where it was not told."""
    return "–" if ache is None else str(ache)


def cell_words(day: date, verdict: str | None, ache: str, trained: Sequence[str], injected: bool) -> str:
    """A day of the calendar for whoever hears it: `Thursday 12 February 2026: hold, no ache, deadlift`."""
    said = [verdict_word(verdict) if verdict else "no plan", "ache not told" if ache == "not told" else ache]
    return f"{long_day(day)}: {', '.join([*said, *trained, *(['injection'] if injected else [])])}"


def ache_words(ache: int | None, left: int | None, right: int | None) -> str:
    """`no ache`, `2 left, 1 right`, `2 (side not told)`; `not told`."""
    if ache is None:
        return "not told"
    if ache == 0:
        return "no ache"
    told = [f"{value} {name}" for value, name in ((left, "left"), (right, "right")) if value is not None]
    return ", ".join(told) if told else f"{ache} (side not told)"


def stiff_words(stiff: str | None) -> str:
    """The side of the car stiffness; empty where it was not told."""
    return "" if stiff is None else _STIFF[stiff]


def sleep_words(slept: float | None) -> str:
    """`7 h 30`; empty where it was not told."""
    return "" if slept is None else hours(slept)


def load_words(lift: str, weight: float, unit: str, verdict: str | None) -> str:
    """`Deadlift 185 lb, ▲ step up`."""
    said = f"{verdict_shape(verdict)} {verdict_word(verdict)}" if verdict else OWN_CALL
    return f"{capital(lift_name(lift))} {number(round(weight, 1))} {unit}, {said}"


def injection_words(what: str, number_: int | None, side: str | None) -> str:
    """`Injection 2, prolotherapy, on the right`."""
    kind = _INJECTIONS.get(what, what)
    words = [f"Injection {number_}" if number_ else "Injection"]
    if kind:
        words.append(kind)
    return ", ".join(words) + side_phrase(side)


def day_lines(
    ache: str, stiff: str, slept: str, release: bool, loads: Sequence[str], others: Sequence[str]
) -> list[str]:
    """What the picture says of a day under the pointer, its most telling line first."""
    lines = [*others, *loads, f"Ache: {ache}"]
    if stiff and stiff != "none":
        lines.append(f"Stiff getting up: {stiff}")
    if slept:
        lines.append(f"Sleep {slept}")
    lines.append("Release done" if release else "No release logged")
    return lines


EMPTY: Final = (
    "There is nothing to look back on yet. After the first morning’s check-in the picture begins here."
)
ONE_DAY: Final = "So far there is one day. The picture fills as the mornings come."
NO_LIFTS: Final = "No bar work in these days, so the picture shows the mornings alone."
ONE_SIDE: Final = "Every ache here was told of the {side} side; the other half stays empty for that reason."
GAPS: Final = (
    "Of these {days} days {told} have a check-in. Where a morning is missing, nothing is drawn in its place "
    "but a tick."
)
NOT_SHOWN: Final = "No plan was shown on this day. With today’s rules it would have been this one."
NO_PLAN: Final = "There is no plan for this day: a rule failed. Today’s page says which."
SAME_NOW: Final = "Today’s rules, with all that the diary knows now, come to the same."
DIFFERS: Final = "Today’s rules, with all that the diary knows now, would differ:"
NOTHING_LOGGED: Final = "Nothing was logged."


def says_words(rule: str, tag: str) -> str:
    """Who says so, in words; the tag itself for a rule that this version does not know."""
    try:
        return says_long(rule)
    except KeyError:
        return tag


def differences(shown: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Where a plan as it was shown and the plan of today's rules part, as sentences; empty for nowhere."""
    found = []
    if shown["verdict"] != now["verdict"]:
        found.append(f"The day: {_verdict(shown)} then, {_verdict(now)} now.")
    then, since = _lifts(shown), _lifts(now)
    for lift in dict.fromkeys((*then, *since)):
        if then.get(lift) != since.get(lift):
            name = capital(lift_name(lift))
            found.append(f"{name}: {then.get(lift, 'not asked for')} then, {since.get(lift, 'none')} now.")
    if _release(shown) != _release(now):
        found.append(f"Release: {_release(shown)} then, {_release(now)} now.")
    if _work(shown) != _work(now):
        found.append("The stability work is another.")
    if not found and shown["headline"] != now["headline"]:
        found.append(f"The sentence: “{now['headline']}”")
    return found


def _verdict(plan: dict[str, Any]) -> str:
    return verdict_word(plan["verdict"])


def _lifts(plan: dict[str, Any]) -> dict[str, str]:
    return {
        lift["lift"]: f"{number(lift['weight'])} {lift['unit']}, {verdict_word(lift['verdict'])}"
        for lift in plan["lifts"]
    }


def _release(plan: dict[str, Any]) -> str:
    release = plan["release"]
    return "none" if release is None else release_words(release["left_s"], release["right_s"])


def release_words(left: int, right: int) -> str:
    """`90 s a side`, `left 90 s, right 60 s`."""
    return f"{left} s a side" if left == right else f"left {left} s, right {right} s"


def _work(plan: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(work["exercise"], work["level"], work["dose"], work["weight"]) for work in plan["stability"]]
