"""The stored fold gives what a fresh fold over the whole diary gives, without reading all of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest

from underbar.diary.diary import Diary
from underbar.diary.notation import parse
from underbar.diary.records import Checkin, Entry, Void
from underbar.protocol import engine
from underbar.protocol.document import load
from underbar.protocol.plan import Plan
from underbar.protocol.state import State
from underbar.services import diary_log, kept, planning
from underbar.services.database import unit_of_work
from underbar.services.errors import DatabaseProblem, NoDiary, RuleFailure, ServiceError
from underbar.services.fold import EVERY
from underbar.settings import Settings
from underbar.store import entries, plans
from underbar.store.ready import models

DAY = timedelta(days=1)
FIRST = date(2025, 1, 6)


def at(day: date, hour: int = 8) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=timezone(timedelta(hours=1)))


def story(days: int, first: date = FIRST) -> str:
    """A diary with a goal and two sessions a week, in which now and then a morning aches."""
    lines = [
        f"{first} lifter born 1983 units lb bodyweight 205lb",
        f'{first} gym "home" bar 45lb plates 45lb,25lb,10lb,5lb,2.5lb',
        f"{first} goal deadlift target 315lb best 405lb start 135lb on mon,thu",
    ]
    for number in range(days):
        day = first + number * DAY
        if number % 30 == 0:
            lines.append(f"{day} 07:00 screen none")
        ache = 3 if number % 50 == 40 else 1 if number % 11 == 5 else 0
        lines.append(f"{day} 07:00 checkin ache {ache} stiff none sleep 7h30 woke 06:40")
        lines.append(f"{day} 07:10 release left 90s right 90s")
        lines.append(f"{day} 07:20 single-leg-bridge level 4 left 3x8 right 3x8 pain 0 form ok")
        if day.weekday() in (0, 3) and number > 20:
            lines.append(f"{day} 18:00 deadlift 135lb 3x5 brace pain 1 rpe 6")
    return "\n".join(lines)


def fill(text: str) -> list[Entry]:
    parsed = parse(text)
    assert not parsed.problems
    numbered = [entry._replace(id=f"e{place}") for place, entry in enumerate(parsed.entries)]
    with unit_of_work() as owner:
        entries.append(owner, numbered, "2025-01-01T00:00:00+00:00")
    return numbered


def fresh(day: date) -> Plan:
    with unit_of_work() as owner:
        return engine.decide(load(), Diary.of(entries.between(owner)), day)


@pytest.fixture
def advanced(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How many days the engine was asked for since the last call."""
    counted = [0]
    real = engine.advance

    def advance(*arguments: object, **named: object) -> tuple[State, Plan]:
        counted[0] += 1
        return real(*arguments, **named)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(engine, "advance", advance)

    def since() -> int:
        counted[0], found = 0, counted[0]
        return found

    return since


def test_every_day_of_a_stored_diary_is_planned_as_a_fresh_fold_plans_it(database: Settings) -> None:
    written = fill(story(90))
    last = written[-1].day + DAY
    expected = list(engine.replay(load(), Diary.of(written), last))
    assert list(planning.replay()) == expected
    assert [planning.plan_of(plan.day, at(last)) for plan in reversed(expected)] == expected[::-1]


@pytest.mark.parametrize("years", [1, 10])
def test_todays_plan_advances_as_many_days_after_ten_years_as_after_one(
    database: Settings, advanced: Callable[[], int], years: int
) -> None:
    fill(story(365 * years))
    today = FIRST + timedelta(days=365 * years)
    planning.plan_today(at(today))
    assert advanced() == 365 * years + 1
    again = planning.plan_today(at(today))
    assert advanced() == 0
    kept.forget()
    assert planning.plan_today(at(today)) == again
    assert advanced() == 1
    assert planning.plan_today(at(today + DAY)).day == today + DAY
    assert advanced() == 2
    diary_log.add_lines(f"{today - 5 * DAY} walk 20min", at(today))
    planning.plan_today(at(today))
    assert advanced() <= EVERY + 5 + 1
    planning.plan_of(FIRST + timedelta(days=200), at(today))
    assert advanced() <= EVERY
    assert again.day == today


