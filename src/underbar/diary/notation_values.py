"""How each sort of value is read from one word of a line and written back.

A word is what stands between spaces, or a text in quotes with its quotes. Text in quotes has
four escapes: `\\"`, `\\\\`, `\\n` for a line break and `\\xHH` for any other control character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Final, NamedTuple

from underbar.diary.records import Answer
from underbar.diary.vocabulary import FLAGS, LIFTS, WEEKDAYS
from underbar.quantities import (
    Sets,
    Weight,
    format_duration,
    number,
    parse_duration,
    parse_sets,
    parse_weight,
)

RESERVED: Final = ("from", "written", "id", "supersedes")
"""Words that end any entry; a name that is one of them is written in quotes."""

MOST_LB: Final = 1500.0
MOST_KG: Final = 700.0
_DAY_SECONDS = 24 * 3600
_MOST_SETS = 99
_DIGITS = 18
_MOST_AMOUNT: Final = {"reps": 1000, "s": _DAY_SECONDS, "m": 100_000}

# Patterns that few lines need are left to the cache of `re`, to be compiled when they are.
_ESCAPED = r'["\\\x00-\x1f\x7f-\x9f]'
_QUOTED = r'"[^"\\]*(?:\\(?:["\\n]|x[0-9a-f]{2})[^"\\]*)*"'
_ESCAPE = r'\\(["\\n]|x..)'
_CONTROL = r"[\x00-\x1f\x7f-\x9f]"
_PLAIN_NAME = re.compile(r"\w[\w.:+/@,-]*")
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?")
_ZONE = r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,3}"
_SPACING = r"([0-9]{1,3})(d|days?|w|weeks?)?"
_WINDOW = r"([0-9]{1,3})-([0-9]{1,3})"
_STAMP = r"(?a:\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d))"


class Value(NamedTuple):
    """`what` is expected in words; `read` gives None for any other word; `show` is its inverse.

    `words`: the words it knows, or its units, to name the nearest one in an error.
    """

    what: str
    read: Callable[[str], Any]
    show: Callable[[Any], str] = str
    words: tuple[str, ...] = ()


def quote(text: str) -> str:
    """The text in quotes, on one line whatever it holds."""
    return f'"{re.sub(_ESCAPED, _escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in '"\\':
        return "\\" + character
    return "\\n" if character == "\n" else f"\\x{ord(character):02x}"


def unquote(word: str) -> str | None:
    """The text of a word in quotes; None for a bare word, an empty text or an unknown escape."""
    if word == '""' or re.fullmatch(_QUOTED, word) is None:
        return None
    return re.sub(_ESCAPE, _unescape, word[1:-1]) if "\\" in word else word[1:-1]


def _unescape(match: re.Match[str]) -> str:
    escape = match[1]
    if escape[0] == "x":
        return chr(int(escape[1:], 16))
    return "\n" if escape == "n" else escape


def one_line(comment: str) -> str:
    """A comment as it can stand at the end of a line."""
    return re.sub(_CONTROL, " ", comment).strip()


def clock(minutes: int) -> str:
    """`HH:MM` of minutes after midnight."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


_TWO_DIGITS = [f"{count:02d}" for count in range(60)]
CLOCK: Final = {
    f"{_TWO_DIGITS[hour]}:{_TWO_DIGITS[minute]}": hour * 60 + minute
    for hour in range(24)
    for minute in range(60)
}
"""Minutes after midnight by `HH:MM`."""


def choice(*words: str) -> Value:
    """One of the words."""
    known = {word: word for word in words}
    return Value(f"one of {', '.join(words)}", known.get, str, words)


def whole(low: int, high: int) -> Value:
    """A whole number of the range."""

    def read(word: str) -> int | None:
        if not (word.isascii() and word.isdecimal()) or len(word) > _DIGITS:
            return None
        found = int(word)
        return found if low <= found <= high else None

    return Value(f"a whole number from {low} to {high}", read)


def decimal(low: float, high: float, step: float | None = None) -> Value:
    """A number of the range, a multiple of `step` where one is given."""

    def read(word: str) -> float | None:
        if _NUMBER.fullmatch(word) is None:
            return None
        found = float(word)
        return found if low <= found <= high and (step is None or found % step == 0) else None

    steps = "" if step is None else f" in steps of {number(step)}"
    return Value(f"a number from {number(low)} to {number(high)}{steps}", read, number)


def _weight(word: str) -> Weight | None:
    found = parse_weight(word)
    if found is None or not 0 < found.value <= (MOST_LB if found.unit == "lb" else MOST_KG):
        return None
    return found


def _sets(word: str) -> Sets | None:
    found = parse_sets(word)
    if found is None or found.count > _MOST_SETS or found.amount > _MOST_AMOUNT[found.kind]:
        return None
    return None if found.kind == "reps" and found.amount % 1 else found


def _duration(word: str) -> int | None:
    seconds = parse_duration(word)
    return seconds if seconds is not None and seconds <= _DAY_SECONDS else None


