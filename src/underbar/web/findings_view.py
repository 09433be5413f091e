"""What the pages of the findings show of each result: sentences in their order, and rows for the tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from underbar.charts.look import Theme
from underbar.insights.answers import QUESTIONS, Answer, Point, Question
from underbar.insights.fan import Forecast
from underbar.quantities import number
from underbar.services.insights import Insights
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

Spec = dict[str, Any]
Draw = Callable[[Insights, Theme, int], Spec | None]
PICTURE_PX: Final = 520
"""The width, in pixels, of a picture that nobody has measured a place for."""


class Entry(NamedTuple):
    """A line of the list of findings. `url`: the name of its page's address."""

    url: str
    title: str
    verdict: str
    line: str
    first: bool = False


def entries(found: Insights) -> list[Entry]:
    """The questions with their verdicts, that declared first first."""
    order = sorted(QUESTIONS, key=lambda question: question != found.first)
    return [
        Entry(
            f"finding_{question}",
            en_answers.ASKS[question],
            en_answers.headline(found.answers[question]),
            en_answers.summary(found.answers[question]),
            question == found.first,
        )
        for question in order
    ]


def others(found: Insights) -> list[Entry]:
    """What is counted or described, without a verdict."""
    return [
        Entry("finding_forecast", en_findings.FORECAST, "", en_findings.FORECAST_LINE),
        Entry("finding_signs", en_signs.TITLE, "", en_signs.headline(found.signs)),
        Entry("finding_sides", en_sides.TITLE, "", en_sides.headline(found.sides)),
        Entry("finding_described", en_findings.DESCRIBED, "", en_findings.DESCRIBED_LINE),
        Entry("experiment", en_findings.EXPERIMENT, "", en_findings.EXPERIMENT_LINE),
    ]


def question(found: Insights, name: Question) -> dict[str, Any]:
    """All of one question's page."""
    answer = found.answers[name]
    how = [
        en_answers_how.mornings_sentence(answer),
        *en_answers_how.model_sentences(answer),
        *en_answers_how.looks_sentences(answer),
        *en_answers_how.runs_sentences(answer),
    ]
    return {
        "title": en_answers.ASKS[name],
        "scale": [(said, step == answer.verdict) for step, said in en_answers.SCALE.items()],
        "found": answer.verdict in ("leaning", "consistent"),
        "headline": en_answers.headline(answer),
        "sentences": [*en_answers.paragraphs(answer), *en_answers_how.caveats(answer)],
        "how": how,
        "picture": name if answer.points else "",
        "says": en_answers.picture_text(answer) if answer.points else "",
        "rows": _rows(answer),
        "column": en_findings.COLUMNS[name],
    }


def _rows(answer: Answer) -> list[tuple[str, int, int, str]]:
    """The picture as a table: by hour, or by side; mornings, those with an ache, mean ache."""
    parts: dict[str, list[Point]] = {}
    for point in sorted(answer.points, key=lambda point: point.x):
        parts.setdefault(_part(answer.question, point.x), []).append(point)
    return [
        (
            name,
            len(points),
            sum(point.ache > 0 for point in points),
            f"{sum(point.ache for point in points) / len(points):.1f}",
        )
        for name, points in parts.items()
    ]


def _part(question: Question, x: float) -> str:
    if question == "release":
        return "with the release" if x else "without"
    return f"{int(x)} h to {int(x) + 1} h"


def signs(found: Insights) -> dict[str, Any]:
    """The page of the signs before a flare."""
    told = [
        {
            "title": en_signs.sign_title(sign.sign),
            "line": en_signs.sentence(sign),
            "more": [line for line in (en_signs.stretches(sign), en_signs.left_out(sign)) if line],
        }
        for sign in found.signs.signs
    ]
    return {
        "title": en_signs.TITLE,
        "headline": en_signs.headline(found.signs),
        "parts": told,
        "notes": [en_signs.NOT_A_TEST] if told else [],
        "how": [en_signs.HOW] if told else [],
        "picture": "signs" if en_signs.alternative(found.signs) else "",
        "says": en_signs.alternative(found.signs),
    }


def forecast(found: Sequence[Forecast] | None) -> dict[str, Any]:
    """The page of the forecasts, one for each lift with a goal; None while they are being worked out."""
    told = [
        {
            "id": one.lift,
            "title": capital(lift_name(one.lift)),
            "sentences": en_forecast.sentences(one),
            "picture": f"forecast-{one.lift}" if one.fan else "",
            "says": en_forecast.alternative(one),
            "how": en_forecast.method(one),
            "rows": en_forecast.rows(one),
        }
        for one in found or ()
    ]
    return {
        "title": en_findings.FORECAST,
        "waiting": en_forecast.WORKING if found is None else "",
        "none": en_forecast.NO_GOALS if found == () else "",
        "parts": told,
    }


