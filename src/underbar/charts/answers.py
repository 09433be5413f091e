"""The picture of a question: every morning a dot, both sides' means, the slope, and the width by itself."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

import altair as alt

from underbar.charts.look import LOOKS, SERIF, Look, Theme, config
from underbar.insights.answers import Answer, Point
from underbar.wording.en_answers import (
    ACHE_AXIS,
    KEY,
    KEY_MEANS,
    KEY_SLOPE,
    LESS,
    MORE,
    axis_title,
    column_names,
    mean_label,
    picture_title,
    turned,
    unit_name,
    width_title,
)

Part = dict[str, Any]
Row = dict[str, Any]

AXIS_PX: Final = 30
MARGIN_PX: Final = 14
NARROW: Final = 480
BAND: Final = 0.42
"""Ache points above and below its whole number that the dots of an ache may take."""
LEAST_ACHE: Final = 4
"""The picture reaches at least up to this ache."""
HOURS: Final = {"sleep": (4.0, 10.0), "sitting": (0.0, 10.0)}
"""What the picture shows at least, hours; it is as wide as the diary asks for."""


_SIGNED: Final = "datum.value == 0 ? '0' : format(datum.value, '+')"


def specification(answer: Answer, theme: Theme, width: int) -> Part:
    """The Vega-Lite specification of an answer with at least one morning, `width` pixels wide."""
    look = LOOKS[theme]
    plot = width - AXIS_PX - MARGIN_PX
    panels = [_columns(answer, look, plot) if answer.question == "release" else _hours(answer, look, plot)]
    if answer.effect is not None:
        panels.append(_width(answer, look, plot))
    settings = config(look, AXIS_PX)
    settings["axis"] = {
        **settings["axis"],
        "titleColor": look.soft,
        "titleFontWeight": 400,
        "titleFontSize": 12,
    }
    return {
        "$schema": alt.SCHEMA_URL,
        "title": {
            "text": picture_title(answer),
            "font": SERIF,
            "fontWeight": 400,
            "fontSize": 15 if width < NARROW else 19,
            "offset": 12,
        },
        "vconcat": panels,
        "datasets": {name: rows for panel in panels for name, rows in panel.pop("datasets").items()},
        "spacing": 22,
        "config": settings,
    }


def _most(answer: Answer) -> int:
    return max([LEAST_ACHE, *(point.ache for point in answer.points)])


def _ache(answer: Answer, field: str = "y") -> alt.Y:
    most = _most(answer)
    scale = alt.Scale(domain=[-0.5, most + 0.5], nice=False)
    values = list(range(0, most + 1, 1 if most <= 6 else 2))
    return alt.Y(
        f"{field}:Q", scale=scale, axis=alt.Axis(values=values, grid=True, orient="left", format="d")
    )


def _height(answer: Answer) -> int:
    return 190 if _most(answer) <= LEAST_ACHE else 240


def _dot(count: int) -> float:
    """The diameter of a dot in pixels: fewer mornings, larger dots."""
    return max(3.0, min(7.0, 60 / math.sqrt(max(1, count))))


def _hours(answer: Answer, look: Look, plot: int) -> Part:
    low, high = HOURS[answer.question]
    low = min([low, *(point.x // 1 for point in answer.points)])
    high = max([high, *(-(-point.x // 1) for point in answer.points)])
    scale = alt.Scale(domain=[low, high], nice=False)
    axis = alt.Axis(
        title=axis_title(answer), grid=False, tickMinStep=1, tickCount=min(int(high - low), plot // 40)
    )
    x, y = alt.X("x:Q", scale=scale, axis=axis), _ache(answer)
    height, dot = _height(answer), _dot(len(answer.points))
    hour_px, ache_px = plot / (high - low), height / (_most(answer) + 1)
    dots = list(_apart(answer.points, dot, hour_px, ache_px))
    border = answer.border or 0.0
    harder = (low, border) if answer.question == "sleep" else (border, high)
    other = (border, high) if answer.question == "sleep" else (low, border)
    marks = [
        _of([{"x": border}]).mark_rule(color=look.edge, strokeDash=[2, 3]).encode(x=x),
        _points(dots, look, dot, x, y),
        *_means(answer, look, (harder, other), x, y),
        *_slope(answer, look, (low, high), x, y),
    ]
    slope = answer.effect is not None and answer.effect.scale == "points"
    key = [KEY, KEY_SLOPE] if slope else [KEY, KEY_MEANS]
    return _panel(marks, plot, height, ACHE_AXIS, key)


def _columns(answer: Answer, look: Look, plot: int) -> Part:
    """The harder side in the column from 0 to 1, the other in that from 1 to 2."""
    names = column_names(answer)
    scale = alt.Scale(domain=[0, 2], nice=False)
    spoken = f"datum.value < 1 ? {list(names[0])} : {list(names[1])}"
    axis = alt.Axis(values=[0.5, 1.5], labelExpr=spoken, grid=False, ticks=False, labelLimit=plot // 2)
    x, y = alt.X("x:Q", scale=scale, axis=axis), _ache(answer)
    height, dot = _height(answer), _dot(len(answer.points))
    ache_px = height / (_most(answer) + 1)
    dots = list(_stacked(answer.points, dot, plot / 2, ache_px))
    marks = [
        _points(dots, look, dot, x, y),
        *_means(answer, look, ((0.1, 0.9), (1.1, 1.9)), x, y),
    ]
    return _panel(marks, plot, height, ACHE_AXIS, [KEY, KEY_MEANS])


def _points(dots: list[Row], look: Look, dot: float, x: alt.X, y: alt.Y) -> alt.Chart:
    """Hollow dots for mornings without ache: they speak as loudly as the others, and are told apart."""
    fill = alt.condition("datum.ache == 0", alt.value(look.paper), alt.value(look.edge))
    points: alt.Chart = (
        _of(dots)
        .mark_point(
            shape="circle", stroke=look.edge, strokeWidth=1, opacity=1, size=0.785 * dot * dot, clip=True
        )
        .encode(x=x, y=y, fill=fill)
    )
    return points


def _means(
    answer: Answer, look: Look, spans: tuple[tuple[float, float], ...], x: alt.X, y: alt.Y
) -> list[alt.Chart]:
    """Each side's mean as a line over its part of the picture, with its number."""
    sides = sorted(zip(spans, (answer.low, answer.high), strict=True))
    marks = []
    for left, ((begin, end), group) in zip((True, False), sides, strict=True):
        if group.mean is None:
            continue
        line: list[Row] = [{"x": begin, "to": end, "y": group.mean}]
        marks.append(_of(line).mark_rule(color=look.ink, strokeWidth=3).encode(x=x, x2="to:Q", y=y))
        # At the outer end, where the fewest mornings are, and on paper, so that it is read over dots.
        label: list[Row] = [{"x": begin if left else end, "y": group.mean, "text": mean_label(answer, group)}]
        text = _of(label).encode(x=x, y=y, text="text:N")
        for color, stroke in ((look.paper, 4), (look.ink, 0)):
            letters = alt.MarkDef(
                type="text", align="left" if left else "right", baseline="bottom",
                dx=3 if left else -3, dy=-5, fontSize=12, fontWeight=600, color=color,
                stroke=look.paper, strokeWidth=stroke,
            )  # fmt: skip
            marks.append(text.properties(mark=letters))
    return marks


