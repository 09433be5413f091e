"""When might I get there: more go, earlier; nothing where there is nothing; the same for the same diary."""

from __future__ import annotations

import math
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from forecast_stories import diary, seen

from underbar.diary.diary import Diary
from underbar.diary.records import Injection
from underbar.insights.fan import Forecast
from underbar.insights.forecast import forecasts, planned_injections, prepare, summed, walks
from underbar.insights.paths import Walk
from underbar.protocol.document import load

PATHS = 10
HORIZON = 200


@cache
def of(found: Diary, **how: Any) -> Forecast:
    (one,) = forecasts(load(), seen(found), paths=PATHS, horizon=HORIZON, **how)
    return one


GOING = diary(["go"] * 10)
HOLDING = diary(["hold"] * 10)


def numbers(found: Forecast) -> list[float]:
    fan = [value for reach in found.fan for value in reach]
    return [
        value
        for value in (*fan, found.load, found.target, found.low, found.middle, found.high)
        if value is not None
    ]


def test_the_same_diary_gives_the_same_forecast_and_another_seed_another() -> None:
    assert forecasts(load(), seen(GOING), paths=PATHS, horizon=HORIZON) == (of(GOING),)
    assert of(GOING).fan != of(GOING, seed=2).fan


def test_who_goes_arrives_and_who_only_holds_does_not() -> None:
    going, holding = of(GOING), of(HOLDING)
    assert going.arrived > PATHS / 2
    assert going.middle is not None
    assert holding.arrived < going.arrived / 2
    assert holding.middle is None


def test_more_go_arrive_earlier() -> None:
    mixed = of(diary(["go", "hold"] * 5))
    going = of(GOING)
    assert going.low is not None
    assert mixed.low is None or mixed.low > going.low
    assert going.arrived > mixed.arrived


def test_the_fan_begins_today_never_passes_the_target_and_widens() -> None:
    found = of(GOING)
    assert found.fan[0] == (found.today, found.load, found.load, found.load)
    assert [b.day - a.day for a, b in zip(found.fan, found.fan[1:], strict=False)] == [7] * (
        len(found.fan) - 1
    )
    assert all(reach.low <= reach.middle <= reach.high <= 315 for reach in found.fan)
    assert found.fan[10].high - found.fan[10].low > found.fan[2].high - found.fan[2].low


def test_nobody_rises_faster_than_the_method_allows() -> None:
    found = of(GOING)
    assert found.low is not None
    weeks = (315 - found.load) / 20  # two raises of 10 lb in seven days
    assert found.low - found.today >= 7 * (weeks - 1)


def test_the_pace_is_180_lb_in_eleven_weeks() -> None:
    found = of(GOING)
    assert found.pace is not None
    assert found.pace.ends - found.today == math.ceil((315 - found.load) / (180 / 77))
    assert (found.pace.begins, found.pace.load, found.pace.reached) == (found.today, found.load, 315)


def test_the_past_is_what_was_judged() -> None:
    found = of(HOLDING)
    assert [past.zone for past in found.past] == ["hold"] * 10
    assert found.went == (0, 10, 0, 0)
    assert found.sessions == 10


def test_mornings_that_were_not_told_make_later_not_sorer() -> None:
    ready = prepare(load(), seen(diary(["go", "gone"] * 5)), {}, paths=100)
    clean = prepare(load(), seen(GOING), {}, paths=100)
    assert sum(one.missing for one in ready.chances) > 2 * sum(one.missing for one in clean.chances)
    assert sum(one.base[0] for one in ready.chances) > 60


def test_few_sessions_are_said_and_wide() -> None:
    one = of(diary(["go"]))
    assert "few-sessions" in one.caveats
    assert "few-sessions" not in of(GOING).caveats
    assert one.arrived < PATHS or one.high != one.low


def test_without_a_goal_there_is_nothing() -> None:
    assert forecasts(load(), seen(diary([], goal="bodyweight 200lb")), paths=PATHS) == ()


