"""Records from the fields of a line, and back, where they are not simply the same.

Each function takes the fields read, by name, and raises Wrong where they make no record together;
each `..._parts` gives the fields that differ from the record's own.
"""

from __future__ import annotations

import re
from typing import Any, Final

from underbar.diary import records as r
from underbar.diary.vocabulary import LIFTS
from underbar.quantities import Sets, Weight

_PARAMETER = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"


class Wrong(Exception):
    """The words of a line are each right and together make no record; `name`: the field to point at."""

    def __init__(self, message: str, name: str = "") -> None:
        super().__init__(message)
        self.name = name


def gym(name: str, bars: tuple[tuple[str, Weight], ...] = (), **rest: Any) -> r.Gym:
    if len({lift for lift, _ in bars}) < len(bars):
        raise Wrong("the same bar is given twice", "bars")
    return r.Gym(name, bars=bars, **rest)


def gym_parts(record: r.Gym) -> dict[str, Any]:
    """No plates and no bells are not printed."""
    return {"plates": record.plates or None, "bells": record.bells or None}


def param(name: str, value: str) -> r.Param:
    if re.fullmatch(_PARAMETER, name) is None:
        raise Wrong(f"expected a parameter's name such as day-start, found {name[:40]}", "name")
    return r.Param(name, value)


def goal(lift: str, off: bool = False, **rest: Any) -> r.Goal:
    if off and rest:
        raise Wrong("off ends the goal and stands alone", "off")
    return r.Goal(lift, off=off, **rest)


def screen(none: bool = False, answers: tuple[r.Answer, ...] = (), scope: r.Scope | None = None) -> r.Screen:
    if none == bool(answers):
        raise Wrong("expected either none or the warning signs", "none")
    if len({answer.flag for answer in answers}) < len(answers):
        raise Wrong("the same warning sign is named twice", "answers")
    return r.Screen(answers, scope)


def clinician(**said: Any) -> r.Clinician:
    course = {name: said.pop(name) for name in ("course", "every") if name in said}
    if said.pop("none", False) and said.setdefault("max", 0.0) != 0:
        raise Wrong("expected either max N% or none", "none")
    window = {name: said.pop(name) for name in ("window", "max", "release") if name in said}
    if bool(course) + bool(window) + len(said) != 1:
        raise Wrong("expected one of assessed, bar-ok, says, window, course on a line")
    if course:
        if len(course) == 1:
            raise Wrong("expected course N every D, such as course 4 every 42d", *course)
        return r.Clinician(course=r.Course(course["course"], course["every"]))
    if window:
        if "window" not in window:
            raise Wrong("expected a window such as window 0-6 before max or release", *list(window)[:1])
        first, last = window["window"]
        return r.Clinician(window=r.Window(first, last, window.get("max"), window.get("release")))
    return r.Clinician(**said)


def clinician_parts(record: r.Clinician) -> dict[str, Any]:
    parts: dict[str, Any] = {"assessed": record.assessed, "bar_ok": record.bar_ok, "says": record.says}
    if record.window is not None:
        rule = record.window
        parts |= {"window": (rule.first, rule.last), "release": rule.release}
        parts |= {"none": rule.max_percent == 0, "max": rule.max_percent or None}
    if record.course is not None:
        parts |= {"course": record.course.number, "every": record.course.every_days}
    return parts


def checkin(**said: Any) -> r.Checkin:
    left, right = said.get("left"), said.get("right")
    if left is None and right is None:
        if "side" in said and "ache" not in said:
            raise Wrong("expected ache N before its side", "side")
        return r.Checkin(**said)
    if left is None or right is None:
        raise Wrong(
            "expected both left N and right N, or ache N with its side", "left" if right is None else "right"
        )
    if "ache" in said or "side" in said:
        raise Wrong("expected either ache N with its side, or left N right N", "left")
    return r.Checkin(ache=max(left, right), **said)


def checkin_parts(record: r.Checkin) -> dict[str, Any]:
    return {"ache": None} if record.left is not None and record.right is not None else {}


def release(**said: Any) -> r.Release:
    if "left" not in said and "right" not in said:
        raise Wrong("release needs left D, right D or both, such as left 90s right 90s")
    return r.Release(**said)


def stability(**said: Any) -> r.Stability:
    if "both" in said and ("left" in said or "right" in said):
        raise Wrong("expected either sets for both sides, or left and right", "both")
    return r.Stability(**said)


def lift(exercise: str, work: tuple[Weight | Sets, ...], **rest: Any) -> r.Lift:
    done: list[r.Work] = []
    weight: Weight | None = None
    for item in work:
        if isinstance(item, Weight):
            if weight is not None:
                raise Wrong(f"expected sets such as 3x5 after {weight}, found {item}", "work")
            weight = item
        else:
            if weight is None and exercise in LIFTS:
                raise Wrong(f"expected a weight with its unit before {item}, such as 135lb {item}", "work")
            done.append(r.Work(weight, item))
            weight = None
    if weight is not None:
        raise Wrong(f"expected sets such as 3x5 after {weight}", "work")
    return r.Lift(exercise, tuple(done), **rest)


def lift_parts(record: r.Lift) -> dict[str, Any]:
    return {"work": [item for work in record.work for item in work if item is not None]}


def test(what: str, left: tuple[float, Any], right: tuple[float, Any]) -> r.Test:
    if left[1] != right[1]:
        raise Wrong("expected the same unit on both sides", "right")
    return r.Test(what, left[0], right[0], left[1])


def test_parts(record: r.Test) -> dict[str, Any]:
    return {"what": record.what, "left": (record.left, record.unit), "right": (record.right, record.unit)}


_SCORE_MOST: Final = {"odi": 100, "rmdq": 24, "promis-pi": 100}


def score(what: str, value: float) -> r.Score:
    if value > _SCORE_MOST[what]:
        raise Wrong(f"expected {what} from 0 to {_SCORE_MOST[what]}", "value")
    return r.Score(what, value)


def experiment(off: bool = False, **said: Any) -> r.Experiment:
    if off:
        if said:
            raise Wrong("off ends the running experiment and stands alone", "off")
        return r.Experiment(off=True)
    if "question" not in said or "seed" not in said:
        raise Wrong('an experiment needs its question and its seed, such as "does release help" seed 7')
    if 0 < len(said.keys() & {"what", "pairs", "block"}) < 3:
        raise Wrong("expected what, pairs and block together, such as what bedtime pairs 28 block 1", "what")
    return r.Experiment(**said)


def medicine(name: str, state: str) -> r.Medicine:
    return r.Medicine(name, state == "daily")


def medicine_parts(record: r.Medicine) -> dict[str, Any]:
    return {"name": record.name, "state": "daily" if record.daily else "stopped"}


def void(target: str) -> r.Void:
    """`id` on any line is the line's own."""
    return r.Void(target)


def void_parts(record: r.Void) -> dict[str, Any]:
    return {"target": record.id}
