"""The picture of a forecast: the loads so far, the fan of those to come, the target and the author's pace."""

from __future__ import annotations

from datetime import date
from typing import Final

import altair as alt

from underbar.charts.look import LOOKS, SERIF, Theme, config
from underbar.charts.rows import DAY_MS, Frame, Row, ms
from underbar.charts.sheet import Part, Sheet, chart, layer, x
from underbar.insights.fan import Forecast, Reach
from underbar.wording.en_forecast import (
    KEY,
    KEY_PACE,
    KEY_SHORT,
    TODAY,
    picture_title,
    picture_title_lines,
    target_label,
)

AXIS_PX: Final = 36
MARGIN_PX: Final = 14
NARROW: Final = 560
LEAST_AHEAD: Final = 28
"""Days ahead that are always drawn."""
ROOM: Final = 0.08
"""Of the loads, above the target and below the lightest one."""


def specification(found: Forecast, theme: Theme, width: int) -> Part:
    """The Vega-Lite specification of a forecast with a fan, `width` pixels wide, its data inside."""
    look = LOOKS[theme]
    narrow = width < NARROW
    ahead = _ahead(found)
    frame = _frame(found, ahead[-1].day, width - AXIS_PX - MARGIN_PX)
    data = _data(found, ahead, frame)
    sheet = Sheet(frame, look, narrow, data)
    loads = [row["y"] for name in ("past", "line") for row in data[name]]
    low, high = min([*loads, *(reach.low for reach in ahead)]), data["target"][0]["y"]
    room = max((high - low) * ROOM, high * 0.02)
    scale = alt.Scale(domain=[low - room, high + 2 * room], zero=False, nice=False)
    y = alt.Y("y:Q", scale=scale, axis=alt.Axis(tickCount=5, orient="left"))
    band = alt.Y("low:Q", scale=scale, axis=alt.Axis(tickCount=5, orient="left"))
    marks = [
        chart("fan")
        .mark_area(clip=True, color=look.wash, stroke=look.edge, strokeWidth=1, opacity=1)
        .encode(x(sheet, bottom=True), band, y2="high:Q"),
        chart("target").mark_rule(color=look.ink, strokeWidth=1).encode(y=y),
        chart("pace")
        .mark_line(clip=True, color=look.edge, strokeDash=[2, 4], strokeWidth=1.8)
        .encode(x(sheet, bottom=True), y),
        chart("line").mark_line(clip=True, color=look.hold, strokeWidth=2.4).encode(x(sheet, bottom=True), y),
        chart("past")
        .mark_line(clip=True, interpolate="step-after", color=look.ink, strokeWidth=1.8)
        .encode(x(sheet, bottom=True), y),
        chart("past")
        .mark_point(clip=True, filled=True, shape="circle", color=look.ink, opacity=1, size=14)
        .encode(x(sheet, bottom=True), y),
        chart("arrivals")
        .mark_line(clip=True, color=look.hold, strokeWidth=6, strokeCap="butt")
        .encode(x(sheet, bottom=True), y),
        chart("open")
        .mark_point(clip=True, shape="triangle-right", color=look.hold, filled=True, size=140, opacity=1)
        .encode(x(sheet, bottom=True), y, xOffset=alt.value(-6)),
        chart("middle")
        .mark_point(
            clip=True, shape="circle", fill=look.paper, stroke=look.hold, size=90, opacity=1, strokeWidth=2.4
        )
        .encode(x(sheet, bottom=True), y),
        chart("today").mark_rule(color=look.ink, strokeDash=[5, 4]).encode(x(sheet, bottom=True)),
        _today(sheet, before=data["today-word"][0]["before"]),
        chart("target-word")
        .mark_text(align="right", baseline="bottom", dy=-6, fontSize=12, color=look.ink)
        .encode(x(sheet, bottom=True), y, text="text:N"),
    ]
    key = [*(KEY_SHORT if narrow else KEY)]
    if data["pace"]:
        key.append(KEY_PACE)
    return {
        "$schema": alt.SCHEMA_URL,
        "title": alt.TitleParams(
            picture_title_lines(found) if narrow else picture_title(found),
            font=SERIF,
            fontWeight=400,
            fontSize=16 if narrow else 21,
            offset=14,
            subtitle=key,
            subtitleFontSize=12,
        ).to_dict(),
        "width": frame.width,
        "height": 230 if narrow else 280,
        **layer(sheet, marks),
        "config": config(look, AXIS_PX),
        "datasets": data,
    }


def _ahead(found: Forecast) -> tuple[Reach, ...]:
    """The fan as far as it is worth drawing: until nine of ten paths are there, or to the horizon."""
    target = found.fan[-1].high if found.target is None else found.target
    least = found.today + LEAST_AHEAD
    end = next((reach.day for reach in found.fan if reach.low >= target and reach.day >= least), None)
    return tuple(reach for reach in found.fan if end is None or reach.day <= end)


def _frame(found: Forecast, last: int, width: int) -> Frame:
    first = min([found.today, *(past.day for past in found.past)])
    start, end = _ms(first), _ms(last) + DAY_MS
    if found.pace is not None:
        end = max(end, _ms(found.pace.ends) + DAY_MS)
    return Frame(start, end, width)


def _data(found: Forecast, ahead: tuple[Reach, ...], frame: Frame) -> dict[str, list[Row]]:
    target = ahead[-1].high if found.target is None else found.target
    past = [{"t": _noon(past.day), "y": past.load} for past in found.past]
    if past:
        past.append({"t": _noon(found.today), "y": past[-1]["y"]})
    now = (_noon(found.today) - frame.start) / (frame.end - frame.start)
    end = frame.end if found.high is None else _noon(found.high)
    arrivals = [] if found.low is None else [{"t": _noon(found.low), "y": target}, {"t": end, "y": target}]
    pace = found.pace
    there = next((week for week, reach in enumerate(ahead) if reach.middle >= target), len(ahead))
    return {
        "fan": [{"t": _noon(reach.day), "low": reach.low, "high": reach.high} for reach in ahead],
        "line": [{"t": _noon(reach.day), "y": reach.middle} for reach in ahead[: there + 1]],
        "past": past,
        "target": [{"y": target}],
        "target-word": [{"t": frame.end, "y": target, "text": target_label(found)}],
        "pace": []
        if pace is None
        else [{"t": _noon(pace.begins), "y": pace.load}, {"t": _noon(pace.ends), "y": pace.reached}],
        "arrivals": arrivals,
        "open": arrivals[1:] if found.high is None else [],
        "middle": [] if found.middle is None else [{"t": _noon(found.middle), "y": target}],
        "today": [{"t": _noon(found.today)}],
        "today-word": [{"t": _noon(found.today), "text": TODAY, "before": now > 0.5}],
    }


def _today(sheet: Sheet, before: bool) -> alt.Chart:
    """The word at the line of today, on the side that has more room."""
    said: alt.Chart = (
        chart("today-word")
        .mark_text(
            align="right" if before else "left",
            baseline="bottom",
            dx=-5 if before else 5,
            dy=-4,
            fontSize=12,
            color=sheet.look.ink,
        )
        .encode(x(sheet, bottom=True), y=alt.value("height"), text="text:N")
    )
    return said


def _ms(day: int) -> int:
    return ms(date.fromordinal(day))


def _noon(day: int) -> int:
    return ms(date.fromordinal(day), 12)
