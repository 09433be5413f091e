"""Sleep as Android: a header for each night, instants and lengths, adjustments."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from mutating import mutated, never_crashes
from reading_files import SAMPLES, read_data, read_path
from seeds_sleep_as_android import SEEDS

from underbar.diary.records import Record, Sleep
from underbar.importers import Imported, piece_of
from underbar.importers.sleep_as_android.adapter import claims

NAME, DATA = SEEDS[0]
HEAD = "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo"


def held(account: Imported) -> list[tuple[str, Record]]:
    assert account.source == "sleep-as-android"
    return [(entry.day.isoformat(), entry.record) for entry in account.entries]


def night(began: datetime, hours: float, adjust: str = "0", zone: str = "Europe/Berlin") -> str:
    instant = round(began.timestamp() * 1000)
    row = f'"{instant}","{zone}","","","","{hours:.3f}","0.0","","1","","","","","{adjust}","","1"'
    return f'{HEAD},"1:00"\n{row}\n'


def test_each_night_is_read_under_its_own_header() -> None:
    found = read_data(DATA, NAME)
    assert held(found) == [("2026-03-03", Sleep(7 * 3600 + 2400)), ("2026-03-04", Sleep(7 * 3600))]
    assert (found.rows_read, found.rows_used, found.reported) == (3, 2, ())
    assert dict(found.skipped) == {"how loud it was": 1}
    assert dict(found.left_out) == {"notes": 1}


def test_a_header_of_another_version_holds_for_the_rows_below_it() -> None:
    older = b"Id,Tz,From,To,Hours,LenAdjust\n1772663400000,Europe/Berlin,,,6.500,-15\n"
    assert held(read_data(DATA + older, NAME))[2:] == [("2026-03-05", Sleep(6 * 3600 + 900))]


def test_minutes_are_taken_off_but_not_those_of_a_night_written_by_hand() -> None:
    began = datetime(2026, 3, 1, 22, tzinfo=UTC)
    for adjust, seconds in (("0", 28_800), ("-30", 27_000), ("-1", 28_740), ("-1.0", 28_800), ("", 28_800)):
        assert held(read_data(night(began, 8, adjust).encode())) == [("2026-03-02", Sleep(seconds))]
    assert dict(read_data(night(began, 0.5, "-30").encode()).skipped) == {"nothing measured": 1}


def test_the_night_of_a_clock_change_and_a_far_zone_end_on_their_own_day() -> None:
    back = datetime(2026, 10, 24, 21, tzinfo=UTC)
    assert held(read_data(night(back, 9).encode())) == [("2026-10-25", Sleep(9 * 3600))]
    assert held(read_data(night(back, 9, zone="Pacific/Honolulu").encode())) == [
        ("2026-10-24", Sleep(32_400))
    ]
    assert held(read_data(night(back, 9, zone="No/Where").encode())) == [("2026-10-25", Sleep(32_400))]


def test_the_same_night_twice_is_one() -> None:
    found = read_data(DATA + DATA, NAME)
    assert dict(found.skipped) == {"how loud it was": 2, "there twice": 2}
    assert held(found) == held(read_data(DATA, NAME))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (b"1772490000000", b"private", "Id"),
        (b"1772490000000", b"9972490000000", "the date lies outside 1950 to 2100"),
        (b'"8.000"', b'"private"', "Hours"),
        (b'"8.000"', b'"88.000"', "Hours"),
        (b'"-20"', b'"private"', "LenAdjust"),
        (b'"-20"', b'"20"', "time asleep"),
        (b',"2.1","0.4","0.1","LIGHT_START-1772493600000","LUX-1772493600000-42.0"', b"", ""),
        (b'"10000","-1","-1.0","5","0.49","-20","","2.1","0.4","0.1",', b"", "columns"),
    ],
)
def test_a_row_that_is_not_understood_is_reported_without_its_text(
    before: bytes, after: bytes, said: str
) -> None:
    assert before in DATA
    found = read_data(DATA.replace(before, after, 1), NAME)
    if not said:
        assert (found.reported, found.nights) == ((), 2)
        return
    ((line, message, _),) = found.reported
    assert line == 2
    assert said in message
    assert "private" not in message


def test_the_same_again_and_more_of_it_later_give_the_same_ids() -> None:
    began = [datetime(2026, 3, 1, 22, tzinfo=UTC) + timedelta(days=number) for number in range(12)]
    nights = [night(at, 7 + number / 10) for number, at in enumerate(began)]
    first, later, again = (
        {entry.id for entry in read_data("".join(nights[-count:]).encode()).entries} for count in (5, 12, 12)
    )
    assert first < later == again
    assert len(later) == 12


FILES = sorted((SAMPLES / "sleepasandroid").glob("*")) if SAMPLES.exists() else []


@pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")
@pytest.mark.parametrize("path", FILES, ids=[path.suffix for path in FILES])
def test_a_real_file_has_its_nights(path: Path) -> None:
    """Rows that begin with a number, and the hours of those that are long enough to be a night."""
    (account,) = read_path(path).accounts
    rows = [row for row in csv.reader(io.StringIO(text_of(path))) if row and row[0].isdecimal()]
    assert (account.rows_read, account.rows_used, account.reported) == (len(rows), len(rows), ())
    if path.suffix != ".csv":
        return
    stored = [entry.record.seconds for entry in account.entries if isinstance(entry.record, Sleep)]
    adjusted = [float(row[5]) * 3600 + float(row[13]) * 60 for row in rows]
    assert len(stored) == len(rows) == 15
    assert sorted(stored) == sorted(round(seconds) for seconds in adjusted)
    days = {datetime.strptime(row[3][:12], "%d. %m. %Y").date() for row in rows}  # noqa: DTZ007
    assert {entry.day for entry in account.entries} == days


def text_of(path: Path) -> str:
    if path.suffix == ".csv":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        return archive.read("sleep-export.csv").decode()


@pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")
def test_no_other_real_file_is_taken_for_it() -> None:
    others = [path for path in SAMPLES.glob("*/*") if path not in FILES and path.is_file()]
    assert len(others) > 30
    assert [path.name for path in others if claims(piece_of(path.name, path.read_bytes()))] == []


@settings(max_examples=60, deadline=None)
@given(mutated(SEEDS))
def test_no_damage_gets_past_the_door(damaged: tuple[str, bytes]) -> None:
    never_crashes(*damaged)
