"""English sentences for the reasons of the next load, METHOD section 6. As `en_rules`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from underbar.wording.en_words import capital, count, joined, lift_name, load, on_day, session_phrase, spelled

_MISSING: Final = {
    "background-unknown": "a few more mornings to know your background",
    "background-high": "a quieter background",
    "bridge": "a higher level of the single-leg bridge",
    "leg-raise": "an easier straight-leg raise",
    "injection": "the first days after the injection to pass",
    "flare": "the flare to settle",
    "daily-work": "more days of daily work",
    "bar-too-heavy": "a lighter bar than the one at hand",
}


def ceiling(
    day: date,
    limit: float | None,
    base: float | None,
    base_day: date | None,
    _wanted: float | None,
    unit: str | None,
) -> str:
    top = f"{capital(load(limit, unit))} is the ceiling for now"
    if base is None:
        return f"{top}."
    when = f" {on_day(day, base_day)}" if base_day else ""
    return f"{top}. It is counted from the {load(base, unit)} that went well{when}."


def plates(wanted: float | None, made: float | None, unit: str | None) -> str:
    can = f"{load(made, unit)} is the nearest below." if made is not None else "Nothing below it can be made."
    return f"Your plates can't make {load(wanted, unit)}. {capital(can)}"


def goal_reached(target: float | None, unit: str | None) -> str:
    return f"{capital(load(target, unit))} is what you wanted back. From here the load stays."


def stalled(holds: float | None, cut: bool | None) -> str:
    rows = (
        f"{capital(spelled(holds, 'session'))} in a row held for ache or pain."
        if holds
        else "Several sessions held."
    )
    return f"{rows} A little lighter, once." if cut else f"{rows} An easier variation is on offer."


def back_off_again(last: float | None, unit: str | None) -> str:
    return f"Twice in a row {load(last, unit)} was too much for now. An easier variation is on offer."


def not_ready(missing: tuple[str, ...] | str | None) -> str:
    ids = (missing,) if isinstance(missing, str) else missing or ()
    names = joined([_MISSING.get(name) or name.replace("-", " ") for name in ids])
    return f"The bar waits for {names or 'a little more daily work'}."


def bar_locked(why: str | None) -> str:
    if why == "pregnancy":
        return (
            "The bar waits until a clinician allows it. Your screen noted a pregnancy or a birth in the "
            "last year."
        )
    if why == "clinic-window":
        return "Your clinic has no bar work for today."
    return "The bar waits for now."


def one_raise_at_a_time(day: date, other: str | None, other_day: date | None) -> str:
    name = f"The {lift_name(other)}" if other else "Another lift"
    when = f" {on_day(day, other_day)}" if other_day else " first"
    verb = "went" if other_day and other_day < day else "goes"
    return (
        f"{name} {verb} up{when}. Two raises close together, and the morning can't say which one it judged."
    )


def no_maxing(
    limit: float | None,
    unit: str | None,
    weeks: float | None,
    go_in_row: float | None,
    attempted: float | None,
) -> str:
    first = f"No singles or tests yet, and nothing from {load(limit, unit)} up."
    if attempted:
        return (
            f"You tried {load(attempted, unit)}. Singles, tests and {load(limit, unit)} or more wait for now."
        )
    so_far = [count(weeks, "week") + " of bar work"] if weeks is not None else []
    so_far += [count(go_in_row, "good session") + " in a row"] if go_in_row is not None else []
    return f"{first} So far: {joined(so_far)}." if so_far else first


def first_session(load_: float | None, unit: str | None, why: str | None) -> str:
    again = "This lift starts again" if why == "new-start" else "The first session of this lift starts"
    return f"{again} at {load(load_, unit)}. The next morning has the first word."


def lowered_last_time(day: date, session_day: date | None, last: float | None, unit: str | None) -> str:
    whose = capital(session_phrase(day, session_day))
    return f"{whose} was lighter by plan. Your working load of {load(last, unit)} is as it was."


RULES: Final[dict[str, Callable[..., str]]] = {
    function.__name__.replace("_", "-"): function
    for function in (
        ceiling, plates, goal_reached, stalled, back_off_again, not_ready, bar_locked, one_raise_at_a_time,
        no_maxing, first_session, lowered_last_time,
    )
}  # fmt: skip
