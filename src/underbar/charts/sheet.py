"""What every panel of a picture on a time axis shares: its frame, its look, flares and injections behind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import altair as alt

from underbar.charts import rows
from underbar.charts.look import Look
from underbar.charts.rows import Frame

Part = dict[str, Any]
"""A part of a specification, as JSON has it."""

_TIME_FORMAT: Final = {
    "year": "%Y", "quarter": "%b", "month": "%b", "week": "%-d %b", "date": "%-d %b", "hours": "%-d %b",
    "minutes": "", "seconds": "", "milliseconds": "",
}  # fmt: skip


class Sheet(NamedTuple):
    """What every panel shares."""

    frame: Frame
    look: Look
    narrow: bool
    data: dict[str, list[rows.Row]]


def chart(name: str) -> alt.Chart:
    return alt.Chart(alt.NamedData(name))


def layer(sheet: Sheet, marks: Sequence[alt.Chart]) -> Part:
    """The marks that have data, over each other.

    Composed here: Altair would copy every part of a part anew, and that takes a second.
    """
    units = [mark.to_dict(validate=False) for mark in marks if sheet.data[mark.data.name]]
    return {"layer": [{key: unit[key] for key in unit if key not in ("$schema", "config")} for unit in units]}


def x(sheet: Sheet, bottom: bool = False) -> alt.X:
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


def panel(
    sheet: Sheet,
    name: str,
    height: int,
    marks: list[alt.Chart],
    title: alt.TitleParams | None = None,
    bottom: bool = False,
) -> Part:
    """The marks of a panel over its flares and injections; `bottom`: it carries the time axis."""
    look = sheet.look
    back: list[alt.Chart] = []
    if sheet.data["flares"]:
        back.append(
            chart("flares")
            .mark_rect(clip=True, color=look.wash, stroke=look.edge, strokeWidth=0.8 if title else 0)
            .encode(x(sheet, bottom), x2="b:T")
        )
        if title:
            sheet.data[f"hatch-{name}"] = rows.hatch(sheet.data["flares"], height, sheet.frame)
            back.append(
                chart(f"hatch-{name}")
                .mark_rule(clip=True, color=look.edge, strokeWidth=0.9)
                .encode(x(sheet, bottom), x2="b:T", y=alt.Y("y:Q", scale=None, axis=None), y2="y2:Q")
            )
    if sheet.data["injections"]:
        back.append(
            chart("injections")
            .mark_rule(clip=True, color=look.ink, strokeDash=[5, 4], strokeWidth=1.2)
            .encode(x(sheet, bottom))
        )
    return {
        "width": sheet.frame.width,
        "height": height,
        **({"title": title.to_dict()} if title else {}),
        "layer": [layer(sheet, part) for part in (back, marks) if part],
        "resolve": {"scale": {"y": "independent"}},
    }
