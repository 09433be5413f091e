"""The picture of an experiment that has ended: pair by pair, and the mean difference with its width."""

from __future__ import annotations

from typing import Any, Final

from underbar.charts.framed import NARROW, Part, Rows, framed, unit
from underbar.charts.look import LOOKS, Look, Theme
from underbar.insights.experiment import Outcome
from underbar.wording.en_experiment import ACHE_AXIS, PICTURE_TITLE, difference_title, picture_key

AXIS_PX: Final = 34
MARGIN_PX: Final = 14
ROW_PX: Final = 20
CLOSE_PX: Final = 12
MANY: Final = 20
"""Pairs from which the rows lie closer."""
WIDTH_PX: Final = 34


def specification(found: Outcome, theme: Theme, width: int) -> Part | None:
    """The Vega-Lite specification, `width` pixels wide; None where no pair has a morning on both sides."""
    if found.exact is None:
        return None
    look = LOOKS[theme]
    data: dict[str, Rows] = {
        "pairs": [
            {"pair": pair.pair, "on": pair.on, "off": pair.off}
            for pair in found.pairs
            if pair.on is not None and pair.off is not None
        ]
    }
    parts = [_pairs(data["pairs"], look, width), _difference(found, data, look, width)]
    return framed(PICTURE_TITLE, picture_key(found), look, width, AXIS_PX, parts, data)


def _pairs(rows: Rows, look: Look, width: int) -> Part:
    row_px = ROW_PX if len(rows) < MANY else CLOSE_PX
    most = max(1.0, *(max(row["on"], row["off"]) for row in rows))
    few = {"labelOverlap": "greedy", "tickCount": 4 if width < NARROW else 8}
    scale = {"domain": [0, most * 1.08], "nice": False}
    axis: dict[str, Any] = {"title": ACHE_AXIS, "tickMinStep": 1, **few}

    def x(field: str) -> Part:
        return {"field": field, "type": "quantitative", "scale": scale, "axis": axis}

    y = {
        "field": "pair",
        "type": "ordinal",
        "axis": {"title": None, "orient": "left", "labelOverlap": "greedy"},
    }
    dot = {"type": "point", "opacity": 1, "size": row_px * 4.5, "stroke": look.ink}
    layer = [
        unit(
            "pairs",
            {"type": "rule", "color": look.edge, "strokeWidth": 1.4},
            {"x": x("on"), "x2": {"field": "off"}, "y": y},
        ),
        unit("pairs", {**dot, "fill": look.paper}, {"x": x("off"), "y": y}),
        unit("pairs", {**dot, "fill": look.ink, "size": row_px * 2.6}, {"x": x("on"), "y": y}),
    ]
    return {"width": width - AXIS_PX - MARGIN_PX, "height": row_px * len(rows), "layer": layer}


def _difference(found: Outcome, data: dict[str, Rows], look: Look, width: int) -> Part:
    """The mean of on less off as a dot on its width, beside the line of no difference."""
    tested = found.exact
    if tested is None:
        return {}
    wide = tested.low is not None and tested.high is not None
    low, high = (tested.low, tested.high) if wide else (tested.mean, tested.mean)
    data["none"] = [{"x": 0}]
    data["difference"] = [{"x": tested.mean}]
    data["width"] = [{"low": low, "high": high}] if wide else []
    most = 1.15 * max(1.0, *(abs(value) for value in (low, high, tested.mean) if value is not None))
    scale = {"domain": [-most, most], "nice": False}
    axis = {"title": difference_title(found, width < NARROW), "tickCount": 4 if width < NARROW else 8}

    def x(field: str) -> Part:
        return {"field": field, "type": "quantitative", "scale": scale, "axis": axis}

    y = {"value": WIDTH_PX / 2}
    layer = [
        unit("none", {"type": "rule", "color": look.edge, "strokeDash": [2, 3]}, {"x": x("x")}),
        unit(
            "width",
            {"type": "rule", "color": look.ink, "strokeWidth": 4},
            {"x": x("low"), "x2": {"field": "high"}, "y": y},
        ),
        unit(
            "difference",
            {
                "type": "point",
                "shape": "diamond",
                "filled": True,
                "color": look.ink,
                "size": 170,
                "opacity": 1,
            },
            {"x": x("x"), "y": y},
        ),
    ]
    return {"width": width - AXIS_PX - MARGIN_PX, "height": WIDTH_PX, "layer": layer}
