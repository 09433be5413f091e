"""METHOD 7, first part: the daily release of the iliacus."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from underbar.diary.records import Release
from underbar.protocol.document import Protocol
from underbar.protocol.logged import Logged
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Reason, ReleasePlan
from underbar.protocol.reasons import reason
from underbar.protocol.rules.experiments import release_off
from underbar.protocol.rules.injections import InWindow
from underbar.protocol.rules.screens import disabled
from underbar.protocol.state import State

DONE, MISSED, OFF = "d", "m", "o"
_STEP = 10
_WEEK = 7


def locked(
    protocol: Protocol, n: Numbers, state: State, day: int, window: InWindow | None, logged: Logged
) -> tuple[str, date | None] | None:
    """Why the release is off today and until when (None: not known); None where it is on."""
    sign = disabled(protocol, state, "release")
    if sign is not None:
        return sign, None
    if state.pregnancy_ended is not None:
        until = state.pregnancy_ended + int(n.pregnancy_release_weeks) * _WEEK
        if day < until:
            return "pregnancy", date.fromordinal(until)
    if window is not None and not window.release:
        return "injection", None
    if release_off(state, day, logged):
        return "experiment", None
    return None


def release_today(
    protocol: Protocol, n: Numbers, state: State, day: int, window: InWindow | None, logged: Logged
) -> ReleasePlan:
    """Seconds a side for today: built up over the first week, 0 with its reason where it is locked."""
    lock = locked(protocol, n, state, day, window, logged)
    if lock is not None:
        return ReleasePlan(0, 0, (reason("release-locked", lock[0], lock[1], binding=True),))
    seconds, number = _build_up(n, state, day)
    if seconds >= n.release_seconds:
        return _in_full(seconds)
    eased = (
        state.release_from is not None
        and state.first_release is not None
        and state.release_from > state.first_release
    )
    why = reason("release-eased", None) if eased else reason("release-build-up", number, seconds)
    return ReleasePlan(seconds, seconds, (why,))


@lru_cache(maxsize=16)
def _in_full(seconds: int) -> ReleasePlan:
    return ReleasePlan(seconds, seconds)


def _build_up(n: Numbers, state: State, day: int) -> tuple[int, int]:
    """Today's seconds and the number of the day since the build-up began."""
    since = 0 if state.release_from is None else day - state.release_from
    days = int(n.release_build_days)
    if since >= days - 1:
        return int(n.release_seconds), since + 1
    grown = n.release_first_seconds + (n.release_seconds - n.release_first_seconds) * since / (days - 1)
    return min(int(n.release_seconds), int(grown) // _STEP * _STEP), since + 1


def note_release(n: Numbers, state: State, day: int, logged: Logged, on: bool) -> None:
    """Log today's release as done, missed or off, and ease it where it was too much."""
    done = False
    for record in logged.records(Release):
        if record.left or record.right:
            done = True
            if state.first_release is None:
                state.first_release = day
                state.release_from = day
            if record.pain is not None and record.pain > n.release_discomfort:
                state.release_from = day + 1
    if state.first_daily is not None or done:
        state.release_log = (state.release_log + (DONE if done else MISSED if on else OFF))[
            -int(n.release_lapsed_days) :
        ]


def lapsed(n: Numbers, state: State) -> bool:
    """Missed on enough of the last days before today. Days on which it was off are not missed."""
    return state.release_log.count(MISSED) >= n.release_lapsed_missed


def lapse_reason(n: Numbers, state: State) -> Reason:
    """The sign as a reason."""
    return reason("release-lapsed", state.release_log.count(MISSED), int(n.release_lapsed_days))
