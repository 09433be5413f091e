"""Reads a diary once through the engine, and keeps of every day what the questions ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from underbar.diary.diary import Diary
from underbar.diary.records import Checkin, Entry, Injection, Lift, Sitting
from underbar.diary.vocabulary import LIFTS
from underbar.insights.days import Day, Judged, Kept, Zone
from underbar.insights.days import Diary as Seen
from underbar.protocol import engine
from underbar.protocol.document import Protocol
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Plan
from underbar.protocol.rules.background_mode import yardstick
from underbar.protocol.rules.zone import judge
from underbar.protocol.state import Morning, Session, State

LONGEST_AFTER: Final = 42
"""Days after an injection that are told apart."""
_KEPT: Final[dict[str, Kept]] = {"d": "done", "m": "missed", "o": "off"}


class Read(NamedTuple):
    """What the diary says, and the engine's state after its last day."""

    seen: Seen
    state: State


def read(protocol: Protocol, diary: Diary, until: date) -> Read:
    """The diary from its first day to `until`, both included, as the engine's rules of today see it.

    An empty diary, or one that begins later, gives no days. Raises engine.RuleFailed where a rule raises.
    """
    state = engine.start()
    days: list[Day] = []
    sessions: list[Judged] = []
    at = diary.first_day
    injected: int | None = None
    while at is not None and at <= until:
        entries = diary.day_entries(at)
        before = state
        state, plan = engine.advance(protocol, before, at, entries, diary.superseded)
        standing = [entry for entry in entries if entry.id not in diary.superseded]
        given = next(
            (e.record for e in standing if isinstance(e.record, Injection) and not e.record.planned), None
        )
        after = None if injected is None else at.toordinal() - injected
        days.append(_day(at.toordinal(), standing, before, state, plan, after, given.what if given else None))
        if given is not None:
            injected = at.toordinal()
        sessions.extend(_judged(protocol.with_overrides(state.overrides), before, state))
        at += timedelta(1)
    return Read(Seen(tuple(days), tuple(sessions)), state)


def _day(
    day: int,
    entries: Sequence[Entry],
    before: State,
    state: State,
    plan: Plan,
    after: int | None,
    injected: str | None,
) -> Day:
    morning = state.mornings[-1]
    checkins = [entry.record for entry in entries if isinstance(entry.record, Checkin)]
    sitting = [entry.record.seconds for entry in entries if isinstance(entry.record, Sitting)]
    release = _KEPT[state.release_log[-1]] if state.first_daily is not None else None
    began = state.flare is not None and (before.flare is None or state.flare.began != before.flare.began)
    return Day(
        day=day,
        ache=morning.ache,
        left=max((c.left for c in checkins if c.left is not None), default=None),
        right=max((c.right for c in checkins if c.right is not None), default=None),
        side=morning.side,
        evening=max((c.evening for c in checkins if c.evening is not None), default=None),
        sleep=morning.sleep,
        device_sleep=morning.device_sleep,
        release=release if release != "missed" or entries else None,
        sitting=max(sitting) / 3600 if sitting else None,
        load=_load(entries),
        flare=state.flare is not None,
        flare_began=began,
        after_injection=after if after is not None and after <= LONGEST_AFTER else None,
        injected=injected,
        signs=plan.signs,
        stop=plan.stop is not None,
        asked=tuple(lift.lift for lift in plan.lifts),
    )


def _load(entries: Sequence[Entry]) -> float:
    return max(
        (
            work.weight.to("kg")
            for entry in entries
            if isinstance(entry.record, Lift) and entry.record.exercise in LIFTS and not entry.record.warmup
            for work in entry.record.work
            if work.weight is not None
        ),
        default=0.0,
    )


def _judged(n: Numbers, before: State, state: State) -> Iterator[Judged]:
    """The sessions whose mornings have all been read on the day of `state`."""
    morning = state.mornings[-1]
    measure = yardstick(n, state, state.backgrounds[-1])
    for lift, old in before.lifts.items():
        away = morning.day - old.session.day
        again = state.lifts[lift].session.day == morning.day
        if away == 2 or (away == 1 and again):
            session = _with(old.session, morning, away)
            found = judge(n, session, None, measure.zero, measure.on)
            flared = state.flare is not None and session.day <= state.flare.began <= morning.day
            zone: Zone = "flare" if flared else found.zone
            first = session.next_morning
            expected = first is not None and first.expected is not None
            yield Judged(lift, session.day, session.load, session.unit, zone, found.symptom, expected)


def _with(session: Session, morning: Morning, away: int) -> Session:
    return session._replace(next_morning=morning) if away == 1 else session._replace(second_morning=morning)
