"""The pictures of signs, sides, bar load and injections: what is drawn, and that Vega-Lite takes it."""

from __future__ import annotations

import struct
from typing import Any

import altair as alt
import pytest
import vl_convert

from underbar.charts import described, sides, signs
from underbar.charts.draw import VERSION, svg
from underbar.charts.look import LOOKS
from underbar.insights.answers import Group
from underbar.insights.described import BarLoad, Given, LeftRight, Lifted, Stretch, Third
from underbar.insights.sides import Pair, Series
from underbar.insights.signs import SIGNS, Sign, Signs, Weeks

DAY = 740_000


def seven_flares(*weeks: tuple[int, int, int, int]) -> Signs:
    return Signs(
        7,
        tuple(
            Sign(name, Weeks(a, b, 7 * a), Weeks(c, d, 7 * c), 3, 20, 5, 0)
            for name, (a, b, c, d) in zip(SIGNS, weeks, strict=False)
        ),
    )


SIGNS_FOUND = seven_flares((12, 3, 60, 4), (0, 0, 72, 7), (300, 6, 200, 1), (7, 1, 20, 2))


def series(*pairs: tuple[float, float], what: str = "side-plank", unit: str = "s", apart: int = 7) -> Series:
    found = tuple(Pair(DAY + apart * at, left, right) for at, (left, right) in enumerate(pairs))
    return Series(what, "test", unit, found, 3, 15.0, 0.0, 0.0, False, False, False)


SIDES = (series((30, 40), (31, 39), (30, 30)), series((3, 3), what="pallof-press"))


def bar(*mornings: tuple[float, int], others: float | None = 0.5) -> BarLoad:
    thirds = (Third(60.0, 70.0, Group(10, 5, 0.5)), Third(80.0, 80.0, Group(10, 0, 0.0)))
    lifted = tuple(Lifted(DAY + at, load, ache) for at, (load, ache) in enumerate(mornings))
    return BarLoad(Group(len(lifted), 1, 0.2), Group(9, 3, others), 0, thirds, lifted)


BAR = bar((61.25, 0), (61.25, 0), (61.25, 3), (100, 7))
FULL = Stretch((0, 0, 1, 2) * 5, 0.5, 10)
INJECTIONS = (
    Given(DAY, "prolotherapy", FULL, Stretch((1,), None, None), False),
    Given(DAY + 60, "prp", FULL, None, False),
)
LEFT_RIGHT = LeftRight(3, 12, 0, 4000, 1, 17, 0.5, 1.0)


def pictures(theme: Any, width: int) -> dict[str, Any]:
    return {
        "signs": signs.specification(SIGNS_FOUND, theme, width),
        "sides": sides.specification(SIDES, theme, width),
        "bar": described.bar_load(BAR, "lb", theme, width),
        "injections": described.injections(INJECTIONS, theme, width),
        "left and right": described.sides(LEFT_RIGHT, theme, width),
    }


NAMES = ["signs", "sides", "bar", "injections", "left and right"]


def units(part: Any) -> list[dict[str, Any]]:
    """Every mark of a specification."""
    if isinstance(part, dict):
        found = [part] if "mark" in part else []
        return found + [unit for value in part.values() for unit in units(value)]
    return [unit for value in part for unit in units(value)] if isinstance(part, list) else []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 900])
@pytest.mark.parametrize("name", NAMES)
def test_vega_lite_takes_it_and_it_fits(name: str, width: int, theme: Any, capfd: Any) -> None:
    spec = pictures(theme, width)[name]
    alt.Chart.from_dict(spec)
    assert "NaN" not in svg(spec)
    drawn = vl_convert.vegalite_to_png(spec, vl_version=VERSION)
    assert struct.unpack(">I", drawn[16:20])[0] <= width
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("name", NAMES)
def test_no_other_colour_than_the_pages(name: str) -> None:
    for theme in ("light", "dark"):
        drawn = svg(pictures(theme, 320)[name])
        others = LOOKS["dark" if theme == "light" else "light"]
        assert not [colour for colour in others if colour in drawn]


def test_a_week_is_a_dot_and_a_flare_is_filled() -> None:
    spec = pictures("light", 320)["signs"]
    data = spec["datasets"]
    assert len(data["flares"]) == 3 + 4 + 0 + 7 + 6 + 1 + 0  # the last sign has three flares: too few
    assert len(data["weeks"]) == 9 + 56 + 65 + 294 + 199
    assert [row["text"] for row in data["labels"][:2]] == ["with it: 3 of 12 weeks", "without: 4 of 60 weeks"]
    places = [(row["x"], row["y"]) for row in (*data["weeks"], *data["flares"])]
    assert len(set(places)) == len(places)
    height = spec["vconcat"][0]["height"]
    assert all(0 < x < 320 and 0 < y < height for x, y in places)
    lines = [row["y"] for row in (*data["names"], *data["labels"])]
    assert not [(y, line) for _, y in places for line in lines if line - 18 < y < line + 2]
    marks = {unit["data"]["name"]: unit["mark"] for unit in units(spec)}
    assert marks["weeks"]["fill"] == "transparent"
    assert marks["flares"]["fill"] == LOOKS["light"].flare
    assert marks["flares"]["shape"] != marks["weeks"]["shape"]


