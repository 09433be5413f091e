"""What the files of a Fitbit account look like.

A Takeout holds the same sleep up to twice: in `sleep-*.json`, with local times and a word for naps, and in
`UserSleeps_*.csv`, with UTC and an offset. The files of single heartbeats, steps and stages are not read.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from underbar.importers.members import Piece

Kind = Literal[
    "sleep logs", "resting pulses", "weights", "site", "sleeps", "HRV", "daily HRV", "daily pulse", "grams"
]

SLEEP_ID: Final = "sleep_id"
SITE_SLEEP: Final = ("start time", "end time", "minutes asleep")
SITE_BODY: Final = ("date", "weight", "bmi")
SITE_SECTIONS: Final = ("sleep", "body", "foods", "activities")
DOCUMENTS: Final = frozenset({"sleep logs", "resting pulses", "weights"})

_JSON: Final[tuple[tuple[Kind, re.Pattern[str], bytes], ...]] = (
    ("sleep logs", re.compile(r".*"), b'"dateOfSleep"'),
    ("resting pulses", re.compile(r"resting_heart_rate-.*\.json"), b'"value"'),
    ("weights", re.compile(r"weight-.*\.json"), b'"weight"'),
)
_CSV: Final[tuple[tuple[Kind, re.Pattern[str], frozenset[str]], ...]] = (
    ("sleeps", re.compile(r".*"), frozenset({SLEEP_ID, "sleep_start", "sleep_end", "minutes_asleep"})),
    ("HRV", re.compile(r".*"), frozenset({"timestamp", "rmssd", "nremhr"})),
    ("daily HRV", re.compile(r".*"), frozenset({"timestamp", "average heart rate variability milliseconds"})),
    ("daily pulse", re.compile(r"daily_resting.*"), frozenset({"timestamp", "beats per minute"})),
    ("grams", re.compile(r".*"), frozenset({"timestamp", "weight grams"})),
    ("site", re.compile(r".*"), frozenset(SITE_SLEEP)),
)


def kind_of(piece: Piece) -> Kind | None:
    """Which of the files that are read it is; None for any other."""
    if piece.is_json:
        return next(
            (kind for kind, name, key in _JSON if name.fullmatch(piece.base) and key in piece.head), None
        )
    found = next(
        (kind for kind, name, columns in _CSV if name.fullmatch(piece.base) and columns <= piece.columns),
        None,
    )
    return "site" if found is None and _has_sections(piece) else found


def _has_sections(piece: Piece) -> bool:
    """Whether it begins with the word for a part of the site's export, and a header of it."""
    table = piece.table
    if table is None or len(table.header) != 1 or not table.rows:
        return False
    names = {name.strip().casefold() for name in table.rows[0][1]}
    section = table.header[0].casefold()
    return section in SITE_SECTIONS and (names >= set(SITE_SLEEP) or names >= set(SITE_BODY))
