"""StrongLifts: a row an exercise, and the old layout of a row a workout."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from log_words import lifts, work
from reading_files import SAMPLES, read_data, read_path
from seeds_stronglifts import HEADER, OLD_HEADER

from underbar.diary.records import Bodyweight
from underbar.importers import Imported, NeedsUnit, piece_of
from underbar.importers.stronglifts.adapter import claims
from underbar.quantities import Unit, Weight

FILES = sorted(SAMPLES.glob("stronglifts/*.csv"))


def stronglifts(*rows: str, header: str = HEADER, unit: Unit | None = None) -> Imported:
    return read_data("\n".join((header, *rows)).encode("utf-8-sig"), unit=unit)


def row(
    *sets: str,
    day: str = "2024/01/01",
    start: str = "18:05",
    exercise: str = "Squat",
    body: str = "75",
    notes: str = "",
) -> str:
    cells = ",".join(sets + ("",) * (6 - len(sets)))
    return f'{day},1,Workout A,5x5,{body},"{exercise}",,,,,,,,0.9,{start},19:00,{notes},{cells}'


def old(*cells: str, day: str = "07/25/16", body: str = "183lb") -> str:
    return f'{day},"",A,{body},' + ",".join(cells + ("",) * (12 - len(cells)))


def test_a_row_holds_the_sets_of_an_exercise() -> None:
    found = stronglifts(
        row("5", "40", "5", "42.5", "-", "42.5", notes="hips"),
        row("8", "", exercise="Pull Ups"),
        row("0", "60", exercise="Deadlift"),
    )
    assert work(found) == [("squat", "40kg 1x5 42.5kg 1x5"), ("Pull Ups", "body 1x8")]
    assert (found.rows_read, found.rows_used, found.sets_stored) == (3, 2, 3)
    assert dict(found.skipped) == {"no repetitions, time or distance": 1}
    assert dict(found.left_out)["a set that was not done"] == 1
    assert dict(found.left_out)["notes"] == 1
    weighed = [entry for entry in found.entries if isinstance(entry.record, Bodyweight)]
    assert [(entry.day, entry.record) for entry in weighed] == [
        (date(2024, 1, 1), Bodyweight(Weight(75.0, "kg")))
    ]


@pytest.mark.parametrize(
    ("start", "minutes"), [("18:05", 1085), ("6:05 PM", 1085), ("12:10 AM", 10), ("", None)]
)
def test_the_start_is_a_time_where_it_is_known(start: str, minutes: int | None) -> None:
    found = stronglifts(row("5", "40", start=start, body=""))
    assert [entry.time for entry in found.entries] == [minutes]
    assert found.first_day == (date(2023, 12, 31) if minutes == 10 else date(2024, 1, 1))


def test_pounds_and_another_order_of_the_date() -> None:
    header = HEADER.replace("(KG)", "(LB)").replace("yyyy/mm/dd", "dd/mm/yyyy").replace("×", "x")
    found = stronglifts(row("5", "135", day="05/01/2024"), header=header)
    assert work(found) == [("squat", "135lb 1x5")]
    assert (found.first_day, found.unit) == (date(2024, 1, 5), "lb")


@pytest.mark.parametrize(
    "bad",
    [
        row("5", "40", day="2024/13/01"),
        row("5", "40", day="yesterday"),
        row("5", "40", start="25:00"),
        row("5", "40", start="late"),
        row("5", "heavy"),
        row("5", "701"),
        row("five", "40"),
        row("5.5", "40"),
        row("1001", "40"),
        row("5", "40", exercise=""),
        row("5", "40", body="plenty"),
        "2024/01/01,1",
    ],
)
def test_a_row_that_is_not_understood_is_reported_once(bad: str) -> None:
    found = stronglifts(row("5", "40"), bad)
    assert [problem.line for problem in found.reported] == [3]
    assert (found.rows_read, found.rows_used) == (2, 1)


def test_the_old_layout_in_the_unit_of_the_body_weight() -> None:
    rows = [
        old("Squat", "60", "135", "5", "5", "4", "Deadlift", "80", "175", "5", body="183.00lb"),
        old("Squat", "62.5", "140", "5", "5", "5", day="07/27/16", body="183.00lb"),
    ]
    found = stronglifts(*rows, header=OLD_HEADER)
    assert work(found) == [
        ("squat", "135lb 2x5 135lb 1x4"),
        ("deadlift", "175lb 1x5"),
        ("squat", "140lb 3x5"),
    ]
    assert found.entries[0].day == date(2016, 7, 25)
    assert found.entries[0].time is None
    kilos = stronglifts(*(each.replace("183.00lb", "83kg") for each in rows), header=OLD_HEADER)
    assert work(kilos)[1:] == [("deadlift", "80kg 1x5"), ("squat", "62.5kg 3x5")]


def test_both_units_and_none_that_is_the_lifters_is_asked() -> None:
    bare = old("Squat", "60", "135", "5", body="")
    with pytest.raises(NeedsUnit):
        stronglifts(bare, header=OLD_HEADER)
    assert work(stronglifts(bare, header=OLD_HEADER, unit="kg")) == [("squat", "60kg 1x5")]


@pytest.mark.parametrize(
    ("header", "claimed"),
    [
        (HEADER, True),
        (OLD_HEADER, True),
        ("Date,Exercise,Set 1,Weight (kg)", False),
        ("Date,Exercise,Weight (kg),Set 1,Set 2", False),
        ("Date (yyyy/mm/dd),Exercise,Sets", False),
    ],
)
def test_a_table_of_ones_own_is_not_of_this_app(header: str, claimed: bool) -> None:
    assert claims(piece_of("log.csv", f"{header}\n".encode())) is claimed


def test_a_later_export_adds_only_the_new() -> None:
    first = row("5", "40")
    before, later = stronglifts(first), stronglifts(first, row("5", "45", day="2024/01/03"))
    assert stronglifts(first) == before
    assert {entry.id for entry in before.entries} < {entry.id for entry in later.entries}
    assert len(later.entries) == len(before.entries) + 2


@pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")
def test_a_real_file_is_stored_whole() -> None:
    header, *rows = csv.reader(FILES[0].read_text(encoding="utf-8-sig").splitlines())
    found = read_path(FILES[0]).accounts[0]
    sets = repetitions = volume = 0.0
    for each in rows:
        weight = 0.0
        for name, cell in zip(header, each, strict=True):
            weight = float(cell) if name == "Weight (LB)" else weight
            if name.startswith("Set ") and cell:
                sets, repetitions, volume = sets + 1, repetitions + int(cell), volume + int(cell) * weight
    work_done = [each for lift in lifts(found) for each in lift.work]
    assert (found.rows_read, found.reported, found.sets_stored) == (len(rows), (), sets)
    assert sum(each.sets.count * each.sets.amount for each in work_done) == repetitions
    assert volume == pytest.approx(
        sum(each.weight.value * each.sets.count * each.sets.amount for each in work_done if each.weight)
    )
    assert dict(found.readings) == {"weight": len({each[0] for each in rows})}
