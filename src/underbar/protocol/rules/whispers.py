"""METHOD 11: signs before a flare. Two of them hold every load; one is only shown."""

from __future__ import annotations

from underbar.protocol.numbers import Numbers
from underbar.protocol.rules.release import lapsed
from underbar.protocol.state import State

_WEEK = 7


def signs(n: Numbers, state: State, day: int, zero: float) -> tuple[str, ...]:
    """Signs seen this morning; `state.mornings` must end with today.

    `zero`: 0, or the background in background mode: ache counts above it.
    """
    found: list[str] = []
    stiff = aching = 0
    for m in state.mornings[-int(n.whisper_window) :]:
        if m.stiff in ("left", "right"):
            stiff += 1
        if m.ache is not None and m.ache >= n.whisper_ache and m.ache > zero and m.expected is None:
            aching += 1
    if stiff >= n.whisper_stiff_mornings:
        found.append("car-stiffness")
    if aching >= n.whisper_ache_mornings and state.flare is None:
        found.append("ache-lingers")
    if lapsed(n, state):
        found.append("release-lapsed")
    nights = [m.sleep for m in state.mornings[-_WEEK:] if m.sleep is not None]
    if len(nights) >= n.whisper_sleep_nights and sum(nights) / len(nights) < n.whisper_sleep:
        found.append("sleep-low")
    if state.over_days and 0 < day - state.over_days[-1] <= n.whisper_over_days:
        found.append("over-prescribed")
    return tuple(found)
