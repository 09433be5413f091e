"""The exact test and its interval beside brute force and beside SciPy's."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product

import numpy as np
import pytest
from scipy import stats

from underbar.insights import randomisation
from underbar.insights.randomisation import exact


def differences(pairs: int, seed: int, mornings: int = 7) -> list[Fraction]:
    """Differences of two means of whole numbers, with as many mornings as a period can have."""
    chance = np.random.default_rng(seed)
    return [
        Fraction(int(chance.integers(-12, 10)), int(chance.integers(1, mornings + 1))) for _ in range(pairs)
    ]


@pytest.mark.parametrize("pairs", [1, 2, 5, 6, 7, 9, 11])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_as_every_assignment_written_down(pairs: int, seed: int) -> None:
    found = differences(pairs, seed)
    seen = abs(sum(found))
    assignments = [
        sum(map(Fraction.__mul__, signs, found))
        for signs in product((Fraction(1), Fraction(-1)), repeat=pairs)
    ]
    p = sum(abs(one) >= seen for one in assignments) / 2**pairs
    assert exact(found).p == pytest.approx(p, abs=1e-12)
    assert exact(found).mean == pytest.approx(float(sum(found)) / pairs, abs=1e-12)


@pytest.mark.parametrize("pairs", [6, 7, 8])
@pytest.mark.parametrize("seed", [1, 2])
def test_the_interval_holds_what_the_test_would_not_refuse_and_nothing_else(pairs: int, seed: int) -> None:
    found = differences(pairs, seed)
    tested = exact(found)
    assert tested.low is not None
    assert tested.high is not None

    def refused(moved: Fraction) -> bool:
        return exact([one - moved for one in found]).p <= randomisation.LEVEL

    means = {sum(part) / size for size in range(1, pairs + 1) for part in combinations(found, size)}
    apart = min(b - a for a, b in zip(sorted(means), sorted(means)[1:], strict=False)) / 3
    low = min(means, key=lambda mean: abs(float(mean) - tested.low))
    high = min(means, key=lambda mean: abs(float(mean) - tested.high))
    assert float(low) == pytest.approx(tested.low, abs=1e-12)
    assert float(high) == pytest.approx(tested.high, abs=1e-12)
    assert [refused(low - apart), refused(low + apart)] == [True, False]
    assert [refused(high + apart), refused(high - apart)] == [True, False]


@pytest.mark.parametrize("pairs", [6, 8, 12, 16])
def test_as_scipy_has_it(pairs: int) -> None:
    found = differences(pairs, 4)
    values = np.array([float(one) for one in found])
    theirs = stats.permutation_test(
        (values, np.zeros(pairs)),
        lambda a, b, axis: np.sum(a - b, axis=axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=2**17,
    )
    assert exact(found).p == pytest.approx(theirs.pvalue, abs=1e-6)


@pytest.mark.parametrize("pairs", [6, 10, 14])
def test_subsets_counted_by_size_and_sum_are_those_written_down(
    pairs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = exact(differences(pairs, 5))
    monkeypatch.setattr(randomisation, "LISTED", 0)
    counted = exact(differences(pairs, 5))
    assert counted == pytest.approx(written, abs=1e-12)


def test_many_pairs_are_counted_as_the_normal_law_nearly_has_them() -> None:
    found = differences(28, 6, mornings=1)
    tested = exact(found)
    values = np.array([float(one) for one in found])
    spread = float(np.sqrt(np.sum(values**2)))
    assert tested.p == pytest.approx(2 * stats.norm.sf(abs(values.sum()) / spread), abs=0.03)
    assert tested.low is not None
    assert tested.high is not None
    t = stats.ttest_1samp(values, 0).confidence_interval()
    assert (tested.low, tested.high) == pytest.approx((t.low, t.high), abs=0.4)


def test_the_smallest_p_of_few_pairs() -> None:
    smallest = [exact([Fraction(1)] * pairs) for pairs in (4, 5, 6)]
    assert [one.p for one in smallest] == [0.125, 0.0625, 0.03125]
    assert [one.low for one in smallest] == [None, None, 1.0]


def test_no_difference_at_all() -> None:
    assert exact([Fraction(0)] * 8) == (8, 0.0, 1.0, 0.0, 0.0)


def test_six_pairs_reach_from_the_least_to_the_greatest() -> None:
    found = differences(6, 7)
    assert exact(found)[3:] == (float(min(found)), float(max(found)))
