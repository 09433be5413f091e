"""METHOD 11: signs before a flare. Two of them hold every load; one is only shown."""

from __future__ import annotations

from underbar.protocol.numbers import Numbers
from underbar.protocol.rules.release import lapsed
from underbar.protocol.state import State

_WEEK = 7
_ONE_SIDED = ("left", "right")


def signs(n: Numbers, state: State, day: int, zero: float) -> tuple[str, ...]:
    """Signs seen this morning; `state.mornings` must end with today.

    `zero`: 0, or the background in background mode: ache counts above it.
    """
    found: list[str] = []
    recent = state.mornings[-int(n.whisper_window) :]
    if sum(m.stiff in _ONE_SIDED for m in recent) >= n.whisper_stiff_mornings:
        found.append("car-stiffness")
    aching = sum(
        m.ache is not None and m.expected is None and m.ache >= n.whisper_ache and m.ache > zero
        for m in recent
    )
    if aching >= n.whisper_ache_mornings and state.flare is None:
        found.append("ache-lingers")
    if lapsed(n, state):
        found.append("release-lapsed")
    nights = [m.sleep for m in state.mornings[-_WEEK:] if m.sleep is not None]
    if len(nights) >= n.whisper_sleep_nights and sum(nights) / len(nights) < n.whisper_sleep:
        found.append("sleep-low")
    if any(0 < day - over <= n.whisper_over_days for over in state.over_days):
        found.append("over-prescribed")
    return tuple(found)
