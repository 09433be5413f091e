"""The reasons of a plan as a page shows them: what, who says so, what would have changed it, the rule."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.urls import NoReverseMatch, reverse

from underbar.protocol.plan import Plan, Reason
from underbar.wording.en import changed_by, exercise_name, says_long, text
from underbar.wording.en_words import capital, joined


class Why(NamedTuple):
    """One reason in words. `change`: what opens the next step, empty for nothing the lifter could do.
    `url`: the page of the rule, empty where there is none."""

    said: str
    who: str
    change: str
    rule: str
    url: str
    decided: bool


def whys(reasons: Iterable[Reason], day: date) -> tuple[Why, ...]:
    """Each reason once, that which decided first; the same of several exercises is one, with all names."""
    ordered = sorted(dict.fromkeys(reasons), key=lambda reason: not reason.binding)
    names: dict[tuple[str, str, bool], list[str]] = {}
    first: dict[tuple[str, str, bool], Reason] = {}
    for found in ordered:
        said = text(found, day)
        exercise = dict(found.facts).get("exercise")
        name = exercise_name(exercise) if isinstance(exercise, str) else ""
        if not said.startswith(f"{capital(name)}: "):
            name = ""
        key = (found.rule, said[len(name) :], found.binding)
        names.setdefault(key, []).append(name)
        first.setdefault(key, found)
    return tuple(
        Why(
            f"{capital(joined(same))}{rest}",
            says_long(rule),
            changed_by(first[rule, rest, decided]) or "",
            rule.replace("-", " "),
            _rule_page(rule),
            decided,
        )
        for (rule, rest, decided), same in names.items()
    )


def day_whys(plan: Plan) -> tuple[Why, ...]:
    """The reasons of the day as a whole: those that no lift and no item of it gives."""
    elsewhere = {_same(reason) for lift in plan.lifts for reason in lift.reasons}
    elsewhere |= {_same(reason) for work in plan.stability for reason in work.reasons}
    elsewhere |= {_same(reason) for other in plan.other for reason in other.reasons}
    if plan.release is not None:
        elsewhere |= {_same(reason) for reason in plan.release.reasons}
    return whys([reason for reason in plan.reasons if _same(reason) not in elsewhere], plan.day)


def _same(reason: Reason) -> Reason:
    return reason._replace(binding=False)


@lru_cache(maxsize=128)
def _rule_page(rule: str) -> str:
    try:
        return reverse("rule", args=[rule])
    except NoReverseMatch:
        return ""