@pytest.mark.parametrize("days_ago", [0, 1, 3, 27, 28, 29, 60])
def test_a_late_entry_changes_the_plan_as_if_it_had_always_been_there(
    database: Settings, days_ago: int
) -> None:
    fill(story(90))
    today = FIRST + timedelta(days=90)
    before = planning.plan_today(at(today))
    late = today - days_ago * DAY
    diary_log.add_lines(f"{late} 07:30 checkin ache 7 stiff left sleep 5h flare", at(today))
    assert planning.plan_today(at(today)) == fresh(today)
    if days_ago == 0:
        assert planning.plan_today(at(today)) != before


def test_voids_and_corrections_of_earlier_days_count_from_the_day_they_aim_at(database: Settings) -> None:
    written = fill(story(90) + f"\n{FIRST + 50 * DAY} 09:00 checkin ache 9 flare")
    today = FIRST + timedelta(days=90)
    with_flare = planning.plan_of(FIRST + 52 * DAY, at(today))
    planning.plan_today(at(today))
    flare = written[-1]
    diary_log.remove(flare.id or "", at(today))
    assert planning.plan_of(FIRST + 52 * DAY, at(today)) == with_flare  # bad news is not taken back later
    assert planning.plan_today(at(today)) == fresh(today)

    lift = next(e for e in reversed(written) if e.day < FIRST + 60 * DAY and "Lift(" in repr(e.record))
    diary_log.add_record(
        Void(lift.id or ""), instant=at(today)
    )  # a session removed a month later takes its judgement with it
    assert planning.plan_today(at(today)) == fresh(today)
    morning = next(e for e in written if e.day == lift.day + DAY and isinstance(e.record, Checkin))
    diary_log.add_record(Checkin(ache=6), morning.day, supersedes=morning.id, instant=at(today))
    assert planning.plan_today(at(today)) == fresh(today)
    assert planning.plan_of(morning.day, at(today)) == fresh(morning.day)


def test_a_void_of_a_correction_counts_from_what_was_corrected(database: Settings) -> None:
    kept = next(
        day for day in (FIRST + number * DAY for number in range(20, 48)) if day.toordinal() % EVERY == 0
    )
    text = re.sub(rf"({kept} 07:00 checkin) ache \d", r"\1 flare ache 9", story(70))
    flare = next(e for e in fill(text) if isinstance(e.record, Checkin) and e.record.flare)
    today = FIRST + timedelta(days=70)
    planning.plan_today(at(today))
    done = diary_log.add_record(Checkin(ache=0), kept, supersedes=flare.id, instant=at(today))
    planning.plan_today(at(today))
    diary_log.remove(done.entries[0].id or "", at(today))
    for day in (kept, kept + DAY, kept + 2 * DAY, today):
        assert planning.plan_of(day, at(today)) == fresh(day)
    assert planning.plan_of(kept + DAY, at(today)).phase == "settle"


def test_a_day_that_was_emptied_at_the_start_is_no_first_day(database: Settings) -> None:
    fill(f"{FIRST - 40 * DAY} release left 90s right 90s\n" + story(40))
    today = FIRST + 40 * DAY
    planning.plan_today(at(today))
    diary_log.remove("e0", at(today))
    for number in range(-1, 41):
        day = FIRST + number * DAY
        assert planning.plan_of(day, at(today)) == fresh(day)


def test_checkpoints_can_be_thrown_away_and_a_strange_one_is_never_read(database: Settings) -> None:
    fill(story(60))
    today = FIRST + 60 * DAY
    expected = planning.plan_today(at(today))
    with unit_of_work():
        assert models.Checkpoint.objects.count() > 2
        models.Checkpoint.objects.update(state=b"cos\nsystem\n(S'false'\ntR." * 3)
    assert planning.plan_today(at(today)) == expected
    with unit_of_work():
        assert models.Checkpoint.objects.count() > 2
        models.Checkpoint.objects.all().delete()
    assert planning.plan_today(at(today)) == expected


def test_checkpoints_of_another_method_are_dropped(database: Settings) -> None:
    fill(story(10))
    with unit_of_work() as owner:
        plans.keep_checkpoint(owner, "another", FIRST, b"state")
    planning.plan_today(at(FIRST + 10 * DAY))
    with unit_of_work():
        assert not models.Checkpoint.objects.filter(key="another").exists()


