"""At a terminal of sixty columns: questions, colours, and the sign of life that waits a second."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("terminals as POSIX has them", allow_module_level=True)

from terminals import at_terminal as run_at_terminal

COLUMNS = 60
LINE_BREAK = re.compile(r"\r*\n")


def at_terminal(home: Path, *words: str, typed: tuple[str, ...] = ()) -> str:
    """What the terminal shows of a command that is answered with `typed`, a line whenever it waits."""
    environ = {**os.environ, "UNDERBAR_HOME": str(home), "PYTHONIOENCODING": "utf-8"}
    waiting = list(typed)

    def answer(shown: bytes) -> bytes | None:
        asks = waiting and re.search(rb"[:\]] ?: $|: $", shown)
        return waiting.pop(0).encode() + b"\n" if asks else None

    shown, _ = run_at_terminal([sys.executable, "-m", "underbar", *words], environ, COLUMNS, answer)
    return LINE_BREAK.sub("\n", shown)


def test_a_check_in_asks_again_for_what_it_cannot_take(tmp_path: Path) -> None:
    answers = ("", "eleven", "2", "rigt", "right", "", "long", "7h10", "", "n")
    text = at_terminal(tmp_path, "checkin", typed=answers)
    assert "expected a whole number from 0 to 10" in text
    assert "expected one of left, right, both, unsure" in text
    assert "expected a duration" in text
    assert re.search(r"checkin ache 2 side right stiff none sleep 7h10\n", text)


def test_what_is_given_is_not_asked(tmp_path: Path) -> None:
    words = ("--ache", "0", "--stiff", "none", "--sleep", "7h")
    text = at_terminal(tmp_path, "checkin", *words, typed=("y",))
    assert "Ache on" not in text
    assert re.search(r"checkin ache 0 stiff none sleep 7h painkiller\n", text)


def test_everything_fits_and_verdicts_have_a_colour(tmp_path: Path) -> None:
    text = at_terminal(tmp_path, "start", "--sample")
    assert "\x1b[3" in text
    assert "Planning" not in text
    for words in (("today",), ("tomorrow",), ("why", "ceiling"), ("param", "list"), ("history",)):
        shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", at_terminal(tmp_path, *words))
        long = [line for line in shown.splitlines() if len(line.rstrip()) > COLUMNS and "/" not in line]
        assert long == [], words
