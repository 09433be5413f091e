"""The files of a Garmin export and the answers of Garmin Connect: nights, pulse, HRV and weight."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from mutating import mutated, never_crashes
from reading_files import read_data, read_files
from seeds_garmin import SEEDS

from underbar.diary.records import Sleep
from underbar.importers import Imported, ImportRefused, Zones

NIGHT = {
    "sleepStartTimestampGMT": "2026-03-01T22:00:00.0",
    "sleepEndTimestampGMT": "2026-03-02T06:00:00.0",
    "calendarDate": "2026-03-02",
    "sleepWindowConfirmationType": "ENHANCED_CONFIRMED_FINAL",
    "deepSleepSeconds": 7200,
    "lightSleepSeconds": 14400,
    "remSleepSeconds": 3600,
    "awakeSleepSeconds": 3600,
    "unmeasurableSeconds": 0,
    "retro": False,
}
NEXT = {
    **NIGHT,
    "calendarDate": "2026-03-03",
    "sleepStartTimestampGMT": "2026-03-02T22:00:00.0",
    "sleepEndTimestampGMT": "2026-03-03T06:00:00.0",
}
TOKYO = Zones(before=ZoneInfo("Asia/Tokyo"))


def export(*records: Any, name: str = "2026-01-01_2026-04-01_1234_sleepData.json", **asked: Any) -> Imported:
    return read_data(json.dumps(records).encode(), name, **asked)


def said(found: Imported) -> dict[str, str]:
    return {f"{entry.day} {type(entry.record).__name__}": str(entry.id) for entry in found.entries}


def nights(found: Imported) -> dict[date, int]:
    return {entry.day: entry.record.seconds for entry in found.entries if isinstance(entry.record, Sleep)}


def test_a_whole_export_of_four_kinds_and_an_answer() -> None:
    (found,) = read_files(dict(SEEDS)).accounts
    assert said(found) == {
        "2026-03-02 Sleep": "garmin-sleep-20260302-25200",
        "2026-03-02 Pulse": "garmin-pulse-20260302-52",
        "2026-03-02 Hrv": "garmin-hrv-20260302-48",
        "2026-03-02 Bodyweight": "garmin-weight-20260302-81.5kg",
        "2026-03-03 Pulse": "garmin-pulse-20260303-51",
    }
    assert (found.source, found.rows_read, found.rows_used, found.reported) == ("garmin", 7, 6, ())
    assert dict(found.skipped) == {"an empty record": 1}
    assert dict(found.left_out) == {
        "naps, which are no nights": 1,
        "heart rates asleep, which are not the resting pulse": 1,
        "further readings of a day, put together with the first": 2,
    }


@pytest.mark.parametrize(
    "changed",
    [
        {"sleepStartTimestampGMT": 1772402400, "sleepEndTimestampGMT": 1772431200},
        {"sleepStartTimestampGMT": 1772402400000, "sleepEndTimestampGMT": 1772431200000},
        {"sleepStartTimestampGMT": "2026-03-01T22:00:00", "sleepEndTimestampGMT": "2026-03-02T06:00:00Z"},
        {"remSleepSeconds": None, "lightSleepSeconds": 18000},
        {"sleepTimeSeconds": 1, "awakeSleepSeconds": None},
        {
            "deepSleepSeconds": None,
            "lightSleepSeconds": None,
            "remSleepSeconds": None,
            "sleepTimeSeconds": 25200,
        },
    ],
    ids=["seconds", "milliseconds", "text", "without REM", "stages first", "total alone"],
)
def test_times_and_stages_as_exports_of_all_years_have_them(changed: dict[str, Any]) -> None:
    found = export({**NIGHT, **changed})
    assert nights(found) == {date(2026, 3, 2): 25200}
    assert found.entries == export(NIGHT).entries


def test_what_is_no_sleep_is_counted() -> None:
    no_stages = dict.fromkeys(("deepSleepSeconds", "lightSleepSeconds", "remSleepSeconds"))
    found = export(
        {"retro": True},
        {"retro": True, "calendarDate": None},
        {**NIGHT, **no_stages},
        {**NIGHT, "sleepWindowConfirmationType": "OFF_WRIST"},
        {**NIGHT, **no_stages, "sleepStartTimestampGMT": None, "sleepEndTimestampGMT": None},
        {"calendarDate": "2026-03-02", "lightSleepSeconds": 7200},
    )
    assert [problem.message for problem in found.reported] == [
        "a time asleep without the beginning and end of it"
    ]
    assert dict(found.skipped) == {
        "an empty record": 2,
        "time in bed alone, which is not sleep": 1,
        "a night on which the watch was not worn": 1,
        "nothing measured": 1,
    }
    assert (found.rows_read, found.rows_used, found.entries) == (6, 0, ())


def test_the_day_is_garmins_and_naps_by_the_lifters_clock() -> None:
    short = {**NIGHT, "deepSleepSeconds": 0, "lightSleepSeconds": 7000, "remSleepSeconds": 0}
    short["sleepEndTimestampGMT"] = "2026-03-02T00:00:00.0"
    assert nights(export(short)) == {date(2026, 3, 2): 7000}
    in_tokyo = {
        **short,
        "sleepStartTimestampGMT": "2026-03-02T02:00:00",
        "sleepEndTimestampGMT": "2026-03-02T04:00:00",
    }
    found = export(in_tokyo, zones=TOKYO)
    assert (nights(found), dict(found.left_out)) == ({}, {"naps, which are no nights": 1})


def test_an_answer_knows_its_zone_by_its_two_clocks() -> None:
    by_day = {**NIGHT, "deepSleepSeconds": 0, "lightSleepSeconds": 3600, "remSleepSeconds": 3000}
    by_day |= {"sleepStartTimestampGMT": 1772420400000, "sleepEndTimestampGMT": 1772427600000}  # 3:00 to 5:00

    def found(hours: float | None, **asked: Any) -> dict[date, int]:
        clock = {} if hours is None else {"sleepEndTimestampLocal": 1772427600000 + hours * 3_600_000}
        return nights(read_data(json.dumps({"dailySleepDTO": {**by_day, **clock}}).encode(), **asked))

    night = {date(2026, 3, 2): 6600}
    assert (found(None), found(9), found(9.05), found(24)) == (night, {}, night, night)
    assert (found(None, zones=TOKYO), found(0, zones=TOKYO)) == ({}, night)


def test_an_answer_without_a_night_still_has_its_readings() -> None:
    empty = {"calendarDate": "2026-03-02", "sleepTimeSeconds": None, "sleepStartTimestampGMT": None}
    answers = [
        {"dailySleepDTO": empty, "restingHeartRate": 52, "avgOvernightHrv": 47.0},
        {"dailySleepDTO": {**NIGHT, "calendarDate": "2026-03-03"}, "dailyNapDTOS": [{"napTimeSec": 900}]},
        {"dailySleepDTO": {"calendarDate": None}},
        {"dailySleepDTO": None},
    ]
    found = read_data(json.dumps(answers).encode(), "answers.json")
    assert said(found) == {
        "2026-03-02 Pulse": "garmin-pulse-20260302-52",
        "2026-03-02 Hrv": "garmin-hrv-20260302-47",
        "2026-03-03 Sleep": "garmin-sleep-20260303-25200",
    }
    assert dict(found.skipped) == {"an empty record": 2}
    assert dict(found.left_out) == {"naps, which are no nights": 1}
    unworn = {"dailySleepDTO": {**NIGHT, "sleepWindowConfirmationType": "off_wrist"}}
    found = read_data(json.dumps(unworn).encode())
    assert dict(found.skipped) == {"a night on which the watch was not worn": 1}


def test_the_resting_pulse_of_the_day_is_the_one_that_the_app_shows() -> None:
    found = export(
        {"calendarDate": "2026-03-02", "restingHeartRate": 52, "currentDayRestingHeartRate": 105},
        {"calendarDate": "2026-03-03", "restingHeartRate": 0, "currentDayRestingHeartRate": 54},
        {"calendarDate": "2026-03-04", "restingHeartRate": None, "totalSteps": 3},
        {"calendarDate": "2026-03-05", "restingHeartRate": 511},
        name="UDSFile_2026-01-01_2026-04-01.json",
    )
    assert said(found) == {
        "2026-03-02 Pulse": "garmin-pulse-20260302-52",
        "2026-03-03 Pulse": "garmin-pulse-20260303-54",
    }
    assert dict(found.skipped) == {"nothing measured": 1}
    assert dict(found.left_out) == {"a reading that no body has": 1}


def weight(value: float | None, at: str | None, day: str | None = "2026-03-02") -> dict[str, Any]:
    return {"metaData": {"calendarDate": day}, "weight": {"weight": value, "timestampGMT": at}}


def test_a_weight_is_in_grams_and_on_the_day_on_which_it_was_taken() -> None:
    found = export(
        weight(81500.0, "2026-03-01T23:30:00.0"),
        weight(81500.0, "2026-03-01T23:30:00.0", "2026-03-09"),
        weight(80.2, None, "2026-03-03T00:00:00.0"),
        weight(None, "2026-03-05T06:00:00.0"),
        {"metaData": {"calendarDate": "2026-03-06"}, "vo2MaxRunning": 50.0},
        weight(80.1, None, None),
        name="1234_userBioMetrics.json",
        zones=TOKYO,
    )
    assert said(found) == {
        "2026-03-02 Bodyweight": "garmin-weight-20260302-81.5kg",
        "2026-03-03 Bodyweight": "garmin-weight-20260303-80.2kg",
    }
    assert dict(found.skipped) == {"nothing measured": 2}
    assert [problem.message for problem in found.reported] == ["a weight without a day"]


def test_records_that_stand_in_several_files_count_once() -> None:
    napped = {**NEXT, "napList": [{"napTimeSec": 1800}]}
    first, second = json.dumps([NIGHT, napped]).encode(), json.dumps([napped]).encode()
    (found,) = read_files({"1_sleepData.json": first, "2_sleepData.json": second}).accounts
    assert len(nights(found)) == 2
    assert dict(found.skipped) == {"there twice": 1}
    assert dict(found.left_out) == {"naps, which are no nights": 1}


def test_the_same_file_again_has_the_same_ids_and_a_later_one_only_new_ones() -> None:
    first, again, more = export(NIGHT), export(NIGHT), export(NIGHT, NEXT)
    assert first == again
    assert {entry.id for entry in first.entries} < {entry.id for entry in more.entries}
    assert len(more.entries) == 2


REPORTED = {
    "no beginning": ({"sleepStartTimestampGMT": None}, "beginning and end"),
    "no keys of times": ({"sleepStartTimestampGMT": None, "sleepEndTimestampGMT": None}, "beginning and end"),
    "a word for a day": ({"calendarDate": "yesterday"}, "calendarDate is not a date"),
    "a day that is not": ({"calendarDate": "2026-02-30"}, "calendarDate is not a date"),
    "a time that is not": ({"sleepEndTimestampGMT": "2026-03-02T25:00:00"}, "sleepEndTimestampGMT"),
    "a time far away": ({"sleepEndTimestampGMT": 1e14}, "sleepEndTimestampGMT"),
    "a time before 1950": ({"sleepStartTimestampGMT": -1e12}, "sleepStartTimestampGMT"),
    "the end first": ({"sleepEndTimestampGMT": "2026-03-01T21:00:00"}, "does not end within 36 hours"),
    "more sleep than time": ({"deepSleepSeconds": 72000}, "longer than the time"),
}


@pytest.mark.parametrize(("changed", "message"), REPORTED.values(), ids=REPORTED.keys())
def test_a_record_that_is_not_understood_is_reported(changed: dict[str, Any], message: str) -> None:
    found = export({**NIGHT, **changed}, NEXT)
    (problem,) = found.reported
    assert (problem.line, message in problem.message) == (0, True)
    assert (found.rows_read, list(nights(found))) == (2, [date(2026, 3, 3)])


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("1_sleepData.json", b"[1, 2]", "no records as Garmin writes them"),
        ("1_sleepData.json", b'[{"calendarDate": "2026-03-02"', "breaks off or is damaged"),
        ("UDSFile_1.json", b"[" * 100_000, "no JSON text"),
        ("UDSFile_1.json", b'[{"restingHeartRate": NaN}]', "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(name: str, data: bytes, message: str) -> None:
    with pytest.raises(ImportRefused, match=message):
        read_data(data, name)


def test_no_depth_gets_past_the_door() -> None:
    for depth in (*range(100, 850, 50), *range(850, 1000)):
        never_crashes(
            "UDSFile_1.json", b'[{"calendarDate":"2026-03-02","a":' + b"[" * depth + b"]" * depth + b"}]"
        )


def test_other_files_of_the_export_are_named_by_what_their_names_have_in_common() -> None:
    other = b'[{"calendarDate": 1772402400000}]'
    names = (
        "Metrics/EnduranceScore_1_2.json",
        "Metrics/EnduranceScore_2_3.json",
        "Fitness/me_activities.json",
    )
    brought = read_files({f"Wellness/{SEEDS[0][0]}": SEEDS[0][1], **dict.fromkeys(names, other)})
    assert [account.source for account in brought.accounts] == ["garmin"]
    assert {(unread.name, unread.files) for unread in brought.unread} == {
        ("Metrics/EnduranceScore_#_#.json", 2),
        ("Fitness/me_activities.json", 1),
    }


@settings(max_examples=60, deadline=None)
@given(mutated(SEEDS))
def test_no_damage_of_a_garmin_file_gets_past_the_door(damaged: tuple[str, bytes]) -> None:
    never_crashes(*damaged)
