"""Decision tables: one line a case, in the notation of the diary, readable without Python.

    what is tried | changes to the common story | what must come out

The common story: from Monday 2026-01-05 (`day1`) every day a check-in without ache after 7 h 40 of
sleep, release on both sides and a bridge at level 4; screens answered none on day 1 and every 28
days; a goal of deadlift 315 lb (best 405 lb, start 135 lb) on Mondays and Thursdays. From `mon`
(19 January, `day15`) on, the bar is lifted exactly as the plan asks. Left alone: `mon` is the first
session with 135 lb, `thu` asks 145 lb.

Days: `day1`, `day2`, ...; `mon` to `sun` are the week of the first session, `mon2` the one after.
Changes, parted by `;`:

    tue checkin ache 1       replaces what the story has of that kind on that day
    tue +checkin ache 1      adds to it
    tue -checkin             takes it away
    day3..day9 -release      the same on every day of a range; a line for one of them replaces that

What must come out, for one or more days parted by `;`:

    thu hold 135 next-morning-ache    verdict and load of the first lift, and the rule that decided
    thu none hold not-ready           no bar work, the day's verdict, the day's rule that decided
    +rule  -rule                      is, is not among the reasons of that day
    ceiling.limit=148.5               a fact of a reason
    squat=95/hold/one-raise-at-a-time another lift
    phase=build  release=90  bridge=5 ... (see `_ATTRIBUTES`)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache

import pytest

from underbar.diary.diary import Diary
from underbar.diary.notation import parse
from underbar.diary.records import Entry
from underbar.protocol.document import Protocol, load
from underbar.protocol.engine import advance, decide, start
from underbar.protocol.plan import Plan, Reason
from underbar.protocol.state import State
from underbar.quantities import number

PROTOCOL: Protocol = load()
FIRST = date(2026, 1, 5)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FIRST_BAR_WEEK = 14
_RESCREEN_EVERY = 28
_SETUP = (
    "lifter born 1983 units lb bodyweight 205lb",
    'gym "home" bar 45lb plates 45lb,25lb,10lb,5lb,2.5lb',
    "goal deadlift target 315lb best 405lb start 135lb on mon,thu",
)
_MORNING = (
    "checkin ache 0 stiff none sleep 7h40",
    "release left 90s right 90s",
    "single-leg-bridge level 4 left 3x8 right 3x8 pain 0 form ok",
)
_TIME = re.compile(r"\d\d:\d\d")
_MARK_LIFT = "as-prescribed"


def table(text: str) -> pytest.MarkDecorator:
    """The rows of a table as parameters `changes` and `expected`, each named by its first column."""
    rows = []
    for line in text.strip().splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            name, changes, expected = (part.strip() for part in line.split("|"))
            rows.append(pytest.param(changes, expected, id=name))
    return pytest.mark.parametrize(("changes", "expected"), rows)


def check(changes: str, expected: str) -> None:
    """Live the story with its changes and compare every expectation."""
    wanted = [part.split() for part in expected.split(";")]
    edits = _edits(changes)
    for day_name, *tokens in wanted:
        day = day_of(day_name)
        plan = plan_of(edits, day)
        wrong = _differences(plan, tokens)
        assert not wrong, f"{day_name}, {day}: {'; '.join(wrong)}\n{describe(plan)}"


def day_of(name: str) -> date:
    """`day18`, `thu` and `thu1` are 2026-01-22."""
    if name.startswith("day"):
        return FIRST + timedelta(days=int(name[3:]) - 1)
    week = int(name[3:] or 1)
    return FIRST + timedelta(days=_FIRST_BAR_WEEK + _WEEKDAYS.index(name[:3]) + 7 * (week - 1))


Edits = tuple[tuple[date, str, bool], ...]  # day, line, and whether it came from a range


def _edits(changes: str) -> Edits:
    """The changes day by day, in the order written."""
    found: list[tuple[date, str, bool]] = []
    for part in changes.split(";"):
        if not part.strip():
            continue
        days, text = part.split(maxsplit=1)
        first, _, last = days.partition("..")
        day, end = day_of(first), day_of(last or first)
        while day <= end:
            found.append((day, text, bool(last)))
            day += timedelta(days=1)
    return tuple(found)


def _key(line: str) -> str:
    """What a line replaces: its kind; of goals the lift too."""
    words = [word for word in line.split() if not _TIME.fullmatch(word)]
    return " ".join(words[:2]) if words[0] == "goal" else words[0]


def lines_of(edits: Edits, day: date) -> list[str]:
    """The lines of a day in notation, without its date; `as-prescribed` stands for the plan's lifts."""
    number_of_day = (day - FIRST).days
    lines = [*_SETUP] if number_of_day == 0 else []
    if number_of_day % _RESCREEN_EVERY == 0:
        lines.append("screen none")
    lines += [*_MORNING, _MARK_LIFT]
    added: list[tuple[str, bool]] = []
    for on, text, ranged in edits:
        if on != day:
            continue
        if text.startswith("+"):
            added.append((text[1:], False))
            continue
        key = _key(text.removeprefix("-"))
        gone = (key, _MARK_LIFT) if key == "deadlift" else (key,)
        lines = [line for line in lines if _key(line) not in gone]
        added = [(line, wide) for line, wide in added if not (wide and _key(line) == key)]
        if not text.startswith("-"):
            added.append((text, ranged))
    return lines + [line for line, _ in added]


