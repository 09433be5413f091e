"""The one door: a plan is a fold over the diary, day by day.

`advance` takes the method, what is known, and one day's entries, and returns what is known then
and the plan of that day. `decide` and `replay` are that fold over a diary. No clock, no chance.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from underbar.diary.diary import Diary
from underbar.diary.records import Entry, Lift, Release
from underbar.protocol.document import Protocol
from underbar.protocol.logged import Logged
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import LiftPlan, Plan
from underbar.protocol.rules import (
    experiments,
    flare,
    guards,
    injections,
    ladders,
    release,
    screens,
    sessions,
    setup,
    signals,
)
from underbar.protocol.rules.day import plan_day
from underbar.protocol.rules.day_view import Today
from underbar.protocol.rules.morningside import Morningside, settle
from underbar.protocol.rules.zone import judge
from underbar.protocol.state import Morning, State

VERSION = "1"
"""Of the rules: a checkpoint made by another one is thrown away."""

_MORNINGS_KEPT = 44
_BACKGROUNDS_KEPT = 64
_ONE_DAY = timedelta(days=1)


class RuleFailed(Exception):
    """A rule raised: there is no recommendation for that day, and none is made up.

    `day` is the day; the rule's own exception is the cause.
    """

    def __init__(self, day: date, cause: BaseException) -> None:
        super().__init__(f"{day.isoformat()}: {type(cause).__name__}: {cause}")
        self.day = day


def start() -> State:
    """What is known before the first entry: nothing."""
    return State()


def advance(
    protocol: Protocol,
    state: State,
    day: date,
    entries: tuple[Entry, ...],
    superseded: frozenset[str] = frozenset(),
) -> tuple[State, Plan]:
    """The state after `day` and the plan of `day`; `state` stays as it was.

    Called for every calendar day in turn, with no entries where there are none; a gap raises
    ValueError. `superseded`: ids of check-ins that a later entry corrects. Raises RuleFailed where
    a rule raises, and the limits' own errors for a parameter that the document does not allow.
    """
    new, n, logged = _begin(protocol, state, day, entries)
    try:
        return new, _advance(protocol, n, new, day.toordinal(), logged, superseded)
    except Exception as error:  # whatever a rule raises becomes a visible refusal, never a skip
        raise RuleFailed(day, error) from error


class Opened(NamedTuple):
    """A day of which the morning is known. `lifts`: its bar work. Closed once, by `close_day`."""

    day: date
    lifts: tuple[LiftPlan, ...]
    state: State
    n: Numbers
    settled: Morningside
    entries: tuple[Entry, ...]
    logged: Logged


def open_day(protocol: Protocol, state: State, day: date, entries: tuple[Entry, ...]) -> Opened:
    """The bar work of `day` by its morning's entries: `advance` without a plan. `state` stays as it was."""
    new, n, logged = _begin(protocol, state, day, entries)
    try:
        settled = _morning(protocol, n, new, day.toordinal(), logged, frozenset(), words=False)
    except Exception as error:
        raise RuleFailed(day, error) from error
    return Opened(day, settled.lifts, new, n, settled, entries, logged)


def close_day(protocol: Protocol, opened: Opened, done: tuple[Entry, ...] = ()) -> State:
    """The state after an opened day: what `advance` gives for the morning's entries and those of `done`.

    `done`: lifts, release, stability work, walks: nothing that a morning is read by.
    """
    logged = Logged((*opened.entries, *done)) if done else opened.logged
    try:
        _evening(protocol, opened.n, opened.state, opened.day.toordinal(), logged, opened.settled)
    except Exception as error:
        raise RuleFailed(opened.day, error) from error
    return opened.state


def _begin(
    protocol: Protocol, state: State, day: date, entries: tuple[Entry, ...]
) -> tuple[State, Numbers, Logged]:
    today = day.toordinal()
    if state.day is not None and today != state.day + 1:
        raise ValueError(f"the day after {date.fromordinal(state.day)} is not {day}")
    new = state.copy()
    new.day = today
    logged = Logged(entries)
    setup.note_setup(new, today, logged)
    return new, protocol.with_overrides(new.overrides), logged


def _advance(
    protocol: Protocol, n: Numbers, state: State, today: int, logged: Logged, superseded: frozenset[str]
) -> Plan:
    settled = _morning(protocol, n, state, today, logged, superseded, words=True)
    plan = plan_day(protocol, n, state, today, logged, settled)
    pain = _flaring_pain(n, logged)
    if pain is not None and plan.stop is None:
        flared = state.copy()
        _flare_by_pain(n, flared, settled.morning, pain, settled.known)
        experiments.end_experiment(flared, today, logged)
        anew = settle(protocol, n, flared, today, settled.morning, settled.known, logged)
        plan = plan_day(protocol, n, flared, today, logged, anew)
    _evening(protocol, n, state, today, logged, settled)
    return plan


