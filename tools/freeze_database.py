"""Freezes a database of today's schema beside its diary, once for each schema.

    python tools/freeze_database.py tests/databases/schema_0001.diary

The diary is a full export (`underbar export --full`) of a few days. All but its last day is brought in as a
file and the last day is logged, so that both ways in are frozen, with a plan that was shown, the engine's
checkpoints, and an import that was undone. A frozen file is never made again: a new schema gets its own.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from underbar.diary.notation import format_diary, parse
from underbar.services.database import close_database, open_database
from underbar.services.diary_log import add_lines
from underbar.services.exporting import export
from underbar.services.importing import import_files, undo_import
from underbar.services.planning import plan_today
from underbar.settings import Settings

LARGEST = 200_000
"""Bytes of a frozen file: git keeps it for ever."""

SAID = {"Hex Pull": "trap-bar-deadlift"}
"""What is said of an exercise, and remembered."""


def evening(day: date) -> datetime:
    """The moment at which all of it is done."""
    return datetime(day.year, day.month, day.day, 21, tzinfo=UTC)


def freeze(text: str, folder: Path) -> Path:
    """A database in `folder` that holds the diary, and nothing of this machine or this moment."""
    entries = parse(text).entries
    last = max(entry.day for entry in entries)
    at = evening(last)
    path = folder / "underbar.sqlite3"
    open_database(Settings(folder, path, "the key stays outside of the database"))
    before, undone = folder / "before.diary", folder / "undone.diary"
    before.write_text(format_diary([e for e in entries if e.day < last], full=True), encoding="utf-8")
    undone.write_text(f"{last} walk 5min\n", encoding="utf-8")
    import_files([before], instant=at)
    import_files([undone], instant=at, mapping=SAID)
    undo_import(2, at)
    add_lines(format_diary([e for e in entries if e.day == last], full=True), at)
    plan_today(at)
    if export(full=True) != text:
        raise SystemExit("The database gives back another diary; is the text a full export?")
    close_database()
    # Closed before it is copied, so that what is still in the log beside it is in the file itself.
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE django_migrations SET applied = ?", [at.isoformat(" ")])
    with closing(sqlite3.connect(path)) as database:
        database.execute("VACUUM")
    return path


def main(arguments: list[str]) -> int:
    """0 where the database was written; 1 where one lies there already, or it became too large."""
    diary = Path(arguments[0])
    target = diary.with_suffix(".sqlite3")
    if target.exists():
        print(f"{target} is frozen already.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        made = freeze(diary.read_text(encoding="utf-8"), Path(folder))
        if made.stat().st_size > LARGEST:
            print(f"{made.stat().st_size} bytes are too many; shorten the diary.", file=sys.stderr)
            return 1
        shutil.copyfile(made, target)
    print(f"{target}: {target.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
