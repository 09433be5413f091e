"""Which question was declared first: a choice made after looking is no choice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from underbar.insights.answers import LOOKS, Question
from underbar.insights.columns import columns_of
from underbar.insights.days import Diary
from underbar.insights.questions import tables_of

USUAL: Final[Question] = "sleep"
"""Where nothing was declared: the author's own question."""


def first_look(seen: Diary) -> int | None:
    """The day (proleptic ordinal) on which any question reaches its first look; None before that."""
    columns = columns_of(seen.days)
    ends = [found.until(LOOKS[0]) for found in tables_of(columns).values()]
    return min((int(columns.day[end - 1]) for end in ends if end is not None), default=None)


def declared(choices: Iterable[tuple[int, Question]], look: int | None) -> Question:
    """The last of the `choices` (day as an ordinal, question; in order of time) before the first look."""
    counted = [question for day, question in choices if look is None or day < look]
    return counted[-1] if counted else USUAL
