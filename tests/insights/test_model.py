"""The model of a question, written out once more and reckoned by statsmodels; and when it is not asked."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import spearmanr

from ordinal_diaries import Truth, columns
from underbar.insights.columns import Columns, columns_of
from underbar.insights.days import Day
from underbar.insights.model import enough, estimate, table
from underbar.insights.sensitivity import effective_number, runs

N = 200


def _made(seed: int = 1, **truth: object) -> Columns:
    made = columns(Truth(N, **truth), np.random.default_rng(seed))  # type: ignore[arg-type]
    loads = np.where(np.arange(N) % 5 == 0, 50.0 + np.arange(N) / 4, 0.0)
    return made._replace(load=loads, day=np.arange(N) + date(2026, 1, 5).toordinal())


def _by_hand(made: Columns, exposure: np.ndarray) -> sm.OLS:
    """Rows 1 to the last: yesterday's ache, exposure, load, a line with a bend halfway, weekend, exposure."""
    t = np.arange(1, N)
    free = np.array([date.fromordinal(int(day)).weekday() >= 5 for day in made.day[t]])
    bend = np.maximum(0, (t - 1) - (N - 2) / 2)
    design = [
        np.ones(N - 1),
        made.ache[t - 1],
        exposure[t - 1],
        made.load[t - 1],
        t - 1,
        bend,
        free,
        exposure[t],
    ]
    return sm.OLS(made.ache[t], np.column_stack(design)).fit(cov_type="HC3", use_t=True)


def test_the_model_of_sleep_is_the_one_that_is_written_down() -> None:
    made = _made(effect=-0.4, zeros=0.3)
    ours = estimate(table("sleep", made), N)
    theirs = _by_hand(made, made.sleep)
    assert ours is not None
    assert ours.fit.estimate == pytest.approx(theirs.params[-1], abs=1e-8)
    assert ours.fit.error == pytest.approx(theirs.bse[-1], abs=1e-8)
    assert ours.fit.p == pytest.approx(theirs.pvalues[-1], abs=1e-8)
    assert ours.fit.others[1] == pytest.approx(theirs.params[1], abs=1e-8)
    assert ours.rows.tolist() == list(range(1, N))


def test_any_ache_is_a_share_between_nothing_and_one() -> None:
    made = _made(zeros=0.85, effect=-0.4)
    ours = estimate(table("sleep", made), N)
    theirs = _by_hand(made._replace(ache=(made.ache >= 1).astype(float)), made.sleep)
    assert ours is not None
    assert ours.scale == "chance"
    assert ours.fit.estimate == pytest.approx(theirs.params[-1], abs=1e-8)


@pytest.mark.parametrize(("told", "without"), [(0.85, ()), (0.75, ("evening",))])
def test_evening_ache_is_in_the_model_where_four_in_five_tell_it(
    told: float, without: tuple[str, ...]
) -> None:
    made = _made()
    evening = np.where(np.arange(N) % 20 < told * 20, np.arange(N) % 3, np.nan)
    ours = estimate(table("sleep", made._replace(evening=evening)), N)
    assert ours is not None
    assert ours.without == without
    assert len(ours.rows) == (N - 1 if without else round(told * N) - 1)


@pytest.mark.parametrize(
    ("nights", "wide"),
    [
        ([6.4] * 10 + [7.6] * 10, True),
        ([6.4] * 9 + [7.6] * 30, False),
        ([6.4] * 30 + [7.6] * 9, False),
        ([6.4] * 30 + [7.5] * 30, False),
        ([6.5] * 30 + [7.6] * 30, False),
    ],
)
def test_a_width_needs_ten_short_and_ten_long_nights(nights: list[float], wide: bool) -> None:
    days = [Day(at, ache=at % 2, sleep=hours) for at, hours in enumerate(nights)]
    found = table("sleep", columns_of(days))
    assert enough(found, len(days)) == wide


