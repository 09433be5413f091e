"""The panels of the loads: each session of a lift by the verdict of its day, and the author's pace."""

from __future__ import annotations

import altair as alt

from underbar.charts import rows
from underbar.charts.data import Pace, Recovery
from underbar.charts.look import shapes
from underbar.charts.sheet import Part, Sheet, chart, panel, x
from underbar.wording.en_history import PACE, PACE_SHORT, lift_title, lift_title_short, verdict_label

ALWAYS_KEYED = ("progress", "hold", "reduce", "flare")


def loads(sheet: Sheet, recovery: Recovery, lift: str) -> Part:
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
        chart(name)
        .mark_line(clip=True, interpolate="step-after", color=look.edge, strokeWidth=1.6)
        .encode(x(sheet), y, detail="part:N"),
        chart(name)
        .mark_point(
            clip=True,
            filled=True,
            opacity=1,
            size=_mark_size(sheet, len(found)),
        )
        .encode(
            x(sheet),
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
    return panel(sheet, name, 170 if sheet.narrow else 190, marks, title)


def _all_sessions(recovery: Recovery) -> list[rows.Row]:
    return [row for lift in rows.lifts_of(recovery) for row in rows.sessions(recovery, lift)]


def _mark_size(sheet: Sheet, count: int) -> float:
    """Points that still stand apart: the area of a mark, in square pixels."""
    apart = sheet.frame.width / max(1, count)
    return min(130.0, max(16.0, (apart * 1.1) ** 2))


def _pace(sheet: Sheet, pace: Pace, y: alt.Y, low: float, high: float) -> list[alt.Chart]:
    """The author's line, faintly, with its name where it ends or leaves the panel."""
    line = rows.pace(pace, low, high, sheet.frame)
    if not line:
        return []
    sheet.data["pace"] = line
    return [
        chart("pace")
        .mark_line(clip=True, color=sheet.look.edge, strokeDash=[2, 4], strokeWidth=1.6)
        .encode(x(sheet), y)
    ]
