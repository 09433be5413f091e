"""METHOD 5, background mode: opt-in, and not the article's rule."""

from __future__ import annotations

from typing import NamedTuple

from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Reason
from underbar.protocol.reasons import reason
from underbar.protocol.state import State


class Yardstick(NamedTuple):
    """`zero`: what stands where the article says 0. `on`: background mode is in force.

    `rising`: the background rose over three weeks, which switches it off and refers.
    """

    zero: float
    on: bool
    rising: bool
    reasons: tuple[Reason, ...]


def yardstick(n: Numbers, state: State, known: float | None) -> Yardstick:
    """The yardstick of today. `state.backgrounds` must end with today's."""
    if state.mode != "background":
        return Yardstick(0.0, False, False, _offer(n, state, known))
    if known is None:
        return Yardstick(0.0, False, False, (reason("background-mode", None, "off-unknown"),))
    if known > n.background_mode_limit:
        return Yardstick(0.0, False, False, (reason("background-mode", known, "off-high"),))
    reach = int(n.background_rise_days)
    before = state.backgrounds[-reach - 1] if len(state.backgrounds) > reach else None
    if before is not None and known > before:
        return Yardstick(0.0, False, True, (reason("background-mode", known, "off-rising"),))
    return Yardstick(known, True, False, (reason("background-mode", known, "on"),))


def _offer(n: Numbers, state: State, known: float | None) -> tuple[Reason, ...]:
    """The offer to whoever holds for ache in six sessions of ten."""
    if known is None or known > n.background_mode_limit:
        return ()
    sessions = int(n.background_offer_sessions)
    for ls in state.lifts.values():
        recent = ls.outcomes[-sessions:]
        if len(recent) >= sessions and recent.count("a") >= n.background_offer_holds:
            return (reason("background-mode", known, "offered"),)
    return ()
