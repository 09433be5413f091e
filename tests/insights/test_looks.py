"""Levels of the looks beside published bounds and SciPy's normal integral; shares by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.stats import multivariate_normal

from underbar.insights.looks import bounds_of, crossing, levels, passes, shares, spent


def test_the_bounds_of_three_equal_looks_are_the_published_ones() -> None:
    """gsDesign's sfLDPocock, k = 3, one-sided 0.025: 2.2794, 2.2949, 2.2959."""
    assert bounds_of(levels(0.05, (1, 2, 3))) == pytest.approx((2.2794, 2.2949, 2.2959), abs=1e-4)


@pytest.mark.parametrize("alpha", [0.005, 0.04, 0.05])
def test_all_looks_together_err_in_alpha(alpha: float) -> None:
    bounds = np.array(bounds_of(levels(alpha)))
    fractions = np.array([90, 180, 365]) / 365
    spread = np.sqrt(np.minimum.outer(fractions, fractions) / np.maximum.outer(fractions, fractions))
    for looks in (2, 3):
        inside = multivariate_normal(cov=spread[:looks, :looks], abseps=1e-9, releps=1e-9, maxpts=10**7)
        within = inside.cdf(bounds[:looks], lower_limit=-bounds[:looks])
        assert 1 - within == pytest.approx(spent(alpha, fractions[looks - 1]), abs=1e-6)


def test_everything_is_spent_at_the_last_look() -> None:
    assert spent(0.04, 1.0) == pytest.approx(0.04)
    assert spent(0.04, 0.0) == 0


def test_power_is_the_integral_with_the_means_moved() -> None:
    fractions = (0.25, 0.5, 1.0)
    bounds = (2.4, 2.4, 2.3)
    drift = 2.5
    root = np.sqrt(np.minimum.outer(fractions, fractions) / np.maximum.outer(fractions, fractions))
    moved = multivariate_normal(
        mean=[drift * math.sqrt(f) for f in fractions], cov=root, abseps=1e-9, releps=1e-9
    )
    within = moved.cdf(np.array(bounds), lower_limit=-np.array(bounds))
    assert crossing(bounds, fractions, drift) == pytest.approx(1 - within, abs=1e-6)


def test_nothing_found_leaves_the_shares_as_declared() -> None:
    p = {"sleep": [0.5], "release": [0.5, None], "sitting": []}
    assert shares("sleep", p) == {"sleep": 0.04, "release": 0.005, "sitting": 0.005}
    assert shares("sitting", p) == {"sleep": 0.005, "release": 0.005, "sitting": 0.04}


def test_what_the_first_one_finds_the_others_inherit() -> None:
    p = {"sleep": [0.001], "release": [0.5], "sitting": [0.5]}
    assert shares("sleep", p) == {"sleep": 0.04, "release": 0.025, "sitting": 0.025}


def test_holm_among_the_others_without_the_first() -> None:
    p = {"sleep": [0.5], "release": [0.0001], "sitting": [0.5]}
    assert shares("sleep", p)["sitting"] == pytest.approx(0.01)


def test_the_last_one_left_has_all_of_it() -> None:
    p = {"sleep": [0.0001], "release": [0.0001], "sitting": [0.5]}
    assert shares("sleep", p)["sitting"] == pytest.approx(0.05)


def test_a_second_finding_may_come_only_by_what_was_inherited() -> None:
    """0.005 is spent to 0.00177 at the first look, 0.025 to 0.0088, the whole 0.05 to 0.0177."""
    alone = {"sleep": [0.5], "release": [0.005], "sitting": [0.012]}
    assert shares("sleep", alone) == {"sleep": 0.04, "release": 0.005, "sitting": 0.005}
    after = {"sleep": [0.01], "release": [0.005], "sitting": [0.012]}
    assert shares("sleep", after)["sitting"] == pytest.approx(0.05)


def test_what_one_look_found_stays_found() -> None:
    p = {"sleep": [0.001, 0.9, 0.9], "release": [0.5], "sitting": [0.5]}
    assert shares("sleep", p)["release"] == pytest.approx(0.025)


def test_a_look_is_passed_below_its_own_level_alone() -> None:
    first, second, last = levels(0.04)
    assert passes([first * 0.999], 0.04)
    assert not passes([first], 0.04)
    assert not passes([None, second, last], 0.04)
    assert passes([0.5, None, last * 0.999], 0.04)
    assert not passes([], 0.04)
