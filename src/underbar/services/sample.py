"""The sample diary, moved by whole weeks so that its last one is this one."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

from underbar.diary.notation import format_diary, parse_bytes
from underbar.diary.records import Checkin, Entry
from underbar.services.history import lifters_today
from underbar.services.importing import import_files

SAMPLE = Path(__file__).parents[1] / "samples" / "sample.diary"
WEEK = 7


def entries_until(today: date) -> list[Entry]:
    """The sample as if its story had reached the morning of `today`: the check-in of today is made.

    Weekdays stay what they were, so the bar days do too; a plan knows no other difference.
    """
    entries = parse_bytes(SAMPLE.read_bytes()).entries
    last = max(entry.day for entry in entries)
    shift = timedelta(weeks=-((last - today).days // WEEK))
    moved = [entry._replace(day=entry.day + shift) for entry in entries]
    return [
        entry
        for entry in moved
        if entry.day < today or (entry.day == today and isinstance(entry.record, Checkin))
    ]


def bring_in() -> int:
    """Imports the sample; the number of the import, to undo it by, 0 where the diary had all of it."""
    text = format_diary(entries_until(lifters_today().day))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / SAMPLE.name
        path.write_text(text, encoding="utf-8")
        done = import_files([path])[0]
    if done.batch is None and not done.known:
        raise RuntimeError(f"the packaged sample was refused: {done.refused} {done.reported}")
    return done.batch or 0
