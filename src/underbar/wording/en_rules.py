"""English sentences for the reasons of the gate: screens, flares, the zone, the next load.

One function a rule, named after it, taking the facts of `reasons.FACTS` in their order; a rule
with a date among its facts takes the plan's day first. The first sentence stands alone in a
headline. A fact that is None is left out of the sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from underbar.quantities import number
from underbar.wording.en_flags import flag_names
from underbar.wording.en_words import (
    ache_phrase,
    capital,
    count,
    day_phrase,
    load,
    morning,
    of_day,
    on_day,
    session_phrase,
    side_phrase,
    spelled,
)

_SCREENS: Final = {
    "full": "The full set of warning-sign questions",
    "flare": "The re-screen that a flare asks for",
    "injection": "The short screen after the injection",
}
_BACKGROUND: Final = {
    "offered": "Ache has held you in most of your last sessions. Background mode measures a morning against "
    "your own usual; it is yours to choose, and not the article's rule.",
    "off-unknown": "Background mode waits until enough mornings are known.",
    "off-high": "Background mode is off while your background is this high.",
    "off-rising": "Background mode is off, as your background has been rising. Worth showing a clinician.",
}


def red_flag(level: str, flags: tuple[str, ...] | None) -> str:
    first = "Emergency help comes first" if level == "E" else "A clinician comes first, today"
    # thoughts of self-harm are answered by the stop text and named nowhere else
    flags = tuple(flag for flag in flags or () if flag != "self-harm")
    return f"{first}: you noted {flag_names(flags)}." if flags else f"{first}."


def screen_missing() -> str:
    return "The warning-sign questions come before the bar. They take a few minutes, once in full."


def screen_due(day: date, scope: str | None, due_day: date | None) -> str:
    name = _SCREENS.get(scope or "", "The one-page re-screen")
    due = "is due" if due_day is None or due_day >= day else f"has been due since {day_phrase(day, due_day)}"
    hold = due_day is not None and due_day < day
    return f"{name} {due}. {'The load stays until it is answered.' if hold else 'It takes a minute or two.'}"


def routine_referral(flags: tuple[str, ...] | None, hold: bool | None) -> str:
    seen = f"Worth showing a clinician: {flag_names(flags or ())}." if flags else "Worth showing a clinician."
    return f"{seen} No load rises until somebody has looked." if hold else seen


def not_improving(weeks: float | None, ache_then: float | None, ache_now: float | None) -> str:
    after = f"{capital(spelled(weeks, 'week'))} in" if weeks is not None else "Some weeks in"
    if ache_then is None or ache_now is None:
        return f"{after}, little has changed. That is worth showing a clinician."
    change = f"the usual morning was {number(ache_then)} and is {number(ache_now)}"
    return f"{after}, {change}. That is worth showing a clinician."


def ill(mornings_without: float | None) -> str:
    if not mornings_without:
        return "You are ill. The bar waits for two mornings without it."
    return f"{capital(spelled(mornings_without, 'morning'))} without illness so far. The bar waits for two."


def flare(
    day: date, began_day: date | None, _flare_days: float | None, why: str | None, ache: float | None,
    background: float | None,
) -> str:  # fmt: skip
    began = f"A flare began {on_day(day, began_day)}." if began_day else "A flare is on."
    if why == "marked":
        return f"{began} You marked it yourself."
    if why == "pain":
        return f"{began} It was the pain during a session."
    if ache is None:
        return began
    usual = f", and your background was {number(background)}" if background else ""
    return f"{began} You woke with a {number(ache)}{usual}."


def flare_return(
    flare_days: float | None, factor_percent: float | None, last: float | None, unit: str | None
) -> str:
    lasted = (
        f"The flare lasted {count(flare_days, 'day')}." if flare_days is not None else "The flare is over."
    )
    return (
        lasted
        if factor_percent is None
        else f"{lasted} You come back at {number(factor_percent)} % of {load(last, unit)}."
    )


def next_morning_ache(
    day: date, session_day: date | None, morning_day: date | None, ache: float | None, side: str | None
) -> str:
    when = capital(morning(day, morning_day)) if morning_day else "The morning after"
    after = ", the morning after the bar" if session_day else ""
    return f"{when} you woke with {ache_phrase(ache)}{side_phrase(side)}{after}."


def second_morning_ache(
    day: date, session_day: date | None, morning_day: date | None, ache: float | None, side: str | None,
    first_ache: float | None,
) -> str:  # fmt: skip
    when = capital(morning(day, morning_day)) if morning_day else "The second morning"
    after = ", the second morning after the bar" if session_day else ""
    first = "" if first_ache is None else f" The first was {ache_phrase(first_ache)}."
    return f"{when} you woke with {ache_phrase(ache)}{side_phrase(side)}{after}.{first}"


def pain_during(day: date, session_day: date | None, pain: float | None) -> str:
    reached = "was noted" if pain is None else f"reached {number(pain)}"
    return f"Pain {reached} in {session_phrase(day, session_day)}."


def pain_missing(day: date, session_day: date | None) -> str:
    return (
        f"No pain number was noted for {session_phrase(day, session_day)}. Not noted is not the same as none."
    )


def set_missed(day: date, session_day: date | None, done: str | None, asked_sets: str | None) -> str:
    missed = f"A set or repetition was missing in {session_phrase(day, session_day)}."
    said = [f"{word} {value}" for word, value in (("done", done), ("planned", asked_sets)) if value]
    return f"{missed} {capital(', '.join(said))}." if said else missed


def brace_missing(day: date, session_day: date | None) -> str:
    return (
        f"No brace check is noted for {session_phrase(day, session_day)}. The author never pulls without one."
    )


def effort(day: date, session_day: date | None, effort: float | None, limit_effort: float | None) -> str:
    felt = "more effort than planned" if effort is None else f"an effort of {number(effort)}"
    limit = "" if limit_effort is None else f" The plan was {number(limit_effort)} at most."
    return f"{capital(session_phrase(day, session_day))} was {felt}.{limit}"


def hip_shift(day: date, session_day: date | None, side: str | None) -> str:
    to = f" to the {side}" if side else ""
    return f"You noted a hip shift{to} in {session_phrase(day, session_day)}."


def over_prescribed(
    day: date, session_day: date | None, lifted: float | None, asked: float | None, unit: str | None
) -> str:
    when = capital(on_day(day, session_day)) if session_day else "Last time"
    plan = "a day without bar work" if asked is None else f"the plan was {load(asked, unit)}"
    return (
        f"{when} you lifted {load(lifted, unit)}, and {'it was ' if asked is None else ''}{plan}. The next "
        "step waits one session."
    )


def missing_check_in(day: date, morning_day: date | None) -> str:
    when = morning(day, morning_day) if morning_day else "the morning after"
    return f"There is no check-in for {when.removeprefix('on ')}. A morning nobody noted never raises a load."


def late_check_in(day: date, morning_day: date | None) -> str:
    whose = of_day(day, morning_day, "check-in") if morning_day else "the check-in"
    return f"{capital(whose)} came late. A late one counts as careful news only."


def contradictory_check_in(day: date, morning_day: date | None) -> str:
    whose = of_day(day, morning_day, "check-ins") if morning_day else "the check-ins"
    return f"{capital(whose)} differ. The more careful answer counts."


def painkiller_masks_ache(day: date, morning_day: date | None) -> str:
    whose = of_day(day, morning_day, "ache") if morning_day else "the morning's ache"
    return f"A painkiller may have covered {whose}. So that morning opens nothing."


def no_check_in_today(how: str | None) -> str:
    if how == "late":
        return "This morning's check-in came late. The load stays for today."
    return "There is no check-in this morning. The load stays for today."


def ache_today(ache: float | None, side: str | None) -> str:
    return f"You woke with {ache_phrase(ache)}{side_phrase(side)} this morning."


def zero_ache_morning(
    day: date, session_day: date | None, _morning_day: date | None, ache: float | None
) -> str:
    after = f" after {session_phrase(day, session_day)}"
    if ache:
        return f"You woke with a {number(ache)}{after}, no more than your background."
    return f"You woke with no ache{after}."


def background_mode(background: float | None, state: str | None) -> str:
    if state == "on":
        usual = "your background" if background is None else f"your background of {number(background)}"
        return (
            f"Background mode is on: mornings are measured against {usual}. This is not the article's rule."
        )
    return _BACKGROUND.get(state or "", "Background mode is off.")


RULES: Final[dict[str, Callable[..., str]]] = {
    function.__name__.replace("_", "-"): function
    for function in (
        red_flag, screen_missing, screen_due, routine_referral, not_improving, ill, flare, flare_return,
        next_morning_ache, second_morning_ache, pain_during, pain_missing, set_missed, brace_missing, effort,
        hip_shift, over_prescribed, missing_check_in, late_check_in, contradictory_check_in,
        painkiller_masks_ache, no_check_in_today, ache_today, zero_ache_morning, background_mode,
    )
}  # fmt: skip
