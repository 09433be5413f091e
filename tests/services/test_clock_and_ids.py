"""What day it is for the lifter; ids that sort by their time."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from underbar.diary.records import Entry, Zone
from underbar.services.clock import moment, now
from underbar.services.ids import new_id

UTC = timezone.utc  # noqa: UP017 - reads as the zone it is


def zone(day: str, name: str) -> Entry:
    return Entry(date.fromisoformat(day), Zone(name))


@pytest.mark.parametrize(
    ("instant", "day", "minutes"),
    [
        ("2026-03-05T04:00:00+01:00", "2026-03-05", 240),
        ("2026-03-05T03:59:59+01:00", "2026-03-04", 24 * 60 + 239),
        ("2026-03-05T23:59:59+01:00", "2026-03-05", 1439),
        ("2026-03-01T00:00:00+01:00", "2026-02-28", 1440),
    ],
)
def test_the_day_begins_at_four(instant: str, day: str, minutes: int) -> None:
    found = moment(datetime.fromisoformat(instant), [], 4.0)
    assert (found.day, found.minutes, found.stamp) == (date.fromisoformat(day), minutes, instant)


def test_the_day_begins_when_the_lifter_says() -> None:
    assert moment(datetime(2026, 3, 5, 4, 59, tzinfo=UTC), [], 5.0).day == date(2026, 3, 4)
    assert moment(datetime(2026, 3, 5, 5, 0, tzinfo=UTC), [], 5.0).day == date(2026, 3, 5)
    assert moment(datetime(2026, 3, 5, 0, 0, tzinfo=UTC), [], 0.0).day == date(2026, 3, 5)


def test_the_zone_of_that_day_holds() -> None:
    moved = [zone("2026-01-01", "Europe/Berlin"), zone("2026-03-05", "America/New_York")]
    evening = datetime(2026, 3, 4, 23, 0, tzinfo=UTC)
    assert moment(evening, moved, 4.0) == (date(2026, 3, 4), 24 * 60, "2026-03-05T00:00:00+01:00")
    later = moment(evening + timedelta(hours=12), moved, 4.0)
    assert later == (date(2026, 3, 5), 6 * 60, "2026-03-05T06:00:00-05:00")


def test_before_the_first_zone_and_for_an_unknown_one_the_machines_own_holds() -> None:
    instant = datetime(2026, 3, 5, 2, 0, tzinfo=UTC)
    assert moment(instant, [zone("2026-04-01", "Asia/Tokyo")], 4.0).stamp == "2026-03-05T02:00:00+00:00"
    assert moment(instant, [zone("2026-01-01", "Nowhere/Atall")], 4.0).day == date(2026, 3, 4)


def test_summer_time_moves_the_clock_and_not_the_day() -> None:
    berlin = [zone("2026-01-01", "Europe/Berlin")]
    # On 29 March 2026 the clocks go from 02:00 to 03:00; 04:00 summer time is 02:00 UTC.
    assert moment(datetime(2026, 3, 29, 1, 59, tzinfo=UTC), berlin, 4.0).day == date(2026, 3, 28)
    assert moment(datetime(2026, 3, 29, 2, 0, tzinfo=UTC), berlin, 4.0).day == date(2026, 3, 29)


def test_now_has_an_offset() -> None:
    assert now().utcoffset() is not None


def test_an_id_is_a_uuid_of_version_7_that_sorts_by_time() -> None:
    start = datetime(2026, 3, 5, 7, 0, tzinfo=UTC)
    ids = [new_id(start + timedelta(milliseconds=number)) for number in range(200)]
    assert ids == sorted(ids)
    for number, text in enumerate(ids):
        found = UUID(text)
        assert (found.version, found.variant) == (7, "specified in RFC 4122")
        assert found.int >> 80 == int(start.timestamp() * 1000) + number
    assert len({new_id(start) for _ in range(1000)}) == 1000