def _weights(word: str) -> tuple[Weight, ...] | None:
    found = [_weight(part) for part in word.split(",")]
    known = tuple(weight for weight in found if weight is not None)
    return known if len(known) == len(found) else None


def _joined(values: Iterable[object]) -> str:
    return ",".join(map(str, values))


def _name(word: str) -> str | None:
    return unquote(word) if word.startswith('"') else word


def _show_name(name: str) -> str:
    return quote(name) if name in RESERVED or _PLAIN_NAME.fullmatch(name) is None else name


def _days(word: str) -> tuple[int, ...] | None:
    if word == "any":
        return ()
    names = word.split(",")
    days = sorted({WEEKDAYS.index(name) for name in names if name in WEEKDAYS})
    return tuple(days) if len(days) == len(names) else None


def _percent(word: str) -> float | None:
    if word == "none":
        return 0.0
    return _HUNDRED.read(word[:-1]) if word.endswith("%") else None


def _spacing(word: str) -> int | None:
    match = re.fullmatch(_SPACING, word)
    if match is None:
        return None
    days = int(match[1]) * (7 if match[2] and match[2].startswith("w") else 1)
    return days if 1 <= days <= 365 else None


def _window(word: str) -> tuple[int, int] | None:
    match = re.fullmatch(_WINDOW, word)
    if match is None or int(match[1]) > int(match[2]):
        return None
    return int(match[1]), int(match[2])


def _measure(word: str) -> tuple[float, str] | None:
    unit = "s" if word.endswith("s") else ""
    found = _THOUSAND.read(word.removesuffix("s"))
    return None if found is None else (found, unit)


def _stamp(word: str) -> str | None:
    if re.fullmatch(_STAMP, word) is None:
        return None
    try:
        datetime.fromisoformat(word)
    except ValueError:
        return None
    return word


_ANSWERS: Final = {flag: Answer(flag, "yes") for flag in FLAGS} | {
    f"{how}:{flag}": Answer(flag, how) for flag in FLAGS for how in ("unsure", "skipped", "new")
}
_HUNDRED: Final = decimal(0, 100)
_THOUSAND: Final = decimal(0, 10_000)

SCALE: Final = whole(0, 10)
WEIGHT: Final = Value(
    "a weight with its unit, over 0 and at most 1500lb or 700kg, such as 135lb", _weight, str, ("lb", "kg")
)
SETS: Final = Value(
    "sets such as 3x5, 3x30s or 3x20m (1 to 99 sets, at most 1000 repetitions)", _sets, str, ("s", "m")
)
WORK: Final = Value(
    "a weight over 0 and at most 1500lb or 700kg and its sets, such as 135lb 3x5",
    lambda word: _sets(word) or _weight(word),
    str,
    ("lb", "kg", "s", "m"),
)
DURATION: Final = Value(
    "a duration with its unit, at most 24h, such as 7h30, 20min or 90s",
    _duration,
    format_duration,
    ("h", "min", "s"),
)
WEIGHTS: Final = Value("weights joined by commas, such as 45lb,25lb,10lb", _weights, _joined, ("lb", "kg"))
TEXT: Final = Value("a text in quotes", unquote, quote)
NAME: Final = Value("a name", _name, _show_name)
ZONE: Final = Value(
    "the name of a time zone such as Europe/Berlin",
    lambda word: word if re.fullmatch(_ZONE, word) else None,
)
TIME: Final = Value("a time such as 06:45", CLOCK.get, clock)
DAYS: Final = Value(
    "weekdays joined by commas, such as mon,thu, or any",
    _days,
    lambda days: ",".join(WEEKDAYS[day] for day in days) or "any",
    (*WEEKDAYS, "any"),
)
ANSWER: Final = Value(
    "none or warning signs such as fever, unsure:fever, skipped:fever or new:fever",
    _ANSWERS.get,
    lambda answer: answer.flag if answer.how == "yes" else f"{answer.how}:{answer.flag}",
    FLAGS,
)
PERCENT: Final = Value(
    "a share of the working load such as 75%, or none",
    _percent,
    lambda percent: f"{number(percent)}%",
    ("none",),
)
ON_OFF: Final = Value(
    "on or off",
    {"on": True, "off": False}.get,
    lambda on: "on" if on else "off",
    ("on", "off"),
)
SPACING: Final = Value(
    "1 to 365 days, such as 42d or 6weeks", _spacing, lambda days: f"{days}d", ("d", "weeks")
)
WINDOW: Final = Value(
    "the first and last day after an injection, such as 0-6",
    _window,
    lambda window: f"{window[0]}-{window[1]}",
)
MEASURE: Final = Value(
    "a number or seconds such as 34s", _measure, lambda measure: number(measure[0]) + measure[1], ("s",)
)
STAMP: Final = Value("a time with its offset such as 2026-03-05T07:10:00+01:00", _stamp)
BAR: Final = Value(
    "a lift", lambda word: word if word in LIFTS else unquote(word),
    lambda lift: lift if lift in LIFTS else quote(lift), LIFTS,
)  # fmt: skip
