"""What a lifter tells once and changes seldom: who lifts, where, towards what, in which zone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from underbar.diary.records import Goal, Gym, Lifter, Record, Zone
from underbar.services.clock import zone_named
from underbar.services.database import unit_of_work
from underbar.services.diary_log import Logged, add_records
from underbar.services.facts import Facts, facts

NOTHING_NEW = Logged((), (), ())


def describe(records: Iterable[Record], instant: datetime | None = None) -> Logged:
    """Store what the records say that the diary does not say yet, all or none; nothing where that is nothing.

    Sending the same twice therefore stores it once. Raises NotUnderstood.
    """
    with unit_of_work():
        known = facts(instant)
        news = [new for record in records if (new := _news(known, record)) is not None]
        return add_records(news, instant=instant) if news else NOTHING_NEW


def keep_gym(gym: Gym, *, use: bool, instant: datetime | None = None) -> Logged:
    """Store a gym as it now is. `use`: it becomes the one at hand, else the one in use stays so."""
    with unit_of_work():
        known = facts(instant)
        records: list[Record] = [gym]
        if known.gym is not None and known.gym.name != gym.name and not use:
            records.append(known.gym)
        if gym in known.gyms and (known.gym == gym or not use):
            return NOTHING_NEW
        return add_records(records, instant=instant)


def begin(instant: datetime | None = None) -> None:
    """Give an empty diary its first entry, which says what holds anyway: the article's rule."""
    with unit_of_work():
        if facts(instant).empty:
            add_records([Lifter(mode="article")], instant=instant)


def zone_exists(name: str) -> bool:
    """Whether there is a time zone of that IANA name."""
    return zone_named(name) is not None


def _news(known: Facts, record: Record) -> Record | None:
    """What the record says beyond what is known; None for nothing."""
    if isinstance(record, Lifter):
        return _lifter_news(known, record)
    if isinstance(record, Zone):
        return None if record.name == known.zone else record
    if isinstance(record, Goal):
        return _goal_news(known.goals.get(record.lift), record)
    if isinstance(record, Gym):
        return None if record == known.gym else record
    return record


def _lifter_news(known: Facts, record: Lifter) -> Lifter | None:
    units = known.units if known.units_told else None
    new = Lifter(
        born=None if record.born == known.born else record.born,
        units=None if record.units == units else record.units,
        bodyweight=None if record.bodyweight == known.bodyweight else record.bodyweight,
        mode=None if record.mode == known.mode else record.mode,
    )
    return None if new == Lifter() else new


def _goal_news(known: Goal | None, record: Goal) -> Goal | None:
    if record.off:
        return None if known is None else record
    if known is not None and all(
        given is None or given == had
        for given, had in (
            (record.target, known.target),
            (record.best, known.best),
            (record.start, known.start),
            (record.days, known.days or ()),
        )
    ):
        return None
    return record
