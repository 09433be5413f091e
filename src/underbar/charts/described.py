"""The pictures of what is described: ache after bar work by load, around each injection, and by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from underbar.charts.framed import Part, Rows, framed, unit
from underbar.charts.look import LOOKS, Look, Theme
from underbar.insights.described import BarLoad, Given, LeftRight, Stretch
from underbar.quantities import Unit, Weight
from underbar.wording.en_described import (
    ACHE_AXIS,
    ACHE_PANEL,
    BAR_KEY,
    BAR_KEY_THIRDS,
    BAR_PICTURE,
    INJECTIONS_KEY,
    INJECTIONS_PICTURE,
    MORNINGS_AXIS,
    NOT_OVER,
    SIDES_PICTURE,
    TOO_FEW,
    after_label,
    before_label,
    injection_title,
    load_axis,
    side_labels,
)

AXIS_PX: Final = 24
NAMES_PX: Final = 118
MARGIN_PX: Final = 16
NUMBERS_PX: Final = 44
LEAST_ACHE: Final = 4
ONE_PX: Final = 24.0
"""Area of the dot of one morning, in square pixels."""
MOST_PX: Final = 420.0


def bar_load(bar: BarLoad, unit_: Unit, theme: Theme, width: int) -> Part | None:
    """The picture of bar load and ache, loads in `unit_`; None without a morning after bar work."""
    if not bar.mornings:
        return None
    look = LOOKS[theme]
    found = Counter((_in(morning.load, unit_), morning.ache) for morning in bar.mornings)
    loads = [load for load, _ in found]
    room = max(5.0, (max(loads) - min(loads)) * 0.06)
    data: dict[str, Rows] = {
        "mornings": [{"load": load, "ache": ache, "n": n} for (load, ache), n in sorted(found.items())],
        "thirds": [
            {
                "load": _in(third.low, unit_) - room / 4,  # so that a third of one load has a line too
                "to": _in(third.high, unit_) + room / 4,
                "ache": third.group.mean,
            }
            for third in bar.thirds
        ],
        "others": [{"ache": bar.others.mean}] if bar.others.mean is not None else [],
    }
    most = max([LEAST_ACHE, *(ache for _, ache in found)])
    y = _aches("y", most, title=None)
    x = {
        "field": "load",
        "type": "quantitative",
        "scale": {"domain": [min(loads) - room, max(loads) + room], "nice": False},
        "axis": {"title": load_axis(unit_), "grid": False, "tickCount": 5, "labelOverlap": True},
    }
    layer = [
        unit(
            "others", {"type": "rule", "color": look.ink, "strokeDash": [2, 3], "strokeWidth": 1.6}, {"y": y}
        ),
        unit("mornings", _dot(look), {"x": x, "y": y, "size": _size(found.values())}),
        unit(
            "thirds",
            {"type": "rule", "color": look.ink, "strokeWidth": 3},
            {"x": x, "x2": {"field": "to"}, "y": y},
        ),
    ]
    part = {
        "width": width - AXIS_PX - MARGIN_PX,
        "height": 200,
        "title": ACHE_PANEL,
        "layer": [mark for mark in layer if data[mark["data"]["name"]]],
    }
    key = BAR_KEY_THIRDS if bar.thirds else BAR_KEY
    return framed(BAR_PICTURE, key, look, width, AXIS_PX, [part], data)


def injections(given: tuple[Given, ...], theme: Theme, width: int) -> Part | None:
    """The picture of the injections, oldest first; None without one."""
    if not given:
        return None
    look = LOOKS[theme]
    most = max([LEAST_ACHE, *(ache for each in given for row in _rows(each) if row for ache in row.aches)])
    counts = [n for each in given for row in _rows(each) if row for n in Counter(row.aches).values()]
    size = _size(counts or [1])
    parts: list[Part] = []
    data: dict[str, Rows] = {}
    for number, each in enumerate(given):
        dots, medians, notes = f"dots-{number}", f"medians-{number}", f"notes-{number}"
        data |= {dots: [], medians: [], notes: []}
        for name, row in zip((before_label(), after_label()), _rows(each), strict=True):
            if row is None or row.median is None:
                data[notes].append(
                    {"row": name, "ache": most / 2, "text": NOT_OVER if row is None else TOO_FEW}
                )
                continue
            data[dots] += [{"row": name, "ache": a, "n": n} for a, n in sorted(Counter(row.aches).items())]
            data[medians].append({"row": name, "ache": row.median})
        x = _aches("x", most, title=ACHE_AXIS if each is given[-1] else None)
        y = {
            "field": "row",
            "type": "nominal",
            "scale": {"domain": [before_label(), after_label()]},
            "axis": {"orient": "left", "grid": False, "labelLimit": NAMES_PX},
        }
        at = {"x": x, "y": y}
        layer = [
            unit(dots, _dot(look), {**at, "size": size}),
            unit(
                medians,
                {
                    "type": "tick",
                    "orient": "vertical",
                    "color": look.ink,
                    "size": 26,
                    "thickness": 3,
                    "opacity": 1,
                },
                at,
            ),
            unit(
                notes, {"type": "text", "fontSize": 12, "color": look.soft}, {**at, "text": {"field": "text"}}
            ),
        ]
        part = {
            "width": width - NAMES_PX - MARGIN_PX,
            "height": 68,
            "title": {"text": injection_title(each), "frame": "bounds"},
            "layer": [mark for mark in layer if data[mark["data"]["name"]]],
        }
        parts.append(part)
    return framed(INJECTIONS_PICTURE, INJECTIONS_KEY, look, width, NAMES_PX, parts, data)


def sides(found: LeftRight, theme: Theme, width: int) -> Part | None:
    """The picture of which side ached more, a bar a kind of morning; None without a morning told."""
    kinds = side_labels(found)
    if not any(mornings for _, mornings in kinds):
        return None
    look = LOOKS[theme]
    data: dict[str, Rows] = {"kinds": [{"kind": name, "n": mornings} for name, mornings in kinds]}
    y = {
        "field": "kind",
        "type": "nominal",
        "scale": {"domain": [name for name, _ in kinds], "paddingInner": 0.35},
        "axis": {"orient": "left", "grid": False, "labelLimit": NAMES_PX},
    }
    axis = {"title": MORNINGS_AXIS, "tickMinStep": 1, "tickCount": 4, "format": "d"}
    x = {"field": "n", "type": "quantitative", "axis": axis}
    text = {"type": "text", "align": "left", "dx": 5, "fontSize": 13, "color": look.ink}
    part = {
        "width": width - NAMES_PX - NUMBERS_PX,
        "height": 28 * len(kinds),
        "layer": [
            unit("kinds", {"type": "bar", "color": look.soft}, {"x": x, "y": y}),
            unit("kinds", text, {"x": x, "y": y, "text": {"field": "n"}}),
        ],
    }
    return framed(SIDES_PICTURE, (), look, width, NAMES_PX, [part], data)


def _rows(given: Given) -> tuple[Stretch, Stretch | None]:
    return given.before, given.after


def _in(kilograms: float, unit_: Unit) -> float:
    return round(Weight(kilograms, "kg").to(unit_), 1)


def _aches(channel: str, most: int, title: str | None) -> Part:
    step = 1 if most <= 6 else 2
    axis = {"values": list(range(0, most + 1, step)), "format": "d", "title": title}
    return {
        "field": "ache",
        "type": "quantitative",
        "scale": {"domain": [-0.5, most + 0.5], "nice": False},
        "axis": axis | ({"orient": "left"} if channel == "y" else {}),
    }


def _dot(look: Look) -> Part:
    return {
        "type": "point",
        "shape": "circle",
        "fill": look.wash,
        "stroke": look.ink,
        "opacity": 1,
        "strokeWidth": 1.2,
    }


def _size(counts: Iterable[int]) -> Part:
    """Area by mornings, or by their root where the dot of one would be lost beside the largest."""
    most = max(counts)
    largest = min(MOST_PX, ONE_PX * most)
    return {
        "field": "n",
        "type": "quantitative",
        "scale": {
            "type": "linear" if largest < MOST_PX else "sqrt",
            "domain": [0, most],
            "range": [0, largest],
        },
        "legend": None,
    }
