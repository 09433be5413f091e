"""When something was made, by whose clock; and how what was sent is answered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory
from people import Person

from underbar.services.database import acting_for
from underbar.web import sending

NOW = datetime(2026, 3, 5, 18, tzinfo=UTC)
ID = "019b8cab-5f80-7bb8-99cb-3640ff1808e6"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "now", lambda: NOW)


def read(owner: Person, **fields: str) -> sending.Sent:
    with acting_for(owner.diary):
        return sending.read(RequestFactory().post("/", fields))


def test_what_was_made_offline_keeps_its_time(owner: Person) -> None:
    sent = read(owner, id=ID.upper(), at="2026-03-05T06:41:00+00:00", now=NOW.isoformat())
    assert (sent.id, sent.instant) == (ID, NOW.replace(hour=6, minute=41))
    assert sent.off == timedelta()


@pytest.mark.parametrize("days", [-2, 2])
def test_a_clock_two_days_off_moves_nothing(owner: Person, days: int) -> None:
    off = timedelta(days=days)
    sent = read(owner, at=(NOW + off - timedelta(hours=11)).isoformat(), now=(NOW + off).isoformat())
    assert sent.instant == NOW - timedelta(hours=11)
    assert sent.off == off


def test_nothing_is_made_in_the_future_or_long_ago(owner: Person) -> None:
    assert read(owner, at=(NOW + timedelta(days=1)).isoformat(), now=NOW.isoformat()).instant == NOW
    old = read(owner, at="1990-01-01T00:00:00+00:00", now=NOW.isoformat())
    assert old.instant == NOW - sending.OLDEST


@pytest.mark.parametrize("at", ["", "yesterday", "2026-03-05T06:41:00", "9" * 400])
def test_a_time_that_makes_no_sense_is_now(owner: Person, at: str) -> None:
    assert read(owner, at=at, now=at, id="1; drop table").instant == NOW
    assert read(owner, id="1; drop table").id is None


def test_a_page_of_another_day_is_stale(owner: Person) -> None:
    assert sending.stale(read(owner, day="2026-03-05")) is None
    assert sending.stale(read(owner)) is None
    assert "Wednesday 4 March 2026" in (sending.stale(read(owner, day="2026-03-04")) or "")
