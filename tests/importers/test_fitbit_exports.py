"""Fitbit: the files of Google Takeout, old and new, and of Fitbit's own site."""

from __future__ import annotations

import csv
import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from mutating import mutated, never_crashes
from reading_files import SAMPLES, read_data, read_files
from seeds_fitbit import SEEDS

from underbar.diary.records import Bodyweight, Hrv, Pulse, Record, Sleep
from underbar.importers import Asked, Imported, NeedsUnit, Zones, piece_of, read
from underbar.importers.fitbit.adapter import claims
from underbar.quantities import Weight

LOGS, RESTING, WEIGHTS, SITE, SLEEPS, HRV, DAILY_HRV, DAILY_PULSE, GRAMS = SEEDS
BERLIN = Zones(before=ZoneInfo("Europe/Berlin"))


def held(account: Imported) -> list[tuple[str, Record]]:
    assert account.source == "fitbit"
    return [(entry.day.isoformat(), entry.record) for entry in account.entries]


def one(seed: tuple[str, bytes], **asked: Any) -> Imported:
    return read_data(seed[1], seed[0], **asked)


def log(start: str, end: str, asleep: int, **more: object) -> dict[str, object]:
    minutes = round((datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds() / 60)
    return {
        "logId": more.pop("number", 1),
        "dateOfSleep": end[:10],
        "startTime": f"{start}:00.000",
        "endTime": f"{end}:00.000",
        "duration": minutes * 60_000,
        "minutesAsleep": asleep,
        "mainSleep": True,
        **more,
    }


def logs(*records: dict[str, object], name: str = "sleep-2026-03-01.json", **asked: Any) -> Imported:
    return read_data(json.dumps(records).encode(), name, **asked)


@pytest.mark.parametrize(("name", "data"), SEEDS, ids=[name.rpartition("/")[2] for name, _ in SEEDS])
def test_each_of_its_files_is_read_without_a_complaint(name: str, data: bytes) -> None:
    found = read_data(data, name)
    assert found.source == "fitbit"
    assert found.entries
    assert found.reported == ()


def test_a_sleep_log_gives_its_minutes_asleep_and_its_nap_apart() -> None:
    found = one(LOGS, zones=BERLIN)
    assert held(found) == [("2026-03-02", Sleep(430 * 60))]
    assert dict(found.left_out) == {"naps, which are no nights": 1}


def test_what_is_not_the_main_sleep_is_a_part_of_the_night_before_it() -> None:
    """Two hours up at most make two parts of one night; a long sleep by day stays a nap."""
    found = logs(
        log("2026-03-02T02:50", "2026-03-02T04:20", 80, number=1, mainSleep=False),
        log("2026-03-02T05:30", "2026-03-02T09:00", 190, number=2),
        log("2026-03-02T10:30", "2026-03-02T15:30", 270, number=3, mainSleep=False),
    )
    assert held(found) == [("2026-03-02", Sleep(270 * 60))]
    assert dict(found.left_out) == {"naps, which are no nights": 1}
    assert held(logs(log("2026-03-02T05:30", "2026-03-02T09:00", 190))) == [("2026-03-02", Sleep(190 * 60))]


def test_a_sleep_that_two_files_tell_is_read_once() -> None:
    """By its number where windows overlap, and by the clock where UTC tells the same."""
    name, data = LOGS
    found = read_files({name: data, "sleep-2026-03-02.json": data, SLEEPS[0]: SLEEPS[1]}, zones=BERLIN)
    (account,) = found.accounts
    assert account.rows_read == 6
    assert dict(account.skipped) == {"there twice": 3}
    assert held(account) == [("2026-03-02", Sleep(430 * 60)), ("2026-03-05", Sleep(290 * 60))]


def test_a_sleep_that_was_edited_keeps_its_number_and_is_read_once() -> None:
    found = logs(
        log("2026-03-01T23:00", "2026-03-02T07:00", 430, number=7),
        log("2026-03-01T23:00", "2026-03-02T07:30", 455, number=7),
    )
    assert held(found) == [("2026-03-02", Sleep(430 * 60))]
    assert dict(found.skipped) == {"there twice": 1}


def test_a_nap_stays_one_when_the_other_file_does_not_say_so() -> None:
    nap = log("2026-03-02T11:00", "2026-03-02T15:00", 230, mainSleep=False)
    header, row = SLEEPS[1].decode().splitlines()[:2]
    told = (
        row.replace("430", "230").replace("01 22:00:30", "02 10:00:00").replace("02 06:00:30", "02 14:00:00")
    )
    files = {SLEEPS[0]: f"{header}\n{told}\n".encode(), "sleep-2026-03-01.json": json.dumps([nap]).encode()}
    (account,) = read_files(files, zones=BERLIN).accounts
    assert account.entries == ()
    assert dict(account.skipped) == {"there twice": 1}


def test_utc_is_read_at_its_offset_and_in_the_lifters_zone_where_the_offset_is_unknown() -> None:
    header = SLEEPS[1].decode().splitlines()[0]
    row = "1,STAGES,480,0,0,400,50,0,0,{0},2026-03-01T17:00:00Z,{0},2026-03-02T01:00:00Z,A,"
    for shift, day in (
        ("+09:00", "2026-03-02"),
        ("-05:00", "2026-03-01"),
        ("+00:00", "2026-03-01"),
        ("", "2026-03-01"),
    ):
        data = f"{header}\n{row.format(shift)}\n".encode()
        zones = Zones(before=ZoneInfo("America/New_York"))
        assert held(read_data(data, SLEEPS[0], zones=zones)) == [(day, Sleep(24_000))]


def test_a_night_in_which_the_clock_goes_back_is_as_long_as_it_was() -> None:
    night = log("2026-10-24T23:00", "2026-10-25T07:00", 535) | {"duration": 9 * 3600 * 1000}
    assert held(logs(night)) == [("2026-10-25", Sleep(535 * 60))]
    assert held(logs(night, zones=BERLIN)) == [("2026-10-25", Sleep(535 * 60))]


def test_resting_pulse_and_hrv_of_each_day() -> None:
    assert held(one(RESTING)) == [("2026-03-01", Pulse(53.0))]
    assert dict(one(RESTING).skipped) == {"nothing measured": 1}
    assert held(one(HRV)) == [("2026-03-02", Hrv(39.9)), ("2026-03-03", Hrv(41.2))]
    west = Zones(before=ZoneInfo("America/Los_Angeles"))
    assert held(one(DAILY_HRV, zones=west)) == [("2026-03-04", Hrv(44.5))]
    assert held(one(DAILY_PULSE, zones=west)) == [("2026-03-04", Pulse(57))]
    later = DAILY_PULSE[0], DAILY_PULSE[1].replace(b"04T00:00", b"04T02:00")
    assert held(one(later, zones=west)) == [("2026-03-03", Pulse(57))]


def test_single_heartbeats_are_no_resting_pulse() -> None:
    assert not claims(piece_of("heart_rate_2026-03-01.csv", DAILY_PULSE[1]))
    assert claims(piece_of("daily_resting_heart_rate.csv", DAILY_PULSE[1]))


def test_the_body_mass_index_tells_the_unit_of_a_weight() -> None:
    assert held(one(WEIGHTS)) == [("2026-03-01", Bodyweight(Weight(180.4, "lb")))]
    metric = WEIGHTS[1].replace(b"180.4", b"81.83").replace(b"181.0", b"82.1")
    assert held(read_data(metric, WEIGHTS[0], unit="lb")) == [("2026-03-01", Bodyweight(Weight(81.83, "kg")))]


def test_weights_that_tell_no_unit_are_asked_for() -> None:
    data = b'[{"logId":1,"weight":180.4,"date":"03/01/26","time":"07:10:00"}]'
    with pytest.raises(NeedsUnit) as caught:
        read([piece_of(WEIGHTS[0], data)], Asked())
    assert caught.value.likelier is None
    assert held(read_data(data, WEIGHTS[0], unit="kg")) == [("2026-03-01", Bodyweight(Weight(180.4, "kg")))]


def test_grams_are_kilograms_on_the_day_of_the_lifter() -> None:
    assert held(one(GRAMS)) == [("2026-03-04", Bodyweight(Weight(82.4, "kg")))]
    assert held(one(GRAMS, zones=Zones(before=ZoneInfo("America/Los_Angeles"))))[0][0] == "2026-03-03"


def test_every_part_of_the_sites_export_is_accounted_for() -> None:
    found = one(SITE)
    assert held(found) == [
        ("2026-03-01", Bodyweight(Weight(82.0, "kg"))),
        ("2026-03-02", Sleep(430 * 60)),
        ("2026-03-03", Sleep(459 * 60)),
    ]
    assert (found.rows_read, dict(found.skipped)) == (4, {"food and activities": 1})


@pytest.mark.parametrize(
    ("seed", "before", "after", "said"),
    [
        (LOGS, b'"2026-03-02T07:00:30.000"', b'"2026-02-30T07:00:30.000"', "endTime"),
        (LOGS, b'"minutesAsleep" : 430', b'"minutesAsleep" : "private"', "minutesAsleep"),
        (LOGS, b'"minutesAsleep" : 430', b'"minutesAsleep" : 1430', "time asleep"),
        (LOGS, b'"dateOfSleep" : "2026-03-02"', b'"dateOfSleep" : 7', "dateOfSleep"),
        (RESTING, b'"value":53.01', b'"value":"private"', "value"),
        (RESTING, b'"date":"03/01/26"', b'"date":"13/41/26"', "date"),
        (WEIGHTS, b"180.4", b'"private"', "weight"),
        (SITE, b"2026-03-02 7:12AM", b"2026-03-02 17:12AM", "end time"),
        (SITE, b"2026-03-01,82.0", b"private,82.0", "Date"),
        (SLEEPS, b",430,50", b",private,50", "minutes_asleep"),
        (SLEEPS, b"2026-03-02 06:00:30+0000", b"private", "sleep_end"),
        (HRV, b"39.9", b"private", "rmssd"),
        (GRAMS, b"82400,Renpho", b"82400,Renpho,x", "4 columns"),
    ],
)  # fmt: skip
def test_a_record_that_is_not_understood_is_reported_without_its_text(
    seed: tuple[str, bytes], before: bytes, after: bytes, said: str
) -> None:
    assert before in seed[1]
    found = read_data(seed[1].replace(before, after, 1), seed[0], unit="lb")
    ((_, message, _),) = found.reported
    assert said in message
    assert "private" not in message


def test_the_same_again_and_more_of_it_later_give_the_same_ids() -> None:
    nights = [
        log(f"{day}T23:00", f"{day + timedelta(days=1)}T07:00", 400 + day.day, number=day.day)
        for day in (date(2026, 3, 1) + timedelta(days=number) for number in range(20))
    ]
    first, later, again = ({entry.id for entry in logs(*nights[:count]).entries} for count in (9, 20, 20))
    assert first < later == again
    assert len(later) == 20


FILES = sorted((SAMPLES / "fitbit").glob("*")) if SAMPLES.exists() else []


@pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")
def test_the_real_logs_have_the_minutes_that_their_stages_add_up_to() -> None:
    """Counted from levels, with the short times awake laid over them: without them it is half an hour more.
    Fitbit's own total differs from it by up to three minutes."""
    for path in (file for file in FILES if file.suffix == ".json"):
        found = read_data(path.read_bytes(), path.name, zones=Zones(before=ZoneInfo("Australia/Melbourne")))
        assert found.reported == ()
        expected: dict[str, int] = {}
        for record in json.loads(path.read_bytes()):
            if record["mainSleep"] or int(record["startTime"][11:13]) < 4:
                night = record["dateOfSleep"]
                expected[night] = expected.get(night, 0) + minutes_of(record)
        stored = {entry.day.isoformat(): entry.record for entry in found.entries}
        assert stored.keys() == expected.keys()
        for night, minutes in expected.items():
            record = stored[night]
            assert isinstance(record, Sleep)
            assert abs(record.seconds / 60 - minutes) <= 3


def minutes_of(record: dict[str, Any]) -> int:
    """Minutes asleep, half minute by half minute."""
    asleep: dict[datetime, bool] = {}
    for part in (*record["levels"]["data"], *record["levels"].get("shortData", ())):
        at = datetime.fromisoformat(part["dateTime"])
        for step in range(part["seconds"] // 30):
            asleep[at + timedelta(seconds=30 * step)] = part["level"] in ("asleep", "light", "deep", "rem")
    return sum(asleep.values()) // 2


@pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")
def test_the_real_table_has_its_nights() -> None:
    (path,) = (file for file in FILES if file.suffix == ".csv")
    found = read_data(path.read_bytes(), path.name, zones=Zones(before=ZoneInfo("America/Toronto")))
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    assert (found.rows_read, found.nights, found.reported) == (len(rows), len(rows), ())
    stored = sum(entry.record.seconds for entry in found.entries if isinstance(entry.record, Sleep))
    assert stored == 60 * sum(int(row["Minutes Asleep"]) for row in rows)


@pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")
def test_no_other_real_file_is_taken_for_fitbits() -> None:
    others = [path for path in SAMPLES.glob("*/*") if path.parent.name != "fitbit" and path.is_file()]
    assert len(others) > 30
    assert [path.name for path in others if claims(_piece(path))] == []


def _piece(path: Path) -> Any:
    return piece_of(path.name, path.read_bytes())


@settings(max_examples=60, deadline=None)
@given(mutated(SEEDS))
def test_no_damage_gets_past_the_door(damaged: tuple[str, bytes]) -> None:
    never_crashes(*damaged)
