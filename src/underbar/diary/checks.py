"""What in a diary that reads well can still not be so: one sentence a fact, for the lifter."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import Final, Literal, NamedTuple

from underbar.diary.diary import Diary, circular, with_ids
from underbar.diary.notation_kinds import KINDS, word_of
from underbar.diary.records import Checkin, Entry, Injection, Lift, Lifter, Void
from underbar.quantities import LB_PER_KG, Weight, median, number

ADULT: Final = 18
OLDEST: Final = 100
_UNIT_SLACK = 0.07
"""How far a ratio of weights may be from that of kilogram and pound, as a share of it."""
_FAR_ABOVE = 1.5
"""Times the heaviest so far; a step of the method is far below it."""
_SEEN_BEFORE = 3
"""Entries of an exercise before its next weight is judged."""


class Finding(NamedTuple):
    """A fact of `day` that needs a look. An error can't be true; a warning may be."""

    day: date
    message: str
    severity: Literal["error", "warning"]


def check(entries: Iterable[Entry], today: date | None = None) -> tuple[Finding, ...]:
    """Findings by day. `today`: the lifter's day, None where nothing is said about the future.

    Voided and corrected entries are judged only for what they point to.
    """
    known = with_ids(sorted(entries, key=attrgetter("day")))
    diary = Diary.of(known)
    current = [entry for entry in diary.entries if entry.id not in diary.superseded]
    found = [*_pointers(known), *_ages(current), *_mornings(current), *_weights(current)]
    if today is not None:
        found += _future(current, today)
    return tuple(sorted(found, key=attrgetter("day")))


def _pointers(entries: Sequence[Entry]) -> Iterable[Finding]:
    by_id: dict[str | None, Entry] = {}
    for entry in entries:
        if by_id.setdefault(entry.id, entry) != entry:
            yield Finding(
                entry.day,
                f"The id {entry.id} stands on two different entries; give one of them an id of its own.",
                "error",
            )
    circle = circular(entries)
    for entry in entries:
        if isinstance(entry.record, Void) and entry.record.id not in by_id:
            yield Finding(
                entry.day,
                f"This removes the entry {entry.record.id}, which is not in this diary; check the id.",
                "warning",
            )
        if entry.supersedes is not None and entry.supersedes not in by_id:
            yield Finding(
                entry.day,
                f"This corrects the entry {entry.supersedes}, which is not in this diary; check the id.",
                "warning",
            )
        if entry.id in circle:
            yield Finding(
                entry.day,
                f"The corrections of {entry.id} lead back to it, so none of them counts; "
                "void those that are wrong.",
                "error",
            )


def _ages(entries: Iterable[Entry]) -> Iterable[Finding]:
    for entry in entries:
        record = entry.record
        if not isinstance(record, Lifter) or record.born is None:
            continue
        age = entry.day.year - record.born
        if age < ADULT:
            yield Finding(
                entry.day,
                f"Born {record.born} makes the lifter younger than {ADULT}, and this method is for adults "
                "only; check the year.",
                "error",
            )
        elif age > OLDEST:
            yield Finding(
                entry.day, f"Born {record.born} makes the lifter {age} years old; check the year.", "error"
            )


def _mornings(entries: Iterable[Entry]) -> Iterable[Finding]:
    first: dict[date, Checkin] = {}
    for entry in entries:
        record = entry.record
        if not isinstance(record, Checkin):
            continue
        other = first.setdefault(entry.day, record)
        differing = [
            field.name
            for field in KINDS["checkin"].fields
            if None not in (values := (getattr(other, field.name), getattr(record, field.name)))
            and values[0] != values[1]
        ]
        if differing:
            yield Finding(
                entry.day,
                f"Two check-ins of this day differ in {', '.join(differing)}, so the most careful answer of "
                "each counts; remove the one that is wrong.",
                "warning",
            )


def _weights(entries: Iterable[Entry]) -> Iterable[Finding]:
    seen: dict[str, list[float]] = {}
    for entry in entries:
        record = entry.record
        if not isinstance(record, Lift) or record.warmup:
            continue
        weights = [work.weight for work in record.work if work.weight is not None]
        if not weights:
            continue
        heaviest = max(weights, key=_pounds)
        earlier = seen.setdefault(record.exercise, [])
        message = _weight(record.exercise, heaviest, earlier) if len(earlier) >= _SEEN_BEFORE else None
        insort(earlier, _pounds(heaviest))
        if message is not None:
            yield Finding(entry.day, message, "warning")


def _pounds(weight: Weight) -> float:
    return weight.to("lb")


def _weight(exercise: str, weight: Weight, earlier: Sequence[float]) -> str | None:
    """What is odd about a weight beside the earlier ones, in pounds and ascending; None for nothing.

    A weight that was reached three times before is not odd any more.
    """
    low, usual, high = earlier[_SEEN_BEFORE - 1], median(earlier), earlier[-_SEEN_BEFORE]
    found = _pounds(weight)
    shown = number(round(Weight(usual, "lb").to(weight.unit), 1))
    beside = f"{exercise} {weight} is far from the usual {shown}{weight.unit}"
    other = LB_PER_KG if found > usual else 1 / LB_PER_KG
    if (found > high or found < low) and abs(found / usual / other - 1) <= _UNIT_SLACK:
        return f"{beside}, as far as kilograms are from pounds; check the unit."
    if found > _FAR_ABOVE * high:
        return f"{beside} and far above anything before; check the number."
    return None


def _future(entries: Iterable[Entry], today: date) -> Iterable[Finding]:
    for entry in entries:
        planned = isinstance(entry.record, Injection) and entry.record.planned
        if entry.day > today and not planned:
            yield Finding(
                entry.day,
                f"The entry {word_of(entry.record)} lies after today, {today.isoformat()}; check its date.",
                "error",
            )
