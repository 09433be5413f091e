"""check, plan, replay and format as a shell sees them: output, messages, exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SETUP = """\
2026-01-05 lifter born 1983 units lb bodyweight 205lb
2026-01-05 gym "home" bar 45lb plates 45lb,25lb,10lb,5lb,2.5lb
2026-01-05 goal deadlift target 315lb best 405lb start 135lb on mon,thu
2026-01-05 screen none
"""
MORNING = "{day} checkin ache 0 stiff none sleep 7h40\n{day} release left 90s right 90s\n"
BRIDGE = "{day} single-leg-bridge level 4 left 3x8 right 3x8 pain 0 form ok\n"
NO_STORE = {"UNDERBAR_HOME": os.devnull + "/nowhere", "HOME": os.devnull + "/nowhere"}


def underbar(*words: str, data: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    """A command in a process of its own, with a home in which nothing can be stored."""
    return subprocess.run(
        [sys.executable, "-m", "underbar", *words],
        input=data,
        capture_output=True,
        check=False,
        env={**os.environ, **NO_STORE, "PYTHONIOENCODING": "utf-8", **environ},
    )


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two quiet weeks and the morning of the first bar day."""
    text = SETUP + "".join((MORNING + BRIDGE).format(day=f"2026-01-{day:02d}") for day in range(5, 19))
    path = tmp_path_factory.mktemp("pure") / "two-weeks.diary"
    path.write_text(text + "2026-01-19 checkin ache 0 stiff none sleep 7h40\n")
    return path


def test_check_counts_the_entries_and_names_the_days(diary: Path) -> None:
    done = underbar("check", str(diary))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == b"ok: 47 entries, 2026-01-05 to 2026-01-19\n"


def test_check_reports_all_errors_with_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "wrong.diary"
    path.write_text("2026-01-05 chekin ache 0\n\n2026-01-06 checkin ache 11\n2026-13-01 walk 20min\n")
    done = underbar("check", str(path))
    assert (done.returncode, done.stdout) == (1, b"")
    places = [line.removeprefix(str(path)).split(": ")[0] for line in done.stderr.decode().splitlines()]
    assert places == [":1:12", ":3:25", ":4:1"]
    assert b"checkin" in done.stderr.splitlines()[0]


def test_check_fails_on_what_cannot_be_true_and_passes_what_is_only_odd(tmp_path: Path) -> None:
    young = underbar("check", "-", data=b"2026-01-05 lifter born 2015\n")
    assert (young.returncode, young.stdout) == (1, b"")
    assert b"2026-01-05: error: " in young.stderr
    odd = underbar("check", "-", data=b"2026-01-05 checkin ache 0\n2026-01-05 checkin ache 2\n")
    assert (odd.returncode, odd.stdout) == (0, b"ok: 2 entries, 2026-01-05 to 2026-01-05\n")
    assert b"2026-01-05: warning: " in odd.stderr


def test_plan_is_of_the_last_day_while_it_has_no_sets(diary: Path) -> None:
    plan = json.loads(underbar("plan", str(diary), "--json").stdout)
    assert (plan["schema"], plan["day"]) == ("underbar.plan/1", "2026-01-19")
    assert [(lift["lift"], lift["weight"]) for lift in plan["lifts"]] == [("deadlift", 135.0)]


@pytest.mark.parametrize("last", ["2026-01-19 deadlift 135lb 3x5 brace pain 0", "2026-01-20 walk 20min"])
def test_plan_is_of_the_day_after_once_sets_are_done_or_no_check_in_is_made(diary: Path, last: str) -> None:
    data = diary.read_bytes() + last.encode() + b"\n"
    plan = json.loads(underbar("plan", "-", "--json", data=data).stdout)
    assert plan["day"] == {"deadlift": "2026-01-20", "walk": "2026-01-21"}[last.split()[1]]


def test_plan_of_a_day_in_text_is_plain_when_piped(diary: Path) -> None:
    done = underbar("plan", "--day=2026-01-19", str(diary))
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Monday 19 January 2026" in text
    assert "135 lb" in text
    assert "\x1b" not in text
    assert all(len(line) <= 80 for line in text.splitlines())


def test_replay_gives_one_plan_a_day_in_json_and_in_text(diary: Path) -> None:
    plans = [json.loads(line) for line in underbar("replay", "--json", str(diary)).stdout.splitlines()]
    lines = underbar("replay", str(diary)).stdout.decode().splitlines()
    assert [plan["day"] for plan in plans] == [f"2026-01-{day:02d}" for day in range(5, 21)]
    assert [line[:10] for line in lines] == [plan["day"] for plan in plans]
    assert [line.split()[3] for line in lines] == [plan["verdict"] for plan in plans]
    assert "deadlift 135lb 3x5 hold first-session" in lines[14]


def test_the_last_line_of_a_replay_is_the_plan_of_that_day(diary: Path) -> None:
    day = "2026-01-20"
    replayed = underbar("replay", "--json", str(diary)).stdout.splitlines()[-1]
    assert replayed == underbar("plan", "--json", "--day", day, str(diary)).stdout.strip()


def test_format_prints_the_one_way_and_keeps_ids(diary: Path, tmp_path: Path) -> None:
    assert underbar("format", str(diary)).stdout == diary.read_bytes()
    loose = b"2026-01-05\n  checkin   sleep 450min ache 0 id abc\n"
    once = underbar("format", "-", data=loose)
    assert once.stdout == b"2026-01-05 checkin ache 0 sleep 7h30 id abc\n"
    assert underbar("format", "-", data=once.stdout).stdout == once.stdout


def test_an_impossible_parameter_is_an_error_of_the_diary(diary: Path) -> None:
    for line in (b"2026-01-06 param flare-ache 10\n", b"2026-01-06 param flare-acke 3\n"):
        for command in ("check", "plan", "replay"):
            done = underbar(command, "-", data=diary.read_bytes() + line)
            assert (done.returncode, done.stdout) == (1, b"")
            assert b"-:48:18: flare-ac" in done.stderr


def test_the_pure_commands_import_nothing_heavy(diary: Path) -> None:
    code = (
        "import sys; from underbar.cli.main import main; main(sys.argv[1:]);"
        "heavy = {'django', 'typer', 'click', 'rich', 'argparse', 'logging', 'dataclasses', 'inspect',"
        " 'underbar.store', 'underbar.services', 'underbar.settings', 'importlib.metadata', 'tomllib'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "plan", str(diary)], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"


FAILING = """
import sys
from underbar.protocol import engine
from underbar.protocol.rules import sleep
def broken(*_): raise ZeroDivisionError("planted")
engine._advance = broken
from underbar.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("command", ["plan", "replay"])
def test_a_rule_that_fails_is_an_error_and_no_recommendation(diary: Path, command: str) -> None:
    words = [sys.executable, "-c", FAILING, command, str(diary)]
    text = subprocess.run(words, capture_output=True, check=False)
    assert (text.returncode, text.stdout) == (3, b"")
    assert b"planted" in text.stderr
    as_json = subprocess.run([*words, "--json"], capture_output=True, check=False)
    plan = json.loads(as_json.stdout.splitlines()[-1])
    assert as_json.returncode == 3
    assert plan["schema"] == "underbar.plan/1"
    assert "planted" in plan["error"]
    assert not plan.keys() & {"lifts", "verdict", "stability", "release"}
