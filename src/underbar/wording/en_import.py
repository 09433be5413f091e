"""What is said of a file that is brought in, in the terminal and on the page alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from underbar.wording.en_words import MONTHS

STAGES: Final = {"reading": "Reading", "storing": "Storing"}
SOURCES: Final = {
    "diary": "Diary",
    "strong": "Strong",
    "hevy": "Hevy",
    "fitnotes": "FitNotes",
    "stronglifts": "StrongLifts",
    "liftosaur": "Liftosaur",
    "jefit": "JEFIT",
    "fit": "FIT files",
    "garmin": "Garmin",
    "apple-health": "Apple Health",
    "apple-watch": "Apple Watch",
    "iphone": "iPhone",
    "health-auto-export": "Health Auto Export",
    "oura": "Oura",
    "whoop": "Whoop",
    "fitbit": "Fitbit",
    "samsung": "Samsung Health",
    "withings": "Withings",
    "sleep-as-android": "Sleep as Android",
    "intervals-icu": "intervals.icu",
    "table": "Table",
}
READINGS: Final = {"pulse": "resting pulse", "hrv": "HRV", "weight": "body weight"}
UNREAD_LEAD: Final = "Not read, since it holds nothing that the diary keeps:"
STOPPED: Final = (
    "Stopped. Of the file that was being brought in nothing is stored; run the same command again, "
    "and nothing is stored twice."
)
_MB: Final = 1_000_000


def source_name(source: str) -> str:
    """The name of an app or device; the word itself where it has none here."""
    return SOURCES.get(source, source)


def how_far(stage: str, done: int, total: int, seconds: float) -> str:
    """How much is done, how fast it goes and how long it still takes; all of it as far as it is known."""
    if stage == "reading":
        said = f"{_bytes(done)} of {_bytes(total)}"
        rate = f"{_bytes(round(done / seconds))}/s" if seconds > 0 else ""
    else:
        said = f"{done:,} of {total:,} entries"
        rate = f"{round(done / seconds):,}/s" if seconds > 0 else ""
    if not done or not seconds:
        return said
    left = round((total - done) * seconds / done)
    return f"{said}, {rate}, {f'{left} s' if left < 100 else f'{round(left / 60)} min'} left"


def found(sets: int, nights: int, readings: Sequence[tuple[str, int]]) -> list[str]:
    """What a source holds, in a few words each; nothing of what it has none of."""
    said = [f"{sets:,} {'set' if sets == 1 else 'sets'}"] if sets else []
    said += [f"{nights:,} {'night' if nights == 1 else 'nights'}"] if nights else []
    said += [f"{READINGS[what]} on {days:,} {'day' if days == 1 else 'days'}" for what, days in readings]
    return said


def entries(amount: int, new: bool = False) -> str:
    """`1 entry`, `40,000 new entries`."""
    return f"{amount:,} {'new ' if new else ''}{'entry' if amount == 1 else 'entries'}"


def span(first: date, last: date) -> str:
    """From when to when."""
    return _short(first) if first == last else f"{_short(first)} – {_short(last)}"


def others(name: str, count: int) -> str:
    """Files that were not read, by what their names have in common."""
    return name if count == 1 else f"{name} ({count:,} files)"


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _bytes(amount: float) -> str:
    if amount >= 1000 * _MB:
        return f"{amount / 1000 / _MB:.1f} GB"
    return f"{amount / _MB:.0f} MB" if amount >= 10 * _MB else f"{amount / _MB:.1f} MB"
