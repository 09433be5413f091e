"""Plausible lifters: a seed makes a person with a gym, habits and a joint.

They follow the engine's plan with blemishes.

Bar sessions are logged from the plan of the day, so each diary is folded while it is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from folded import Folded, planned

from underbar.diary import records as r
from underbar.diary.records import Entry
from underbar.diary.vocabulary import LIFTS, TRIALS
from underbar.protocol.plan import LiftPlan, Plan
from underbar.quantities import Sets, Unit, Weight

HINGES = ("deadlift", "trap-bar-deadlift", "rack-pull", "romanian-deadlift")
PLATES: dict[Unit, tuple[tuple[float, ...], ...]] = {
    "lb": ((45, 35, 25, 10, 5, 2.5), (45, 25, 10, 5), (45, 25, 10), (45,), (45, 35, 25, 10, 5, 2.5, 1.25)),
    "kg": (
        (25, 20, 15, 10, 5, 2.5, 1.25),
        (20, 10, 5, 2.5),
        (25, 10),
        (20,),
        (25, 20, 15, 10, 5, 2.5, 1.25, 0.5),
    ),
}
BARS: dict[Unit, tuple[float, ...]] = {"lb": (45, 45, 35, 55), "kg": (20, 20, 15, 25)}
HOLD = Sets(3, 5.0, "reps")


class Person:
    """Who writes a plausible diary. All chance comes from the seed."""

    def __init__(self, seed: int, days: int | None = None) -> None:
        self.chance = c = Random(seed)
        self.length = days or c.choice((70, 110, 150, 190))
        self.first = date(2024, 1, 1) + timedelta(days=c.randrange(1000))
        self.units: Unit = c.choice(("lb", "lb", "kg"))
        self.quiet = c.random() < 0.35  # nearly no ache at all: such diaries get far
        self.ache = c.choice((0, 0, 0, 1, 1, 2)) if not self.quiet else 0
        self.p_one = 0.02 if self.quiet else c.choice((0.1, 0.3))
        self.p_two = 0.0 if self.quiet else c.choice((0.02, 0.1))
        self.p_spike = 0.002 if self.quiet else c.choice((0.005, 0.03))
        self.background = c.random() < (0.6 if self.ache else 0.15)
        self.checks = c.choice((1.0, 0.97, 0.97, 0.85))
        self.late = c.choice((0.0, 0.02, 0.1))
        self.pills = c.choice((0.0, 0.02, 0.08))
        self.sleep = c.choice((5.6, 6.4, 7.2, 7.5, 7.8))
        self.sleeps = c.choice(("checkin", "checkin", "device", "both", "none"))
        self.clock = c.choice(("none", "none", "time", "woke", "written"))
        self.diligence = c.choice((0.95, 0.9, 0.6))
        self.trains = c.choice((1.0, 0.95, 0.8))
        self.clean = c.choice((1.0, 0.97, 0.85))
        self.lifts = c.sample(LIFTS, c.choice((1, 1, 2, 2, 3)))
        self.trained = c.random() < 0.5
        self.screen_on = 0 if c.random() < 0.8 else c.randrange(12)
        self.shots = self._course()
        gap = c.randrange(30, self.length)
        self.away = (gap, gap + c.choice((11, 13, 16, 30, 60))) if c.random() < 0.25 else (0, 0)
        self.moves = c.randrange(20, self.length) if c.random() < 0.2 else -1
        self.bad_week = c.randrange(40, 400)
        self.asks = c.randrange(10, self.length) if c.random() < 0.3 else -1

    def _course(self) -> dict[int, str]:
        c = self.chance
        if c.random() < 0.6:
            return {}
        what = c.choice(("prolotherapy", "prolotherapy", "steroid", "prp"))
        first = c.randrange(5, self.length)
        return {first + n * c.choice((42, 44, 30)): what for n in range(c.choice((1, 2, 3)))}

    def gym(self) -> r.Gym:
        """A place in one of the units, coarse or fine."""
        c = self.chance
        unit: Unit = self.units if c.random() < 0.75 else ("kg" if self.units == "lb" else "lb")
        plates = tuple(Weight(float(p), unit) for p in c.choice(PLATES[unit]))
        bars = (("", Weight(float(c.choice(BARS[unit])), unit)),)
        return r.Gym(f"gym {c.randrange(9)}", unit, bars, plates)

    def setup(self) -> list[r.Record]:
        """Lifter, gym, goals."""
        c = self.chance
        born = c.choice((None, 1983, 1990, self.first.year - 65, 1950))
        weight = Weight(float(c.randrange(130, 240)), "lb")
        found: list[r.Record] = [
            r.Lifter(born, self.units, weight, "background" if self.background else None)
        ]
        if c.random() < 0.8:
            found.append(self.gym())
        if c.random() < 0.15:
            found.append(
                r.Param(*c.choice((("ceiling-days", "14"), ("ceiling-percent", "5"), ("hinge-gap", "4"))))
            )
        found.extend(self.goal(lift) for lift in self.lifts)
        return found

    def goal(self, lift: str) -> r.Goal:
        """A goal with or without days, best and start."""
        c = self.chance
        unit: Unit = self.units if c.random() < 0.9 else "lb"
        heavy = 5 * c.randrange(30, 80) if unit == "lb" else 2.5 * c.randrange(28, 72)
        days = c.choice(
            ((), (0, 3), (1, 4), (2, 5)) if lift in HINGES else ((), (0, 2, 4), (1, 3, 5), (1, 4))
        )
        best = Weight(heavy * c.choice((1.1, 1.3, 1.6)) // 5 * 5, unit) if c.random() < 0.7 else None
        begin = Weight(heavy // 3 // 5 * 5, unit) if c.random() < 0.5 else None
        return r.Goal(
            lift, Weight(float(heavy), unit), best, begin, days if days or c.random() < 0.5 else None
        )

    def morning(self, index: int, asked: bool) -> list[Any]:
        """Records of the morning with the minute of each: (record, time, written)."""
        c, found = self.chance, []
        if index == 0:
            found += [(record, None, None) for record in self.setup()]
        if index == self.moves:
            found.append((self.gym(), None, None))
        if index == self.asks:
            found.append((r.Experiment("q", index, None, c.choice(TRIALS), 8, c.choice((1, 7))), None, None))
        if index == self.screen_on or (asked and index > self.screen_on and c.random() < 0.7):
            answers = (
                (r.Answer(c.choice(("groin", "heart", "fall", "calf", "eye", "apnoea")), "yes"),)
                if c.random() < 0.02
                else ()
            )
            found.append((r.Screen(answers), None, None))
        if c.random() < 0.01:
            found.append((r.Clinician(assessed=True), None, None))
        if index in self.shots:
            found.append((r.Injection(self.shots[index], "right"), None, None))
            if c.random() < 0.3:
                window = r.Window(
                    *c.choice(((0, 6), (3, 10), (10, 30))),
                    c.choice((0.0, 50.0, 80.0, None)),
                    c.choice((True, False, None)),
                )
                found.append((r.Clinician(window=window), None, None))
        if c.random() < self.pills / 2:
            found.append((r.Painkiller("ibuprofen"), c.choice((None, 90, 400, 1290)), None))
        if c.random() < self.checks:
            found += self.checkin(index)
        return found

    def checkin(self, index: int) -> list[Any]:
        """The check-in, now and then twice, with a clock on it in one of the ways; the night apart."""
        c = self.chance
        bad = index % self.bad_week < 7
        hours = max(3.0, c.gauss(self.sleep - (1.5 if bad else 0), 0.5))
        seconds = round(hours * 60) * 60
        found: list[Any] = []
        if self.sleeps in ("device", "both"):
            found.append((r.Sleep(max(0, seconds - c.choice((0, 0, 600, 7200)))), None, None))
        ache = self.ache if c.random() < 0.7 else max(0, self.ache - 1)
        draw = c.random()
        ache = (
            c.choice((3, 4, 6))
            if draw < self.p_spike
            else 2
            if draw < self.p_two
            else max(ache, 1)
            if draw < self.p_one
            else ache
        )
        late = c.random() < self.late
        time, woke, written = None, None, None
        day = self.first + timedelta(days=index)
        if self.clock == "time" or (late and self.clock == "none"):
            time = 1100 if late else c.randrange(300, 700)
        elif self.clock == "woke":
            woke = c.randrange(300, 500)
            time = woke + (200 if late else 60)
        elif self.clock == "written":
            written = f"{(day + timedelta(days=late)).isoformat()}T07:{c.randrange(10, 59)}:00+01:00"
        record = r.Checkin(
            ache=ache,
            stiff=c.choice(("none", "none", "none", "none", "left", "both")),
            woke=woke,
            sleep=seconds if self.sleeps in ("checkin", "both") else None,
            painkiller=c.random() < self.pills,
            flare=c.random() < 0.002,
            ill=c.random() < 0.005,
            side=c.choice((None, "left")) if ache else None,
        )
        found.append((record, time, written))
        if c.random() < 0.02:
            found.append((r.Checkin(ache=max(0, ache + c.choice((-1, 0, 1))), woke=woke), time, written))
        return found

    def rest(self, index: int) -> list[r.Record]:
        """Daily work and what else a day holds."""
        c = self.chance
        found: list[r.Record] = []
        if c.random() < self.diligence:
            found.append(r.Release(90, 90, c.choice((1, 1, 2, 6))))
        if c.random() < self.diligence:
            sets = Sets(3, 20.0, "reps")
            found.append(
                r.Stability("single-leg-bridge", 4, sets, sets, None, c.choice((0, 0, 0, 1, 3)), "ok")
            )
            if c.random() < 0.3:
                found.append(
                    r.Stability(c.choice(("pallof-press", "copenhagen-plank")), 2, sets, sets, None, 0, "ok")
                )
        if index < 3 and self.trained:
            found += [r.Lift(lift, (r.Work(Weight(135.0, "lb"), HOLD),), pain=0) for lift in self.lifts[:1]]
        if c.random() < 0.02:
            found.append(
                r.Lift(
                    "hip thrust",
                    (r.Work(Weight(95.0, "lb"), HOLD),),
                    pelvis=c.random() < 0.5,
                    pain=c.choice((None, 0, 3)),
                )
            )
        if c.random() < 0.1:
            found.append(
                c.choice((r.Walk(1200), r.Sitting(30000), r.Stretch(600), r.Note("-"), r.Activity("car", 5)))
            )
        return found

    def session(self, plan: LiftPlan, gym_unit: Unit) -> list[r.Record]:
        """The lift as planned, or with one blemish."""
        c = self.chance
        weight, sets = plan.weight, plan.sets
        clean = c.random() < self.clean
        blemish = (
            ""
            if clean
            else c.choice(
                ("over", "light", "missed", "few", "brace", "pain", "none", "rpe", "shift", "single", "flare")
            )
        )
        weight *= {"over": 1.1, "light": 0.85, "single": 1.3}.get(blemish, 1.0)
        load = Weight(weight, plan.unit)
        if gym_unit != plan.unit:
            load = Weight(round(load.to(gym_unit), 1), gym_unit)
        elif blemish:
            load = Weight(weight // 2.5 * 2.5, plan.unit)
        pain = {"pain": c.choice((3, 5, 6)), "none": None, "flare": 7}.get(blemish, c.choice((0, 0, 0, 1, 2)))
        reps = 1.0 if blemish == "single" else float(plan.reps)
        work = (r.Work(load, Sets(max(1, sets - (blemish == "few")), reps, "reps")),)
        lift = r.Lift(
            plan.lift,
            work,
            brace=blemish != "brace",
            missed=blemish == "missed",
            pain=pain,
            rpe=9.0 if blemish == "rpe" else c.choice((None, 6.0)),
            shift="left" if blemish == "shift" else None,
        )
        warm = r.Lift(plan.lift, (r.Work(Weight(45.0, "lb"), HOLD),), warmup=True)
        return [warm, lift] if c.random() < 0.1 else [lift]

    def unplanned(self, last: Plan | None) -> list[r.Record]:
        """A lift on a day that had none."""
        if last is None or self.chance.random() > 0.012:
            return []
        lift = self.chance.choice(self.lifts)
        load = Weight(self.chance.choice((60.0, 100.0, 140.0)), "lb")
        return [r.Lift(lift, (r.Work(load, HOLD),), brace=True, pain=0)]


def _entries(day: date, timed: Sequence[Any]) -> tuple[Entry, ...]:
    return tuple(Entry(day, record, time, written=written) for record, time, written in timed)


def plausible(seed: int, days: int | None = None) -> Folded:
    """The folded diary of the person that `seed` makes, `days` long (None: 70 to 190)."""
    person = Person(seed, days)
    folded = Folded(person.first)
    folded.plausible = True
    asked = False
    for index in range(person.length):
        day = folded.day(index)
        away = person.away[0] <= index < person.away[1]
        silent = away and person.away[0] % 2 == 0
        timed = [] if silent else person.morning(index, asked)
        records = [] if silent else person.rest(index)
        entries = _entries(day, timed) + tuple(Entry(day, record) for record in records)
        state, plan = planned(folded.states[-1], day, entries)
        done: list[r.Record] = []
        if plan.lifts and not away and person.chance.random() < person.trains:
            for lift in plan.lifts:
                done += person.session(lift, lift.plates_unit)
        elif not away and plan.stop is None:
            done = person.unplanned(folded.plans[-1] if folded.plans else None)
        if done:
            entries += tuple(Entry(day, record) for record in done)
            state, plan = planned(folded.states[-1], day, entries)
        folded.keep(entries, state, plan)
        asked = any(other.item == "screen" for other in plan.other)
    return folded
