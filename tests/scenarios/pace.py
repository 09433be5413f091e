"""Property 12 and the golden pace of METHOD 6: one quiet lifter who does what is planned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

from folded import Folded, planned

from underbar.diary import records as r
from underbar.diary.records import Entry
from underbar.quantities import Sets, Weight

FIRST = date(2026, 1, 5)
START_BAR = 14
GOAL = 315.0
EIGHT = Sets(3, 8.0, "reps")
Blemish = Callable[[int, r.Record], Entry | None]


def quiet_lifter(
    days: int, ache: Callable[[int], int] = lambda index: 0, spoil: Blemish | None = None
) -> Folded:
    """Days of a lifter who logs all and follows the plan until 315 lb are prescribed; `ache` by day.

    `spoil` gets the index of the day and each of its records, and gives the entry to write instead
    (None: none).
    """
    folded = Folded(FIRST)

    def entry(index: int, record: r.Record) -> Entry | None:
        return spoil(index, record) if spoil is not None else Entry(folded.day(index), record)

    for index in range(days):
        records: list[r.Record] = []
        if index == 0:
            plates = tuple(Weight(p, "lb") for p in (45.0, 25.0, 10.0, 5.0, 2.5))
            records += [
                r.Lifter(1983, "lb"), r.Gym("home", "lb", (("", Weight(45.0, "lb")),), plates),
                r.Goal("deadlift", Weight(GOAL, "lb"), Weight(405.0, "lb"), Weight(135.0, "lb"), (0, 3)),
            ]  # fmt: skip
        if index % 28 == 0:
            records.append(r.Screen())
        records += [
            r.Checkin(ache=ache(index), stiff="none", sleep=27600), r.Release(90, 90),
            r.Stability("single-leg-bridge", 4, EIGHT, EIGHT, None, 0, "ok"),
        ]  # fmt: skip
        entries = tuple(e for record in records if (e := entry(index, record)) is not None)
        state, plan = planned(folded.states[-1], folded.day(index), entries)
        if plan.lifts:
            lift = plan.lifts[0]
            done = r.Lift(
                "deadlift", (r.Work(Weight(lift.weight, "lb"), Sets(3, 5.0, "reps")),), brace=True, pain=0
            )
            sets = entry(index, done)
            entries += (sets,) if sets is not None else ()
            state, plan = planned(folded.states[-1], folded.day(index), entries)
        folded.keep(entries, state, plan)
        if plan.lifts and plan.lifts[0].weight >= GOAL:
            break
    return folded


def loads(folded: Folded) -> list[tuple[int, float]]:
    """Day of the bar (0: the first session) and load of each planned session."""
    days = [(index, plan.lifts[0].weight) for index, plan in enumerate(folded.plans) if plan.lifts]
    return [(index - days[0][0], load) for index, load in days] if days else []


def reaches(seed: int) -> tuple[bool, int]:
    """Whether three random mornings of 1 in ten let 135 lb reach 315 lb within a year, and when."""
    chance = Random(seed)
    aches = [int(chance.random() < 0.3) for _ in range(400)]
    folded = quiet_lifter(START_BAR + 366, lambda index: aches[index])
    done = loads(folded)
    return bool(done) and done[-1][1] >= GOAL and done[-1][0] <= 365, done[-1][0] if done else -1


def spoiled(at: int, how: str) -> Blemish:
    """One blemish on the day of the bar `at` (or on the morning after, for mornings)."""
    session, morning = START_BAR + at, START_BAR + at + 1

    def write(index: int, record: r.Record) -> Entry | None:
        day = FIRST.fromordinal(FIRST.toordinal() + index)
        if isinstance(record, r.Checkin) and index == morning:
            if how == "missing":
                return None
            changed = {"painkiller": replace(record, painkiller=True), "ache": replace(record, ache=1)}
            return Entry(day, changed.get(how, record), 870 if how == "late" else None)
        if isinstance(record, r.Lift) and index == session:
            if how == "brace":
                record = replace(record, brace=False)
            elif how == "set":
                record = replace(record, work=(record.work[0]._replace(sets=Sets(2, 5.0, "reps")),))
        return Entry(day, record)

    return write
