"""What was brought in goes out the same; bringing it in again adds nothing; undoing takes it out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from underbar.services import diary_log, history, importing
from underbar.services.database import close_database, open_database
from underbar.services.exporting import export
from underbar.services.import_progress import Progress
from underbar.settings import Settings

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
SHARED = Path(__file__).parents[3] / "shared"

STRONG = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-02-02 18:00:00,"Evening",1h,"Deadlift (Barbell)",1,100,5,0,0,"","",
2026-02-02 18:00:00,"Evening",1h,"Deadlift (Barbell)",2,100,5,0,0,"","",
2026-02-02 18:00:00,"Evening",1h,"Bench Press (Barbell)",1,60,8,0,0,"","",
2026-02-05 18:00:00,"Evening",1h,"Deadlift (Barbell)",1,much,5,0,0,"","",
2026-02-05 18:00:00,"Evening",1h,"Deadlift (Barbell)",2,105,5,0,0,"","",
"""


@pytest.fixture
def another(tmp_path: Path, database: Settings) -> Callable[[], None]:
    """Goes on with an empty database; the call counts."""
    made = []

    def next_one() -> None:
        made.append(None)
        home = tmp_path / f"another-{len(made)}"
        open_database(Settings(home, home / "diary.sqlite3", "another key"))

    return next_one


def bring(path: Path, text: str | None = None, **options: object) -> importing.FileImport:
    if text is not None:
        path.write_text(text, encoding="utf-8")
    (done,) = importing.import_files([path], instant=NOW, **options)  # type: ignore[arg-type]  # as they came
    return done


def lived_in(tmp_path: Path) -> None:
    """A diary with all that a database can hold: imports, late lines, corrections, removals, equal lines."""
    text = "2026-03-01 walk 20min\n2026-03-01 walk 20min ; again\n2026-03-03 sleep 6h12 from oura\n"
    bring(tmp_path / "old.diary", text)
    bring(tmp_path / "strong.csv", STRONG, unit="kg")
    march = datetime(2026, 3, 5, 7, 0, tzinfo=UTC)
    (morning,) = diary_log.add_lines("checkin ache 0 sleep 7h", march).entries
    diary_log.add_lines(f"2026-03-05 08:00 checkin ache 2 sleep 7h supersedes {morning.id}", march)
    (walk,) = diary_log.add_lines("2026-02-20 walk 10min", march).entries
    diary_log.add_lines('2026-02-20 walk 15min\n2026-02-01 note "it\'s a \\"quote\\""', march)
    diary_log.remove(walk.id or "", march)
    diary_log.add_lines("walk 20min\nwalk 20min", march)


@pytest.mark.parametrize("full", [False, True])
def test_an_export_comes_out_of_an_empty_database_byte_for_byte(
    tmp_path: Path, another: Callable[[], None], full: bool
) -> None:
    lived_in(tmp_path)
    text = export(full)
    assert len(text.splitlines()) == (14 if full else 11)
    another()
    assert bring(tmp_path / "export.diary", text).refused is None
    assert export(full) == text
    assert export() == export()


def test_a_backup_gives_the_plain_export_too(tmp_path: Path, another: Callable[[], None]) -> None:
    lived_in(tmp_path)
    plain, full = export(), export(full=True)
    another()
    bring(tmp_path / "backup.diary", full)
    assert (export(), export(full=True)) == (plain, full)


@pytest.mark.parametrize("full", [False, True])
def test_an_export_brought_back_adds_nothing(tmp_path: Path, database: Settings, full: bool) -> None:
    lived_in(tmp_path)
    before = export(full=True)
    done = bring(tmp_path / "export.diary", export(full))
    assert (done.refused, done.added, done.batch) == (None, (), None)
    assert done.known == len(export(full).splitlines())
    assert export(full=True) == before


def test_the_same_text_twice_adds_nothing_and_one_more_equal_line_adds_one(
    tmp_path: Path, database: Settings
) -> None:
    text = "2026-03-01\n  walk 20min\n  walk 20min\n2026-03-02 checkin ache 0\n"
    assert len(bring(tmp_path / "a.diary", text).added) == 3
    again = bring(tmp_path / "a.diary", text)
    assert (again.added, again.known) == ((), 3)
    assert len(bring(tmp_path / "a.diary", text + "2026-03-01 walk 20min\n").added) == 1


def test_what_the_lifter_removed_stays_removed(tmp_path: Path, database: Settings) -> None:
    done = bring(tmp_path / "a.diary", "2026-03-01 walk 20min\n")
    diary_log.remove(done.added[0].id or "", NOW)
    assert bring(tmp_path / "a.diary").added == ()
    assert export() == ""


def test_an_apps_export_is_stored_once_and_what_was_not_understood_is_told(
    tmp_path: Path, database: Settings
) -> None:
    first = bring(tmp_path / "strong.csv", STRONG, unit="kg")
    assert [issue.line for issue in first.reported] == [5]
    assert (first.source, len(first.added), first.refused) == ("strong", 3, None)
    assert "deadlift 100kg 2x5" in export()
    again = bring(tmp_path / "strong.csv", unit="kg")
    assert (again.added, again.known) == ((), 3)
    assert [(b.file, b.source, b.added, b.reported) for b in importing.imports()] == [
        ("strong.csv", "strong", 3, 1)
    ]


def test_a_workout_edited_in_the_app_takes_the_place_of_the_old_one(
    tmp_path: Path, database: Settings
) -> None:
    bring(tmp_path / "strong.csv", STRONG, unit="kg")
    edited = bring(tmp_path / "strong.csv", STRONG.replace(",60,8,", ",62.5,8,"), unit="kg")
    assert (len(edited.added), edited.known) == (1, 2)
    assert "62.5kg" in export()
    assert "60kg" not in export()
    importing.undo_import(edited.batch or 0, NOW)
    assert "60kg" in export()


