"""The picture of a recovery: loads, ache, sleep, release and what came between, on one time axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import altair as alt

from underbar.charts import rows
from underbar.charts.data import Recovery
from underbar.charts.loads import loads
from underbar.charts.look import LOOKS, SERIF, Theme, config
from underbar.charts.sheet import Part, Sheet, chart, panel, x
from underbar.wording.en_history import (
    ACHE_KEY,
    ACHE_SHORT,
    ACHE_TITLE,
    RELEASE_TITLE,
    SLEEP_SHORT,
    SLEEP_TITLE,
    picture_title,
    picture_title_lines,
)

AXIS_PX: Final = 36
MARGIN_PX: Final = 44
"""At the right, for the names of what is drawn."""
NARROW: Final = 560
SHORT_SLEEP: Final = 6


def specification(recovery: Recovery, theme: Theme, width: int) -> Part:
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
    sheet = Sheet(frame, LOOKS[theme], width < NARROW, data)
    panels = [_labels(sheet)] if data["labels"] else []
    panels += [loads(sheet, recovery, lift) for lift in rows.lifts_of(recovery)]
    panels += [_ache(sheet, recovery), _sleep(sheet), _release(sheet)]
    return {
        "$schema": alt.SCHEMA_URL,
        "title": alt.TitleParams(
            (picture_title_lines if sheet.narrow else picture_title)(days[0].day, days[-1].day),
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


def _zoom(panels: Sequence[Part]) -> Part:
    """Dragging moves all panels along the time axis, Ctrl or ⌘ with the wheel zooms."""
    views: list[str] = []
    for number, part in enumerate(panels):
        view = f"panel_{number}"
        units = [unit for layer in part["layer"] for unit in layer["layer"]]
        timed = [unit for unit in units if "field" in unit["encoding"].get("x", {})]
        if timed:
            timed[0]["name"] = view
            views.append(view)
    return {
        "name": "zoom",
        "select": {
            "type": "interval",
            "encodings": ["x"],
            "zoom": "wheel![event.ctrlKey || event.metaKey]",
            "clear": False,
        },
        "bind": "scales",
        "views": views,
    }


def _labels(sheet: Sheet) -> Part:
    height = 16 * (1 + max(row["row"] for row in sheet.data["labels"])) + 2
    marks = [
        chart("labels")
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
            x(sheet),
            y=alt.Y("y:Q", scale=None, axis=None),
            text="text:N",
        )
        for before in sorted({row["before"] for row in sheet.data["labels"]})
    ]
    for row in sheet.data["labels"]:
        row["y"] = row["row"] * 16
    return panel(sheet, "labels", height, marks)


def _ache(sheet: Sheet, recovery: Recovery) -> Part:
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
    marks = [
        chart("zero").mark_rule(color=look.edge, strokeWidth=1).encode(y=y),
        chart("aches")
        .mark_bar(color=look.ink, stroke=look.ink, clip=True, strokeWidth=0.7)
        .encode(x(sheet), y, x2="b:T", y2=alt.Y2Datum(0)),
        chart("no-side")
        .mark_bar(color=look.paper, stroke=look.ink, clip=True, strokeWidth=0.7)
        .encode(x(sheet), y, x2="b:T", y2=alt.Y2Datum(0)),
        chart("zeros")
        .mark_point(clip=True, shape="circle", fill=look.paper, stroke=look.ink, size=dot, opacity=1,
                    strokeWidth=1.1 if dot > 12 else 0.6)
        .encode(x(sheet), zero),
        chart("missing")
        .mark_tick(clip=True, orient="vertical", color=look.ink, size=11,
                   thickness=min(1.4, sheet.frame.day_px * 0.5))
        .encode(x(sheet), zero),
        _side_names(sheet, "sides", y),
    ]  # fmt: skip
    title = alt.TitleParams(ACHE_SHORT if sheet.narrow else ACHE_TITLE, subtitle=ACHE_KEY)
    return panel(sheet, "ache", 140, marks, title)


def _side_names(sheet: Sheet, name: str, y: alt.Y) -> alt.Chart:
    """Words beside the panel, at the right."""
    words: alt.Chart = (
        chart(name)
        .mark_text(clip=False, align="left", baseline="middle", dx=6, fontSize=12, color=sheet.look.soft)
        .encode(x=alt.value(sheet.frame.width), y=y, text="text:N")
    )
    return words


def _sleep(sheet: Sheet) -> Part:
    look = sheet.look
    scale = alt.Scale(domain=[4, 10], clamp=True, nice=False)
    y = alt.Y("h:Q", scale=scale, axis=alt.Axis(values=[4, 6, 8, 10], orient="left"))
    sheet.data["short"] = [{"h": SHORT_SLEEP, "text": f"{SHORT_SLEEP} h"}]
    marks = [
        chart("short").mark_rule(color=look.ink, strokeWidth=1, strokeDash=[1, 3]).encode(y=y),
        chart("nights")
        .mark_point(clip=True, filled=True, shape="circle", color=look.edge, opacity=1,
                    size=min(16.0, max(2.0, (sheet.frame.day_px * 0.7) ** 2)))
        .encode(x(sheet), y),
        chart("means")
        .mark_line(clip=True, color=look.ink, strokeWidth=2)
        .encode(x(sheet), y, detail="part:N"),
        _side_names(sheet, "short", y),
    ]  # fmt: skip
    return panel(sheet, "sleep", 100, marks, alt.TitleParams(SLEEP_SHORT if sheet.narrow else SLEEP_TITLE))


def _release(sheet: Sheet) -> Part:
    height = 14
    marks = [
        chart("releases")
        .mark_bar(clip=True, color=sheet.look.soft, stroke=sheet.look.soft, strokeWidth=0.3)
        .encode(x(sheet, bottom=True), x2="b:T", y=alt.value(2), y2=alt.value(height - 2)),
        # Unseen: they stretch the one time axis over all days. A domain of its own would be read in
        # two ways by marks with one end and with two.
        chart("ends").mark_point(opacity=0, size=1).encode(x(sheet, bottom=True), y=alt.value(2)),
    ]
    return panel(sheet, "release", height, marks, alt.TitleParams(RELEASE_TITLE), bottom=True)
