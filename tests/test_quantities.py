"""Units, sets and plates."""

from __future__ import annotations

from itertools import combinations_with_replacement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from underbar.quantities import (
    LB_PER_KG,
    Sets,
    Unit,
    Weight,
    format_duration,
    median,
    next_load,
    number,
    parse_duration,
    parse_sets,
    parse_weight,
    plate_loads,
    plates_for,
    round_down,
)

POUND_PLATES = (45.0, 25.0, 10.0, 5.0, 2.5)
plates = st.lists(st.sampled_from([0.25, 1.25, 2.5, 5.0, 10.0, 20.0, 25.0, 35.0, 45.0]), max_size=5).map(
    tuple
)
bars = st.sampled_from([15.0, 20.0, 33.0, 45.0])
values = st.integers(0, 3000).map(lambda half: half / 2)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("135lb", Weight(135, "lb")),
        ("60.5kg", Weight(60.5, "kg")),
        ("0lb", Weight(0, "lb")),
        ("135", None),
        ("135 lb", None),
        ("135lbs", None),
        ("-5lb", None),
        ("1e3lb", None),
        ("5,523lb", None),
        (".5kg", None),
        ("٣lb", None),
        ("9" * 5000 + "lb", None),
    ],
)
def test_weight_is_a_number_with_its_unit(text: str, weight: Weight | None) -> None:
    assert parse_weight(text) == weight


@pytest.mark.parametrize(
    ("weight", "unit", "value"),
    [
        (Weight(135, "lb"), "lb", 135),
        (Weight(61.2, "kg"), "lb", 135),
        (Weight(142.9, "kg"), "lb", 315),
        (Weight(60, "kg"), "kg", 60),
        (Weight(132.3, "lb"), "kg", 60),
        (Weight(1, "kg"), "lb", 2.2046226),  # 2.0 lb would be 0.91 kg: written 0.9
    ],
)
def test_conversion_lands_on_plates_within_the_written_precision(
    weight: Weight, unit: Unit, value: float
) -> None:
    assert weight.to(unit) == pytest.approx(value, abs=1e-6)


@given(st.integers(1, 3000), st.sampled_from(["lb", "kg"]))
def test_a_load_on_the_grid_survives_being_written_in_the_other_unit(steps: int, unit: Unit) -> None:
    if unit == "lb":
        value = steps * 0.5
        written = Weight(round(value / LB_PER_KG, 1), "kg")
    else:
        value = steps * 0.25
        written = Weight(round(value * LB_PER_KG, 1), "lb")
    assert written.to(unit) == value


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("3x5", Sets(3, 5, "reps")),
        ("3x30s", Sets(3, 30, "s")),
        ("2x20.5m", Sets(2, 20.5, "m")),
        ("1x0", Sets(1, 0, "reps")),
        ("0x5", None),
        ("3x", None),
        ("3×5", None),
        ("3x5h", None),
    ],
)
def test_sets(text: str, sets: Sets | None) -> None:
    assert parse_sets(text) == sets
    assert sets is None or str(sets) == text


@pytest.mark.parametrize(
    ("text", "seconds", "printed"),
    [
        ("90s", 90, "90s"),
        ("20min", 1200, "20min"),
        ("7h", 25200, "7h"),
        ("7h30", 27000, "7h30"),
        ("7h30min", 27000, "7h30"),
        ("7h05", 25500, "7h05"),
        ("1min30s", 90, "90s"),
        ("120s", 120, "2min"),
        ("90min", 5400, "1h30"),
        ("1h0min1s", 3601, "3601s"),
        ("0s", 0, "0s"),
        ("", None, ""),
        ("30", None, ""),
        ("7h90", None, ""),
        ("7.5h", None, ""),
        ("20m", None, ""),
    ],
)
def test_durations(text: str, seconds: int | None, printed: str) -> None:
    assert parse_duration(text) == seconds
    if seconds is not None:
        assert format_duration(seconds) == printed


@given(st.integers(0, 200_000))
def test_a_printed_duration_is_read_back(seconds: int) -> None:
    assert parse_duration(format_duration(seconds)) == seconds


@pytest.mark.parametrize(
    ("value", "text"),
    [(5.0, "5"), (2.5, "2.5"), (0, "0"), (100.0, "100"), (1 / 3, "0.333333"), (149.99999999999997, "150")],
)
def test_numbers_are_printed_as_a_person_writes_them(value: float, text: str) -> None:
    assert number(value) == text
    assert str(Weight(value, "kg")) == f"{text}kg"


def test_median() -> None:
    assert median([3, 1, 2]) == 2
    assert median([4, 1, 3, 2]) == 2.5


def test_loads_of_a_home_gym() -> None:
    loads = plate_loads(45, POUND_PLATES)
    assert loads[:4] == (45, 50, 55, 60)
    assert loads[-1] == 1500


def test_a_bar_alone_makes_its_own_weight() -> None:
    assert plate_loads(45, ()) == (45,)
    assert plate_loads(45, (0.0,)) == (45,)
    assert plates_for(45, 45, ()) == ()
    assert plates_for(50, 45, ()) == ()


@settings(deadline=None)
@given(bars, plates, values)
def test_rounding_down_and_the_next_load_are_neighbours(
    bar: float, pairs: tuple[float, ...], value: float
) -> None:
    loads = plate_loads(bar, pairs, 300.0)
    assert list(loads) == sorted(set(loads))
    below, above = round_down(value, loads), next_load(value, loads)
    assert below == max((load for load in loads if load <= value), default=None)
    assert above == min((load for load in loads if load > value), default=None)


@settings(deadline=None)
@given(bars, plates)
def test_plates_make_the_load(bar: float, pairs: tuple[float, ...]) -> None:
    for load in plate_loads(bar, pairs, 150.0):
        chosen = plates_for(load, bar, pairs)
        assert bar + 2 * sum(chosen) == load
        assert list(chosen) == sorted(chosen, reverse=True)


@pytest.mark.parametrize(
    ("load", "pairs", "chosen"),
    [
        (315, POUND_PLATES, (45, 45, 45)),
        (140, POUND_PLATES, (45, 2.5)),
        (125, (35.0, 20.0, 5.0), (35, 5)),
        (125, (25.0, 20.0, 5.0), (20, 20)),  # heaviest first would take 25, 5, 5, 5
        (137, POUND_PLATES, ()),
        (65, (45.0, 25.0), ()),
        (155, (45.0, 25.0), ()),
        (40, POUND_PLATES, ()),
    ],
)
def test_plates_are_the_fewest(load: float, pairs: tuple[float, ...], chosen: tuple[float, ...]) -> None:
    assert plates_for(load, 45, pairs) == chosen
    if chosen:
        fewer = (c for n in range(len(chosen)) for c in combinations_with_replacement(pairs, n))
        assert all(45 + 2 * sum(some) != load for some in fewer)
