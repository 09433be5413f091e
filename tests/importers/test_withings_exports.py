"""Withings: nights summed up and in raw states, weights in either unit, headers half in any language."""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from mutating import mutated, never_crashes
from reading_files import SAMPLES, read_data, read_files, read_path
from seeds_withings import GERMAN, OLD_WEIGHT, POUNDS, SEEDS, SLEEP, STATES, WEIGHT

from underbar.diary.notation import format_diary
from underbar.diary.records import Sleep
from underbar.importers import Imported, piece_of
from underbar.importers.withings import adapter as withings_adapter

FOLDER = SAMPLES / "withings"
here = pytest.mark.skipif(not FOLDER.exists(), reason="the shared samples are not on this machine")


def withings(text: str, name: str = "sleep.csv") -> Imported:
    return read_data(text.encode(), name)


def test_sleep_is_light_deep_and_rem_and_lying_awake_is_none() -> None:
    found = withings(SLEEP)
    assert format_diary(found.entries) == "2026-03-02 sleep 26000s\n"
    assert (found.source, found.rows_read, found.rows_used) == ("withings", 2, 1)
    assert found.skipped == (("time awake", 1),)
    assert format_diary(withings(GERMAN).entries) == "2026-03-03 sleep 26000s\n"


def test_a_row_of_nothing_at_all_is_counted() -> None:
    found = withings(SLEEP.replace(",0,0,0,1200,", ",0,0,0,0,"))
    assert found.skipped == (("nothing measured", 1),)


def test_raw_states_are_stages_of_one_night() -> None:
    found = withings(STATES, "raw_tracker_sleep-state.csv")
    assert format_diary(found.entries) == "2026-03-03 sleep 5h\n"
    assert found.skipped == (("time awake", 1),)


def test_states_follow_each_other_also_over_time_awake() -> None:
    beside = '2026-03-02T22:00:00+01:00,"[7200,1800,3600]","[1,0,1]"\n2026-03-03T00:05:00+01:00,[300],[2]\n'
    found = withings(f"start,duration,value\n{beside}", "raw_bed_sleep-state.csv")
    assert format_diary(found.entries) == "2026-03-03 sleep 3h05\n"


def test_a_night_in_both_files_counts_once() -> None:
    summed = GERMAN.replace("2026-03-03T00:26:00", "2026-03-02T22:00:00").replace(
        "03T08:26:00", "03T04:05:00"
    )
    files = {"sleep.csv": summed.replace("14000,8000,4000", "10000,6000,3000").encode()}
    files["raw_tracker_sleep-state.csv"] = STATES.encode()
    (found,) = read_files(files).accounts
    assert format_diary(found.entries) == "2026-03-03 sleep 19000s\n"


def test_the_first_weight_of_a_day_counts_in_its_own_unit() -> None:
    found = withings(WEIGHT, "weight.csv")
    assert format_diary(found.entries) == "2026-03-01 bodyweight 80.6kg\n2026-03-02 bodyweight 80.35kg\n"
    assert found.left_out == (("further readings of a day, put together with the first", 1),)
    assert format_diary(withings(POUNDS, "weight.csv").entries) == "2026-03-01 bodyweight 178lb\n"
    assert format_diary(withings(OLD_WEIGHT, "weight.csv").entries) == "2016-02-13 bodyweight 94.34kg\n"
    assert "private" not in format_diary(found.entries, full=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (WEIGHT.replace("kg", "st"), "weight.csv"),
        (WEIGHT.replace("Fat mass (kg)", "Fat mass (lb)"), "weight.csv"),
        (OLD_WEIGHT, "masses.csv"),
        (STATES, "raw_tracker_hr.csv"),
    ],
)
def test_what_withings_did_not_write_so_is_not_taken_for_its_own(text: str, name: str) -> None:
    assert not withings_adapter.claims(piece_of(name, text.encode()))