@pytest.mark.parametrize(
    ("found", "standing"),
    [
        (diary([]), "no-session"),
        (diary(["go"] * 4, goal="goal deadlift target 140lb best 405lb"), "reached"),
        (diary(["go"] * 3, goal="goal deadlift"), "no-target"),
        (diary(["go"] * 3, extra=["screen cauda-equina"]), "locked"),
    ],
)
def test_where_there_is_no_forecast_its_reason_stands(found: Diary, standing: str) -> None:
    one = of(found)
    assert one.standing == standing
    assert (one.fan, one.paths, one.arrived, one.low) == ((), 0, 0, None)


def test_a_flare_now_is_said_and_ends_in_every_way() -> None:
    found = of(diary(["go"] * 9 + ["flare"], after=2))
    assert "flare-now" in found.caveats
    assert found.went[3] == 1
    assert found.fan[-1].high > found.load


def test_a_sign_that_holds_is_waited_for() -> None:
    found = of(diary(["go"] * 10, extra=["screen groin"]))
    assert "assessment" in found.caveats
    assert found.fan[2].high <= found.load  # two weeks
    assert found.arrived > 0


def test_background_mode_goes_by_its_own_zero() -> None:
    found = diary(["go"] * 10, mode=" mode background", rest=1)
    strict = of(diary(["hold"] * 10, rest=0))
    own = of(found)
    assert "background-mode" in own.caveats
    assert own.arrived > strict.arrived


def test_a_lifter_of_kilograms() -> None:
    found = of(diary(["go"] * 10, unit="kg", goal="goal deadlift target 140kg best 180kg"))
    assert found.unit == "kg"
    assert found.arrived > PATHS / 2
    assert found.pace is not None
    assert found.pace.ends - found.today == pytest.approx((140 - found.load) / (180 / 2.2046226 / 77), abs=1)


def test_planned_injections_come_and_delay() -> None:
    last = GOING.last_day
    assert last is not None
    coming = {
        last.toordinal() + away: (Injection("prolotherapy", "right", number),)
        for number, away in enumerate((7, 49, 91), 1)
    }
    (with_them,) = forecasts(load(), seen(GOING), coming, paths=PATHS, horizon=HORIZON)
    without = of(GOING)
    assert "injections-planned" in with_them.caveats
    assert with_them.low is None or with_them.low > without.low


def test_planned_injections_are_those_to_come() -> None:
    found = diary(["go"], extra=["planned-injection prolotherapy side right number 1"])
    last = found.last_day
    assert last is not None
    assert planned_injections(found, last) == {}
    assert planned_injections(found, last - timedelta(1)) == {
        last.toordinal(): (Injection("prolotherapy", "right", 1),)
    }


def test_paths_may_be_shared_out() -> None:
    read = seen(GOING)
    ready = prepare(load(), read, {}, paths=6, horizon=100)
    parts = (*walks(ready, 0, 2), *walks(ready, 2, 6))
    assert summed(read, ready, parts) == forecasts(load(), read, paths=6, horizon=100)


@pytest.mark.parametrize("found", [GOING, HOLDING, diary(["go"]), diary([]), diary(["gone"] * 4)])
def test_no_number_is_none_of_a_number(found: Diary) -> None:
    assert all(math.isfinite(value) for value in numbers(of(found)))


def test_sessions_of_the_days_after_an_injection_are_not_counted() -> None:
    read = seen(GOING)
    sessions = tuple(one._replace(expected=True) for one in read.seen.sessions)
    left = read._replace(seen=read.seen._replace(sessions=sessions))
    (found,) = forecasts(load(), left, paths=PATHS)
    assert (found.standing, found.went) == ("no-session", (0, 0, 0, 0))


def test_who_has_arrived_stays_there_in_the_fan() -> None:
    read = seen(GOING)
    ready = prepare(load(), read, {}, paths=1)
    assert read.state.day is not None
    walked = Walk({"deadlift": read.state.day + 15}, {"deadlift": (280.0, 300.0, 250.0)})
    (found,) = summed(read, ready, [walked])
    assert [reach.middle for reach in found.fan] == [found.load, 280, 300, 315]
    assert (found.low, found.middle, found.high) == (read.state.day + 15,) * 3


def test_each_path_has_a_chance_of_its_own() -> None:
    ready = prepare(load(), seen(diary(["go", "hold"] * 5)), {}, paths=1, horizon=140)
    same = ready._replace(chances=ready.chances * 2)
    first, second = walks(same, 0, 2)
    assert first != second
    assert walks(same._replace(seed=2), 0, 1) != (first,)