@pytest.mark.parametrize(("long", "wide"), [(10, True), (9, False)])
def test_six_hours_of_sitting_belong_to_the_shorter_days(long: int, wide: bool) -> None:
    hours = [6.5] * long + [6.0] * 10
    days = [Day(0)._replace(sitting=hours[0])]
    days += [Day(at, ache=1, sitting=sat) for at, sat in enumerate([*hours[1:], 6.0], start=1)]
    assert enough(table("sitting", columns_of(days)), len(days)) == wide


def test_a_place_is_after_the_morning_that_fills_it() -> None:
    days = [Day(at, ache=0 if at % 2 else None, sleep=7.0) for at in range(10)]
    found = table("sleep", columns_of(days))
    assert [found.until(mornings) for mornings in (1, 2, 5, 6)] == [2, 4, 10, None]


def test_events_are_flares_and_the_week_after_an_injection() -> None:
    days = [
        Day(1),
        Day(2, injected="prolotherapy"),
        Day(3, after_injection=1),
        Day(9, after_injection=7),
        Day(10, after_injection=8),
        Day(11, flare=True),
    ]
    assert columns_of(days).event.tolist() == [False, True, True, True, False, True]


def test_days_become_numbers_and_gaps_stay_gaps() -> None:
    found = columns_of(
        [
            Day(5, ache=3, release="missed", sitting=4.0, load=60.0),
            Day(6, release="off"),
            Day(7, release="done"),
        ]
    )
    assert (found.ache[0], found.release[0], found.sitting[0], found.load[0]) == (3, 0, 4, 60)
    assert np.isnan([found.ache[1], found.release[1], found.sleep[0], found.evening[0]]).all()
    assert found.release[2] == 1


def test_ranks_without_memory_are_spearmans() -> None:
    """Every other day alone is asked: then no morning follows another, and nothing is corrected."""
    chance = np.random.default_rng(3)
    x, y = chance.permutation(400.0 + np.arange(400)), chance.permutation(np.arange(400.0))
    assert effective_number(x, y) == pytest.approx(400, rel=0.12)
    ours = estimate(table("sleep", _made(persistence=0.0)), N)
    assert ours is not None
    ranks = next(run for run in runs(table("sleep", _made(persistence=0.0)), N, ours) if run.name == "ranks")
    theirs = spearmanr(ours.fit.apart, ours.fit.left)
    assert ranks.p == pytest.approx(theirs.pvalue, abs=0.06)


def test_series_with_a_memory_are_worth_fewer_mornings() -> None:
    """Two AR(1) series of persistence r are worth n (1 - r²) / (1 + r²): 0.34 of them at 0.7."""
    shares = []
    for seed in range(20):
        made = columns(Truth(2000, 0.7, zeros=0.01), np.random.default_rng(seed))
        shares.append(effective_number(made.sleep, made.sitting) / 2000)
    assert np.mean(shares) == pytest.approx((1 - 0.7**2) / (1 + 0.7**2), abs=0.04)


def test_every_other_way_of_asking_looks_at_the_direction() -> None:
    """A link of ranks and places that points the other way than the model agrees with nothing."""
    made = _made(effect=-1.0, zeros=0.2)
    found = table("sleep", made)
    model = estimate(found, N)
    assert model is not None
    turned = model._replace(fit=model.fit._replace(estimate=-model.fit.estimate))
    assert [run.agrees for run in runs(found, N, model)] == [True, True, True]
    assert [run.agrees for run in runs(found, N, turned) if run.name != "shift"] == [False, False]


def test_shifts_are_counted_one_by_one() -> None:
    made = _made(effect=-0.3)
    found = table("sleep", made)
    model = estimate(found, N)
    assert model is not None
    x, y = model.fit.apart, model.fit.left
    every = np.array([np.roll(x, places) @ y for places in range(len(x))])
    shift = next(run for run in runs(found, N, model) if run.name == "shift")
    assert shift.p == pytest.approx(np.mean(np.abs(every) >= abs(every[0]) * (1 - 1e-9)), abs=1e-9)
    assert 1 / len(x) <= shift.p < 1
