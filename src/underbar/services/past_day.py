"""One past day: what was logged, corrections included, the plans as they were shown, and today's view."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from underbar.diary.records import Entry, Void
from underbar.protocol.document import load
from underbar.services import fold
from underbar.services.database import unit_of_work
from underbar.services.errors import RuleFailure
from underbar.services.facts import facts
from underbar.store import plans
from underbar.wording.as_json import plan_to_dict

State = Literal["stands", "corrected", "removed"]


class Told(NamedTuple):
    """An entry of the day, and whether it stands."""

    entry: Entry
    state: State


class Shown(NamedTuple):
    """A plan as it was shown: the object of its JSON, and when, in the zone of the lifter then."""

    at: datetime
    plan: dict[str, Any]


class PastDay(NamedTuple):
    """A day from the diary's `first` to `today`. `shown`: the first one first.

    `now`: the plan as today's rules have it with all that the diary now knows; None where a rule fails.
    """

    day: date
    first: date
    today: date
    told: tuple[Told, ...]
    shown: tuple[Shown, ...]
    now: dict[str, Any] | None


def past_day(day: date, instant: datetime | None = None) -> PastDay | None:
    """The day; None for one before the diary's first or after today."""
    known = facts(instant)
    if known.first_day is None or not known.first_day <= day <= known.today:
        return None
    with unit_of_work() as owner:
        logged = fold.all_between(owner, day, day)
        diary = fold.standing_between(owner, day, day)
        stored = plans.shown_plans(owner, day, day)
        try:
            now = plan_to_dict(fold.fold_to(owner, load(), day).plan)
        except RuleFailure:
            now = None
    standing = {entry.id for entry in diary.day_entries(day)} - diary.superseded
    voided = {entry.record.id for entry in logged if isinstance(entry.record, Void)}
    return PastDay(
        day,
        known.first_day,
        known.today,
        tuple(
            Told(entry, _state(entry, standing, voided))
            for entry in logged
            if entry.day == day and not isinstance(entry.record, Void)
        ),
        tuple(Shown(datetime.fromisoformat(plan.shown), json.loads(plan.plan)) for plan in stored),
        now,
    )


def _state(entry: Entry, standing: set[str | None], voided: set[str]) -> State:
    if entry.id in standing:
        return "stands"
    return "removed" if entry.id in voided else "corrected"
