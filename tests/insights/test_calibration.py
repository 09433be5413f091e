"""`make calibrate` in small: the same generators, the same bars, fewer diaries and fixed seeds."""

from __future__ import annotations

import numpy as np
import pytest

from false_findings import RUNS, Cell, cell
from ordinal_diaries import ACHE_SD, SLEEP_SD, Truth, columns
from power import EFFECT, covered, found_by, power_beforehand
from speed import MOST_GROWTH, MOST_S, seconds


@pytest.mark.parametrize("truth", [
    Truth(180, 0.0),
    Truth(180, 0.7, trend=2.0),
    Truth(180, 0.9, missing="bad mornings"),
    Truth(365, 0.5, missing="random"),
])  # fmt: skip
def test_diaries_without_a_link_rarely_seem_to_have_one(truth: Truth) -> None:
    found = cell((truth, 250, 11))
    assert found.kept
    assert found.ours <= 0.06 * found.runs


def test_what_trackers_show_finds_links_in_noise_on_the_same_diaries() -> None:
    found = cell((Truth(180, 0.7, trend=2.0), 100, 11))
    assert found.pearson > 0.6 * found.runs
    assert not found._replace(ours=found.pearson).kept, "the bar can be missed"


def test_nothing_is_said_before_the_first_look() -> None:
    found = cell((Truth(60, 0.9), 60, 11))
    assert found.ours == 0
    assert found.pearson > 0


def test_four_thousand_diaries_can_tell_six_and_a_half_per_cent_from_five() -> None:
    at = {
        share: Cell(Truth(180, 0.5), RUNS, round(RUNS * share), 0, 0, 0).kept
        for share in (0.05, 0.055, 0.065)
    }
    assert at == {0.05: True, 0.055: True, 0.065: False}


def test_power_is_what_it_was_reckoned_to_be_beforehand() -> None:
    truth = Truth(365, effect=EFFECT, zeros=0.2)
    wanted = power_beforehand(truth)
    assert [round(share, 2) for share in wanted] == [0.29, 0.68, 0.97]
    got = [count / 250 for count in found_by(truth, 250)]
    assert got == pytest.approx(wanted, abs=0.1)


@pytest.mark.parametrize("zeros", [0.2, 0.75])
def test_intervals_hold_the_slope_on_the_observed_scale(zeros: float) -> None:
    shown, held = covered(Truth(90, effect=EFFECT, zeros=zeros), 400)
    assert shown > 200
    assert 0.92 <= held / shown <= 0.985


def test_the_generator_makes_what_it_says() -> None:
    found = columns(Truth(200_000, 0.7, effect=-0.4, zeros=0.6), np.random.default_rng(1))
    hours = found.sleep - found.sleep.mean()
    assert found.sleep.std() == pytest.approx(SLEEP_SD, rel=0.02)
    assert np.mean(found.ache == 0) == pytest.approx(0.6, abs=0.01)
    assert np.corrcoef(hours[1:], hours[:-1])[0, 1] == pytest.approx(0.7, abs=0.01)
    assert found.ache.max() <= 10
    assert 0.5 < found.ache[found.ache > 0].std() < ACHE_SD


@pytest.mark.parametrize("missing", ["random", "bad mornings", "bad nights and mornings"])
def test_about_a_fifth_of_the_mornings_is_missing(missing: str) -> None:
    found = columns(Truth(100_000, missing=missing), np.random.default_rng(1))  # type: ignore[arg-type]
    gone = np.isnan(found.ache)
    assert 0.15 < gone.mean() < 0.21, "a share that would be above 1 is cut"
    whole = columns(Truth(100_000), np.random.default_rng(1))
    worse = whole.ache[gone].mean() - whole.ache[~gone].mean()
    assert (worse > 0.3) == (missing != "random")


def test_ten_years_of_mornings_are_asked_in_a_second() -> None:
    took = seconds()
    assert took[10] < MOST_S
    assert took[10] < 4 * MOST_GROWTH * took[5], "other tests run beside this one"
