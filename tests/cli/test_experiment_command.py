"""underbar experiment: shown, started with its chance told first, stopped."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from underbar.cli.app import app
from underbar.services.database import close_database, open_database
from underbar.services.diary_log import add_lines
from underbar.services.errors import ServiceError
from underbar.settings import Settings


@pytest.fixture
def run(tmp_path: Path) -> Iterator[CliRunner]:
    open_database(Settings(tmp_path, tmp_path / "diary.sqlite3", "a key of tests"))
    add_lines("screen none scope full\ncheckin ache 1")
    yield CliRunner()
    close_database()


def said(run: CliRunner, *words: str) -> str:
    done = run.invoke(app, ["experiment", *words])
    assert done.exit_code == 0, done.output
    return " ".join(done.output.split())


def test_bedtime_and_sitting_come_before_release_each_with_its_chance(run: CliRunner) -> None:
    text = said(run)
    places = [text.index(f"underbar experiment start {what}") for what in ("bedtime", "sitting", "release")]
    assert places == sorted(places)
    assert len(re.findall(r"Of a difference of 1 point of ache it would see something", text)) == 6
    assert "half of it is felt a day later instead" in text


def test_it_is_not_started_where_nobody_can_be_asked(run: CliRunner) -> None:
    done = run.invoke(app, ["experiment", "start", "bedtime"])
    assert done.exit_code == 2
    assert "one time in" in done.output or "times in" in done.output
    assert json.loads(said(run, "--json"))["running"] is None


def test_started_shown_and_stopped(run: CliRunner) -> None:
    started = said(run, "start", "release", "--period", "14", "--seed", "7", "--yes")
    assert "what release pairs 8 block 14" in started
    text = said(run)
    assert "It begins on" in text
    assert "Nothing is said of the result before the end" in text
    running = json.loads(said(run, "--json"))["running"]
    assert (running["seed"], running["pairs"], running["period_days"], running["today"]) == (7, 8, 14, None)
    assert "experiment off" in said(run, "stop")
    assert json.loads(said(run, "--json"))["running"] is None


def test_weekly_release_below_eight_pairs_is_refused_with_the_reason(run: CliRunner) -> None:
    done = run.invoke(app, ["experiment", "start", "release", "--pairs", "7", "--yes"])
    assert isinstance(done.exception, ServiceError)
    assert "came back over a week without it" in done.exception.sentence


def test_words_that_it_does_not_know(run: CliRunner) -> None:
    done = run.invoke(app, ["experiment", "begin", "bedtime"])
    assert done.exit_code == 2
    assert "expected start bedtime" in done.output


def test_an_end_is_told_whole(run: CliRunner) -> None:
    add_lines('2026-01-05 experiment "does it?" seed 3 stop "day 12" what bedtime pairs 6 block 1')
    add_lines("\n".join(f"2026-01-{day:02} checkin ache {day % 2}" for day in range(5, 19)))
    text = said(run)
    for words in ("Question: does it?", "12 planned, 12 begun, 12 finished", "Stop rule: day 12", "seed 3"):
        assert words in text
    assert re.search(r"could be anywhere from \d\.\d points? (lower|higher) to", text)
    (ended,) = json.loads(said(run, "--json"))["ended"]
    assert (ended["why"], ended["result"]["pairs"], len(ended["pairs_seen"])) == ("finished", 6, 6)
