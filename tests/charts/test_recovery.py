"""The picture of a recovery: what is drawn of which day, and that Vega-Lite takes it."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import altair as alt
import pytest
import vl_convert

import underbar.web
from underbar.charts import rows
from underbar.charts.data import Day, Injected, Lifted, Pace, Recovery
from underbar.charts.draw import VERSION, browser_bundle, svg
from underbar.charts.look import LOOKS, shapes
from underbar.charts.recovery import specification

FIRST = date(2026, 1, 5)
NOON = 12 * 3_600_000


def at(away: int) -> date:
    return FIRST + timedelta(away)


def whole() -> Recovery:
    """Ten weeks with everything in them."""
    days = []
    for away in range(70):
        flare = 30 <= away < 38
        days.append(
            Day(
                at(away),
                verdict="flare" if flare else "hold",
                flare=flare,
                answered=away % 9 != 0,
                ache=None if away % 9 == 0 else away % 4,
                left=0 if away % 4 == 0 and away % 9 else None,
                right=None if away % 9 == 0 else away % 4,
                sleep=7.5,
                sleep_mean=7.3 if away > 3 else None,
                release=away % 5 != 0,
                lifts=(Lifted("deadlift", 135 + away, "lb", "progress"),) if away % 7 == 0 else (),
                injections=(Injected("prolotherapy", 1, "right"),) if away == 20 else (),
            )
        )
    pace = Pace("deadlift", FIRST, at(77), 135, 315, "lb")
    return Recovery(tuple(days), FIRST, "lb", pace)


def marks(part: Any) -> list[dict[str, Any]]:
    """Every unit of a specification."""
    if isinstance(part, dict):
        found = [part] if "mark" in part else []
        return found + [unit for value in part.values() for unit in marks(value)]
    return [unit for value in part for unit in marks(value)] if isinstance(part, list) else []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [280, 1400])
def test_vega_lite_takes_it_without_a_warning(theme: Any, width: int, capfd: Any) -> None:
    spec = specification(whole(), theme, width)
    alt.Chart.from_dict(spec)
    drawn = svg(spec)
    assert "NaN" not in drawn
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    "days",
    [
        [Day(FIRST)],
        [Day(FIRST, answered=True, ache=0, left=0, right=0)],
        [Day(FIRST, answered=True, ache=3)],
        [Day(at(away)) for away in range(365)],
        [Day(at(away), lifts=(Lifted("squat", 95, "lb", None),)) for away in (0, 1)],
        [Day(FIRST, flare=True, injections=(Injected("other", None, None),) * 4)],
    ],
    ids=[
        "a day with nothing",
        "a morning of 0",
        "no side",
        "a year of gaps",
        "no verdict",
        "too much at once",
    ],
)
def test_little_is_drawn_as_little(days: list[Day]) -> None:
    drawn = svg(specification(Recovery(tuple(days), FIRST, "lb"), "light", 350))
    assert "NaN" not in drawn


@pytest.mark.parametrize("first", [date(2026, 1, 5), date(2025, 9, 29)], ids=["one year", "two years"])
def test_a_phone_has_room_for_all_of_it(first: date) -> None:
    days = tuple(day._replace(day=day.day - (FIRST - first)) for day in whole().days)
    drawn = svg(specification(Recovery((*days, Day(at(70))), first, "lb"), "light", 350))
    width = re.search(r'width="([\d.]+)"', drawn)
    assert width is not None
    assert float(width[1]) <= 352


def test_an_ache_of_nothing_is_a_dot_and_a_morning_not_told_is_a_tick() -> None:
    days = [Day(at(0), answered=True, ache=0, left=0, right=0), Day(at(1)), Day(at(2), answered=True, ache=2)]
    assert [row["t"] for row in rows.zeros(days)] == [rows.ms(at(0)) + NOON]
    assert [row["t"] for row in rows.missing(days)] == [rows.ms(at(1)) + NOON]


def test_left_goes_up_and_right_goes_down() -> None:
    (left,) = rows.aches([Day(FIRST, ache=2, left=2, right=0)])
    (right,) = rows.aches([Day(FIRST, ache=3, right=3)])
    both = rows.aches([Day(FIRST, ache=1)])
    assert (left["y"], right["y"]) == (2, -3)
    assert [(row["y"], row["told"]) for row in both] == [(1, False), (-1, False)]


def test_days_of_a_flare_that_follow_each_other_are_one_band() -> None:
    days = [Day(at(away), flare=away in (0, 3, 4, 5)) for away in range(8)]
    one, three = rows.flares(days)
    assert (one["n"], three["n"]) == (1, 3)
    assert three["t"] == rows.ms(at(3))
    assert three["b"] == rows.ms(at(6))


def test_every_line_of_a_hatch_lies_inside_its_band() -> None:
    frame = rows.Frame(rows.ms(FIRST), rows.ms(at(60)), 300)
    band = {"t": rows.ms(at(10)), "b": rows.ms(at(18)), "n": 8}
    lines = rows.hatch([band], 120, frame)
    assert len(lines) > 10
    for line in lines:
        assert band["t"] <= line["t"] < line["b"] <= band["b"]
        assert 0 <= line["y2"] < line["y"] <= 120


def test_the_line_of_a_lift_breaks_where_the_method_starts_again() -> None:
    days = [Day(at(away), lifts=(Lifted("squat", 95, "lb", "hold"),)) for away in (0, 56, 113)]
    assert [row["part"] for row in rows.sessions(Recovery(tuple(days), FIRST, "lb"), "squat")] == [0, 0, 1]


def test_the_mean_of_sleep_breaks_where_there_is_none() -> None:
    days = [Day(at(away), sleep_mean=7.0 if away != 2 else None) for away in range(5)]
    assert len({row["part"] for row in rows.means(days)}) == 2


def test_labels_stay_apart_and_those_without_room_are_left_out() -> None:
    days = [Day(at(away), injections=(Injected("prolotherapy", away, None),)) for away in range(20)]
    frame = rows.Frame(rows.ms(FIRST), rows.ms(at(20)), 300)
    found = rows.labels(days, [], frame)
    assert 0 < len(found) < 20
    for row in range(rows.LABEL_ROWS):
        ends = float("-inf")
        for label in (one for one in found if one["row"] == row):
            x = (label["t"] - frame.start) / rows.DAY_MS * frame.day_px
            assert label["before"] or x > ends
            ends = x + len(label["text"]) * rows.LETTER_PX


def test_an_injection_and_a_flare_are_named_in_full_where_there_is_room() -> None:
    data = specification(whole(), "light", 1400)["datasets"]
    assert [row["text"] for row in data["labels"]] == ["injection 1, prolotherapy", "flare, 8 days"]


def test_the_pace_is_cut_where_it_leaves_the_panel() -> None:
    line = Pace("deadlift", FIRST, at(77), 135, 315, "lb")
    frame = rows.Frame(rows.ms(at(-20)), rows.ms(at(200)), 800)
    assert [row["y"] for row in rows.pace(line, 100, 225, frame)] == [135, 225]
    assert [row["y"] for row in rows.pace(line, 200, 400, frame)] == [200, 315]
    late = rows.Frame(rows.ms(at(20)), rows.ms(at(50)), 800)
    assert [row["t"] for row in rows.pace(line, 100, 400, late)] == [late.start, late.end]
    assert rows.pace(line, 100, 130, frame) == []
    assert rows.pace(line, 100, 400, rows.Frame(rows.ms(at(80)), rows.ms(at(90)), 800)) == []


def test_no_two_verdicts_share_a_shape() -> None:
    for look in LOOKS.values():
        found = [shape for shape, _ in shapes(look).values()]
        assert len(set(found)) == len(found)


def test_all_panels_move_together() -> None:
    spec = specification(whole(), "light", 900)
    assert len(spec["params"][0]["views"]) == len(spec["vconcat"])
    fields = {unit["encoding"]["x"].get("field", "t") for unit in marks(spec) if "x" in unit["encoding"]}
    assert fields == {"t"}
    compiled = vl_convert.vegalite_to_vega(spec, vl_version=VERSION)
    assert "zoom_t" in {signal["name"] for signal in compiled["signals"]}


def test_the_colours_are_those_of_the_pages() -> None:
    css = (Path(underbar.web.__file__).parent / "static/underbar/css/base.css").read_text(encoding="utf-8")
    for theme, block in (("light", css.split("@media")[0]), ("dark", css.split('[data-theme="dark"]')[1])):
        tokens = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block))
        for name, colour in LOOKS[theme]._asdict().items():  # type: ignore[index]
            assert tokens[name] == colour, (theme, name)


def test_ten_years_are_a_few_megabytes_at_most() -> None:
    days = tuple(Day(at(away), answered=True, ache=0, left=0, right=0, sleep=7.0) for away in range(3650))
    assert len(json.dumps(specification(Recovery(days, FIRST, "lb"), "light", 900))) < 2_000_000


def test_the_browsers_bundle_can_do_without_eval() -> None:
    assert "expressionInterpreter" in browser_bundle()
