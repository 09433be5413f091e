"""The order of the sources: what it is, how it is changed, and that plan, check-in and history agree."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest

from underbar.services.diary_log import add_lines, remove
from underbar.services.errors import ServiceError
from underbar.services.exporting import export
from underbar.services.mornings import before_answering
from underbar.services.recovery import recovery
from underbar.services.sources import Source, moved, night_sources, set_order
from underbar.settings import Settings

DAY: Final = date(2026, 3, 5)
NOON: Final = datetime(2026, 3, 5, 12, tzinfo=UTC)
NIGHTS: Final = """2026-03-01 zone UTC
2026-03-01 sleep 7h from oura
2026-03-04 sleep 8h from oura
2026-03-04 sleep 1h from oura
2026-03-04 sleep 6h from whoop
2026-03-05 sleep 5h from oura
2026-03-05 sleep 7h from whoop
"""


@pytest.fixture
def nights(database: Settings) -> None:
    add_lines(NIGHTS, NOON)


def said(day: date = DAY) -> tuple[float | None, tuple[str, int] | None]:
    """The hours of the night in the history, and the night that the check-in offers."""
    slept = {each.day: each.sleep for each in recovery(instant=NOON).days}
    return slept[day], before_answering(day).device


def test_a_night_counts_once_a_day_however_many_naps(nights: None) -> None:
    assert night_sources(NOON) == ((), (Source("oura", 3, DAY), Source("whoop", 2, DAY)))


def test_without_an_order_the_shortest_is_the_night_everywhere(nights: None) -> None:
    assert said() == (5, ("oura", 5 * 3600))
    assert said(date(2026, 3, 4)) == (6, ("whoop", 6 * 3600))


def test_the_first_of_the_order_is_the_night_from_its_day_on(nights: None) -> None:
    set_order(["whoop", "oura"], NOON)
    assert said() == (7, ("whoop", 7 * 3600))
    assert said(date(2026, 3, 4)) == (6, ("whoop", 6 * 3600))
    add_lines("2026-03-04 sources oura", NOON)
    assert said(date(2026, 3, 4)) == (8, ("oura", 8 * 3600))
    assert said() == (7, ("whoop", 7 * 3600))


def test_what_was_typed_wins_and_the_device_is_still_offered(nights: None) -> None:
    set_order(["whoop"], NOON)
    add_lines("2026-03-05 checkin ache 0 sleep 5h30", NOON)
    assert said() == (5.5, ("whoop", 7 * 3600))


def test_a_night_by_hand_has_the_diarys_name(nights: None) -> None:
    set_order(["whoop"], NOON)
    add_lines("2026-03-05 sleep 4h", NOON)
    assert said() == (4, ("your diary", 4 * 3600))
    assert night_sources(NOON).sources[-1] == Source(None, 1, DAY)


def test_an_order_is_one_entry_a_day_and_the_same_again_is_none(nights: None) -> None:
    (first,) = set_order(["oura"], NOON).entries
    (second,) = set_order(["whoop", "oura"], NOON + timedelta(minutes=1)).entries
    assert second.supersedes == first.id
    assert set_order(["whoop", "oura"], NOON + timedelta(minutes=2)).entries == ()
    assert [line for line in export().splitlines() if " sources " in line] == [
        "2026-03-05 12:01 sources whoop,oura"
    ]


def test_the_last_word_of_a_night_counts_though_its_hour_has_no_time_of_the_day(nights: None) -> None:
    set_order(["oura"], NOON.replace(hour=23))
    set_order(["whoop"], NOON.replace(hour=23) + timedelta(hours=3))
    assert night_sources(NOON).order == ("whoop",)


def test_an_order_is_taken_back_like_any_entry(nights: None) -> None:
    add_lines("2026-03-01 sources oura", NOON)
    (entry,) = set_order([], NOON).entries
    assert night_sources(NOON).order == ()
    remove(entry.id or "", NOON)
    assert night_sources(NOON).order == ("oura",)


def test_one_that_told_nothing_is_taken_with_a_warning_and_listed(nights: None) -> None:
    assert set_order(["ring", "oura"], NOON).warnings == ("The diary has no night of ring yet.",)
    assert night_sources(NOON).sources[:2] == (Source("ring", 0, None), Source("oura", 3, DAY))


@pytest.mark.parametrize("order", [["a,b"], ["oura", "oura"], ["none"], [""], ["x" * 2000]])
def test_what_no_order_can_hold_is_refused_and_nothing_is_stored(nights: None, order: list[str]) -> None:
    before = export(full=True)
    with pytest.raises(ServiceError, match="names each source once"):
        set_order(order, NOON)
    assert export(full=True) == before


def test_the_plan_reads_the_same_night(nights: None) -> None:
    set_order(["whoop"], NOON)
    counted = before_answering(DAY).counted
    assert counted is not None
    assert (counted.sleep, counted.device_sleep) == (7, 7)


@pytest.mark.parametrize(
    ("name", "how", "order"),
    [
        ("b", "up", "bac"),
        ("a", "up", "abc"),
        ("b", "down", "acb"),
        ("c", "down", "abc"),
        ("b", "out", "ac"),
        ("d", "in", "abcd"),
        ("a", "in", "abc"),
        ("d", "up", "abc"),
        ("d", "out", "abc"),
        ("a", "sideways", "abc"),
    ],
)
def test_a_source_moves(name: str, how: str, order: str) -> None:
    assert moved("abc", name, how) == tuple(order)
