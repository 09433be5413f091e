"""One night, one number for each source: overlaps, stages, naps, travel and the changes of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underbar.diary.records import Bodyweight, Hrv, Pulse, Sleep
from underbar.importers import Zones, nights, readings
from underbar.importers.found import Reading, Slept
from underbar.importers.imported import FURTHER, IMPOSSIBLE, NAPS, TOO_LONG, TOO_SHORT, Tally

BERLIN = ZoneInfo("Europe/Berlin")
H = 3600


def at(text: str, zone: tzinfo = BERLIN) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=zone)


def slept(start: str, end: str, hours: float | None = None, **more: object) -> Slept:
    """A stretch from a source `ring`; without `hours` it is all sleep."""
    begin, finish = at(start), at(end)
    seconds = round((finish.timestamp() - begin.timestamp()) if hours is None else hours * H)
    return Slept("ring", begin, finish, seconds, **more)  # type: ignore[arg-type]


def found(*stretches: Slept, tally: Tally | None = None) -> dict[tuple[str, str], float]:
    """Hours by day and source."""
    entries = nights.entries_of(stretches, tally or Tally())
    hours = {}
    for entry in entries:
        assert isinstance(entry.record, Sleep)
        key = f"{entry.day:%m-%d}", entry.source or ""
        assert key not in hours
        hours[key] = round(entry.record.seconds / H, 2)
    return hours


def test_a_night_belongs_to_the_day_that_it_ends_on() -> None:
    assert found(slept("03-01 23:00", "03-02 06:00")) == {("03-02", "ring"): 7}
    assert found(slept("03-02 00:30", "03-02 06:30")) == {("03-02", "ring"): 6}


def test_what_is_told_twice_counts_once() -> None:
    whole = slept("03-01 23:00", "03-02 06:00")
    assert found(whole, whole) == {("03-02", "ring"): 7}
    assert found(whole, slept("03-02 05:00", "03-02 07:00")) == {("03-02", "ring"): 8}
    assert found(whole, slept("03-02 01:00", "03-02 02:00")) == {("03-02", "ring"): 7}


def test_stages_go_before_a_stretch_without_them_unless_they_cover_little_of_it() -> None:
    whole = slept("03-01 23:00", "03-02 06:00")
    stages = [
        slept("03-01 23:00", "03-02 02:00", staged=True),
        slept("03-02 02:30", "03-02 05:30", staged=True),
    ]
    assert found(whole, *stages) == {("03-02", "ring"): 6}
    assert found(whole, stages[0]) == {("03-02", "ring"): 7}


def test_two_sources_are_two_nights_and_never_one_sum() -> None:
    one = slept("03-01 23:00", "03-02 06:00")
    other = one._replace(source="watch", asleep=5 * H)
    assert found(one, other) == {("03-02", "ring"): 7, ("03-02", "watch"): 5}


def test_a_short_time_awake_is_within_the_night_and_a_long_one_ends_it() -> None:
    first = slept("03-01 22:00", "03-02 02:00")
    assert found(first, slept("03-02 03:30", "03-02 06:00")) == {("03-02", "ring"): 6.5}
    tally = Tally()
    assert found(first, slept("03-02 05:00", "03-02 08:30"), tally=tally) == {("03-02", "ring"): 4}
    assert tally.left_out[NAPS] == 1


def test_a_nap_is_counted_and_added_to_nothing() -> None:
    tally = Tally()
    night, nap = slept("03-01 23:00", "03-02 06:00"), slept("03-02 14:00", "03-02 15:30")
    assert found(night, nap, tally=tally) == {("03-02", "ring"): 7}
    assert tally.left_out[NAPS] == 1
    assert found(nap) == {}
    assert found(slept("03-02 03:00", "03-02 05:30")) == {("03-02", "ring"): 2.5}
    assert found(night, slept("03-02 05:30", "03-02 06:30", nap=True)) == {("03-02", "ring"): 7.5}
    assert found(slept("03-02 20:00", "03-02 23:30", nap=True), night) == {("03-02", "ring"): 7}


def test_the_nights_of_a_clock_change_are_as_long_as_they_were() -> None:
    assert found(slept("03-28 23:00", "03-29 07:00")) == {("03-29", "ring"): 7}
    assert found(slept("10-24 23:00", "10-25 07:00")) == {("10-25", "ring"): 9}


def test_a_night_in_an_aeroplane_belongs_to_the_day_of_waking_where_it_ended() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    start, end = at("03-01 20:00"), at("03-02 10:00", tokyo)
    flight = Slept("ring", start, end, 6 * H)
    assert end.timestamp() - start.timestamp() == 6 * H
    assert found(flight) == {("03-02", "ring"): 6}


def test_zones_follow_the_diary_and_begin_at_midnight_of_their_own() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    zones = Zones([(date(2026, 3, 2), BERLIN), (date(2026, 3, 10), tokyo)], before=BERLIN)
    assert zones.local(datetime(2026, 3, 9, 14, 59, tzinfo=UTC)).tzinfo is BERLIN
    assert zones.local(datetime(2026, 3, 9, 15, 0, tzinfo=UTC)) == datetime(2026, 3, 10, tzinfo=tokyo)
    assert zones.local(datetime(2026, 3, 9, 15, 0, tzinfo=UTC)).tzinfo is tokyo
    assert zones.placed(datetime(2026, 3, 10)).tzinfo is tokyo  # noqa: DTZ001
    assert zones.placed(datetime(2026, 3, 9, 23)).tzinfo is BERLIN  # noqa: DTZ001
    assert zones.local(datetime(2020, 1, 1, tzinfo=UTC)).tzinfo is BERLIN


@pytest.mark.parametrize(("hours", "lasted", "why"), [(20.5, 24, TOO_LONG), (0.4, 7, TOO_SHORT)])
def test_what_is_no_night_is_counted(hours: float, lasted: float, why: str) -> None:
    tally = Tally()
    start = at("03-01 22:00")
    end = start + timedelta(hours=lasted)
    assert found(Slept("ring", start, end, round(hours * H), day=end.date()), tally=tally) == {}
    assert tally.left_out[why] == 1


def test_a_total_of_a_day_gives_way_to_stretches() -> None:
    total = Slept("ring", None, None, 8 * H, day=date(2026, 3, 2))
    assert found(total) == {("03-02", "ring"): 8}
    assert found(total, slept("03-01 23:00", "03-02 06:00")) == {("03-02", "ring"): 7}


def test_a_night_that_a_later_export_knows_better_has_the_same_first_part_of_its_id() -> None:
    (one,) = nights.entries_of([slept("03-01 23:00", "03-02 06:00")], Tally())
    (other,) = nights.entries_of([slept("03-01 23:00", "03-02 06:30")], Tally())
    assert (one.id, other.id) == ("ring-sleep-20260302-25200", "ring-sleep-20260302-27000")


_STRETCH = st.builds(
    lambda source, start, length, share, staged: Slept(
        source,
        datetime(2026, 3, 1, 18, tzinfo=UTC) + timedelta(minutes=start),
        datetime(2026, 3, 1, 18, tzinfo=UTC) + timedelta(minutes=start + length),
        max(1, round(length * 60 * share)),
        staged=staged and share == 1,
    ),
    st.sampled_from(("ring", "watch", "phone")),
    st.integers(0, 16 * 60),
    st.integers(1, 300),
    st.sampled_from((1, 1, 1, 0.9, 0.3)),
    st.booleans(),
)


@given(st.lists(_STRETCH, max_size=12))
def test_no_night_holds_more_sleep_than_time_whatever_is_told_and_in_whatever_order(
    stretches: list[Slept],
) -> None:
    entries = nights.entries_of(stretches, Tally())
    for entry in entries:
        mine = [one for one in stretches if one.source == entry.source]
        minutes = {
            minute
            for one in mine
            if one.start and one.end
            for minute in range(int(one.start.timestamp()) // 60, int(one.end.timestamp()) // 60)
        }
        assert isinstance(entry.record, Sleep)
        assert 0 < entry.record.seconds <= len(minutes) * 60
    shuffled = sorted(stretches, key=lambda one: (one.asleep, one.source))
    assert [entry.id for entry in nights.entries_of(shuffled, Tally())] == [entry.id for entry in entries]


def test_of_a_days_readings_one_is_kept() -> None:
    day, tally = date(2026, 3, 2), Tally()
    given_ = [
        Reading("ring", day, "pulse", 50),
        Reading("ring", day, "pulse", 60),
        Reading("ring", day, "pulse", 52),
        Reading("ring", day, "hrv", 40.04),
        Reading("scale", day, "weight", 90.26, "kg", at("03-02 19:00")),
        Reading("scale", day, "weight", 89.5, "kg", at("03-02 07:00")),
        Reading("scale", day, "weight", 9, "kg", at("03-02 06:00")),
        Reading("ring", day, "pulse", 5),
    ]
    entries = readings.entries_of(given_, tally)
    assert [(type(entry.record), entry.id) for entry in entries] == [
        (Hrv, "ring-hrv-20260302-40"),
        (Pulse, "ring-pulse-20260302-52"),
        (Bodyweight, "scale-weight-20260302-89.5kg"),
    ]
    assert (tally.left_out[FURTHER], tally.left_out[IMPOSSIBLE]) == (3, 2)


def test_an_offset_is_a_zone_too() -> None:
    east = timezone(timedelta(hours=9))
    assert found(Slept("ring", at("03-01 22:00", east), at("03-02 05:00", east), 7 * H)) == {
        ("03-02", "ring"): 7
    }
