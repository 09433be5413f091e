"""The recovery as one row a day: what the picture, its table and the calendar are made of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from underbar.charts.data import Day, Injected, Lifted, Pace, Recovery
from underbar.diary.diary import Diary
from underbar.diary.records import Checkin, Entry, Injection, Lift, Record, Release, Sleep
from underbar.diary.vocabulary import LIFTS
from underbar.insights.fan import PACE_DAYS, PACE_FROM, PACE_LIFT, PACE_TO
from underbar.protocol.document import load
from underbar.protocol.rules.night import night_of
from underbar.quantities import Unit
from underbar.services import fold
from underbar.services.database import looking, unit_of_work
from underbar.services.errors import RuleFailure
from underbar.services.facts import facts
from underbar.services.kept import until_changed
from underbar.services.lifter import standing
from underbar.services.sources import orders
from underbar.store import plans

WEEK: Final = 7
FEWEST_NIGHTS: Final = 4


class _Said(NamedTuple):
    """What the plan of a day said: its verdict, whether it settled a flare, the verdict of each lift."""

    verdict: str
    flare: bool
    lifts: dict[str, str]


def recovery(
    first: date | None = None, last: date | None = None, instant: datetime | None = None
) -> Recovery:
    """Every day from `first` to `last`, neither before the diary's first day nor after today.

    None: from the first day, to today. Verdicts are those of the plans as shown, and where none was
    shown those of today's rules. Kept until the diary changes.
    """
    known = facts(instant)
    if known.first_day is None:
        return Recovery((), None, known.units)
    begin = max(first or known.first_day, known.first_day)
    end = min(last or known.today, known.today)
    if end < begin:
        return Recovery((), known.first_day, known.units)
    with looking() as owner:
        key = ("recovery", begin, end, load().digest)
        return until_changed(owner, key, lambda: _recovery(begin, end, known.first_day, known.units))


def _recovery(first: date, last: date, begins: date | None, unit: Unit) -> Recovery:
    with unit_of_work() as owner:
        diary = fold.standing_between(owner, first - timedelta(WEEK - 1), last)
        said = _plans(owner, first, last, diary)
        trained = standing(owner, Lift, until=last)
        order = orders(owner, last)
    nights = {day: _sleep(_entries(diary, day), order.on(day)) for day in diary.days}
    days = tuple(
        _day(day, [entry.record for entry in _entries(diary, day)], said.get(day), nights, unit)
        for day in _each_day(first, last)
    )
    return Recovery(days, begins, unit, _pace(trained, unit))


def _each_day(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(away) for away in range((last - first).days + 1))


def _entries(diary: Diary, day: date) -> list[Entry]:
    return [entry for entry in diary.day_entries(day) if entry.id not in diary.superseded]


def _day(
    day: date, records: list[Record], said: _Said | None, nights: dict[date, float | None], unit: Unit
) -> Day:
    checkins = [record for record in records if isinstance(record, Checkin)]
    sides = [_sides(checkin) for checkin in checkins]
    week = [hours for away in range(WEEK) if (hours := nights.get(day - timedelta(away))) is not None]
    return Day(
        day=day,
        verdict=said.verdict if said else None,
        flare=said.flare if said else False,
        answered=bool(checkins),
        ache=_worst(checkin.ache for checkin in checkins),
        left=_worst(left for left, _ in sides),
        right=_worst(right for _, right in sides),
        stiff=next((checkin.stiff for checkin in reversed(checkins) if checkin.stiff), None),
        sleep=nights.get(day),
        sleep_mean=sum(week) / len(week) if len(week) >= FEWEST_NIGHTS else None,
        release=any(isinstance(record, Release) and (record.left or record.right) for record in records),
        lifts=tuple(_lifted(records, said, unit)),
        injections=tuple(
            Injected(record.what, record.number, record.side)
            for record in records
            if isinstance(record, Injection) and not record.planned
        ),
    )


def _worst(values: Iterable[int | None]) -> int | None:
    """Of check-ins that disagree, what each tells that is worst: METHOD section 1."""
    return max((value for value in values if value is not None), default=None)


def _sides(checkin: Checkin) -> tuple[int | None, int | None]:
    """Ache on the left and on the right; None for a side that was not told."""
    if checkin.left is not None or checkin.right is not None:
        return checkin.left, checkin.right
    if checkin.ache == 0 or checkin.side == "both":
        return checkin.ache, checkin.ache
    if checkin.side == "left":
        return checkin.ache, None
    return None, checkin.ache if checkin.side == "right" else None


def _sleep(entries: Sequence[Entry], order: Sequence[str]) -> float | None:
    """Hours of the night, as the plan counts them."""
    typed = [e.record.sleep for e in entries if isinstance(e.record, Checkin) and e.record.sleep is not None]
    told = [(e.source, e.record.seconds) for e in entries if isinstance(e.record, Sleep)]
    seconds = night_of(typed, told, order).seconds
    return None if seconds is None else seconds / 3600


def _lifted(records: Iterable[Record], said: _Said | None, unit: Unit) -> Iterator[Lifted]:
    """The heaviest set of each of the method's lifts that was no warm-up."""
    heaviest: dict[str, float] = {}
    for record in records:
        if isinstance(record, Lift) and record.exercise in LIFTS and not record.warmup:
            for work in record.work:
                if work.weight is not None:
                    weight = work.weight.to(unit)
                    heaviest[record.exercise] = max(weight, heaviest.get(record.exercise, 0))
    for lift in LIFTS:
        if lift in heaviest:
            yield Lifted(lift, heaviest[lift], unit, said.lifts.get(lift) if said else None)


def _plans(owner: int, first: date, last: date, diary: Diary) -> dict[date, _Said]:
    """What was planned for each day: as it was shown last, else as today's rules have it."""
    found = {shown.day: _shown(json.loads(shown.plan)) for shown in plans.shown_plans(owner, first, last)}
    missing = [day for day in _each_day(first, last) if day not in found]
    if missing:
        try:
            for plan in fold.plans_between(owner, load(), missing[0], missing[-1], diary):
                found.setdefault(
                    plan.day,
                    _Said(
                        plan.verdict, plan.phase == "settle", {lift.lift: lift.verdict for lift in plan.lifts}
                    ),
                )
        except RuleFailure:
            pass  # a day that has no plan has no verdict; Today says why
    return found


def _shown(plan: dict[str, Any]) -> _Said:
    lifts = {lift["lift"]: lift["verdict"] for lift in plan["lifts"]}
    return _Said(plan["verdict"], plan["phase"] == "settle", lifts)


def _pace(trained: Diary, unit: Unit) -> Pace | None:
    """The author's pace, from the day on which this lifter's first session of that lift was."""
    for entry in trained.entries:
        record = entry.record
        if isinstance(record, Lift) and record.exercise == PACE_LIFT and not record.warmup:
            begins = entry.day
            ends = begins + timedelta(PACE_DAYS)
            return Pace(PACE_LIFT, begins, ends, PACE_FROM.to(unit), PACE_TO.to(unit), unit)
    return None
