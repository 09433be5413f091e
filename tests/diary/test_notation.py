"""The diary as text: what is read, what is printed, what is refused and where."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path

import pytest
from diary_strategies import entries
from hypothesis import given, settings
from hypothesis import strategies as st

from underbar.diary import records as r
from underbar.diary.notation import format_diary, format_entry, parse, parse_bytes
from underbar.quantities import Sets, Weight

SHARED = Path(__file__).parents[3] / "shared"
DAY = date(2026, 3, 5)


def one(body: str) -> r.Entry:
    parsed = parse(f"2026-03-05 {body}\n")
    assert parsed.problems == ()
    (entry,) = parsed.entries
    return entry


def sets(count: int, amount: float, kind: str = "reps") -> Sets:
    return Sets(count, amount, kind)  # type: ignore[arg-type]  # the kinds are words below


EXAMPLES: list[tuple[str, r.Record]] = [
    ("lifter born 1983 units lb bodyweight 205lb", r.Lifter(1983, "lb", Weight(205, "lb"))),
    (
        'gym "home" bar 45lb plates 45lb,25lb,10lb,5lb,2.5lb',
        r.Gym("home", None, (("", Weight(45, "lb")),), tuple(Weight(w, "lb") for w in (45, 25, 10, 5, 2.5))),
    ),
    (
        'gym "club" unit kg bar 20kg bar trap-bar-deadlift 25kg bar "safety squat" 27kg bells 16kg,24kg',
        r.Gym(
            "club",
            "kg",
            (
                ("", Weight(20, "kg")),
                ("trap-bar-deadlift", Weight(25, "kg")),
                ("safety squat", Weight(27, "kg")),
            ),
            (),
            (Weight(16, "kg"), Weight(24, "kg")),
        ),
    ),
    ("zone Europe/Berlin", r.Zone("Europe/Berlin")),
    ("param day-start 05:00", r.Param("day-start", "05:00")),
    ("sources oura,apple-watch", r.Sources(("oura", "apple-watch"))),
    ("sources none", r.Sources(())),
    ('sources "my watch,oura"', r.Sources(("my watch", "oura"))),
    ('sources "from"', r.Sources(("from",))),
    (
        "goal deadlift target 315lb best 405lb on mon,thu",
        r.Goal("deadlift", Weight(315, "lb"), Weight(405, "lb"), None, (0, 3)),
    ),
    ("goal squat on any", r.Goal("squat", days=())),
    ("goal squat off", r.Goal("squat", off=True)),
    ("screen none", r.Screen()),
    ("screen none scope re", r.Screen((), "re")),
    (
        "screen anticoagulant unsure:fever",
        r.Screen((r.Answer("anticoagulant", "yes"), r.Answer("fever", "unsure"))),
    ),
    ("screen new:fall skipped:eye", r.Screen((r.Answer("fall", "new"), r.Answer("eye", "skipped")))),
    ("clinician assessed", r.Clinician(assessed=True)),
    ("clinician bar-ok", r.Clinician(bar_ok=True)),
    ('clinician says "no running"', r.Clinician(says="no running")),
    ("clinician window 0-6 none release off", r.Clinician(window=r.Window(0, 6, 0, False))),
    ("clinician window 7-14 max 75% release on", r.Clinician(window=r.Window(7, 14, 75, True))),
    ("clinician window 7-14", r.Clinician(window=r.Window(7, 14))),
    ("clinician course 4 every 42d", r.Clinician(course=r.Course(4, 42))),
    ("checkin", r.Checkin()),
    ("checkin ache 0 stiff none sleep 7h30", r.Checkin(ache=0, stiff="none", sleep=27000)),
    ("checkin left 2 right 0 woke 06:45 sore", r.Checkin(2, None, 2, 0, woke=405, sore=True)),
    (
        "checkin ache 3 side right quality 6 evening 4 painkiller flare ill",
        r.Checkin(3, "right", quality=6, evening=4, painkiller=True, flare=True, ill=True),
    ),
    ("sleep 6h12 quality 7", r.Sleep(22320, 7)),
    ("release left 90s right 90s", r.Release(90, 90)),
    ("release right 30s pain 6", r.Release(None, 30, 6)),
    (
        "suitcase-carry level 3 left 3x25m right 3x25m 40lb",
        r.Stability("suitcase-carry", 3, sets(3, 25, "m"), sets(3, 25, "m"), weight=Weight(40, "lb")),
    ),
    (
        "pallof-press level 2 3x8 pain 0 form ok",
        r.Stability("pallof-press", 2, None, None, sets(3, 8), 0, "ok"),
    ),
    (
        "deadlift 135lb 3x5 brace pain 1",
        r.Lift("deadlift", (r.Work(Weight(135, "lb"), sets(3, 5)),), brace=True, pain=1),
    ),
    ('"bench press" 185lb 3x5', r.Lift("bench press", (r.Work(Weight(185, "lb"), sets(3, 5)),))),
    ('"pull-up" 3x0', r.Lift("pull-up", (r.Work(None, sets(3, 0)),))),
    (
        'squat 95lb 1x5 105.5lb 2x5 warmup missed pelvis pain 0 rpe 6.5 shift left because "felt \\"good\\""',
        r.Lift(
            "squat",
            (r.Work(Weight(95, "lb"), sets(1, 5)), r.Work(Weight(105.5, "lb"), sets(2, 5))),
            True,
            False,
            True,
            True,
            0,
            6.5,
            "left",
            'felt "good"',
        ),
    ),
    ("injection prolotherapy side right number 2", r.Injection("prolotherapy", "right", 2)),
    ("planned-injection prp", r.Injection("prp", planned=True)),
    ('visit "physiotherapist"', r.Visit("physiotherapist")),
    ("test single-leg-bridge left 34s right 27s", r.Test("single-leg-bridge", 34, 27, "s")),
    ("test straight-leg-raise left 2 right 0.5", r.Test("straight-leg-raise", 2, 0.5)),
    ("score odi 24", r.Score("odi", 24)),
    ('activity "get out of the car" 6', r.Activity("get out of the car", 6)),
    ("walk 20min", r.Walk(1200)),
    ("stretch 10min", r.Stretch(600)),
    ("sitting 7h", r.Sitting(25200)),
    ("painkiller ibuprofen", r.Painkiller("ibuprofen")),
    ('painkiller "the blue one"', r.Painkiller("the blue one")),
    ("medicine aspirin daily", r.Medicine("aspirin", True)),
    ("medicine aspirin stopped", r.Medicine("aspirin", False)),
    ("skip travel", r.Skip("travel")),
    ("question sitting", r.Question("sitting")),
    ('experiment "release?" seed 7 stop "day 28"', r.Experiment("release?", 7, "day 28")),
    (
        'experiment "earlier?" seed 7 stop "day 56" what bedtime pairs 28 block 1',
        r.Experiment("earlier?", 7, "day 56", "bedtime", 28, 1),
    ),
    ("experiment off", r.Experiment(off=True)),
    ("arm release off", r.Arm("release", "off")),
    ("bodyweight 203lb", r.Bodyweight(Weight(203, "lb"))),
    ("pulse 54", r.Pulse(54)),
    ("hrv 62", r.Hrv(62)),
    ('note "slept in a hotel bed"', r.Note("slept in a hotel bed")),
    ('note "two\\nlines, a \\\\ and \\x07"', r.Note("two\nlines, a \\ and \x07")),
    ("void 0a1b", r.Void("0a1b")),
]


@pytest.mark.parametrize(("body", "record"), EXAMPLES, ids=[body for body, _ in EXAMPLES])
def test_a_line_is_read_and_printed_the_one_way(body: str, record: r.Record) -> None:
    entry = one(body)
    assert entry == r.Entry(DAY, record)
    assert format_entry(entry) == f"2026-03-05 {body}"


@pytest.mark.parametrize(
    ("body", "canonical"),
    [
        ("checkin sore stiff none ache 1", "checkin ache 1 stiff none sore"),
        ("deadlift pain 1 brace 135.0lb 3x5", "deadlift 135lb 3x5 brace pain 1"),
        ('"deadlift" 135lb 3x5', "deadlift 135lb 3x5"),
        ("goal deadlift on thu,mon", "goal deadlift on mon,thu"),
        ("clinician course 4 every 6weeks", "clinician course 4 every 42d"),
        ("clinician course 4 every 42", "clinician course 4 every 42d"),
        ("clinician window 0-6 max none", "clinician window 0-6 none"),
        ("clinician window 0-6 max 0%", "clinician window 0-6 none"),
        ("checkin sleep 7h00", "checkin sleep 7h"),
        ("checkin\tache\u00a01", "checkin ache 1"),
        ('sources "oura,whoop"', "sources oura,whoop"),
        ('visit"x"', 'visit "x"'),
        ("painkiller aspirin;with food", "painkiller aspirin ; with food"),
        ("walk 20min ;", "walk 20min"),
        ('note "a;b" ; "c"', 'note "a;b" ; "c"'),
    ],
)
def test_another_way_to_write_it(body: str, canonical: str) -> None:
    assert format_entry(one(body)) == f"2026-03-05 {canonical}"


def test_every_example_of_the_notation_page_is_read() -> None:
    page = SHARED / "NOTATION.md"
    if not page.exists():
        pytest.skip("the specification does not lie beside the repository")
    rows = [
        line.replace("\\|", "/").split("|")
        for line in page.read_text("utf-8").splitlines()
        if line[:1] == "|"
    ]
    examples = [body for row in rows if len(row) == 5 for body in re.findall("`([^`]+)`", row[3])]
    assert len(examples) > 25
    for body in examples:
        assert format_entry(one(body), full=True) == f"2026-03-05 {body}"


def test_the_end_of_a_line() -> None:
    line = (
        "2026-03-05 07:10 sleep 6h12 from oura written 2026-03-05T07:12:00+01:00 "
        "id a-1 supersedes a-0 ; device"
    )
    (entry,) = parse(line).entries
    assert entry == r.Entry(
        DAY, r.Sleep(22320), 430, "oura", "2026-03-05T07:12:00+01:00", "a-1", "a-0", "device"
    )
    assert format_entry(entry, full=True) == line
    assert format_entry(entry) == "2026-03-05 07:10 sleep 6h12 ; device"


def test_a_comment_stays_on_its_line() -> None:
    assert format_entry(r.Entry(DAY, r.Walk(60), comment=" a\nb\x00 ")) == "2026-03-05 walk 1min ; a b"
    assert format_entry(r.Entry(DAY, r.Walk(60), comment=" \n")) == "2026-03-05 walk 1min"


def test_days_may_head_their_lines() -> None:
    text = (
        "\ufeff; a diary\r\n"
        "2026-03-05 ; Thursday\r\n"
        "  07:10 checkin ache 0\r\n"
        "\r\n"
        "\tdeadlift 135lb 3x5\r\n"
        "  ; a thought\r\n"
        "  2026-03-06 01:30 walk 20min\r\n"
        "2026-03-06 01:30 walk 20min\r\n"
        "2026-03-06   walk 20min"
    )
    parsed = parse(text)
    assert parsed.problems == ()
    assert [(e.day.day, e.time, type(e.record).__name__) for e in parsed.entries] == [
        (5, 430, "Checkin"),
        (5, None, "Lift"),
        (6, 90, "Walk"),
        (6, 90, "Walk"),
        (6, None, "Walk"),
    ]


def test_a_full_line_ends_the_day_above() -> None:
    for full in ("2026-03-06 walk 1min", "2026-03-05 walk 1min"):
        (problem,) = parse(f"2026-03-05\n  walk 1min\n{full}\n  walk 1min\n").problems
        assert problem[:2] == (4, 3)


def test_bytes_of_a_diary() -> None:
    assert parse_bytes('\ufeff2026-03-05 note "Übung"\r\n'.encode()).entries == (
        r.Entry(DAY, r.Note("Übung")),
    )
    assert parse_bytes(b"; nothing yet").problems == ()


def test_ten_years_are_read_in_no_time() -> None:
    lines = []
    for number in range(3650):
        day = date.fromordinal(DAY.toordinal() + number).isoformat()
        lines += [
            f"{day} 07:{number % 60:02d} checkin ache {number % 3} stiff none sleep 7h{number % 60:02d}",
            f"{day} release left 90s right 90s",
            f"{day} single-leg-bridge level 4 left 3x8 right 3x8 pain 0 form ok",
            f"{day} deadlift {135 + number % 36 * 5}lb 3x5 brace pain {number % 2}",
            f"{day} walk {number % 50}min",
        ]
    text = "\n".join(lines)
    took = []
    for _ in range(3):
        began = time.perf_counter()
        assert len(parse(text).entries) == 18_250
        took.append(time.perf_counter() - began)
    assert min(took) < 0.6  # 0.1 s on a free machine; this only catches a lost cache


@settings(max_examples=300, deadline=None)
@given(entries)
def test_an_entry_printed_is_read_as_the_same_entry(entry: r.Entry) -> None:
    line = format_entry(entry, full=True)
    parsed = parse(line)
    assert parsed.problems == ()
    assert parsed.entries == (entry,)
    assert format_entry(parsed.entries[0], full=True) == line
    assert parse_bytes(line.encode()).entries == (entry,)
    plain = entry._replace(source=None, written=None, id=None, supersedes=None)
    assert parse(format_entry(entry)).entries == (plain,)


@settings(max_examples=50, deadline=None)
@given(st.lists(entries, max_size=6))
def test_a_diary_printed_in_full_is_read_as_the_same_diary(many: list[r.Entry]) -> None:
    text = format_diary(many, full=True)
    parsed = parse(text)
    assert parsed.problems == ()
    assert list(parsed.entries) == sorted(many, key=lambda entry: entry.day)
    assert format_diary(parsed.entries, full=True) == text


@pytest.mark.skipif(
    not (SHARED / "diaries").is_dir(), reason="the sample diaries do not lie beside the repository"
)
def test_the_sample_diaries_are_read_and_printed() -> None:
    samples = sorted((SHARED / "diaries").glob("*.diary"))
    assert samples
    for sample in samples:
        parsed = parse_bytes(sample.read_bytes())
        assert parsed.problems == ()
        written = [line for line in sample.read_text("utf-8").splitlines() if line and line[0] != ";"]
        printed = format_diary(parsed.entries).splitlines()
        assert printed == [line.replace("h00", "h") for line in written]
