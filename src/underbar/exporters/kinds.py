"""The tables, one a kind of entry; kinds that hold a list have a second one for its items."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from underbar.diary import records as r
from underbar.diary.notation_values import clock
from underbar.diary.vocabulary import WEEKDAYS
from underbar.exporters.tables import (
    SETS,
    Cell,
    Column,
    Table,
    flag,
    mass,
    number,
    of_mass,
    of_sets,
    text,
    whole,
)

Rows = Iterable[tuple[Cell, ...]]
_SCORE: Final = "0 to 10"


def _plain(name: str, record: type[r.Record], *columns: Column | tuple[str, Column]) -> Table:
    """A table of fields as they are: columns named like their field, or (field, column)."""
    pairs = [column if not isinstance(column, Column) else (column.name, column) for column in columns]
    names = [name for name, _ in pairs]

    def rows(found: Any) -> Rows:
        return [tuple([getattr(found, name) for name in names])]

    return Table(name, record, tuple(column for _, column in pairs), rows)


def _gym_weights(gym: r.Gym) -> Rows:
    yield from (("bar", lift or None, *of_mass(weight)) for lift, weight in gym.bars)
    yield from (("plate", None, *of_mass(weight)) for weight in gym.plates)
    yield from (("bell", None, *of_mass(weight)) for weight in gym.bells)


def _goal(goal: r.Goal) -> Rows:
    days = None if goal.days is None else ",".join(WEEKDAYS[day] for day in goal.days) or "any"
    weights = (*of_mass(goal.target), *of_mass(goal.best), *of_mass(goal.start))
    return [(goal.lift, *weights, days, goal.off)]


def _clinician(said: r.Clinician) -> Rows:
    rule, course = said.window, said.course
    window = (rule.first, rule.last, rule.max_percent, rule.release) if rule else (None,) * 4
    planned = (course.number, course.every_days) if course else (None, None)
    return [(said.assessed, said.bar_ok, said.says, *window, *planned)]


def _checkin(said: r.Checkin) -> Rows:
    woke = None if said.woke is None else clock(said.woke)
    answers = (said.ache, said.side, said.left, said.right, said.stiff, said.sleep, said.quality, woke)
    return [(*answers, said.evening, said.sore, said.painkiller, said.flare, said.ill)]


def _stability(done: r.Stability) -> Rows:
    """A row a side; one without sets where none were written."""
    sides = {"left": done.left, "right": done.right, "both": done.both}
    given: list[str | None] = [side for side, sets in sides.items() if sets is not None]
    for side in given or [None]:
        sets = of_sets(sides[side] if side else None)
        yield (done.exercise, done.level, side, *sets, *of_mass(done.weight), done.pain, done.form)


def _lift(done: r.Lift) -> Rows:
    """A row for each group of equal sets."""
    flags = (done.warmup, done.brace, done.missed, done.pelvis)
    said = (done.pain, done.rpe, done.shift, done.because)
    for place, work in enumerate(done.work, 1):
        yield (done.exercise, place, *of_mass(work.weight), *of_sets(work.sets), *flags, *said)


TABLES: Final[tuple[Table, ...]] = (
    Table(
        "lifter", r.Lifter,
        (whole("born", "year"), text("units", "lb or kg"), *mass("bodyweight"), text("mode")),
        lambda one: [(one.born, one.units, *of_mass(one.bodyweight), one.mode)],
    ),
    _plain("gym", r.Gym, text("name"), text("unit", "lb or kg")),
    Table(
        "gym_weight", r.Gym,
        (text("what", "bar, plate (a pair of each) or bell"), text("lift", "whose bar it is; empty: of all"),
         *mass("weight")),
        _gym_weights,
    ),
    _plain("zone", r.Zone, text("name", "IANA time zone from this day on")),
    _plain("param", r.Param, text("name", "a parameter of the method"), text("value", "as written")),
    Table(
        "sources", r.Sources, (text("order", "whose night counts, the first that has one"),),
        lambda one: [(",".join(one.order) or "none",)],
    ),
    Table(
        "goal", r.Goal,
        (text("lift"), *mass("target"), *mass("best", "best before"), *mass("start", "where it begins"),
         text("days", "weekdays, or any"), flag("off", "ends the goal")),
        _goal,
    ),
    _plain("screen", r.Screen, text("scope", "full, re or injection; empty: full the first time, then re")),
    Table(
        "screen_answer", r.Screen,
        (text("flag", "a warning sign; no rows: none of those asked about"),
         text("answer", "yes, unsure, skipped or new")),
        lambda one: list(one.answers),
    ),
    Table(
        "clinician", r.Clinician,
        (flag("assessed"), flag("bar_ok"), text("says"),
         whole("window_first", "days", "after an injection, the first that is meant"),
         whole("window_last", "days", "the last"),
         number("window_max", "%", "of the working load; 0: no bar"), flag("window_release"),
         whole("course_number", "", "planned injections"), whole("course_every", "days")),
        _clinician,
    ),
    Table(
        "checkin", r.Checkin,
        (whole("ache", _SCORE, "of the worse side"), text("side", "left, right or both"),
         whole("left", _SCORE), whole("right", _SCORE), text("stiff", "none, left, right or both"),
         whole("sleep_s", "s"), whole("quality", _SCORE), text("woke", "", "HH:MM"),
         whole("evening", _SCORE, "the ache of the evening before"), flag("sore"), flag("painkiller"),
         flag("flare"), flag("ill")),
        _checkin,
    ),
    _plain("sleep", r.Sleep, ("seconds", whole("sleep_s", "s", "the night that ended on this day")),
           whole("quality", _SCORE)),
    _plain("release", r.Release, ("left", whole("left_s", "s")), ("right", whole("right_s", "s")),
           whole("pain", _SCORE)),
    Table(
        "stability", r.Stability,
        (text("exercise"), whole("level"), text("side", "left, right or both"), *SETS, *mass("weight"),
         whole("pain", _SCORE), text("form", "ok or off")),
        _stability,
    ),
    Table(
        "lift", r.Lift,
        (text("exercise"), whole("place", "", "of this group of equal sets in the entry, from 1"),
         *mass("weight", "empty: body weight alone"), *SETS, flag("warmup"),
         flag("brace", "the brace check was done before"), flag("missed"), flag("pelvis"),
         whole("pain", _SCORE, "empty: not told"), number("rpe", _SCORE), text("shift", "left or right"),
         text("because")),
        _lift,
    ),
    _plain("injection", r.Injection, text("what"), text("side", "left, right or both"),
           whole("number", "", "which of the course"), flag("planned", "true: not given yet")),
    _plain("visit", r.Visit, text("what")),
    _plain("test", r.Test, text("what"), number("left", "unit"), number("right", "unit"),
           text("unit", "s, or empty: repetitions or a score")),
    _plain("score", r.Score, text("what", "odi, rmdq or promis-pi"), number("value", "points")),
    _plain("activity", r.Activity, text("what"), whole("score", _SCORE, "0 unable, 10 as before")),
    _plain("walk", r.Walk, ("seconds", whole("duration_s", "s"))),
    _plain("stretch", r.Stretch, ("seconds", whole("duration_s", "s", "hard stretching"))),
    _plain("sitting", r.Sitting, ("seconds", whole("duration_s", "s"))),
    _plain("painkiller", r.Painkiller, text("name")),
    _plain("medicine", r.Medicine, text("name"), flag("daily", "false: stopped")),
    _plain("skip", r.Skip, text("why")),
    _plain("question", r.Question, text("name", "asked first: sleep, release or sitting")),
    _plain("experiment", r.Experiment, text("question"), whole("seed"), text("stop"),
           text("what", "release, sitting or bedtime; empty: the plan follows no arms"),
           whole("pairs", "", "of an on and an off period"), whole("block", "days", "a period"),
           flag("off", "ends the running one")),
    _plain("arm", r.Arm, text("what"), text("value")),
    Table("bodyweight", r.Bodyweight, mass("weight"), lambda one: [of_mass(one.weight)]),
    _plain("pulse", r.Pulse, ("beats", number("beats_per_min", "1/min", "at rest"))),
    _plain("hrv", r.Hrv, ("milliseconds", number("hrv_ms", "ms"))),
    _plain("note", r.Note, text("text")),
)  # fmt: skip
