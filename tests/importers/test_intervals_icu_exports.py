"""intervals.icu: a row a day with the sum of sleep, resting pulse, HRV and weight."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from hypothesis import given, settings
from mutating import mutated, never_crashes
from reading_files import SAMPLES, read_data, read_path
from seeds_intervals_icu import APPLE, SEEDS, WELLNESS

from underbar.diary.notation import format_diary
from underbar.diary.records import Bodyweight, Hrv, Pulse, Sleep

SAMPLE = SAMPLES / "intervals_icu" / "badgerman26__athlete-data__wellness.csv"
here = pytest.mark.skipif(not SAMPLE.exists(), reason="the shared samples are not on this machine")


def test_a_day_has_its_sleep_and_readings() -> None:
    found = read_data(WELLNESS.encode())
    assert format_diary(found.entries) == (
        "2026-03-03 pulse 52\n2026-03-03 bodyweight 72.1kg\n"
        "2026-03-04 sleep 26724s\n2026-03-04 hrv 31.4\n2026-03-04 pulse 50\n"
    )
    assert (found.source, found.rows_read, found.skipped) == ("intervals-icu", 3, (("nothing measured", 1),))


def test_what_the_diary_has_no_place_for_is_counted_and_not_read() -> None:
    found = read_data(WELLNESS.encode())
    assert dict(found.left_out) == {
        "notes": 2,
        "HRV as SDNN, beside RMSSD": 2,
        "soreness, fatigue and mood, on scales of another app": 1,
    }
    said = format_diary(found.entries, full=True)
    assert "secret" not in said
    assert "knee" not in said


def test_sdnn_counts_where_the_file_has_no_rmssd() -> None:
    found = read_data(APPLE.encode())
    assert [entry.record.milliseconds for entry in found.entries if isinstance(entry.record, Hrv)] == [
        52.3,
        48,
    ]
    assert found.left_out == ()


def test_a_nap_beside_the_days_sum_does_not_exist() -> None:
    found = read_data(WELLNESS.replace("26724", "3600").encode())
    assert "2026-03-04 sleep 1h\n" in format_diary(found.entries)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2026-03-04,", "4/3/2026,", "date is not a date"),
        ("2026-03-04,", "2026-02-30,", "date is not a date"),
        (",26724,", ",86401,", "sleepSecs is not"),
        (",26724,", ",-5,", "sleepSecs is not"),
        (",50,", ",fifty,", "restingHR is not a number"),
        ("31.351267", "nan", "hrv is not a number"),
        (",7\n", "\n", "10 columns"),
    ],
)
def test_a_row_that_is_not_understood_is_reported(old: str, new: str, said: str) -> None:
    assert WELLNESS.count(old) == 1
    found = read_data(WELLNESS.replace(old, new).encode())
    assert [(problem.line, said in problem.message) for problem in found.reported] == [(2, True)]
    assert {entry.day for entry in found.entries} == {date(2026, 3, 3)}


def test_a_pulse_that_no_body_has_is_counted() -> None:
    found = read_data(WELLNESS.replace(",50,", ",5,").encode())
    assert dict(found.left_out)["a reading that no body has"] == 1
    assert "2026-03-04 pulse" not in format_diary(found.entries)


@here
def test_a_real_export_is_read_whole() -> None:
    with SAMPLE.open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    (found,) = read_path(SAMPLE).accounts
    assert found.rows_read == len(rows)
    assert read_path(SAMPLE).accounts == (found,)
    # The published file breaks off within its last row.
    assert [problem.line for problem in found.reported] == [len(rows) + 1]
    whole = rows[:-1]
    measured = sum(any(row[name] for name in ("sleepSecs", "restingHR", "hrv", "weight")) for row in whole)
    assert found.rows_used == measured
    stored = [(str(entry.day), entry.record) for entry in found.entries]
    assert {day: record.seconds for day, record in stored if isinstance(record, Sleep)} == {
        row["date"]: int(row["sleepSecs"]) for row in whole if row["sleepSecs"]
    }
    assert {day: record.beats for day, record in stored if isinstance(record, Pulse)} == {
        row["date"]: float(row["restingHR"]) for row in whole if row["restingHR"]
    }
    assert {day: record.milliseconds for day, record in stored if isinstance(record, Hrv)} == {
        row["date"]: round(float(row["hrv"]), 1) for row in whole if row["hrv"]
    }
    assert {day: record.weight.value for day, record in stored if isinstance(record, Bodyweight)} == {
        row["date"]: round(float(row["weight"]), 2) for row in whole if row["weight"]
    }


@here
def test_a_later_export_brings_only_what_is_new() -> None:
    lines = SAMPLE.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    whole, earlier = (
        {entry.id for entry in read_data("".join(part).encode()).entries}
        for part in (lines, [lines[0], *lines[51:]])
    )
    assert earlier < whole
    assert {(entry_id or "").split("-")[-2] for entry_id in whole - earlier} > {"20260305", "20260304"}


@settings(max_examples=60, deadline=None)
@given(mutated(SEEDS))
def test_no_damage_gets_past_the_door(damaged: tuple[str, bytes]) -> None:
    never_crashes(*damaged)
