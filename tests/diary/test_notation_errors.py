"""What of a diary's text is refused, where, and in which words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from underbar.diary.notation import Problem, format_diary, parse, parse_bytes

ERRORS: list[tuple[str, int, str]] = [
    ("2026-03-05 chekin ache 1", 12, "unknown kind chekin; did you mean checkin?"),
    ("2026-03-05 bench 100lb 3x5", 12, "unknown kind bench; the name of another exercise stands in quotes"),
    ("2026-03-05 dedlift 100lb 3x5", 12, "did you mean deadlift?"),
    ("2026-03-05 checkin ache 11", 25, "ache: expected a whole number from 0 to 10, found 11"),
    ("2026-03-05 checkin ache", 24, "expected a whole number from 0 to 10 after ache"),
    ("2026-03-05 checkin ache 1 ache 2", 27, "ache is given twice"),
    ("2026-03-05 checkin sore sore", 25, "sore is given twice"),
    ("2026-03-05 checkin stif none", 20, "found stif; did you mean stiff?"),
    ("2026-03-05 checkin stiff lft", 26, "found lft; did you mean left?"),
    ("2026-03-05 checkin left 2", 20, "expected both left N and right N"),
    ("2026-03-05 checkin right 0", 20, "expected both left N and right N"),
    (
        "2026-03-05 checkin left 2 right 1 ache 2",
        20,
        "expected either ache N with its side, or left N right N",
    ),
    ("2026-03-05 checkin side left", 20, "expected ache N before its side"),
    ("2026-03-05 checkin sleep 25h", 26, "at most 24h"),
    ("2026-03-05 checkin sleep 7", 26, "expected a duration with its unit"),
    ("2026-03-05 walk 20mn", 17, "found 20mn; did you mean 20min?"),
    ("2026-03-05 walk 20min 30min", 23, "30min is one too many"),
    ("2026-03-05 walk", 12, "walk needs a duration"),
    (
        "2026-03-05 deadlift 5523lb 3x5",
        21,
        "at most 1500lb or 700kg and its sets, such as 135lb 3x5, found 5523lb",
    ),
    ("2026-03-05 deadlift 701kg 3x5", 21, "found 701kg"),
    ("2026-03-05 deadlift 0lb 3x5", 21, "found 0lb"),
    ("2026-03-05 deadlift 135lbs 3x5", 21, "found 135lbs; did you mean 135lb?"),
    ("2026-03-05 deadlift 3x5", 21, "expected a weight with its unit before 3x5"),
    ("2026-03-05 deadlift 135lb", 21, "expected sets such as 3x5 after 135lb"),
    ("2026-03-05 deadlift 135lb 145lb 3x5", 33, "expected sets such as 3x5 after 135lb, found 145lb"),
    ("2026-03-05 deadlift", 12, "deadlift needs a weight"),
    ("2026-03-05 squat 95lb 100x5", 23, "found 100x5"),
    ("2026-03-05 squat 95lb 3x1001", 23, "found 3x1001"),
    ("2026-03-05 squat 95lb 3x5.5", 23, "found 3x5.5"),
    ("2026-03-05 squat 95lb 3x5 rpe 6.3", 31, "a number from 0 to 10 in steps of 0.5, found 6.3"),
    ("2026-03-05 squat 95lb 3x5 rpe x", 31, "found x"),
    ('2026-03-05 "" 95lb 3x5', 12, "expected the name of an exercise in quotes"),
    ('2026-03-05 note "abc', 17, "expected a closing quote"),
    ('2026-03-05 note "', 17, "expected a closing quote"),
    ('2026-03-05 note "a\\qb"', 17, "unknown escape"),
    ("2026-03-05 note abc", 17, "expected a text in quotes, found abc"),
    ("2026-03-05 single-leg-bridge level 7", 36, "from 0 to 6, found 7"),
    ("2026-03-05 pallof-press 3x5 left 3x5", 25, "expected either sets for both sides, or left and right"),
    ("2026-03-05 release", 12, "release needs left D, right D or both"),
    ("2026-03-05 screen", 12, "expected either none or the warning signs"),
    ("2026-03-05 screen none fever", 19, "expected either none or the warning signs"),
    ("2026-03-05 screen unsure:fevr", 19, "found unsure:fevr; did you mean unsure:fever?"),
    ("2026-03-05 screen fever new:fever", 25, "the same warning sign is named twice"),
    ("2026-03-05 clinician", 12, "expected one of assessed, bar-ok, says, window, course on a line"),
    ("2026-03-05 clinician assessed bar-ok", 12, "expected one of assessed"),
    ("2026-03-05 clinician max 75%", 22, "expected a window"),
    ("2026-03-05 clinician window 0-6 max 75", 37, "such as 75%, or none, found 75"),
    ("2026-03-05 clinician window 0-6 none max 75%", 33, "expected either max N% or none"),
    ("2026-03-05 clinician window 6-0", 29, "found 6-0"),
    ("2026-03-05 clinician window 0", 29, "found 0"),
    ("2026-03-05 clinician course 4", 22, "expected course N every D"),
    ("2026-03-05 clinician every 42d", 22, "expected course N every D"),
    ("2026-03-05 clinician course 4 every 0d", 37, "found 0d"),
    ("2026-03-05 clinician course 4 every month", 37, "found month"),
    ("2026-03-05 goal deadlift off target 315lb", 26, "off ends the goal and stands alone"),
    ("2026-03-05 goal deadlift on mon,mon", 29, "found mon,mon"),
    ("2026-03-05 goal bench", 17, "expected one of deadlift"),
    ('2026-03-05 gym "x" bar 45lb bar 20kg', 29, "the same bar is given twice"),
    ('2026-03-05 gym "x" bar deadlfit 45lb', 24, "found deadlfit; did you mean deadlift?"),
    ('2026-03-05 gym "x" bar deadlift', 32, "after deadlift"),
    ('2026-03-05 gym "x" bar', 23, "after bar"),
    ('2026-03-05 gym "x" plates 45lb,25', 27, "expected weights joined by commas"),
    ("2026-03-05 zone Berlin?", 17, "expected the name of a time zone"),
    ("2026-03-05 question", 12, "question needs one of sleep, release, sitting"),
    ("2026-03-05 question sleeep", 21, "found sleeep; did you mean sleep?"),
    ("2026-03-05 sources", 12, "sources needs names of sources joined by commas"),
    ("2026-03-05 sources oura,oura", 20, "or none, found oura,oura"),
    ("2026-03-05 sources oura,none", 20, "or none, found oura,none"),
    ('2026-03-05 sources "oura', 20, "expected a closing quote"),
    ("2026-03-05 param Day 5", 18, "expected a parameter's name"),
    ("2026-03-05 medicine aspirin dayly", 29, "found dayly; did you mean daily?"),
    ('2026-03-05 experiment "q"', 12, "an experiment needs its question and its seed"),
    ("2026-03-05 experiment seed 7", 12, "an experiment needs its question and its seed"),
    ("2026-03-05 experiment off seed 7", 23, "off ends the running experiment and stands alone"),
    ('2026-03-05 experiment "q" seed 7 what bedtime', 34, "expected what, pairs and block together"),
    ('2026-03-05 experiment "q" seed 7 what deadlift', 39, "expected one of bedtime, sitting, release"),
    ('2026-03-05 experiment "q" seed 7 pairs 61', 40, "a whole number from 1 to 60, found 61"),
    ('2026-03-05 experiment "q" seed 7 block 29', 40, "a whole number from 1 to 28, found 29"),
    ("2026-03-05 medicine", 12, "medicine needs a name and one of daily, stopped"),
    ('2026-03-05 painkiller ""', 23, "expected a name"),
    ("2026-03-05 test side-plank left 3s", 12, "test needs right a number or seconds"),
    ("2026-03-05 test side-plank left 3s right 3", 36, "expected the same unit on both sides"),
    ("2026-03-05 test side-plank left x right 3", 33, "found x"),
    ("2026-03-05 score rmdq 25", 23, "expected rmdq from 0 to 24"),
    ('2026-03-05 experiment "x" seed ' + "9" * 30, 32, "a whole number"),
    ('2026-03-05 experiment "x" seed -1', 32, "a whole number"),
    ("2026-03-05 walk 1min written yesterday", 30, "expected a time with its offset"),
    ("2026-03-05 walk 1min written 2026-02-30T07:10Z", 30, "expected a time with its offset"),
    ("2026-03-05 walk 1min " + "x" * 99, 22, "x" * 40 + "…"),
    ("2026-03-05 7:30 checkin", 12, "expected a time from 00:00 to 23:59 with two digits each, found 7:30"),
    ("2026-03-05 24:00 checkin", 12, "found 24:00"),
    ("2026-03-05 07:30", 17, "expected a kind of entry"),
    ("2026-03-05 07:30 ; later", 18, "expected a kind of entry"),
    ("2026-02-30 checkin", 1, "2026-02-30 is not a day of the calendar"),
    ("1850-01-01 walk 1min", 1, "expected a year from 1950 to 2100, found 1850-01-01"),
    ("9999-01-01 walk 1min", 1, "expected a year from 1950 to 2100, found 9999-01-01"),
    ("2026-W01-1 walk 1min", 1, "expected a date such as 2026-03-05, found 2026-W01-1"),
    ("2026-03-05T07:10 walk 1min", 1, "expected a date such as"),
    ("Date,Workout Name,Exercise", 1, "expected a date such as"),
    ("  walk 1min", 3, "expected a date: an indented line"),
    ('2026-03-05 note "' + "x" * 10_000 + '"', 1, "the line is longer than 10000 characters"),
]


@pytest.mark.parametrize(("line", "column", "message"), ERRORS, ids=[line[:50] for line, _, _ in ERRORS])
def test_an_error_names_its_place_and_what_was_expected(line: str, column: int, message: str) -> None:
    parsed = parse(f"; first\n{line}\n2026-03-05 walk 20min\n")
    assert parsed.entries == ()
    (problem,) = parsed.problems
    assert (problem.line, problem.column) == (2, column)
    assert message in problem.message


def test_all_errors_are_reported_together() -> None:
    text = "2026-02-30 checkin ache 12 stif none sleep 8\n\n  walk 1min\n2026-03-05\n  walk 20\n  bar bar\n"
    parsed = parse(text)
    assert [problem[:2] for problem in parsed.problems] == [
        (1, 1),
        (1, 25),
        (1, 28),
        (1, 44),
        (3, 3),
        (5, 8),
        (6, 3),
    ]
    twice = parse('2026-03-05 gym "x" bar 1 bar 45lb unit lb unit').problems
    assert [problem.column for problem in twice] == [24, 47]
    left_out = parse("2026-03-05 checkin ache stiff none").problems
    assert [problem.column for problem in left_out] == [25]
    swallowed = parse("2026-03-05 checkin stif ache 12").problems
    assert [problem.column for problem in swallowed] == [20, 30]


def test_a_file_of_errors_ends_in_a_sentence() -> None:
    problems = parse("what\n" * 5000).problems
    assert len(problems) == 1001
    assert problems[-1] == Problem(1001, 1, "only the first 1000 errors are shown")


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"", 1, "the file is empty"),
        (b"\xef\xbb\xbf \r\n", 1, "the file is empty"),
        ('2026-03-05 walk 1min\n2026-03-05 note "Übung"'.encode("latin-1"), 2, "byte 0xdc is not UTF-8"),
        (b"2026-03-05 walk 1min\n\x00\x01", 2, "not a text file"),
        ("2026-03-05 walk 1min".encode("utf-16"), 1, "not a text file"),
        (bytes(range(1, 256)), 2, "not UTF-8"),
    ],
)
def test_bytes_that_are_no_diary(data: bytes, line: int, message: str) -> None:
    parsed = parse_bytes(data)
    assert parsed.entries == ()
    assert len(parsed.problems) == 1
    assert parsed.problems[0].line == line
    assert message in parsed.problems[0].message


def test_a_hundred_megabytes_in_a_line_are_refused_at_once() -> None:
    data = b"2" * 100_000_000
    began = time.perf_counter()
    (problem,) = parse_bytes(data).problems
    assert "longer than" in problem.message
    assert time.perf_counter() - began < 5


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.text('0123456789-: xlbkgsm"\\;acheknnotewdifrvu\n', max_size=80))
def test_any_text_is_an_answer_and_never_an_exception(text: str) -> None:
    for candidate in (text, f"2026-03-05 {text}", f'2026-03-05 gym "x" bar {text}'):
        parsed = parse(candidate)
        assert not (parsed.entries and parsed.problems)
        if not parsed.problems:
            assert parse(format_diary(parsed.entries, full=True)).entries == tuple(
                sorted(parsed.entries, key=lambda entry: entry.day)
            )


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_an_answer_and_never_an_exception(data: bytes) -> None:
    parsed = parse_bytes(data)
    assert not (parsed.entries and parsed.problems)