@pytest.mark.parametrize(
    ("text", "name", "old", "new", "said"),
    [
        (GERMAN, "sleep.csv", "14000", "24000", "longer than the time"),
        (GERMAN, "sleep.csv", "14000", "-1", "below 0"),
        (GERMAN, "sleep.csv", "8000", "long", "a time asleep is not a number"),
        (GERMAN, "sleep.csv", "2026-03-03T08:26:00+01:00", "", "to is not a time"),
        (GERMAN, "sleep.csv", "2026-03-03T08:26", "2026-03-03T28:26", "to: the calendar"),
        (STATES, "sleep-state.csv", "[600,1800,1800,3600]", "[600,1800]", "not of the same length"),
        (STATES, "sleep-state.csv", "[600,1800,1800,3600]", "[600,0,1800,3600]", "above 0 seconds"),
        (STATES, "sleep-state.csv", "[600,1800,1800,3600]", "[600,1800,1800,86400]", "at most a day"),
        (STATES, "sleep-state.csv", "[600,1800,1800,3600]", "[600,1800,1800,3.6]", "whole numbers"),
        (STATES, "sleep-state.csv", "[600,1800,1800,3600]", "{", "whole numbers"),
        (STATES, "sleep-state.csv", "[0,1,1,2]", "[0,1,1,4]", "no state"),
        (WEIGHT, "weight.csv", "80.35", "heavy", "the weight is not a number"),
        (WEIGHT, "weight.csv", "2026-03-02 07:12:00", "2026-03-02 7:12:00 XM", "the date is not a time"),
    ],
)
def test_a_row_that_is_not_understood_is_reported(
    text: str, name: str, old: str, new: str, said: str
) -> None:
    assert text.count(old) == 1
    found = withings(text.replace(old, new), name)
    assert [(problem.line, said in problem.message) for problem in found.reported] == [(2, True)]
    assert found.rows_read == found.rows_used + sum(dict(found.skipped).values()) + 1


def test_a_clock_of_twelve_hours() -> None:
    hours = {"12:05 AM": 0, "7:05 am": 7, "12:05 PM": 12, "9:05\u202fPM": 21}
    rows = "".join(f'"2026-03-0{day} {said}",8{day},,,,,\n' for day, said in enumerate(hours, start=1))
    same_day = "".join(f'"2026-03-05 {said}",9{hour // 3},,,,,\n' for said, hour in reversed(hours.items()))
    header = WEIGHT.partition("\n")[0]
    found = withings(f"{header}\n{rows}{same_day}", "weight.csv")
    assert found.reported == ()
    assert format_diary(found.entries).splitlines()[-1] == "2026-03-05 bodyweight 90kg"


@here
@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.name[:8])
def test_a_real_export_is_read_whole(path: Path) -> None:
    with path.open(encoding="utf-8-sig") as file:
        _, *rows = csv.reader(file)
    sleeps = sorted(
        (*map(datetime.fromisoformat, row[:2]), sum(map(int, row[2:5])))
        for row in rows
        if row[2:5] != ["0"] * 3
    )
    (found,) = read_path(path).accounts
    assert (found.rows_read, found.rows_used, found.reported) == (len(rows), len(sleeps), ())
    assert read_path(path).accounts == (found,)
    nights = {entry.day: entry.record.seconds for entry in found.entries if isinstance(entry.record, Sleep)}
    near = timedelta(hours=2)
    breaks = [True, *(later[0] - one[1] > near for one, later in pairwise(sleeps)), True]
    alone = [sleep for sleep, *around in zip(sleeps, breaks, breaks[1:], strict=False) if all(around)]
    assert len(alone) > 0.85 * len(sleeps)
    longest: dict[date, int] = {}
    for _, end, seconds in alone:
        longest[end.date()] = max(seconds, longest.get(end.date(), 3 * 3600))
    assert {day: nights[day] for day in longest} == longest
    assert sum(nights.values()) <= sum(seconds for _, _, seconds in sleeps)


@here
@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.name[:8])
def test_a_later_export_brings_only_what_is_new(path: Path) -> None:
    lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    whole, earlier = (
        {entry.id for entry in withings("".join(part)).entries} for part in (lines, lines[: len(lines) // 2])
    )
    assert earlier < whole


@settings(max_examples=60, deadline=None)
@given(mutated(SEEDS))
def test_no_damage_gets_past_the_door(damaged: tuple[str, bytes]) -> None:
    never_crashes(*damaged)