def test_checkpoints_stay_few(database: Settings) -> None:
    fill(story(60))
    for number in range(60, 90):
        planning.plan_today(at(FIRST + number * DAY))
    with unit_of_work():
        assert models.Checkpoint.objects.count() <= 90 // EVERY + 2


def test_a_shown_plan_is_kept_where_it_differs_from_the_last_of_that_day(database: Settings) -> None:
    fill(story(60))
    today = FIRST + 60 * DAY

    def kept() -> list[str]:
        with unit_of_work() as owner:
            return [plan.shown for plan in plans.shown_plans(owner, today, today)]

    planning.plan_today(at(today, 6))
    planning.plan_today(at(today, 7))
    assert kept() == ["2025-03-07T06:00:00+01:00"]
    diary_log.add_lines("checkin ache 5 sleep 5h", at(today, 8))
    planning.plan_today(at(today, 9))
    planning.plan_today(at(today, 10))
    assert kept() == ["2025-03-07T06:00:00+01:00", "2025-03-07T09:00:00+01:00"]


def test_tomorrow_groups_all_44_mornings_by_what_they_bring(database: Settings) -> None:
    fill(story(24))
    today = FIRST + 23 * DAY
    found = planning.tomorrow(at(today))
    assert found.day == today + DAY
    said = [answers for outcome in found.outcomes for answers in outcome.answers]
    assert len(said) == len(set(said)) == 44
    assert found.outcomes[0].answers[0] == (0, False, False)
    worst = next(o for o in found.outcomes if planning.Answers(10, True, True) in o.answers)
    assert worst.plan.verdict == "flare"
    for outcome in found.outcomes:
        ache, short, painkiller = outcome.answers[0]
        hours = found.short_h if short else found.enough_h
        words = f"checkin ache {ache} side both stiff none sleep {round(hours * 60)}min woke 07:00"
        line = f"{found.day} 07:00 {words}{' painkiller' if painkiller else ''}"
        with unit_of_work() as owner:
            diary = Diary.of([*entries.between(owner), *parse(line).entries])
        assert engine.decide(load(), diary, found.day) == outcome.plan


def test_an_empty_diary_has_no_plan(database: Settings) -> None:
    with pytest.raises(NoDiary, match="empty"):
        planning.plan_today(at(FIRST))
    assert list(planning.replay()) == []


def test_a_day_far_ahead_is_not_planned(database: Settings) -> None:
    fill(story(2))
    with pytest.raises(ServiceError, match="year ahead"):
        planning.plan_of(FIRST + 400 * DAY, at(FIRST + DAY))


def test_a_rule_that_fails_gives_no_plan_and_keeps_nothing(
    database: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(story(10))

    def fails(*_: object, **__: object) -> None:
        raise engine.RuleFailed(FIRST, ZeroDivisionError("planted"))

    monkeypatch.setattr(engine, "advance", fails)
    with pytest.raises(RuleFailure, match="2025-01-06"):
        planning.plan_today(at(FIRST + DAY))
    with pytest.raises(RuleFailure, match="2025-01-06"):
        planning.replay()
    with unit_of_work():
        assert not models.ShownPlan.objects.exists()
        assert not models.Checkpoint.objects.exists()


def test_a_parameter_that_the_method_takes_no_more_is_named(database: Settings) -> None:
    fill(story(2) + f"\n{FIRST} param flare-ache 9")
    with pytest.raises(RuleFailure, match="flare-ache 9"):
        planning.plan_today(at(FIRST + DAY))
    with pytest.raises(RuleFailure, match="flare-ache 9"):
        planning.replay()
    diary_log.add_lines(f"{FIRST} param flare-ache 3", at(FIRST + DAY))
    assert planning.plan_today(at(FIRST + DAY)).day == FIRST + DAY


def test_a_line_that_something_else_wrote_is_told(database: Settings) -> None:
    fill(story(2))
    with unit_of_work() as owner:
        models.Entry.objects.create(
            owner_id=owner, uid="x", day=FIRST, kind="walk", line="nonsense", stamp="now"
        )
    with pytest.raises(DatabaseProblem, match="no entry"):
        planning.plan_today(at(FIRST + DAY))
