"""What an experiment can see, said before it starts: as EVIDENCE F found in a simulation of its own."""

from __future__ import annotations

import time

import numpy as np
import pytest

from underbar.insights.days import Day
from underbar.insights.power import (
    LEAST_SD,
    USUAL_PERSISTENCE,
    USUAL_SD,
    Ache,
    ache_of,
    power,
)

USUAL = Ache(USUAL_SD, USUAL_PERSISTENCE, False, 0, None)
WITHIN = 0.05


@pytest.mark.parametrize(
    ("pairs", "block", "share"), [(6, 7, 0.17), (8, 7, 0.35), (8, 14, 0.56), (14, 1, 0.59), (28, 1, 0.90)]
)
def test_a_point_is_seen_as_often_as_the_evidence_says(pairs: int, block: int, share: float) -> None:
    assert power(pairs, block, USUAL, 1)[1].share == pytest.approx(share, abs=WITHIN)


def test_what_is_still_there_on_the_next_day_hides_a_difference() -> None:
    assert power(28, 1, USUAL, 1)[1].carried == pytest.approx(0.15, abs=WITHIN)


def test_without_a_difference_it_finds_one_in_at_most_one_of_twenty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("underbar.insights.power.EFFECTS", (0.0,))
    for pairs, block in ((6, 7), (8, 14), (28, 1)):
        assert power(pairs, block, USUAL, 2)[0].share < 0.07


def test_more_is_seen_of_a_greater_difference_and_of_a_calmer_ache() -> None:
    half, one, two = power(8, 7, USUAL, 1)
    assert half.share < one.share < two.share
    assert power(8, 7, USUAL._replace(sd=0.8), 1)[1].share > one.share + 0.2


def test_the_same_seed_says_the_same_in_less_than_a_second() -> None:
    begun = time.perf_counter()
    assert power(28, 1, USUAL, 3) == power(28, 1, USUAL, 3)
    assert time.perf_counter() - begun < 2
    assert power(28, 1, USUAL, 4) != power(28, 1, USUAL, 3)


def days_of(aches: list[int | None]) -> list[Day]:
    return [Day(740000 + number, ache=ache) for number, ache in enumerate(aches)]


def test_fewer_than_sixty_mornings_take_the_usual_ache() -> None:
    found = ache_of(days_of([2, 1] * 29 + [None, 1]))
    assert found == Ache(USUAL_SD, USUAL_PERSISTENCE, False, 59, pytest.approx(88 / 59))
    assert ache_of([]) == USUAL


def test_the_lifters_own_ache_without_its_trend() -> None:
    chance = np.random.default_rng(5)
    level, latent = 0.0, []
    for _ in range(365):
        level = 0.7 * level + np.sqrt(1 - 0.49) * chance.standard_normal()
        latent.append(5 + 1.5 * level)
    trended = [round(float(value) + 2 - 4 * number / 365) for number, value in enumerate(latent)]
    found = ache_of(days_of(trended))  # type: ignore[arg-type]  # no morning is missing
    assert found.own
    assert found.sd == pytest.approx(1.5, abs=0.25)
    assert found.persistence == pytest.approx(0.7, abs=0.1)


def test_mornings_apart_tell_nothing_of_persistence_and_a_constant_ache_nothing_of_its_spread() -> None:
    assert ache_of(days_of([*[1, None] * 3, *[3, None] * 3] * 12)).persistence == 0.0
    assert ache_of(days_of([0] * 80)) == Ache(LEAST_SD, 0.0, True, 80, 0.0)
