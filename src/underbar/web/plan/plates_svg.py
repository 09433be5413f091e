"""Plates on one end of a bar, drawn: the inside collar at the left, the heaviest plate first."""

from __future__ import annotations

from typing import Final, NamedTuple

from django.utils.safestring import SafeString, mark_safe

from underbar.quantities import Unit, number

HEIGHT: Final = 132
_MIDDLE: Final = HEIGHT / 2
_SLEEVE_FROM: Final = 46
_GAP: Final = 3
_END: Final = 26
"""Sleeve left over at the end, so that the bar is seen to go on."""


class Shape(NamedTuple):
    """A plate seen from the side, in drawing units. `bumper`: the full height, that lifts from the floor."""

    tall: float
    wide: float
    bumper: bool


_SHAPES: Final[dict[Unit, tuple[tuple[float, Shape], ...]]] = {
    "lb": (
        (45, Shape(126, 36, True)),
        (35, Shape(126, 31, True)),
        (25, Shape(126, 27, True)),
        (10, Shape(74, 25, False)),
        (5, Shape(58, 23, False)),
        (2.5, Shape(46, 23, False)),
        (0, Shape(36, 23, False)),
    ),
    "kg": (
        (25, Shape(126, 38, True)),
        (20, Shape(126, 34, True)),
        (15, Shape(126, 30, True)),
        (10, Shape(126, 27, True)),
        (5, Shape(74, 25, False)),
        (2.5, Shape(58, 25, False)),
        (1.25, Shape(46, 27, False)),
        (0, Shape(36, 27, False)),
    ),
}
"""From which weight on a plate has which shape. Bumpers are as tall as each other and filled; change
plates are shorter, and outlined."""


def shape(weight: float, unit: Unit) -> Shape:
    """The shape of a plate; a lighter one is never taller than a heavier one."""
    return next(found for least, found in _SHAPES[unit] if weight >= least)


def words(plates: tuple[float, ...], unit: Unit, bar: float) -> str:
    """The drawing in words: `On each side: 45 and 2.5 lb, on the 45 lb bar`."""
    if not plates:
        return f"No plates: the bare {number(bar)} {unit} bar"
    counted: dict[float, int] = {}
    for plate in plates:
        counted[plate] = counted.get(plate, 0) + 1
    each = [number(w) if times == 1 else f"{times} × {number(w)}" for w, times in counted.items()]
    listed = each[0] if len(each) == 1 else f"{', '.join(each[:-1])} and {each[-1]}"
    return f"On each side: {listed} {unit}, on the {number(bar)} {unit} bar"


def drawing(plates: tuple[float, ...], unit: Unit, bar: float) -> SafeString:
    """An SVG of one end of the bar, with its words as its label; as wide as its plates need."""
    parts = [
        f'<rect class="shaft" x="0" y="{_MIDDLE - 4:g}" width="{_SLEEVE_FROM}" height="8" rx="2"/>',
        f'<rect class="collar" x="{_SLEEVE_FROM - 10}" y="{_MIDDLE - 15:g}" width="10" height="30" rx="2"/>',
    ]
    drawn: list[str] = []
    x = float(_SLEEVE_FROM) + _GAP
    for place, plate in enumerate(plates):
        found = shape(plate, unit)
        wide = max(found.wide, 9.0 * len(number(plate)) + 8)
        kind = "bumper" if found.bumper else "change"
        y = _MIDDLE - found.tall / 2
        drawn.append(
            f'<g class="plate {kind}" data-place="{place}"><rect x="{x:g}" y="{y:g}" width="{wide:g}" '
            f'height="{found.tall:g}" rx="5"/><text x="{x + wide / 2:g}" y="{_MIDDLE + 5.5:g}">'
            f"{number(plate)}</text></g>"
        )
        x += wide + _GAP
    width = max(x + _END, 200.0)
    parts.append(
        f'<rect class="sleeve" x="{_SLEEVE_FROM}" y="{_MIDDLE - 8:g}" '
        f'width="{width - _SLEEVE_FROM:g}" height="16" rx="2"/>'
    )
    label = words(plates, unit, bar)
    return mark_safe(  # noqa: S308 - numbers and our own words alone
        f'<svg class="plates" role="img" aria-label="{label}" viewBox="0 0 {width:g} {HEIGHT}" '
        f'width="{width:g}" height="{HEIGHT}">{"".join([*parts, *drawn])}</svg>'
    )
