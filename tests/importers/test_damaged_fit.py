"""FIT files that broke on their way, or that no watch writes."""

from __future__ import annotations

import struct

import pytest
from building_fit import DEEP, closed, done, file_id, fit, record, seconds, session
from hypothesis import given, settings
from hypothesis import strategies as st
from mutating import mutated, never_crashes
from reading_files import read_data, read_files
from reading_fit import sets, work
from seeds_fit import SEEDS

from underbar.importers import ImportRefused

START = "2026-03-01T18:00:00"
STRENGTH = (file_id(), session(START))
WHOLE = SEEDS[0][1]


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    for end in range(12, len(WHOLE)):
        data = WHOLE[:end]
        whole_sets = [one.get_value("set_type") for one in sets(data)].count("active")
        if not whole_sets:
            with pytest.raises(ImportRefused, match="breaks off"):
                read_data(data)
            continue
        found = read_data(data)
        assert found.sets_stored == whole_sets
        assert [(problem.line, "it breaks off" in problem.message) for problem in found.reported] == [
            (0, True)
        ]


def test_a_file_whose_checksum_does_not_fit_is_read_and_reported() -> None:
    reps = WHOLE.index(struct.pack("<HH", 10, 320))
    found = read_data(WHOLE[:reps] + b"\x0b" + WHOLE[reps + 1 :])
    assert ("Squat (watch) warm-up", "20kg 1x11") in work(found)
    assert [problem.message for problem in found.reported] == [
        "the FIT file is damaged: its checksum does not fit, so that something in it may be wrong. "
        "What could be read was read"
    ]


def test_nonsense_within_a_file_ends_it_there() -> None:
    body = fit((*STRENGTH, done(START, 5)))[14:-2]
    found = read_data(closed(body + b"\x07" * 10))
    assert found.sets_stored == 1
    assert [problem.message for problem in found.reported] == [
        f"the FIT file is damaged: it makes no sense from byte {14 + len(body)} on. "
        "What could be read was read"
    ]


def test_a_last_message_that_is_longer_than_its_file_is_reported() -> None:
    body = fit((*STRENGTH, done(START, 5), record(START)))[14:-2]
    found = read_data(closed(body[:-1]))
    assert (found.sets_stored, ["it breaks off" in problem.message for problem in found.reported]) == (
        1,
        [True],
    )


def test_a_damaged_file_among_others_does_not_stop_them() -> None:
    brought = read_files({"good.fit": WHOLE, "bad.fit": WHOLE[:60]})
    (found,) = brought.accounts
    assert found.sets_stored == 3
    assert [(problem.file, problem.line) for problem in found.reported] == [("bad.fit", 0)]


def test_watches_may_write_their_bytes_in_other_ways() -> None:
    messages = (file_id(), done(START, 5, 160, category=28), record(START), done("2026-03-01T18:02:00", 6))
    plain = fit((*messages, session(START)))
    expected = read_data(plain).entries
    assert len(expected) == 2
    assert read_data(fit((*messages, session(START)), big=True)).entries == expected
    set_body = fit((done(START, 5, 160, category=28),))[14:-2]
    fields = set_body[5]
    layout, content = set_body[: 6 + 3 * fields], set_body[6 + 3 * fields :]
    with_developer_field = b"\x60" + layout[1:] + b"\x01\x00\x02\x00" + content + b"\xaa\xbb"
    packed_time = b"\x42\0\0\x14\0\1\3\1\2" + b"\xc5\x78"  # definition 2, then a record with a packed time
    closing = fit((session(START), done("2026-03-01T18:02:00", 6)))[14:-2]
    assert read_data(closed(with_developer_field + packed_time + closing)).entries == expected
    assert read_data(fit(messages[:1]) + plain).entries == expected
    assert read_data(plain + b"\0" * 40).reported == ()
    assert read_data(plain[:-2] + b"\0\0").reported == ()
    assert len(read_data(plain + b"more").reported) == 1
    unsized = plain[:4] + b"\0\0\0\0" + plain[8:-2]
    assert read_data(unsized).entries == expected


def test_a_field_without_bytes_or_of_half_a_number_is_none() -> None:
    body = b"\x40\0\0" + struct.pack("<HB", 225, 4) + bytes((3, 2, 0x84, 9, 0, 0x84, 4, 3, 0x84, 6, 4, 0x86))
    body += b"\0" + struct.pack("<H3sI", 5, b"abc", seconds(START))
    assert work(read_data(closed(body))) == [("Unknown exercise (watch)", "body 1x5")]


def test_sets_that_nobody_did_are_reported() -> None:
    found = read_data(
        fit(
            (
                *STRENGTH,
                done(START, 5),
                done(START, 1001),
                done(START, 5, 65000),
                done(START, length=4_000_000_000),
                done("1989-12-31T00:10:00", 7),
            )
        )
    )
    assert found.sets_stored == 2
    assert sorted(problem.message for problem in found.reported) == [
        "repetitions outside 0 to 1,000",
        "seconds outside 0 to 86,400",
        "the weight is not above 0 and at most 1,500 lb (700 kg)",
    ]


@pytest.mark.parametrize("number", [225, 275])
def test_more_than_a_watch_writes_is_refused(number: int) -> None:
    body = b"\x40\0\0" + struct.pack("<HB", number, 0) + b"\0" * 100_000
    with pytest.raises(ImportRefused, match="than a watch writes"):
        read_data(closed(body))


def test_a_file_larger_than_any_of_a_watch_is_refused() -> None:
    with pytest.raises(ImportRefused, match="over 32 MB"):
        read_data(WHOLE + b"\0" * 32_000_000)


def test_an_activity_without_any_time_is_reported() -> None:
    found = read_data(fit((file_id(), (225, ((3, "H", 5), (6, "I", 600))))))  # after it was switched on
    assert [problem.message for problem in found.reported] == [
        "a set without a time, in an activity without one"
    ]
    found = read_data(fit((file_id(), (275, ((0, "B", DEEP),)))))
    assert [problem.message for problem in found.reported] == ["a stage of sleep without a time"]


@settings(max_examples=60, deadline=None)
@given(mutated(SEEDS))
def test_no_damage_of_a_fit_file_gets_past_the_door(damaged: tuple[str, bytes]) -> None:
    never_crashes(*damaged)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=6),
)
def test_no_changed_byte_of_a_fit_file_gets_past_the_door(
    seed: tuple[str, bytes], changes: list[tuple[float, int]]
) -> None:
    name, data = seed
    changed = bytearray(data)
    for place, change in changes:
        changed[int(place * len(data))] ^= change
    never_crashes(name, bytes(changed))
