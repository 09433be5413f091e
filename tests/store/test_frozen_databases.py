"""Databases of earlier schemas, frozen once: today's code opens each, loses nothing and plans from it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from underbar.diary.diary import Diary
from underbar.diary.notation import parse
from underbar.protocol import engine
from underbar.protocol.document import load
from underbar.services.database import close_database, looking, open_database
from underbar.services.exporting import export
from underbar.services.history import history
from underbar.services.importing import import_files, imports
from underbar.services.planning import plan_of
from underbar.settings import Settings
from underbar.store import remembered

ROOT = Path(__file__).parents[2]
FROZEN = sorted((ROOT / "tests" / "databases").glob("*.sqlite3"))
MIGRATIONS = ROOT / "src" / "underbar" / "store" / "migrations"


def text_of(frozen: Path) -> str:
    return frozen.with_suffix(".diary").read_text(encoding="utf-8")


@pytest.fixture
def opened(request: pytest.FixtureRequest, tmp_path: Path):
    """A frozen file, after today's code has opened (and so migrated) a copy of it."""
    frozen: Path = request.param
    copy = tmp_path / "diary.sqlite3"
    shutil.copyfile(frozen, copy)
    open_database(Settings(tmp_path, copy, "a key of tests"))
    yield frozen, copy
    close_database()


each = pytest.mark.parametrize("opened", FROZEN, indirect=True, ids=[path.stem for path in FROZEN])


def test_every_schema_has_its_frozen_database_and_diary() -> None:
    numbers = {path.stem[:4] for path in MIGRATIONS.glob("[0-9]*.py")}
    assert {path.stem for path in FROZEN} == {f"schema_{number}" for number in numbers}, (
        "a new migration: write a diary and run tools/freeze_database.py"
    )
    assert all(path.stat().st_size < 200_000 for path in FROZEN)


@each
def test_it_is_migrated_to_the_schema_of_today(opened: tuple[Path, Path]) -> None:
    with closing(sqlite3.connect(opened[1])) as database:
        applied = database.execute("SELECT name FROM django_migrations WHERE app = 'store'").fetchall()
        broken = database.execute("PRAGMA foreign_key_check").fetchall()
        whole = database.execute("PRAGMA integrity_check").fetchall()
    assert {name for (name,) in applied} == {path.stem for path in MIGRATIONS.glob("[0-9]*.py")}
    assert (broken, whole) == ([], [("ok",)])


@each
def test_it_gives_its_diary_back_byte_for_byte(opened: tuple[Path, Path]) -> None:
    assert export(full=True) == text_of(opened[0])


@each
def test_it_plans_the_days_as_the_diary_alone_does(opened: tuple[Path, Path]) -> None:
    entries = parse(text_of(opened[0])).entries
    day = max(entry.day for entry in entries)
    for asked in (day - timedelta(days=2), day, day + timedelta(days=1)):
        assert plan_of(asked) == engine.decide(load(), Diary.of(entries), asked)


@each
def test_what_was_shown_and_what_was_brought_in_is_still_known(opened: tuple[Path, Path]) -> None:
    frozen = opened[0]
    day = max(entry.day for entry in parse(text_of(frozen)).entries)
    assert [len(found.shown) for found in history(1, until=day)] == [1]
    assert [bool(batch.undone) for batch in imports()] == [False, True]


def test_what_was_said_of_an_exercise_is_still_known(tmp_path: Path) -> None:
    copy = tmp_path / "diary.sqlite3"
    shutil.copyfile(next(path for path in FROZEN if path.stem == "schema_0003"), copy)
    open_database(Settings(tmp_path, copy, "a key of tests"))
    try:
        with looking() as owner:
            assert remembered.all_of(owner, "exercise") == {"hex pull": "trap-bar-deadlift"}
    finally:
        close_database()


@each
def test_its_own_diary_adds_nothing(opened: tuple[Path, Path]) -> None:
    (done,) = import_files([opened[0].with_suffix(".diary")])
    assert (done.refused, done.added) == (None, ())
    assert done.known == len(text_of(opened[0]).splitlines())


def test_the_frozen_files_are_left_as_they_were() -> None:
    for path in FROZEN:
        assert not path.with_name(f"{path.name}-wal").exists(), "a test opened the frozen file itself"
        assert not path.with_name(f"{path.name}-shm").exists()
