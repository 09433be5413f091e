"""The calendar has every treatment and bar day once, all day, done and planned told apart."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from diary_strategies import entries
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from written import CORRECTED, DIARIES, read

from underbar.diary.records import Entry
from underbar.exporters.calendar import BarDay, calendar

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
TEXT = """
2026-03-01 lifter born 1983 units lb id me
2026-03-02 deadlift 45lb 1x5 warmup
2026-03-02 deadlift 135lb 3x5 brace
2026-03-02 squat 95lb 3x5
2026-03-03 "bench press" 185lb 3x5
2026-03-04 injection prolotherapy side right number 2 ; sore, but fine
2026-04-15 planned-injection prolotherapy number 3
2026-03-05 visit "physiotherapist"
"""


def events(text: str, *ahead: BarDay) -> list[Any]:
    data, count = calendar(read(text), ahead, NOW)
    found = list(Calendar.from_ical(data).walk("VEVENT"))
    assert len(found) == count
    return found


def told(text: str, *ahead: BarDay) -> list[tuple[str, str, str]]:
    return [
        (event["DTSTART"].dt.isoformat(), str(event["SUMMARY"]), str(event["STATUS"]))
        for event in events(text, *ahead)
    ]


def test_what_was_done_is_confirmed_and_what_is_planned_tentative() -> None:
    assert told(TEXT, BarDay(date(2026, 3, 9), ("deadlift",)), BarDay(date(2026, 3, 12))) == [
        ("2026-03-02", "Bar day: deadlift and squat", "CONFIRMED"),
        ("2026-03-04", "Injection: prolotherapy on the right, number 2", "CONFIRMED"),
        ("2026-03-05", "Physiotherapist", "CONFIRMED"),
        ("2026-03-09", "Bar day (planned): deadlift", "TENTATIVE"),
        ("2026-03-12", "Bar day (planned)", "TENTATIVE"),
        ("2026-04-15", "Injection (planned): prolotherapy, number 3", "TENTATIVE"),
    ]


def test_an_event_takes_a_whole_day_and_nobodys_time() -> None:
    event = events(TEXT)[0]
    assert type(event["DTSTART"].dt) is date
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
    assert (event["TRANSP"], event["CLASS"], event["DTSTAMP"].dt) == ("TRANSPARENT", "PRIVATE", NOW)
    assert str(event["DESCRIPTION"]).splitlines() == [
        "deadlift 45lb 1x5 warmup",
        "deadlift 135lb 3x5 brace",
        "squat 95lb 3x5",
    ]


def test_a_day_keeps_its_uid_when_the_diary_grows_and_when_it_is_done() -> None:
    before = {str(event["UID"]) for event in events(TEXT, BarDay(date(2026, 3, 9)))}
    done = TEXT + "2026-03-09 deadlift 145lb 3x5\n2026-02-01 walk 20min\n"
    after = [(str(one["UID"]), str(one["SUMMARY"])) for one in events(done, BarDay(date(2026, 3, 9)))]
    assert len(after) == len(before)
    assert {uid for uid, _ in after} == before
    assert "Bar day: deadlift" in [title for _, title in after]


def test_two_lifters_share_no_uid() -> None:
    other = TEXT.replace("id me", "id you")
    (mine,) = {str(one["UID"]) for one in events(TEXT)[:1]}
    assert mine not in {str(one["UID"]) for one in events(other)}


def test_what_was_removed_is_not_in_it() -> None:
    assert told(f'{CORRECTED}2026-03-01 visit "x" id v\n2026-03-01 void v id w\n') == []


@pytest.mark.parametrize("path", DIARIES, ids=lambda path: path.stem)
def test_lines_are_short_and_the_same_diary_gives_the_same_bytes(path: Path) -> None:
    written = read(path.read_text(encoding="utf-8"))
    data, count = calendar(written, (), NOW)
    assert count > 0
    assert calendar(written, (), NOW)[0] == data
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")


@settings(max_examples=60, deadline=None)
@given(st.lists(entries, max_size=4))
def test_whatever_is_written_is_read_back(written: list[Entry]) -> None:
    data, count = calendar(written, (), NOW)
    assert len(list(Calendar.from_ical(data).walk("VEVENT"))) == count
    assert not set(range(32)) - {10, 13} & set(data)
