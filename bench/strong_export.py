"""Long training logs as Strong and Hevy export them, the same ones on every machine."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

FIRST = datetime(2010, 1, 4, 17, 30)  # noqa: DTZ001 - exports hold local time without zone
SEED = 20100104
STRONG_HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
)
HEVY_HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes",'
    '"set_index","set_type","weight_lbs","reps","distance_miles","duration_seconds","rpe"'
)
_ROUTINES: dict[str, tuple[str, ...]] = {
    "Lower A": (
        "Squat (Barbell)", "Romanian Deadlift (Barbell)", "Leg Press", "Standing Calf Raise", "Plank",
    ),
    "Upper A": ("Bench Press (Barbell)", "Bent Over Row (Barbell)", "Overhead Press (Barbell)", "Chin Up"),
    "Lower B": ("Deadlift (Barbell)", "Front Squat (Barbell)", "Leg Curl (Machine)", "Hip Thrust (Barbell)"),
    "Upper B": (
        "Incline Bench Press (Dumbbell)", "Lat Pulldown (Cable)", "Lateral Raise (Dumbbell)", "Running",
    ),
}  # fmt: skip
_NOTES = ("felt good", "grip gave out, straps next time", "slow off the floor\nbut it went", "hips square")


class _Set(NamedTuple):
    """A set as either app has it; `weight` in pounds, `metres` and `seconds` 0 for none."""

    start: datetime
    name: str
    exercise: str
    index: int
    mark: str
    weight: float
    reps: int
    metres: float
    seconds: int
    rpe: str
    note: str


def strong(sets: int) -> bytes:
    """A Strong export of 2020 to 2025 with that many sets: no unit, notes now and then, oldest first."""
    lines = [STRONG_HEADER]
    for one in _sets(sets):
        order = one.mark or str(one.index)
        lines.append(
            f'{one.start},"{one.name}",1h 5m,"{one.exercise}",{order},{one.weight},{one.reps},'
            f'{one.metres / 1609.344:.2f},{one.seconds},"{one.note}","",{one.rpe}'
        )
    return ("\n".join(lines) + "\n").encode()


def hevy(sets: int) -> bytes:
    """The same sets as a Hevy export, but of one exercise after another and newest workout first."""
    kinds = {"": "normal", "W": "warmup", "D": "dropset", "F": "failure"}
    workouts: dict[datetime, list[str]] = {}
    for one in _sets(sets):
        start = f"{one.start:%-d %b %Y, %H:%M}"
        end = f"{one.start + timedelta(minutes=65):%-d %b %Y, %H:%M}"
        weight = f"{one.weight:g}" if one.weight else ""
        miles = f"{one.metres / 1609.344:.2f}" if one.metres else ""
        workouts.setdefault(one.start, []).append(
            f'"{one.name}","{start}","{end}","","{one.exercise}",,"{one.note}",{one.index},'
            f'"{kinds[one.mark]}",{weight},{one.reps or ""},{miles},{one.seconds or ""},{one.rpe}'
        )
    lines = [line for start in reversed(workouts) for line in workouts[start]]
    return ("\n".join((HEVY_HEADER, *lines)) + "\n").encode()


def _sets(count: int) -> Iterator[_Set]:
    """Four routines in turn, five days in seven; loads creep up and start again; a set in six is a
    warm-up, some drop or fail, a tenth has an effort, a note stands at one exercise in eight."""
    chance = random.Random(SEED)
    load = {name: chance.randrange(45, 155, 5) for names in _ROUTINES.values() for name in names}
    routines = tuple(_ROUTINES.items())
    start, number, done = FIRST, 0, 0
    while True:
        name, exercises = routines[number % len(routines)]
        number += 1
        start = start.replace(hour=17, minute=30) + timedelta(
            days=2 if number % 5 in (0, 2) else 1, minutes=chance.randrange(90)
        )
        for exercise in exercises:
            load[exercise] = 45 if load[exercise] > 400 else load[exercise] + chance.choice((0, 0, 0, 5))
            note = chance.choice(_NOTES) if chance.random() < 0.125 else ""
            for index, mark in enumerate(_marks(exercise, chance), start=1):
                yield _one(start, name, exercise, index, mark, load[exercise], note, chance)
                note = ""
                done += 1
                if done == count:
                    return


def _marks(exercise: str, chance: random.Random) -> tuple[str, ...]:
    if exercise in ("Plank", "Running"):
        return ("",) * chance.choice((1, 2, 3))
    warmups = ("W",) * chance.choice((0, 1, 2)) if "Barbell" in exercise else ()
    return (*warmups, *("",) * chance.choice((3, 3, 4, 5)), *chance.choice(((), (), (), ("D",), ("F",))))


def _one(
    start: datetime,
    name: str,
    exercise: str,
    index: int,
    mark: str,
    load: int,
    note: str,
    chance: random.Random,
) -> _Set:
    if exercise == "Running":
        metres, seconds = chance.randrange(1500, 9000), chance.randrange(500, 3600)
        return _Set(start, name, exercise, index, mark, 0.0, 0, metres, seconds, "", note)
    if exercise == "Plank":
        return _Set(start, name, exercise, index, mark, 0.0, 0, 0.0, chance.randrange(30, 125, 5), "", note)
    share = {"W": 0.5, "D": 0.75}.get(mark, 1.0)
    weight = 0.0 if exercise == "Chin Up" else round(load * share / 5) * 5.0
    rpe = chance.choice(("7", "7.5", "8", "8.5", "9")) if chance.random() < 0.1 else ""
    reps = 0 if mark == "F" and chance.random() < 0.3 else chance.choice((3, 5, 5, 5, 8, 8, 10, 12))
    return _Set(start, name, exercise, index, mark, weight, reps, 0.0, 0, rpe, note)
