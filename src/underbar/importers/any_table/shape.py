"""What the columns of a table can hold, and what they look as if they held."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from statistics import median
from typing import Final

from underbar.importers.any_table.dates import moment_of
from underbar.importers.any_table.numbers import hours, number
from underbar.importers.cells import Unreadable
from underbar.importers.reading import Table
from underbar.importers.zones import Zones

ROLES: Final[tuple[tuple[str, str], ...]] = (
    ("date", "the day, as 2026-03-01, or before the month, as 1.3.2026"),
    ("date-month-first", "the day, as 2026-03-01, or after the month, as 3/1/2026"),
    ("asleep-hours", "time asleep in hours, as 7.5 or 7:30"),
    ("asleep-minutes", "time asleep in minutes"),
    ("asleep-seconds", "time asleep in seconds"),
    ("fell-asleep", "when you fell asleep, as 23:10"),
    ("woke", "when you woke up, as 6:50"),
    ("pulse", "resting pulse, in beats a minute"),
    ("hrv", "HRV, in milliseconds"),
    ("weight-kg", "body weight in kilograms"),
    ("weight-lb", "body weight in pounds"),
    ("exercise", "the name of an exercise"),
    ("reps", "repetitions of a set"),
    ("sets", "how many sets like this"),
    ("load", "the weight on the bar, in the one unit of the table"),
    ("load-kg", "the weight on the bar in kilograms"),
    ("load-lb", "the weight on the bar in pounds"),
)
"""A word for what a column holds, and what it says to the lifter."""
DATES: Final = ("date", "date-month-first")
ASLEEP: Final[Mapping[str, float]] = {"asleep-hours": 3600, "asleep-minutes": 60, "asleep-seconds": 1}
"""The seconds of one of each."""
WEIGHTS: Final = ("weight-kg", "weight-lb")
LOADS: Final = ("load", "load-kg", "load-lb")

_TRIED: Final = 400
_TRIED_FOR_DAYS: Final = 40
_MOST: Final = 0.9
"""The share of a column's cells that have to be what it is taken for."""
_LONGEST_NAME: Final = 60
_NOWHERE: Final = Zones()
_NOT: Final = re.compile(
    r"score|qualit|index|need|debt|goal|ziel|deep|tief|rem\b|light|leicht|efficien|effizien|awake"
)
_NAMES: Final = (
    ("pulse", r"\brhr\b|rest.*(hr\b|heart|bpm)|ruheherz|puls|pouls|repos\b|reposo|riposo|repouso"),
    ("hrv", r"\bhrv|rmssd|sdnn|\bvfc\b|variab"),
    ("fell-asleep", r"fell asleep|(sleep|schlaf)[ _-]?(start|onset|beginn)|eingeschlafen|einschlaf|endormi"),
    ("woke", r"woke|wake|(sleep|schlaf)[ _-]?end|aufgewacht|réveil|despert|svegli|acordei|wakker"),
    ("asleep", r"sleep|slept|schlaf|sommeil|dormi|sueño|sonno|sono\b|slaap"),
    ("exercise", r"exercise|übung|uebung|exercice|ejercicio|esercizio|exercício|oefening|^lift$"),
    ("reps", r"\breps?\b|repetition|wiederhol|\bwdh|répétition|repeticion|ripetizion|repetiç|herhaling"),
    ("sets", r"^sets$|^number of sets|sätze|séries|^series$"),
    ("weight", r"weight|gewicht|poids|peso|\bload\b|^kg$|^lbs?$"),
)
"""What a name speaks of, in the languages of Europe; the first that fits."""
_BODY: Final = re.compile(r"body|körper|corp|scale|waage")


def is_dated(table: Table) -> bool:
    """Whether it has a column of days, and a header above it."""
    named = not any(_is_day(name) for name in table.header)
    return named and len(table.header) > 1 and any(_is_dated(cells) for cells in _columns(table))


def guess(table: Table) -> tuple[str, ...]:
    """What each column looks like, "" for nothing. No word is given twice; of days that can be read in
    two ways neither is guessed."""
    columns = _columns(table)
    topics = [_topic(name) for name in table.header]
    found: list[str] = []
    for name, topic, cells in zip(table.header, topics, columns, strict=True):
        if _is_dated(cells) and topic not in ("fell-asleep", "woke"):
            role = _order(cells)
        elif topic == "asleep":
            role = _asleep(cells)
        elif topic == "weight":
            role = _weight(name[:_LONGEST_NAME].casefold(), of_a_set="exercise" in topics)
        else:
            role = topic
        numeric = role in ("pulse", "hrv", "reps", "sets", *WEIGHTS, *LOADS)
        if role in found or (numeric and not _are(cells, number)):
            role = ""
        found.append("" if role in DATES and any(one in DATES for one in found) else role)
    return tuple(found)


def _columns(table: Table) -> list[list[str]]:
    """The first cells of each column, blank ones left out."""
    rows = [row for _, row in table.rows[:_TRIED]]
    return [
        [row[column].strip() for row in rows if column < len(row) and row[column].strip()]
        for column in range(len(table.header))
    ]


def _topic(name: str) -> str:
    lower = name[:_LONGEST_NAME].casefold()
    if _NOT.search(lower):
        return ""
    return next((topic for topic, words in _NAMES if re.search(words, lower)), "")


def _day_first(cell: str) -> date:
    return moment_of(cell, _NOWHERE, month_first=False)[0]


def _month_first(cell: str) -> date:
    return moment_of(cell, _NOWHERE, month_first=True)[0]


def _is(cell: str, read: Callable[[str], object]) -> bool:
    try:
        read(cell)
    except Unreadable:
        return False
    return True


def _is_day(cell: str) -> bool:
    return _is(cell, _day_first) or _is(cell, _month_first)


def _are(cells: Sequence[str], read: Callable[[str], object]) -> bool:
    return sum(_is(cell, read) for cell in cells) >= _MOST * len(cells)


def _is_dated(cells: Sequence[str]) -> bool:
    tried = cells[:_TRIED_FOR_DAYS]
    return bool(tried) and sum(map(_is_day, tried)) >= _MOST * len(tried)


def _order(cells: Sequence[str]) -> str:
    """The way in which more of the days are days of the calendar; a day with points begins with itself."""
    day_first, month_first = (sum(_is(cell, way) for cell in cells) for way in (_day_first, _month_first))
    if day_first == month_first and not (cells[0][:4].isdecimal() or "." in cells[0]):
        return ""
    return "date" if day_first >= month_first else "date-month-first"


def _asleep(cells: Sequence[str]) -> str:
    """By its size: nobody sleeps over 24 hours, or less than 25 minutes a night."""
    lengths = [length for cell in cells if _is(cell, hours) and (length := hours(cell))]
    if not lengths or not _are(cells, hours):
        return ""
    middle = median(lengths)
    return "asleep-hours" if middle <= 24 else "asleep-minutes" if middle <= 1440 else "asleep-seconds"


def _weight(name: str, *, of_a_set: bool) -> str:
    unit = "kg" if re.search(r"\bkgs?\b|kilo", name) else "lb" if re.search(r"\blbs?\b|pound", name) else ""
    if of_a_set and not _BODY.search(name):
        return f"load-{unit}" if unit else "load"
    return f"weight-{unit}" if unit else ""
