"""`make calibrate` in small, the forecast's part: a few made-up lifters, and what counts as covered."""

from __future__ import annotations

import pytest

from forecast_cover import AFTER, Told, covers, rows, summed, table
from made_up_lifters import live
from underbar.protocol.document import load


def test_most_of_a_few_lifters_are_covered() -> None:
    found = rows(quick=True)
    assert [row.after for row in found] == list(AFTER)
    assert all(row.lifters == 5 for row in found)
    assert sum(row.covered for row in found) / len(found) >= 0.6
    assert all(0 < row.arrived < 1 for row in found)


def test_a_lifter_is_the_same_each_time_and_no_other() -> None:
    one, again, other = (list(live(load(), seed, 40)) for seed in (7, 7, 8))
    assert [day.entries for day in one] == [day.entries for day in again]
    assert [day.entries for day in one] != [day.entries for day in other]


@pytest.mark.parametrize(
    ("low", "high", "arrives", "said"),
    [
        (50, 100, 50, True),
        (50, 100, 100, True),
        (50, 100, 49, False),
        (50, 100, 101, False),
        (50, 100, None, False),
        (50, None, None, True),
        (50, None, 700, True),
        (50, None, 49, False),
        (None, None, None, True),
        (None, None, 700, False),
    ],
)
def test_an_interval_covers_its_days_and_an_open_one_those_who_never_came(
    low: int | None, high: int | None, arrives: int | None, said: bool
) -> None:
    assert covers(low, high, arrives) is said


def test_the_row_counts_each_way_of_missing() -> None:
    every = [
        Told(1, 8, 60, 50, 70, 100, 60, 60),
        Told(2, 8, 40, 50, 70, 100, 50, 90),
        Told(3, 8, None, 50, 70, 100, None, None),
        Told(4, 8, None, 50, None, None, 50, None),
        Told(5, 20, 60, 70, 80, 90, 60, 60),
    ]
    row = summed(8, every)
    assert row == (8, 4, 0.5, 0.5, 0.25, 0.25, 0.5, 0.25, 0.75)
    assert table([row])[1] == 1
    assert table([row._replace(covered=0.8)])[1] == 0
