"""Starting an experiment, what refuses it, its end, and that nothing is said of the result before."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from underbar.diary.records import Experiment
from underbar.services import experiment as service
from underbar.services.diary_log import add_lines
from underbar.services.errors import ServiceError
from underbar.services.experiment import experiments, offer, offers, register, stop
from underbar.services.insights import whole_diary
from underbar.services.planning import plan_today
from underbar.settings import Settings

FIRST = date(2026, 1, 5)
SETUP = "screen none scope full\nrelease left 90s right 90s\ncheckin ache 1"
ID = "0195c2d4-1f2e-7a3b-8c4d-5e6f7a8b9c0d"


def at(day: int, hour: int = 8) -> datetime:
    then = FIRST + timedelta(day)
    return datetime(then.year, then.month, then.day, hour, tzinfo=timezone(timedelta(hours=1)))


def add(day: int, lines: str) -> None:
    add_lines("\n".join(f"{FIRST + timedelta(day)} {line}" for line in lines.splitlines()), at(day))


@pytest.fixture
def begun(database: Settings) -> None:
    add(0, SETUP)


def test_bedtime_and_sitting_are_offered_before_release(begun: None) -> None:
    offered = [(one.what, one.block, one.pairs, one.days) for one in offers(at(0))]
    assert offered == [
        ("bedtime", 1, 28, 56), ("bedtime", 7, 8, 112), ("sitting", 1, 28, 56), ("sitting", 7, 8, 112),
        ("release", 7, 8, 112), ("release", 14, 8, 224),
    ]  # fmt: skip


def test_the_power_is_that_of_ones_own_ache_from_sixty_mornings_on(begun: None) -> None:
    add(1, "checkin ache 2")
    assert not offer("bedtime", instant=at(1)).ache.own
    for day in range(2, 60):
        add(day, f"checkin ache {day % 3}")
    found = offer("bedtime", instant=at(59))
    assert (found.ache.own, found.ache.mornings) == (True, 60)
    assert found.power[1].share > 0.95


@pytest.mark.parametrize(
    ("what", "block", "pairs", "why"),
    [
        ("release", 7, 7, "At least eight pairs of weeks. Release is tossed for in whole weeks"),
        ("release", 14, 6, "At least eight pairs of fortnights"),
        ("release", 1, 28, "Periods of 7 or 14 days"),
        ("bedtime", 1, 13, "At least 14 pairs of single days"),
        ("sitting", 7, 5, "At least six pairs of weeks"),
        ("bedtime", 14, 8, "Periods of 1 or 7 days"),
        ("sitting", 1, 61, "At most 60 pairs"),
        ("deadlift", 1, 28, "Only bedtime, sitting, release"),
    ],
)
def test_what_may_not_be_asked_is_refused_with_its_reason(
    begun: None, what: str, block: int, pairs: int, why: str
) -> None:
    with pytest.raises(ServiceError, match=why):
        register(what, block, pairs, instant=at(0))
    assert whole_diary(at(0)).read.state.experiments == ()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("screen fall", "A warning sign stands"),
        ("checkin flare", "A flare settles first"),
        ('experiment "q" seed 1 what sitting pairs 6 block 7', "One experiment at a time"),
        ("injection prolotherapy", "Release rests"),
    ],
)
def test_when_none_can_be_started(begun: None, line: str, why: str) -> None:
    add(1, line)
    with pytest.raises(ServiceError, match=why):
        register("release", instant=at(1))
    if "Release" not in why:
        assert (experiments(at(1)).refused or "").startswith(why)


def test_the_questions_come_first(database: Settings) -> None:
    add(0, "checkin ache 1")
    with pytest.raises(ServiceError, match="warning-sign questions come first"):
        register("bedtime", instant=at(0))
    assert experiments(at(0)).refused is not None


def test_it_is_registered_whole_and_begins_on_the_next_day(begun: None) -> None:
    (entry,) = register("release", 14, 9, seed=77, instant=at(0)).entries
    record = entry.record
    assert isinstance(record, Experiment)
    assert (record.seed, record.what, record.pairs, record.block) == (77, "release", 9, 14)
    assert record.stop is not None
    assert "after day 252" in record.stop
    running = experiments(at(0)).running
    assert running is not None
    assert running.today is None
    assert (running.begins, running.ends) == (FIRST + timedelta(1), FIRST + timedelta(252))
    assert running.periods == ()
    running = experiments(at(15)).running
    assert running is not None
    assert running.today == plan_today(at(15)).experiment
    assert running.today is not None
    assert running.today.day == 15
    assert [(one.period, one.pair, (one.last - one.first).days + 1, one.now) for one in running.periods] == [
        (1, 1, 14, False),
        (2, 1, 1, True),
    ]


def test_a_seed_is_drawn_where_none_is_given(begun: None) -> None:
    seeds = {service.new_seed() for _ in range(20)}
    assert len(seeds) > 10
    assert all(0 <= seed < service.MOST_SEED for seed in seeds)


def test_sent_twice_it_is_stored_once_and_so_is_its_end(begun: None) -> None:
    first = register("bedtime", seed=5, instant=at(0), id_=ID)
    again = register("bedtime", seed=5, instant=at(0), id_=ID)
    assert [entry.id for entry in first.entries] == [entry.id for entry in again.known]
    ended = ID.replace("0d", "0e")
    assert len(stop(at(3), id_=ended).entries) == 1
    assert len(stop(at(3), id_=ended).known) == 1


def test_none_runs(begun: None) -> None:
    with pytest.raises(ServiceError, match="No experiment is running"):
        stop(at(0))
    found = experiments(at(0))
    assert (found.running, found.waiting, found.ended, found.refused) == (None, None, (), None)


def test_taken_back_before_its_first_day_nothing_is_left_of_it(begun: None) -> None:
    register("bedtime", instant=at(0))
    stop(at(0, 9))
    assert experiments(at(0, 9)).running is None
    assert experiments(at(2)).ended == ()


def test_the_result_waits_for_the_last_morning(begun: None) -> None:
    register("bedtime", 1, 14, seed=3, instant=at(0))
    for day in range(1, 29):
        add(day, f"checkin ache {day % 2 + 1}")
        assert experiments(at(day)).ended == ()
    over = experiments(at(29))
    assert over.running is None
    assert over.waiting is not None
    assert over.ended == ()
    add(29, "checkin ache 1")
    (one,) = experiments(at(29)).ended
    assert one.why == "finished"
    assert one.design.question.startswith("Do mornings ache differently")
    assert one.exact is not None
    assert one.exact.pairs == 14
    assert sum(seen.mornings for seen in one.arms.values()) == 28
    again = register("sitting", 7, 6, instant=at(29))
    assert len(again.entries) == 1


def test_a_day_later_it_waits_no_more(begun: None) -> None:
    register("bedtime", 1, 14, seed=3, instant=at(0))
    assert experiments(at(29)).waiting is not None
    (one,) = experiments(at(30)).ended
    assert one.verdict == "too-few"


def test_a_flare_ends_it_and_the_newest_is_told_first(begun: None) -> None:
    register("bedtime", 1, 14, seed=3, instant=at(0))
    add(5, "checkin ache 6")
    assert [one.why for one in experiments(at(5)).ended] == ["flare"]
    add(6, "screen none")
    for day in (7, 8, 9):
        add(day, "checkin ache 0")
    register("sitting", 7, 6, seed=3, instant=at(9))
    stop(at(12))
    add(12, "checkin ache 0")
    assert [(one.design.what, one.why) for one in experiments(at(12)).ended] == [
        ("sitting", "off"),
        ("bedtime", "flare"),
    ]
