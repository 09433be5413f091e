"""English sentences for the reasons of daily work, injections, sleep, signs, time away and guards.

As `en_rules`: one function a rule, its facts in the order of `reasons.FACTS`, the plan's day first
where a date is among them. A guard says the next small thing to do.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from underbar.quantities import number
from underbar.wording.en_flags import flag_name
from underbar.wording.en_words import (
    capital,
    count,
    day_phrase,
    exercise_name,
    hours,
    joined,
    load,
    on_day,
    sign_name,
    spelled,
)

_LOCKED: Final = {
    "injection": "Release rests after the injection",
    "clinic": "Your clinic has release off for now",
    "opted-out": "You have turned release off",
    "experiment": "Your experiment has release off today",
}
_NEXT: Final = {
    "spacing": "The bar wants days between",
    "week": "This week's bar days are done",
    "weekday": "That is the day you chose",
}


def _name(exercise: str | None) -> str:
    return exercise_name(exercise) if exercise else "this exercise"


def release_locked(day: date, why: str | None, until_day: date | None) -> str:
    known = _LOCKED.get(why or "")
    what = known or (f"Release is off: you noted {flag_name(why)}" if why else "Release is off for now")
    until = f", until {day_phrase(day, until_day)}" if until_day else ""
    ask = "" if known or not why else " Ask a clinician before any pressure there."
    return f"{what}{until}.{ask}"


def release_lapsed(missed: float | None, of_days: float | None) -> str:
    days = f"on {number(missed)} of the last {number(of_days)} days" if missed and of_days else "on most days"
    return f"Release was skipped {days}. The author's ache crept back within a week of that."


def release_build_up(day_number: float | None, seconds_s: float | None) -> str:
    first = "The first week of release" if day_number is None else f"Day {number(day_number)} of release"
    return (
        f"{first}. It builds up slowly."
        if seconds_s is None
        else f"{first}: {number(seconds_s)} seconds a side, building up."
    )


def release_eased(discomfort: float | None) -> str:
    was = "was strong" if discomfort is None else f"was {number(discomfort)} of 10"
    return f"Discomfort during release {was} last time. Shorter and softer now."


def level_up(exercise: str | None, level: float | None) -> str:
    to = "up one level" if level is None else f"up to level {number(level)}"
    return f"{capital(_name(exercise))}: {to}. The last ones were full, with quiet mornings."


def level_down(exercise: str | None, level: float | None, why: str | None) -> str:
    to = "down" if level is None else f"down to level {number(level)}"
    cause = {"flare": " for the flare", "back-off": " after a session that was too much"}.get(why or "", "")
    return f"{capital(_name(exercise))}: {to}{cause}."


def placement(exercise: str | None) -> str:
    name = capital(_name(exercise))
    return f"{name}: find your level today. It is the highest one with good form and little pain."


def insurance(exercise: str | None) -> str:
    return f"{capital(_name(exercise))} stays in the week. The author keeps his as insurance."


def side_difference(exercise: str | None, percent: float | None, side: str | None) -> str:
    by = "weaker" if percent is None else f"{number(round(percent))} % weaker"
    where = f"on the {side}" if side else "on one side"
    return f"Your {_name(exercise)} tests {by} {where}. A training target, nothing more."


def injection_window(
    _day: date, _injection_day: date | None, day_number: float | None, max_percent: float | None
) -> str:
    if day_number is None:
        nth = "Soon after the injection"
    else:
        nth = f"Day {number(day_number)} after the injection" if day_number else "The injection is today"
    if max_percent is None:
        return f"{nth}. No load rises yet."
    if max_percent == 0:
        return f"{nth}. No bar yet."
    return f"{nth}. At most {number(max_percent)} % of the working load, and no load rises."


def injection_review(before: float | None, now: float | None, _change_percent: float | None) -> str:
    then = (
        ""
        if before is None or now is None
        else f": mornings were {number(before)} before it and are {number(now)} now"
    )
    return (
        f"Six weeks after the first injection{then}. In one study of 103 people (Hoffman 2018) 24 improved "
        "enough "
        "to matter to them, and few of those without early change did later. Worth discussing before the "
        "next one."
    )


def injection_spacing(weeks: float | None) -> str:
    apart = "some weeks" if weeks is None else count(weeks, "week")
    return f"The author's injections were {apart} apart. Yours is planned sooner; worth asking your clinic."


def clinic_says(text: str | None) -> str:
    return f'Your clinic says: "{text}"' if text else "Your clinic left a word."


def short_sleep(sleep_h: float | None, limit_h: float | None) -> str:
    slept = "a short night" if sleep_h is None else hours(sleep_h)
    limit = "" if limit_h is None else f" Under {hours(limit_h)} no load rises; moving is still good."
    return f"Last night was {slept}.{limit}"


def sleep_debt(mean_h: float | None, median_h: float | None, cut_percent: float | None) -> str:
    mean = "short" if mean_h is None else f"{hours(mean_h)} on average"
    usual = "" if median_h is None else f", and {hours(median_h)} is your usual"
    cut = "" if cut_percent is None else f" {number(cut_percent)} % lighter, for today only."
    return f"This week's nights were {mean}{usual}.{cut}"


def sleep_unknown() -> str:
    return "Last night's sleep is not noted, so it changed nothing here."


def sleep_differs(typed_h: float | None, device_h: float | None) -> str:
    if typed_h is None or device_h is None:
        return "Your sleep and your device's differ. Yours counts."
    return f"You noted {hours(typed_h)} of sleep and your device {hours(device_h)}. Yours counts."


def whisper(signs: tuple[str, ...] | None) -> str:
    names = joined([sign_name(sign) for sign in signs or ()])
    seen = f"Small signs together: {names}." if names else "Small signs came together."
    return f"{seen} Release and stability work first; no load rises."


def layoff(
    away_days: float | None, factor_percent: float | None, last: float | None, unit: str | None
) -> str:
    away = (
        f"{capital(spelled(away_days, 'day'))} since the last session."
        if away_days is not None
        else "Some time away."
    )
    back = (
        ""
        if factor_percent is None
        else f" You come back at {number(factor_percent)} % of {load(last, unit)}."
    )
    return f"{away}{back} There is nothing to catch up."


def nothing_logged(quiet_days: float | None) -> str:
    days = "a while" if quiet_days is None else count(quiet_days, "day")
    return (
        f"Nothing noted for {days}. A short walk today is enough to begin; complete rest made the author's "
        "worse."
    )


def hard_stretching(day: date, on_day_: date | None) -> str:
    when = f" {on_day(day, on_day_)}" if on_day_ else ""
    return (
        f"You noted hard stretching{when}. The author found that it made an irritated joint worse; "
        "no trial of harm is known. An easy bridge is the next small thing."
    )


def long_sitting(day: date, sitting_h: float | None, on_day_: date | None) -> str:
    amount = "a long time" if sitting_h is None else hours(sitting_h)
    when = f" {on_day(day, on_day_)}" if on_day_ else ""
    return (
        f"You sat for {amount}{when}. In one small study of back pain (Suri 2018), long sitting came "
        "before flares. "
        "Get up and walk a few steps now."
    )


def keep_moving() -> str:
    return "A little every day. The author rested completely once, and it got worse."


def rest_day(day: date, next_day: date | None, why: str | None) -> str:
    if next_day is None:
        return "No bar today. Daily work as usual."
    cause = _NEXT.get(why or "")
    return f"No bar until {day_phrase(day, next_day)}.{' ' + cause + '.' if cause else ''}"


RULES: Final[dict[str, Callable[..., str]]] = {
    function.__name__.replace("_", "-"): function
    for function in (
        release_locked, release_lapsed, release_build_up, release_eased, level_up, level_down, placement,
        insurance, side_difference, injection_window, injection_review, injection_spacing,
        clinic_says, short_sleep, sleep_debt, sleep_unknown, sleep_differs, whisper, layoff, nothing_logged,
        hard_stretching, long_sitting, keep_moving, rest_day,
    )
}  # fmt: skip
