"""Liftosaur: its CSV, and its backup in JSON, of which only what was completed counts."""

from __future__ import annotations

import copy
import csv
import io
import json
import zipfile
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from log_words import lifts, work
from reading_files import SAMPLES, read_data, read_path
from seeds_liftosaur import BACKUP, HEADER, a_set

from underbar.importers import Imported, ImportRefused, Zones

FILES = sorted(SAMPLES.glob("liftosaur/*.zip"))


def liftosaur(*rows: str, **asked: Any) -> Imported:
    return read_data("\n".join((HEADER, *rows)).encode(), **asked)


def row(
    reps: str = "5",
    weight: str = "135",
    unit: str = "lb",
    *,
    start: str = "2025-05-20T17:15:00.000Z",
    exercise: str = "Squat",
    warmup: str = "0",
    rpe: str = "",
    notes: str = "",
) -> str:
    return (
        f'{start},GZCLP,Day 1,"{exercise}",{warmup},5,{reps},0,,{rpe},0,135,lb,{weight},{unit},0,,'
        f'"Quadriceps,Glutes",,{notes}'
    )


def backup(**changes: Any) -> dict[str, Any]:
    made = copy.deepcopy(BACKUP)
    made["history"][0].update(changes)
    return made


def read_backup(value: Any, **asked: Any) -> Imported:
    return read_data(json.dumps(value).encode(), "liftosaur-2025-05-21.json", **asked)


def test_only_completed_sets_count() -> None:
    found = liftosaur(
        row(weight="95", warmup="1"), row(rpe="8"), row("3"), row("0"), row("", "", ""), row(notes="slow")
    )
    assert work(found) == [
        ("squat", "95lb 1x5"),
        ("squat", "135lb 1x5 135lb 1x3 135lb 1x0 135lb 1x5"),
    ]
    assert [(lift.warmup, lift.missed, lift.rpe) for lift in lifts(found)] == [
        (True, False, None),
        (False, True, 8.0),
    ]
    assert dict(found.skipped) == {"a set that was not done": 1}
    assert dict(found.left_out) == {"notes": 1}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Squat, Barbell", "squat"),
        ("Deadlift, Trap Bar", "trap-bar-deadlift"),
        ("Squat, Dumbbell", "Squat (Dumbbell)"),
        ("Farmer Walk, slow", "Farmer Walk, slow"),
    ],
)
def test_equipment_behind_a_comma_is_that_of_other_apps(name: str, kept: str) -> None:
    assert work(liftosaur(row(exercise=name))) == [(kept, "135lb 1x5")]


@pytest.mark.parametrize(
    ("start", "day", "minutes"),
    [
        ("2025-05-20T17:15:00.000Z", date(2025, 5, 20), 12 * 60 + 15),
        ("2025-05-20T05:00:00.000Z", date(2025, 5, 20), None),
        ("2025-05-20T07:30:00.000Z", date(2025, 5, 19), 150),
        ("2025-05-20T17:15:00-05:00", date(2025, 5, 20), 17 * 60 + 15),
    ],
)
def test_an_instant_is_read_where_the_lifter_was(start: str, day: date, minutes: int | None) -> None:
    zones = Zones(before=ZoneInfo("America/Chicago"))
    found = liftosaur(row(start=start), zones=zones)
    assert [(entry.day, entry.time) for entry in found.entries] == [(day, minutes)]


def test_a_zone_changes_no_id_of_a_workout_with_a_time() -> None:
    here, there = liftosaur(row()), liftosaur(row(), zones=Zones(before=ZoneInfo("Asia/Tokyo")))
    assert here.entries[0].time != there.entries[0].time
    assert here.entries[0].id == there.entries[0].id


@pytest.mark.parametrize(
    "bad",
    [
        row(start="yesterday"),
        row(exercise=""),
        row(warmup="2"),
        row("x"),
        row("5.5"),
        row(weight="x"),
        row(weight="1501"),
        row(unit="%"),
        row(rpe="11"),
        "2025-05-20T17:15:00.000Z,GZCLP",
    ],
)
def test_a_row_that_is_not_understood_is_reported(bad: str) -> None:
    found = liftosaur(row(), bad)
    assert [problem.line for problem in found.reported] == [3]
    assert found.sets_stored == 1


