"""`underbar import` as a user has it: files, folders and zips; what is asked; stopped in the middle."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

STRONG = (
    "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Distance Unit,Seconds,"
    "Notes,Workout Notes,Workout Duration\n"
    '2025-03-01 10:00:00,"Legs","Deadlift (Barbell)",1,135.0,lbs,5,,,,0,"","",40m\n'
)
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
    '"Legs","2 Mar 2025, 10:00","2 Mar 2025, 11:00","","Squat (Barbell)",,"",0,"normal",100,5,,,\n'
)
NIGHTS = "Day,Slept,Mood\n2025-03-03,7.5,good\n2025-03-04,6.25,\n"


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "underbar", "import", *words]


def environ(home: Path) -> dict[str, str]:
    return {**os.environ, "UNDERBAR_HOME": str(home), "PYTHONIOENCODING": "utf-8"}


def run(home: Path, *words: str | Path, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command(*(str(word) for word in words)),
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=environ(home),
    )
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def exported(home: Path) -> str:
    line = [sys.executable, "-m", "underbar", "export", "--full"]
    return subprocess.run(line, capture_output=True, check=True, encoding="utf-8", env=environ(home)).stdout


def test_a_zip_and_a_folder_are_read_without_a_word_about_their_formats(home: Path, tmp_path: Path) -> None:
    packed, folder = tmp_path / "all.zip", tmp_path / "old"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/strong.csv", STRONG)
        archive.writestr("a/picture-1.png", b"\x89PNG\r\n\x1a\n" + bytes(20))
        archive.writestr("a/picture-2.png", b"\x89PNG\r\n\x1a\n" + bytes(20))
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "workouts.csv").write_text(HEVY)
    (folder / "my.diary").write_text("2025-03-05 walk 20min\n")
    shown = run(home, packed, folder).stdout
    assert "(Strong): added 1 entry" in shown
    assert "not read: a/picture-#.png (2 files)" in shown
    assert "(Hevy): added 1 entry" in shown
    assert "(Diary): added 1 entry" in shown
    text = exported(home)
    assert "deadlift 135lb 1x5 from strong" in text
    assert "squat 100kg 1x5 from hevy" in text
    again = [json.loads(line) for line in run(home, packed, folder, "--json").stdout.splitlines()]
    assert [(one["added"], one["known"]) for one in again] == [(0, 1), (0, 2)]
    assert exported(home) == text


def test_what_is_said_of_a_table_is_asked_once_and_remembered(home: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "nights.csv", tmp_path / "more.csv"
    first.write_text(NIGHTS)
    second.write_text("Day,Slept,Mood\n2025-03-05,8,\n")
    asks = run(home, first, status=1).stderr
    lines = re.findall(r'--column "([^"]+)"', asks)
    assert [line.partition("=")[0] for line in lines] == ["Day", "Slept", "Mood"]
    assert exported(home) == ""
    said = ["--column", "Day=date", "--column", "Slept=asleep-hours"]
    run(home, first, "--dry-run", *said)
    run(home, second, status=1)  # a dry run remembers nothing
    assert "2 nights" in run(home, first, *said).stdout
    assert "1 night" in run(home, second).stdout
    assert re.findall(r" sleep (\S+) from table", exported(home)) == ["7h30", "6h15", "8h"]


def test_what_an_exercise_was_taken_for_is_remembered(home: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text(STRONG.replace("Deadlift (Barbell)", "Heavy Thing"))
    second.write_text(STRONG.replace("Deadlift (Barbell)", "heavy thing").replace("03-01", "03-08"))
    run(home, first, "--map", "Heavy Thing=deadlift")
    assert "taken for deadlift: heavy thing" in run(home, second).stdout
    assert exported(home).count(" deadlift ") == 2


def test_a_mapping_that_is_none_is_wrong_usage(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "strong.csv"
    path.write_text(STRONG)
    for option in ("--map", "--column"):
        assert "expected NAME=" in run(home, path, option, "deadlift", status=2).stderr


@pytest.mark.skipif(sys.platform == "win32", reason="terminals and signals as POSIX has them")
def test_stopped_in_the_middle_nothing_is_stored_and_it_says_how_to_go_on(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "strong.csv"
    with path.open("w") as file:
        head, row = STRONG.splitlines(keepends=True)
        file.write(head)
        day = date(1996, 3, 1)
        for number in range(60_000):
            when = day + timedelta(days=number // 25)
            file.write(row.replace("2025-03-01", str(when)).replace("Deadlift", f"Lift {number % 25}"))
    run(home, "--list")
    shown = _stop_once_storing(home, path)
    assert re.search(r"Storing .* of 60,000 entries, [\d,]+/s, \d+ (s|min) left", shown)
    assert "nothing is stored" in re.sub(r"\s+", " ", shown)
    assert exported(home) == ""
    assert run(home, "--list").stdout == ""


def _stop_once_storing(home: Path, path: Path) -> str:
    """What a terminal shows of an import that is sent Ctrl-C once its bar says that it stores."""
    from terminals import at_terminal

    stops = [signal.SIGINT]

    def answer(shown: bytes) -> signal.Signals | None:
        return stops.pop() if stops and re.search(rb"Storing .* left", shown) else None

    shown, status = at_terminal(command(str(path)), environ(home), 100, answer, patience=120)
    assert status == 130
    return shown
