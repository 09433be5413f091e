"""What of a day's plan is in the diary already, in words, each with the id by which it is taken back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from underbar.diary.records import Checkin, Entry, Lift, Release, Skip, Stability, Walk
from underbar.quantities import Sets, number
from underbar.wording.en_words import clock


class DoneItem(NamedTuple):
    """Something done: the ids of its entries, the time of the last, what was done.

    `record`: the last one, for a correction. `at` is empty where no time is known.
    """

    ids: tuple[str, ...]
    at: str
    said: str
    record: object

    @property
    def last(self) -> str:
        """The id of the last entry."""
        return self.ids[-1]


class Done(NamedTuple):
    """What of the day is in the diary. `checkin`: the morning's answers, None before them."""

    checkin: Checkin | None
    release: DoneItem | None
    stability: dict[str, DoneItem]
    lifts: dict[str, DoneItem]
    walk: DoneItem | None
    skipped: DoneItem | None


def done_of(entries: Iterable[Entry]) -> Done:
    """What the standing entries of a day say was done."""
    checkin: Checkin | None = None
    release: DoneItem | None = None
    walk: DoneItem | None = None
    skipped: DoneItem | None = None
    stability: dict[str, DoneItem] = {}
    lifts: dict[str, DoneItem] = {}
    for entry in entries:
        record = entry.record
        if isinstance(record, Checkin) and record.ache is not None:
            checkin = record
        elif isinstance(record, Release):
            release = _item(entry, _release(record), release)
        elif isinstance(record, Stability):
            found = _item(entry, _stability(record), stability.get(record.exercise))
            stability[record.exercise] = found
        elif isinstance(record, Lift) and not record.warmup:
            lifts[record.exercise] = _item(entry, _lift(record), lifts.get(record.exercise), together=True)
        elif isinstance(record, Walk):
            walk = _item(entry, f"{round(record.seconds / 60)} min", walk, together=True)
        elif isinstance(record, Skip):
            skipped = _item(entry, record.why, None)
    return Done(checkin, release, stability, lifts, walk, skipped)


def _item(entry: Entry, said: str, before: DoneItem | None, together: bool = False) -> DoneItem:
    ids = (*(before.ids if before else ()), *((entry.id,) if entry.id else ()))
    words = f"{before.said}, {said}" if before and together else said
    return DoneItem(ids, clock(entry.time), words, entry.record)


def _release(record: Release) -> str:
    if record.left == record.right and record.left:
        said = f"{record.left} s a side"
    else:
        sides = (("left", record.left), ("right", record.right))
        said = ", ".join([f"{side} {seconds} s" for side, seconds in sides if seconds])
    return said if record.pain is None else f"{said}, discomfort {record.pain}"


def sets_words(sets: Sets) -> str:
    """`3 × 8`, `3 × 30 s`."""
    return f"{sets.count} × {number(sets.amount)}{'' if sets.kind == 'reps' else ' ' + sets.kind}"


def _stability(record: Stability) -> str:
    said = [] if record.level is None else [f"level {record.level}"]
    if record.both is not None:
        said.append(sets_words(record.both))
    elif record.left == record.right and record.left is not None:
        said.append(f"{sets_words(record.left)} a side")
    else:
        sides = (("left", record.left), ("right", record.right))
        said += [f"{side} {sets_words(done)}" for side, done in sides if done is not None]
    if record.pain is not None:
        said.append(f"pain {record.pain}")
    if record.form == "off":
        said.append("form not steady")
    return " · ".join(said)


def _lift(record: Lift) -> str:
    said = [
        f"{'' if work.weight is None else f'{number(work.weight.value)} {work.weight.unit}, '}"
        f"{sets_words(work.sets)}"
        for work in record.work
    ]
    if record.pain is not None:
        said.append(f"pain {record.pain}")
    return " · ".join(said)
