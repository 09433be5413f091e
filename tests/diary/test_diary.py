"""The ordered diary: days, voids, corrections, ids."""

from __future__ import annotations

import re
from datetime import date

import pytest
from diary_strategies import entries
from hypothesis import given, settings
from hypothesis import strategies as st

from underbar.diary import records as r
from underbar.diary.diary import Diary, derived_id, with_ids
from underbar.diary.notation import format_diary, format_entry, parse


def read(text: str) -> tuple[r.Entry, ...]:
    parsed = parse(text)
    assert parsed.problems == ()
    return parsed.entries


def left(text: str) -> list[str]:
    return [format_entry(entry)[5:] for entry in Diary.of(read(text)).entries]


def test_an_empty_diary() -> None:
    diary = Diary.of([])
    assert diary.days == ()
    assert diary.first_day is None
    assert diary.last_day is None
    assert diary.day_entries(date(2026, 3, 5)) == ()
    assert format_diary([]) == ""


def test_days_are_in_order_and_entries_stay_in_theirs() -> None:
    diary = Diary.of(
        read(
            "2026-03-06 walk 2min\n2026-03-05 23:00 walk 1min\n"
            "2026-03-05 squat 95lb 3x5\n2026-03-06 walk 1min\n"
        )
    )
    assert diary.days == (date(2026, 3, 5), date(2026, 3, 6))
    assert (diary.first_day, diary.last_day) == diary.days
    assert [type(entry.record) for entry in diary.day_entries(date(2026, 3, 5))] == [r.Walk, r.Lift]
    assert [entry.record for entry in diary.day_entries(date(2026, 3, 6))] == [r.Walk(120), r.Walk(60)]
    assert all(entry.id is None for entry in diary.entries)


def test_a_voided_entry_goes_with_its_void() -> None:
    assert left("2026-03-05 walk 1min id A\n2026-03-07 void A\n2026-03-05 walk 2min\n") == ["03-05 walk 2min"]


def test_a_void_may_name_a_derived_id() -> None:
    text = "2026-03-05 walk 1min\n2026-03-05 walk 1min ; again\n"
    second = with_ids(read(text))[1]
    assert second.id == derived_id(second, 1)
    assert left(f"{text}2026-03-05 void {second.id}\n") == ["03-05 walk 1min"]


def test_a_void_can_not_be_voided_and_an_unknown_one_does_nothing() -> None:
    assert left("2026-03-05 walk 1min id A\n2026-03-05 void A id B\n2026-03-05 void B\n") == []
    assert left("2026-03-05 walk 1min id A\n2026-03-05 void X\n") == ["03-05 walk 1min"]


def test_a_corrected_entry_goes() -> None:
    text = (
        "2026-03-05 walk 1min id A\n"
        "2026-03-06 walk 2min id B supersedes A\n"
        "2026-03-05 walk 3min id C supersedes B\n"
    )
    assert left(text) == ["03-05 walk 3min"]
    assert format_diary(read(text)) == "2026-03-05 walk 3min\n"


def test_removing_a_correction_removes_what_it_corrected() -> None:
    text = (
        "2026-03-05 walk 1min id A\n"
        "2026-03-05 walk 2min id B supersedes A\n"
        "2026-03-05 walk 3min id C supersedes B\n"
    )
    assert left(text + "2026-03-05 void C\n2026-03-05 void C\n") == []
    assert left(text + "2026-03-05 void A\n") == ["03-05 walk 3min"]


def test_a_corrected_check_in_stays_on_its_day_and_is_marked() -> None:
    text = (
        "2026-03-05 checkin ache 3 id A\n"
        "2026-03-05 checkin ache 1 id B supersedes A\n"
        "2026-03-05 checkin ache 0 id C supersedes B\n"
    )
    diary = Diary.of(read(text))
    assert [entry.id for entry in diary.day_entries(date(2026, 3, 5))] == ["A", "B", "C"]
    assert diary.superseded == {"A", "B"}
    assert format_diary(read(text)) == "2026-03-05 checkin ache 0\n"
    assert format_diary(read(text), full=True) == text
    removed = Diary.of(read(text + "2026-03-05 void C\n"))
    assert removed.superseded == {"A", "B", "C"} == {entry.id for entry in removed.entries}


