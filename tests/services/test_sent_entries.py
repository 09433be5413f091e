"""What devices send: once each, corrections of what they saw, rivals side by side."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from underbar.diary.records import Checkin, Walk
from underbar.services.database import unit_of_work
from underbar.services.diary_log import add_record, add_records, checkin, remove, standing_checkins
from underbar.services.errors import ServiceError
from underbar.services.exporting import export
from underbar.services.facts import day_entries, facts, revision
from underbar.settings import Settings

DAY = date(2026, 3, 5)
AT = datetime(2026, 3, 5, 7, tzinfo=UTC)
LATER = AT + timedelta(minutes=10)


def name(number: int) -> str:
    return str(UUID(int=number))


def standing() -> list[Checkin]:
    with unit_of_work() as owner:
        return [entry.record for entry in standing_checkins(owner, DAY) if isinstance(entry.record, Checkin)]


def test_what_is_sent_twice_is_stored_once(database: Settings) -> None:
    for known in (0, 1):
        done = add_record(Walk(600), instant=AT, id_=name(1))
        assert (len(done.entries), len(done.known)) == (1 - known, known)
    for known in (0, 2):
        done = add_records([Walk(600), Walk(600)], instant=AT, id_=name(2))
        assert (len(done.entries), len(done.known)) == (2 - known, known)
    assert export().count("walk 10min") == 3


def test_it_stands_at_the_time_at_which_it_was_made(database: Settings) -> None:
    add_record(Walk(600), instant=AT, id_=name(1))
    assert export() == "2026-03-05 07:00 walk 10min\n"


def test_a_check_in_that_was_seen_is_corrected_and_one_that_was_not_stays_beside(database: Settings) -> None:
    checkin(Checkin(ache=1), instant=AT, id_=name(1), seen=())
    checkin(Checkin(ache=0), instant=LATER, id_=name(2), seen=(name(1),))
    assert [record.ache for record in standing()] == [0]
    checkin(Checkin(ache=2), instant=LATER, id_=name(3), seen=(name(1),))
    assert [record.ache for record in standing()] == [0, 2]
    checkin(Checkin(ache=1), instant=LATER, id_=name(4), seen=(name(2), name(3)))
    assert {record.ache for record in standing()} == {1}
    assert checkin(Checkin(ache=1), instant=LATER, id_=name(4), seen=()).entries == ()


def test_rivals_of_a_morning_both_stand_and_one_answer_for_both_settles_it(database: Settings) -> None:
    checkin(Checkin(ache=0), instant=AT, id_=name(1), seen=())
    checkin(Checkin(ache=2), instant=LATER, id_=name(2), seen=())
    assert sorted(record.ache for record in standing() if record.ache is not None) == [0, 2]
    checkin(Checkin(ache=0), instant=LATER, id_=name(3), seen=(name(1), name(2)))
    assert {record.ache for record in standing()} == {0}


def test_an_id_that_says_something_else_is_refused(database: Settings) -> None:
    add_record(Walk(600), instant=AT, id_=name(1))
    with pytest.raises(ServiceError, match="something else"):
        add_record(Walk(601), instant=AT, id_=name(1))
    checkin(Checkin(ache=0), instant=AT, id_=name(2), seen=())
    with pytest.raises(ServiceError, match="something else"):
        checkin(Checkin(ache=1), instant=AT, id_=name(2), seen=())
    with pytest.raises(ServiceError, match="no entry"):
        remove("no such id", AT)


def test_what_is_kept_of_a_diary_ends_with_its_next_change(database: Settings) -> None:
    first = revision()
    assert facts(AT).empty
    assert day_entries(DAY) == ()
    add_record(Walk(600), instant=AT, id_=name(1))
    assert revision() > first
    assert not facts(AT).empty
    assert [entry.record for entry in day_entries(DAY)] == [Walk(600)]
    remove(name(1), AT)
    assert day_entries(DAY) == ()
