"""The picture of a forecast: what is drawn of what, how far, and that Vega-Lite takes it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from underbar.charts.draw import svg
from underbar.charts.forecast import specification
from underbar.insights.fan import Forecast, Pace, Past, Reach

TODAY = 739_700
DAY_MS = 86_400_000


def found(**changed: Any) -> Forecast:
    """Twelve sessions, then a fan that closes after a year."""
    fan = tuple(
        Reach(TODAY + 7 * week, min(315, 170 + 2 * week), min(315, 170 + 5 * week), min(315, 175 + 12 * week))
        for week in range(105)
    )
    past = tuple(Past(TODAY - 42 + 4 * number, 135 + 5 * number, "go") for number in range(8))
    whole = Forecast(
        "deadlift", "lb", "forecast", TODAY, 170, 315, 8, (8, 0, 0, 0), 200, 190, TODAY + 80, TODAY + 200,
        TODAY + 500, 730, fan, past, Pace(TODAY, TODAY + 62, 170, 315),
    )  # fmt: skip
    return whole._replace(**changed)


def days(rows: list[dict[str, Any]]) -> list[int]:
    return [row["t"] // DAY_MS + 719_163 for row in rows]


def test_past_fan_and_interval_stand_on_their_days() -> None:
    data = specification(found(), "light", 720)["datasets"]
    assert days(data["past"]) == [*(TODAY - 42 + 4 * number for number in range(8)), TODAY]
    assert data["past"][-1]["y"] == 170
    assert days(data["arrivals"]) == [TODAY + 80, TODAY + 500]
    assert days(data["middle"]) == [TODAY + 200]
    assert days(data["pace"]) == [TODAY, TODAY + 62]
    assert {row["y"] for name in ("arrivals", "middle", "target") for row in data[name]} == {315}


def test_the_fan_is_drawn_until_nine_of_ten_are_there() -> None:
    data = specification(found(), "light", 720)["datasets"]
    assert data["fan"][-1]["low"] == 315
    assert data["fan"][-2]["low"] < 315


def test_an_interval_without_an_end_goes_on_to_the_edge_with_an_arrow() -> None:
    never = tuple(reach._replace(low=150) for reach in found().fan)
    data = specification(found(high=None, fan=never), "light", 720)["datasets"]
    assert days(data["fan"])[-1] == TODAY + 728
    assert data["open"] == data["arrivals"][1:]
    assert data["open"][0]["t"] > data["fan"][-1]["t"]
    assert specification(found(), "light", 720)["datasets"]["open"] == []


def test_nothing_is_drawn_of_an_arrival_that_is_none() -> None:
    data = specification(found(low=None, middle=None, high=None, arrived=3), "light", 720)["datasets"]
    assert data["arrivals"] == data["middle"] == data["open"] == []
    few = specification(found(middle=None, high=None, arrived=30), "light", 720)["datasets"]
    assert few["arrivals"]
    assert few["middle"] == []


def test_all_loads_lie_within_the_panel() -> None:
    low = tuple(reach._replace(low=95) for reach in found().fan)
    spec = specification(found(fan=low, high=None), "light", 720)
    scales = [unit["encoding"]["y"].get("scale") for unit in spec["layer"] if "y" in unit["encoding"]]
    ends = [scale["domain"] for scale in scales if scale]
    assert len(ends) > 5
    assert all(bottom < 95 and top > 315 for bottom, top in ends)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 720])
def test_vega_draws_it(theme: Any, width: int) -> None:
    drawn = svg(specification(found(), theme, width))
    texts = re.findall(r">([^<]+)</text>", drawn)
    assert {"goal 315 lb", "today"} <= set(texts)
    assert "NaN" not in drawn
    assert "undefined" not in drawn


def test_the_first_session_alone_is_enough() -> None:
    one = found(past=(Past(TODAY, 135, "hold"),), pace=None, fan=found().fan[:1])
    data = specification(one, "dark", 320)["datasets"]
    assert data["pace"] == []
    assert len(data["fan"]) == 1
    assert "NaN" not in svg(specification(one, "dark", 320))


def test_the_line_ends_where_half_of_the_ways_are_there() -> None:
    line = specification(found(), "light", 720)["datasets"]["line"]
    assert [row["y"] for row in line[-2:]] == [310, 315]
