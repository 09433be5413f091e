"""Health Auto Export: sleep in three shapes, readings with their units, and everything else counted."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from mutating import mutated, never_crashes
from reading_files import read_data
from seeds_health_auto_export import (
    HRV,
    NIGHT,
    OLD_NIGHT,
    PULSE,
    SEEDS,
    STAGES,
    STEPS,
    WEIGHT,
    WHOLE,
    document,
)

from underbar.diary.notation import format_diary
from underbar.importers import Imported, ImportRefused


def exported(*metrics: tuple[str, str, list[Any]], **beside: list[Any]) -> Imported:
    return read_data(document(*metrics, **beside), "HealthAutoExport.json")


def slept(*records: Any) -> Imported:
    return exported(("sleep_analysis", "hr", list(records)))


def test_a_whole_file_with_its_account() -> None:
    found = read_data(WHOLE, "HealthAutoExport.json")
    assert format_diary(found.entries) == (
        "2021-03-02 sleep 7h30\n"
        "2026-03-02 sleep 7h\n2026-03-02 hrv 45.2\n2026-03-02 pulse 51\n2026-03-02 bodyweight 178.4lb\n"
        "2026-03-03 sleep 6h30\n"
    )
    assert (found.source, found.rows_read, found.rows_used) == ("health-auto-export", 14, 9)
    assert dict(found.skipped) == {
        "a measurement that the diary does not keep": 2,
        "a workout of which no sets are told": 1,
        "time awake": 1,
        "time in bed alone, which is not sleep": 1,
    }
    assert read_data(WHOLE, "HealthAutoExport.json") == found


def test_the_source_is_the_device_and_never_its_owner() -> None:
    sources = {(str(entry.day), entry.source) for entry in slept(OLD_NIGHT, NIGHT, *STAGES).entries}
    assert sources == {("2021-03-02", "apple-watch"), ("2026-03-02", "oura"), ("2026-03-03", "apple-watch")}
    assert [entry.source for entry in exported(PULSE, WEIGHT).entries] == ["health-auto-export"] * 2
    together = slept({**NIGHT, "source": "Sam's Apple Watch|Sams Watch"})
    assert [entry.source for entry in together.entries] == ["apple-watch"]


@pytest.mark.parametrize(
    ("change", "hours"),
    [
        ({}, "7h"),
        ({"totalSleep": 6.5}, "6h30"),
        ({"asleep": 0.5}, "7h30"),
        ({"core": 0, "deep": 0, "rem": 0, "asleep": 7.25}, "7h15"),
        ({"core": None, "inBedStart": None}, "3h"),
    ],
)
def test_the_hours_of_a_night(change: dict[str, Any], hours: str) -> None:
    assert format_diary(slept({**NIGHT, **change}).entries) == f"2026-03-02 sleep {hours}\n"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"inBed": 8}, "time in bed alone, which is not sleep"),
        ({}, "time awake"),
        ({"awake": 0}, "nothing measured"),
    ],
)
def test_what_is_not_sleep_is_counted(change: dict[str, Any], said: str) -> None:
    found = slept({**NIGHT, "core": 0, "deep": 0, "rem": 0, **change})
    assert (found.entries, dict(found.skipped)) == ((), {said: 1})


def test_stages_that_overlap_are_not_added_up() -> None:
    unstaged = {**STAGES[1], "value": "Asleep", "endDate": "2026-03-03 06:00:00 +0100"}
    found = slept(*STAGES, unstaged)
    assert format_diary(found.entries) == "2026-03-03 sleep 6h30\n"


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (None, "no object"),
        ({**NIGHT, "core": "many"}, "core is not a number of hours"),
        ({**NIGHT, "core": 99}, "core is not a number of hours"),
        ({**NIGHT, "core": 7}, "longer than the time"),
        ({**NIGHT, "sleepStart": ""}, "sleepStart is not a time"),
        ({**NIGHT, "sleepEnd": "2026-03-02 13:30:00 PM +0100"}, "sleepEnd: the clock"),
        ({**STAGES[1], "value": "Dozing"}, "value is no stage"),
        ({**STAGES[1], "value": 3}, "value is no stage"),
        ({**STAGES[1], "endDate": "2026-03-02 22:00:00 +0100"}, "36 hours"),
    ],
)
def test_a_record_that_is_not_understood_is_reported(record: Any, said: str) -> None:
    found = slept(OLD_NIGHT, record)
    assert [said in problem.message for problem in found.reported] == [True]
    assert (found.nights, found.rows_read) == (1, 2)


@pytest.mark.parametrize(
    ("metric", "change", "said"),
    [
        (PULSE, {"qty": None}, "qty is not a number"),
        (PULSE, {"qty": "nan"}, "qty is not a number"),
        (HRV, {"date": "yesterday"}, "date is not a time"),
    ],
)
def test_a_reading_that_is_not_understood_is_reported(
    metric: tuple[str, str, list[Any]], change: dict[str, Any], said: str
) -> None:
    name, units, (record, *_) = metric
    found = exported((name, units, [{**record, **change}, record]))
    assert [said in problem.message for problem in found.reported] == [True]
    assert len(found.entries) == 1


def test_a_weight_needs_a_unit_that_is_known() -> None:
    found = exported(("weight_body_mass", "st", WEIGHT[2]), ("weight_body_mass", "kg", WEIGHT[2]))
    assert ["neither kg nor lb" in problem.message for problem in found.reported] == [True]
    assert format_diary(found.entries) == "2026-03-02 bodyweight 178.4kg\n"


def test_a_day_is_the_one_that_its_own_offset_says() -> None:
    late = {"date": "2026-03-02 23:30:00 -0800", "qty": 52, "source": ""}
    assert format_diary(exported(("resting_heart_rate", "bpm", [late])).entries) == "2026-03-02 pulse 52\n"


def test_a_file_of_workouts_alone_is_counted() -> None:
    found = read_data(b'{"data": {"workouts": [{"name": "Running"}, {"name": "Yoga"}]}}', "workouts.json")
    assert (found.entries, dict(found.skipped)) == ((), {"a workout of which no sets are told": 2})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (document(STEPS)[:-3], "breaks off"),
        (document(STEPS).replace(b"9000", b"NaN"), "damaged"),
        (document(STEPS)[:-1] + b', "data": 5}', "no data as Health Auto Export"),
    ],
)
def test_a_damaged_file_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(ImportRefused, match=said):
        read_data(data, "HealthAutoExport.json")


@settings(max_examples=60, deadline=None)
@given(mutated(SEEDS))
def test_no_damage_gets_past_the_door(damaged: tuple[str, bytes]) -> None:
    never_crashes(*damaged)