def test_a_removed_screen_stays_on_its_day_and_is_marked() -> None:
    diary = Diary.of(read("2026-03-05 screen cauda-equina id A\n2026-03-06 void A\n"))
    assert [entry.id for entry in diary.day_entries(date(2026, 3, 5))] == ["A"]
    assert diary.superseded == {"A"}
    assert format_diary(diary.entries) == "2026-03-05 screen cauda-equina\n"


@pytest.mark.parametrize(
    "correction",
    [
        '2026-03-05 note "x" supersedes A',
        "2026-03-06 checkin ache 0 supersedes A",
        "2026-03-05 screen none supersedes A",
    ],
)
def test_a_check_in_is_corrected_by_a_check_in_of_its_day_alone(correction: str) -> None:
    diary = Diary.of(read(f"2026-03-05 checkin ache 3 id A\n{correction}\n"))
    assert len(diary.entries) == 2
    assert diary.superseded == frozenset()


def test_a_circle_of_corrections_counts_as_none() -> None:
    text = (
        "2026-03-05 walk 1min id A supersedes C\n"
        "2026-03-05 walk 2min id B supersedes A\n"
        "2026-03-05 walk 3min id C supersedes B\n"
        "2026-03-05 walk 4min id D supersedes D\n"
        "2026-03-05 walk 5min id E supersedes A\n"
        '2026-03-05 note "x" supersedes nothing\n'
    )
    assert [line[6:] for line in left(text)] == [
        "walk 2min",
        "walk 3min",
        "walk 4min",
        "walk 5min",
        'note "x"',
    ]


def test_an_entry_sent_twice_counts_once() -> None:
    text = "2026-03-05 walk 1min id A\n2026-03-05 walk 1min id A\n2026-03-05 walk 2min id A\n"
    assert left(text) == ["03-05 walk 1min", "03-05 walk 2min"]


def test_a_derived_id_depends_on_the_facts_alone() -> None:
    first, commented, sourced, timed, later = with_ids(
        read(
            "2026-03-05 walk 1min\n2026-03-05 walk 1min ; x\n2026-03-05 walk 1min from oura\n"
            "2026-03-05 07:00 walk 1min\n2026-03-06 walk 1min\n"
        )
    )
    ids = [first.id, commented.id, sourced.id, timed.id, later.id]
    assert len(set(ids)) == 5
    assert all(re.fullmatch("[0-9a-f]{20}", id_ or "") for id_ in ids)
    assert commented.id == derived_id(first, 1)
    assert sourced.id == derived_id(first, 2)
    # stored databases hold these: they must never change
    assert first.id == "010bfb58d3059046b745"


def test_an_entry_with_an_id_counts_among_its_equals() -> None:
    own, other = with_ids(read("2026-03-05 walk 1min id A\n2026-03-05 walk 1min\n"))
    assert own.id == "A"
    assert other.id == derived_id(own, 1)


@settings(max_examples=100, deadline=None)
@given(st.lists(entries, max_size=6))
def test_ids_survive_printing_and_the_order_of_the_days(many: list[r.Entry]) -> None:
    ids = [entry.id for entry in with_ids(sorted(many, key=lambda entry: entry.day))]
    assert [entry.id for entry in with_ids(parse(format_diary(many, full=True)).entries)] == ids


small = st.sampled_from("ABCD")
linked = st.builds(
    r.Entry,
    st.dates(date(2026, 3, 1), date(2026, 3, 3)),
    st.sampled_from([r.Walk(60), r.Checkin(ache=1)]) | st.builds(r.Void, small),
    id=small | st.none(),
    supersedes=small | st.none(),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(linked, max_size=8))
def test_no_tangle_of_voids_and_corrections_hangs_or_doubles(many: list[r.Entry]) -> None:
    diary = Diary.of(many)
    voided = {entry.record.id for entry in many if isinstance(entry.record, r.Void)}
    tangled = any(entry.supersedes is not None for entry in many) or voided
    assert all(isinstance(e.record, r.Checkin) for e in diary.entries if e.id in voided)
    if tangled:
        assert not any(isinstance(entry.record, r.Void) for entry in diary.entries)
        kept = {entry.id: entry for entry in diary.entries}
        assert all(isinstance(kept[id_].record, r.Checkin) for id_ in diary.superseded)
    assert list(diary.days) == sorted(set(diary.days))
    assert tuple(entry for day in diary.days for entry in diary.day_entries(day)) == diary.entries
