"""Looking back: what was logged, and what was shown."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from underbar.diary.records import Entry
from underbar.protocol.document import load
from underbar.services.clock import Moment, now
from underbar.services.database import looking, unit_of_work
from underbar.services.fold import standing_between
from underbar.services.lifter import moment_of, today_of
from underbar.store import entries, plans


class Day(NamedTuple):
    """What stands in the diary for a day, and the plans shown for it as JSON, the last one last."""

    day: date
    entries: tuple[Entry, ...]
    shown: tuple[plans.Shown, ...]


def history(days: int = 14, until: date | None = None, instant: datetime | None = None) -> tuple[Day, ...]:
    """The days with an entry or a shown plan among the `days` that end with `until`, the newest first.

    `until` None: today.
    """
    with unit_of_work() as owner:
        last = until or today_of(owner, load(), instant or now()).day
        first = last - timedelta(days=max(1, min(days, last.toordinal())) - 1)
        found = standing_between(owner, first, last)
        shown = plans.shown_plans(owner, first, last)
    named = {day for day in found.days if first <= day <= last} | {plan.day for plan in shown}
    return tuple(
        Day(day, found.day_entries(day), tuple(plan for plan in shown if plan.day == day))
        for day in sorted(named, reverse=True)
    )


def entry_count() -> int:
    """How many entries the diary has, removed and corrected ones included; 0 for an empty one."""
    with unit_of_work() as owner:
        return entries.count(owner)


def lifters_today(instant: datetime | None = None) -> Moment:
    """The lifter's day of `instant` (None: now), in the zone and with the start of day then in force."""
    with looking() as owner:
        return moment_of(owner, load(), instant or now())