def entries_of(day: date, lines: Iterable[str]) -> tuple[Entry, ...]:
    """The day's entries; a line that does not read is the test's own mistake."""
    parsed = parse("\n".join(f"{day} {line}" for line in lines))
    assert not parsed.problems, [str(problem) for problem in parsed.problems]
    return tuple(parsed.entries)


def prescribed(plan: Plan, lines: Iterable[str]) -> list[str]:
    """What a lifter logs who does as the plan asks, for lifts that the lines do not name."""
    named = {_key(line) for line in lines}
    return [
        f"{lift.lift} {number(lift.weight)}{lift.unit} {lift.sets}x{lift.reps} brace pain 0"
        for lift in plan.lifts
        if lift.lift not in named
    ]


@lru_cache(maxsize=4096)
def _lived(edits: Edits, day: date) -> tuple[State, tuple[Entry, ...]]:
    """The state at the end of `day` and all entries to then, without corrections."""
    earlier = tuple(edit for edit in edits if edit[0] < day)
    state, before = _lived(earlier, day - timedelta(days=1)) if day > FIRST else (start(), ())
    lines = lines_of(edits, day)
    if _MARK_LIFT in lines:
        lines.remove(_MARK_LIFT)
        plan = advance(PROTOCOL, state, day, entries_of(day, lines))[1]
        lines += prescribed(plan, lines)
    entries = entries_of(day, lines)
    return advance(PROTOCOL, state, day, entries)[0], before + entries


def plan_of(edits: Edits, day: date) -> Plan:
    """The plan of `day`, on which nothing was lifted yet unless the changes say so."""
    earlier = tuple(edit for edit in edits if edit[0] < day)
    before = _lived(earlier, day - timedelta(days=1))[1] if day > FIRST else ()
    lines = [line for line in lines_of(edits, day) if line != _MARK_LIFT]
    return decide(PROTOCOL, Diary.of(before + entries_of(day, lines)), day)


def plan_on(changes: str, day: str) -> Plan:
    """The plan of a day of the story with its changes."""
    return plan_of(_edits(changes), day_of(day))


def reasons_of(plan: Plan) -> list[Reason]:
    """Every reason anywhere in the plan."""
    parts = (*plan.lifts, *plan.stability, *plan.other, *((plan.release,) if plan.release else ()))
    return [*plan.reasons, *(reason for part in parts for reason in part.reasons)]


def _binding(reasons: Iterable[Reason]) -> str:
    return next((reason.rule for reason in reasons if reason.binding), "nothing")


def _text(value: object) -> str:
    if isinstance(value, float):
        return number(round(value, 2))
    if isinstance(value, tuple):
        return ",".join(_text(item) for item in value) or "nothing"
    return "nothing" if value is None else str(value)


