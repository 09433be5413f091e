"""Tables of no known app: what is read of them once the lifter says what their columns hold."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from asking_tables import asked_of, told
from hypothesis import given, settings
from mutating import mutated, never_crashes
from reading_files import SAMPLES
from seeds_any_table import SEEDS

from underbar.diary.records import Bodyweight, Entry, Hrv, Lift, Pulse, Sleep
from underbar.importers import Imported, ImportRefused, NeedsUnit, Zones, piece_of
from underbar.importers.any_table.adapter import claims
from underbar.quantities import Weight

NIGHTS, SETS = SEEDS[0][1], SEEDS[1][1]


def as_guessed(data: bytes, **asked: Any) -> Imported:
    """The table read as it looks."""
    table = asked_of(data)
    return told(data, dict(zip(table.header, table.guess, strict=True)), **asked)


def table(columns: str, *rows: str) -> tuple[bytes, dict[str, str]]:
    """A table whose columns are named by what they hold, and what is said of them."""
    return "\n".join([columns, *rows]).encode(), {name: name for name in columns.split(",")}


def of(account: Imported, kind: type) -> list[Entry]:
    return [entry for entry in account.entries if isinstance(entry.record, kind)]


def test_what_nights_look_like() -> None:
    table = asked_of(NIGHTS)
    assert table.header == ("Datum", "Schlaf (h)", "Ruhepuls", "HRV", "Gewicht (kg)", "Notiz")
    assert table.guess == ("date", "asleep-hours", "pulse", "hrv", "weight-kg", "")
    found = as_guessed(NIGHTS)
    assert [(entry.day, entry.record) for entry in of(found, Sleep)] == [
        (date(2026, 3, 1), Sleep(27_000)),
        (date(2026, 3, 2), Sleep(24_300)),
        (date(2026, 3, 13), Sleep(29_700)),
    ]
    assert [entry.record for entry in of(found, Pulse)] == [Pulse(52), Pulse(54), Pulse(51)]
    assert [entry.record for entry in of(found, Hrv)] == [Hrv(61), Hrv(70)]
    assert of(found, Bodyweight)[0].record == Bodyweight(Weight(82.4, "kg"))
    assert {entry.source for entry in found.entries} == {"table"}
    assert (found.rows_read, found.rows_used) == (3, 3)


def test_what_sets_look_like_and_their_unit_is_asked_for() -> None:
    assert asked_of(SETS).guess == ("date-month-first", "exercise", "load", "reps", "sets")
    with pytest.raises(NeedsUnit):
        as_guessed(SETS)
    found = as_guessed(SETS, unit="lb")
    lifts = [(entry.day, entry.record) for entry in of(found, Lift)]
    assert [(day, lift.exercise) for day, lift in lifts if isinstance(lift, Lift)] == [
        (date(2026, 3, 1), "deadlift"),
        (date(2026, 3, 15), "Curl"),
    ]
    assert {entry.time for entry in found.entries} == {None}
    timed = as_guessed(SETS.replace(b"3/1/2026", b"3/1/2026 01:30"), unit="lb")
    assert (timed.entries[0].day, timed.entries[0].time) == (date(2026, 2, 28), 90)
    midnight = as_guessed(SETS.replace(b"3/1/2026", b"3/1/2026 00:00:00"), unit="lb")
    assert midnight.entries == found.entries
    assert (found.sets_stored, found.rows_used) == (5, 2)


@pytest.mark.parametrize(
    ("columns", "row", "day"),
    [
        ("date,hrv", "2026-3-1,60", date(2026, 3, 1)),
        ("date,hrv", "2026. 03. 01.,60", date(2026, 3, 1)),
        ("date,hrv", "01.03.26,60", date(2026, 3, 1)),
        ("date,hrv", "1-3-2026 08:15,60", date(2026, 3, 1)),
        ("date,hrv", "2026-03-01T00:00:00,60", date(2026, 3, 1)),
        ("date,hrv", "2026-02-28T23:30:00Z,60", date(2026, 3, 1)),
        ("date,hrv", "2026-02-28T23:30:00-05:00,60", date(2026, 2, 28)),
    ],
)
def test_days_as_people_write_them(columns: str, row: str, day: date) -> None:
    data, said = table(columns, row)
    (entry,) = told(data, said, zones=Zones(before=ZoneInfo("Europe/Berlin"))).entries
    assert entry.day == day


def test_a_night_from_falling_asleep_to_waking_is_as_long_as_it_was() -> None:
    data, said = table(
        "date,fell-asleep,woke",
        "2026-03-29,23:00,7:00",  # the clock goes forward
        "2026-04-02,0:30,7:00",
        "2026-04-03,10:30 PM,6:30 AM",
        "2026-04-05,2026-04-04 22:00,2026-04-05 06:00",
    )
    found = told(data, said, zones=Zones(before=ZoneInfo("Europe/Berlin")))
    assert [(entry.day.isoformat(), entry.record) for entry in found.entries] == [
        ("2026-03-29", Sleep(7 * 3600)),
        ("2026-04-02", Sleep(23_400)),
        ("2026-04-03", Sleep(8 * 3600)),
        ("2026-04-05", Sleep(8 * 3600)),
    ]
    data, said = table("date,fell-asleep,woke,asleep-minutes", "2026-04-02,23:00,7:00,440")
    assert told(data, said).entries[0].record == Sleep(440 * 60)


@pytest.mark.parametrize(
    ("columns", "row", "said"),
    [
        ("date,asleep-hours", "2026-02-30,7", "date is no day"),
        ("date,asleep-hours", "1.13.2026,7", "date is no day"),
        ("date,asleep-hours", "1850-01-01,7", "date"),
        ("date,asleep-hours", "2026-03-01,25", "asleep-hours is not 0 to 24 hours"),
        ("date,asleep-hours", "2026-03-01,7:75", "asleep-hours is no length of time"),
        ("date,asleep-seconds", '2026-03-01,"27,000"', "asleep-seconds is not a number"),
        ("date,hrv", "2026-03-01,secret", "hrv is not a number"),
        ("date,hrv", "2026-03-01,60,x", "3 columns where the header has 2"),
        ("date,fell-asleep,woke", "2026-03-01,25:00,7:00", "fell-asleep"),
        ("date,fell-asleep,woke", "2026-03-01,2026-02-20 23:00,7:00", "36 hours"),
        ("date,exercise,reps", "2026-03-01,,5", "without the name"),
        ("date,exercise,reps", "2026-03-01,Squat,5.5", "whole number"),
        ("date,exercise,reps,sets", "2026-03-01,Squat,5,100", "number of sets"),
        ("date,exercise,reps,load-kg", "2026-03-01,Squat,5,701", "weight"),
    ],
)
def test_a_row_that_is_not_understood_is_reported_without_its_text(columns: str, row: str, said: str) -> None:
    blank = "2026-03-01" + "," * columns.count(",")
    data, roles = table(columns, *[blank] * 10, row)
    found = told(data, roles)
    assert found.entries == ()
    ((line, message, _),) = found.reported
    assert line == 12
    assert said in message
    assert "secret" not in message


def test_what_a_row_does_not_say_is_left_out_with_its_reason() -> None:
    data, said = table(
        "date,hrv,exercise,reps", ",60,,", "2026-03-01,,,", "2026-03-01,-,Squat,", "2026-03-01,n/a,Squat,5"
    )
    found = told(data, said)
    assert dict(found.skipped) == {
        "a row without a day": 1,
        "nothing measured": 1,
        "no repetitions, time or distance": 1,
    }
    assert (found.rows_read, found.rows_used, found.sets_stored) == (4, 1, 1)


def test_a_second_time_gives_the_same_ids_and_a_later_table_only_new_ones() -> None:
    columns = {"Day": "date", "Asleep": "asleep-minutes", "Exercise": "exercise", "Reps": "reps"}
    rows = [f"{date(2026, 3, 1) + timedelta(days=day)},{400 + day},Squat,{5 + day % 3}" for day in range(20)]
    ids = []
    for count in (10, 20, 20):
        data = "\n".join(["Day,Asleep,Exercise,Reps", *rows[:count]]).encode()
        ids.append({entry.id for entry in told(data, columns).entries})
    assert ids[0] < ids[1] == ids[2]
    assert len(ids[1]) == 40


@pytest.mark.skipif(not SAMPLES.exists(), reason="the shared samples are not on this machine")
def test_a_real_table_could_be_read_so_too() -> None:
    (path,) = SAMPLES.glob("intervals_icu/*.csv")
    data = path.read_bytes()
    assert claims(piece_of(path.name, data))


def test_hostile_tables_cost_neither_time_nor_memory() -> None:
    name = "rest" * 15_000
    wide = ",".join(["Day", *["Schlaf"] * 998]) + "\n" + "\n".join(["1.3.2026" + ",7:30" * 998] * 400)
    began = time.process_time()
    assert asked_of(f"Day,{name}\n2026-03-01,5\n".encode()).guess[0] == "date"
    assert asked_of(wide.encode()).guess[:3] == ("date", "asleep-hours", "")
    assert time.process_time() - began < 10
    data, said = table("date,exercise,reps,sets", *["2026-03-01,Squat,5,99"] * 21_000)
    with pytest.raises(ImportRefused, match="sets"):
        told(data, said)


@settings(max_examples=60, deadline=None)
@given(mutated(SEEDS))
def test_no_damage_gets_past_the_door(damaged: tuple[str, bytes]) -> None:
    name, data = damaged
    never_crashes(name, data)
    piece = piece_of(name, data)
    try:
        if not claims(piece):
            return
        table = asked_of(data)
    except ImportRefused:
        return
    said = dict(zip(table.header, table.guess, strict=True))
    try:
        found = told(data, said, unit="kg")
    except ImportRefused:
        return
    skipped = sum(count for _, count in found.skipped)
    assert found.rows_read == found.rows_used + skipped + len(found.reported)
