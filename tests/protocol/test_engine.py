"""The one door to the method: what it refuses, what it leaves alone, and what it does with nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from underbar.diary.diary import Diary
from underbar.diary.notation import parse
from underbar.diary.records import Entry, Lift, Work
from underbar.protocol import engine
from underbar.protocol.document import load
from underbar.protocol.engine import RuleFailed, advance, decide, replay, start
from underbar.protocol.limits import OutOfLimits
from underbar.quantities import Sets

PROTOCOL = load()
DAY = date(2026, 1, 5)
DIARY = Diary.of(
    parse(
        "2026-01-05 goal deadlift target 315lb best 405lb on mon,thu\n"
        "2026-01-05 screen none\n"
        "2026-01-05 checkin ache 0 stiff none sleep 7h40\n"
        "2026-01-07 checkin ache 1 side left sleep 7h\n"
        "2026-01-07 release left 90s right 90s\n"
    ).entries
)


def test_a_replay_has_one_plan_a_day_to_the_day_after_the_last_entry() -> None:
    days = [plan.day for plan in replay(PROTOCOL, DIARY)]
    assert days == [DAY + timedelta(days=after) for after in range(4)]


def test_a_replay_goes_as_far_as_asked() -> None:
    assert [plan.day for plan in replay(PROTOCOL, DIARY, DAY)] == [DAY]
    assert len(list(replay(PROTOCOL, DIARY, DAY + timedelta(days=40)))) == 41


def test_a_decision_is_the_replays_plan_of_that_day() -> None:
    replayed = list(replay(PROTOCOL, DIARY))
    assert [decide(PROTOCOL, DIARY, plan.day) for plan in replayed] == replayed


def test_an_empty_diary_has_no_days() -> None:
    assert list(replay(PROTOCOL, Diary.of(()))) == []


@pytest.mark.parametrize("diary", [Diary.of(()), DIARY])
def test_before_the_first_entry_a_plan_is_made_from_nothing(diary: Diary) -> None:
    plan = decide(PROTOCOL, diary, DAY - timedelta(days=3))
    assert (plan.phase, plan.lifts, [item.item for item in plan.other]) == ("screen", (), ["screen", "walk"])


def test_a_state_is_never_changed_by_the_day_after_it() -> None:
    states = [start()]
    for after in range(4):
        day = DAY + timedelta(days=after)
        states.append(advance(PROTOCOL, states[-1], day, DIARY.day_entries(day))[0])
    again = start()
    for after in range(4):
        day = DAY + timedelta(days=after)
        assert again == states[after]
        again = advance(PROTOCOL, again, day, DIARY.day_entries(day))[0]
    assert states[0] != states[1]


def test_days_are_taken_one_by_one() -> None:
    state = advance(PROTOCOL, start(), DAY, ())[0]
    with pytest.raises(ValueError, match=r"the day after 2026-01-05 is not 2026-01-07"):
        advance(PROTOCOL, state, DAY + timedelta(days=2), ())


def test_a_rule_that_raises_gives_no_recommendation(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a mistake in a rule")

    monkeypatch.setattr(engine.flare, "note_flare", broken)
    with pytest.raises(RuleFailed, match="2026-01-05: ZeroDivisionError: a mistake in a rule") as failed:
        decide(PROTOCOL, DIARY, DAY)
    assert failed.value.day == DAY
    assert isinstance(failed.value.__cause__, ZeroDivisionError)


def test_a_parameter_outside_its_limits_is_refused_on_its_day() -> None:
    diary = Diary.of(parse("2026-01-05 param ceiling-percent 25").entries)
    with pytest.raises(OutOfLimits):
        decide(PROTOCOL, diary, DAY)


def test_a_parameter_is_the_lifters_own_from_its_day_on() -> None:
    text = "screen none", "release left 30s right 30s", "param release-seconds 60"
    diary = Diary.of(parse("\n".join(f"2026-01-05 {line}" for line in text)).entries)
    late = DAY + timedelta(days=20)
    release = decide(PROTOCOL, diary, late).release
    assert release is not None
    assert release.left_s == 60


def test_a_lift_without_a_weight_is_no_session() -> None:
    unloaded = Entry(DAY, Lift("deadlift", (Work(None, Sets(3, 5, "reps")),), brace=True, pain=0))
    state = advance(PROTOCOL, start(), DAY, (*DIARY.day_entries(DAY), unloaded))[0]
    assert state.lifts == {}
    assert state.heavy == ()