def _slope(answer: Answer, look: Look, ends: tuple[float, float], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """The model's slope through the middle of the data with its width; none for another scale than aches."""
    effect = answer.effect
    if effect is None or effect.scale != "points":
        return []
    middle = sum(point.x for point in answer.points) / len(answer.points)
    level = sum(point.ache for point in answer.points) / len(answer.points)
    rows: list[Row] = []
    for end in (ends[0], middle, ends[1]):
        reach = sorted((level + effect.low * (end - middle), level + effect.high * (end - middle)))
        rows.append(
            {"x": end, "y": level + effect.estimate * (end - middle), "low": reach[0], "high": reach[1]}
        )
    band = _of(rows).mark_area(color=look.hold, opacity=0.22, clip=True).encode(
        x=x, y=_ache(answer, "low"), y2="high:Q"
    )  # fmt: skip
    line = _of(rows).mark_line(color=look.hold, strokeWidth=2, strokeDash=[6, 3], clip=True).encode(x=x, y=y)
    return [band, line]


def _width(answer: Answer, look: Look, plot: int) -> Part:
    """The effect and its width on a line of its own, with zero marked and the directions named."""
    found = turned(answer)
    assert found is not None  # noqa: S101 - asked only where there is an effect
    reach = 1.25 * max(abs(found.low), abs(found.high), 0.02)
    x = alt.X(
        "x:Q",
        scale=alt.Scale(domain=[-reach, reach], nice=False),
        axis=alt.Axis(title=unit_name(answer), grid=False, tickCount=5, labelExpr=_SIGNED, orient="bottom"),
    )
    at = alt.value(34)
    words: list[Row] = [{"x": -reach, "text": LESS}, {"x": reach, "text": MORE}]
    word = _of(words).encode(x=x, y=alt.value(0), text="text:N")
    marks = [
        _of([{"x": 0}])
        .mark_rule(color=look.ink, strokeWidth=1.2)
        .encode(x=x, y=alt.value(18), y2=alt.value(52)),
        _of([{"x": found.low, "to": found.high}])
        .mark_rule(color=look.hold, strokeWidth=7, strokeCap="butt")
        .encode(x=x, x2="to:Q", y=at),
        _of([{"x": found.estimate}])
        .mark_point(shape="diamond", filled=True, size=130, opacity=1, color=look.ink, stroke=look.paper)
        .encode(x=x, y=at),
        word.mark_text(align="left", baseline="top", fontSize=12, color=look.soft).transform_filter(
            "datum.x < 0"
        ),
        word.mark_text(align="right", baseline="top", fontSize=12, color=look.soft).transform_filter(
            "datum.x > 0"
        ),
    ]
    return _panel(marks, plot, 56, width_title(answer))


def _panel(marks: list[alt.Chart], width: int, height: int, title: str, key: list[str] | None = None) -> Part:
    layers = [mark.to_dict(validate=False) for mark in marks]
    return {
        "width": width,
        "height": height,
        "title": {"text": title, "fontSize": 13, **({"subtitle": key} if key else {})},
        "layer": [
            {key: part for key, part in unit.items() if key in ("data", "mark", "encoding", "transform")}
            for unit in layers
        ],
        "datasets": {name: rows for unit in layers for name, rows in unit["datasets"].items()},
    }


def _of(rows: list[Row]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=rows))


