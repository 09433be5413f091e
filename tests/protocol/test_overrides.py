"""Overrides: what a lifter may set is in force, the rest is refused with the reason."""

from __future__ import annotations

import pytest

from underbar.protocol.document import Protocol, load
from underbar.protocol.limits import OutOfLimits, UnknownParameter


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    return load()


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("day-start", "05:00", 5.0),
        ("day-start", "4.5", 4.5),
        ("back-off-factor", "85%", 85.0),
        ("ceiling-percent", "5", 5.0),
        ("raise-gap", "3", 3.0),
        ("screen-injection-days", "1,3,7,14,21", (1.0, 3.0, 7.0, 14.0, 21.0)),
    ],
)
def test_an_override_within_its_limits_is_in_force(
    protocol: Protocol, name: str, text: str, value: object
) -> None:
    numbers = protocol.with_overrides(((name, text),))
    field = name.replace("-", "_")
    assert getattr(numbers, field) == value
    assert getattr(protocol.numbers, field) == protocol.parameters[name].value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("go-ache", "1"),
        ("ceiling-percent", "11"),
        ("back-off-factor", "91%"),
        ("raise-gap", "1"),
        ("timely-after-waking", "4"),
        ("flare-ache", "4"),
        ("short-sleep", "5"),
        ("stability-up-exposures", "1"),
        ("not-ready-days", "13"),
        ("no-maxing-weeks", "8"),
        ("screen-injection-days", "30"),
        ("day-start", "06:01"),
    ],
)
def test_an_override_outside_is_refused_with_the_reason(protocol: Protocol, name: str, text: str) -> None:
    with pytest.raises(OutOfLimits) as refused:
        protocol.with_overrides(((name, text),))
    assert (refused.value.parameter, refused.value.value) == (name, text)
    assert refused.value.why == protocol.parameters[name].limits.why


def test_of_two_overrides_of_a_name_the_last_counts(protocol: Protocol) -> None:
    assert protocol.with_overrides((("raise-gap", "5"), ("raise-gap", "3"))).raise_gap == 3


def test_without_overrides_the_numbers_are_the_documents(protocol: Protocol) -> None:
    assert protocol.with_overrides(()) is protocol.numbers
    assert protocol.with_overrides((("raise-gap", "2"),)) == protocol.numbers


def test_the_same_overrides_are_worked_out_once(protocol: Protocol) -> None:
    assert protocol.with_overrides((("raise-gap", "4"),)) is protocol.with_overrides((("raise-gap", "4"),))


def test_a_name_that_nobody_knows_brings_the_nearest(protocol: Protocol) -> None:
    with pytest.raises(UnknownParameter) as refused:
        protocol.with_overrides((("ceiling-procent", "5"),))
    assert refused.value.nearest == "ceiling-percent"


def test_the_lowest_and_highest_of_all_limits_can_be_set(protocol: Protocol) -> None:
    for parameter in protocol.parameters.values():
        kept = parameter.value if isinstance(parameter.value, tuple) else ()
        for bound in (parameter.limits.low, parameter.limits.high):
            text = ",".join(f"{item:g}" for item in (*kept, bound))
            protocol.with_overrides(((parameter.id, text),))
