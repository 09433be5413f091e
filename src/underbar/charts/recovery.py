"""The picture of a recovery: loads, ache, sleep, release and what came between, on one time axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import altair as alt

from underbar.charts import rows
from underbar.charts.data import Pace, Recovery
from underbar.charts.look import LOOKS, SERIF, Look, Theme, config, shapes
from underbar.charts.rows import Frame
from underbar.wording.en_history import (
    ACHE_KEY,
    ACHE_SHORT,
    ACHE_TITLE,
    PACE,
    PACE_SHORT,
    RELEASE_TITLE,
    SLEEP_SHORT,
    SLEEP_TITLE,
    lift_title,
    lift_title_short,
    picture_title,
    verdict_label,
)

AXIS_PX: Final = 36
MARGIN_PX: Final = 44
"""At the right, for the names of what is drawn."""
NARROW: Final = 560
SHORT_SLEEP: Final = 6
ALWAYS_KEYED: Final = ("progress", "hold", "reduce", "flare")
_TIME_FORMAT: Final = {
    "year": "%Y", "quarter": "%b", "month": "%b", "week": "%-d %b", "date": "%-d %b", "hours": "%-d %b",
    "minutes": "", "seconds": "", "milliseconds": "",
}  # fmt: skip


_Part = dict[str, Any]


class _Sheet(NamedTuple):
    """What every panel shares."""

    frame: Frame
    look: Look
    narrow: bool
    data: dict[str, list[rows.Row]]


def specification(recovery: Recovery, theme: Theme, width: int) -> _Part:
    """The Vega-Lite specification of at least one day, `width` pixels wide, its data inside."""
    days = recovery.days
    plot = width - AXIS_PX - MARGIN_PX
    frame = rows.frame(days, plot)
    bands = rows.flares(days)
    data = {
        "flares": bands,
        "injections": rows.injections(days),
        "labels": rows.labels(days, bands, frame),
        "aches": [row for row in rows.aches(days) if row["told"]],
        "no-side": [row for row in rows.aches(days) if not row["told"]],
        "zeros": rows.zeros(days),
        "missing": rows.missing(days),
        "nights": rows.nights(days),
        "means": rows.means(days),
        "releases": rows.releases(days),
        "ends": [{"t": frame.start}, {"t": frame.end}],
    }
    sheet = _Sheet(frame, LOOKS[theme], width < NARROW, data)
    panels = [_labels(sheet)] if data["labels"] else []
    panels += [_loads(sheet, recovery, lift) for lift in rows.lifts_of(recovery)]
    panels += [_ache(sheet, recovery), _sleep(sheet), _release(sheet)]
    return {
        "$schema": alt.SCHEMA_URL,
        "title": alt.TitleParams(
            picture_title(days[0].day, days[-1].day, lines=2 if sheet.narrow else 1),
            font=SERIF,
            fontWeight=400,
            fontSize=16 if sheet.narrow else 21,
            offset=14,
        ).to_dict(),
        "vconcat": panels,
        "spacing": 14 if sheet.narrow else 18,
        "resolve": {"scale": {"x": "shared", "y": "independent"}},
        "params": [_zoom(panels)],
        "config": config(sheet.look, AXIS_PX),
        "datasets": data,
    }


def _zoom(panels: Sequence[_Part]) -> _Part:
    """Dragging moves all panels along the time axis, the wheel with Ctrl or ⌘ zooms, a double click undoes it."""
    views: list[str] = []
    for number, panel in enumerate(panels):
        view = f"panel_{number}"
        units = [unit for layer in panel["layer"] for unit in layer["layer"]]
        timed = [unit for unit in units if "field" in unit["encoding"].get("x", {})]
        if timed:
            timed[0]["name"] = view
            views.append(view)
    return {
        "name": "zoom",
        "select": {"type": "interval", "encodings": ["x"], "zoom": "wheel![event.ctrlKey || event.metaKey]"},
        "bind": "scales",
        "views": views,
    }


def _chart(name: str) -> alt.Chart:
    return alt.Chart(alt.NamedData(name))


def _layer(sheet: _Sheet, marks: Sequence[alt.Chart]) -> _Part:
    """The marks that have data, over each other.

    Composed here: Altair would copy every part of a part anew, and that takes a second.
    """
    units = [mark.to_dict(validate=False) for mark in marks if sheet.data[mark.data.name]]
    return {"layer": [{key: unit[key] for key in unit if key not in ("$schema", "config")} for unit in units]}


def _x(sheet: _Sheet, bottom: bool = False) -> alt.X:
    """Every mark has its time in `t`: one selection zooms them all."""
    axis = (
        alt.Axis(
            format=_TIME_FORMAT,
            grid=False,
            labelOverlap="greedy",
            labelFlush=False,
            tickCount=max(3, sheet.frame.width // (55 if sheet.narrow else 95)),
            labelSeparation=6,
        )
        if bottom
        else None
    )
    return alt.X("t:T", axis=axis, scale=alt.Scale(type="utc", nice=False))


def _panel(
    sheet: _Sheet,
    name: str,
    height: int,
    marks: list[alt.Chart],
    title: alt.TitleParams | None = None,
    bottom: bool = False,
) -> _Part:
    """The marks of a panel over its flares and injections; `bottom`: it carries the time axis."""
    look = sheet.look
    back: list[alt.Chart] = []
    if sheet.data["flares"]:
        back.append(
            _chart("flares")
            .mark_rect(clip=True, color=look.wash, stroke=look.edge, strokeWidth=0.8 if title else 0)
            .encode(_x(sheet, bottom), x2="b:T")
        )
        if title:
            sheet.data[f"hatch-{name}"] = rows.hatch(sheet.data["flares"], height, sheet.frame)
            back.append(
                _chart(f"hatch-{name}")
                .mark_rule(clip=True, color=look.edge, strokeWidth=0.9)
                .encode(_x(sheet, bottom), x2="b:T", y=alt.Y("y:Q", scale=None, axis=None), y2="y2:Q")
            )
    if sheet.data["injections"]:
        back.append(
            _chart("injections")
            .mark_rule(clip=True, color=look.ink, strokeDash=[5, 4], strokeWidth=1.2)
            .encode(_x(sheet, bottom))
        )
    return {
        "width": sheet.frame.width,
        "height": height,
        **({"title": title.to_dict()} if title else {}),
        "layer": [_layer(sheet, part) for part in (back, marks) if part],
        "resolve": {"scale": {"y": "independent"}},
    }


def _labels(sheet: _Sheet) -> _Part:
    height = 16 * (1 + max(row["row"] for row in sheet.data["labels"])) + 2
    marks = [
        _chart("labels")
        .transform_filter(f"datum.before == {str(before).lower()}")
        .mark_text(
            clip=False,
            align="right" if before else "left",
            baseline="top",
            dx=-5 if before else 5,
            dy=2,
            fontSize=12,
            color=sheet.look.ink,
        )
        .encode(
            _x(sheet),
            y=alt.Y("y:Q", scale=None, axis=None),
            text="text:N",
        )
        for before in sorted({row["before"] for row in sheet.data["labels"]})
    ]
    for row in sheet.data["labels"]:
        row["y"] = row["row"] * 16
    return _panel(sheet, "labels", height, marks)


def _loads(sheet: _Sheet, recovery: Recovery, lift: str) -> _Part:
    look = sheet.look
    name = f"loads-{lift}"
    found = rows.sessions(recovery, lift)
    sheet.data[name] = found
    weights = [row["y"] for row in found]
    low, high = min(weights), max(weights)
    room = max((high - low) * 0.12, high * 0.04)
    scale = alt.Scale(domain=[low - room, high + room], zero=False, nice=False)
    y = alt.Y("y:Q", scale=scale, axis=alt.Axis(tickCount=4, orient="left"))
    known = shapes(look)
    keyed = [v for v in known if v in ALWAYS_KEYED or any(s["v"] == v for s in _all_sessions(recovery))]
    words = [verdict_label(verdict) for verdict in keyed]
    key = alt.Legend(columns=2 if sheet.narrow else len(words), labelLimit=200)
    marks = [
        _chart(name)
        .mark_line(clip=True, interpolate="step-after", color=look.edge, strokeWidth=1.6)
        .encode(_x(sheet), y, detail="part:N"),
        _chart(name)
        .mark_point(
            clip=True,
            filled=True,
            opacity=1,
            size=_mark_size(sheet, len(found)),
        )
        .encode(
            _x(sheet),
            y,
            shape=alt.Shape(
                "word:N", scale=alt.Scale(domain=words, range=[known[v][0] for v in keyed]), legend=key
            ),
            color=alt.Color(
                "word:N", scale=alt.Scale(domain=words, range=[known[v][1] for v in keyed]), legend=key
            ),
        ),
    ]
    for row in found:
        row["word"] = verdict_label(row["v"])
    title = alt.TitleParams((lift_title_short if sheet.narrow else lift_title)(lift, recovery.unit))
    if recovery.pace and recovery.pace.lift == lift:
        line = _pace(sheet, recovery.pace, y, low - room, high + room)
        marks = [*line, *marks]
        if line:
            title.subtitle = list(PACE_SHORT) if sheet.narrow else PACE
    return _panel(sheet, name, 170 if sheet.narrow else 190, marks, title)


def _all_sessions(recovery: Recovery) -> list[rows.Row]:
    return [row for lift in rows.lifts_of(recovery) for row in rows.sessions(recovery, lift)]


def _mark_size(sheet: _Sheet, count: int) -> float:
    """Points that still stand apart: the area of a mark, in square pixels."""
    apart = sheet.frame.width / max(1, count)
    return min(130.0, max(16.0, (apart * 1.1) ** 2))


def _pace(sheet: _Sheet, pace: Pace, y: alt.Y, low: float, high: float) -> list[alt.Chart]:
    """The author's line, faintly, with its name where it ends or leaves the panel."""
    line = rows.pace(pace, low, high, sheet.frame)
    if not line:
        return []
    sheet.data["pace"] = line
    return [
        _chart("pace")
        .mark_line(clip=True, color=sheet.look.edge, strokeDash=[2, 4], strokeWidth=1.6)
        .encode(_x(sheet), y)
    ]


