"""METHOD read once more, apart from the engine: small direct checks of mornings, sessions and ceilings.

Nothing here calls a rule of `underbar.protocol.rules`. Where METHOD leaves room these read it in the
lifter's favour, so that what they refuse is refused by the text.
"""

from __future__ import annotations

from statistics import median
from typing import NamedTuple

from folded import PROTOCOL, Day, Folded

from underbar.diary import records as r
from underbar.diary.records import Entry
from underbar.diary.vocabulary import LIFTS
from underbar.protocol.plan import LiftPlan, Plan
from underbar.quantities import Unit

EPS = 0.01
"""Weights that are shown in another unit than the plates are rounded to two decimals."""
SLACK: dict[Unit, float] = {"lb": 1.0, "kg": 0.5}
"""What a weight may differ by for having been written down in the other unit."""
CAP = {"squat": (10.0, 5.0), "romanian-deadlift": (10.0, 5.0)}


def checkins(day: Day) -> list[tuple[Entry, r.Checkin]]:
    return [(entry, entry.record) for entry in day if isinstance(entry.record, r.Checkin)]


def timely(entry: Entry, checkin: r.Checkin) -> bool:
    """Section 1, law 1: within 3 h of waking, or before noon, on its own day."""
    minute = entry.time
    if entry.written is not None:
        if not entry.written.startswith(entry.day.isoformat()):
            return False
        minute = 60 * int(entry.written[11:13]) + int(entry.written[14:16])
    if minute is None:
        return True
    if checkin.woke is not None:
        return checkin.woke <= minute <= checkin.woke + 180
    return 240 <= minute < 720


def counting(day: Day, superseded: frozenset[str]) -> list[tuple[Entry, r.Checkin]]:
    """The check-ins that count: a corrected one only where a correction came late."""
    every = checkins(day)
    newest = [(entry, c) for entry, c in every if entry.id not in superseded]
    return newest if newest and all(timely(entry, c) for entry, c in newest) else every


def ache_of(day: Day, superseded: frozenset[str]) -> int | None:
    """The worst ache that counts."""
    return max((c.ache for _, c in counting(day, superseded) if c.ache is not None), default=None)


def minute_of(entry: Entry) -> int | None:
    """Minutes since the calendar day's midnight; before 04:00 belongs to the night after."""
    if entry.time is None:
        return None
    return entry.time + (1440 if entry.time < 240 else 0)


def masked(folded: Folded, index: int) -> bool:
    """A painkiller in the 24 h before the check-in; unknown times count, medicines of four weeks do not."""
    today = folded.days[index]
    if any(c.painkiller for _, c in counting(today, folded.superseded)):
        return True
    times = [entry.time for entry, _ in checkins(today) if entry.time is not None]
    at = max(times, default=None)
    for back in (0, 1):
        if index < back:
            continue
        for entry in folded.days[index - back]:
            if not isinstance(entry.record, r.Painkiller) or steady(folded, index, entry.record.name):
                continue
            taken = minute_of(entry)
            if taken is None or at is None or 0 <= at + 1440 * back - taken <= 1440:
                return True
    return False


def steady(folded: Folded, index: int, name: str) -> bool:
    since = None
    for i in range(index + 1):
        for entry in folded.days[i]:
            if isinstance(entry.record, r.Medicine) and entry.record.name == name:
                since = (since if since is not None else i) if entry.record.daily else None
    return since is not None and index - since >= 28


def good(folded: Folded, index: int) -> bool:
    """A morning that may bring good news: an ache in time, unmasked, uncontradicted."""
    if not 0 <= index < len(folded.days):
        return False
    found = counting(folded.days[index], folded.superseded)
    aches = {c.ache for _, c in found if c.ache is not None}
    in_time = any(timely(entry, c) for entry, c in found if c.ache is not None)
    return len(aches) == 1 and in_time and not masked(folded, index)