def sides(found: Insights) -> dict[str, Any]:
    """The page of left against right."""
    unlike = [series for series in found.sides if series.differs]
    return {
        "title": en_sides.TITLE,
        "headline": en_sides.headline(found.sides),
        "parts": [
            {
                "title": en_sides.series_title(series),
                "line": en_sides.sentence(series),
                "more": [
                    *map(en_sides.condition_words, en_sides.conditions(series)),
                    capital(en_sides.pair_words(series.pairs[-1], series.unit)) + ".",
                ],
            }
            for series in unlike
        ],
        "notes": [line for line in (en_sides.alike(found.sides),) if line],
        "how": [en_sides.WHY_THREE, en_sides.RUNG] if found.sides else [],
        "picture": "sides" if en_sides.alternative(found.sides) else "",
        "says": en_sides.alternative(found.sides),
    }


def described(found: Insights) -> dict[str, Any]:
    """The page of what gets no verdict: bar load, injections, the side that ached."""
    bar, injections, ached = found.described
    thirds = [
        (
            en_described.load_words(third.low, third.high, found.unit),
            third.group.mornings,
            third.group.ached,
            "–" if third.group.mean is None else number(round(third.group.mean, 1)),
        )
        for third in bar.thirds
    ]
    bar_says = en_described.bar_alternative(bar, found.unit)
    return {
        "title": en_findings.DESCRIBED,
        "headline": en_findings.DESCRIBED_LINE,
        "sections": [
            {
                "id": "bar",
                "title": en_described.BAR_TITLE,
                "lines": _said(
                    en_described.bar_sentence(bar),
                    en_described.bar_untold(bar),
                    en_described.BAR_DAYS if thirds else "",
                ),
                "rows": thirds,
                "column": en_findings.THIRDS,
                "why": en_described.BAR_WHY,
                "picture": "bar" if bar_says else "",
                "says": bar_says,
            },
            {
                "id": "injections",
                "title": en_described.INJECTIONS_TITLE,
                "lines": [] if injections else [en_described.INJECTIONS_EMPTY],
                "told": [
                    (en_described.injection_title(g), en_described.injection_sentence(g)) for g in injections
                ],
                "why": en_described.INJECTIONS_WHY,
                "picture": "injections" if injections else "",
                "says": en_described.injections_alternative(injections),
            },
            {
                "id": "ached",
                "title": en_described.SIDES_TITLE,
                "lines": _said(en_described.sides_sentence(ached), en_described.sides_means(ached)),
                "why": en_described.SIDES_WHY,
            },
        ],
    }


def _said(*lines: str) -> list[str]:
    return [line for line in lines if line]


def _answer(name: Question) -> Draw:
    def draw(found: Insights, theme: Theme, width: int) -> Spec | None:
        from underbar.charts.answers import specification  # noqa: PLC0415 - Altair takes half a second

        answer = found.answers[name]
        return specification(answer, theme, width) if answer.points else None

    return draw


def _signs(found: Insights, theme: Theme, width: int) -> Spec | None:
    from underbar.charts.signs import specification  # noqa: PLC0415 - as above

    return specification(found.signs, theme, width)


def _sides(found: Insights, theme: Theme, width: int) -> Spec | None:
    from underbar.charts.sides import specification  # noqa: PLC0415 - as above

    return specification(found.sides, theme, width)


def _bar(found: Insights, theme: Theme, width: int) -> Spec | None:
    from underbar.charts.described import bar_load  # noqa: PLC0415 - as above

    return bar_load(found.described.bar, found.unit, theme, width)


def _injections(found: Insights, theme: Theme, width: int) -> Spec | None:
    from underbar.charts.described import injections  # noqa: PLC0415 - as above

    return injections(found.described.injections, theme, width)


def forecast_picture(found: Sequence[Forecast], lift: str, theme: Theme, width: int) -> Spec | None:
    """The fan of a lift; None where it has none."""
    from underbar.charts.forecast import specification  # noqa: PLC0415 - as above

    fan = next((one for one in found if one.lift == lift and one.fan), None)
    return specification(fan, theme, width) if fan else None


PICTURES: Final[Mapping[str, Draw]] = {
    **{name: _answer(name) for name in QUESTIONS},
    "signs": _signs,
    "sides": _sides,
    "bar": _bar,
    "injections": _injections,
}
"""Every picture but that of the forecast, by the name that its address has."""
