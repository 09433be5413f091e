"""underbar insights: all of it, one in full, JSON, and the declaration."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from long_diary import long_diary
from underbar.cli.main import main
from underbar.services import forecast, kept
from underbar.services.database import close_database
from underbar.wording.en_answers import ASKS, TOGETHER

PARTS = ("sleep", "release", "sitting", "forecast", "signs", "sides", "described")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("UNDERBAR_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(forecast, "prepare", partial(forecast.prepare, paths=6))
    close_database()
    kept.forget()
    yield tmp_path
    close_database()


def bring(folder: Path, days: int) -> None:
    file = folder / "some.diary"
    file.write_text(long_diary(days, datetime.now().astimezone().date()), encoding="utf-8")
    assert main(["import", str(file)]) == 0


def test_every_part_reads_at_sixty_columns(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bring(home, 420)
    for words in ([], *([part] for part in PARTS)):
        capfd.readouterr()
        assert main(["insights", *words]) == 0
        told = capfd.readouterr().out
        assert max(map(len, told.splitlines())) <= 60, words
        assert "None" not in told
        assert "nan" not in told.lower().split()
    capfd.readouterr()
    assert main(["insights"]) == 0
    told = capfd.readouterr().out
    assert all(asks in told for asks in ASKS.values())


def test_a_question_in_full_has_the_width_and_the_warning(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bring(home, 130)
    capfd.readouterr()
    assert main(["insights", "sleep"]) == 0
    told = " ".join(capfd.readouterr().out.split())
    assert "it could be anywhere from" in told
    assert TOGETHER in told
    assert "The next verdict comes at 180 mornings" in told


def test_json_is_one_object_and_a_part_of_it(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bring(home, 130)
    capfd.readouterr()
    assert main(["insights", "--json"]) == 0
    whole = json.loads(capfd.readouterr().out, parse_constant=pytest.fail)
    assert whole["schema"] == "underbar.insights/1"
    for part in PARTS:
        assert main(["insights", part, "--json"]) == 0
        told = json.loads(capfd.readouterr().out)
        assert told == whole["questions"].get(part, whole.get(part))


def test_an_empty_diary_says_what_will_be_here(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["insights"]) == 0
    told = " ".join(capfd.readouterr().out.split())
    assert "Counting begins at 28 mornings" in told
    for part in PARTS:
        assert main(["insights", part]) == 0
        assert main(["insights", part, "--json"]) == 0


def test_the_first_question_is_declared_and_refused_later(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["insights", "--first", "release"]) == 0
    assert capfd.readouterr().out.endswith(" question release\n")
    assert main(["insights", "--first", "load"]) == 1
    bring(home, 130)
    capfd.readouterr()
    assert main(["insights", "--first", "sitting"]) == 1
    assert "no choice" in capfd.readouterr().err


def test_an_unknown_part_is_wrong_usage(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["insights", "load"]) == 2
    assert "sleep, release, sitting" in capfd.readouterr().err
