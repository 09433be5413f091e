"""All twelve properties of METHOD 15 on the diary of a seed: even seeds are plausible, odd ones hostile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pace
from changed import check_deleted, check_worse
from folded import Counter, Failure, Folded, fold
from hostile import hostile
from lifters import plausible
from rewritten import check_moved, check_other_unit, check_same_bytes
from watched import watch

from underbar.diary import records as r
from underbar.diary.records import Entry

NAMES = {
    1: "no raise without its two mornings",
    2: "never above the ceiling",
    3: "under a lock only its text",
    4: "worse entries never a heavier plan",
    5: "a deleted check-in raises nothing",
    6: "something to do on every unlocked day",
    7: "other weeks, same plans",
    8: "the other unit, the same loads",
    9: "the injection table",
    10: "one raise in two days",
    11: "same inputs, same bytes",
    12: "three ones in ten mornings: 315 within a year",
}
WATCHED = (1, 2, 3, 6, 9, 10)
REACHES_AT_LEAST = 0.9


class Seen(NamedTuple):
    """What one property saw on one diary."""

    prop: int
    days: int
    failures: tuple[Failure, ...]


def diary_of(seed: int) -> tuple[Folded, list[Entry]]:
    """The folded diary of a seed and its entries."""
    if seed % 2 == 0:
        folded = plausible(seed)
        return folded, folded.entries()
    entries = hostile(seed, fine=seed % 3 != 0)
    return fold(entries), entries


def check(prop: int, folded: Folded, entries: Sequence[Entry], seed: int, share: int) -> list[Failure]:
    """Failures of one property, 12 aside; `share`: how many changes of 4 and 5 are tried, 0 for all."""
    if prop in WATCHED:
        return [failure for failure in watch(folded) if failure.prop == prop]
    if folded.error is not None:
        return []
    checks: dict[int, Callable[[], list[Failure]]] = {
        4: lambda: check_worse(folded, seed, share),
        5: lambda: check_deleted(folded, seed, share),
        7: lambda: check_moved(folded, entries, seed),
        8: lambda: check_other_unit(folded, seed) if _tells_its_unit(folded) else [],
        11: lambda: check_same_bytes(folded, entries, seed),
    }
    return checks[prop]()


def _tells_its_unit(folded: Folded) -> bool:
    """Property 8 speaks of a lifter who named a unit and of loads that plates make."""
    first = folded.days[0] if folded.days else ()
    return (
        any(isinstance(e.record, r.Lifter) and e.record.units is not None for e in first) and folded.plausible
    )


def examine(seed: int, share: int = 12) -> list[Seen]:
    """The watched properties, 4 and 5 on the diary of a seed, and one of the others in turn."""
    before = Counter.days
    folded, entries = diary_of(seed)
    failures = watch(folded)
    made = Counter.days - before
    seen = [Seen(prop, made, tuple(f for f in failures if f.prop == prop)) for prop in WATCHED]
    others = [4, 5, (7, 8, 11)[seed // 2 % 3]]
    for prop in others:
        before = Counter.days
        found = check(prop, folded, entries, seed, share if prop == 4 else share // 2)
        seen.append(Seen(prop, Counter.days - before, tuple(found)))
    return seen


def shrunk(entries: Sequence[Entry], fails: Callable[[Sequence[Entry]], bool]) -> list[Entry]:
    """The entries without all that the failure does not need."""
    kept = list(entries)
    size = max(1, len(kept) // 2)
    while size:
        at, cut = 0, False
        while at < len(kept):
            fewer = kept[:at] + kept[at + size :]
            if fewer and fails(fewer):
                kept, cut = fewer, True
            else:
                at += size
        if not cut or size > 1:
            size //= 2
    return kept


def paces(seeds: Sequence[int]) -> tuple[int, list[int]]:
    """Property 12: how many of the seeds' lifters reach 315 lb within a year, and on which day of the bar."""
    runs = [pace.reaches(seed) for seed in seeds]
    return sum(reached for reached, _ in runs), [day for _, day in runs]
