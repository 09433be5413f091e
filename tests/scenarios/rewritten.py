"""Properties 7, 8 and 11 of METHOD 15: other dates, the other unit, another order, the same bytes."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from by_hand import EPS
from folded import PROTOCOL, Failure, Folded, fold, planned
from signs_and_plates import plate_step

from underbar.diary import records as r
from underbar.diary.diary import Diary
from underbar.diary.records import Entry, Record
from underbar.protocol.engine import decide
from underbar.quantities import Weight
from underbar.wording.as_json import plan_to_json

LAST = date(2100, 12, 31)
YEARS_28 = 1461
"""Weeks of 28 years: the shift that keeps every calendar year's age, if the year of birth moves too."""


def moved(thing: Any, by: timedelta) -> Any:
    """The same plan or part of one with every date in it moved."""
    if isinstance(thing, date):
        return thing + by
    if isinstance(thing, tuple):
        inside = [moved(part, by) for part in thing]
        return type(thing)(*inside) if hasattr(thing, "_fields") else tuple(inside)
    return thing


def _moved_entry(entry: Entry, by: timedelta, years: int) -> Entry:
    record, written = entry.record, entry.written
    if isinstance(record, r.Lifter) and record.born is not None:
        record = replace(record, born=record.born + years)
    if written is not None:
        written = (date.fromisoformat(written[:10]) + by).isoformat() + written[10:]
    return entry._replace(day=entry.day + by, record=record, written=written)


def check_moved(folded: Folded, entries: Sequence[Entry], seed: int) -> list[Failure]:
    """Property 7: by 28 years (ages stay), or by weeks where no year of birth is told or the year stays."""
    last = max((e.day for e in entries), default=folded.first)
    weeks = Random(seed).choice((1, -1, 7, 30, -52))
    by, years = timedelta(weeks=weeks), 0
    aged = any(isinstance(e.record, r.Lifter) and e.record.born is not None for e in entries)
    year_stays = (
        folded.first.year == (folded.first + by).year == last.year == (last + timedelta(days=1) + by).year
    )
    if aged and not year_stays:
        by, years = timedelta(weeks=YEARS_28), 28
    if last + by > LAST - timedelta(days=9):
        by, years = -timedelta(weeks=YEARS_28), -28
    other = fold([_moved_entry(e, by, years) for e in entries])
    for before, after in zip(folded.plans, other.plans, strict=False):
        if moved(before, by) != after:
            return [
                Failure(7, before.day, f"the plan differs when all is moved by {by.days} days", str(by.days))
            ]
    return []


def _other_unit(weight: Weight | None) -> Weight | None:
    if weight is None:
        return None
    unit = "kg" if weight.unit == "lb" else "lb"
    exact = weight.value * 0.45359237 if unit == "kg" else weight.value / 0.45359237
    return Weight(round(exact, 1), unit)


def _in_other_unit(record: Record) -> Record:
    if isinstance(record, r.Lift):
        return replace(record, work=tuple(r.Work(_other_unit(w.weight), w.sets) for w in record.work))
    if isinstance(record, r.Goal):
        target, best, start = (_other_unit(w) for w in (record.target, record.best, record.start))
        return replace(record, target=target, best=best, start=start)
    if isinstance(record, r.Bodyweight):
        weight = _other_unit(record.weight)
        return replace(record, weight=weight)
    return record


def check_other_unit(folded: Folded, seed: int) -> list[Failure]:
    """Property 8. For diaries whose lifter names a unit on the first day."""
    chance, every = Random(seed), seed % 2 == 0
    other = Folded(folded.first, folded.superseded)
    for index, day in enumerate(folded.days):
        other.add(
            tuple(
                e._replace(record=_in_other_unit(e.record)) if every or chance.random() < 0.5 else e
                for e in day
            )
        )
        before, after = folded.plans[index], other.plans[index]
        loads = {lift.lift: lift for lift in before.lifts}
        if set(loads) != {lift.lift for lift in after.lifts}:
            return [Failure(8, before.day, f"{sorted(loads)} became {[lift.lift for lift in after.lifts]}")]
        for lift in after.lifts:
            was = loads[lift.lift]
            step = plate_step(
                min(lift.weight, was.weight), lift.unit, folded.states[index + 1].gym, lift.lift
            )
            plate = max(step, 5.0 if lift.unit == "lb" else 2.5)
            if lift.unit != was.unit or abs(lift.weight - was.weight) > plate + EPS:
                return [
                    Failure(
                        8,
                        before.day,
                        f"{lift.lift} {was.weight:g} {was.unit} became {lift.weight:g} {lift.unit}",
                    )
                ]
    return []


# NOTATION: sets of an exercise are in order, and a later `lifter`, `gym` or goal replaces an earlier one
ORDERED = (r.Lift, r.Lifter, r.Gym, r.Goal, r.Param, r.Sources, r.Medicine, r.Bodyweight, r.Activity)


def _shuffled(day: tuple[Entry, ...], chance: Random) -> tuple[Entry, ...]:
    """The day in another order; sets keep theirs, and so does what stands from a line to the next."""
    kept = iter([e for e in day if isinstance(e.record, ORDERED)])
    mixed = chance.sample(day, len(day))
    return tuple(next(kept) if isinstance(e.record, ORDERED) else e for e in mixed)


def check_same_bytes(folded: Folded, entries: Sequence[Entry], seed: int) -> list[Failure]:
    """Property 11: a second fold, one day alone, another order, a pickled state: the same bytes."""
    chance = Random(seed)
    texts = [plan_to_json(plan) for plan in folded.plans]
    middle = chance.randrange(len(folded.days))
    mixed = Folded(folded.first, folded.superseded)
    state = folded.states[0]
    for index, day in enumerate(folded.days):
        kept = pickle.dumps(state) if index % 7 == 0 or index == middle else None
        if index == middle and kept is not None:
            state = pickle.loads(kept)  # noqa: S301 - our own bytes of a moment ago
        after, plan = planned(state, folded.day(index), day, folded.superseded)
        if plan_to_json(plan) != texts[index]:
            return [
                Failure(
                    11,
                    plan.day,
                    "other bytes from the same entries" + (" and a pickled state" if index >= middle else ""),
                )
            ]
        if kept is not None and state != pickle.loads(kept):  # noqa: S301
            return [Failure(11, plan.day, "advance changed the state that it was given")]
        state = after
        mixed.add(_shuffled(day, chance))
        if plan_to_json(mixed.plans[-1]) != texts[index]:
            return [Failure(11, plan.day, "other bytes from another order within a day")]
    day = folded.day(middle)
    if plan_to_json(decide(PROTOCOL, Diary.of(chance.sample(list(entries), len(entries))), day)) != texts[
        middle
    ] and _ordered(entries):
        return [Failure(11, day, "decide says other bytes than replay")]
    return []


def _ordered(entries: Sequence[Entry]) -> bool:
    """Whether no day holds two entries of a kind whose order counts."""
    kept = [(e.day, type(e.record)) for e in entries if isinstance(e.record, ORDERED)]
    return len(kept) == len(set(kept))
