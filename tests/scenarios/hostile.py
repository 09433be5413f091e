"""Hostile diaries: all that the records allow, mixed into a plausible diary so that it still reaches the bar.

Every entry has an id, so that corrections and voids keep their aim when dates move.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from lifters import plausible

from underbar.diary import records as r
from underbar.diary.records import Entry, Record
from underbar.diary.vocabulary import FLAGS, LIFTS, SKIPS, STABILITY, TESTS, TRIALS
from underbar.protocol.document import load
from underbar.quantities import Sets, Weight

PARAMETERS = load().parameters
HOWS = ("yes", "yes", "unsure", "skipped", "new")
SOURCES = ("oura", "whoop")


def _weight(c: Random, fine: bool) -> Weight:
    unit = c.choice(("lb", "kg"))
    value = c.choice((0.1, 2.5, 20.0, 45.0, 60.0, 95.0, 135.0, 225.0, 315.0, 500.0, 1400.0))
    if fine:
        value = round(value * c.uniform(0.8, 1.2), 1)
    return Weight(value, unit)


def _checkin(c: Random, fine: bool) -> Record:
    ache = c.choice((None, 0, 0, 0, 1, 1, 2, 3, 5, 8, 10))
    return r.Checkin(
        ache,
        c.choice((None, "left", "right", "both")),
        None,
        None,
        c.choice((None, "none", "left", "right", "both")),
        c.choice((None, 0, 18000, 25200, 27000, 86400)),
        None,
        c.choice((None, None, 0, 360, 700, 1439)),
        None,
        c.random() < 0.1,
        c.random() < 0.1,
        c.random() < 0.03,
        c.random() < 0.03,
    )


def _lift(c: Random, fine: bool) -> Record:
    sets = Sets(
        c.choice((1, 3, 3, 5, 99)),
        float(c.choice((1, 3, 5, 5, 8))),
        c.choice(("reps", "reps", "reps", "s", "m")),
    )
    work = tuple(r.Work(_weight(c, fine), sets) for _ in range(c.choice((1, 1, 2, 3))))
    return r.Lift(
        c.choice((*LIFTS, *LIFTS, "bench press")),
        work,
        c.random() < 0.1,
        c.random() < 0.7,
        c.random() < 0.1,
        c.random() < 0.1,
        c.choice((None, 0, 1, 2, 3, 4, 6, 7, 10)),
        c.choice((None, 0.0, 6.0, 6.5, 10.0)),
        c.choice((None, None, None, "left")),
    )


def _screen(c: Random, fine: bool) -> Record:
    flags = c.sample(FLAGS, c.choice((0, 0, 0, 0, 0, 1, 3)))
    return r.Screen(
        tuple(r.Answer(flag, c.choice(HOWS)) for flag in flags),
        c.choice((None, None, "full", "re", "injection")),
    )


def _clinician(c: Random, fine: bool) -> Record:
    first = c.randrange(30)
    window = r.Window(
        first,
        first + c.randrange(30),
        c.choice((None, 0.0, 33.3, 75.0, 100.0)),
        c.choice((None, True, False)),
    )
    return c.choice(
        (
            r.Clinician(assessed=True),
            r.Clinician(assessed=True),
            r.Clinician(bar_ok=True),
            r.Clinician(says="rest, he said"),
            r.Clinician(window=window),
            r.Clinician(course=r.Course(5, 7)),
        )
    )


def _param(c: Random, fine: bool) -> Record:
    name = c.choice(list(PARAMETERS))
    limits = PARAMETERS[name].limits
    if isinstance(PARAMETERS[name].value, tuple):
        return r.Param(name, "1,3,7,14,30")
    return r.Param(name, f"{c.choice((limits.low, limits.high)):g}")


def _gym(c: Random, fine: bool) -> Record:
    plates = tuple(_weight(c, fine) for _ in range(c.choice((0, 0, 1, 4))))
    bars = tuple((lift, _weight(c, fine)) for lift in c.sample(("", *LIFTS), c.choice((0, 0, 1, 2))))
    light = tuple((lift, bar) for lift, bar in bars if bar.value < 200)
    return r.Gym(
        "g",
        c.choice((None, "lb", "kg")),
        light,
        plates,
        tuple(_weight(c, fine) for _ in range(c.choice((0, 0, 3)))),
    )


def _goal(c: Random, fine: bool) -> Record:
    lift = c.choice(LIFTS)
    if c.random() < 0.25:
        return r.Goal(lift, off=True)
    maybe: Callable[[], Weight | None] = lambda: None if c.random() < 0.5 else _weight(c, fine)  # noqa: E731 - a word
    days = c.choice((None, (), (0,), (0, 3), (0, 1, 2, 3, 4, 5, 6)))
    return r.Goal(lift, maybe(), maybe(), maybe(), days)


def _other(c: Random, fine: bool) -> Record:
    sets = Sets(c.choice((1, 3)), float(c.choice((0, 5, 30))), c.choice(("reps", "s", "m")))
    return c.choice(
        (
            r.Sleep(c.choice((0, 14400, 27000, 86400))),
            r.Release(c.choice((None, 0, 90, 86400)), 90, c.choice((None, 0, 6, 10))),
            r.Stability(
                c.choice(STABILITY),
                c.choice((None, 0, 3, 6)),
                sets,
                sets,
                None,
                c.choice((None, 0, 5, 9)),
                c.choice((None, "ok", "off")),
            ),
            r.Injection(c.choice(("prolotherapy", "steroid", "prp", "other")), None, None, c.random() < 0.4),
            r.Test(c.choice(TESTS), c.choice((0.0, 2.0, 40.0)), c.choice((0.0, 3.0, 30.0))),
            r.Activity("sit", c.randrange(11)),
            r.Walk(0),
            r.Stretch(900),
            r.Sitting(c.choice((0, 36000))),
            r.Painkiller(c.choice(("aspirin", "ibuprofen"))),
            r.Medicine(c.choice(("aspirin", "ibuprofen")), c.random() < 0.7),
            r.Skip(c.choice(SKIPS)),
            r.Arm("release", c.choice(("on", "off"))),
            r.Experiment("q", c.randrange(9), None, c.choice(TRIALS), c.choice((1, 8, 28)), c.choice((1, 7))),
            r.Experiment(off=True),
            r.Lifter(
                c.choice((None, 1900, 1955, 2008)),
                c.choice((None, None, "lb", "kg")),
                None,
                c.choice((None, "article", "background")),
            ),
            r.Bodyweight(_weight(c, fine)),
            r.Zone("UTC"),
            r.Sources(tuple(c.sample(SOURCES, c.choice((0, 1, 2))))),
            r.Note("n"),
            r.Score("odi", 20.0),
            r.Visit("osteopath"),
        )
    )


KINDS = (_checkin, _checkin, _lift, _lift, _screen, _clinician, _param, _gym, _goal, _other, _other, _other)


def record_of(
    c: Random, fine: bool = True, kinds: tuple[Callable[[Random, bool], Record], ...] = KINDS
) -> Record:
    """One record of any kind."""
    return c.choice(kinds)(c, fine)


def hostile(seed: int, fine: bool = True) -> list[Entry]:
    """Entries of a hostile diary, in random order. `fine`: weights that no plates make are among them."""
    c = Random(seed)
    base = plausible(c.randrange(2**32), c.choice((40, 80, 120))).entries()
    first = base[0].day
    kinds = c.choice(
        (
            KINDS,
            KINDS,
            (_checkin, _lift),
            (_checkin, _goal, _lift),
            (_screen, _clinician),
            (_gym, _lift, _checkin),
        )
    )
    rate = c.choice((0.02, 0.1, 0.4, 1.5))
    start = c.choice((0, 0, 20, 30))
    entries = [e for e in base if c.random() > 0.03] if c.random() < 0.5 else list(base)
    span = (base[-1].day - first).days + 1
    for index in range(start, span):
        for _ in range(int(rate) + (c.random() < rate % 1)):
            day = first + timedelta(days=index)
            record = record_of(c, fine, kinds)
            entries.append(
                Entry(
                    day,
                    record,
                    c.choice((None, None, 90, 420, 800, 1400)),
                    c.choice((None, *SOURCES)) if isinstance(record, r.Sleep) else None,
                    written=_written(c, day),
                )
            )
    if c.random() < 0.3:
        at = first + timedelta(days=c.randrange(span))
        gap = timedelta(days=c.choice((12, 20, 40, 70)))
        entries = [e._replace(day=e.day + gap, written=None) if e.day > at else e for e in entries]
    if c.random() < 0.15:
        entries = [e for e in entries if isinstance(e.record, r.Checkin)] or entries
    if c.random() < 0.1:
        target = c.choice((date(1950, 1, 1), date(2100, 6, 1)))
        entries = [e._replace(day=e.day + (target - first), written=None) for e in entries]
    entries = [e._replace(id=f"e{number}") for number, e in enumerate(entries)]
    entries += _corrections(c, entries)
    c.shuffle(entries)
    return [e for e in entries if e.day <= date(2100, 12, 31)]


def _written(c: Random, day: date) -> str | None:
    if c.random() < 0.7:
        return None
    on = day + timedelta(days=c.choice((0, 0, 1, 9)))
    return (
        f"{on.isoformat()}T{c.choice(('00:10', '07:30', '11:59', '12:00', '23:50'))}:00+01:00"
        if on.year < 2101
        else None
    )


def _corrections(c: Random, entries: list[Entry]) -> list[Entry]:
    found = []
    for number, entry in enumerate(c.sample(entries, min(len(entries), c.choice((0, 2, 10))))):
        ref = entry.id or ""
        if c.random() < 0.3:
            found.append(
                Entry(entry.day + timedelta(days=c.choice((0, 1, 30))), r.Void(ref), id=f"v{number}")
            )
            continue
        record = entry.record
        if isinstance(record, r.Checkin):
            record = replace(record, ache=c.choice((None, 0, 1, 4)))
        late = entry.time if c.random() < 0.5 else 1000
        found.append(entry._replace(record=record, time=late, id=f"s{number}", supersedes=ref))
    return found
