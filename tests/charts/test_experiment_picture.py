"""The picture of an experiment: its rows are the pairs, its width the interval, and it can be drawn."""

from __future__ import annotations

from fractions import Fraction

import pytest

from underbar.charts.draw import svg
from underbar.charts.experiment import CLOSE_PX, ROW_PX, specification
from underbar.charts.look import LOOKS, Theme
from underbar.insights.experiment import Design, InArm, Outcome, Pair
from underbar.insights.randomisation import exact


def outcome(pairs: int, tested: int) -> Outcome:
    """Of so many pairs the first `tested` have both sides."""
    design = Design("q", "release", 7, None, pairs, 7, 0, ())
    seen = InArm(7, 7, 0, 1.0, None, None)
    rows = tuple(Pair(pair, 1.0, 2.0 + pair if pair <= tested else None) for pair in range(1, pairs + 1))
    differences = [Fraction(-1 - pair) for pair in range(1, tested + 1)]
    found = exact(differences) if differences else None
    left = tuple(range(tested + 1, pairs + 1))
    return Outcome(
        design, 99, "finished", 2 * pairs, 2 * pairs, {"on": seen, "off": seen}, rows, left, found, "less", 0
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [300, 520, 900])
def test_a_row_a_pair_that_has_both_sides_and_the_interval_below(theme: Theme, width: int) -> None:
    found = outcome(8, 7)
    spec = specification(found, theme, width)
    assert spec is not None
    assert [row["pair"] for row in spec["datasets"]["pairs"]] == [1, 2, 3, 4, 5, 6, 7]
    assert found.exact is not None
    assert spec["datasets"]["width"] == [{"low": found.exact.low, "high": found.exact.high}]
    assert spec["datasets"]["difference"] == [{"x": found.exact.mean}]
    assert all(part["width"] < width for part in spec["vconcat"])
    drawn = svg(spec)
    assert LOOKS[theme].paper in drawn
    assert "with, hollow: without release" in drawn


def test_few_pairs_have_no_width_and_many_lie_closer() -> None:
    few, many = (specification(outcome(pairs, pairs), "light", 520) for pairs in (5, 28))
    assert few is not None
    assert many is not None
    assert few["datasets"]["width"] == []
    assert few["vconcat"][0]["height"] == 5 * ROW_PX
    assert many["vconcat"][0]["height"] == 28 * CLOSE_PX


def test_nothing_to_draw() -> None:
    assert specification(outcome(3, 0), "light", 520) is None
