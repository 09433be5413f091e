"""The drawing of the bar: what it says in words, and what tells its plates apart without colour."""

import re
from itertools import pairwise

from underbar.web.plan.plates_svg import drawing, shape, words


def heights(svg: str) -> list[float]:
    """Of the plates, in the order of the drawing."""
    return [float(found) for found in re.findall(r'class="plate [^>]*><rect[^>]*height="([\d.]+)"', svg)]


def test_heavier_plates_are_never_shorter_than_lighter_ones() -> None:
    for unit, plates in (("lb", (45, 35, 25, 10, 5, 2.5, 1.25)), ("kg", (25, 20, 15, 10, 5, 2.5, 1.25, 0.5))):
        found = heights(drawing(plates, unit, 20))
        assert found == sorted(found, reverse=True)
        assert len(set(found)) > 3


def test_bumpers_differ_from_change_plates_by_more_than_colour() -> None:
    svg = drawing((45, 10), "lb", 45)
    assert svg.count("plate bumper") == svg.count("plate change") == 1
    assert shape(45, "lb").tall > 1.5 * shape(10, "lb").tall


def test_each_plate_carries_its_weight_and_the_label_says_all() -> None:
    svg = drawing((25, 25, 2.5, 1.25), "kg", 20)
    assert re.findall(r">([\d.]+)</text>", svg) == ["25", "25", "2.5", "1.25"]
    assert 'aria-label="On each side: 2 × 25, 2.5 and 1.25 kg, on the 20 kg bar"' in svg


def test_the_bare_bar_is_said_to_be_bare() -> None:
    assert words((), "lb", 45) == "No plates: the bare 45 lb bar"
    assert "plate " not in drawing((), "lb", 45)


def test_no_plate_lies_over_another() -> None:
    svg = drawing((45, 35, 25, 10, 5, 2.5), "lb", 45)
    boxes = [
        (float(x), float(w)) for x, w in re.findall(r'"><rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', svg)
    ]
    assert len(boxes) == 6
    assert all(a + wide <= b for (a, wide), (b, _) in pairwise(boxes))