def test_a_workout_removed_here_and_edited_there_stays_removed(tmp_path: Path, database: Settings) -> None:
    done = bring(tmp_path / "strong.csv", STRONG, unit="kg")
    bench = next(entry for entry in done.added if "ench" in repr(entry.record))
    diary_log.remove(bench.id or "", NOW)
    again = bring(tmp_path / "strong.csv", STRONG.replace(",60,8,", ",62.5,8,"), unit="kg")
    assert (again.added, again.known) == ((), 3)


def test_a_workout_of_the_future_is_reported_and_not_stored(tmp_path: Path, database: Settings) -> None:
    done = bring(tmp_path / "strong.csv", STRONG.replace("2026-02-05", "2026-12-05"), unit="kg")
    assert len(done.added) == 2
    assert "2026-12-05" in done.reported[-1].message


def test_a_dry_run_says_the_same_and_stores_nothing(tmp_path: Path, database: Settings) -> None:
    dry = bring(tmp_path / "strong.csv", STRONG, unit="kg", dry_run=True)
    assert (export(), importing.imports(), history.entry_count()) == ("", (), 0)
    real = bring(tmp_path / "strong.csv", unit="kg")
    assert real._replace(parts=tuple(part._replace(batch=None) for part in real.parts)) == dry
    assert real.batch is not None


def test_undoing_takes_out_what_came_with_it_and_frees_its_keys(tmp_path: Path, database: Settings) -> None:
    lived_in(tmp_path)
    before = export(full=True)
    extra = bring(tmp_path / "b.diary", "2026-03-01 walk 20min\n" * 4)
    assert (len(extra.added), extra.known) == (2, 2)
    gone = importing.undo_import(extra.batch or 0, NOW)
    assert gone == extra.added
    assert export(full=True) == before
    assert len(bring(tmp_path / "b.diary").added) == 2
    with pytest.raises(importing.ServiceError, match="was undone"):
        importing.undo_import(extra.batch or 0, NOW)
    with pytest.raises(importing.ServiceError, match="no import"):
        importing.undo_import(999, NOW)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", None),
        (b"\x00\x01\x02\xff" * 1000, None),
        (b"a,b,c\n1,2,3\n", None),
        ('2026-03-01 note "\u00e9"'.encode("latin-1"), "UTF-8"),
        (b"1850-01-01 walk 20min\n", "1950"),
        (b"9999-01-01 walk 20min\n", "2100"),
        (b"2026-03-01 walk 20min\n2026-03-01 param flare-ache 9\n", "limits"),
        (b"2026-07-01 walk 20min\n", "after today"),
        (b"2026-03-01 zone Europe/Belrin\n", "no time zone"),
        (b"2026-03-01 " + b"x" * 3_000_000, "longer"),
    ],
)
@pytest.mark.parametrize("name", ["file.diary", "file.csv"])
def test_a_bad_file_is_refused_with_a_reason_and_the_next_is_still_read(
    tmp_path: Path, database: Settings, data: bytes, says: str | None, name: str
) -> None:
    bad, good = tmp_path / name, tmp_path / "good.diary"
    bad.write_bytes(data)
    good.write_text("2026-03-01 walk 20min\n")
    refused, stored = importing.import_files([bad, good, tmp_path / "absent"], instant=NOW)[:2]
    assert refused.refused
    assert refused.added == ()
    if says is not None:
        assert says in "\n".join([refused.refused, *map(str, refused.reported)])
    assert len(stored.added) == 1
    assert history.entry_count() == 1


def test_a_file_that_is_not_there_is_told(tmp_path: Path, database: Settings) -> None:
    assert "No such file" in (bring(tmp_path / "absent.diary").refused or "")
    assert bring(tmp_path).refused
    assert bring(Path("a\0b")).refused


def test_progress_tells_reading_and_then_storing_to_the_end(tmp_path: Path, database: Settings) -> None:
    seen: list[Progress] = []
    bring(tmp_path / "strong.csv", STRONG, unit="kg", progress=seen.append)
    assert [at.stage for at in seen] == sorted((at.stage for at in seen), key=["reading", "storing"].index)
    assert (seen[0].done, seen[-1]) == (0, seen[-1]._replace(stage="storing", done=3, total=3))
    assert max(at.done for at in seen if at.stage == "reading") == len(STRONG.encode())


def test_history_gives_the_days_that_have_something_the_newest_first(
    tmp_path: Path, database: Settings
) -> None:
    lived_in(tmp_path)
    march = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
    found = history.history(5, instant=march)
    assert [day.day.day for day in found] == [5, 3, 1]
    assert [len(day.entries) for day in found] == [4, 1, 2]
    assert history.history(10_000_000, instant=march)[-1].day.month == 2
    assert history.lifters_today(march - timedelta(hours=6)).day.day == 4


def test_the_diaries_of_the_specification_come_out_as_they_went_in(
    tmp_path: Path, another: Callable[[], None]
) -> None:
    if not (SHARED / "diaries").is_dir():
        pytest.skip("the specification's diaries are not beside this repository")
    for path in sorted((SHARED / "diaries").glob("*.diary")):
        another()
        assert bring(path).refused is None
        plain, full = export(), export(full=True)
        another()
        bring(tmp_path / "plain.diary", plain)
        assert export() == plain
        another()
        bring(tmp_path / "full.diary", full)
        assert export(full=True) == full
    close_database()
