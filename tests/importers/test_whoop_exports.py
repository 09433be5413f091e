"""Whoop: sleeps and cycles in two files that tell the same nights, in the language of the app."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from mutating import mutated, never_crashes
from reading_files import SAMPLES, read_data, read_files, read_path
from seeds_whoop import CYCLES, GERMAN, JOURNAL, SAVED_AGAIN, SEEDS, SLEEPS, WORKOUTS

from underbar.diary.notation import format_diary
from underbar.diary.records import Hrv, Pulse, Sleep
from underbar.importers import ImportRefused

FOLDER = SAMPLES / "whoop"
NIGHTS = "2026-03-02 sleep 8h\n2026-03-03 sleep 7h25\n"
ALL = (
    "2026-03-02 sleep 8h\n2026-03-02 hrv 40\n2026-03-02 pulse 58\n"
    "2026-03-03 sleep 7h25\n2026-03-03 hrv 64\n2026-03-03 pulse 51\n"
)
here = pytest.mark.skipif(not FOLDER.exists(), reason="the shared samples are not on this machine")


def test_a_cycle_belongs_to_the_day_of_waking() -> None:
    found = read_data(CYCLES.encode())
    assert format_diary(found.entries) == ALL
    assert (found.source, found.rows_read, found.skipped) == ("whoop", 3, (("nothing measured", 1),))


def test_naps_are_marked_and_no_nights() -> None:
    found = read_data(SLEEPS.encode())
    assert format_diary(found.entries) == NIGHTS
    assert found.left_out == (("naps, which are no nights", 1),)
    by_night = SLEEPS.replace(
        "2026-03-02 15:00:00,2026-03-02 15:45:00", "2026-03-02 05:30:00,2026-03-02 06:15:00"
    )
    assert by_night != SLEEPS
    assert format_diary(read_data(by_night.encode()).entries) == NIGHTS
    joined = read_data(by_night.replace("true", "false").encode())
    assert "2026-03-02 sleep 8h40" in format_diary(joined.entries)


def test_the_sleep_of_both_files_counts_once() -> None:
    files = {"sleeps.csv": SLEEPS.encode(), "physiological_cycles.csv": CYCLES.encode()}
    (found,) = read_files(files).accounts
    assert format_diary(found.entries) == ALL
    assert found.rows_read == 6


def test_workouts_and_the_journal_are_counted_and_not_read() -> None:
    files = {"sleeps.csv": SLEEPS.encode(), "workouts.csv": WORKOUTS.encode(), "j.csv": JOURNAL.encode()}
    (found,) = read_files(files).accounts
    assert dict(found.skipped) == {"a workout of which no sets are told": 1, "an answer of a journal": 1}
    assert "secret" not in format_diary(found.entries, full=True)


def test_headers_in_german_and_dates_of_a_spreadsheet() -> None:
    german, saved = (format_diary(read_data(text.encode()).entries) for text in (GERMAN, SAVED_AGAIN))
    assert german == "2026-03-03 sleep 7h25\n2026-03-03 hrv 64\n2026-03-03 pulse 51\n"
    assert saved == "2026-03-03 sleep 7h25\n2026-03-14 sleep 7h20\n"


@pytest.mark.parametrize(
    "header",
    [
        "Hora de inicio del ciclo,Zona horaria del ciclo,Inicio del sueño,Inicio de la vigilia,"
        "Duración del sueño (min),Siesta",
        "Heure de début du cycle,Fuseau horaire du cycle,Premiers signes de sommeil,"
        "Premiers signes de réveil,Durée du sommeil (min),Sieste",
        "Hora de início do ciclo,Fuso horário do ciclo,Início do sono,Início da vigília,"
        "Duração do sono (min),Sesta",
    ],
)
def test_headers_in_other_languages(header: str) -> None:
    row = "2026-03-01 20:24:00,UTC-04:00,2026-03-01 20:24:00,2026-03-02 05:00:00,480,false"
    assert format_diary(read_data(f"{header}\n{row}\n".encode()).entries) == "2026-03-02 sleep 8h\n"


def test_the_order_of_day_and_month_is_told_by_the_file() -> None:
    american = SAVED_AGAIN.replace("02/03", "03/02").replace("13/03", "03/13")
    assert (
        read_data(american.replace("14/03", "03/14").encode()).entries
        == read_data(SAVED_AGAIN.encode()).entries
    )
    with pytest.raises(ImportRefused, match="which is the day"):
        read_data(SAVED_AGAIN.replace("13/03", "11/03").encode())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (",445,", ",900,", "longer than the time"),
        (",445,", ",ten,", "the time asleep is not a number"),
        ("UTC-04:00,2026-03-02 22", "EDT,2026-03-02 22", "time zone is not"),
        ("UTC-04:00,2026-03-02 22", "UTC-24:00,2026-03-02 22", "no such time zone"),
        ("2026-03-03 06:20:00", "2026-03-02 06:20:00", "36 hours"),
        ("2026-03-03 06:20:00", "tomorrow", "Wake onset is not a time"),
        ("2026-03-03 06:20:00", "", "beginning and end"),
        ("480,false\n2026-03-01 20:24:00,2026-03-02 22:10:00,UTC-04:00,2026-03-02", "480,perhaps\n"
         "2026-03-01 20:24:00,2026-03-02 22:10:00,UTC-04:00,2026-03-02", "the mark of a nap"),
    ],
)  # fmt: skip
def test_a_row_that_is_not_understood_is_reported(old: str, new: str, said: str) -> None:
    assert SLEEPS.count(old) == 1
    found = read_data(SLEEPS.replace(old, new).encode())
    assert [(problem.line, said in problem.message) for problem in found.reported] == [(2, True)]
    assert {entry.day for entry in found.entries} == {date(2026, 3, 2)}


def rows_of(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"bobahyun__Whoop-Health-Data__{name}.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


@here
@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.stem[-12:])
def test_each_real_file_is_read_whole(path: Path) -> None:
    rows = rows_of(path.stem.rpartition("__")[2])
    (found,) = read_path(path).accounts
    measured = sum(row["Asleep duration (min)"] != "" for row in rows)
    assert (found.rows_read, found.rows_used, found.reported) == (len(rows), measured, ())


@here
def test_the_real_export_has_each_night_and_reading_once() -> None:
    minutes: dict[str, list[int]] = defaultdict(list)
    for row in rows_of("sleeps"):
        if row["Nap"] == "false" and row["Asleep duration (min)"]:
            minutes[row["Wake onset"][:10]].append(int(row["Asleep duration (min)"]) * 60)
    cycles = {row["Wake onset"][:10]: row for row in rows_of("physiological_cycles") if row["Wake onset"]}
    (found,) = read_path(FOLDER).accounts
    assert read_path(FOLDER).accounts == (found,)
    sleeps = {str(e.day): e.record.seconds for e in found.entries if isinstance(e.record, Sleep)}
    pulses = {str(e.day): e.record.beats for e in found.entries if isinstance(e.record, Pulse)}
    hrvs = {str(e.day): e.record.milliseconds for e in found.entries if isinstance(e.record, Hrv)}
    assert {day: [seconds] for day, seconds in sleeps.items()} == minutes
    assert pulses == {day: float(row["Resting heart rate (bpm)"]) for day, row in cycles.items()}
    assert hrvs == {day: float(row["Heart rate variability (ms)"]) for day, row in cycles.items()}
    assert dict(found.left_out)["naps, which are no nights"] == sum(
        row["Nap"] == "true" for row in rows_of("sleeps")
    )


@here
def test_a_later_export_brings_only_what_is_new() -> None:
    lines = next(FOLDER.glob("*cycles.csv")).read_text(encoding="utf-8").splitlines(keepends=True)
    whole, earlier = (
        {entry.id for entry in read_data("".join(part).encode()).entries}
        for part in (lines, [lines[0], *lines[200:]])
    )
    assert earlier < whole
    new = sum(row["Wake onset"] != "" for row in rows_of("physiological_cycles")[:199])
    assert len(whole - earlier) == 3 * new


@settings(max_examples=60, deadline=None)
@given(mutated(SEEDS))
def test_no_damage_gets_past_the_door(damaged: tuple[str, bytes]) -> None:
    never_crashes(*damaged)
