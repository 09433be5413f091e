"""Answers made by hand, to be said and drawn."""

from __future__ import annotations

from datetime import date

from underbar.insights.answers import Answer, Effect, Group, Look, Point, Question, Run

FIRST = date(2026, 1, 5).toordinal()
POINTS = (*((6.0, 2), (6.0, 2), (6.0, 0), (5.5, 1)), *((7.5, 0), (7.5, 0), (8.0, 0), (8.0, 1)))


def effect(estimate: float = -0.3, low: float = -0.7, high: float = 0.1, scale: str = "points") -> Effect:
    """An effect of one hour more."""
    return Effect(
        scale="chance" if scale == "chance" else "points",
        estimate=estimate,
        low=low,
        high=high,
        error=0.2,
        p=0.14,
        rows=57,
        freedom=46,
        persistence=-0.05,
        carried=0.31,
        hac=False,
        below=0.93,
    )


def answer(question: Question = "sleep", **more: object) -> Answer:
    """Sixty-two mornings that can't tell, as EVIDENCE F words them; `more`: fields that are otherwise."""
    release = question == "release"
    found = Answer(
        question=question,
        first=question == "sleep",
        verdict="cannot-tell",
        mornings=62,
        missing=9,
        silent=7,
        low=Group(12, 5, 0.625),
        high=Group(50, 11, 0.25),
        border=None if release else 6.5 if question == "sleep" else 6.0,
        effect=effect(),
        runs=(Run("without-events", -0.2, 0.3, False, 40),),
        looks=(Look(90, FIRST + 100, 0.2, 0.014, False),),
        next_look=180,
        without=("evening",),
        caveats=(),
        points=tuple(
            Point(FIRST + place, float(x > 7) if release else x, ache)
            for place, (x, ache) in enumerate(POINTS)
        ),
    )
    return found._replace(**more)  # type: ignore[arg-type]
