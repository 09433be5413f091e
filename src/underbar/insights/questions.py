"""Three questions, asked of every diary the same way, with a verdict at declared looks alone."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from underbar.insights import looks
from underbar.insights.answers import (
    DESCRIBED_FROM,
    LOOKS,
    QUESTIONS,
    WIDTH_FROM,
    Answer,
    Caveat,
    Effect,
    Look,
    Point,
    Question,
    Verdict,
    group_of,
)
from underbar.insights.columns import Columns, columns_of
from underbar.insights.days import Diary
from underbar.insights.model import BORDER, Model, Table, enough, estimate, table
from underbar.insights.sensitivity import AT, runs, same_way


class _Reached(NamedTuple):
    """A look that was reached: the place after its last morning, and the model then."""

    end: int
    model: Model | None


class Judged(NamedTuple):
    """What is found of a question at the looks reached so far. `last`: the latest of them."""

    verdict: Verdict
    looks: tuple[Look, ...]
    last: _Reached | None
    caveats: tuple[Caveat, ...]


def answer_all(diary: Diary, first: Question = "sleep") -> dict[Question, Answer]:
    """The answers to all questions; `first` is the one that the lifter declared before looking."""
    tables = tables_of(columns_of(diary.days))
    # Small matrices: on a busy machine threads that wait for each other take ten times as long as one.
    with threadpool_limits(limits=1, user_api="blas"):
        judged = verdicts(tables, first)
        return {
            question: _answer(tables[question], question == first, judged[question]) for question in QUESTIONS
        }


def tables_of(columns: Columns) -> dict[Question, Table]:
    """Every question over the same days."""
    return {question: table(question, columns) for question in QUESTIONS}


def verdicts(tables: dict[Question, Table], first: Question) -> dict[Question, Judged]:
    """The verdicts at the looks that each question has reached."""
    reached = {question: _reached(found) for question, found in tables.items()}
    p = {
        question: [None if look.model is None else look.model.fit.p for look in every]
        for question, every in reached.items()
    }
    alpha = looks.shares(first, p)
    given: dict[Question, Judged] = {}
    for question, every in reached.items():
        found = tables[question]
        level = looks.levels(alpha[question])
        said = tuple(
            Look(
                LOOKS[at],
                int(found.columns.day[look.end - 1]),
                p[question][at],
                level[at],
                _below(p[question][at], level[at]),
            )
            for at, look in enumerate(every)
        )
        verdict, caveats = _judge(found, every, said)
        given[question] = Judged(verdict, said, every[-1] if every else None, caveats)
    return given


def _below(p: float | None, level: float) -> bool:
    return p is not None and p < level


def _reached(found: Table) -> list[_Reached]:
    ends = [found.until(mornings) for mornings in LOOKS]
    return [
        _Reached(end, estimate(found, end) if enough(found, end) else None) for end in ends if end is not None
    ]


def _judge(
    found: Table, reached: list[_Reached], said: tuple[Look, ...]
) -> tuple[Verdict, tuple[Caveat, ...]]:
    """The verdict of the last look, and why it is no stronger one.

    What was found is taken back where the mornings since then no longer bear it out: that makes no finding.
    """
    now = _width(found)
    if now is None:
        return "too-little", ()
    first = next((look.model for look, one in zip(reached, said, strict=True) if one.found), None)
    if first is None:
        return "cannot-tell", ()
    last = reached[-1]
    if last.model is None or not all(_bears_out(model, first) for model in (last.model, now)):
        return "cannot-tell", ("faded",)
    done = runs(found, last.end, last.model)
    if any(run.name == "tipping" and not run.agrees for run in done):
        return "cannot-tell", ("tipping",)
    if said[-1].found and all(run.agrees for run in done):
        return "consistent", ()
    return "leaning", ()


def _bears_out(model: Model, first: Model) -> bool:
    return model.fit.p < AT and same_way(model.fit.estimate, first.fit.estimate)


def _width(found: Table) -> Model | None:
    """The model of all mornings so far; None where they are too few, or one group has too few of them."""
    end = len(found.usable)
    if int(found.usable.sum()) < WIDTH_FROM or not enough(found, end):
        return None
    return estimate(found, end)


def _answer(found: Table, first: bool, judged: Judged) -> Answer:
    question = found.question
    mornings = int(found.usable.sum())
    (at,) = np.nonzero(found.usable)
    told = found.exposure[at]
    ache = found.columns.ache[at]
    border = BORDER[question]
    low = told > border if question == "sitting" else told < border
    model = _width(found)
    days = found.columns.ache[at[0] :] if mornings else found.columns.ache[:0]
    last = judged.last
    done = () if last is None or last.model is None else runs(found, last.end, last.model)
    return Answer(
        question=question,
        first=first,
        verdict=judged.verdict,
        mornings=mornings,
        missing=len(days) - mornings,
        silent=int(np.isnan(days).sum()),
        low=group_of(ache[low].tolist()),
        high=group_of(ache[~low].tolist()),
        border=None if question == "release" else border,
        effect=None if model is None else _effect(model),
        runs=done,
        looks=judged.looks,
        next_look=next((look for look in LOOKS if look > mornings), None),
        without=() if model is None else model.without,
        caveats=(*judged.caveats, *_why_little(found, mornings, model)),
        points=tuple(
            Point(int(day), float(x), int(y))
            for day, x, y in zip(found.columns.day[at], told, ache, strict=True)
        ),
    )


def _why_little(found: Table, mornings: int, model: Model | None) -> list[Caveat]:
    if mornings < DESCRIBED_FROM:
        return ["few-mornings"]
    if mornings < WIDTH_FROM:
        return ["no-width-yet"]
    if np.ptp(found.exposure[found.usable]) == 0:
        return ["always-the-same"]
    if np.ptp(found.columns.ache[found.usable]) == 0:
        return ["ache-always-the-same"]
    if not enough(found, len(found.usable)):
        return ["one-group-small"]
    return ["no-pairs"] if model is None else []


def _effect(model: Model) -> Effect:
    low, high = model.fit.interval()
    return Effect(
        scale=model.scale,
        estimate=model.fit.estimate,
        low=low,
        high=high,
        error=model.fit.error,
        p=model.fit.p,
        rows=len(model.rows),
        freedom=model.fit.freedom,
        persistence=model.fit.persistence,
        carried=float(model.fit.others[1]) if not np.isnan(model.fit.others[1]) else 0.0,
        hac=model.fit.hac,
        below=model.fit.below,
    )
