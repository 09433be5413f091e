"""The colours of the pages for what is drawn, light and dark: the tokens of base.css, word for word."""

from __future__ import annotations

from typing import Any, Final, Literal, NamedTuple

Theme = Literal["light", "dark"]

SANS: Final = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif'
SERIF: Final = (
    '"Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "DejaVu Serif", Georgia, serif'
)


class Look(NamedTuple):
    """A theme's colours."""

    paper: str
    ink: str
    soft: str
    rule: str
    edge: str
    wash: str
    go: str
    hold: str
    reduce: str
    flare: str
    stop: str


LOOKS: Final[dict[Theme, Look]] = {
    "light": Look(
        paper="#f7f5f0",
        ink="#1b1b18",
        soft="#575650",
        rule="#dcd9cf",
        edge="#7c7a71",
        wash="#eceae2",
        go="#1d6a48",
        hold="#345a82",
        reduce="#8a5800",
        flare="#a53f24",
        stop="#a01722",
    ),
    "dark": Look(
        paper="#161613",
        ink="#efece4",
        soft="#b1aea4",
        rule="#35342f",
        edge="#87857b",
        wash="#23231f",
        go="#77c69d",
        hold="#95b6dc",
        reduce="#e0b053",
        flare="#eb9377",
        stop="#ff8b8b",
    ),
}

BARS: Final = "M-0.75,-0.8H-0.18V0.8H-0.75ZM0.18,-0.8H0.75V0.8H0.18Z"
HEXAGON: Final = "M-0.7,-0.4L0,-0.8L0.7,-0.4V0.4L0,0.8L-0.7,0.4Z"


def shapes(look: Look) -> dict[str, tuple[str, str]]:
    """The shape and the colour of each verdict; "" is a session that no plan asked for."""
    return {
        "progress": ("triangle-up", look.go),
        "hold": (BARS, look.hold),
        "reduce": ("triangle-down", look.reduce),
        "flare": ("diamond", look.flare),
        "stop": (HEXAGON, look.stop),
        "": ("circle", look.edge),
    }


def config(look: Look, axis_px: int) -> dict[str, Any]:
    """Vega-Lite's settings for a theme; the axes at the left all take `axis_px`."""
    return {
        "background": look.paper,
        "font": SANS,
        "padding": {"left": 0, "right": 2, "top": 6, "bottom": 2},
        "view": {"stroke": None},
        "axis": {
            "labelColor": look.soft,
            "labelFontSize": 12,
            "domainColor": look.edge,
            "tickColor": look.edge,
            "gridColor": look.rule,
            "title": None,
        },
        "axisY": {
            "domain": False,
            "ticks": False,
            "labelPadding": 6,
            "minExtent": axis_px,
            "maxExtent": axis_px,
        },
        "title": {
            "anchor": "start",
            "frame": "group",
            "color": look.ink,
            "fontSize": 14,
            "fontWeight": 600,
            "subtitleColor": look.soft,
            "subtitleFontSize": 12,
            "offset": 10,
        },
        "legend": {
            "labelColor": look.ink,
            "labelFontSize": 13,
            "symbolSize": 110,
            "title": None,
            "orient": "top",
            "direction": "horizontal",
            "offset": 8,
        },
    }
