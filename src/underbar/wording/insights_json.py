"""Findings as JSON: the fields of each result under their own names, days as ISO 8601, and what is said."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from underbar.insights.answers import Answer, Look, Point, Question
from underbar.insights.described import Described, Given, Lifted
from underbar.insights.fan import Forecast, Pace, Past, Reach
from underbar.insights.sides import Pair, Series
from underbar.insights.signs import Signs
from underbar.wording import en_answers, en_answers_how, en_forecast, en_sides, en_signs

_DAYS: Final[dict[type, tuple[str, ...]]] = {
    Point: ("day",),
    Look: ("day",),
    Pair: ("day",),
    Lifted: ("day",),
    Given: ("day",),
    Past: ("day",),
    Reach: ("day",),
    Pace: ("begins", "ends"),
    Forecast: ("today", "low", "middle", "high"),
}
"""Which fields of a result are days, as proleptic ordinals."""
_DIGITS: Final = 6


def questions_json(answers: Mapping[Question, Answer]) -> dict[str, Any]:
    """The answers by question, each with its verdict in words and what is said below it."""
    return {name: _answer(answer) for name, answer in answers.items()}


def _answer(answer: Answer) -> dict[str, Any]:
    said = [*en_answers.paragraphs(answer), *en_answers_how.caveats(answer)]
    return {**plain(answer), "headline": en_answers.headline(answer), "says": said}


def signs_json(signs: Signs) -> dict[str, Any]:
    """The signs before a flare, with the sentence of each."""
    told = [{**plain(sign), "enough": sign.enough, "says": en_signs.sentence(sign)} for sign in signs.signs]
    return {"flares": signs.flares, "signs": told, "headline": en_signs.headline(signs)}


def sides_json(sides: Sequence[Series]) -> list[dict[str, Any]]:
    """Left against right, with the side that is a training target, null for none."""
    return [{**plain(series), "target": series.target, "says": en_sides.sentence(series)} for series in sides]


def described_json(found: Described) -> dict[str, Any]:
    """What gets no verdict. Loads in kilograms."""
    described: dict[str, Any] = plain(found)
    return described


def forecast_json(found: Sequence[Forecast]) -> list[dict[str, Any]]:
    """The forecasts, with what is said of each."""
    return [{**plain(one), "says": en_forecast.sentences(one)} for one in found]


def plain(value: Any) -> Any:
    """A result as JSON has it; numbers to six digits. Raises ValueError for one that is not finite."""
    fields: Sequence[str] = getattr(value, "_fields", ())
    if fields:
        days = _DAYS.get(type(value), ())
        return {
            name: _day(one) if name in days else plain(one) for name, one in zip(fields, value, strict=True)
        }
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{value} is no number that JSON has")
        return round(value, _DIGITS)
    return value


def _day(ordinal: int | None) -> str | None:
    return None if ordinal is None else date.fromordinal(ordinal).isoformat()
