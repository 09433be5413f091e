"""Apple Health: what an export tells of a night and a morning, and the real ones beside the repository."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from mutating import mutated, never_crashes
from reading_files import SAMPLES, read_data, read_path
from seeds_apple_health import (
    BROKEN_PROLOG,
    NIGHT,
    REST,
    SEEDS,
    USUAL,
    WORKOUT,
    export,
    quantity,
    sleep,
)

from underbar.diary.notation import format_diary
from underbar.diary.records import Hrv, Pulse, Sleep
from underbar.importers import Imported, ImportRefused, Zones
from underbar.importers.apple_health import scan
from underbar.importers.apple_health.shape import Raw
from underbar.importers.apple_health.tags import NotVouched

FILES = sorted(SAMPLES.glob("applehealth/*"))
ALL = (
    "2026-01-11 sleep 7h45\n2026-01-11 sleep 7h30\n2026-01-11 bodyweight 80.25kg\n"
    "2026-01-11 hrv 45\n2026-01-11 pulse 52\n"
)


def read_xml(data: bytes, name: str = "export.xml", **asked: object) -> Imported:
    return read_data(data, name, **asked)


def test_a_night_of_a_watch_and_one_of_an_app_stand_beside_each_other() -> None:
    found = read_xml(USUAL)
    assert sorted(format_diary(found.entries).splitlines()) == sorted(ALL.splitlines())
    nights = {entry.source: entry.record for entry in found.entries if isinstance(entry.record, Sleep)}
    assert nights == {"apple-watch": Sleep(27_000), "autosleep": Sleep(27_900)}
    assert found.rows_read == 15
    assert found.rows_used == 8
    assert dict(found.skipped) == {
        "time in bed alone, which is not sleep": 1,
        "time awake": 1,
        "step count": 1,
        "heart rate": 1,
        "body mass index": 1,
        "workout: traditional strength training, of which no sets are told": 1,
        "activity summary": 1,
    }
    assert found.reported == ()


def test_names_of_people_stay_behind() -> None:
    data = export(*NIGHT, quantity("BodyMass", "2026-01-11 07:30:00", "80", "kg", "Zoë\u2019s iPad"))
    found = read_xml(data)
    assert {entry.source for entry in found.entries} == {"apple-watch", "autosleep", "ipad"}
    assert "sam" not in format_diary(found.entries, full=True)


def test_the_broken_document_type_of_ios_16_and_a_name_in_another_language() -> None:
    found = read_xml(export(*REST, *NIGHT, prolog=BROKEN_PROLOG), "дані/экспорт.xml")
    assert sorted(format_diary(found.entries).splitlines()) == sorted(ALL.splitlines())


def test_the_zone_of_the_night_goes_before_that_of_the_lifter() -> None:
    # The offset is that of the export: 22:00 +0200 is 21:00 in a Paris winter and 15:00 in New York.
    late = sleep("AsleepCore", "2026-01-10 20:00:00", "2026-01-11 00:30:00")
    inside = read_xml(export(late), zones=Zones(before=ZoneInfo("Asia/Tokyo")))
    assert inside.entries[0].day == date(2026, 1, 10)
    without = late.replace('key="HKTimeZone"', 'key="Other"')
    tokyo = read_xml(export(without), zones=Zones(before=ZoneInfo("Asia/Tokyo")))
    assert tokyo.entries[0].day == date(2026, 1, 11)
    unknown = late.replace("Europe/Paris", "Europe/Nowhere")
    assert read_xml(export(unknown), zones=Zones(before=ZoneInfo("Asia/Tokyo"))).entries == tokyo.entries


def test_the_night_of_a_clock_change_is_as_long_as_it_was() -> None:
    night = sleep("AsleepCore", "2026-03-29 00:00:00", "2026-03-29 08:00:00")
    assert read_xml(export(night)).entries[0].record == Sleep(8 * 3600)


def test_weights_in_every_unit_and_the_median_of_a_day() -> None:
    data = export(
        quantity("BodyMass", "2026-01-11 07:30:00", "80250", "g"),
        quantity("BodyMass", "2026-01-12 07:30:00", "12.5", "st"),
        quantity("BodyMass", "2026-01-13 07:30:00", "176.4", "lb"),
        *(quantity("RestingHeartRate", f"2026-01-14 0{at}:00:00", f"5{at}", "count/min") for at in (4, 5, 9)),
    )
    assert format_diary(read_xml(data).entries) == (
        "2026-01-11 bodyweight 80.25kg\n2026-01-12 bodyweight 175lb\n"
        "2026-01-13 bodyweight 176.4lb\n2026-01-14 pulse 55\n"
    )


@pytest.mark.parametrize(
    ("of", "good", "bad", "message"),
    [
        ("AsleepCore", 'startDate="2026', 'startDate="yesterday', "startDate is not a time"),
        ("AsleepCore", "AsleepCore", "Secret", "value is no stage of sleep"),
        ("AsleepCore", 'endDate="2026-01-11', 'endDate="2026-01-10', "36 hours"),
        ("48.5", 'unit="ms"', 'unit="s"', "unit is not ms"),
        ("80.25", 'unit="kg"', 'unit="secret"', "unit of body mass"),
        ("80.25", "80.25", "secret", "value is not a number"),
        ("80.25", 'startDate="2026', 'startDate="2126', "startDate "),
    ],
)
def test_a_record_that_is_not_understood_is_told_with_its_line(
    of: str, good: str, bad: str, message: str
) -> None:
    lines = USUAL.decode().split("\n")
    number = next(number for number, line in enumerate(lines) if of in line)
    assert good in lines[number]
    lines[number] = lines[number].replace(good, bad)
    found = read_xml("\n".join(lines).encode())
    (problem,) = found.reported
    assert problem.line == number + 1
    assert message in problem.message
    assert "secret" not in problem.message.casefold()
    assert found.rows_used == 7


def test_both_readers_give_the_same_account(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = USUAL.replace(b'unit="ms"', b'unit="s"').replace(b'endDate="2026-01-11 02:00:00', b'endDate="2026')
    quick = read_xml(bad)
    assert len(quick.reported) == 3

    def vouch_for_nothing(*_: object) -> Iterator[tuple[int, Raw]]:
        yield 0, Raw("HKQuantityTypeIdentifierBodyMass", "", "kg", "", "", "", "")
        raise NotVouched

    monkeypatch.setattr(scan, "records_in", vouch_for_nothing)
    assert read_xml(bad) == quick


def test_what_is_not_in_utf_8_or_breaks_off_is_refused() -> None:
    for data, word in (
        (USUAL.decode().encode("utf-16"), "UTF-8"),
        (USUAL.replace(b"UTF-8", b"ISO-8859-1"), "UTF-8"),
        (USUAL[:-20], "breaks off"),
        (USUAL[: len(USUAL) // 2], "breaks off"),
    ):
        with pytest.raises(ImportRefused, match=word):
            read_xml(data)


def test_a_later_export_brings_only_what_is_new() -> None:
    first = read_xml(USUAL)
    again = read_xml(USUAL)
    assert [entry.id for entry in again.entries] == [entry.id for entry in first.entries]
    longer = read_xml(
        export(*REST, quantity("BodyMass", "2026-01-12 07:00:00", "80", "kg", "Scale"), *NIGHT, WORKOUT)
    )
    new = {entry.id for entry in longer.entries} - {entry.id for entry in first.entries}
    assert new == {"scale-weight-20260112-80kg"}


@settings(max_examples=60, deadline=None)
@given(mutated(SEEDS))
def test_no_bytes_are_more_than_refused(case: tuple[str, bytes]) -> None:
    never_crashes(*case)


def xml_of(path: Path) -> str:
    if path.suffix != ".zip":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("export.xml"))
        return archive.read(name).decode()


def day_of(record: Mapping[str, str]) -> date:
    start, end = (datetime.strptime(record[key], "%Y-%m-%d %H:%M:%S %z") for key in ("startDate", "endDate"))
    middle = start + (end - start) / 2 if "RestingHeartRate" in record["type"] else start
    return middle.astimezone(UTC).date()


@pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")
@pytest.mark.parametrize("path", FILES, ids=[path.name.split("__")[0] for path in FILES])
def test_a_real_export_against_a_count_by_regular_expression(path: Path) -> None:
    text = xml_of(path)
    body = text[text.index("<HealthData ") :]
    tags = re.findall(r"<Record\s[^<]*?>", body)
    fields = [dict(re.findall(r'(\w+)="([^"]*)"', tag)) for tag in tags]
    kinds = Counter(re.sub("HK.*Identifier", "", each["type"]) for each in fields)
    (found,) = read_path(path).accounts
    others = ("Workout", "ActivitySummary", "Correlation")
    extra = sum(len(re.findall(rf"<{name}\s", body)) for name in others)
    assert found.rows_read == len(tags) + extra
    assert found.reported == ()
    stages = Counter(each["value"] for each in fields if each["type"].endswith("SleepAnalysis"))
    asleep = sum(count for value, count in stages.items() if "Asleep" in value)
    assert found.rows_used == asleep + sum(
        kinds[name] for name in ("HeartRateVariabilitySDNN", "RestingHeartRate", "BodyMass")
    )
    skipped = dict(found.skipped)
    assert skipped.get("step count", 0) == kinds["StepCount"]
    assert skipped.get("heart rate", 0) == kinds["HeartRate"]
    for record, name in ((Pulse, "RestingHeartRate"), (Hrv, "HeartRateVariabilitySDNN")):
        days = {day_of(each) for each in fields if each["type"] == f"HKQuantityTypeIdentifier{name}"}
        assert {entry.day for entry in found.entries if isinstance(entry.record, record)} == days
    slept = sum(entry.record.seconds for entry in found.entries if isinstance(entry.record, Sleep))
    assert timedelta(seconds=slept) <= timedelta(days=len({entry.day for entry in found.entries}) or 1)
    ids = [entry.id for entry in found.entries]
    assert [entry.id for entry in read_path(path).accounts[0].entries] == ids
