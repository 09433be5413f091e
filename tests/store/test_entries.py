"""Entries come back as they went in; nothing changes a row; deleting the owner deletes them."""

from __future__ import annotations

import stat
from datetime import date

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from django.db import connection as django_connection

from underbar.diary.notation import parse
from underbar.diary.records import Entry, Void, Walk
from underbar.services.database import unit_of_work
from underbar.settings import Settings
from underbar.store import connection, entries
from underbar.store.ready import models

STAMP = "2026-03-05T07:00:00+01:00"

ALL_KINDS = """
2026-03-01 07:10 lifter born 1983 units lb bodyweight 205lb mode article
2026-03-01 gym "home" unit lb bar 45lb bar squat 33lb plates 45lb,25lb,2.5lb bells 20lb,40lb
2026-03-01 zone Europe/Berlin
2026-03-01 param day-start 05:00
2026-03-01 sources oura,apple-watch
2026-03-01 goal deadlift target 315lb best 405lb start 135lb on mon,thu
2026-03-01 screen anticoagulant unsure:fever scope full
2026-03-01 clinician window 0-6 max none release off
2026-03-02 checkin left 1 right 0 stiff none sleep 7h30 quality 7 woke 06:40 evening 2 sore painkiller ; hot
2026-03-02 sleep 6h12 from oura
2026-03-02 release left 90s right 90s
2026-03-02 suitcase-carry 40lb level 3 left 3x25m right 3x25m pain 1 form ok
2026-03-02 deadlift 95lb 1x5 135lb 3x5 brace pain 1 rpe 6 because "it felt \\"light\\"\\nvery"
2026-03-02 "bench press" 185lb 3x5
2026-03-03 injection prolotherapy side right number 2
2026-03-03 planned-injection prp
2026-03-03 visit "physiotherapist"
2026-03-03 test single-leg-bridge left 34s right 27s
2026-03-03 score odi 24
2026-03-03 activity "get out of the car" 6
2026-03-03 walk 20min
2026-03-03 painkiller ibuprofen
2026-03-03 medicine aspirin daily
2026-03-03 skip travel
2026-03-03 bodyweight 203lb
2026-03-03 pulse 54
2026-03-03 hrv 62
2026-03-03 note "caffè; zu früh"
"""


def numbered(text: str) -> list[Entry]:
    parsed = parse(text)
    assert not parsed.problems
    return [entry._replace(id=f"id-{place}") for place, entry in enumerate(parsed.entries)]


def test_every_kind_comes_back_as_it_went_in(database: Settings) -> None:
    written = numbered(ALL_KINDS)
    with unit_of_work() as owner:
        assert entries.append(owner, written, STAMP).added == tuple(written)
    with unit_of_work() as owner:
        assert entries.between(owner) == tuple(written)
        assert entries.between(owner, date(2026, 3, 3)) == tuple(e for e in written if e.day.day == 3)
        assert entries.days(owner) == (date(2026, 3, 1), date(2026, 3, 3))
        assert entries.of_kind(owner, Walk) == tuple(e for e in written if isinstance(e.record, Walk))


def test_the_same_id_is_stored_once_and_another_content_is_told(database: Settings) -> None:
    walk = Entry(date(2026, 3, 1), Walk(1200), id="a")
    longer = walk._replace(record=Walk(2400))
    with unit_of_work() as owner:
        first = entries.append(owner, [walk, walk], STAMP)
        again = entries.append(owner, [walk, longer], STAMP)
        assert (first.added, first.known) == ((walk,), (walk,))
        assert again == ((), (walk,), (longer,))
        assert entries.between(owner) == (walk,)


def test_a_day_comes_back_in_the_order_of_arrival(database: Settings) -> None:
    late = [Entry(date(2026, 3, day), Walk(60 * n), id=f"{day}-{n}") for n in (3, 1, 2) for day in (2, 1)]
    with unit_of_work() as owner:
        entries.append(owner, late, STAMP)
        assert [entry.id for entry in entries.between(owner)] == ["1-3", "1-1", "1-2", "2-3", "2-1", "2-2"]


def test_a_row_is_never_changed(database: Settings) -> None:
    with unit_of_work() as owner:
        entries.append(owner, [Entry(date(2026, 3, 1), Walk(1200), id="a")], STAMP)
    with pytest.raises(DatabaseError, match="never changed"):
        models.Entry.objects.update(line="2026-03-01 walk 1h id a")


def test_what_aims_at_an_entry_is_found_through_every_step(database: Settings) -> None:
    walk = Entry(date(2026, 3, 1), Walk(1200), id="a")
    correction = Entry(date(2026, 3, 2), Walk(1500), id="b", supersedes="a")
    void = Entry(date(2026, 3, 9), Void("b"), id="c")
    other = Entry(date(2026, 3, 9), Void("x"), id="d")
    with unit_of_work() as owner:
        entries.append(owner, [walk, correction, void, other], STAMP)
        assert entries.aiming_at(owner, ["a"]) == (correction, void)


def test_deleting_the_owner_removes_the_rows_and_no_others(database: Settings) -> None:
    walk = Entry(date(2026, 3, 1), Walk(1200), id="a")
    with unit_of_work() as owner:
        entries.append(owner, [walk], STAMP)
        other = models.Lifter.objects.create(name="another").pk
        entries.append(other, [walk], STAMP)
        connection.remove_lifter(owner)
        assert models.Entry.objects.filter(owner=owner).count() == 0
        assert entries.between(other) == (walk,)


def test_the_file_is_private_durable_and_write_ahead(database: Settings) -> None:
    assert stat.S_IMODE(database.database.stat().st_mode) == 0o600
    with django_connection.cursor() as cursor:
        values = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert values == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_the_migrations_make_what_the_models_say(database: Settings) -> None:
    call_command("makemigrations", "store", check=True, dry_run=True, verbosity=0)
