"""The sentence of a reason: from its rule and facts, through the one table of all rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Final

from underbar.protocol.plan import Fact, Reason
from underbar.protocol.reasons import FACTS
from underbar.wording import en_daily, en_load, en_rules
from underbar.wording.en_words import capital, exercise_name, joined

RULES: Final[dict[str, Callable[..., str]]] = {**en_rules.RULES, **en_load.RULES, **en_daily.RULES}

DATED: Final = frozenset(
    rule for rule, names in FACTS.items() if any(name.endswith("_day") for name in names)
)
"""Rules whose facts hold a date: their text depends on the plan's day too."""


def text(reason: Reason, day: date) -> str:
    """What `reason` says in the plan of `day`: one to three sentences, dates as seen from `day`.

    The facts must be those of `reasons.FACTS`, in its order; an unknown rule raises KeyError.
    """
    if reason.rule in DATED:
        return _dated(reason.rule, reason.facts, day)
    return _undated(reason.rule, reason.facts)


def said_once(reasons: Iterable[Reason], day: date) -> list[tuple[str, Reason]]:
    """Each sentence with a reason that gives it, those that decided first.

    Reasons that say the same of several exercises are one sentence, with all their names.
    """
    names: dict[tuple[str, str, bool], list[str]] = {}
    first: dict[tuple[str, str, bool], Reason] = {}
    for found in sorted(reasons, key=lambda reason: not reason.binding):
        said = text(found, day)
        exercise = dict(found.facts).get("exercise")
        name = exercise_name(exercise) if isinstance(exercise, str) else ""
        if not said.startswith(capital(name) + ": "):
            name = ""
        key = (found.rule, said[len(name) :], found.binding)
        names.setdefault(key, []).append(name)
        first.setdefault(key, found)
    return [(f"{capital(joined(same))}{key[1]}", first[key]) for key, same in names.items()]


@lru_cache(maxsize=4096)
def _dated(rule: str, facts: tuple[tuple[str, Fact], ...], day: date) -> str:
    return RULES[rule](day, *(value for _, value in facts))


@lru_cache(maxsize=4096)
def _undated(rule: str, facts: tuple[tuple[str, Fact], ...]) -> str:
    return RULES[rule](*(value for _, value in facts))
