"""Whatever file or option is given, an answer in words: never a traceback, never a wrong status."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = ("check", "plan", "replay", "format")
BAD_FILES = {
    "empty": b"",
    "binary": bytes(range(256)) * 40,
    "latin-1": '2026-01-05 note "überrascht"\n'.encode("latin-1"),
    "utf-16": "2026-01-05 walk 20min\n".encode("utf-16"),
    "nul": b"2026-01-05 walk 20min\0\n",
    "another app's csv": b"Date,Workout Name,Exercise Name,Set Order\n2026-01-05,A,B,1\n",
    "far dates": b"1850-01-01 walk 20min\n9999-01-01 walk 20min\n",
    "long line": b"2026-01-05 note " + b"x" * 1_000_000,
    "unclosed quote": b'2026-01-05 note "never ends\n',
}


def run(*words: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "underbar", *words], capture_output=True, check=False, timeout=60, **options
    )


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_is_no_diary_is_status_1_with_a_place(tmp_path: Path, command: str, name: str) -> None:
    path = tmp_path / "bad.diary"
    path.write_bytes(BAD_FILES[name])
    done = run(command, str(path))
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(f"{path}:1:".encode())
    assert b"Traceback" not in done.stderr
    assert len(done.stderr) < 10_000


def test_a_line_of_a_hundred_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "huge.diary"
    with path.open("wb") as file:
        file.write(b"2026-01-05 note ")
        file.truncate(100 * 1024 * 1024)
    for command in COMMANDS:
        done = run(command, str(path))
        assert (done.returncode, done.stdout) == (1, b"")
        assert b"larger than 64 MB" in done.stderr


def test_a_diary_of_comments_is_well_formed_and_has_no_plan_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "comments.diary"
    path.write_bytes(b"; nothing yet\n")
    assert run("check", str(path)).stdout == b"ok: 0 entries\n"
    for command in ("replay", "format"):
        done = run(command, str(path))
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    done = run("plan", str(path))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--day" in done.stderr
    assert run("plan", str(path), "--day", "2026-01-05").returncode == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_what_cannot_be_read_is_status_2(tmp_path: Path, command: str) -> None:
    locked = tmp_path / "locked.diary"
    locked.write_bytes(b"2026-01-05 walk 20min\n")
    locked.chmod(0)
    bad = [str(tmp_path / "missing.diary"), str(tmp_path)]
    if not os.access(locked, os.R_OK):
        bad.append(str(locked))
    for name in bad:
        done = run(command, name)
        assert (done.returncode, done.stdout) == (2, b"")
        assert name.encode() in done.stderr
        assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("words", [[], ["a", "b"], ["a", "--what"], ["--day"], ["a", "--json=yes"]])
def test_wrong_usage_is_status_2_and_says_where_help_is(command: str, words: list[str]) -> None:
    done = run(command, *words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"underbar {command} --help".encode() in done.stderr


@pytest.mark.parametrize(
    "day", ["yesterday", "2026-02-30", "20260105", "1850-01-01", "9999-01-01", "2026-W01", ""]
)
def test_a_day_that_is_none_is_wrong_usage(tmp_path: Path, day: str) -> None:
    path = tmp_path / "one.diary"
    path.write_bytes(b"2026-01-05 walk 20min\n")
    done = run("plan", str(path), "--day", day)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--day" in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_the_use_and_an_example(command: str) -> None:
    for flag in ("--help", "-h"):
        done = run(command, flag)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.startswith(f"Usage: underbar {command} FILE".encode())
        assert done.stdout.count(f"  underbar {command} ".encode()) >= 1


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals as POSIX has them")
def test_a_reader_that_leaves_early_is_no_error_to_talk_about(tmp_path: Path) -> None:
    path = tmp_path / "long.diary"
    path.write_text("2020-01-06 walk 20min\n2021-06-01 walk 20min\n")
    line = [sys.executable, "-m", "underbar", "replay", "--json", str(path)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals as POSIX has them")
def test_an_interrupt_ends_it_without_a_traceback() -> None:
    line = [sys.executable, "-m", "underbar", "check", "-"]
    ready = "import sys; sys.stdout.write('.'); sys.stdout.flush();"
    line = [
        sys.executable,
        "-c",
        ready + "from underbar.cli.main import main; sys.exit(main(['check', '-']))",
    ]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(line, **pipes) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        # The imports end before it waits for its input; a second signal would meet the interpreter's end.
        while b"S" not in Path(f"/proc/{process.pid}/stat").read_bytes().split(b") ")[1][:1]:
            pass
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read() == b""


def test_a_full_disk_and_a_closed_output_are_said_in_words(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    path = tmp_path / "one.diary"
    path.write_bytes(b"2026-01-05 walk 20min\n")
    for command in COMMANDS:
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "underbar", command, str(path)],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
        assert b"No space left" in done.stderr


def test_a_terminal_that_knows_no_unicode_still_gets_its_plan(tmp_path: Path) -> None:
    path = tmp_path / "one.diary"
    path.write_bytes(b"2026-01-05 checkin ache 0\n")
    for command in ("plan", "replay"):
        done = run(command, str(path), env={**os.environ, "PYTHONIOENCODING": "ascii"})
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout
