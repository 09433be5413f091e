"""What the smaller pictures share: a title, its key below it, the theme's settings, and data by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import altair as alt

from underbar.charts.look import SERIF, Look, config

Part = dict[str, Any]
Rows = list[dict[str, Any]]
NARROW: Final = 480


def framed(
    title: str,
    key: Sequence[str],
    look: Look,
    width: int,
    axis_px: int,
    parts: list[Part],
    data: dict[str, Rows],
) -> Part:
    """A Vega-Lite specification of `parts` under each other; the axes at the left take `axis_px`."""
    settings = config(look, axis_px)
    settings["axis"] |= {"titleColor": look.soft, "titleFontWeight": 400, "titleFontSize": 12}
    narrow = width < NARROW
    return {
        "$schema": alt.SCHEMA_URL,
        "title": {
            "text": title,
            "frame": "bounds",
            **({"subtitle": list(key) if narrow else "; ".join(key)} if key else {}),
            "subtitlePadding": 6,
            "font": SERIF,
            "fontWeight": 400,
            "fontSize": 15 if narrow else 19,
            "offset": 12,
        },
        "vconcat": parts,
        "spacing": 14,
        "config": settings,
        "datasets": data,
    }


def unit(name: str, mark: Part, encoding: Part) -> Part:
    """A mark over the rows called `name`."""
    return {"data": {"name": name}, "mark": mark, "encoding": encoding}


def place(x: str = "x", y: str = "y") -> Part:
    """An encoding by pixels."""
    return {
        "x": {"field": x, "type": "quantitative", "scale": None, "axis": None},
        "y": {"field": y, "type": "quantitative", "scale": None, "axis": None},
    }
