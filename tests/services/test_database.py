"""A database that cannot be used is told in a sentence and left as it was."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from underbar.diary.notation import parse
from underbar.services import database as services_database
from underbar.services import diary_log
from underbar.services.database import close_database, open_database, unit_of_work
from underbar.services.errors import DatabaseProblem
from underbar.services.exporting import export
from underbar.settings import Settings
from underbar.store import connection, entries

NOW = datetime(2026, 3, 5, 7, 0, tzinfo=UTC)


def settings(path: Path) -> Settings:
    return Settings(path.parent, path, "a key of tests")


def test_a_database_newer_than_the_code_is_refused_and_not_touched(database: Settings) -> None:
    diary_log.add_lines("walk 20min", NOW)
    close_database()
    raw = sqlite3.connect(database.database)
    raw.execute(
        "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '0999_later', '2030-01-01')"
    )
    raw.commit()
    with pytest.raises(DatabaseProblem, match=r"later version of Underbar.*0999_later"):
        open_database(database)
    with pytest.raises(DatabaseProblem, match="later version"):
        open_database(database)
    raw.execute("DELETE FROM django_migrations WHERE name = '0999_later'")
    raw.commit()
    raw.close()
    open_database(database)
    assert export().endswith("walk 20min\n")


@pytest.mark.parametrize("content", [b"this is no database " * 100, b"SQLite format 3\0" + b"x" * 4000])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "diary.sqlite3"
    path.write_bytes(content)
    with pytest.raises(DatabaseProblem, match="cannot be used"):
        open_database(settings(path))
    assert path.read_bytes() == content
    close_database()


def test_a_path_that_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseProblem, match="cannot be used"):
        open_database(settings(tmp_path))
    (tmp_path / "file").write_text("")
    with pytest.raises(DatabaseProblem, match="cannot be used"):
        open_database(settings(tmp_path / "file" / "diary.sqlite3"))
    close_database()


def test_a_new_folder_is_private_and_the_side_files_too(tmp_path: Path) -> None:
    path = tmp_path / "new" / "diary.sqlite3"
    open_database(settings(path))
    diary_log.add_lines("walk 20min", NOW)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes.pop("diary.sqlite3") == 0o600
    assert set(modes.values()) <= {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    close_database()


def test_what_another_program_holds_is_told_and_not_stored(
    database: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with unit_of_work():
        pass
    services_database.connection.let_go()
    monkeypatch.setitem(connection.connection.settings_dict["OPTIONS"], "timeout", 0.05)
    raw = sqlite3.connect(database.database)
    raw.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseProblem, match="in use by another program"):
        diary_log.add_lines("walk 20min", NOW)
    raw.rollback()
    raw.close()
    diary_log.add_lines("walk 20min", NOW)
    assert export().count("walk") == 1
    connection.let_go()


def test_an_error_takes_the_whole_use_case_back(database: Settings) -> None:
    walk = parse("2026-03-05 walk 20min id a").entries
    with pytest.raises(ZeroDivisionError), unit_of_work() as owner:  # noqa: PT012 - the error is ours
        entries.append(owner, walk, "now")
        raise ZeroDivisionError
    assert export() == ""


def test_the_clock_and_the_errors_need_no_django(tmp_path: Path) -> None:
    code = "import sys, underbar.services.clock, underbar.services.errors; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
