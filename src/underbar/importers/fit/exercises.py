"""Which exercise the watch took a set for. It mostly guesses, so that every name says where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from fitdecode.profile import FIELD_TYPES

from underbar.importers.fit.messages import Message
from underbar.importers.fit.shape import MESSAGE_INDEX, STEP, TITLE, WARMUP

UNKNOWN: Final = "Unknown exercise"
_MARK: Final = " (watch)"
"""No name of a lift of the method ends so: a set counts as one only where the lifter says that it does."""

Exercise = tuple[int | None, int | None]
"""Garmin's category, and the number of the exercise within it; None where not known."""


class Plan(NamedTuple):
    """The planned workout of an activity: by its number each step's exercise and whether it is a warm-up,
    and the names that the plan's writer gave to exercises."""

    steps: Mapping[int | None, tuple[Exercise, bool]]
    titles: Mapping[Exercise, str]


def plan_of(messages: Iterable[Message]) -> Plan:
    """The plan that an activity followed, empty where there was none."""
    steps: dict[int | None, tuple[Exercise, bool]] = {}
    titles: dict[Exercise, str] = {}
    for message in messages:
        if message.number == STEP and message.value(MESSAGE_INDEX) is not None:
            exercise = message.value(10), message.value(11)
            steps[message.value(MESSAGE_INDEX)] = exercise, message.value(7) == WARMUP
        elif message.number == TITLE:
            titles[message.value(0), message.value(1)] = message.text(2)
    return Plan(steps, titles)


def exercise_of(done: Message, plan: Plan) -> tuple[str, bool]:
    """The name of the exercise of a set, and whether the plan has it as a warm-up."""
    exercise: Exercise = done.value(7), done.value(8)
    step, warmup = plan.steps.get(done.value(11), (exercise, False))
    if step[0] is not None:
        exercise = step
    return (plan.titles.get(exercise) or _name(*exercise)) + _MARK, warmup


@lru_cache(maxsize=4096)
def _name(category: int | None, exercise: int | None) -> str:
    word = _names("exercise_category").get(category, "unknown")
    if word == "unknown":
        return UNKNOWN
    name = _names(f"{word}_exercise_name").get(exercise, word)
    return name.strip("_").replace("_", " ").capitalize()


def _names(kind: str) -> Mapping[int | None, str]:
    known = FIELD_TYPES.get(kind)
    return known.enum if known is not None else {}
