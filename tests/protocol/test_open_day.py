"""A day that is opened and closed leaves what `advance` leaves, and has its bar work."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from underbar.diary.diary import Diary
from underbar.diary.notation import parse
from underbar.diary.records import Lift, Release, Stability, Walk
from underbar.protocol import engine
from underbar.protocol.document import load
from underbar.protocol.rules import morningside, sessions

STORIES = sorted((Path(__file__).parents[1] / "diaries").glob("*.diary"))
LATER = (Lift, Release, Stability, Walk)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_it_is_the_same_fold(story: Path) -> None:
    diary = Diary.of(parse(story.read_text(encoding="utf-8")).entries)
    state, day = engine.start(), diary.first_day
    assert day is not None
    assert diary.last_day is not None
    while day <= diary.last_day:
        entries = diary.day_entries(day)
        morning = tuple(entry for entry in entries if not isinstance(entry.record, LATER))
        whole, plan = engine.advance(load(), state, day, entries)
        opened = engine.open_day(load(), state, day, morning)
        later = tuple(entry for entry in entries if isinstance(entry.record, LATER))
        closed = engine.close_day(load(), opened, later)
        if plan.verdict != "flare" or not any(isinstance(entry.record, Lift) for entry in entries):
            assert opened.lifts == plan.lifts, day
        assert closed == whole, day
        state = whole
        day += timedelta(1)


def test_a_rule_that_raises_is_a_refusal_in_both_halves(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    day = parse("2026-03-02 checkin ache 0\n2026-03-02 deadlift 135lb 3x5\n").entries
    opened = engine.open_day(load(), engine.start(), day[0].day, day[:1])
    with monkeypatch.context() as patch:
        patch.setattr(sessions, "note_sessions", fails)
        with pytest.raises(engine.RuleFailed, match="2026-03-02"):
            engine.close_day(load(), opened, day[1:])
    monkeypatch.setattr(morningside, "windows_on", fails)
    with pytest.raises(engine.RuleFailed, match="2026-03-02"):
        engine.open_day(load(), engine.start(), day[0].day, day[:1])
