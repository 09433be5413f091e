"""Whatever the bytes, a file is read or refused with a sentence; nothing else escapes."""

from __future__ import annotations

import gc
import time
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading_files import read_data

from underbar.diary.notation import format_diary, parse
from underbar.importers import ImportRefused, NeedsUnit, piece_of
from underbar.importers.detect import reader_of

S3 = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
ROW = '2024-03-01 18:00:00,"Evening",1h,"Deadlift (Barbell)",1,135.0,5,0,0,"","",'
HEVY = "title,start_time,exercise_title,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe"
HEVY_ROW = 'Legs,"15 Sep 2025, 07:48",Squat (Barbell),0,normal,60,5,,,'


def refusal(data: bytes) -> str:
    with pytest.raises(ImportRefused) as caught:
        read_data(data)
    return caught.value.sentence


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "no rows"),
        (b",,,\n,,\n", "no export that Underbar knows"),
        (b"PK\x03\x04rest", "zip"),
        (b"SQLite format 3\x00\x10\x00", "binary"),
        (b"\x00\xff\xfe\x80", "binary"),
        (b"\xff\xfe\x00", "binary"),
        (b"\xff\xfea\x00\x00\x00", "binary"),
        (f"{S3}\n{ROW}\n".encode() + "Évening".encode("latin-1"), "Line 3 is not in UTF-8"),
        (b"name,city\nA,B\n", "name, city"),
        (b"{}", "no export that Underbar knows"),
        (b"Date,Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n", "no export that Underbar knows"),
        (f'{S3}\n{ROW}\n"'.encode() + b"x" * 200_000, "line 3"),
        (b'"' + b"x" * 200_000, "line 1"),
        (b"Date,kg\n" * 12_600_000, "100 MB"),
        (f"{HEVY},weight_lbs\n".encode(), "no export that Underbar knows"),
    ],
    ids=lambda value: f"{len(value)} bytes" if isinstance(value, bytes) else None,
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, said: str) -> None:
    sentence = refusal(data)
    assert said in sentence
    assert sentence.endswith(".")


def test_columns_of_another_app_are_shown_cut_and_printable() -> None:
    sentence = refusal(b"a\x1b[31m,%s,c,d,e,f,g\n" % (b"b" * 500))
    assert sentence.isprintable()
    assert len(sentence) < 200


@pytest.mark.parametrize(
    "data", [b"x" * 40_000_000, b"x" * 100_000_000, S3.encode() + b"\n" + b"," * 100_000_000], ids=len
)
def test_a_line_without_end_is_refused_at_once(data: bytes) -> None:
    began = time.process_time()
    refusal(data)
    assert time.process_time() - began < 1


def test_utf16_and_marks() -> None:
    text = f"{S3}\n{ROW}\n"
    for data in (text.encode("utf-8-sig"), text.encode("utf-16"), b"\xfe\xff" + text.encode("utf-16-be")):
        assert read_data(data, unit="lb").entries == read_data(text.encode(), unit="lb").entries


def test_detect() -> None:
    readers = [reader_of(piece_of("export.csv", f"{header}\n".encode())) for header in (S3, HEVY)]
    assert [reader.source for reader in readers if reader] == ["strong", "hevy"]


def test_a_header_alone_is_an_empty_import() -> None:
    found = read_data(f"{S3}\n".encode())
    assert (found.entries, found.rows_read, found.first_day, found.unit_how) == ((), 0, None, "not needed")


@pytest.mark.parametrize("data", [f"{S3}\n{ROW}\n".encode(), f"{HEVY}\n{HEVY_ROW}\n".encode()])
def test_the_search_for_cycles_is_on_again_afterwards(data: bytes) -> None:
    with suppress(NeedsUnit):
        read_data(data)
    assert gc.isenabled()


def test_weights_that_do_not_tell_the_unit_are_asked_for() -> None:
    with pytest.raises(NeedsUnit) as caught:
        read_data(f"{S3}\n{ROW}\n".encode())
    assert (caught.value.likelier, caught.value.share) == ("lb", 1.0)
    assert read_data(f"{S3}\n{ROW}\n".encode(), unit="kg").unit_how == "asked"


_cell = st.sampled_from(
    [
        "", "0", "1", "2", "W", "D", "F", "Rest Timer", "Note", "135.0", "61.23496995", "-5", "1e9", "nan",
        "5", "5.5", "7.3333333333", "90", "2024-03-01 18:00:00", "2024-02-30 18:00:00",
        "5 Mai 2026, 07:34", "5 lip 2026, 07:34",
        "Deadlift (Barbell)", "deadlift", "Chin Up (Assisted)", 'a"b', "a\\b", "a\nb", "\u2028", "\u200b",
        "é", "😀", "warmup", "normal", "failure", "kg", "lbs", "9" * 400, "٣", ";", "normal\x1b",
    ]
)  # fmt: skip
_shaped = st.builds(
    lambda header, rows: "\n".join(
        [header, *(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)]
    ).encode(),
    st.sampled_from(
        [S3, HEVY, S3.replace("Date", "Datum").replace("Weight", "Gewicht"), HEVY.replace("kg", "lbs")]
    ),
    st.lists(st.lists(_cell, min_size=1, max_size=13), max_size=8),
)
_plausible = st.builds(
    lambda rows: "\n".join(
        [
            S3,
            *(
                f'{day} 18:00:00,A,1h,"{name}",{order},{w},{reps},0,{s},,,{rpe}'
                for day, name, order, w, reps, s, rpe in rows
            ),
        ]
    ).encode(),
    st.lists(
        st.tuples(
            st.dates().map(str),
            st.text(
                st.characters(exclude_characters='"', exclude_categories=["Cs"]), min_size=1, max_size=12
            ),
            st.sampled_from("0123WDF"),
            st.floats(0, 1600).map(lambda value: f"{value:.9f}"),
            st.integers(0, 1001),
            st.sampled_from([0, 30, 86_400]),
            st.sampled_from(["", "0", "7.5", "10"]),
        ),
        max_size=12,
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=400), _shaped, _plausible), st.sampled_from(["lb", "kg", None]))
@example(f"{S3}\n{ROW}\n".encode(), None)
@example(f"{HEVY}\n{HEVY_ROW}\n".encode(), None)
def test_any_bytes_are_read_with_a_full_account_or_refused(data: bytes, unit: str | None) -> None:
    try:
        found = read_data(data, unit=unit)
    except ImportRefused:
        return
    assert found.rows_read == found.sets_stored + sum(count for _, count in found.skipped) + len(
        found.reported
    )
    assert sum(seen.sets for seen in found.exercises) == found.sets_stored
    ids = [entry.id for entry in found.entries]
    assert len(ids) == len(set(ids))
    assert found == read_data(data, unit=unit)
    again = parse(format_diary(found.entries, full=True))
    assert not again.problems
    assert list(again.entries) == sorted(found.entries, key=lambda entry: entry.day)
