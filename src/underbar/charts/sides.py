"""The picture of left against right: each kind that ever differed over time, both sides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from underbar.charts.framed import NARROW, Part, Rows, framed, unit
from underbar.charts.look import LOOKS, Look, Theme
from underbar.charts.rows import DAY_MS, FEWEST_DAYS, LONGEST_GAP, ms
from underbar.insights.sides import Pair, Series
from underbar.wording.en_sides import LEFT, PICTURE_TITLE, RIGHT, SIDES_KEY, last_of_each, series_title

AXIS_PX: Final = 34
MARGIN_PX: Final = 14
HEIGHT_PX: Final = 96
LAST: Final = 120
"""Times of each kind that a picture has room for."""
FEW: Final = 40
"""Days up to which the dots are large."""


def specification(found: Sequence[Series], theme: Theme, width: int) -> Part | None:
    """The Vega-Lite specification, `width` pixels wide; None where the sides never differed."""
    whole = [series for series in found if series.differs]
    if not whole:
        return None
    shown = [series._replace(pairs=series.pairs[-LAST:]) for series in whole]
    look = LOOKS[theme]
    times = [_ms(pair.day) for series in shown for pair in series.pairs]
    end = max(times)
    span = [min(*times, end - FEWEST_DAYS * DAY_MS), end]
    data: dict[str, Rows] = {"ends": [{"t": time} for time in span]}
    parts = []
    for number, series in enumerate(shown):
        name = f"side-{number}"
        data[name] = _rows(series.pairs)
        parts.append(_panel(series, name, look, width))
    cut = any(len(series.pairs) > LAST for series in whole)
    key = (*SIDES_KEY, last_of_each(LAST)) if cut else SIDES_KEY
    return framed(PICTURE_TITLE, key, look, width, AXIS_PX, parts, data)


def _ms(day: int) -> int:
    return ms(date.fromordinal(day))


def _rows(pairs: Sequence[Pair]) -> Rows:
    """A row a pair; `part` changes where the line breaks, `n` keeps the order of one day."""
    rows: Rows = []
    part = 0
    for place, pair in enumerate(pairs):
        part += place > 0 and pair.day - pairs[place - 1].day > LONGEST_GAP
        rows.append({"t": _ms(pair.day), "left": pair.left, "right": pair.right, "part": part, "n": place})
    return rows


def _panel(series: Series, name: str, look: Look, width: int) -> Part:
    plot = width - AXIS_PX - MARGIN_PX
    most = max(1.0, *(max(pair.left, pair.right) for pair in series.pairs))
    size = 50 if len(series.pairs) <= FEW else 14
    axis = {
        "format": "%-d %b %y",
        "grid": False,
        "labelOverlap": "greedy",
        "tickCount": 3 if width < NARROW else 6,
    }
    x = {
        "field": "t",
        "type": "temporal",
        "scale": {"type": "utc", "nice": False},
        "axis": axis,
    }
    layer = []
    for side, filled in ((LEFT, True), (RIGHT, False)):
        y = {
            "field": side,
            "type": "quantitative",
            "scale": {"domain": [0, most * 1.1], "nice": False},
            "axis": {"tickCount": 3, "tickMinStep": 1, "orient": "left"},
        }
        line = {"type": "line", "color": look.ink, "strokeWidth": 1.4}
        dot = {"type": "point", "size": size if filled else size * 1.5, "opacity": 1, "stroke": look.ink}
        layer += [
            unit(
                name,
                line if filled else {**line, "strokeDash": [4, 3]},
                {"x": x, "y": y, "order": {"field": "n"}, "detail": {"field": "part"}},
            ),
            unit(name, {**dot, "fill": look.ink if filled else look.paper}, {"x": x, "y": y}),
        ]
    layer = [layer[0], layer[2], layer[3], layer[1]]  # a filled dot stays visible inside a hollow one
    # Unseen: they stretch the axis. A domain of its own is an expression that a page without eval misreads.
    layer.append(unit("ends", {"type": "point", "opacity": 0, "size": 1}, {"x": x}))
    return {"width": plot, "height": HEIGHT_PX, "title": series_title(series), "layer": layer}
