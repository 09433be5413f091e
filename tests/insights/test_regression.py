"""Least squares beside statsmodels, which reckons the same in another way."""

from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm

from underbar.insights.regression import Fit, fit

ROWS = 120


def _made(seed: int, following: float = 0.0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    others = chance.standard_normal((ROWS, 3))
    exposure = 0.5 * others[:, 0] + chance.standard_normal(ROWS)
    noise = chance.standard_normal(ROWS) * (1 + np.abs(exposure))
    for at in range(1, ROWS):
        noise[at] += following * noise[at - 1]
    return 1.0 + 0.3 * exposure + others @ [0.2, -1.0, 0.0] + noise, exposure, others


def _ours(
    outcome: np.ndarray, exposure: np.ndarray, others: np.ndarray, days: np.ndarray | None = None
) -> Fit:
    found = fit(outcome, exposure, others, np.arange(len(outcome)) if days is None else days)
    assert found is not None
    return found


def _theirs(outcome: np.ndarray, exposure: np.ndarray, others: np.ndarray, **how: object):
    return sm.OLS(outcome, np.column_stack([np.ones(len(outcome)), others, exposure])).fit(use_t=True, **how)


@pytest.mark.parametrize("seed", range(5))
def test_estimate_error_p_and_interval_are_those_of_hc3(seed: int) -> None:
    outcome, exposure, others = _made(seed)
    ours = _ours(outcome, exposure, others)
    theirs = _theirs(outcome, exposure, others, cov_type="HC3")
    assert not ours.hac
    assert ours.estimate == pytest.approx(theirs.params[-1], abs=1e-9)
    assert ours.error == pytest.approx(theirs.bse[-1], abs=1e-9)
    assert ours.p == pytest.approx(theirs.pvalues[-1], abs=1e-9)
    assert ours.interval() == pytest.approx(tuple(theirs.conf_int()[-1]), abs=1e-9)
    assert ours.freedom == theirs.df_resid
    assert ours.others == pytest.approx(theirs.params[:-1], abs=1e-9)


def test_a_fifth_of_a_residual_that_stays_is_enough_for_newey_west() -> None:
    lags = {}
    for following in (0.0, 0.1, 0.2, 0.3, 0.4):
        found = _ours(*_made(3, following))
        lags[found.persistence or 0.0] = found.hac
    assert any(0.2 < lag < 0.35 for lag in lags)
    assert lags == {lag: lag > 0.2 for lag in lags}


@pytest.mark.parametrize("seed", range(5))
def test_where_residuals_follow_each_other_the_error_is_newey_wests(seed: int) -> None:
    outcome, exposure, others = _made(seed, following=0.7)
    ours = _ours(outcome, exposure, others)
    theirs = _theirs(
        outcome, exposure, others, cov_type="HAC", cov_kwds={"maxlags": 4, "use_correction": True}
    )
    assert ours.hac
    assert ours.error == pytest.approx(theirs.bse[-1], abs=1e-9)
    residuals = theirs.resid
    lag = residuals[1:] @ residuals[:-1] / (residuals @ residuals) * ROWS / (ROWS - 1)
    assert ours.persistence == pytest.approx(lag, abs=1e-9)


def test_a_gap_of_days_is_not_closed() -> None:
    outcome, exposure, others = _made(1, following=0.7)
    whole = _ours(outcome, exposure, others)
    apart = _ours(outcome, exposure, others, np.arange(ROWS) * 2)
    assert apart.persistence is None
    assert not apart.hac
    assert apart.estimate == whole.estimate


def test_what_is_left_apart_gives_the_estimate_again() -> None:
    outcome, exposure, others = _made(2)
    ours = _ours(outcome, exposure, others)
    assert ours.apart @ ours.left / (ours.apart @ ours.apart) == pytest.approx(ours.estimate, abs=1e-9)
    rest = np.column_stack([np.ones(ROWS), others])
    assert ours.apart @ rest == pytest.approx(np.zeros(4), abs=1e-9)
    assert ours.left @ rest == pytest.approx(np.zeros(4), abs=1e-9)


def test_columns_that_repeat_others_are_left_out() -> None:
    outcome, exposure, others = _made(3)
    twice = np.column_stack([others, others[:, 0] - 2 * others[:, 1], np.full(ROWS, 7.0), np.zeros(ROWS)])
    once = _ours(outcome, exposure, others)
    ours = _ours(outcome, exposure, twice)
    assert ours.error == pytest.approx(once.error, abs=1e-9)
    assert ours.freedom == once.freedom
    assert np.isnan(ours.others).tolist() == [False] * 4 + [True] * 3


def test_an_exposure_that_tells_nothing_of_its_own_has_no_estimate() -> None:
    outcome, _, others = _made(4)
    days = np.arange(ROWS)
    assert fit(outcome, np.full(ROWS, 8.0), others, days) is None
    assert fit(outcome, others[:, 0] + 3 * others[:, 2], others, days) is None
    assert fit(outcome[:5], others[:5, 0] ** 2, others[:5], days[:5]) is None


def test_a_row_with_a_parameter_of_its_own_adds_nothing_to_the_error() -> None:
    outcome, exposure, others = _made(5)
    alone = np.zeros(ROWS)
    alone[17] = 1.0
    ours = _ours(outcome, exposure, np.column_stack([others, alone]))
    kept = np.arange(ROWS) != 17
    without = _ours(outcome[kept], exposure[kept], others[kept], np.arange(ROWS)[kept])
    assert ours.error == pytest.approx(without.error, abs=1e-9)


def test_rounding_is_no_finding() -> None:
    """Yesterday's ache tells today's wholly: the exposure has nothing left to tell."""
    exposure = np.random.default_rng(6).standard_normal(ROWS)
    lag = np.arange(ROWS) % 2 * 3.0
    ours = _ours(3.0 - lag, exposure, lag[:, None])
    assert ours.p > 0.9


def test_the_probability_of_a_direction_is_half_of_p() -> None:
    outcome, exposure, others = _made(7)
    ours = _ours(outcome, exposure, others)
    other = _ours(outcome, -exposure, others)
    assert ours.estimate > 0
    assert ours.below == pytest.approx(ours.p / 2)
    assert other.below == pytest.approx(1 - ours.p / 2)
