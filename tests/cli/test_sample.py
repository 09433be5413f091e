"""The sample diary is a diary, follows the plan where it trains, and always reaches today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from underbar.diary.checks import check
from underbar.diary.diary import Diary
from underbar.diary.notation import format_diary, parse_bytes
from underbar.diary.records import Checkin, Lift
from underbar.protocol import document, engine
from underbar.services.sample import SAMPLE, entries_until

ENTRIES = parse_bytes(SAMPLE.read_bytes()).entries


def test_the_sample_is_well_formed_printed_the_one_way_and_without_a_finding() -> None:
    lines = [line for line in SAMPLE.read_text(encoding="utf-8").splitlines() if not line.startswith(";")]
    assert format_diary(ENTRIES).splitlines() == lines
    assert check(ENTRIES) == ()


def test_the_lifter_of_the_sample_lifts_what_the_plan_says() -> None:
    diary = Diary.of(ENTRIES)
    plans = {plan.day: plan for plan in engine.replay(document.load(), diary)}
    sessions = [entry for entry in ENTRIES if isinstance(entry.record, Lift) and not entry.record.warmup]
    assert len(sessions) > 15
    for entry in sessions:
        assert isinstance(entry.record, Lift)
        (work,) = entry.record.work
        (lift,) = plans[entry.day].lifts
        assert (str(work.weight), str(work.sets)) == (
            f"{lift.weight:g}{lift.unit}",
            f"{lift.sets}x{lift.reps}",
        ), entry.day


def test_the_sample_shows_the_method_at_work() -> None:
    plans = list(engine.replay(document.load(), Diary.of(ENTRIES)))
    assert {plan.verdict for plan in plans} == {"progress", "hold", "reduce", "flare"}
    binding = {
        reason.rule for plan in plans for lift in plan.lifts for reason in lift.reasons if reason.binding
    }
    assert binding >= {"first-session", "zero-ache-morning", "ceiling", "next-morning-ache", "brace-missing"}
    assert binding >= {"painkiller-masks-ache", "flare-return", "short-sleep"}


@pytest.mark.parametrize("ahead", range(15))
@pytest.mark.parametrize("start", [date(2026, 3, 10), date(2027, 12, 27), date(2051, 6, 1)])
def test_moved_to_any_day_it_ends_with_this_mornings_check_in(start: date, ahead: int) -> None:
    today = start + timedelta(days=ahead)
    moved = entries_until(today)
    last = max(entry.day for entry in moved)
    assert last == today
    assert {type(entry.record) for entry in moved if entry.day == today} == {Checkin}
    assert {entry.day.weekday() for entry in moved if isinstance(entry.record, Lift)} <= {0, 3}
    assert (today - min(entry.day for entry in moved)).days >= 70
