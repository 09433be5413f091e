"""The picture of the signs: a dot a week, after the sign and without it, filled where a flare began."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

from underbar.charts.framed import Part, Rows, framed, place, unit
from underbar.charts.look import LOOKS, Theme
from underbar.insights.signs import Sign, Signs, Weeks
from underbar.wording.en_signs import PICTURE_KEY, PICTURE_TITLE, row_label, sign_title

EDGE_PX: Final = 6
LINE_PX: Final = 19
GAP_PX: Final = 5
LARGEST_PX: Final = 12
SMALLEST_PX: Final = 4
ROOM_PX: Final = 6
"""Rows of dots that the fullest kind should need at most."""


def specification(found: Signs, theme: Theme, width: int) -> Part | None:
    """The Vega-Lite specification, `width` pixels wide; None where there are not flares enough."""
    signs = [sign for sign in found.signs if sign.enough]
    if not signs:
        return None
    look = LOOKS[theme]
    plot = width - 2 * EDGE_PX
    pitch = _pitch(signs, plot)
    data: dict[str, Rows] = {"names": [], "labels": [], "weeks": [], "flares": []}
    at = 0.0
    for sign in signs:
        at += LINE_PX
        data["names"].append({"x": 0, "y": at - 4, "text": sign_title(sign.sign)})
        for weeks, after in ((sign.after, True), (sign.without, False)):
            at += LINE_PX
            label = row_label(weeks.weeks, weeks.flares, after=after)
            data["labels"].append({"x": 0, "y": at - 4, "text": label})
            at = _dots(data, weeks, at, pitch, plot)
        at += LINE_PX / 2
    text = {"type": "text", "align": "left", "baseline": "bottom", "color": look.ink}
    spoken = {**place(), "text": {"field": "text", "type": "nominal"}}
    layer = [
        unit("names", {**text, "fontSize": 14, "fontWeight": 600}, spoken),
        unit("labels", {**text, "fontSize": 13}, spoken),
        unit("weeks", _mark("circle", pitch * 0.62, "transparent", look.edge), place()),
        unit("flares", _mark("diamond", pitch * 0.86, look.flare, look.flare), place()),
    ]
    return framed(
        PICTURE_TITLE, PICTURE_KEY, look, width, 0, [{"width": plot, "height": at, "layer": layer}], data
    )


def _mark(shape: str, size: float, fill: str, stroke: str) -> dict[str, Any]:
    return {"type": "point", "shape": shape, "size": size**2, "fill": fill, "stroke": stroke, "opacity": 1}


def _pitch(signs: Sequence[Sign], plot: int) -> float:
    """Pixels from dot to dot, so that the fullest kind takes about ROOM_PX rows."""
    most = max(weeks.weeks for sign in signs for weeks in (sign.after, sign.without))
    fits = math.sqrt(plot * ROOM_PX * LARGEST_PX / most)
    return max(float(SMALLEST_PX), min(float(LARGEST_PX), fits))


def _dots(data: dict[str, Rows], weeks: Weeks, top: float, pitch: float, plot: int) -> float:
    """Lay out the weeks of a kind, those with a flare first; the y below them."""
    across = int(plot // pitch)
    for number in range(weeks.weeks):
        row, column = divmod(number, across)
        data["flares" if number < weeks.flares else "weeks"].append(
            {"x": (column + 0.5) * pitch, "y": top + (row + 0.5) * pitch}
        )
    return top + -(-weeks.weeks // across) * pitch + (GAP_PX if weeks.weeks else 0)
