"""Short diaries for the forecast: a lifter who trains as planned, with a zone for each session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from underbar.diary.diary import Diary
from underbar.diary.notation import parse
from underbar.diary.records import Entry
from underbar.insights.observed import Read, read
from underbar.protocol import engine
from underbar.protocol.document import load

FIRST = date(2026, 1, 5)
READY = 16
"""Days of daily work before the bar, the goal's weekdays being any."""
ONE_DAY = timedelta(1)


def diary(
    zones: Sequence[str],
    *,
    unit: str = "lb",
    goal: str = "goal deadlift target 315lb best 405lb",
    mode: str = "",
    rest: int = 0,
    after: int = 3,
    extra: Sequence[str] = (),
) -> Diary:
    """One bar day for each of `zones` (gone: a hold without a check-in), then `after` mornings.

    `rest`: ache of all other mornings. `extra`: lines of the last day.
    """
    state, day = engine.start(), FIRST
    lines: list[str] = []
    awaited: dict[date, int | None] = {}
    left, end = list(zones), None
    while end is None or day <= end:
        morning = awaited.get(day, rest)
        today = [f"lifter units {unit}{mode}", goal, "screen none"] if day == FIRST else []
        if state.flare is not None or (day - FIRST).days % 28 == 27:
            today.append("screen none")
        if morning is not None:
            today.append(f"checkin ache {morning} stiff none sleep 7h30")
        today += [
            "release left 90s right 90s",
            "single-leg-bridge level 3 left 3x12 right 3x12 pain 0 form ok",
        ]
        if day == end:
            today += extra
        plan = engine.advance(load(), state, day, _entries(day, today))[1]
        if plan.lifts and left:
            today += [
                f"{one.lift} {one.weight:g}{one.unit} {one.sets}x{one.reps} brace pain 0"
                for one in plan.lifts
            ]
            zone = left.pop(0)
            first = {"go": rest, "hold": rest + 1, "gone": None, "flare": 4}[zone]
            awaited[day + ONE_DAY] = first
        if not left and end is None and (day - FIRST).days > READY:
            end = day + after * ONE_DAY
        state = engine.advance(load(), state, day, _entries(day, today))[0]
        lines += [f"{day} {line}" for line in today]
        day += ONE_DAY
    return Diary.of(_parsed(lines))


def seen(found: Diary) -> Read:
    """What the engine makes of it up to its last day."""
    assert found.last_day is not None
    return read(load(), found, found.last_day)


def _entries(day: date, lines: Sequence[str]) -> tuple[Entry, ...]:
    return _parsed([f"{day} {line}" for line in lines])


def _parsed(lines: Sequence[str]) -> tuple[Entry, ...]:
    found = parse("".join(f"{line}\n" for line in lines))
    assert not found.problems
    return tuple(found.entries)