def _morning(
    protocol: Protocol,
    n: Numbers,
    state: State,
    today: int,
    logged: Logged,
    superseded: frozenset[str],
    words: bool,
) -> Morningside:
    """Take in the morning, and settle the day by it."""
    signals.note_painkillers(state, today, logged)
    injections.note_injections(state, today, logged)
    morning = signals.read_morning(n, state, today, logged, superseded)
    screens.note_screens(protocol, n, state, today, logged, superseded)
    screens.note_illness(n, state, morning)
    known = signals.background(n, state, today)
    running = state.flare
    flare.note_flare(n, state, morning, known)
    if state.flare is not running:
        known = signals.background(n, state, today)
    experiments.end_experiment(state, today, logged)
    state.backgrounds = (*state.backgrounds[-(_BACKGROUNDS_KEPT - 1) :], known)
    state.mornings = (*state.mornings[-(_MORNINGS_KEPT - 1) :], morning)
    if morning.ache and morning.side in ("left", "right"):
        state.ache_side = morning.side
    _read_sessions(state, morning)
    ladders.note_morning(n, state, morning, known)
    _step_down(n, state, today, morning)
    ladders.climb(protocol, n, state, today)
    return settle(protocol, n, state, today, morning, known, logged, words)


def _evening(
    protocol: Protocol, n: Numbers, state: State, today: int, logged: Logged, settled: Morningside
) -> None:
    """Take in what the day brought, for later days."""
    if logged:
        _log(protocol, n, state, today, logged, settled)
        state.last_logged = today
    left_out = experiments.release_was_off(state, today, logged)
    on = settled.stop is None and settled.release.left_s > 0
    release.note_release(n, state, today, logged, on and not left_out)
    experiments.register(state, today, logged)
    signals.note_eligible(n, state, settled.morning)
    guards.note_first_aches(state, settled.morning)


def _read_sessions(state: State, morning: Morning) -> None:
    """Give this morning to the sessions that it judges."""
    for lift, ls in state.lifts.items():
        after = morning.day - ls.session.day
        if after == 1:
            judged = ls.session._replace(next_morning=morning)
        elif after == 2:
            judged = ls.session._replace(second_morning=morning)
        else:
            continue
        state.lifts = {**state.lifts, lift: ls._replace(session=judged)}


def _step_down(n: Numbers, state: State, today: int, morning: Morning) -> None:
    """Take the ladders down: two levels when a flare begins, one, once, after a session backed off."""
    if state.flare is not None and state.flare.began == today:
        ladders.step_down(state, n.stability_down_flare, "flare", today)
    if state.flare is not None:
        return
    for ls in state.lifts.values():
        session = ls.session
        if not 1 <= today - session.day <= 2 or state.stepped_for == session.day:
            continue
        if not (morning.ache or session.pain):  # nothing that backs off
            continue
        if judge(n, session, None, 0.0, False).zone == "back-off":
            ladders.step_down(state, n.stability_down_back_off, "back-off", today)
            state.stepped_for = session.day


def _log(
    protocol: Protocol, n: Numbers, state: State, today: int, logged: Logged, settled: Morningside
) -> None:
    """Take in what was done today; the morning's loads stand, and pain may begin a flare."""
    morning = settled.morning
    released = bool([done for done in logged.records(Release) if done.left or done.right])
    stable = ladders.note_stability(protocol, n, state, today, logged)
    if released or stable:
        state.daily_done += 1
        if state.first_daily is None:
            state.first_daily = today
    at = settled.today
    if at is None and settled.stop is None and logged.records(Lift):
        at = settle(protocol, n, state, today, morning, settled.known, logged).today
    at = at or Today(today, morning, None, 0.0, False)
    sessions.note_sessions(
        protocol, n, state, at, logged, settled.outcomes, state.first_full_screen is not None
    )
    setup.note_habits(state, today, logged)
    screens.note_skips(state, logged)
    pain = _flaring_pain(n, logged)
    if pain is not None:
        _flare_by_pain(n, state, morning, pain, settled.known)
        experiments.end_experiment(state, today, logged)


def _flaring_pain(n: Numbers, logged: Logged) -> int | None:
    """The worst pain during any exercise of the day where it begins a flare; else None."""
    pain = sessions.worst_pain(logged)
    return pain if pain is not None and pain >= n.flare_pain else None


def _flare_by_pain(n: Numbers, state: State, morning: Morning, pain: int | None, known: float | None) -> None:
    """Begin a flare by pain in a session; in a running one it is day 0 again."""
    today = morning.day
    if state.flare is not None:
        state.flare = state.flare._replace(began=today, why="pain", ache=pain)
        return
    flare.begin(n, state, today, "pain", pain, known)
    _step_down(n, state, today, morning)


def replay(protocol: Protocol, diary: Diary, until: date | None = None) -> Iterator[Plan]:
    """One plan a day from the first entry's day to `until` (None: the day after the last entry's).

    Nothing for an empty diary. Raises RuleFailed.
    """
    if diary.first_day is None or diary.last_day is None:
        return
    last = until if until is not None else diary.last_day + _ONE_DAY
    state, day = start(), diary.first_day
    while day <= last:
        state, plan = advance(protocol, state, day, diary.day_entries(day), diary.superseded)
        yield plan
        day += _ONE_DAY


def decide(protocol: Protocol, diary: Diary, day: date) -> Plan:
    """The plan of `day`: entries of later days play no part, but for what they void or correct.

    Raises RuleFailed.
    A day before the first entry, or of an empty diary, is planned from nothing.
    """
    if diary.first_day is None or day < diary.first_day:
        return advance(protocol, start(), day, diary.day_entries(day), diary.superseded)[1]
    (plan,) = deque(replay(protocol, diary, day), maxlen=1)
    return plan
