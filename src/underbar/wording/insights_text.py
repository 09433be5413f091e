"""Findings for the terminal: a heading, and paragraphs that the command breaks into lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from underbar.insights.answers import Answer, Question
from underbar.insights.described import Described
from underbar.insights.fan import Forecast
from underbar.insights.sides import Series
from underbar.insights.signs import Signs
from underbar.quantities import Unit
from underbar.wording import (
    en_answers,
    en_answers_how,
    en_described,
    en_findings,
    en_forecast,
    en_sides,
    en_signs,
)
from underbar.wording.en_words import capital, lift_name


class Part(NamedTuple):
    """A heading, paragraphs under it, and after a blank line what is told in detail."""

    title: str
    paragraphs: Sequence[str]
    details: Sequence[str] = ()


def overview(
    answers: Mapping[Question, Answer], signs: Signs, sides: Sequence[Series], first: Question
) -> list[Part]:
    """A part for each finding, with its verdict and one sentence; the question declared first first."""
    order = sorted(answers, key=lambda question: question != first)
    asked = [
        Part(en_answers.ASKS[question], [f"{en_answers.headline(answer)}. {en_answers.summary(answer)}"])
        for question in order
        for answer in [answers[question]]
    ]
    return [
        *asked,
        Part(en_findings.FORECAST, [en_findings.FORECAST_HINT]),
        Part(en_signs.TITLE, [en_signs.headline(signs)]),
        Part(en_sides.TITLE, [en_sides.headline(sides)]),
        Part(en_findings.DESCRIBED, [en_findings.DESCRIBED_LINE]),
    ]


def question(answer: Answer) -> list[Part]:
    """One question with all its sentences, and how they were reckoned."""
    how = [
        en_answers_how.mornings_sentence(answer),
        *en_answers_how.model_sentences(answer),
        *en_answers_how.looks_sentences(answer),
        *en_answers_how.runs_sentences(answer),
    ]
    said = [*en_answers.paragraphs(answer), *en_answers_how.caveats(answer)]
    return [Part(en_answers.ASKS[answer.question], [f"{en_answers.headline(answer)}.", *said], how)]


def signs(found: Signs) -> list[Part]:
    """The signs before a flare, each with its counts."""
    told = [
        Part(
            en_signs.sign_title(sign.sign),
            [en_signs.sentence(sign)],
            [line for line in (en_signs.stretches(sign), en_signs.left_out(sign)) if line],
        )
        for sign in found.signs
    ]
    notes = [en_signs.NOT_A_TEST] if told else []
    return [Part(en_signs.TITLE, [en_signs.headline(found), *notes], [en_signs.HOW] if told else []), *told]


def forecast(found: Sequence[Forecast]) -> list[Part]:
    """When the goal of each lift might be reached."""
    told = [
        Part(capital(lift_name(one.lift)), en_forecast.sentences(one), en_forecast.method(one))
        for one in found
    ]
    return told or [Part(en_findings.FORECAST, [en_forecast.NO_GOALS])]


def sides(found: Sequence[Series]) -> list[Part]:
    """Left against right, kind by kind, with the three conditions."""
    told = [
        Part(
            en_sides.series_title(series),
            [en_sides.sentence(series)],
            list(map(en_sides.condition_words, en_sides.conditions(series))),
        )
        for series in found
        if series.differs
    ]
    alike = en_sides.alike(found)
    return [Part(en_sides.TITLE, [en_sides.headline(found), *([alike] if alike else [])]), *told]


def described(found: Described, unit: Unit) -> list[Part]:
    """Bar load, injections and the side that ached, each with why it is not judged."""
    bar = [en_described.bar_sentence(found.bar), en_described.bar_untold(found.bar)]
    given = [
        f"{en_described.injection_title(one)}. {en_described.injection_sentence(one)}"
        for one in found.injections
    ]
    ached = [en_described.sides_sentence(found.sides), en_described.sides_means(found.sides)]
    return [
        Part(
            en_described.BAR_TITLE,
            [line for line in bar if line],
            [*en_described.third_lines(found.bar, unit), en_described.BAR_WHY],
        ),
        Part(
            en_described.INJECTIONS_TITLE,
            given or [en_described.INJECTIONS_EMPTY],
            [en_described.INJECTIONS_WHY],
        ),
        Part(en_described.SIDES_TITLE, [line for line in ached if line], [en_described.SIDES_WHY]),
    ]
