"""Left against right: what is compared, and the three conditions as the engine reads them."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import fmean, stdev

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from underbar.diary.diary import Diary
from underbar.diary.notation import parse
from underbar.diary.records import Entry, Test
from underbar.insights.sides import Pair, Series, side_by_side
from underbar.protocol import engine
from underbar.protocol.document import load
from underbar.protocol.rules.stability import side_difference

FIRST = date(2026, 1, 5)
LAST = date(2027, 12, 31)


def read(*lines: str) -> tuple[Series, ...]:
    parsed = parse("\n".join(lines))
    assert not parsed.problems
    return side_by_side(load().numbers, Diary.of(parsed.entries), LAST)


def pairs(found: tuple[Series, ...], measure: str) -> list[tuple[float, float]]:
    return [(pair.left, pair.right) for one in found if one.measure == measure for pair in one.pairs]


@pytest.mark.parametrize(
    ("lefts", "rights", "conditions", "target"),
    [
        # 15 of 100, 3 times, the same side, no scatter at all.
        ((85, 85, 85), (100, 100, 100), (True, True, True), "left"),
        ((100, 100, 100), (85, 85, 85), (True, True, True), "right"),
        # Just below 15 %.
        ((86, 86, 86), (100, 100, 100), (False, True, True), None),
        # The sides take turns: mean 6.7 %, scatter 23 %.
        ((80, 100, 80), (100, 80, 100), (True, False, False), None),
        # One side each time, but 1, 1 and 60 %: mean 20.7, scatter 34.
        ((99, 99, 40), (100, 100, 100), (True, True, False), None),
        # Two tests alone.
        ((50, 50), (100, 100), (False, False, False), None),
        # Old tests of the other side are forgotten; the large difference must be the last one.
        ((100, 50, 50, 50), (50, 100, 100, 100), (True, True, True), "left"),
        ((50, 50, 99), (100, 100, 100), (False, True, True), None),
        # A test in which neither side did anything.
        ((85, 85, 0, 85), (100, 100, 0, 100), (True, False, True), None),
    ],
)
def test_the_three_conditions(
    lefts: tuple[int, ...], rights: tuple[int, ...], conditions: tuple[bool, ...], target: str | None
) -> None:
    (found,) = read(
        *(
            f"{FIRST + timedelta(14 * at)} test single-leg-bridge left {left}s right {right}s"
            for at, (left, right) in enumerate(zip(lefts, rights, strict=True))
        )
    )
    assert (found.large, found.same_side, found.beyond_scatter) == conditions
    assert found.target == target
    both = list(zip(lefts, rights, strict=True))[-3:]
    last = [100 * (right - left) / max(left, right, 1) for left, right in both]
    assert found.mean == pytest.approx(fmean(last), abs=1e-9)
    assert found.scatter == pytest.approx(stdev(last), abs=1e-9)


TESTED = st.tuples(
    st.sampled_from(["single-leg-bridge", "side-plank", "straight-leg-raise"]),
    st.integers(0, 10),
    st.integers(0, 10),
)


@example([("side-plank", 4, 9)] * 2 + [("single-leg-bridge", 10, 8)] * 4 + [("side-plank", 5, 9)], ())
@given(
    st.lists(TESTED, max_size=14),
    st.sampled_from([(), (("side-difference", "25"),), (("side-difference-tests", "4"),)]),
)
def test_the_engine_and_the_page_speak_of_the_same_tests(
    tested: list[tuple[str, int, int]], overrides: tuple[tuple[str, str], ...]
) -> None:
    entries = [
        Entry(FIRST + timedelta(7 * at), Test(what, left, right))
        for at, (what, left, right) in enumerate(tested)
    ]
    diary = Diary.of(entries)
    n = load().with_overrides(overrides)
    state = engine.start()
    for day in range(7 * len(tested)):
        at = FIRST + timedelta(day)
        state, _ = engine.advance(load(), state, at, diary.day_entries(at))
    spoken = {(dict(r.facts)["exercise"], dict(r.facts)["side"]) for r in side_difference(n, state)}
    assert {(one.what, one.target) for one in side_by_side(n, diary, LAST) if one.target} == spoken


def test_the_lifters_own_limit_counts() -> None:
    diary = Diary.of(Entry(FIRST + timedelta(at), Test("side-plank", 80, 100)) for at in range(3))
    for limit, large in (("20", True), ("21", False)):
        n = load().with_overrides((("side-difference", limit),))
        (found,) = side_by_side(n, diary, LAST)
        assert (found.large, found.limit) == (large, float(limit))


def test_the_leg_raise_scores_difficulty_and_is_left_out() -> None:
    assert read("2026-01-05 test straight-leg-raise left 4 right 1") == ()


def test_work_is_added_up_where_both_sides_did_it_alike() -> None:
    found = read(
        # 3 x 8 and 2 x 8 with one of 6: 24 against 22.
        "2026-01-05 single-leg-bridge level 3 left 3x8 right 2x8",
        "2026-01-05 single-leg-bridge level 3 right 1x6",
        # Another level: nothing to add up, one side a rung higher.
        "2026-01-06 single-leg-bridge level 3 left 3x8",
        "2026-01-06 single-leg-bridge level 2 right 3x8",
        # Seconds against repetitions, and sides not told apart.
        "2026-01-07 single-leg-bridge level 3 left 3x8 right 3x10s",
        "2026-01-08 single-leg-bridge level 3 3x8",
    )
    assert pairs(found, "done") == [(24, 22)]
    assert pairs(found, "level") == [(3, 3), (3, 2), (3, 3)]
    assert pairs(found, "load") == []


def test_one_sided_loads() -> None:
    found = read(
        "2026-01-05 suitcase-carry level 1 left 3x20m 20lb",
        "2026-01-05 suitcase-carry level 1 right 3x20m 25lb",
        "2026-01-06 suitcase-carry level 1 left 3x20m right 3x20m 30lb",
        # Several weights a side: the heaviest counts.
        "2026-01-06 suitcase-carry level 2 left 1x20m 40lb",
        "2026-01-06 suitcase-carry level 3 right 1x20m 35lb",
        # Kilograms on one side: nothing is converted, nothing compared.
        "2026-01-07 suitcase-carry level 1 left 3x20m 30lb",
        "2026-01-07 suitcase-carry level 1 right 3x20m 14kg",
    )
    assert pairs(found, "load") == [(20, 25), (40, 35)]
    assert pairs(found, "done") == [(60, 60)]
    assert pairs(found, "level") == [(1, 1), (2, 3), (1, 1)]
    assert [(one.measure, one.unit) for one in found] == [("done", "m"), ("level", ""), ("load", "lb")]


def test_one_side_alone_and_an_empty_diary_tell_nothing() -> None:
    assert read("2026-01-05 pallof-press level 1 left 3x8") == ()
    assert read() == ()


def test_what_comes_later_is_not_read() -> None:
    lines = [f"2026-01-{day:02d} test side-plank left 30s right 40s" for day in (5, 12, 19)]
    (found,) = side_by_side(load().numbers, Diary.of(parse("\n".join(lines)).entries), date(2026, 1, 12))
    assert found.pairs == (
        Pair(date(2026, 1, 5).toordinal(), 30, 40),
        Pair(date(2026, 1, 12).toordinal(), 30, 40),
    )
    assert found.differs
    assert not found._replace(pairs=(Pair(1, 3, 3),)).differs
