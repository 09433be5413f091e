"""Processes killed at any moment: what was acknowledged is there, and nothing is there by half."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

import underbar
from underbar.services import importing
from underbar.services.database import close_database, open_database
from underbar.services.exporting import export
from underbar.settings import load

ROUNDS = int(os.environ.get("UNDERBAR_KILLS", "8"))
LINES = 2500
WAIT = 60.0

PRELUDE = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from underbar.services import diary_log, importing
from underbar.services.database import open_database
NOW = datetime(2026, 3, 5, 12, 0, tzinfo=timezone.utc)
def say(text):
    print(text, flush=True)
say("ready")
"""

ADD = (
    PRELUDE
    + """
for number in range(int(sys.argv[2])):
    name = f"{sys.argv[1]}-{number}"
    diary_log.add_lines(f'note "{name}" id {name}', NOW)
    say(name)
"""
)

IMPORT = (
    PRELUDE
    + """
open_database()
say("opened")
done = importing.import_files([Path(sys.argv[1])], instant=NOW)[0]
say(f"{len(done.added)} {done.refused}")
"""
)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    close_database()


def start(code: str, home: Path, *arguments: str) -> subprocess.Popen[str]:
    environ = {
        **os.environ,
        "UNDERBAR_HOME": str(home),
        "PYTHONPATH": str(Path(underbar.__file__).parents[1]),
    }
    environ.pop("UNDERBAR_DATABASE", None)
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environ,
    )


def kill(process: subprocess.Popen[str]) -> tuple[list[str], str]:
    """End the process without warning; what it had said, whole lines alone, and its complaints."""
    process.send_signal(signal.SIGKILL)
    out, err = process.communicate(timeout=WAIT)
    return [line for line in out.splitlines(keepends=True) if line.endswith("\n")], err


def stored(home: Path) -> str:
    close_database()
    open_database(load({"UNDERBAR_HOME": str(home)}))
    return export(full=True)


def first_line(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"


def test_what_add_acknowledged_survives_kill_9(home: Path) -> None:
    chance = random.Random(2026)
    acknowledged: list[str] = []
    for round_ in range(ROUNDS):
        process = start(ADD, home, f"r{round_}", "100000")
        first_line(process)
        time.sleep(chance.uniform(0.0, 0.6))
        said, complaints = kill(process)
        assert complaints == ""
        acknowledged += [line.strip() for line in said]
        text = stored(home)
        names = {line.split(" id ")[1] for line in text.splitlines()}
        assert set(acknowledged) <= names
        # Committed and killed before it could say so: one a round at most.
        assert len(names) <= len(acknowledged) + round_ + 1
    assert acknowledged, "no round lived long enough to add anything"


def test_an_import_is_whole_or_not_there_after_kill_9(home: Path, tmp_path: Path) -> None:
    chance = random.Random(2027)
    took, whole, halted = 0.0, 0, 0
    for round_ in range(ROUNDS):
        file = tmp_path / f"{round_}.diary"
        first = date(1990 + round_, 1, 1)
        file.write_text(
            "".join(f"{first + timedelta(days=n // 7)} walk {n % 7 + 1}min\n" for n in range(LINES))
        )
        process = start(IMPORT, home, str(file))
        first_line(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "opened\n"
        begun = time.monotonic()
        if round_ == 0:
            out, complaints = process.communicate(timeout=WAIT)
            took = time.monotonic() - begun
            assert (out, complaints) == (f"{LINES} None\n", "")
            whole += 1
            continue
        time.sleep(chance.uniform(0.05, 0.95) * took)
        said, complaints = kill(process)
        assert complaints == ""
        lines = len(stored(home).splitlines())
        assert [batch.added for batch in importing.imports()] == [LINES] * (lines // LINES)
        assert lines % LINES == 0, f"half an import: {lines} lines"
        assert lines // LINES in (whole, whole + 1)
        assert lines // LINES == whole + 1 or not said
        halted += lines // LINES == whole
        whole = lines // LINES
    assert halted, "no import was killed before it was done"


def test_a_database_killed_while_it_is_made_opens_the_next_time(home: Path) -> None:
    chance = random.Random(2028)
    for round_ in range(ROUNDS):
        folder = home / str(round_)
        process = start(ADD, folder, "a", "1")
        first_line(process)
        time.sleep(chance.uniform(0.0, 0.25))
        said, complaints = kill(process)
        assert complaints == ""
        assert [line.split(" id ")[1] for line in stored(folder).splitlines()] in (["a-0"], [])
        assert not said or "a-0" in stored(folder)


def test_two_processes_that_add_at_once_lose_nothing_and_never_fail(home: Path) -> None:
    processes = [start(ADD, home, name, "40") for name in ("a", "b", "c")]
    for process in processes:
        out, complaints = process.communicate(timeout=WAIT)
        assert (process.returncode, complaints) == (0, "")
        assert len(out.splitlines()) == 41
    names = {line.split(" id ")[1] for line in stored(home).splitlines()}
    assert names == {f"{name}-{number}" for name in "abc" for number in range(40)}
