"""Whole diaries and what they led to, day by day. A change of the method shows here as a story."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from transcripts import diaries, transcript


@pytest.mark.parametrize("path", diaries(), ids=lambda path: path.stem)
def test_the_transcript_is_as_it_was_approved(path: Path) -> None:
    golden = path.with_suffix(".golden")
    approved = golden.read_text(encoding="utf-8").splitlines() if golden.exists() else []
    changed = list(
        difflib.unified_diff(approved, transcript(path).splitlines(), golden.name, "today", lineterm="", n=1)
    )
    assert not changed, "\n".join(
        [*changed[:60], "", "Read it. If this is what METHOD wants: make golden ARGS=--approve"]
    )


def test_every_transcript_has_its_diary() -> None:
    here = Path(__file__).parent
    assert {path.stem for path in here.glob("*.golden")} == {path.stem for path in diaries()}
