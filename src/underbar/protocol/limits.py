"""What a lifter may set: a parameter with its limits, and its text turned into a value.

The engine, the forms, the help and the settings page read the same objects.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from underbar.frozen import frozen

Value = float | tuple[float, ...]

_NUMBER: Final = re.compile(r"\d{1,6}(?:\.\d{1,6})?")
_CLOCK: Final = re.compile(r"(\d{1,2}):([0-5]\d)")
_FRACTIONAL: Final = frozenset({"hours", "minutes", "percent", "kg", "0-10", "0-5", "ache", "effort"})
"""First words of the units that may be divided; all others are counted in whole numbers."""


@frozen
class Limits:
    """Bounds of a parameter, in its unit; of each item where its value is a list.

    Outside `low`-`high` a value is refused with `why`; outside the recommended range it is asked
    about. `suggestion` is the document's value.
    """

    low: float
    high: float
    recommended_low: float
    recommended_high: float
    suggestion: Value
    why: str

    def recommends(self, value: Value) -> bool:
        """Whether `value` (each item of it) lies in the recommended range."""
        return all(self.recommended_low <= item <= self.recommended_high for item in items(value))


@frozen
class Parameter:
    """One number of the method. `section` is that of the method; `tag` says who says so."""

    id: str
    section: int
    value: Value
    unit: str
    tag: str
    sources: tuple[str, ...]
    valid_from: date
    means: str
    limits: Limits


class ParameterError(ValueError):
    """A parameter that can not be set so: its name, the text that was given, and why not."""

    def __init__(self, parameter: str, value: str, why: str) -> None:
        super().__init__(f"{parameter} {value}: {why}")
        self.parameter = parameter
        self.value = value
        self.why = why


class OutOfLimits(ParameterError):
    """The value lies outside the limits; `why` is the reason of the limit."""


class NotAValue(ParameterError):
    """The text is no value of that parameter's unit; `why` says what was expected."""


class UnknownParameter(ParameterError):
    """No parameter has that name; `nearest` is the most similar one, None where none is."""

    def __init__(self, parameter: str, value: str, nearest: str | None) -> None:
        super().__init__(parameter, value, "unknown" if nearest is None else f"unknown; nearest is {nearest}")
        self.nearest = nearest


def items(value: Value) -> tuple[float, ...]:
    """The numbers of a value."""
    return value if isinstance(value, tuple) else (value,)


def find(parameters: Mapping[str, Parameter], name: str, value: str = "") -> Parameter:
    """The parameter of that name; UnknownParameter names the most similar one."""
    found = parameters.get(name)
    if found is None:
        from difflib import get_close_matches  # noqa: PLC0415  # costs time at the start, needed on errors alone

        nearest = get_close_matches(name, parameters, n=1)
        raise UnknownParameter(name, value, nearest[0] if nearest else None)
    return found


def accept(parameter: Parameter, text: str) -> Value:
    """The value that `text` sets: `90`, `75%`, `05:00`, `1,3,7,14`.

    A list is sorted, each number once. NotAValue where the text is something else, OutOfLimits
    where it lies outside the limits; a list must keep every number of the document's own.
    """
    own = parameter.value
    if isinstance(own, tuple):
        listed = tuple(sorted({_one(parameter, text, part.strip()) for part in text.split(",")}))
        if not set(own) <= set(listed):
            raise OutOfLimits(parameter.id, text, parameter.limits.why)
        return listed
    return _one(parameter, text, text)


def written(parameter: Parameter, value: Value) -> str:
    """The value as `accept` reads it back and a person writes it."""
    if parameter.unit == "hours after midnight" and not isinstance(value, tuple):
        minutes = round(value * 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return ",".join(f"{item:.6f}".rstrip("0").rstrip(".") for item in items(value))


def _one(parameter: Parameter, text: str, part: str) -> float:
    unit = parameter.unit
    clock = _CLOCK.fullmatch(part) if unit == "hours after midnight" else None
    if clock is not None:
        value = int(clock[1]) + int(clock[2]) / 60
    else:
        bare = part.removesuffix("%") if unit.startswith("percent") else part
        if not bare.isascii() or _NUMBER.fullmatch(bare) is None:
            raise NotAValue(parameter.id, text, f"expected a number, in {unit}")
        value = float(bare)
    if unit.split()[0] not in _FRACTIONAL and value != int(value):
        raise NotAValue(parameter.id, text, f"expected a whole number, in {unit}")
    if not parameter.limits.low <= value <= parameter.limits.high:
        raise OutOfLimits(parameter.id, text, parameter.limits.why)
    return value
