"""Short diaries drawn by Hypothesis day by day, so that a failure shrinks to the few days that make it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from underbar.diary import records as r
from underbar.diary.records import Entry, Record
from underbar.quantities import Sets, Weight

FIRST = date(2026, 1, 5)
READY = 12
"""Mornings before the first session: background known, the bridge at its level, the lift trained lately."""
FIVES = Sets(3, 5.0, "reps")
EIGHTS = Sets(3, 8.0, "reps")

ache = st.sampled_from([0, 0, 0, 1, 2, 3, 6])
pain = st.sampled_from([0, 2, 3, 6, 7, None])


@st.composite
def _checkins(draw: st.DrawFn, day: date) -> list[Entry]:
    return [
        Entry(
            day,
            r.Checkin(
                ache=draw(ache),
                sleep=draw(st.sampled_from([27000, 19800, None])),
                painkiller=draw(st.integers(0, 9)) == 9,
                woke=draw(st.sampled_from([None, 360])),
            ),
            draw(st.sampled_from([None, 420, 1000])),
        )
        for _ in range(draw(st.sampled_from([1, 1, 1, 0, 2])))
    ]


@st.composite
def _sessions(draw: st.DrawFn, day: date, index: int, lifts: tuple[str, ...]) -> list[Entry]:
    found = []
    for place, lift in enumerate(lifts):
        if (index + place) % 3 == 0 and draw(st.integers(0, 4)):
            load = Weight(135.0 + 10 * (index // 6) - 5 * draw(st.integers(0, 3)), "lb")
            work = (r.Work(load, FIVES),)
            found.append(Entry(day, r.Lift(lift, work, brace=draw(st.integers(0, 9)) < 9, pain=draw(pain))))
    return found


@st.composite
def short_diaries(draw: st.DrawFn) -> list[Entry]:
    """Entries of up to 16 days at the bar, after twelve quiet ones."""
    lifts = draw(
        st.sampled_from([("deadlift",), ("deadlift", "squat"), ("squat", "trap-bar-deadlift", "deadlift")])
    )
    mode = draw(st.sampled_from(["article", "background"]))
    base = draw(st.sampled_from([0, 0, 1]))
    setup: list[Record] = [r.Lifter(1983, "lb", mode=mode), r.Screen()]
    setup += [r.Goal(lift, Weight(315.0, "lb"), Weight(405.0, "lb"), Weight(135.0, "lb")) for lift in lifts]
    entries = [Entry(FIRST, record) for record in setup]
    for index in range(READY):
        day = FIRST + timedelta(days=index)
        daily = [
            r.Checkin(ache=base, sleep=27000),
            r.Release(90, 90),
            r.Stability("single-leg-bridge", 4, EIGHTS, EIGHTS, None, 0, "ok"),
        ]
        entries += [Entry(day, record) for record in daily]
        if index == 3:
            entries += [
                Entry(day, r.Lift(lift, (r.Work(Weight(135.0, "lb"), FIVES),), pain=0)) for lift in lifts
            ]
    for index in range(draw(st.integers(1, 16))):
        day = FIRST + timedelta(days=READY + index)
        entries += draw(_checkins(day))
        entries += draw(_sessions(day, index, lifts))
        rare = draw(st.integers(0, 19))
        extra: dict[int, Record] = {
            17: r.Injection("prolotherapy"),
            18: r.Painkiller("ibuprofen"),
            19: r.Screen((r.Answer("fall", "yes"),)),
            16: r.Clinician(assessed=True),
            15: r.Screen(),
        }
        if rare in extra:
            entries.append(Entry(day, extra[rare]))
    return entries
