"""The posterior of zone rates against plain numerical integration over a grid."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from underbar.insights import zone_rates
from underbar.insights.zone_rates import PRIOR, SLOPE, Seen, draw, log_correction, weights

MIXED = [Seen(0, 0.45), Seen(0, 0.5), Seen(1, 0.55), Seen(0, 0.6), Seen(2, 0.75), Seen(1, 0.8), Seen(3, 0.9)]


def integrated(sessions: list[Seen]) -> tuple[np.ndarray, float]:
    """Posterior means of p and b by summing over a grid of the simplex and of b, written out anew."""
    w = weights(len(sessions))
    x = np.array([s.x for s in sessions])
    x = x - (w * x).sum() / w.sum()
    steps = 36
    cells = [
        (i + 0.5, j + 0.5, k + 0.5, steps - i - j - k - 1.5)
        for i, j, k in product(range(steps), repeat=3)
        if i + j + k < steps - 1
    ]
    p = np.array(cells) / steps
    log_prior = ((np.array(PRIOR) - 1) * np.log(p)).sum(axis=1)
    total, mean_p, mean_b = 0.0, np.zeros(4), 0.0
    for b in np.linspace(SLOPE[0] - 5 * SLOPE[1], SLOPE[0] + 5 * SLOPE[1], 61):
        log_post = log_prior - 0.5 * ((b - SLOPE[0]) / SLOPE[1]) ** 2
        for s, xi, wi in zip(sessions, x, w, strict=True):
            tilted = p * np.exp(b * np.arange(4) * xi)
            log_post = log_post + wi * np.log(tilted[:, s.zone] / tilted.sum(axis=1))
        mass = np.exp(log_post + 20)
        total += mass.sum()
        mean_p += mass @ p
        mean_b += b * mass.sum()
    return mean_p / total, mean_b / total


def test_draws_agree_with_integration_over_a_grid(monkeypatch: pytest.MonkeyPatch) -> None:
    # with half a session in each zone a grid cannot follow the corners of the simplex
    monkeypatch.setattr(zone_rates, "PRIOR", (4.0, 3.0, 2.0, 2.0))
    monkeypatch.setitem(globals(), "PRIOR", (4.0, 3.0, 2.0, 2.0))
    rates = draw(MIXED, 4_000, np.random.default_rng(1))
    p, b = integrated(MIXED)
    assert rates.base.mean(axis=0) == pytest.approx(p, abs=0.015)
    assert rates.slope.mean() == pytest.approx(b, abs=0.06)


def test_at_one_load_the_posterior_is_the_dirichlet_of_the_counts() -> None:
    sessions = [Seen(zone, 0.6) for zone in (0, 0, 0, 1, 1, 3)]
    w = weights(6)
    counts = np.array([w[:3].sum(), w[3:5].sum(), 0.0, w[5]]) + PRIOR
    rates = draw(sessions, 4_000, np.random.default_rng(2))
    assert rates.base.mean(axis=0) == pytest.approx(counts / counts.sum(), abs=0.015)
    assert rates.slope.mean() == pytest.approx(SLOPE[0], abs=0.05)
    assert rates.slope.std() == pytest.approx(SLOPE[1], abs=0.05)


def test_the_correction_is_the_likelihood_over_the_counts() -> None:
    rng = np.random.default_rng(3)
    base, slope = rng.dirichlet(np.ones(4), 5), rng.normal(size=5)
    zones, x, w = np.array([0, 1, 2, 3, 0]), np.linspace(-0.2, 0.2, 5), np.linspace(0.2, 1.0, 5)
    found = log_correction(zones, x, w, base, slope)
    for i in range(5):
        said = 0.0
        for zone, at, weight in zip(zones, x, w, strict=True):
            shares = [base[i, k] * np.exp(slope[i] * k * at) for k in range(4)]
            said += weight * (np.log(shares[zone] / sum(shares)) - np.log(base[i, zone]))
        assert found[i] == pytest.approx(said, abs=1e-9)


def test_without_sessions_the_prior_speaks() -> None:
    rates = draw([], 4_000, np.random.default_rng(4))
    assert rates.base.mean(axis=0) == pytest.approx(np.array(PRIOR) / sum(PRIOR), abs=0.015)
    assert rates.missing.mean() == pytest.approx(zone_rates.MISSING[0] / sum(zone_rates.MISSING), abs=0.015)


def test_missing_data_are_counted_apart() -> None:
    clean = [Seen(0, 0.5)] * 10
    rates = draw([*clean, *[Seen(None, 0.5)] * 10], 2_000, np.random.default_rng(5))
    alone = draw(clean, 2_000, np.random.default_rng(5))
    assert rates.missing.mean() > 0.4 > alone.missing.mean()
    assert rates.base[:, 1].mean() < 0.2


def test_worse_sessions_at_heavier_loads_turn_the_slope_up() -> None:
    light, heavy = [Seen(0, 0.4)] * 12, [Seen(1, 0.8)] * 12
    up = draw([*light, *heavy], 2_000, np.random.default_rng(6)).slope.mean()
    down = draw([*heavy, *light], 2_000, np.random.default_rng(6)).slope.mean()
    flat = draw([Seen(0, 0.4), Seen(1, 0.4), Seen(0, 0.8), Seen(1, 0.8)] * 6, 2_000, np.random.default_rng(6))
    assert up > flat.slope.mean()
    assert down > flat.slope.mean()  # the order of days is not the load


def test_late_sessions_count_more() -> None:
    w = weights(zone_rates.HALF_LIFE + 1)
    assert w[-1] == pytest.approx(zone_rates.CLUMPING)
    assert w[0] == pytest.approx(zone_rates.CLUMPING / 2)


def test_sessions_without_data_take_no_weight_from_those_with() -> None:
    told = [Seen(1, 0.5)] * 10
    after_gone = draw([*[Seen(None, 0.5)] * 40, *told], 4_000, np.random.default_rng(7))
    alone = draw(told, 4_000, np.random.default_rng(7))
    assert after_gone.base[:, 1].mean() == pytest.approx(alone.base[:, 1].mean(), abs=0.01)