class Did(NamedTuple):
    """A lift of a day: heaviest work weight in the lift's unit, the plan for it, and all lines of it."""

    index: int
    lifted: float
    plan: LiftPlan | None
    lines: tuple[r.Lift, ...]
    pain: int | None


class History:
    """What the diary says of lifts, goals, injections and flares, kept from day to day beside the engine."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.goals: set[str] = set()
        self.screened = False
        self.sessions: dict[str, list[Did]] = {}
        self.units: dict[str, Unit] = {}
        self.last: dict[str, float] = {}  # working load, at its highest possible
        self.injections: list[tuple[int, str]] = []
        self.windows: list[r.Window] = []
        self.loaded: list[int] = []
        self.base: dict[str, tuple[float, int]] = {}  # load and index of the first session or re-entry
        self.flared: dict[str, bool] = {}

    def morning(self, index: int) -> None:
        """The entries of the day that its plan may read."""
        for entry in self.folded.days[index]:
            record = entry.record
            if isinstance(record, r.Goal):
                (self.goals.discard if record.off else self.goals.add)(record.lift)
            elif isinstance(record, r.Screen) and (record.scope in (None, "full") or self.screened):
                self.screened = True
            elif isinstance(record, r.Injection) and not record.planned:
                self.injections.append((index, record.what))
            elif isinstance(record, r.Clinician) and record.window is not None:
                self.windows.append(record.window)
        if self.folded.plans[index].phase == "settle":
            self.flared = dict.fromkeys(self.last, True)

    def evening(self, index: int) -> None:
        """The sessions of the day."""
        plan = prescribed(self.folded, index)
        lines: dict[str, list[r.Lift]] = {}
        for entry in self.folded.days[index]:
            if isinstance(entry.record, r.Lift):
                if entry.record.exercise in LIFTS:
                    lines.setdefault(entry.record.exercise, []).append(entry.record)
                if entry.record.pelvis or entry.record.exercise in LIFTS:
                    self.loaded.append(index)
        pains = [line.pain for group in lines.values() for line in group if line.pain is not None]
        for lift, group in lines.items():
            due = next((p for p in plan.lifts if p.lift == lift), None)
            if lift not in self.goals or not self.screened or (due is None and lift not in self.last):
                continue
            work = [w.weight for line in group if not line.warmup for w in line.work if w.weight is not None]
            if not work:
                continue
            if due is not None:
                self.units[lift] = due.unit
            lifted = max(w.to(self.units[lift]) for w in work)
            self._session(lift, Did(index, lifted, due, tuple(group), max(pains, default=None)))

    def _session(self, lift: str, did: Did) -> None:
        due, slack = did.plan, SLACK[self.units[lift]]
        known = self.sessions.setdefault(lift, [])
        if due is None:
            self.last[lift] = min(self.last[lift], did.lifted)
        else:
            again = any(x.rule == "first-session" for x in due.reasons)
            gap = did.index - known[-1].index if known else 0
            if again:
                known.clear()
            if again or gap > 10 or self.flared.get(lift, False):
                load = (
                    min(did.lifted, due.weight)
                    if did.lifted < due.weight - slack
                    else max(due.weight, due.working)
                )
                self.base[lift] = (load, did.index)
                known.clear()
            self.last[lift] = did.lifted if did.lifted < due.weight - slack else due.working
        if self.folded.plans[did.index].phase != "settle":
            self.flared[lift] = False
        known.append(did)

    def in_expected(self, index: int) -> bool:
        """Mornings 1-7 after an injection."""
        return any(1 <= index - given <= 7 for given, _ in self.injections)

    def background(self, index: int) -> float | None:
        """Section 3, by the parameters of that day."""
        n = PROTOCOL.with_overrides(self.folded.states[index + 1].overrides)
        plans, aches = self.folded.plans, []
        for i in range(max(0, index - int(n.background_days)), index):
            near = any(0 < i - on <= n.background_after_bar for on in self.loaded)
            settling = plans[i].phase == "settle" or self.folded.states[i + 1].flare is not None
            ache = ache_of(self.folded.days[i], self.folded.superseded)
            if (
                ache is not None
                and not near
                and not settling
                and not self.in_expected(i)
                and good(self.folded, i)
            ):
                aches.append(ache)
        aches = aches[-int(n.background_mornings) :]
        return median(aches) if len(aches) >= n.background_minimum else None

    def zero(self, index: int) -> float:
        """What stands for 0 on that day: the background where background mode may be in force."""
        state = self.folded.states[index + 1]
        known = self.background(index) if state.mode == "background" else None
        return known if known is not None and known <= 2 else 0.0

    def was_go(self, lift: str, did: Did, zero: float, background: bool) -> bool:
        """Section 5: the session and its next two mornings were a go, as far as its text tells."""
        days, plan = self.folded.days, did.plan
        first = ache_of(days[did.index + 1], self.folded.superseded) if did.index + 1 < len(days) else None
        if plan is None or not good(self.folded, did.index + 1) or first is None or first > zero:
            return False
        if self.in_expected(did.index + 1) or did.pain is None or did.pain > (3 if background else 2):
            return False
        if did.index + 2 < len(days):
            second = ache_of(days[did.index + 2], self.folded.superseded)
            if second is not None and second > max(1.0, zero) and not self.in_expected(did.index + 2):
                return False
        done = sum(
            w.sets.count for line in did.lines if not line.warmup for w in line.work
            if w.weight is not None and w.sets.kind == "reps" and w.sets.amount >= plan.reps
            and abs(w.weight.to(self.units[lift]) - did.lifted) < EPS
        )  # fmt: skip
        lines = [
            w.weight.to(self.units[lift]) for line in did.lines for w in line.work if w.weight is not None
        ]
        return (
            done >= plan.sets
            and not any(line.missed or line.shift is not None for line in did.lines)
            and any(line.brace for line in did.lines)
            and all(line.rpe is None or line.rpe <= plan.effort_max for line in did.lines)
            and max(lines) <= plan.weight + SLACK[self.units[lift]]
        )

    def counted(self, lift: str, did: Did) -> float:
        """What a session counts for: what was lifted where that was lighter, else what was asked."""
        asked = did.plan.weight if did.plan is not None else did.lifted
        return did.lifted if did.lifted < asked - SLACK[self.units[lift]] else asked

    def ceiling(self, lift: str, index: int, step: float, zero: float) -> float:
        """Section 6: the heaviest go load of at least seven days ago, plus 10 % or a step, at most 20 lb."""
        background = self.folded.states[index + 1].mode == "background"
        wide = (
            max(zero, 2.0) if background else 0.0
        )  # the yardstick of the day it was judged on may have been higher
        unit = self.units[lift]
        n = PROTOCOL.with_overrides(self.folded.states[index + 1].overrides)
        done = [
            did for did in self.sessions[lift] if did.plan is not None and index - did.index >= n.ceiling_days
        ]
        loads = [self.counted(lift, did) for did in done if self.was_go(lift, did, wide, background)]
        if not any(self.was_go(lift, did, 0.0, False) for did in done):  # there may be no go at all
            loads.append(self.base[lift][0])
        base = max(loads)
        most = CAP.get(lift, (20.0, 10.0))[unit == "kg"]
        return base + min(max(n.ceiling_percent / 100 * base, step), most)


def prescribed(folded: Folded, index: int) -> Plan:
    """The morning's plan: pain of 7 in a session turns the shown one into a flare's afterwards."""
    day = folded.days[index]
    if not any((getattr(entry.record, "pain", None) or 0) >= 6 for entry in day):
        return folded.plans[index]
    return folded.again({index: tuple(e for e in day if getattr(e.record, "pain", None) is None)}, index)[0]
