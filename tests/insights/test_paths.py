"""One path through the engine, its chances given: each zone does to the load what the method says."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from forecast_stories import diary, seen

from underbar.insights.habits import Drawn, Habits
from underbar.insights.observed import Read
from underbar.insights.paths import Chances, Path, Walk
from underbar.protocol.document import load

QUIET = Drawn(1.0, 1.0, 1.0, (1.0, 0.0, 0.0, 0.0))
OWN = Habits((9, 0), (9, 0), (9, 0), (9, 0, 0, 0), (7.5,) * 14, ())
GO, HOLD, BACK_OFF, FLARE = ((1.0, 0, 0, 0), (0, 1.0, 0, 0), (0, 0, 1.0, 0), (0, 0, 0, 1.0))


@cache
def begun() -> Read:
    return seen(diary(["go"] * 3))


def walk(chances: Chances, days: int = 84, own: Habits = OWN) -> Walk:
    return Path(load(), begun().state, own, chances, ["deadlift"], {}, np.random.default_rng(1), days).walk()


def loads(chances: Chances, days: int = 84, own: Habits = OWN) -> tuple[float, ...]:
    return walk(chances, days, own).loads["deadlift"]


def of(base: tuple[float, float, float, float], **changed: object) -> Chances:
    return Chances(0.0, base, 0.0, 0.5, QUIET)._replace(**changed)


def test_go_rises_two_steps_a_week_and_arrives_on_the_day_that_the_method_names() -> None:
    found = walk(of(GO))
    assert found.arrived["deadlift"] == begun().state.lifts["deadlift"].first_day + 77
    steps = np.diff(found.loads["deadlift"])
    assert all(10 <= step <= 20 for step in steps[:-1])


def test_hold_stays_until_it_is_stalled() -> None:
    at = begun().state.lifts["deadlift"].session.working
    assert max(loads(of(HOLD))) <= at + 10  # the go of the last session
    assert loads(of(HOLD))[-1] < at


def test_missing_mornings_hold_and_never_stall() -> None:
    found = loads(of(GO, missing=1.0))
    assert len(set(found[1:])) == 1
    assert found[-1] >= begun().state.lifts["deadlift"].session.working


def test_back_off_and_flare_fall() -> None:
    at = begun().state.lifts["deadlift"].session.working
    assert loads(of(BACK_OFF))[-1] < 0.5 * at
    assert loads(of(FLARE))[-1] < 0.6 * at


def test_a_slope_makes_heavy_loads_hold() -> None:
    steep = of((0.5, 0.5, 0, 0), slope=40.0, centre=0.6)
    assert 0.5 * 315 < loads(steep, 182)[-1] < 0.75 * 315
    assert loads(steep._replace(slope=-40.0, centre=0.4), 182)[-1] > 0.9 * 315


@pytest.mark.parametrize(
    "habits",
    [
        QUIET._replace(told=0.0),
        QUIET._replace(released=0.0, rest=(0.0, 1.0, 0.0, 0.0)),  # two signs
        QUIET._replace(rest=(0.0, 0.0, 1.0, 0.0)),
    ],
)
def test_habits_and_mornings_off_the_bar_hold(habits: Drawn) -> None:
    assert loads(of(GO, habits=habits), 42)[-1] < loads(of(GO), 42)[-1] - 50


def test_who_rarely_trains_rises_slowly() -> None:
    found = loads(of(GO, habits=QUIET._replace(trained=0.2)))
    assert found[-1] < loads(of(GO))[-1] - 50


def test_short_nights_hold() -> None:
    assert loads(of(GO), 42, OWN._replace(nights=(5.5,) * 14))[-1] <= loads(of(GO), 42)[0]


def test_a_flare_on_a_morning_off_the_bar_begins_and_ends() -> None:
    often = QUIET._replace(rest=(0.9, 0.0, 0.0, 0.1))
    found = loads(of(GO, habits=often), 364)
    falls = np.diff(found) < 0
    assert falls.any()
    assert (np.diff(found)[~falls] > 0).any()


def test_in_background_mode_a_hold_is_above_the_background() -> None:
    ones = seen(diary(["go"] * 3, mode=" mode background", rest=1))
    own = QUIET._replace(rest=(0.0, 1.0, 0.0, 0.0))
    for base, rises in ((GO, True), (HOLD, False)):
        rng = np.random.default_rng(1)
        found = Path(load(), ones.state, OWN, of(base, habits=own), ["deadlift"], {}, rng, 42).walk()
        assert (found.loads["deadlift"][-1] > 190) is rises


def test_release_that_lapses_is_a_second_sign() -> None:
    ones = QUIET._replace(rest=(0.0, 1.0, 0.0, 0.0))
    kept, lapsed = (loads(of(GO, habits=ones._replace(released=share)), 42)[-1] for share in (1.0, 0.0))
    assert kept > lapsed + 50


def test_a_flare_of_today_ends() -> None:
    state = seen(diary(["go", "go", "flare"], after=2)).state
    assert state.flare is not None
    found = Path(load(), state, OWN, of(GO), ["deadlift"], {}, np.random.default_rng(1), 84).walk()
    assert found.loads["deadlift"][-1] > found.loads["deadlift"][0] + 50
