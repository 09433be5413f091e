"""The reasons of a plan as a page shows them: what, who says so, what would have changed it, the rule."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.urls import reverse

from underbar.protocol.plan import Plan, Reason
from underbar.wording.en import changed_by, says_long
from underbar.wording.en_text import said_once


class Why(NamedTuple):
    """One reason in words. `change`: what opens the next step, empty for nothing the lifter could do.
    `url`: the page of the rule."""

    said: str
    who: str
    change: str
    rule: str
    url: str
    decided: bool


def whys(reasons: Iterable[Reason], day: date) -> tuple[Why, ...]:
    """Each reason once, that which decided first; the same of several exercises is one, with all names."""
    return tuple(
        Why(
            said,
            says_long(reason.rule),
            changed_by(reason) or "",
            reason.rule.replace("-", " "),
            _rule_page(reason.rule),
            reason.binding,
        )
        for said, reason in said_once(dict.fromkeys(reasons), day)
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
    return reverse("rule", args=[rule])
