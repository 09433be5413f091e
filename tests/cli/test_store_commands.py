"""The commands over the database, in a data folder of their own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from underbar.cli.app import app
from underbar.cli.help import HELP
from underbar.cli.main import PURE
from underbar.cli.pure import FLAGS, VALUED


class Shell:
    """Runs commands as a user does, all on one data folder."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(self, *words: str, data: str = "", status: int = 0, **environ: str) -> str:
        done = self.run(*words, data=data, **environ)
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout if status == 0 else done.stderr

    def run(self, *words: str, data: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "underbar", *words],
            input=data,
            capture_output=True,
            check=False,
            encoding="utf-8",
            env={**os.environ, "UNDERBAR_HOME": str(self.home), "PYTHONIOENCODING": "utf-8", **environ},
        )

    def json(self, *words: str) -> Any:
        return json.loads(self(*words, "--json"))


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "home")


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A data folder with the sample diary; tests that use it only read."""
    shell = Shell(tmp_path_factory.mktemp("sampled") / "home")
    shell("start", "--sample")
    return shell


def test_start_makes_a_database_and_says_how_to_begin(shell: Shell) -> None:
    text = shell("start")
    assert str(shell.home) in text
    assert "underbar checkin" in text
    assert (shell.home / "underbar.sqlite3").exists()


def test_start_with_the_sample_prints_a_plan_and_never_touches_a_diary_with_entries(shell: Shell) -> None:
    first = shell("start", "--sample")
    assert "--undo 1" in first
    assert "Today" in first
    entries = shell("export")
    again = shell("start", "--sample")
    assert "--undo" not in again
    assert shell("export") == entries
    assert "Import 1 is out again" in shell("import", "--undo", "1")
    assert "undone" in shell("import", "--list")
    assert shell("export") == ""


def test_a_diary_begins_with_a_few_lines_and_a_check_in(shell: Shell) -> None:
    shell("add", "lifter born 1983 units lb")
    shell("add", "goal deadlift target 315lb best 405lb on mon,thu")
    added = shell("add", "screen", "none")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d screen none\n", added)
    text = shell("checkin", "--ache", "0", "--sleep", "7h30", "--no-painkiller")
    assert "checkin ache 0 sleep 7h30\n" in text
    assert "Why" in text
    exported = shell("export")
    assert [line.split(maxsplit=3)[2] for line in exported.splitlines()] == [
        "lifter",
        "goal",
        "screen",
        "checkin",
    ]
    assert "checkin ache 0 sleep 7h30" in shell("history")


def test_lines_come_from_standard_input_too(shell: Shell) -> None:
    found = json.loads(shell("add", "-", "--json", data='2026-01-05 walk 20min\n2026-01-06 note "b"\n'))
    assert [entry["line"] for entry in found["added"]] == ["2026-01-05 walk 20min", '2026-01-06 note "b"']
    assert all(entry["id"] for entry in found["added"])


@pytest.mark.parametrize(
    "line", ["chekin ache 0", "checkin ache 11", "2199-01-01 walk 20min", "", "param x 1"]
)
def test_a_line_that_cannot_be_taken_is_refused_in_words_and_nothing_is_stored(
    shell: Shell, line: str
) -> None:
    assert shell("add", line, status=1).strip()
    assert shell("export") == ""


def test_a_check_in_never_guesses_ache_or_painkiller(shell: Shell) -> None:
    assert "--ache and --painkiller" in shell("checkin", status=2)
    assert "--painkiller" in shell("checkin", "--ache", "0", status=2)
    assert "--ache" in shell("checkin", "--painkiller", status=2)
    assert "0 to 10" in shell("checkin", "--ache", "eleven", "--no-painkiller", status=1)
    assert shell("export") == ""


def test_a_check_in_with_sides_and_flags(shell: Shell) -> None:
    words = ("--left", "2", "--right", "0", "--stiff", "left", "--painkiller", "--sore", "--woke", "06:30")
    line = shell.json("checkin", *words)["added"][0]["line"]
    assert line.split("checkin ")[1] == "left 2 right 0 stiff left woke 06:30 sore painkiller"


def test_today_as_json_is_the_plan_that_is_kept_as_shown(sampled: Shell) -> None:
    plan = sampled.json("today")
    assert plan["schema"] == "underbar.plan/1"
    shown = [day for day in map(json.loads, sampled("history", "--json").splitlines()) if day["shown"]]
    assert shown[0]["day"] == plan["day"]
    assert shown[0]["shown"][-1] == plan


def test_another_day_can_be_asked_for(sampled: Shell) -> None:
    assert sampled.json("today", "--day", "2000-01-01")["day"] == "2000-01-01"
    assert "--day" in sampled("today", "--day", "soon", status=2)


def test_tomorrow_gives_every_answer_once(sampled: Shell) -> None:
    found = sampled.json("tomorrow")
    answers = [tuple(answer.values()) for outcome in found["outcomes"] for answer in outcome["answers"]]
    assert len(answers) == len(set(answers)) == 44
    text = sampled("tomorrow")
    assert "by what the morning brings" in text
    assert "ache 3 or more" in text


def test_why_prints_the_page_of_every_rule_and_knows_what_was_meant(sampled: Shell) -> None:
    rules = sampled("why").split()
    assert "next-morning-ache" in rules
    assert sampled("why", "next-morning-ache").startswith("# `next-morning-ache`")
    assert "Did you mean next-morning-ache?" in sampled("why", "next-mourning-ache", status=2)
    assert "no rule ../../README" in sampled("why", "../../README", status=2)


def test_parameters_are_listed_set_and_refused_with_the_reason(shell: Shell) -> None:
    listed = [json.loads(line) for line in shell("param", "list", "--json").splitlines()]
    start = next(item for item in listed if item["name"] == "day-start")
    assert (start["own"], start["text"]) == (False, "04:00")
    assert start["why"] in shell("param", "set", "day-start", "12:00", status=1)
    shell("param", "set", "day-start", "05:00")
    assert "day-start *\t05:00\thours after midnight\t00:00 to 06:00\t[DES]\n" in shell("param", "list")


def test_export_and_import_give_the_same_bytes(sampled: Shell, tmp_path: Path) -> None:
    other = Shell(tmp_path / "other")
    for words in ((), ("--full",)):
        path = tmp_path / f"out{len(words)}.diary"
        sampled("export", *words, "-o", str(path))
        assert path.stat().st_mode & 0o077 == 0
        assert path.read_text(encoding="utf-8") == sampled("export", *words)
    first = json.loads(other("import", str(tmp_path / "out0.diary"), "--json"))
    second = json.loads(other("import", str(tmp_path / "out0.diary"), "--json"))
    assert (first["known"], second["added"], second["parts"][0]["batch"]) == (0, 0, None)
    assert second["known"] == first["added"] > 400
    assert other("export") == sampled("export")


def test_a_dry_run_stores_nothing_and_a_refused_file_does_not_stop_the_next(
    shell: Shell, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.diary", tmp_path / "bad.csv"
    good.write_text("2026-01-05 walk 20min\n")
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert "would add 1 entry" in shell("import", "--dry-run", str(good))
    assert shell("export") == ""
    done = shell.run("import", str(bad), str(tmp_path / "missing.csv"), str(good))
    assert done.returncode == 1
    assert "added 1 entry" in done.stdout
    assert str(bad) in done.stderr
    assert "missing.csv" in done.stderr
    assert shell("export") == "2026-01-05 walk 20min\n"


@pytest.mark.parametrize(
    "words",
    [
        ("import",),
        ("import", "a", "--unit", "stone"),
        ("import", "a", "--map", "x"),
        ("nothing",),
        ("today", "x"),
    ],
)
def test_wrong_usage_is_status_2(shell: Shell, words: tuple[str, ...]) -> None:
    assert "Usage: underbar" in shell(*words, status=2)


def test_a_database_that_is_none_is_said_in_words(shell: Shell) -> None:
    shell.home.mkdir()
    (shell.home / "underbar.sqlite3").write_bytes(b"no database" * 500)
    assert "underbar.sqlite3" in shell("today", status=1)


def test_an_empty_diary_has_no_plan_but_a_hint(shell: Shell) -> None:
    assert "underbar add" in shell("today", status=1)


def test_help_names_every_command_and_every_option_of_the_pure_ones(shell: Shell) -> None:
    text = shell("--help")
    names = [
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    ]
    for name in (*names, "param", *PURE):
        assert re.search(rf"^  {name} ", text, re.MULTILINE), name
    assert not any(ord(mark) > 0x7F for mark in text)
    for name in PURE:
        declared = subprocess.run(
            [sys.executable, "-c", f"from underbar.cli.app import app; app(['{name}', '--help'])"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        options = set(re.findall(r"^  (?:-h, )?(--[a-z]+)", declared, re.MULTILINE)) - {"--help"}
        assert options == {*FLAGS[name], *VALUED[name]}
        assert all(option in HELP[name] for option in options)


@pytest.mark.parametrize(
    ("typed", "index", "offered"),
    [
        ("underbar pl", 1, "plan"),
        ("underbar tom", 1, "tomorrow"),
        ("underbar why next-m", 2, "next-morning-ache"),
        ("underbar plan --d", 2, "--day"),
        ("underbar param set day-s", 3, "day-start"),
    ],
)
def test_the_shell_completes_commands_options_rules_and_parameters(
    shell: Shell, typed: str, index: int, offered: str
) -> None:
    environ = {"_UNDERBAR_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(index)}
    assert offered in shell.run(**environ).stdout.split()


def test_output_in_a_pipe_is_plain_and_fits(sampled: Shell) -> None:
    for words in (("today",), ("tomorrow",), ("history",), ("why", "ceiling"), ("start",)):
        text = sampled(*words)
        assert "\x1b" not in text
        assert not set(text) & set("─│┌┐└┘━┃┏┓┗┛╭╮╰╯═║")
