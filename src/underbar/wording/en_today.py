"""English sentences of Today: this morning's answers, why each item is there, what opens the next step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from underbar.diary.records import Checkin
from underbar.quantities import number
from underbar.wording.en_checkin import answers
from underbar.wording.en_words import (
    capital,
    count,
    day_phrase,
    joined,
    side_phrase,
    spelled,
)

ITEM_WHY: Final[dict[str, tuple[str, str]]] = {
    "release": (
        "The author presses on the hip flexor of each side for 90 seconds each morning; his ache came back "
        "within a week of skipping it. No trial of it was found.",
        "the article's own rule",
    ),
    "single-leg-bridge": (
        "Daily while building, with the pelvis level at the top. In the literature: one small study of "
        "eight people.",
        "the article's own rule; levels and doses are our judgement",
    ),
    "pallof-press": (
        "Daily while building: the trunk learns to hold still while something pulls it round. No trial for "
        "this joint was found.",
        "the article's own rule; levels and doses are our judgement",
    ),
    "copenhagen-plank": (
        "Two, later three days a week, and not on the day before squats. Well studied for groin trouble in "
        "footballers, not for this joint.",
        "our judgement",
    ),
    "suitcase-carry": (
        "At most three days a week and never on the day before a hinge day: a load in one hand is hard work "
        "for the spine.",
        "our judgement",
    ),
    "walk": (
        "There is something to do on every day: complete rest made the author's joint worse, and staying "
        "active does a little better than bed in the reviews.",
        "the article's own rule, and a Cochrane review of 2010",
    ),
    "break-up-sitting": (
        "Long sitting came before flares in one study of acute back pain.",
        "a study looked up",
    ),
    "screen": (
        "A few questions find what a training diary must leave to a clinician. They come first.",
        "guidelines looked up",
    ),
    "placement": (
        "The highest level that you do with good form and a pain of 2 or less is where each ladder begins.",
        "our judgement",
    ),
}
"""Why an item is there on any day, and who says so; the day's own reasons stand before it."""

ITEM_CHANGE: Final[dict[str, str]] = {
    "release": "Its 90 seconds are there in full once the first week is done.",
    "single-leg-bridge": "Two in a row at the top of the dose, with form, a pain of 2 or less and quiet "
    "mornings, open the next level.",
    "pallof-press": "Two in a row at the top of the dose, with form, a pain of 2 or less and quiet mornings, "
    "open the next level.",
    "copenhagen-plank": "Two in a row at the top of the dose, four on the long lever, with form and quiet "
    "mornings, open the next level.",
    "suitcase-carry": "Two in a row at the top of the dose, with level shoulders and quiet mornings, open "
    "the next level.",
}
"""What opens the next step of an item."""

TRAVEL_CHANGES: Final[dict[str, str]] = {
    "single-leg-bridge": "On the floor, as at home. Where your level asks for a raised foot, a bed's edge "
    "will do; leave added weight out.",
    "pallof-press": "The band in a closed door, at the height of your breastbone.",
    "copenhagen-plank": "A rolled towel squeezed between the knees instead: five times ten seconds, at half "
    "of what you could.",
    "suitcase-carry": "Stand and hold a packed bag instead: three times twenty seconds a side.",
}
"""What the travel version, floor and band alone, makes of each exercise."""

TRAVEL_NOTE: Final = (
    "Floor and band only. What stands in for something else is noted at its own low level, so that nothing "
    "moves up or down by it."
)
RELEASE_STOP: Final = (
    "Stop at once at a pulse under the tool, tingling, belly pain or dizziness. Pressure up to 5 of 10 is "
    "enough."
)
RELEASE_HOW: Final = (
    "Lie face down, the tool near the inner front of the pelvic bone, never in the fold of the hip. Breathe."
)
RELEASE_DISCOMFORT: Final = "How strong was it, 0 to 10? It can stay unanswered."
WAITS: Final = "This is the plan as it stands before your check-in. It may change with your answers."
MY_CALL: Final = "My call"
MY_CALL_HELP: Final = "Lighter, shorter or not at all is always yours, and never a failure."
HEAVIER: Final = (
    "Heavier is yours to decide too. It is noted with your reason, and the next session keeps its load, so "
    "that the mornings can answer first."
)
ANOTHER_DAY: Final = "Noted for another day. The bar comes back on its next day; nothing is caught up."
NOT_TODAY: Final = "Noted: no bar today. The plan goes on from where it is."
REFUSED: Final = (
    "There is no plan right now, and that is better than a wrong one. Your diary is as you left it."
)


def step_sentence(
    today: date, load: str, day: date, sessions: Sequence[date], mornings: Sequence[date]
) -> str:
    """`Two quiet mornings, Friday and Monday, and 195 lb is open on Monday.`

    `sessions`: bar days before it that must go as planned, `mornings`: those that must be quiet.
    """
    parts = []
    if sessions:
        which = joined([_of_day(today, on) for on in sessions])
        parts.append(f"every set of {which} as planned")
    if mornings:
        named = joined([day_phrase(today, on) for on in mornings])
        if len(mornings) > 1:
            parts.append(f"{spelled(len(mornings), 'quiet morning')}, {named}")
        else:
            parts.append(f"a quiet morning {named if named == 'tomorrow' else f'on {named}'}")
    when = day_phrase(today, day)
    on = when if when in ("today", "tomorrow") else f"on {when}"
    if not parts:
        return f"{load} is open {on}."
    return f"{capital(', '.join(parts))}, and {load} is open {on}."


def _of_day(today: date, on: date) -> str:
    phrase = day_phrase(today, on)
    return phrase if phrase in ("today", "tomorrow") else f"{phrase}'s session"


def this_morning(verdict: str, said: str, checkin: Checkin) -> str:
    """This morning's own ache as a sentence for the headline; empty where it has none or tells it already."""
    if not checkin.ache or verdict == "flare" or "this morning" in said.lower():
        return ""
    side = checkin.side if checkin.side in ("left", "right") else None
    return f"This morning a {checkin.ache}{side_phrase(side)}."


def morning_line(checkin: Checkin) -> str:
    """The morning's answers on one line: `no ache · slept 7 h 20 · no painkiller`."""
    return " · ".join(answers(checkin))


def effort_words(most: float) -> str:
    """An effort limit as something to do: `stop each set with 4 more in you`."""
    spare = 10 - most
    return f"stop each set with {number(spare)} more in you" if spare > 0 else "as hard as it needs"


def week_words(weeks: int | None, phase: str) -> str:
    """`week 6 under the bar`; the phase in words where there is no bar yet."""
    return phase if weeks is None else f"week {weeks} under the bar"


def missed_words(days: int) -> str:
    """What is said after days with nothing in the diary; no word of blame."""
    return (
        f"{capital(spelled(days, 'day'))} without a line. Nothing to catch up: begin with the check-in, then "
        "one small thing below."
    )


def minutes_words(seconds: int) -> str:
    """`about 12 minutes`."""
    return f"about {count(max(1, round(seconds / 60)), 'minute')}"
