"""METHOD 12: guards against the author's mistakes, and what is worth showing after six weeks."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Reason
from underbar.protocol.reasons import reason
from underbar.protocol.state import Morning, State
from underbar.quantities import median

_WEEK = 7


def guards(n: Numbers, state: State, day: int) -> list[Reason]:
    """A sentence for each mistake of the author's that the last days show; never a scolding."""
    found: list[Reason] = []
    if state.last_logged is not None:
        nothing = day - state.last_logged - 1
        if nothing >= n.nothing_logged_days:
            found.append(reason("nothing-logged", nothing))
    if state.stretched is not None and day - state.stretched == 1:
        found.append(reason("hard-stretching", date.fromordinal(state.stretched)))
    if state.sitting is not None and day - state.sitting[0] == 1 and state.sitting[1] > n.sitting_hours:
        found.append(reason("long-sitting", round(state.sitting[1], 2), date.fromordinal(state.sitting[0])))
    return found


def note_first_aches(state: State, morning: Morning) -> None:
    """Keep the first week of aches: six weeks later they are the yardstick."""
    if morning.ache is None:
        return
    if state.first_checkin is None:
        state.first_checkin = morning.day
    if len(state.first_aches) < _WEEK:
        state.first_aches = (*state.first_aches, morning.ache)


@lru_cache(maxsize=64)
def _first_week(aches: tuple[int, ...]) -> float:
    return median(aches)


def not_improving(n: Numbers, state: State, day: int) -> Reason | None:
    """No change of 30 % in ache or in the lifter's own activities six weeks after the start; else None.

    Asked only where there was something to improve: a first week with a median ache of 2 or more.
    """
    if state.first_checkin is None or day - state.first_checkin < _WEEK * n.not_improving_weeks:
        return None
    if len(state.first_aches) < _WEEK:
        return None
    then = _first_week(state.first_aches)
    if then < n.not_improving_ache:
        return None
    recent = [m.ache for m in state.mornings[-_WEEK:] if m.ache is not None]
    if not recent:
        return None
    now = median(recent)
    if 100 * (then - now) / then >= n.not_improving_percent:
        return None
    changes = [100 * (last - first) / max(first, 1) for first, last in state.activities.values()]
    if changes and sum(changes) / len(changes) >= n.not_improving_percent:
        return None
    weeks = (day - state.first_checkin) // _WEEK
    return reason("not-improving", weeks, then, now)
