"""English names of the diary's and the method's words, and how days, hours and weights are said.

Nothing here decides: an id goes in, the words for it come out. An id without words of its own is
printed with its hyphens as spaces.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from underbar.quantities import number

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LIFTS: Final = {
    "trap-bar-deadlift": "trap-bar deadlift",
    "rack-pull": "rack pull",
    "romanian-deadlift": "Romanian deadlift",
    "goblet-squat": "goblet squat",
}
_EXERCISES: Final = {
    "single-leg-bridge": "single-leg bridge",
    "pallof-press": "Pallof press",
    "copenhagen-plank": "Copenhagen plank",
    "suitcase-carry": "suitcase carry",
    "straight-leg-raise": "straight-leg raise",
    "side-plank": "side plank",
}
_SHORT_EXERCISES: Final = {
    "single-leg-bridge": "bridge",
    "copenhagen-plank": "Copenhagen",
    "suitcase-carry": "carry",
}
_OTHERS: Final = {
    "walk": "walk",
    "screen": "warning-sign questions",
    "break-up-sitting": "break up sitting",
    "placement": "find your level",
}
_SIGNS: Final = {
    "car-stiffness": "stiff on one side getting out of the car",
    "ache-lingers": "an ache on most of the last mornings",
    "release-lapsed": "release skipped on most days",
    "sleep-low": "short nights this week",
    "over-prescribed": "more on the bar than planned",
}
_QUESTIONS: Final = {
    "sleep": "sleep and the ache of the morning",
    "release": "release and the ache of the morning",
    "sitting": "sitting and the ache of the morning",
}
_PHASES: Final = {
    "screen": "questions first",
    "build": "building, no bar yet",
    "reload": "reloading",
    "keep": "keeping it",
    "settle": "settling a flare",
    "stop": "stopped",
}
_SHAPES: Final = {"progress": "▲", "hold": "❚❚", "reduce": "▼", "flare": "◆", "stop": "⬣"}
_VERDICTS: Final = {
    "progress": "step up",
    "hold": "hold",
    "reduce": "lighter",
    "flare": "flare",
    "stop": "stop",
}
_NEAR: Final = ("today", "tomorrow", "yesterday")  # by days ahead: 0, 1 and -1
_SIDES: Final = {"left": " on the left", "right": " on the right", "both": " on both sides"}


def _plain(word: str) -> str:
    return word.replace("-", " ").replace("_", " ")


def lift_name(lift: str) -> str:
    """`trap-bar deadlift` for `trap-bar-deadlift`; a lifter's own exercise name comes back as it is."""
    return _LIFTS.get(lift, lift)


def exercise_name(exercise: str) -> str:
    """The name of a stability exercise, a test or a lift, in mid-sentence spelling."""
    return _EXERCISES.get(exercise) or lift_name(exercise)


def short_exercise_name(exercise: str) -> str:
    """As `exercise_name`, cut to the word that a headline has room for."""
    return _SHORT_EXERCISES.get(exercise) or exercise_name(exercise)


def other_name(item: str) -> str:
    """The name of something else to do: `walk`, `break up sitting`."""
    return _OTHERS.get(item) or _plain(item)


def sign_name(sign: str) -> str:
    """A sign before a flare, as a person would say it."""
    return _SIGNS.get(sign) or _plain(sign)


def question_name(question: str) -> str:
    """A question to the diary, named in mid-sentence."""
    return _QUESTIONS[question]


def phase_name(phase: str) -> str:
    """What a phase of METHOD section 13 is called on the page."""
    return _PHASES.get(phase) or _plain(phase)


def verdict_word(verdict: str) -> str:
    """One or two words for a verdict; they go with the shape, colour never stands alone."""
    return _VERDICTS[verdict]


def verdict_shape(verdict: str) -> str:
    """The shape of a verdict: ▲ progress, ❚❚ hold, ▼ reduce, ◆ flare, ⬣ stop."""
    return _SHAPES[verdict]


def side_phrase(side: str | None) -> str:
    """` on the right`, with its leading space; empty where the side was not told."""
    return "" if side is None else _SIDES.get(side, "")


def joined(words: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; empty for none."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def capital(text: str) -> str:
    """The text with its first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def count(amount: float, one: str, many: str | None = None) -> str:
    """`1 day`, `3 days`; `many` where the plural is not `one` with an s."""
    return f"1 {one}" if amount == 1 else f"{number(amount)} {many or one + 's'}"


def spelled(amount: float, one: str, many: str | None = None) -> str:
    """As `count`, with small numbers in words, for the start of a sentence."""
    said = count(amount, one, many)
    digits, _, word = said.partition(" ")
    return f"{_NUMBERS[int(amount)]} {word}" if digits.isdigit() and amount < len(_NUMBERS) else said


@lru_cache(maxsize=256)
def hours(value: float) -> str:
    """Hours as a person says them: `7 h`, `7 h 30`; to the minute."""
    whole, minutes = divmod(round(value * 60), 60)
    return f"{whole} h {minutes:02d}" if minutes else f"{whole} h"


def clock(minute: int | None) -> str:
    """`06:41`; empty for a time that nobody knows."""
    return "" if minute is None else f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def calendar_day(then: date) -> str:
    """`3 February`."""
    return f"{then.day} {MONTHS[then.month - 1]}"


def long_day(then: date) -> str:
    """`Thursday 12 February 2026`."""
    return f"{WEEKDAYS[then.weekday()]} {calendar_day(then)} {then.year}"


def day_phrase(day: date, then: date) -> str:
    """`then` seen from `day`: `today`, `yesterday`, `tomorrow`, `Tuesday`, or `3 February` when far."""
    away = then.toordinal() - day.toordinal()
    if -7 < away < 7:
        if -1 <= away <= 1:
            return _NEAR[away]
        return WEEKDAYS[then.weekday()]
    return f"{calendar_day(then)} {then.year}" if abs(away) > 300 else calendar_day(then)


def on_day(day: date, then: date) -> str:
    """As `day_phrase`, with the `on` that a weekday or a date wants."""
    phrase = day_phrase(day, then)
    return phrase if phrase in _NEAR else f"on {phrase}"


def morning(day: date, then: date) -> str:
    """`this morning`, `yesterday morning`, `Tuesday morning`, `on the morning of 3 February`."""
    phrase = day_phrase(day, then)
    if phrase == "today":
        return "this morning"
    return f"on the morning of {phrase}" if phrase[0].isdigit() else f"{phrase} morning"


def of_day(day: date, then: date, what: str) -> str:
    """`today's session`, `Thursday's session`, `the session of 3 February`."""
    phrase = day_phrase(day, then)
    return f"the {what} of {phrase}" if phrase[0].isdigit() else f"{phrase}'s {what}"


def load(value: float | None, unit: str | None) -> str:
    """`185 lb`, without trailing zeros; `that load` where it is not known."""
    return "that load" if value is None else f"{number(value)} {unit or ''}".rstrip()


def ache_phrase(value: float | None) -> str:
    """`no ache`, `a 1`; `an ache` where the number is not known."""
    return "an ache" if value is None else ("no ache" if value == 0 else f"a {number(value)}")


def session_phrase(day: date, session_day: date | None) -> str:
    """`Thursday's session`; `the last session` where its day is not known."""
    return of_day(day, session_day, "session") if session_day else "the last session"
