"""METHOD 9: a short night raises nothing; a run of them lightens today's load, never the movement."""

from __future__ import annotations

from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Reason
from underbar.protocol.reasons import reason
from underbar.protocol.state import Morning, State
from underbar.quantities import median


def short_night(n: Numbers, morning: Morning) -> Reason | None:
    """Last night under the limit; None for a longer or an unknown night."""
    if morning.sleep is not None and morning.sleep < n.short_sleep:
        return reason("short-sleep", round(morning.sleep, 2), n.short_sleep)
    return None


def debt(n: Numbers, state: State, day: int) -> Reason | None:
    """A week of short nights for this lifter; None without one, or where it has counted often enough.

    `state.mornings` must end with today. The lifter's own median is taken over the 28 nights before
    the week (and before the last session), so that a shorter night can never look like a lesser debt;
    the days that count towards the most are those on which the bar was lifted lighter for it.
    """
    week = [m.sleep for m in state.mornings[-int(n.sleep_debt_days) :] if m.sleep is not None]
    if len(week) < n.sleep_debt_nights:
        return None
    mean = sum(week) / len(week)
    if mean >= n.sleep_debt_mean:
        return None
    last_session = max((lift.session.day for lift in state.lifts.values()), default=day)
    until = min(day - int(n.sleep_debt_days), last_session)
    first = until - int(n.sleep_median_days)
    own = [m.sleep for m in state.mornings if first < m.day <= until and m.sleep is not None]
    if len(own) < n.sleep_median_nights:
        return None
    usual = median(own)
    if usual - mean < n.sleep_debt_below / 60:
        return None
    used = sum(1 for used_on in state.debt_days if day - used_on < n.sleep_debt_window)
    if used >= n.sleep_debt_most:
        return None
    return reason("sleep-debt", round(mean, 2), round(usual, 2), 100 - n.sleep_debt_factor)


def remarks(n: Numbers, morning: Morning) -> list[Reason]:
    """A night that nobody knows, or on which check-in and device disagree."""
    if morning.sleep is None:
        return [reason("sleep-unknown")]
    if morning.device_sleep is not None and abs(morning.sleep - morning.device_sleep) > n.sleep_difference:
        return [reason("sleep-differs", round(morning.sleep, 2), round(morning.device_sleep, 2))]
    return []
