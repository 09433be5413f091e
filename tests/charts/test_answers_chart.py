"""The picture of a question: every morning a dot that can be seen, the means, the slope and the width."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from answer_samples import FIRST, answer, effect
from underbar.charts.answers import specification
from underbar.charts.draw import svg
from underbar.charts.look import Theme
from underbar.insights.answers import QUESTIONS, Answer, Point


def layers(spec: dict[str, Any], panel: int = 0) -> list[tuple[str, list[dict[str, Any]], dict[str, Any]]]:
    """Of a panel: the kind of each mark, its rows, its encoding."""
    return [
        (unit["mark"]["type"], spec["datasets"][unit["data"]["name"]], unit["encoding"])
        for unit in spec["vconcat"][panel]["layer"]
    ]


def dots(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return next(rows for kind, rows, _ in layers(spec) if kind == "point")


def crowd(question: str, many: int) -> Answer:
    """Mornings that fall on each other: whole aches, quarters of hours."""
    chance = random.Random(7)
    hours = [round(4 * chance.uniform(5, 9)) / 4 for _ in range(many)]
    aches = chance.choices((0, 1, 2, 3), (60, 25, 10, 5), k=many)
    (name,) = (known for known in QUESTIONS if known == question)
    points = tuple(
        Point(FIRST + place, float(x > 6) if name == "release" else x, ache)
        for place, (x, ache) in enumerate(zip(hours, aches, strict=True))
    )
    return answer(name, points=points, mornings=many)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("width", [280, 520])
def test_no_morning_hides_another_one(question: str, width: int) -> None:
    found = crowd(question, 150)
    spec = specification(found, "light", width)
    rows = dots(spec)
    assert Counter(row["ache"] for row in rows) == Counter(point.ache for point in found.points)
    assert len({(row["x"], row["y"]) for row in rows}) == 150
    assert all(abs(row["y"] - row["ache"]) < 0.5 for row in rows)


def test_every_dot_stands_at_its_hours_and_in_its_column() -> None:
    slept = crowd("sleep", 90)
    assert sorted(row["x"] for row in dots(specification(slept, "light", 390))) == sorted(
        point.x for point in slept.points
    )
    released = crowd("release", 90)
    rows = dots(specification(released, "light", 390))
    assert sum(row["x"] > 1 for row in rows) == sum(point.x == 1 for point in released.points)
    assert all(0 < row["x"] < 2 for row in rows)


def test_ten_years_are_drawn_and_stay_with_their_ache() -> None:
    rows = dots(specification(crowd("release", 3650), "light", 390))
    assert len(rows) == 3650
    assert all(abs(row["y"] - row["ache"]) < 0.5 for row in rows)


def test_the_slope_goes_through_the_middle_and_its_band_opens_from_there() -> None:
    found = answer()
    (band,) = (rows for kind, rows, _ in layers(specification(found, "light", 390)) if kind == "area")
    left, middle, right = band
    assert middle["x"] == pytest.approx(sum(point.x for point in found.points) / 8)
    assert middle["y"] == middle["low"] == middle["high"] == pytest.approx(6 / 8)
    per_hour = (right["y"] - left["y"]) / (right["x"] - left["x"])
    assert per_hour == pytest.approx(-0.3)
    assert right["high"] - right["low"] == pytest.approx(0.8 * (right["x"] - middle["x"]))
    assert left["low"] < left["y"] < left["high"]


@pytest.mark.parametrize(
    "found", [answer("release"), answer(effect=effect(scale="chance")), answer(effect=None)]
)
def test_no_slope_is_drawn_where_hours_and_points_of_ache_are_not_what_was_reckoned(found: Answer) -> None:
    assert "area" not in [kind for kind, _, _ in layers(specification(found, "light", 390))]


def test_the_width_is_drawn_from_the_harder_side_with_zero_in_the_middle() -> None:
    spec = specification(answer(), "light", 390)
    zero, width, middle, *_ = layers(spec, 1)
    assert zero[1] == [{"x": 0}]
    assert width[1] == [{"x": -0.1, "to": 0.7}]
    assert middle[1] == [{"x": 0.3}]
    low, high = width[2]["x"]["scale"]["domain"]
    assert low == -high
    assert high > 0.7
    assert len(specification(answer(effect=None), "light", 390)["vconcat"]) == 1


def test_the_means_stand_over_their_own_side() -> None:
    for question, spans in (("sleep", [(4, 6.5), (6.5, 10)]), ("sitting", [(6, 10), (0, 6)])):
        (name,) = (known for known in QUESTIONS if known == question)
        means = [
            (row["x"], row["to"], row["y"])
            for kind, rows, _ in layers(specification(answer(name), "light", 390))
            for row in rows
            if kind == "rule" and "to" in row
        ]
        assert sorted(means) == sorted((*span, mean) for span, mean in zip(spans, (0.625, 0.25), strict=True))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_vega_lite_takes_it_and_a_phone_holds_it(question: str, theme: Theme) -> None:
    for found in (crowd(question, 40), crowd(question, 40)._replace(effect=None)):
        drawn = svg(specification(found, theme, 320))
        wide = float(drawn.partition('width="')[2].partition('"')[0])
        assert wide <= 330
        assert "ache on waking" in drawn.lower()
        assert "NaN" not in drawn
