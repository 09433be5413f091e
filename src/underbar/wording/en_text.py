"""The sentence of a reason: from its rule and facts, through the one table of all rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Final

from underbar.protocol.plan import Fact, Reason
from underbar.protocol.reasons import FACTS
from underbar.wording import en_daily, en_load, en_rules

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


@lru_cache(maxsize=4096)
def _dated(rule: str, facts: tuple[tuple[str, Fact], ...], day: date) -> str:
    return RULES[rule](day, *(value for _, value in facts))


@lru_cache(maxsize=4096)
def _undated(rule: str, facts: tuple[tuple[str, Fact], ...]) -> str:
    return RULES[rule](*(value for _, value in facts))
