"""Oura: the Trends CSV, and the CSV and JSON of an account's export."""

from __future__ import annotations

import csv
import json
from datetime import date

import pytest
from hypothesis import given, settings
from mutating import mutated, never_crashes
from reading_files import SAMPLES, read_data, read_files, read_path
from seeds_oura import DOCUMENT, SEEDS, SLEEPS, TRENDS

from underbar.diary.notation import format_diary
from underbar.diary.records import Hrv, Pulse, Sleep
from underbar.importers import ImportRefused

SAMPLE = SAMPLES / "oura" / "hwetsman__EKG2__oura.csv"
NIGHT = "2026-03-01 sleep 7h\n2026-03-01 hrv 43\n2026-03-01 pulse 51\n"


def test_trends_has_a_row_a_day() -> None:
    found = read_data(TRENDS.encode())
    assert format_diary(found.entries) == (
        "2026-03-01 sleep 7h52\n2026-03-01 hrv 43\n2026-03-01 pulse 51\n"
        "2026-03-02 sleep 7h\n2026-03-02 pulse 52\n"
    )
    assert (found.source, found.rows_read, found.rows_used) == ("oura", 3, 2)
    assert found.skipped == (("nothing measured", 1),)


def test_an_account_gives_the_same_night_as_csv_and_as_json() -> None:
    table, document = read_data(SLEEPS.encode()), read_data(DOCUMENT.encode(), "export.json")
    assert format_diary(table.entries) == format_diary(document.entries) == NIGHT
    assert table.entries == document.entries
    assert (table.rows_read, document.rows_read) == (4, 4)
    assert dict(document.skipped) == {"a record of other things that Oura measures": 2}
    both = read_files({"sleepmodel.csv": SLEEPS.encode(), "export.json": DOCUMENT.encode()})
    assert [entry.id for entry in both.accounts[0].entries] == [entry.id for entry in table.entries]


def test_deleted_and_rejected_sleeps_and_naps_are_no_nights() -> None:
    found = read_data(SLEEPS.encode())
    assert dict(found.skipped) == {
        "a sleep that was deleted in Oura": 1,
        "a rest that Oura took for sleep": 1,
    }
    assert dict(found.left_out) == {
        "naps, which are no nights": 1,
        "the pulse or HRV of a short sleep": 2,
    }


def test_a_late_nap_is_one_also_at_night_and_if_long() -> None:
    late = SLEEPS.replace("19:00:00.000+01:00;2026-03-01T18:20", "23:50:00.000+01:00;2026-03-01T20:20")
    assert late != SLEEPS
    found = read_data(late.replace(";2100;", ";12000;").encode())
    assert format_diary(found.entries) == NIGHT


@pytest.mark.parametrize("written", ['[{"bedtime', '{"data": [{"bedtime', '{"sleep": {"data": [{"bedtime'])
def test_json_as_a_list_or_within_data(written: str) -> None:
    (record, *_) = json.loads(DOCUMENT)["sleep"]
    inner = {"bedtime_start": record.pop("bedtime_start"), **record}
    whole = {"[": [inner], '{"d': {"data": [inner]}, '{"s': {"sleep": {"data": [inner]}}}
    data = json.dumps(next(value for start, value in whole.items() if written.startswith(start)))
    assert data.startswith(written)
    assert format_diary(read_data(data.encode(), "sleep.json").entries) == NIGHT


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("28320", "29999", "longer than the time"),
        ("28320", "x", "the time asleep is not a number"),
        ("28320", "-60", "below 0"),
        ("2026-03-01,84", "01.03.2026,84", "day is not a date"),
        ("2026-02-28T22:39:08-06:00", "", "without the beginning"),
        ("2026-03-01T06:53:08-06:00", "2026-13-01T06:53:08-06:00", "the end of the sleep: the calendar"),
        ("2026-03-01T06:53:08-06:00", "2026-03-03T06:53:08-06:00", "36 hours"),
        ("2026-03-01T06:53:08-06:00", "soon", "the end of the sleep is not a time"),
        (",43\n", ",43,44\n", "10 columns"),
    ],
)
def test_a_row_that_is_not_understood_is_reported(old: str, new: str, said: str) -> None:
    assert TRENDS.count(old) == 1
    found = read_data(TRENDS.replace(old, new).encode())
    assert [(problem.line, said in problem.message) for problem in found.reported] == [(2, True)]
    assert {entry.day for entry in found.entries} == {date(2026, 3, 2)}


def test_a_kind_that_is_not_known_and_records_that_are_none_are_reported() -> None:
    assert len(read_data(SLEEPS.replace(";rest", ";doze").encode()).reported) == 1
    damaged = json.loads(DOCUMENT)
    damaged["sleep"] += [
        None,
        [],
        {"day": "2026-03-05"},
        {**damaged["sleep"][0], "total_sleep_duration": 1e300},
    ]
    found = read_data(json.dumps(damaged).encode(), "export.json")
    assert (len(found.reported), found.nights) == (4, 1)


def test_a_document_without_lists_is_refused() -> None:
    with pytest.raises(ImportRefused, match="no list as Oura"):
        read_data(b'{"daily_sleep": {"bedtime_start": 1}}', "export.json")


@pytest.mark.skipif(not SAMPLE.exists(), reason="the shared samples are not on this machine")
def test_a_real_export_is_read_whole() -> None:
    with SAMPLE.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["Total Sleep Duration"] not in ("", "None")]
    (found,) = read_path(SAMPLE).accounts
    assert (found.rows_read, found.rows_used, found.reported) == (1298, len(rows), ())
    assert read_path(SAMPLE).accounts == (found,)

    records = [(str(entry.day), entry.record) for entry in found.entries]
    sleeps = {day: record.seconds for day, record in records if isinstance(record, Sleep)}
    pulses = {day: record.beats for day, record in records if isinstance(record, Pulse)}
    hrvs = {day: record.milliseconds for day, record in records if isinstance(record, Hrv)}
    assert sleeps == {row["date"]: int(row["Total Sleep Duration"]) for row in rows}
    assert pulses == {row["date"]: float(row["Lowest Resting Heart Rate"]) for row in rows}
    assert hrvs == {row["date"]: float(row["Average HRV"]) for row in rows}


@pytest.mark.skipif(not SAMPLE.exists(), reason="the shared samples are not on this machine")
def test_a_later_export_brings_only_what_is_new() -> None:
    lines = SAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)
    whole = {entry.id for entry in read_data("".join(lines).encode()).entries}
    earlier = {entry.id for entry in read_data("".join(lines[:700]).encode()).entries}
    later = {entry.id for entry in read_data("".join([lines[0], *lines[600:]]).encode()).entries}
    assert earlier < whole
    assert earlier | later == whole
    assert len(earlier & later) > 250


@settings(max_examples=60, deadline=None)
@given(mutated(SEEDS))
def test_no_damage_gets_past_the_door(damaged: tuple[str, bytes]) -> None:
    never_crashes(*damaged)
