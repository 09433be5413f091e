"""METHOD 10: a flare settles first; then the way back. Never a named cause."""

from __future__ import annotations

from datetime import date

from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Reason
from underbar.protocol.reasons import reason
from underbar.protocol.rules.screens import screened_since
from underbar.protocol.state import Flag, Flare, Morning, State


def note_flare(n: Numbers, state: State, morning: Morning, known: float | None) -> None:
    """Begin, end or carry on a flare by this morning. Mornings 1-7 after an injection begin none by ache.

    `known`: the background before today, None unknown.
    """
    day = morning.day
    if state.flare is None:
        yardstick = 0.0 if known is None else known
        if morning.marked:
            begin(n, state, day, "marked", morning.ache, known)
        elif (
            morning.ache is not None
            and morning.expected is None
            and morning.ache >= n.flare_ache
            and morning.ache >= yardstick + n.flare_above_background
        ):
            begin(n, state, day, "ache", morning.ache, known)
        return
    _age(n, state, state.flare, day)
    if _over(n, state, state.flare, morning):
        lasted = day - state.flare.first
        factor = n.flare_return_short if lasted <= n.flare_short_days else n.flare_return_long
        state.lifts = {
            lift: ls._replace(
                return_factor=factor if ls.return_factor is None else min(factor, ls.return_factor),
                return_days=lasted,
            )
            for lift, ls in state.lifts.items()
        }
        state.flare = None


def begin(n: Numbers, state: State, day: int, why: str, ache: int | None, known: float | None) -> None:
    """Start a flare on `day`; the background is frozen as it is."""
    state.flare = Flare(day, why, ache, known, day)
    state.flare_starts = (*(began for began in state.flare_starts if day - began < n.flare_hold_window), day)
    if len(state.flare_starts) >= n.flare_hold_count:
        state.flags = {**state.flags, "flares-often": Flag(day, None, "R")}


def _age(n: Numbers, state: State, flare: Flare, day: int) -> None:
    """A flare of more than two weeks holds until assessed; said once, when it gets there."""
    if day - flare.first == n.flare_hold_days + 1:
        state.flags = {**state.flags, "flare-very-long": Flag(day, None, "R")}


def _over(n: Numbers, state: State, flare: Flare, morning: Morning) -> bool:
    """Two timely mornings in a row at or below background and quiet, and a re-screen since it began."""
    wanted = int(n.flare_quiet_mornings)
    recent = (*state.mornings[-(wanted - 1) :], morning) if wanted > 1 else (morning,)
    settled = len(recent) == wanted and all(_settles(n, flare, m) for m in recent)
    return settled and screened_since(state, flare)


def _settles(n: Numbers, flare: Flare, morning: Morning) -> bool:
    """A credible morning of the flare's own at or below its background, and quiet."""
    if morning.day <= flare.began or morning.marked or morning.expected is not None:
        return False
    if not morning.credible or morning.ache is None:
        return False
    return morning.ache <= min(_yardstick(n, flare, morning.day), n.quiet_ache)


def _yardstick(n: Numbers, flare: Flare, day: int) -> float:
    """The background frozen at the start. One that was unknown is 0, until the flare is so long that
    nothing rises before an assessment: then a quiet morning is enough, or it would last for ever."""
    if flare.background is not None:
        return flare.background
    return n.quiet_ache if day - flare.first > n.flare_hold_days else 0.0


def flare_reason(flare: Flare, day: int) -> Reason:
    """The reason of a running flare."""
    began = date.fromordinal(flare.began)
    return reason("flare", began, day - flare.began, flare.why, flare.ache, flare.background or 0.0)


def long_flare(n: Numbers, state: State, day: int) -> bool:
    """A running flare that is worth showing a clinician."""
    return state.flare is not None and day - state.flare.first > n.flare_refer_days
