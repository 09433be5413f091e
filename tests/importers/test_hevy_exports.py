"""Hevy's exports: units of their own, months in any language, newest first."""

from __future__ import annotations

from datetime import date

import pytest
from log_words import work
from reading_files import read_data

from underbar.diary.records import Lift
from underbar.importers import Imported
from underbar.importers.hevy.months import MONTHS

HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)


def hevy(*rows: str, header: str = HEADER) -> Imported:
    return read_data("\n".join((header, *rows)).encode())


def row(
    index: int = 0,
    weight: str = "60",
    reps: str = "5",
    *,
    start: str = "15 Sep 2025, 07:48",
    exercise: str = "Deadlift (Barbell)",
    kind: str = "normal",
    distance: str = "",
    seconds: str = "",
    rpe: str = "",
    notes: str = "",
) -> str:
    return (
        f'"Legs","{start}","{start}","","{exercise}",,"{notes}",{index},"{kind}",'
        f"{weight},{reps},{distance},{seconds},{rpe}"
    )


def test_sets_kinds_and_account() -> None:
    found = hevy(
        row(0, "20", kind="warmup"),
        row(1, rpe="7"),
        row(2, rpe="8"),
        row(3, "50", kind="dropset"),
        row(4, "70", "0", kind="failure"),
        row(0, "", "8", exercise="Pull Up"),
        row(0, "", "", seconds="0", exercise="Plank"),
        row(1, "", "", seconds="60", exercise="Plank", notes="two\nlines"),
        row(2, kind="myo"),
    )
    assert work(found) == [
        ("deadlift", "20kg 1x5"),
        ("deadlift", "60kg 2x5 50kg 1x5 70kg 1x0"),
        ("Pull Up", "body 1x8"),
        ("Plank", "body 1x60s"),
    ]
    assert (found.source, found.unit, found.unit_how, found.warmups) == ("hevy", "kg", "column", 1)
    assert dict(found.skipped) == {"no repetitions, time or distance": 1}
    assert [problem.line for problem in found.reported] == [11]
    assert found.rows_read == 9 == found.sets_stored + 2
    second = found.entries[1].record
    assert isinstance(second, Lift)
    assert (second.missed, second.rpe) == (True, 8.0)


def test_weight_and_distance_have_units_of_their_own() -> None:
    mixed = HEADER.replace("distance_km", "distance_miles")
    run = row(0, "", "", distance="3.1", exercise="Running")
    assert work(hevy(run, header=mixed)) == [("Running", "body 1x4989m")]
    assert work(hevy(run)) == [("Running", "body 1x3100m")]
    pounds = hevy(row(), header=HEADER.replace("weight_kg", "weight_lbs"))
    assert work(pounds) == [("deadlift", "60lb 1x5")]
    assert pounds.unit == "lb"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("5 Mai 2026, 07:34", date(2026, 5, 5)),
        ("25 Juli 2026, 14:21", date(2026, 7, 25)),
        ("1 Fev 2026, 07:34", date(2026, 2, 1)),
        ("1 Abr 2026, 07:34", date(2026, 4, 1)),
        ("1 Ago 2026, 07:34", date(2026, 8, 1)),
        ("1 Set 2026, 07:34", date(2026, 9, 1)),
        ("1 Out 2026, 07:34", date(2026, 10, 1)),
        ("1 Dez 2026, 07:34", date(2026, 12, 1)),
        ("1 de mar. de 2026, 07:34", date(2026, 3, 1)),
        ("1 févr. 2026, 7:34", date(2026, 2, 1)),
        ("1. März 2026, 07:34", date(2026, 3, 1)),
        ("2025-09-15 07:48:00", date(2025, 9, 15)),
        ("2 Sep 2025, 03:10", date(2025, 9, 1)),
    ],
)
def test_months_in_the_language_of_the_phone(written: str, day: date) -> None:
    found = hevy(row(start=written))
    assert [entry.day for entry in found.entries] == [day]


@pytest.mark.parametrize("word", ["lip", "Lis", "srp.", "listopada", "Foo"])
def test_a_month_that_could_be_two_is_reported(word: str) -> None:
    found = hevy(row(start=f"5 {word} 2026, 07:34"), row())
    assert [problem.line for problem in found.reported] == [2]
    assert word.strip(".") in found.reported[0].message
    assert found.sets_stored == 1


def test_the_month_table_says_which_words_are_two_months() -> None:
    assert {word for word, months in MONTHS.items() if len(months) > 1} == {
        "lip",
        "lis",
        "listopad",
        "listopada",
        "srp",
    }
    assert {month for months in MONTHS.values() for month in months} == set(range(1, 13))


def test_newest_first_becomes_oldest_first() -> None:
    found = hevy(
        row(start="15 Sep 2025, 07:48"), row(start="13 Sep 2025, 07:48"), row(start="14 Sep 2025, 07:48")
    )
    assert [entry.day.day for entry in found.entries] == [13, 14, 15]


def test_equal_rows_in_two_blocks_are_both_kept() -> None:
    block = [row(0), row(1)]
    found = hevy(*block, *block)
    assert work(found) == [("deadlift", "60kg 2x5"), ("deadlift", "60kg 2x5")]
    assert found.repeated_workouts == 0
    assert len({entry.id for entry in found.entries}) == 2


@pytest.mark.parametrize("name", ["Pull Up (Assisted)", "Barra Fixa (Assistida)", "Klimmzug (Unterstützt)"])
def test_assistance_is_no_load(name: str) -> None:
    found = hevy(row(exercise=name))
    assert work(found) == [(name, "body 1x5")]
    assert found.unit_how == "not needed"


@pytest.mark.parametrize(
    "bad",
    [
        row(start="2025-09-15T07:48:00Z"),
        row(start="15 Sep 2025"),
        row(start="31 Feb 2025, 07:48"),
        row(exercise=""),
        row(weight="-5"),
        row(weight="x"),
        row(reps="x"),
        row(distance="x"),
        row(seconds="x"),
        row(rpe="x"),
        row(rpe="10.5"),
        row(-1),
        row(weight="701"),
        '"Legs","15 Sep 2025, 07:48"',
    ],
)
def test_a_row_that_is_not_understood_is_reported(bad: str) -> None:
    found = hevy(row(), bad)
    assert [problem.line for problem in found.reported] == [3]
    assert found.sets_stored == 1


def test_ids_do_not_depend_on_the_language_of_the_month() -> None:
    assert hevy(row(start="5 Mai 2026, 07:34")).entries == hevy(row(start="5 May 2026, 07:34")).entries
