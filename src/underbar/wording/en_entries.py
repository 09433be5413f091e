"""English: what stands in the diary, an entry a sentence without its day. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch
from typing import Any, Final

from underbar.diary import records as r
from underbar.diary.notation import format_record
from underbar.quantities import Sets, Weight, number
from underbar.wording.en_checkin import answers
from underbar.wording.en_flags import flag_name
from underbar.wording.en_words import (
    WEEKDAYS,
    capital,
    clock,
    count,
    exercise_name,
    hours,
    joined,
    lift_name,
    question_name,
    side_phrase,
)

INJECTIONS: Final = {"prolotherapy": "prolotherapy", "steroid": "steroid", "prp": "PRP", "other": "other"}
SCORES: Final = {
    "odi": "Oswestry (ODI)",
    "rmdq": "Roland-Morris (RMDQ)",
    "promis-pi": "PROMIS pain interference",
}
SKIPS: Final = {"travel": "travel", "ill": "ill", "gym-shut": "the gym was shut", "other": "another reason"}


def entry_line(entry: r.Entry) -> str:
    """An entry as a plain sentence: `Deadlift 170 lb, 3 × 5, brace check done, pain 1.`"""
    line = capital(_said(entry.record))
    return line if line.endswith((".", "?", "”")) else f"{line}."


def weight_words(weight: Weight) -> str:
    """`170 lb`."""
    return f"{number(weight.value)} {weight.unit}"


def sets_words(sets: Sets) -> str:
    """`3 × 5`, `1 set of 5`, `3 × 30 s`."""
    amount = number(sets.amount)
    unit = "" if sets.kind == "reps" else f" {sets.kind}"
    return f"1 set of {amount}{unit}" if sets.count == 1 else f"{sets.count} × {amount}{unit}"


def duration_words(seconds: int) -> str:
    """`90 s`, `20 min`, `7 h 30`."""
    if seconds >= 3600:
        return hours(seconds / 3600)
    return f"{seconds // 60} min" if seconds % 60 == 0 and seconds else f"{seconds} s"


@singledispatch
def _said(record: Any) -> str:
    return format_record(record)


def _list(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _scale(name: str, value: float | None) -> str | None:
    return None if value is None else f"{name} {number(value)}"


@_said.register
def _(lift: r.Lift) -> str:
    work = "; ".join(
        f"{weight_words(done.weight)}, {sets_words(done.sets)}" if done.weight else sets_words(done.sets)
        for done in lift.work
    )
    return _list(
        f"{lift_name(lift.exercise)}{' warm-up' if lift.warmup else ''} {work}",
        "brace check done" if lift.brace else None,
        "missed" if lift.missed else None,
        "loads the pelvis" if lift.pelvis else None,
        _scale("pain", lift.pain),
        _scale("effort", lift.rpe),
        f"hip shift to the {lift.shift}" if lift.shift else None,
        f"because “{lift.because}”" if lift.because else None,
    )


@_said.register
def _(work: r.Stability) -> str:
    sides = [
        f"{side} {sets_words(sets)}"
        for side, sets in (("left", work.left), ("right", work.right), ("", work.both))
        if sets is not None
    ]
    return _list(
        exercise_name(work.exercise) + (f" level {work.level}" if work.level is not None else ""),
        *[side.strip() for side in sides],
        weight_words(work.weight) if work.weight else None,
        _scale("pain", work.pain),
        {"ok": "form held", "off": "form was off", None: None}[work.form],
    )


@_said.register
def _(told: r.Checkin) -> str:
    return "check-in: " + _list(
        *answers(told),
        _scale("sleep quality", told.quality),
        f"woke at {clock(told.woke)}" if told.woke is not None else None,
        _scale("last evening’s ache", told.evening),
    )


@_said.register
def _(done: r.Release) -> str:
    sides = [
        f"{side} {duration_words(seconds)}"
        for side, seconds in (("left", done.left), ("right", done.right))
        if seconds is not None
    ]
    return _list(f"release: {joined(sides)}", _scale("discomfort", done.pain))


@_said.register
def _(screen: r.Screen) -> str:
    which = {"full": "all warning-sign questions", "re": "warning-sign questions again",
             "injection": "questions after an injection",
             None: "warning-sign questions"}[screen.scope]  # fmt: skip
    if not screen.answers:
        return f"{which}: none of those asked about"
    how = {"yes": "", "unsure": " (unsure)", "skipped": " (skipped)", "new": " (again, and new)"}
    return f"{which}: " + "; ".join(flag_name(a.flag) + how[a.how] for a in screen.answers)


@_said.register
def _(told: r.Clinician) -> str:
    return "clinician: " + _list(
        "assessed me" if told.assessed else None,
        "the bar is allowed" if told.bar_ok else None,
        f"“{told.says}”" if told.says else None,
        _window(told.window) if told.window else None,
        f"a course of {told.course.number}, one every {count(told.course.every_days, 'day')}"
        if told.course
        else None,
    )


def _window(window: r.Window) -> str:
    percent = window.max_percent
    bar = (
        None if percent is None else "no bar" if percent == 0 else f"at most {number(percent)} % of the load"
    )
    release = None if window.release is None else f"release {'on' if window.release else 'off'}"
    return _list(f"days {window.first} to {window.last} after an injection", bar, release)


@_said.register
def _(given: r.Injection) -> str:
    what = f"{INJECTIONS.get(given.what, given.what)} injection {'planned' if given.planned else 'given'}"
    return _list(what + side_phrase(given.side), _scale("number", given.number))


@_said.register
def _(gym: r.Gym) -> str:
    plates = [number(plate.value) for plate in gym.plates]
    return _list(
        f"at the gym “{gym.name}”",
        *[f"{lift_name(lift) + ' ' if lift else ''}bar {weight_words(bar)}" for lift, bar in gym.bars],
        f"plates {joined(plates)} {gym.plates[0].unit}" if plates else None,
    )


@_said.register
def _(goal: r.Goal) -> str:
    if goal.off:
        return f"goal ended: {lift_name(goal.lift)}"
    days = [WEEKDAYS[day] for day in goal.days or ()]
    return _list(
        f"goal: {lift_name(goal.lift)}{f' {weight_words(goal.target)}' if goal.target else ''}",
        f"best before {weight_words(goal.best)}" if goal.best else None,
        f"starting at {weight_words(goal.start)}" if goal.start else None,
        f"on {joined(days)}" if days else None,
    )


@_said.register
def _(lifter: r.Lifter) -> str:
    return "about you: " + _list(
        f"born {lifter.born}" if lifter.born else None,
        f"thinking in {lifter.units}" if lifter.units else None,
        f"weighing {weight_words(lifter.bodyweight)}" if lifter.bodyweight else None,
        {"article": "the article’s own gate", "background": "background mode", None: None}[lifter.mode],
    )


@_said.register
def _(test: r.Test) -> str:
    unit = " s" if test.unit == "s" else ""
    return (
        f"test, {exercise_name(test.what)}: left {number(test.left)}{unit}, right {number(test.right)}{unit}"
    )


_SHORT: Final[dict[type[Any], Callable[[Any], str]]] = {
    r.Sleep: lambda e: _list(f"slept {duration_words(e.seconds)}", _scale("quality", e.quality)),
    r.Walk: lambda e: f"walk, {duration_words(e.seconds)}",
    r.Stretch: lambda e: f"hard stretching, {duration_words(e.seconds)}",
    r.Sitting: lambda e: f"sat for {duration_words(e.seconds)}",
    r.Visit: lambda e: f"visit: {e.what}",
    r.Score: lambda e: f"{SCORES.get(e.what, e.what)}: {number(e.value)}",
    r.Activity: lambda e: f"{e.what}: {e.score} of 10",
    r.Painkiller: lambda e: f"painkiller: {e.name}",
    r.Medicine: lambda e: f"medicine: {e.name}, {'daily from here' if e.daily else 'stopped'}",
    r.Skip: lambda e: f"skipped: {SKIPS.get(e.why, e.why)}",
    r.Bodyweight: lambda e: f"body weight {weight_words(e.weight)}",
    r.Pulse: lambda e: f"resting pulse {number(e.beats)}",
    r.Hrv: lambda e: f"heart-rate variability {number(e.milliseconds)} ms",
    r.Note: lambda e: f"note: “{e.text}”",
    r.Zone: lambda e: f"time zone {e.name}",
    r.Sources: lambda e: f"nights are told by {', else '.join(e.order) or 'the shortest of their sources'}",
    r.Param: lambda e: f"setting {e.name} = {e.value}",
    r.Question: lambda e: f"asked first: {question_name(e.name)}",
    r.Experiment: lambda e: "experiment: ended" if e.off else f"experiment: {e.question}",
    r.Arm: lambda e: f"today in the experiment: {e.what} {e.value}",
    r.Void: lambda _e: "an entry taken out",
}
for _kind, _words in _SHORT.items():
    _said.register(_kind, _words)
