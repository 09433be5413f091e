"""Limits: text to value, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from underbar.protocol.document import load
from underbar.protocol.limits import (
    Limits,
    NotAValue,
    OutOfLimits,
    Parameter,
    UnknownParameter,
    Value,
    accept,
    find,
    items,
    written,
)


def parameter(unit: str, value: Value, low: float, high: float) -> Parameter:
    limits = Limits(low, high, low, high, value, "Because.")
    return Parameter("a-name", 5, value, unit, "[DES]", (), date(2026, 1, 1), "A meaning.", limits)


CLOCK = parameter("hours after midnight", 4.0, 0, 6)
HOURS = parameter("hours", 3.0, 0.5, 3)
SHARE = parameter("percent", 90.0, 70, 90)
COUNT = parameter("sessions", 3.0, 1, 3)
DAYS = parameter("days after an injection", (1.0, 3.0), 1, 30)


@pytest.mark.parametrize(
    ("of", "text", "value"),
    [
        (CLOCK, "05:00", 5.0),
        (CLOCK, "5:30", 5.5),
        (CLOCK, "5.5", 5.5),
        (CLOCK, "00:00", 0.0),
        (HOURS, "2.5", 2.5),
        (HOURS, "3", 3.0),
        (SHARE, "75%", 75.0),
        (SHARE, "72.5", 72.5),
        (COUNT, "2", 2.0),
        (DAYS, "1,3", (1.0, 3.0)),
        (DAYS, "14, 3,1,3", (1.0, 3.0, 14.0)),
    ],
)
def test_text_within_the_limits_is_a_value(of: Parameter, text: str, value: Value) -> None:
    assert accept(of, text) == value


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (CLOCK, "06:01"), (HOURS, "0.4"), (HOURS, "3.01"), (SHARE, "91%"), (SHARE, "69"), (COUNT, "0"),
        (COUNT, "999999"), (DAYS, "1,3,31"), (DAYS, "1"), (DAYS, "0,1,3"),
    ],
)  # fmt: skip
def test_text_outside_the_limits_is_refused_with_their_reason(of: Parameter, text: str) -> None:
    with pytest.raises(OutOfLimits) as refused:
        accept(of, text)
    assert (refused.value.parameter, refused.value.value, refused.value.why) == ("a-name", text, "Because.")
    assert str(refused.value) == f"a-name {text}: Because."


@pytest.mark.parametrize(
    ("of", "text", "why"),
    [
        (CLOCK, "05:60", "a number, in hours after midnight"),
        (HOURS, "02:00", "a number, in hours"),
        (HOURS, "2%", "a number, in hours"),
        (HOURS, "", "a number"),
        (HOURS, "nan", "a number"),
        (HOURS, "inf", "a number"),
        (HOURS, "-1", "a number"),
        (HOURS, "1e0", "a number"),
        (HOURS, "٣", "a number"),
        (HOURS, "9" * 5000, "a number"),
        (SHARE, "80%%", "a number, in percent"),
        (COUNT, "2.5", "a whole number, in sessions"),
        (DAYS, "1,3,", "a number, in days after an injection"),
        (DAYS, "1,3,4.5", "a whole number"),
    ],
)
def test_text_that_is_no_value_says_what_was_expected(of: Parameter, text: str, why: str) -> None:
    with pytest.raises(NotAValue) as refused:
        accept(of, text)
    assert why in refused.value.why


def test_find_knows_the_name() -> None:
    known = {"raise-gap": COUNT, "squat-gap": SHARE}
    assert find(known, "raise-gap") is COUNT


@pytest.mark.parametrize(("name", "nearest"), [("raise-gab", "raise-gap"), ("zzzzzz", None)])
def test_find_names_the_nearest(name: str, nearest: str | None) -> None:
    with pytest.raises(UnknownParameter) as refused:
        find({"raise-gap": COUNT, "squat-gap": SHARE}, name, "2")
    assert (refused.value.nearest, refused.value.parameter, refused.value.value) == (nearest, name, "2")
    assert ("nearest is" in refused.value.why) == (nearest is not None)


@pytest.mark.parametrize(
    ("value", "inside"), [(3.0, True), (1.0, True), (0.5, False), ((1.0, 3.0), True), ((1.0, 4.0), False)]
)
def test_limits_know_what_they_recommend(value: Value, inside: bool) -> None:
    assert Limits(0, 10, 1, 3, 2.0, "Because.").recommends(value) is inside


def test_every_value_is_read_back_as_it_is_written() -> None:
    for each in load().parameters.values():
        assert accept(each, written(each, each.value)) == each.value, each.id


@pytest.mark.parametrize(
    ("of", "value", "text"),
    [(CLOCK, 4.5, "04:30"), (DAYS, (1.0, 3.0), "1,3"), (HOURS, 2.5, "2.5"), (SHARE, 90.0, "90")],
)
def test_written_as_a_person_writes(of: Parameter, value: Value, text: str) -> None:
    assert written(of, value) == text


def test_items() -> None:
    assert items(2.0) == (2.0,)
    assert items((1.0, 2.0)) == (1.0, 2.0)
