"""The diary as text (NOTATION.md): one door to reading and printing it."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from underbar.diary.diary import Diary
from underbar.diary.notation_parse import Parsed, Problem, parse, parse_bytes
from underbar.diary.notation_print import format_entry, format_record
from underbar.diary.records import Entry

__all__ = [
    "Parsed",
    "Problem",
    "format_diary",
    "format_entry",
    "format_record",
    "parse",
    "parse_bytes",
]


def format_diary(entries: Iterable[Entry], full: bool = False) -> str:
    """The entries by day, one a line, with a line break after each; "" for none.

    `full` prints every entry with all that it has: a backup. Plain is for reading: what was
    voided or corrected is left out, and so are sources, ids and times of writing.
    """
    if full:
        kept = sorted(entries, key=attrgetter("day"))
    else:
        diary = Diary.of(entries)
        kept = [entry for entry in diary.entries if entry.id is None or entry.id not in diary.superseded]
    return "".join(f"{format_entry(entry, full)}\n" for entry in kept)
