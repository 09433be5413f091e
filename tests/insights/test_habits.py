"""Habits are counts of the last months; draws of them move with the counts."""

from __future__ import annotations

import numpy as np

from underbar.insights.days import Day, Diary
from underbar.insights.habits import FLARES, KEEPS, LAST, Habits, draw, habits

FIRST = 739_000
ASKED = ("deadlift",)


def of(*days: Day) -> Habits:
    return habits(Diary(days, ()))


def test_planned_days_count_as_trained_or_not() -> None:
    days = [
        Day(FIRST, ache=0, load=60.0, asked=ASKED),
        Day(FIRST + 1, ache=0),
        Day(FIRST + 2, ache=0, asked=ASKED),
        Day(FIRST + 3, ache=0, load=60.0),
    ]
    assert of(*days).trained == (1, 1)


def test_mornings_told_release_and_nights() -> None:
    days = (
        Day(FIRST, ache=1, sleep=7.0, release="done"),
        Day(FIRST + 1, release="missed"),
        Day(FIRST + 2, release="off"),
    )
    found = of(*days)
    assert (found.told, found.released, found.nights) == ((1, 2), (1, 1), (7.0, None, None))


def test_mornings_off_the_bar_are_sorted_by_ache() -> None:
    days = (
        Day(FIRST, ache=3),  # high, but no flare
        Day(FIRST + 1, ache=1),
        Day(FIRST + 2, ache=0, load=60.0),
        Day(FIRST + 3, ache=2),  # the session's own
        Day(FIRST + 4, ache=2),
        Day(FIRST + 5, ache=0),
        Day(FIRST + 6, ache=5, flare=True, flare_began=True),
        Day(FIRST + 7, ache=4, flare=True),
        Day(FIRST + 8, ache=2, after_injection=7),
        Day(FIRST + 9, ache=2, after_injection=8),
        Day(FIRST + 10),
    )
    assert of(*days).rest == (2, 1, 2, 1)


def test_flares_count_by_their_days_and_one_that_runs_does_not() -> None:
    flare = [Day(FIRST + away, flare=True, flare_began=away in (0, 3)) for away in range(5)]
    assert of(*flare[:3], Day(FIRST + 3), *[day._replace(day=day.day + 9) for day in flare[3:]]).flares == (
        3,
    )
    assert of(*flare[:3], Day(FIRST + 3)).flares == (3,)


def test_what_is_long_ago_does_not_count() -> None:
    old = [Day(FIRST + away) for away in range(200)]
    new = [Day(FIRST + 200 + away, ache=0) for away in range(LAST)]
    assert of(*old, *new).told == (LAST, 0)


def test_an_empty_diary_has_no_habits() -> None:
    assert of() == Habits((0, 0), (0, 0), (0, 0), (0, 0, 0, 0), (), ())


def test_draws_move_with_the_counts() -> None:
    rng = np.random.default_rng(1)
    own = Habits((0, 90), (90, 0), (45, 45), (90, 0, 0, 0), (), FLARES)
    drawn = [draw(own, rng) for _ in range(400)]
    means = np.mean([(one.trained, one.told, one.released, one.rest[0]) for one in drawn], axis=0)
    wanted = [KEEPS[0] / 100, 99 / 100, 54 / 100, 98 / 99.9]
    assert np.allclose(means, wanted, atol=0.02)
    assert all(abs(sum(one.rest) - 1) < 1e-9 for one in drawn)
