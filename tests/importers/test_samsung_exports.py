"""Samsung Health: sleep by stages or whole, weight, HRV."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from mutating import mutated, never_crashes
from reading_files import SAMPLES, read_data, read_files
from seeds_samsung import SEEDS

from underbar.diary.records import Bodyweight, Hrv, Record, Sleep
from underbar.importers import Imported, Zones, piece_of
from underbar.importers.samsung.adapter import claims
from underbar.quantities import Weight

SLEEP, STAGES, WEIGHT, HRV = SEEDS
INDIA = Zones(before=ZoneInfo("Asia/Kolkata"))
HEADER = "com.samsung.shealth.sleep,1,1\nstart_time,end_time,time_offset,datauuid,efficiency\n"


def held(account: Imported) -> list[tuple[str, Record]]:
    assert account.source == "samsung"
    return [(entry.day.isoformat(), entry.record) for entry in account.entries]


def sleeps(*rows: str, zones: Zones | None = None) -> Imported:
    return read_data((HEADER + "".join(f"{row},\n" for row in rows)).encode(), zones=zones or Zones())


@pytest.mark.parametrize(("name", "data"), SEEDS, ids=[name for name, _ in SEEDS])
def test_each_of_its_files_is_read_without_a_complaint(name: str, data: bytes) -> None:
    found = read_data(data, name)
    assert found.source == "samsung"
    assert found.entries
    assert found.reported == ()


def test_a_sleep_without_stages_counts_by_its_efficiency_where_that_was_measured() -> None:
    """Times are UTC with an offset: 18:00 is half past eleven at night in India."""
    found = read_data(SLEEP[1], SLEEP[0])
    assert held(found) == [("2026-03-02", Sleep(8 * 3600 * 9 // 10)), ("2026-03-03", Sleep(7 * 3600))]
    assert dict(found.left_out) == {"naps, which are no nights": 1}
    assert (found.rows_read, found.rows_used) == (3, 3)


def test_stages_say_what_of_a_sleep_was_asleep() -> None:
    (account,) = read_files(dict([STAGES, SLEEP])).accounts
    assert held(account) == [("2026-03-02", Sleep(27_600)), ("2026-03-03", Sleep(7 * 3600))]
    assert dict(account.skipped) == {"a sleep that its stages tell": 1, "time awake": 1}
    assert account.rows_read == 7


def test_a_sleep_of_which_only_lying_awake_is_staged_keeps_its_own_account() -> None:
    awake = STAGES[1].replace(b"40002", b"40001").replace(b"40003", b"40001").replace(b"40004", b"40001")
    (account,) = read_files({STAGES[0]: awake, SLEEP[0]: SLEEP[1]}).accounts
    assert held(account)[0] == ("2026-03-02", Sleep(8 * 3600 * 9 // 10))


def test_a_phone_and_a_watch_are_not_added_up() -> None:
    found = sleeps(
        "2026-03-01 21:30:00.000,2026-03-02 04:30:00.000,UTC+0200,a,",
        "2026-03-01 22:00:00.000,2026-03-02 05:15:00.000,UTC+0200,b,80.0",
    )
    assert held(found) == [("2026-03-02", Sleep(7 * 3600))]


def test_times_that_lie_at_night_only_without_the_offset_are_the_lifters_clock() -> None:
    """Taken for UTC they would be 15:00 to 23:00 of the day before; a few sleeps are no proof."""
    days = [date(2026, 3, 1) + timedelta(days=number) for number in range(6)]
    rows = [f"{day} 23:00:00.000,{day + timedelta(days=1)} 07:00:00.000,UTC-0800,{day}," for day in days]
    assert [day for day, _ in held(sleeps(*rows))] == [str(day + timedelta(days=1)) for day in days]
    assert [day for day, _ in held(sleeps(*rows[:4]))] == [str(day) for day in days[:4]]


def test_stages_go_before_the_longer_sleep_that_a_phone_saw_meanwhile() -> None:
    phone = HEADER + "2026-03-01 17:30:00.000,2026-03-02 02:00:00.000,UTC+0530,phone,0.0,\n"
    (account,) = read_files({STAGES[0]: STAGES[1], "com.samsung.shealth.sleep.csv": phone.encode()}).accounts
    assert held(account) == [("2026-03-02", Sleep(27_600))]


def test_without_an_offset_the_lifters_zone_says_the_day() -> None:
    found = sleeps("2026-03-01 18:00:00.000,2026-03-01 23:30:00.000,,a,", zones=INDIA)
    assert held(found) == [("2026-03-02", Sleep(19_800))]


def test_old_names_without_their_table_and_utf16_are_read_alike() -> None:
    whole = held(read_data(SLEEP[1], SLEEP[0]))
    text = SLEEP[1].decode("utf-8-sig")
    bare = text.replace("com.samsung.health.sleep.", "").replace("shealth.sleep", "health.sleep")
    assert "com.samsung.health.sleep," in bare
    assert held(read_data(bare.encode())) == whole
    assert held(read_data(text.encode("utf-16"))) == whole
    long = text + text.splitlines(keepends=True)[2] * 500
    assert len(long.encode("utf-16")) > 1 << 16
    assert held(read_data(long.encode("utf-16"))) == whole


def test_weight_is_kilograms_on_the_day_where_it_was_taken() -> None:
    assert held(read_data(WEIGHT[1], WEIGHT[0])) == [
        ("2026-03-01", Bodyweight(Weight(82.5, "kg"))),
        ("2026-03-02", Bodyweight(Weight(82.1, "kg"))),
    ]
    east = WEIGHT[1].replace(b"UTC+0100", b"UTC+0200", 1)
    assert held(read_data(east, WEIGHT[0])) == [("2026-03-02", Bodyweight(Weight(82.5, "kg")))]


def test_hrv_of_the_evening_belongs_to_the_night_that_begins() -> None:
    """1772402400000 is 22:00 UTC of 1 March."""
    assert held(read_data(HRV[1], HRV[0])) == [("2026-03-02", Hrv(42.5))]
    assert not claims(piece_of("jsons/com.samsung.health.stress/0/0ab1.binning_data.json", HRV[1]))


@pytest.mark.parametrize(
    ("seed", "before", "after", "said"),
    [
        (SLEEP, b"2026-03-01 18:00:00.000", b"2026-02-30 18:00:00.000", "start_time"),
        (SLEEP, b"2026-03-02 02:00:00.000", b"2026-03-12 02:00:00.000", "36 hours"),
        (SLEEP, b",90.0,", b",private,", "efficiency"),
        (SLEEP, b",90.0,", b",190.0,", "efficiency"),
        (SLEEP, b",aaaa-1,", b",aaaa-1,,private", "columns where the header has"),
        (STAGES, b"40003", b"40009", "stage"),
        (WEIGHT, b"82.5", b"private", "weight"),
        (HRV, b'end_time":17724', b'end_time":-77724', "the date lies outside 1950 to 2100"),
    ],
)
def test_a_row_that_is_not_understood_is_reported_without_its_text(
    seed: tuple[str, bytes], before: bytes, after: bytes, said: str
) -> None:
    assert before in seed[1]
    found = read_data(seed[1].replace(before, after), seed[0])
    ((_, message, _),) = found.reported
    assert said in message
    assert "private" not in message


def test_the_same_again_and_more_of_it_later_give_the_same_ids() -> None:
    days = [date(2026, 3, 1) + timedelta(days=number) for number in range(20)]
    rows = [f"{day} 21:00:00.000,{day + timedelta(days=1)} 05:{day.day:02}:00.000,UTC+0100,," for day in days]
    first, later, again = ({entry.id for entry in sleeps(*rows[:count]).entries} for count in (9, 20, 20))
    assert first < later == again
    assert len(later) == 20


FILES = sorted((SAMPLES / "samsung").glob("*.csv")) if SAMPLES.exists() else []


@pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")
def test_a_real_file_has_its_sleeps() -> None:
    """Days and seconds counted by the mean of the clock: a sleep by day of under three hours is no night."""
    (path,) = FILES
    found = read_data(path.read_bytes(), path.name)
    _, header, *rows = csv.reader(path.read_text(encoding="utf-8-sig").splitlines())
    assert (found.rows_read, found.rows_used, found.reported) == (len(rows), len(rows), ())
    expected: Counter[str] = Counter()
    naps = 0
    for row in (dict(zip(header, cells, strict=False)) for cells in rows):
        cell = {name.rpartition(".")[2]: value for name, value in row.items()}
        shift = int(cell["time_offset"][3:6]) * 60 + int(cell["time_offset"][3] + cell["time_offset"][6:])
        start, end = (
            datetime.fromisoformat(cell[name]) + timedelta(minutes=shift)
            for name in ("start_time", "end_time")
        )
        asleep = (end - start).total_seconds() * (float(cell["efficiency"]) or 100) / 100
        if asleep < 3 * 3600 and 9 <= (start + (end - start) / 2).hour < 21:
            naps += 1
        else:
            expected[str(end.date())] += round(asleep)
    stored = {
        str(entry.day): entry.record.seconds for entry in found.entries if isinstance(entry.record, Sleep)
    }
    assert stored == dict(expected)
    assert dict(found.left_out)["naps, which are no nights"] == naps
    onsets = Counter(row[header.index("com.samsung.health.sleep.start_time")][11:13] for row in rows)
    assert onsets["23"] < onsets["18"]


@pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")
def test_no_other_real_file_is_taken_for_samsungs() -> None:
    others = [path for path in SAMPLES.glob("*/*") if path.parent.name != "samsung" and path.is_file()]
    assert len(others) > 30
    assert [path.name for path in others if claims(piece_of(path.name, path.read_bytes()))] == []


@settings(max_examples=60, deadline=None)
@given(mutated(SEEDS))
def test_no_damage_gets_past_the_door(damaged: tuple[str, bytes]) -> None:
    never_crashes(*damaged)