def test_only_sides_that_ever_differed_are_drawn() -> None:
    spec = pictures("light", 320)["sides"]
    assert [part["title"] for part in spec["vconcat"]] == ["Side plank, test, seconds"]
    assert [(row["left"], row["right"]) for row in spec["datasets"]["side-0"]] == [
        (30, 40),
        (31, 39),
        (30, 30),
    ]


def test_the_line_breaks_where_two_months_lie_between() -> None:
    for apart, parts in ((56, [0, 0]), (57, [0, 1])):
        spec: Any = sides.specification((series((1, 2), (2, 3), apart=apart),), "light", 320)
        assert [row["part"] for row in spec["datasets"]["side-0"]] == parts


def test_a_long_series_says_that_its_beginning_is_left_out() -> None:
    def drawn(times: int) -> tuple[list[float], bool]:
        pairs = [(float(at), at + 1.0) for at in range(times)]
        spec: Any = sides.specification((series(*pairs),), "light", 320)
        lefts = [row["left"] for row in spec["datasets"]["side-0"]]
        return lefts, "the last 120 times of each" in spec["title"]["subtitle"]

    assert drawn(120) == ([float(at) for at in range(120)], False)
    assert drawn(121) == ([float(at) for at in range(1, 121)], True)


def test_a_series_that_ends_at_nothing_stands_at_the_foot_of_its_axis() -> None:
    spec: Any = sides.specification((series((1, 2), *[(0, 0)] * 120),), "light", 320)
    assert "NaN" not in svg(spec)
    drawn = [unit["encoding"] for unit in units(spec) if unit["data"]["name"] == "side-0"]
    assert [encoding["y"]["scale"]["domain"] for encoding in drawn] == [[0, 1.1]] * 4


def test_loads_are_in_the_lifters_unit_and_mornings_alike_are_one_dot() -> None:
    data = pictures("light", 320)["bar"]["datasets"]
    assert data["mornings"] == [
        {"load": 135.0, "ache": 0, "n": 2},
        {"load": 135.0, "ache": 3, "n": 1},
        {"load": 220.5, "ache": 7, "n": 1},
    ]
    kilograms: Any = described.bar_load(BAR, "kg", "light", 320)
    assert [row["load"] for row in kilograms["datasets"]["mornings"]] == [61.2, 61.2, 100.0]
    thirds = kilograms["datasets"]["thirds"]
    assert [row["ache"] for row in thirds] == [0.5, 0.0]
    # A third of one load is drawn as a short line around it.
    assert all(row["to"] - row["load"] > 2 for row in thirds)
    assert thirds[1]["load"] + thirds[1]["to"] == 160.0
    assert "third" in kilograms["title"]["subtitle"][1]
    assert data["others"] == [{"ache": 0.5}]
    none: Any = described.bar_load(bar((60, 1), others=None), "kg", "light", 320)
    without: Any = described.bar_load(BAR._replace(thirds=()), "kg", "light", 320)
    assert "third" not in without["title"]["subtitle"][1]
    assert "others" not in [unit["data"]["name"] for unit in units(none)]


def test_injections_without_enough_mornings_say_so_in_place_of_dots() -> None:
    data = pictures("light", 320)["injections"]["datasets"]
    assert data["dots-0"] == [
        {"row": "28 days before", "ache": 0, "n": 10},
        {"row": "28 days before", "ache": 1, "n": 5},
        {"row": "28 days before", "ache": 2, "n": 5},
    ]
    assert data["medians-0"] == [{"row": "28 days before", "ache": 0.5}]
    assert [row["text"] for row in data["notes-0"]] == ["too few mornings told"]
    assert [row["text"] for row in data["notes-1"]] == ["not over yet"]


def test_the_dots_of_ten_years_keep_a_lone_morning_visible() -> None:
    for times, kind in ((4, "linear"), (300, "sqrt")):
        spec: Any = described.bar_load(bar(*[(60.0, 0)] * times, (70.0, 1)), "kg", "light", 320)
        (dots,) = [unit for unit in units(spec) if unit["data"]["name"] == "mornings"]
        scale = dots["encoding"]["size"]["scale"]
        assert (scale["type"], scale["domain"]) == (kind, [0, times])
        lone = scale["range"][1] * (1 / times if kind == "linear" else times**-0.5)
        assert lone >= 24


def test_each_kind_of_morning_has_its_bar() -> None:
    rows = pictures("light", 320)["left and right"]["datasets"]["kinds"]
    assert [(row["kind"], row["n"]) for row in rows] == [
        ("left", 3),
        ("right", 12),
        ("both alike", 0),
        ("side not told", 1),
        ("no ache", 4000),
    ]


def test_nothing_to_draw_is_no_picture() -> None:
    assert signs.specification(Signs(4, ()), "light", 320) is None
    assert signs.specification(seven_flares((1, 1, 30, 2)), "light", 320) is None
    assert sides.specification((), "light", 320) is None
    assert sides.specification((SIDES[1],), "light", 320) is None
    assert described.bar_load(bar(), "lb", "light", 320) is None
    assert described.injections((), "light", 320) is None
    assert described.sides(LeftRight(0, 0, 0, 0, 0, 0, None, None), "light", 320) is None