def _apart(points: Iterable[Point], dot: float, hour_px: float, ache_px: float) -> Iterable[Row]:
    """Dots of one ache that would cover each other stand in lanes above and below its line, nearest first."""
    aches: dict[int, list[float]] = defaultdict(list)
    for point in points:
        aches[point.ache].append(point.x)
    for ache, hours in aches.items():
        ends: list[float] = []
        lanes: list[tuple[float, int]] = []
        for x in sorted(hours):
            at = x * hour_px
            lane = next((lane for lane, end in enumerate(ends) if at - end >= dot + 1), len(ends))
            ends[lane : lane + 1] = [at]
            lanes.append((x, lane))
        yield from (
            {"x": x, "y": ache + _lift(lane, len(ends), dot, ache_px), "ache": ache} for x, lane in lanes
        )


def _lift(lane: int, lanes: int, dot: float, ache_px: float) -> float:
    """How far a lane is from its ache, in aches; lanes that have no room move together."""
    step = min((dot + 1) / ache_px, 2 * BAND / max(1, lanes - 1))
    return step * ((lane + 1) // 2) * (1 if lane % 2 else -1)


def _stacked(points: Iterable[Point], dot: float, column_px: float, ache_px: float) -> Iterable[Row]:
    """Dots of one ache and side in rows about the middle of their column."""
    cells: dict[tuple[float, int], int] = defaultdict(int)
    for point in points:
        cells[(point.x, point.ache)] += 1
    across = max(1, int(column_px * 0.84 // (dot + 1)))
    for (side, ache), count in cells.items():
        rows = -(-count // across)
        for place in range(count):
            row, column = divmod(place, across)
            wide = min(across, count - row * across)
            x = side + 0.5 + (column - (wide - 1) / 2) * (dot + 1) / column_px
            yield {"x": x, "y": ache + _lift(row, rows, dot, ache_px), "ache": ache}
