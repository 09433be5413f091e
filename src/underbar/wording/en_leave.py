"""What is said of the diary's ways out, on the page and in the terminal alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from underbar.wording.en_words import count, joined


class Way(NamedTuple):
    """A way out of the diary: `key` names it, `good_for` and `lacks` are a sentence or two each."""

    key: str
    title: str
    button: str
    good_for: str
    lacks: str = ""


LEAVE_LEAD: Final = "All of it is yours to keep, to read and to take elsewhere."
LEAVE_TEXTS: Final = (
    Way(
        "diary",
        "The diary",
        "Download the diary",
        "To read, print or show to somebody: what stands today as text, one entry a line.",
        "It leaves out what was corrected or removed, ids and times of writing, so the backup is the one to "
        "start again from.",
    ),
    Way(
        "backup",
        "The backup",
        "Download the backup",
        "To keep, or to move to another Underbar: every entry, with its id, its source and when it was "
        "written.",
        "Brought into an empty diary, it comes out again byte for byte.",
    ),
)
LEAVE_FORMATS: Final = (
    Way(
        "csv",
        "Tables for a spreadsheet",
        "Download CSV tables",
        "For a spreadsheet or statistics: a zip of CSV tables, one for each kind of entry, in kilograms and "
        "seconds.",
        "A text that begins with = + - @, a tab or a line break has an apostrophe in front, so that no "
        "spreadsheet takes it for a formula. What was corrected or removed is not in it.",
    ),
    Way(
        "parquet",
        "Tables for data tools",
        "Download Parquet tables",
        "For pandas, R, DuckDB and the like: the same tables with the type of every column.",
    ),
    Way(
        "jsonl",
        "JSON Lines",
        "Download JSON Lines",
        "For programs: everything that the backup has, one JSON object a line.",
    ),
    Way(
        "fhir",
        "Health record",
        "Download the FHIR bundle",
        "For health records that read FHIR R4: aches, nights, weights, exercise, injections, goals and "
        "answers.",
        "It leaves out notes, medicines, visits, a clinician's words, gyms and settings, times of day, and "
        "what was corrected or removed. Your name is not in it.",
    ),
    Way(
        "ical",
        "Calendar",
        "Download the calendar",
        "For a calendar: injections, visits and bar days, all day long; what is planned says so.",
        "Each day keeps its name, so that a calendar can change it in place when you bring in a later file.",
    ),
)
NOT_ON_A_TERMINAL: Final = "This format is no text: name a file with -o, or send it through a pipe."
FULL_IS_TEXT: Final = "--full is for --format text; the others have one way only."
_COUNTED: Final = {
    "text": ("line", "lines"),
    "jsonl": ("entry", "entries"),
    "csv": ("table", "tables"),
    "parquet": ("table", "tables"),
    "fhir": ("resource", "resources"),
    "ical": ("event", "events"),
}


def counted(form: str, amount: int) -> str:
    """`12 tables`: how much a file of the format holds."""
    return count(amount, *_COUNTED[form])


def left_out(kinds: Mapping[str, int]) -> str:
    """The sentence about entries that a format has no place for; at least one kind."""
    named = [f"{kind} {amount}" for kind, amount in sorted(kinds.items())]
    return f"Left out, since this format has no place for them: {joined(named)}."