def test_a_backup_holds_the_same_sets() -> None:
    found = read_backup(BACKUP)
    assert work(found) == [
        ("squat", "95lb 1x5"),
        ("squat", "135lb 1x5 135lb 1x3"),
        ("Farmer Hold", "50lb 1x8"),
    ]
    assert [lift.rpe for lift in lifts(found)] == [None, 8.0, None]
    assert [lift.warmup for lift in lifts(found)] == [True, False, False]
    assert (found.rows_read, found.sets_stored) == (5, 4)
    assert dict(found.skipped) == {"a set that was not done": 1}
    assert dict(found.left_out) == {"other repetitions of the left side": 1}
    assert read_backup({"storage": BACKUP}) == found


def test_a_workout_without_a_date_has_its_start() -> None:
    assert read_backup(backup(date=None)).entries == read_backup(BACKUP).entries
    lost = read_backup(backup(date=None, startTime=None))
    assert (lost.sets_stored, len(lost.reported)) == (0, 4)


def test_ids_of_exercises_become_names() -> None:
    entries = [
        {"exercise": {"id": "bentOverRow", "equipment": "leverageMachine"}, "sets": [a_set(5, 100)]},
        {"exercise": {"id": "deadlift", "equipment": "trapbar"}, "sets": [a_set(5, 100)]},
        {"exercise": {"id": "chinUp"}, "sets": [a_set(5, 0)]},
        {"exercise": {"id": ""}, "sets": [a_set(5, 0)]},
        {"exercise": None, "sets": [a_set(5, 0)]},
    ]
    found = read_backup(backup(entries=entries))
    assert [name for name, _ in work(found)] == [
        "Bent Over Row (Leverage machine)",
        "Deadlift (Trapbar)",
        "Chin Up",
    ]
    assert len(found.reported) == 2


@pytest.mark.parametrize(
    "bad",
    [
        a_set(5, 135, completedWeight={"value": 80, "unit": "%"}),
        a_set(5, 135, completedRpe=12),
        a_set(5, 5000),
        a_set(5, -5),
        a_set(10_000, 135),
    ],
)
def test_a_set_of_a_backup_that_is_not_understood_is_reported(bad: dict[str, Any]) -> None:
    entry = {"exercise": {"id": "squat", "equipment": "barbell"}, "sets": [a_set(5, 135), bad]}
    found = read_backup(backup(entries=[entry]))
    assert (found.sets_stored, len(found.reported), found.rows_read) == (1, 1, 2)


@pytest.mark.parametrize("value", [{"currentProgramId": "x"}, {"storage": 5}, {"history": {"a": 1}}])
def test_a_backup_without_workouts_is_refused(value: Any) -> None:
    with pytest.raises(ImportRefused, match="no history"):
        read_backup(value)


@pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")
def test_the_example_of_liftosaur_itself_is_stored_whole() -> None:
    with zipfile.ZipFile(FILES[0]) as archive:
        text = archive.read("liftosaur_example.csv").decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    found = read_path(FILES[0]).accounts[0]
    assert (found.rows_read, found.sets_stored, found.reported) == (len(rows), len(rows), ())
    assert found.warmups == sum(each["Is Warmup Set?"] == "1" for each in rows)
    sets = [each for lift in lifts(found) for each in lift.work]
    assert sum(each.sets.count * each.sets.amount for each in sets) == sum(
        int(each["Completed Reps"]) for each in rows
    )
    assert sum(each.weight.value * each.sets.count * each.sets.amount for each in sets if each.weight) == sum(
        float(each["Completed Weight Value"]) * int(each["Completed Reps"]) for each in rows
    )
    days = {each["Workout DateTime"][:10] for each in rows}
    assert {str(entry.day) for entry in found.entries} == days
    assert read_path(FILES[0]).accounts[0] == found
