"""FitNotes: days without times, names with commas, weights in either unit."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from log_words import lifts, work
from reading_files import SAMPLES, read_data, read_path

from underbar.diary.notation import format_diary, parse
from underbar.diary.records import Bodyweight
from underbar.importers import Imported, ImportRefused
from underbar.quantities import Weight

HEADER = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment"
IOS = "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind"
BODY = "Date,Time,Measurement,Value,Unit"
FILES = sorted(SAMPLES.glob("fitnotes/*.csv"))


def fitnotes(*rows: str, header: str = HEADER) -> Imported:
    return read_data("\n".join((header, *rows)).encode())


def test_equal_rows_are_work_of_a_day_without_a_time() -> None:
    found = fitnotes(*["2024-03-01,Deadlift,Back,100.0,kgs,5,,,,"] * 3, "2024-03-01,Squat,Legs,60,kgs,5,,,,")
    assert work(found) == [("deadlift", "100kg 3x5"), ("squat", "60kg 1x5")]
    assert {(entry.day, entry.time) for entry in found.entries} == {(date(2024, 3, 1), None)}
    assert (found.source, found.rows_read, found.sets_stored) == ("fitnotes", 4, 4)


@pytest.mark.parametrize(
    "row",
    [
        "2024-03-01,Overhead Press (Each Side, Dumbbells),Shoulders,8.0,kgs,5,,,,",
        '2024-03-01,"Overhead Press (Each Side, Dumbbells)",Shoulders,8.0,kgs,5,,,,',
        '2024-03-01,"Overhead Press (Each Side, Dumbbells)",Shoulders,8.0,kgs,5,,,,,,',
    ],
    ids=["bare", "quoted", "quoted, and blank columns behind"],
)
def test_a_comma_in_a_name_parts_nothing(row: str) -> None:
    assert work(fitnotes(row)) == [("Overhead Press (Each Side, Dumbbells)", "8kg 1x5")]


def test_blank_columns_behind_a_row_are_no_commas_of_a_name() -> None:
    old = "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time"
    assert work(fitnotes("2016-03-01,Pull Up,Back,,8,,,,", header=old)) == [("Pull Up", "body 1x8")]


def test_several_commas_and_none_that_fits() -> None:
    assert work(fitnotes("2024-03-01,Press, one, two, three,Arms,8,lbs,5,,,,")) == [
        ("Press, one, two, three", "8lb 1x5")
    ]
    bad = fitnotes("2024-03-01,Press,Arms,8,kgs,5,,,,", "2024-03-01,Press,Arms,8,kgs,5,,,,fine,really")
    assert [problem[:2] for problem in bad.reported] == [(3, "11 columns where the header has 10")]


def test_headers_of_their_time() -> None:
    old = "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time"
    assert work(fitnotes("2016-03-01,Barbell Squat,Legs,135.0,8,,,", header=old)) == [("squat", "135lb 1x8")]
    kilos = old.replace("lbs", "kgs")
    assert work(fitnotes("2016-03-01,Barbell Squat,Legs,60,8,,,", header=kilos)) == [("squat", "60kg 1x8")]
    bare = old.replace(" (lbs)", "")
    rows = [f"2016-03-{n:02},Barbell Squat,Legs,{60 + 2.5 * n},8,,," for n in range(1, 10)]
    found = fitnotes(*rows, header=bare)
    assert (found.unit, found.unit_how) == ("kg", "inferred")


@pytest.mark.parametrize(
    ("cells", "weight"),
    [
        ("40.00,88.18", "40kg"),
        ("61.23,135.00", "135lb"),
        ("20.00,44.09", "20kg"),
        (",135.00", "135lb"),
        ("42.5,", "42.5kg"),
        (",", "body"),
    ],
)
def test_of_two_units_the_one_that_plates_make(cells: str, weight: str) -> None:
    found = fitnotes(f"2021-05-20,Bench Press,Chest,{cells},8,,,,,wr", header=IOS)
    assert work(found) == [("Bench Press", f"{weight} 1x8")]


@pytest.mark.parametrize(
    ("cells", "done"),
    [
        (",,0:01:30", "1x90s"),
        (",,1:00:01", "1x3601s"),
        (",,12:30", "1x750s"),
        (",,45", "1x45s"),
        ("2,km,", "1x2000m"),
        ("1.5,mi,", "1x2414m"),
        ("100,yd,0:02:00", "1x120s"),
    ],
)
def test_times_and_distances(cells: str, done: str) -> None:
    assert work(fitnotes(f"2024-03-01,Run,Cardio,,,,{cells},")) == [("Run", f"body {done}")]


@pytest.mark.parametrize(
    "row",
    [
        "01/03/2024,Squat,Legs,60,kgs,5,,,,",
        "20240301,Squat,Legs,60,kgs,5,,,,",
        "2024-02-30,Squat,Legs,60,kgs,5,,,,",
        "2024-03-01,,Legs,60,kgs,5,,,,",
        "2024-03-01,Squat,Legs,60,stone,5,,,,",
        "2024-03-01,Squat,Legs,60,,5,,,,",
        "2024-03-01,Squat,Legs,much,kgs,5,,,,",
        "2024-03-01,Squat,Legs,701,kgs,5,,,,",
        "2024-03-01,Squat,Legs,60,kgs,5.5,,,,",
        "2024-03-01,Run,Cardio,,,,5,rods,,",
        "2024-03-01,Run,Cardio,,,,,,1:90,",
        "2024-03-01,Run,Cardio,,,,,,soon,",
        "2024-03-01,Squat",
    ],
)
def test_a_row_that_is_not_understood_is_reported(row: str) -> None:
    found = fitnotes("2024-03-01,Squat,Legs,60,kgs,5,,,,", row)
    assert [problem.line for problem in found.reported] == [3]
    assert found.sets_stored == 1


def test_the_body_tracker_gives_body_weights() -> None:
    found = fitnotes(
        "2024-03-01,07:00:00,Bodyweight,82.4,kgs",
        "2024-03-02,,Bodyweight,181.5,lbs",
        "2024-03-02,07:00:00,Waist,90,cm",
        "2024-03-03,07:00:00,Bodyweight,,kgs",
        "2024-03-03,07:00:00,Bodyweight,82,stone",
        header=BODY,
    )
    weights = [entry.record for entry in found.entries]
    assert weights == [Bodyweight(Weight(82.4, "kg")), Bodyweight(Weight(181.5, "lb"))]
    assert dict(found.skipped) == {"a measurement other than body weight": 1, "nothing measured": 1}
    assert [problem.line for problem in found.reported] == [6]


def test_a_backup_says_how_to_go_on() -> None:
    with pytest.raises(ImportRefused, match="Spreadsheet Export"):
        read_data(b"SQLite format 3\0" + bytes(200), "FitNotes_Backup.fitnotes")


def test_a_later_export_adds_only_the_new_and_corrects_what_was_edited() -> None:
    rows = ["2024-03-01,Deadlift,Back,100,kgs,5,,,,", "2024-03-01,Plank,Abs,,,,,,0:01:00,"]
    before, again = fitnotes(*rows), fitnotes(*rows)
    later = fitnotes(*rows, "2024-03-01,Plank,Abs,,,,,,0:01:00,", "2024-03-02,Squat,Legs,60,kgs,5,,,,")
    assert before == again
    ids = [[entry.id or "" for entry in found.entries] for found in (before, later)]
    assert ids[0][0] == ids[1][0]
    assert ids[0][1] != ids[1][1]
    assert ids[0][1].rpartition("-")[0] == ids[1][1].rpartition("-")[0]
    assert len(ids[1]) == 3


@pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")
@pytest.mark.parametrize("path", FILES, ids=[path.name[:12] for path in FILES])
def test_a_real_file_is_stored_whole(path: Path) -> None:
    rows = []
    for row in list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))[1:]:
        extra = len(row) - 9
        rows.append([row[0], ",".join(row[1 : 2 + extra]), *row[2 + extra :]])
    done = [row for row in rows if row[5] != "0"]
    found = read_path(path).accounts[0]
    assert (found.rows_read, found.sets_stored, found.reported) == (len(rows), len(done), ())
    assert {seen.name: seen.sets for seen in found.exercises} == Counter(row[1] for row in done)
    sets = [each for lift in lifts(found) for each in lift.work]
    assert sum(each.sets.count * each.sets.amount for each in sets) == sum(int(row[5]) for row in done)
    volume = sum(each.weight.value * each.sets.count * each.sets.amount for each in sets if each.weight)
    assert volume == pytest.approx(sum(float(row[3]) * int(row[5]) for row in done))
    assert (str(found.first_day), str(found.last_day)) == (
        min(row[0] for row in done),
        max(row[0] for row in done),
    )
    assert read_path(path).accounts[0] == found
    header, *lines = path.read_text(encoding="utf-8-sig").splitlines()
    older = fitnotes(*(line for line in lines if line < "2024-09-01" or "2025-05" in line[:7]), header=header)
    assert older.entries
    assert {entry.id for entry in older.entries} < {entry.id for entry in found.entries}
    again = parse(format_diary(found.entries, full=True))
    assert not again.problems
    assert list(again.entries) == list(found.entries)