def _ache(sheet: _Sheet, recovery: Recovery) -> _Part:
    look = sheet.look
    most = max([4, *(day.ache for day in recovery.days if day.ache)])
    step = 2 if most <= 5 else 5
    values = [*range(-(most // step) * step, most + 1, step)]
    scale = alt.Scale(domain=[-most - 0.4, most + 0.4], nice=False)
    axis = alt.Axis(values=values, labelExpr="abs(datum.value)", orient="left")
    y = alt.Y("y:Q", scale=scale, axis=axis)
    zero = alt.YDatum(0, scale=scale, axis=axis)
    dot = min(34.0, max(3.0, (sheet.frame.day_px * 0.95) ** 2))
    sheet.data["sides"] = [{"y": most, "text": "left"}, {"y": -most, "text": "right"}]
    sheet.data["zero"] = [{"y": 0}]
    bar = {"clip": True, "strokeWidth": 0.7}
    marks = [
        _chart("zero").mark_rule(color=look.edge, strokeWidth=1).encode(y=y),
        _chart("aches")
        .mark_bar(color=look.ink, stroke=look.ink, **bar)
        .encode(_x(sheet), y, x2="b:T", y2=alt.Y2Datum(0)),
        _chart("no-side")
        .mark_bar(color=look.paper, stroke=look.ink, **bar)
        .encode(_x(sheet), y, x2="b:T", y2=alt.Y2Datum(0)),
        _chart("zeros")
        .mark_point(clip=True, shape="circle", fill=look.paper, stroke=look.ink, size=dot, opacity=1,
                    strokeWidth=1.1 if dot > 12 else 0.6)
        .encode(_x(sheet), zero),
        _chart("missing")
        .mark_tick(clip=True, orient="vertical", color=look.ink, size=11, thickness=min(1.4, sheet.frame.day_px * 0.5))
        .encode(_x(sheet), zero),
        _side_names(sheet, "sides", y),
    ]  # fmt: skip
    title = alt.TitleParams(ACHE_SHORT if sheet.narrow else ACHE_TITLE, subtitle=ACHE_KEY)
    return _panel(sheet, "ache", 140, marks, title)


def _side_names(sheet: _Sheet, name: str, y: alt.Y) -> alt.Chart:
    return (
        _chart(name)
        .mark_text(clip=False, align="left", baseline="middle", dx=6, fontSize=12, color=sheet.look.soft)
        .encode(x=alt.value(sheet.frame.width), y=y, text="text:N")
    )


def _sleep(sheet: _Sheet) -> _Part:
    look = sheet.look
    scale = alt.Scale(domain=[4, 10], clamp=True, nice=False)
    y = alt.Y("h:Q", scale=scale, axis=alt.Axis(values=[4, 6, 8, 10], orient="left"))
    sheet.data["short"] = [{"h": SHORT_SLEEP, "text": f"{SHORT_SLEEP} h"}]
    marks = [
        _chart("short").mark_rule(color=look.ink, strokeWidth=1, strokeDash=[1, 3]).encode(y=y),
        _chart("nights")
        .mark_point(clip=True, filled=True, shape="circle", color=look.edge, opacity=1,
                    size=min(16.0, max(2.0, (sheet.frame.day_px * 0.7) ** 2)))
        .encode(_x(sheet), y),
        _chart("means")
        .mark_line(clip=True, color=look.ink, strokeWidth=2)
        .encode(_x(sheet), y, detail="part:N"),
        _side_names(sheet, "short", y),
    ]  # fmt: skip
    return _panel(sheet, "sleep", 100, marks, alt.TitleParams(SLEEP_SHORT if sheet.narrow else SLEEP_TITLE))


def _release(sheet: _Sheet) -> _Part:
    height = 14
    marks = [
        _chart("releases")
        .mark_bar(clip=True, color=sheet.look.soft, stroke=sheet.look.soft, strokeWidth=0.3)
        .encode(_x(sheet, bottom=True), x2="b:T", y=alt.value(2), y2=alt.value(height - 2)),
        # Unseen: they stretch the one time axis over all days. A domain of its own would be read in
        # two ways by marks with one end and with two.
        _chart("ends").mark_point(opacity=0, size=1).encode(_x(sheet, bottom=True), y=alt.value(2)),
    ]
    return _panel(sheet, "release", height, marks, alt.TitleParams(RELEASE_TITLE), bottom=True)
