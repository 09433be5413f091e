"""Properties 4 and 5 of METHOD 15: worse entries, or no check-in, never make a plan heavier or a raise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import NamedTuple

from by_hand import EPS
from folded import Day, Failure, Folded

from underbar.diary import records as r
from underbar.diary.records import Entry, Record
from underbar.diary.vocabulary import LIFTS
from underbar.protocol.engine import RuleFailed
from underbar.protocol.plan import Plan

KINDS = (
    "ache",
    "worst-ache",
    "painkiller",
    "painkiller-entry",
    "sleep",
    "short-sleep",
    "pain",
    "worst-pain",
    "flare",
)


class Change(NamedTuple):
    """One thing made worse: entries of the day `at` of a diary, seen on the plan of the day `on`.

    `last`: the day of each lift's last session before `on`.
    """

    on: int
    at: int
    kind: str
    last: dict[str, int]

    def __str__(self) -> str:
        return f"{self.kind} on day {self.at} seen on day {self.on}"


def sessions_before(folded: Folded) -> Iterator[tuple[int, dict[str, int]]]:
    """Days with a plan of bar work, each with the last session of every lift.

    "Sessions before the first screen and goal are not judged": there is nothing that judges them.
    """
    last: dict[str, int] = {}
    for index, plan in enumerate(folded.plans):
        if last and (plan.lifts or index % 5 == 0):
            yield index, dict(last)
        judged = folded.states[index + 1].lifts if index + 1 < len(folded.states) else {}
        for entry in folded.days[index]:
            if (
                isinstance(entry.record, r.Lift)
                and entry.record.exercise in LIFTS
                and entry.record.exercise in judged
            ):
                last[entry.record.exercise] = index


def candidates(folded: Folded) -> list[Change]:
    """Every change that property 4 speaks of."""
    found = []
    for on, last in sessions_before(folded):
        mornings = {on} | {at for s in last.values() for at in (s + 1, s + 2) if at <= on}
        found += [Change(on, at, kind, last) for at in sorted(mornings) for kind in KINDS[:6] + KINDS[8:]]
        found += [Change(on, at, kind, last) for at in sorted({on, *last.values()}) for kind in KINDS[6:8]]
    return found


def worse(day: Day, kind: str) -> Day | None:
    """The day with its entries one kind worse; None where it has none of that kind."""
    if kind == "painkiller-entry":
        at = next((e for e in day if isinstance(e.record, r.Checkin)), None)
        return None if at is None else (*day, Entry(at.day, r.Painkiller("naproxen"), at.time))
    changed = tuple(entry._replace(record=_worse(entry.record, kind)) for entry in day)
    return None if changed == day else changed


def _worse(record: Record, kind: str) -> Record:
    if isinstance(record, r.Checkin):
        return _worse_checkin(record, kind)
    if isinstance(record, r.Sleep) and kind in ("sleep", "short-sleep"):
        return replace(
            record, seconds=min(record.seconds, max(0, record.seconds - 5400) if kind == "sleep" else 10800)
        )
    if isinstance(record, r.Lift) and record.exercise in LIFTS and record.pain is not None:
        if kind == "pain":
            return replace(record, pain=min(10, record.pain + 1))
        if kind == "worst-pain":
            return replace(record, pain=max(record.pain, 6 if record.pain % 2 else 9))
    return record


def _worse_checkin(record: r.Checkin, kind: str) -> r.Checkin:
    if kind in ("ache", "worst-ache") and record.ache is not None:
        more = min(10, record.ache + 1) if kind == "ache" else max(record.ache, 2 + 2 * (record.ache % 2) + 1)
        return replace(record, ache=more, left=None, right=None)
    if kind == "painkiller":
        return replace(record, painkiller=True)
    if kind == "flare":
        return replace(record, flare=True)
    if kind in ("sleep", "short-sleep") and record.sleep is not None:
        return replace(
            record, sleep=min(record.sleep, max(0, record.sleep - 5400) if kind == "sleep" else 10800)
        )
    return record


def heavier(before: Plan, after: Plan, last: dict[str, int], at: int, at_day: int) -> str | None:
    """What `after` asks that is heavier than `before`, after a change on day `at`; None where nothing is.

    Of lifts whose last session lies on that day or before it: a change before that does not judge it, and
    makes sessions of the diary unprescribed that were prescribed. Where a change of an earlier day
    moves a flare, the days on which `before` is in one are left out: METHOD 10 counts from the flare's first
    day, so one that begins earlier has its light hinge, and may have its end, earlier (decision 0007; the
    shared flare.diary wants it so).
    """
    if before.verdict == "flare" and before.day.toordinal() > at_day:
        return None
    loads = {lift.lift: lift.weight for lift in before.lifts}
    for lift in after.lifts:
        if last.get(lift.lift, at) > at:
            continue
        if lift.lift not in loads:
            return f"{lift.lift} {lift.weight:g} where there was none"
        if lift.weight > loads[lift.lift] + EPS:
            return f"{lift.lift} {lift.weight:g} instead of {loads[lift.lift]:g}"
    return None


def worsened(folded: Folded, change: Change) -> Failure | None:
    """Property 4 for one change; None where it holds or where there is nothing to change."""
    day = worse(folded.days[change.at], change.kind)
    if day is None:
        return None
    try:
        plan = folded.again({change.at: day}, change.on)[-1]
    except RuleFailed as error:
        return Failure(4, folded.day(change.on), f"a rule raised: {error}", str(change))
    seen = heavier(folded.plans[change.on], plan, change.last, change.at, folded.day(change.at).toordinal())
    if seen is None:
        return None
    return Failure(4, folded.day(change.on), f"{change.kind} on {folded.day(change.at)}: {seen}", str(change))


def without_checkins(folded: Folded, on: int, at: int) -> Failure | None:
    """Property 5: the plan of `on` without the check-ins of `at`, today or the next morning."""
    kept = tuple(entry for entry in folded.days[at] if not isinstance(entry.record, r.Checkin))
    if kept == folded.days[at]:
        return None
    plan = folded.again({at: kept}, on)[-1]
    last = next((last for index, last in sessions_before(folded) if index == on), {})
    for lift in plan.lifts:
        own = at == on or last.get(lift.lift) == at - 1
        if lift.verdict == "progress" and own:
            return Failure(
                5, folded.day(on), f"{lift.lift} rises without the check-in of {folded.day(at)}", f"{on} {at}"
            )
    return None


def check_worse(folded: Folded, seed: int, share: int) -> list[Failure]:
    """Property 4 on `share` changes drawn by `seed` (0: on all)."""
    every = candidates(folded)
    drawn = every if not share or share >= len(every) else Random(seed).sample(every, share)
    return [failure for change in drawn if (failure := worsened(folded, change)) is not None]


def check_deleted(folded: Folded, seed: int, share: int) -> list[Failure]:
    """Property 5 on `share` deletions drawn by `seed` (0: on all)."""
    every = [
        (on, at)
        for on, last in sessions_before(folded)
        for at in sorted({on, *(s + 1 for s in last.values())})
        if at <= on
    ]
    drawn = every if not share or share >= len(every) else Random(seed).sample(every, share)
    return [failure for on, at in drawn if (failure := without_checkins(folded, on, at)) is not None]
