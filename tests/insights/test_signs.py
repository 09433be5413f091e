"""Signs before a flare: weeks counted by hand, and what holds of every diary."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underbar.diary.diary import Diary as Written
from underbar.diary.notation import parse
from underbar.insights import observed
from underbar.insights.days import Day, Diary
from underbar.insights.signs import (
    AHEAD,
    FEWEST_FLARES,
    FEWEST_TOLD,
    SIGNS,
    Sign,
    Signs,
    Weeks,
    before_flares,
)
from underbar.protocol.document import load


def diary(marks: str, field: str = "car-stiffness") -> Diary:
    """A day a letter: `s` the sign, `f` a flare, `g` both, `_` not told, `!` a lock."""
    days = []
    for number, mark in enumerate(marks):
        days.append(
            Day(
                700_000 + number,
                ache=None if mark == "_" else 0,
                sleep=None if mark == "_" else 7.0,
                release=None if mark == "_" else "done",
                flare=mark in "fg",
                flare_began=mark in "fg",
                signs=(field,) if mark in "sg" else (),
                stop=mark == "!",
            )
        )
    return Diary(tuple(days), ())


REST = "." * AHEAD
"""The week after a flare, which is left out."""


def of(found: Signs, sign: str = "car-stiffness") -> Sign:
    return next(each for each in found.signs if each.sign == sign)


def test_weeks_counted_by_hand() -> None:
    # Five times eight plain days, the sign, a plain day, the flare, and the week after it.
    # First block: four days tell nothing, as fewer than four mornings lie behind them; four plain days and
    # the day of the sign are without it (it looks ahead from the next day on), two are after it.
    # The other blocks: their first day looks back on the week after a flare alone and tells nothing, eight
    # are without, two after.
    # Without: 5 + 4 x 8 = 37 days, five weeks and two days over. After: each flare ends its week of two days.
    sign = of(before_flares(diary("........s.f......." * 5)))
    assert sign.without == Weeks(weeks=5, flares=0, days=37)
    assert sign.after == Weeks(weeks=5, flares=5, days=10)
    assert (sign.stretches, sign.near, sign.untold, sign.uncounted) == (5, 5 * 7, 4 + 4, 0)


def test_below_five_flares_nothing_is_said() -> None:
    block = "." * 9 + "f" + REST
    assert before_flares(diary(block * 4)) == Signs(4, ())
    assert [sign.sign for sign in before_flares(diary(block * 5)).signs] == list(SIGNS)
    assert before_flares(Diary((), ())) == Signs(0, ())
    assert before_flares(diary("...")) == Signs(0, ())


def test_a_sign_looks_one_to_seven_days_ahead() -> None:
    # The sign on the ninth day of each block, a flare seven days later: a week after the sign, each ended
    # by its flare. One day later still it is one without, and the seven days between are a quiet week.
    near = of(before_flares(diary((REST + ".s......f" + "f") * 5)))
    assert near.after == Weeks(weeks=5, flares=5, days=35)
    far = of(before_flares(diary((REST + ".s.......f" + "f") * 5)))
    assert far.after == Weeks(weeks=5, flares=0, days=35)
    assert far.without.flares == 5


def test_a_sign_on_the_day_of_the_flare_or_in_its_wake_is_not_one_before_it() -> None:
    marks = ("." * 12 + "g" + "s" * AHEAD) * 6
    sign = of(before_flares(diary(marks)))
    assert (sign.after.days, sign.stretches) == (0, 0)
    assert sign.without.flares == 6


def test_flares_back_to_back_are_one_flare_or_are_left_out() -> None:
    assert before_flares(diary("f" * 40)).flares == 1
    # Each flare after the first begins in the week after the last one: only the first could be foreseen.
    found = of(before_flares(diary("." * 9 + "f..." * 8)))
    assert (found.counted, found.uncounted) == (1, 7)
    assert not found.enough


def test_a_diary_that_ends_in_a_flare_counts_it() -> None:
    block = REST + "." * 9 + "f"
    assert of(before_flares(diary(block * 5))).counted == FEWEST_FLARES


@pytest.mark.parametrize(("told", "counted"), [(FEWEST_TOLD - 1, 0), (FEWEST_TOLD, 1)])
def test_four_of_the_seven_mornings_before_must_be_told_whether_or_not_a_flare_came(
    told: int, counted: int
) -> None:
    week = "." * told + "_" * (AHEAD - told)
    rest = ("." * 9 + "f" + REST) * 5 + "." * 8
    flared = of(before_flares(diary(rest + week + "f")))
    quiet = of(before_flares(diary(rest + week + ".")))
    before = of(before_flares(diary(rest + week)))
    assert flared.without.flares - before.without.flares == counted
    assert quiet.without.days - before.without.days == counted


def test_what_the_sign_is_read_from_must_be_told() -> None:
    block = diary(("." * 9 + "f" + REST) * 6)
    silent = Diary(tuple(day._replace(sleep=None, release=None) for day in block.days), ())
    for sign in ("sleep-low", "release-lapsed"):
        assert of(before_flares(block), sign).counted == 6
        assert of(before_flares(silent), sign).counted == 0
    assert of(before_flares(silent)).counted == 6


def test_a_locked_day_tells_nothing() -> None:
    block = "." * 9 + "f" + REST
    free = of(before_flares(diary(block * 5 + "." * 10)))
    locked = of(before_flares(diary(block * 5 + "." * 5 + "!" * 5)))
    assert locked.without.days == free.without.days - 5


def test_a_year_of_gaps_adds_nothing() -> None:
    block = ("." * 9 + "f" + REST) * 5
    with_gap, without_gap = (of(before_flares(diary(block + "." + "_" * gap))) for gap in (365, 0))
    assert with_gap == without_gap._replace(untold=without_gap.untold + 365)


def test_without_a_link_both_kinds_have_the_same_share_of_weeks_with_a_flare() -> None:
    # Windows that the coming sign cuts short would lose quiet weeks alone: 18 of 100 without the sign
    # would end in a flare here against 13 of 100 with it.
    chance = random.Random(5)
    after = without = (0, 0)
    for _ in range(200):
        marks, on = "", False
        while len(marks) < 400:
            on = chance.random() < (0.6 if on else 0.08)
            marks += "f" + REST if chance.random() < 0.02 else "s" if on else "."
        for sign in before_flares(diary(marks)).signs[:1]:
            after = (after[0] + sign.after.flares, after[1] + sign.after.weeks)
            without = (without[0] + sign.without.flares, without[1] + sign.without.weeks)
    assert abs(after[0] / after[1] - without[0] / without[1]) < 0.015


def test_signs_as_the_engine_names_them() -> None:
    # Every thirty days: stiff on the right on two mornings, a flare marked four days after the first of
    # them, quiet again from the next day on, and the questions asked anew.
    lines = ["2026-01-05 screen none scope full"]
    for day in range(150):
        at, on = date(2026, 1, 5) + timedelta(day), day % 30
        stiff = "right" if on in (20, 21) else "none"
        lines.append(f"{at} 07:00 checkin ache 0 stiff {stiff}{' flare' if on == 24 else ''}")
        if on == 25:
            lines.append(f"{at} 07:05 screen none scope full")
    parsed = parse("\n".join(lines))
    assert not parsed.problems
    written = Written.of(parsed.entries)
    sign = of(before_flares(observed.read(load(), written, date(2026, 6, 3)).seen))
    assert (sign.after.flares, sign.without.flares) == (5, 0)
    # Named on days 21 and 22 of the thirty, while two of the last three mornings were stiff.
    assert (sign.stretches, sign.after.weeks, sign.after.days) == (5, 5, 5 * 3)


@given(st.text(alphabet="...ssfg_!", max_size=150), st.sampled_from(SIGNS))
def test_each_day_and_each_flare_is_in_one_place(marks: str, field: str) -> None:
    seen = diary(marks, field)
    found = before_flares(seen)
    for sign in found.signs:
        assert sign.after.days + sign.without.days + sign.near + sign.untold == len(seen.days)
        assert sign.counted + sign.uncounted == found.flares
        for weeks in (sign.after, sign.without):
            # Weeks never overlap: quiet ones take seven days each, those of a flare one to seven.
            assert 0 <= weeks.flares <= weeks.weeks
            quiet = (weeks.weeks - weeks.flares) * AHEAD
            assert quiet + weeks.flares <= weeks.days < quiet + weeks.flares * AHEAD + AHEAD
        if sign.sign != field:
            assert sign.after.days == 0
