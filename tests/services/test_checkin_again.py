"""A morning answered twice: the second answers correct the first."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from underbar.diary.records import Checkin
from underbar.services import diary_log, planning
from underbar.settings import Settings

DAY = date(2026, 3, 5)
ZONE = timezone(timedelta(hours=1))


def at(hour: int) -> datetime:
    return datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=ZONE)


def test_a_slip_corrected_in_time_is_gone(database: Settings) -> None:
    first = diary_log.checkin(Checkin(ache=9), DAY, at(7)).entries[0]
    assert planning.plan_of(DAY, at(7)).verdict == "flare"
    second = diary_log.checkin(Checkin(ache=0), DAY, at(8)).entries[0]
    assert second.supersedes == first.id
    assert planning.plan_of(DAY, at(8)).verdict == "hold"
    third = diary_log.checkin(Checkin(ache=1), DAY, at(9)).entries[0]
    assert third.supersedes == second.id


def test_bad_news_is_not_taken_back_in_the_evening(database: Settings) -> None:
    diary_log.checkin(Checkin(ache=9), DAY, at(7))
    diary_log.checkin(Checkin(ache=0), DAY, at(20))
    assert planning.plan_of(DAY, at(20)).verdict == "flare"
