"""What may be logged, how it is stamped, and that a line sent twice is stored once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from underbar.diary.records import Checkin, Walk
from underbar.protocol.document import load
from underbar.services import diary_log, exporting, params
from underbar.services.errors import NotUnderstood, ServiceError
from underbar.settings import Settings

MORNING = datetime(2026, 3, 5, 7, 5, 30, tzinfo=timezone(timedelta(hours=1)))


def test_a_line_without_a_date_is_of_today_and_of_now(database: Settings) -> None:
    done = diary_log.add_lines("checkin ache 0 sleep 7h30", MORNING)
    (entry,) = done.entries
    assert (entry.day, entry.time, entry.written) == (date(2026, 3, 5), 7 * 60 + 5, None)
    assert UUID(entry.id or "").version == 7
    assert exporting.export() == "2026-03-05 07:05 checkin ache 0 sleep 7h30\n"


@pytest.mark.parametrize(
    ("line", "time", "written"),
    [
        ("walk 20min", 425, None),
        ("2026-03-05 walk 20min", 425, None),
        ("07:05 walk 20min", 425, None),
        ("06:00 walk 20min", 360, "2026-03-05T07:05:30+01:00"),
        ("2026-03-04 walk 20min", None, "2026-03-05T07:05:30+01:00"),
        ("2026-03-04 07:05 walk 20min", 425, "2026-03-05T07:05:30+01:00"),
        ("walk 20min written 2026-03-05T06:59:00+01:00", None, "2026-03-05T06:59:00+01:00"),
    ],
)
def test_an_entry_says_when_it_was_made(
    database: Settings, line: str, time: int | None, written: str | None
) -> None:
    (entry,) = diary_log.add_lines(line, MORNING).entries
    assert (entry.time, entry.written) == (time, written)


def test_after_midnight_the_day_goes_on_and_the_time_of_writing_says_so(database: Settings) -> None:
    night = datetime(2026, 3, 6, 1, 30, tzinfo=UTC)
    (entry,) = diary_log.add_lines("checkin ache 0", night).entries
    assert (entry.day, entry.time, entry.written) == (date(2026, 3, 5), None, "2026-03-06T01:30:00+00:00")


def test_several_lines_are_stored_together_or_not_at_all(database: Settings) -> None:
    text = "walk 20min\nrelease left 90s right 90s\nwlak 20min\ncheckin ache 11"
    with pytest.raises(NotUnderstood) as caught:
        diary_log.add_lines(text, MORNING)
    assert [(issue.line, issue.column) for issue in caught.value.issues] == [(3, 1), (4, 14)]
    assert "walk" in caught.value.issues[0].message
    assert exporting.export() == ""
    assert len(diary_log.add_lines("\n".join(text.splitlines()[:2]), MORNING).entries) == 2


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("2026-03-06 walk 20min", "after today"),
        ("zone Europe/Belrin", "no time zone Europe/Belrin"),
        ("param flare-ache 9", "outside its limits"),
        ("param flare-aceh 2", "did you mean flare-ache"),
        ("param flare-ache much", "expected a number"),
        ("lifter born 2015", "adults"),
        ("", "nothing to add"),
        ("; only a comment", "nothing to add"),
    ],
)
def test_what_can_not_be_is_refused_in_a_sentence(database: Settings, line: str, says: str) -> None:
    with pytest.raises(ServiceError, match=says):
        diary_log.add_lines(line, MORNING)
    assert exporting.export() == ""


def test_a_parameter_out_of_limits_is_refused_with_the_limits_own_reason(database: Settings) -> None:
    with pytest.raises(NotUnderstood) as caught:
        params.set_param("flare-ache", "9", MORNING)
    assert load().parameters["flare-ache"].limits.why in caught.value.sentence


def test_an_injection_may_be_planned_ahead(database: Settings) -> None:
    diary_log.add_lines("2026-04-20 planned-injection prolotherapy", MORNING)
    assert exporting.export() == "2026-04-20 planned-injection prolotherapy\n"


def test_an_odd_entry_is_stored_with_a_warning_and_warned_of_once(database: Settings) -> None:
    for day in (1, 2, 3):
        diary_log.add_lines(f"2026-03-0{day} deadlift 100kg 3x5", MORNING)
    done = diary_log.add_lines("deadlift 220kg 3x5", MORNING)
    assert len(done.entries) == 1
    assert "check the unit" in done.warnings[0]
    assert diary_log.add_lines("walk 20min", MORNING).warnings == ()
    second = diary_log.checkin(Checkin(ache=0), instant=MORNING)
    assert second.warnings == ()
    assert "differ in ache" in diary_log.add_lines("checkin ache 2", MORNING).warnings[0]


def test_a_line_that_a_phone_sends_twice_is_stored_once(database: Settings) -> None:
    line = "walk 20min id 01957000-0000-7000-8000-000000000000"
    first = diary_log.add_lines(line, MORNING)
    again = diary_log.add_lines(line, MORNING + timedelta(minutes=30))
    assert (again.entries, again.known) == ((), first.entries)
    assert diary_log.add_lines(f"{line}\n{line}", MORNING).known == first.entries * 2
    with pytest.raises(ServiceError, match="something else"):
        diary_log.add_lines(line.replace("20min", "30min"), MORNING)


def test_two_walks_are_two_walks(database: Settings) -> None:
    diary_log.add_lines("walk 20min", MORNING)
    diary_log.add_lines("walk 20min", MORNING)
    assert exporting.export() == "2026-03-05 07:05 walk 20min\n" * 2


def test_a_correction_and_a_removal_leave_what_stands(database: Settings) -> None:
    (walk,) = diary_log.add_record(Walk(1200), instant=MORNING).entries
    (longer,) = diary_log.add_record(Walk(2400), supersedes=walk.id, instant=MORNING).entries
    assert exporting.export() == "2026-03-05 07:05 walk 40min\n"
    diary_log.remove(longer.id or "", MORNING)
    assert exporting.export() == ""
    assert exporting.export(full=True).count("\n") == 3
    with pytest.raises(ServiceError, match="no entry"):
        diary_log.remove("x", MORNING)


def test_parameters_are_listed_as_they_hold_today(database: Settings) -> None:
    before = {setting.parameter.id: setting for setting in params.list_params(MORNING)}
    assert (before["day-start"].text, before["day-start"].own) == ("04:00", False)
    assert params.set_param("day-start", "05:00", MORNING).warnings == ()
    after = {setting.parameter.id: setting for setting in params.list_params(MORNING)}
    assert (after["day-start"].text, after["day-start"].value, after["day-start"].own) == ("05:00", 5.0, True)
    assert {name for name in after if after[name] != before[name]} == {"day-start"}
    earlier = params.list_params(MORNING - timedelta(days=1))
    assert not any(setting.own for setting in earlier)
    assert "recommended" in params.set_param("day-start", "00:00", MORNING).warnings[-1]
