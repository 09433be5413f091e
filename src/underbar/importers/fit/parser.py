"""The messages of one FIT file to sets and stretches of sleep."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, tzinfo
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from underbar.importers.blocks import SetRow
from underbar.importers.cells import Unreadable, effort
from underbar.importers.exercise_names import is_assisted
from underbar.importers.fit.exercises import Plan, exercise_of, plan_of
from underbar.importers.fit.messages import Message
from underbar.importers.fit.shape import (
    ASLEEP_LEVELS,
    AWAKE_LEVEL,
    BEGINS,
    EVENT,
    LOCAL_TIME,
    NO_BEGINNING,
    OTHER_SPORT,
    POUNDS,
    REST,
    RESTED,
    SESSION,
    SET,
    SLEEP_EVENT,
    SLEEP_LEVEL,
    STRENGTH,
    TIMESTAMP,
    UNMEASURED,
)
from underbar.importers.found import Slept
from underbar.importers.gathering import Given
from underbar.importers.imported import ASSISTANCE, AWAKE, NOTHING_DONE, Tally
from underbar.importers.moments import epoch
from underbar.importers.zones import Zones, offset
from underbar.quantities import LB_PER_KG, Unit

_EPOCH: Final = 631_065_600
"""Seconds from 1970 to the beginning of FIT time, the last day of 1989."""
_POWER_ON: Final = 0x10000000
"""A smaller number of seconds is one since the watch was switched on."""
_FARTHEST: Final = 14 * 60
"""Minutes that a place is ahead of UTC at most."""
_LEVEL, _END, _BEGIN = range(3)
"""Marks of the same time in the order in which they are read."""
_LONGEST_STAGE: Final = 12 * 3600
"""Seconds. A longer stage is the time between two nights of a file that does not say when they begin."""


class _Session(NamedTuple):
    start: datetime
    strength: bool


def workouts_of(messages: Sequence[Message], zones: Zones, tally: Tally) -> dict[datetime, list[SetRow]]:
    """The sets of each strength session, by the instant at which it began. Every other set is counted.

    A set belongs to the session that began last before it: several sports in one activity follow each
    other. Without any session, which a watch writes last, all sets are one of strength.
    """
    sets = [message for message in messages if message.number == SET]
    sessions = _sessions(messages, sets)
    zone = zone_of(messages)
    plan = plan_of(messages)
    workouts: dict[datetime, list[SetRow]] = {}
    for message in sets:
        tally.rows += 1
        try:
            mine = _session_of(message, sessions)
            if not mine.strength:
                tally.skipped[OTHER_SPORT] += 1
                continue
            row = _set_of(message, _wall(mine.start, zone, zones), plan, tally)
        except Unreadable as problem:
            tally.report(0, str(problem))
            continue
        if row is not None:
            workouts.setdefault(mine.start, []).append(row)
    return workouts


def _sessions(messages: Sequence[Message], sets: Sequence[Message]) -> list[_Session]:
    sessions = []
    for message in messages:
        start = _instant(message, 2) if message.number == SESSION else None
        if start is not None:
            sessions.append(_Session(start, message.value(6) == STRENGTH))
    if not sessions:
        starts = [start for start in (_instant(message, 6) for message in sets) if start is not None]
        sessions = [_Session(start, strength=True) for start in sorted(starts)[:1]]
    return sorted(sessions)


def _session_of(message: Message, sessions: Sequence[_Session]) -> _Session:
    if not sessions:
        raise Unreadable("a set without a time, in an activity without one")
    started = _instant(message, 6)
    if started is None:
        return sessions[0]
    slack = started + timedelta(seconds=1)  # starts are in whole seconds, lengths are not
    return sessions[max(0, bisect_right(sessions, slack, key=attrgetter("start")) - 1)]


def _set_of(message: Message, start: datetime, plan: Plan, tally: Tally) -> SetRow | None:
    """The set that was done; None, and counted, where it was a rest or nothing."""
    reps, milliseconds = message.value(3), message.value(0)
    if message.value(5) == RESTED or reps == 0:
        tally.skipped[REST if message.value(5) == RESTED else NOTHING_DONE] += 1
        return None
    seconds = None if reps or milliseconds is None else float(round(milliseconds / 1000))
    done = effort(reps, seconds, None, failed=False, tally=tally)
    if done is None:
        return None
    exercise, warmup = exercise_of(message, plan)
    weight, unit = _weight(message)
    if weight is not None and is_assisted(exercise):
        tally.left_out[ASSISTANCE] += 1
        weight, unit = None, None
    return SetRow(
        line=0,
        start=start,
        workout="strength",
        exercise=exercise,
        order=None,
        warmup=warmup,
        failed=False,
        weight=weight,
        unit=unit,
        amount=done[0],
        kind=done[1],
        rpe=None,
    )


def _weight(message: Message) -> tuple[float | None, Unit | None]:
    """As it was entered: in pounds where the watch showed pounds. 0 is none: nobody entered one.

    The file has sixteenths of a kilogram, which are finer than half a pound, so that nothing is lost.
    """
    sixteenths = message.value(4)
    if not sixteenths:
        return None, None
    if message.value(9) == POUNDS:
        pounds = round(sixteenths / 16 * LB_PER_KG * 2) / 2
        if round(pounds / LB_PER_KG * 16) == sixteenths:
            return pounds, "lb"
    return sixteenths / 16, "kg"


Stage = tuple[int | None, datetime | None, datetime | None]
"""A level of sleep, and when the stage began and ended; None where it is not known."""


def stages_of(messages: Sequence[Message]) -> Iterator[Stage]:
    """Every stage of sleep in the order of time. A level stands with the time at which it ended.

    It began where the one before ended, or with the event with which a sleep begins.
    """
    marks: list[tuple[datetime, int, int | None]] = []
    for message in messages:
        if message.number not in (SLEEP_LEVEL, EVENT):
            continue
        at, value = _instant(message, TIMESTAMP), message.value(0)
        if message.number == SLEEP_LEVEL:
            if at is None:
                yield value, None, None
            else:
                marks.append((at, _LEVEL, value))
        elif value == SLEEP_EVENT and at is not None:
            marks.append((at, _BEGIN if message.value(1) == BEGINS else _END, None))
    began: datetime | None = None
    for at, mark, value in sorted(marks, key=itemgetter(0, 1)):
        if mark == _LEVEL:
            yield value, began, at
            began = at
        else:
            began = at if mark == _BEGIN else None


def slept(stage: Stage, source: str, zone: tzinfo | None, zones: Zones) -> Given:
    """The stretch of sleep that a stage is, or the word for what else it is."""
    level, began, ended = stage
    if ended is None:
        raise Unreadable("a stage of sleep without a time")
    if level not in ASLEEP_LEVELS:
        return AWAKE if level == AWAKE_LEVEL else UNMEASURED
    if began is None:
        return NO_BEGINNING
    seconds = (ended - began).total_seconds()
    if seconds > _LONGEST_STAGE:
        raise Unreadable("a stage of sleep of over 12 hours")
    if not seconds:
        return ()
    start, end = (at.astimezone(zone) if zone else zones.local(at) for at in (began, ended))
    return [Slept(source, start, end, int(seconds), staged=True)]


def zone_of(messages: Sequence[Message]) -> tzinfo | None:
    """Where the watch's own clock stood, in quarters of an hour from UTC; None where it does not say."""
    for message in messages:
        local = message.value(LOCAL_TIME[message.number]) if message.number in LOCAL_TIME else None
        utc = message.value(TIMESTAMP)
        if local is not None and utc is not None:
            minutes, seconds = divmod(local - utc, 60)
            if not seconds and minutes % 15 == 0 and abs(minutes) <= _FARTHEST:
                return offset(minutes)
    return None


def _wall(at: datetime, zone: tzinfo | None, zones: Zones) -> datetime:
    local = at.astimezone(zone) if zone else zones.local(at)
    return local.replace(tzinfo=None)


def _instant(message: Message, field: int) -> datetime | None:
    """The time of a field; None where there is none that a diary may hold, or only one since the watch was
    switched on."""
    seconds = message.value(field)
    if seconds is None or seconds < _POWER_ON:
        return None
    try:
        return epoch(_EPOCH + seconds)
    except Unreadable:
        return None