def _stability(name: str, field: str) -> Callable[[Plan], object]:
    def read(plan: Plan) -> object:
        return next((getattr(item, field) for item in plan.stability if item.exercise == name), "off")

    return read


def _first(field: str) -> Callable[[Plan], object]:
    return lambda plan: getattr(plan.lifts[0], field) if plan.lifts else "none"


_ATTRIBUTES: dict[str, Callable[[Plan], object]] = {
    "phase": lambda plan: plan.phase,
    "verdict": lambda plan: plan.verdict,
    "stop": lambda plan: plan.stop.level if plan.stop else None,
    "flags": lambda plan: plan.stop.flags if plan.stop else None,
    "refer": lambda plan: plan.refer,
    "signs": lambda plan: plan.signs,
    "next": lambda plan: plan.next_lift_day,
    "release": lambda plan: plan.release.left_s if plan.release else None,
    "other": lambda plan: tuple(f"{item.times}x{item.item}" for item in plan.other),
    "bridge": _stability("single-leg-bridge", "level"),
    "pallof": _stability("pallof-press", "level"),
    "copenhagen": _stability("copenhagen-plank", "level"),
    "carry": _stability("suitcase-carry", "level"),
    "carry-weight": _stability("suitcase-carry", "weight"),
    "bridge-left-first": _stability("single-leg-bridge", "left_first"),
    "working": _first("working"),
    "change": _first("change"),
    "effort": _first("effort_max"),
    "easier": _first("easier"),
    "harder": _first("harder"),
    "unit": _first("unit"),
    "plates": _first("plates"),
    "warmup": lambda plan: tuple(f"{number(w.weight)}x{w.reps}" for w in plan.lifts[0].warmup),
}


def _differences(plan: Plan, tokens: list[str]) -> list[str]:
    """What of the expectation is not so."""
    wrong: list[str] = []
    lift = plan.lifts[0] if plan.lifts else None
    spoken = {reason.rule for reason in reasons_of(plan)}
    for token in tokens:
        name, equals, value = token.partition("=")
        if equals and name in _ATTRIBUTES:
            came = _text(_ATTRIBUTES[name](plan))
        elif equals and "." in name:
            came = _fact(plan, *name.split(".", 1))
        elif equals:
            came = _other_lift(plan, name)
        elif name == "none":
            came, value = ("none" if lift is None else lift.lift), "none"
        elif token in ("stop", "flare", "reduce", "hold", "progress"):
            came, value = (lift.verdict if lift else plan.verdict), token
        elif token[0] in "+-":
            came, value = ("+" if token[1:] in spoken else "-") + token[1:], token
        elif token[0].isdigit():
            came, value = (number(lift.weight) if lift else "none"), token
        else:
            came, value = _binding(lift.reasons if lift else plan.reasons), token
        if came != value:
            wrong.append(f"expected {token}, came {came}")
    return wrong


def _fact(plan: Plan, rule: str, fact: str) -> str:
    found = next((reason for reason in reasons_of(plan) if reason.rule == rule), None)
    return f"no {rule}" if found is None else _text(dict(found.facts)[fact])


def _other_lift(plan: Plan, name: str) -> str:
    lift = next((lift for lift in plan.lifts if lift.lift == name), None)
    return "none" if lift is None else f"{number(lift.weight)}/{lift.verdict}/{_binding(lift.reasons)}"


def describe(plan: Plan) -> str:
    """The plan for whoever reads a failure."""
    lifts = [
        f"  {lift.lift} {number(lift.weight)}{lift.unit} {lift.verdict}: {_told(lift.reasons)}"
        for lift in plan.lifts
    ]
    return "\n".join([f"{plan.day} {plan.phase} {plan.verdict}: {_told(plan.reasons)}", *lifts])


def _told(reasons: Iterable[Reason]) -> str:
    return ", ".join(f"{r.rule}{'*' if r.binding else ''} {dict(r.facts)}" for r in reasons)
