"""METHOD 6: who may start bar work, and the limit below the old best (no maxing)."""

from __future__ import annotations

from underbar.protocol.numbers import Numbers
from underbar.protocol.rules.stability import BRIDGE, LEG_RAISE
from underbar.protocol.state import LiftState, State

_WEEK = 7


def missing_to_start(
    n: Numbers, state: State, lift: str, day: int, known_background: float | None
) -> tuple[str, ...]:
    """What is still missing before the first session of `lift`; empty where it may begin."""
    found: list[str] = []
    if known_background is None:
        found.append("background-unknown")
    elif known_background > n.not_ready_background:
        found.append("background-high")
    bridge = state.ladders.get(BRIDGE)
    if bridge is None or bridge.level is None or bridge.level < n.not_ready_bridge:
        found.append("bridge")
    raises = state.tests.get(LEG_RAISE)
    if raises and max(raises[-1]) > n.not_ready_leg_raise:
        found.append("leg-raise")
    if any(0 <= day - given <= n.not_ready_injection_days for given, _ in state.injections):
        found.append("injection")
    if state.flare is not None:
        found.append("flare")
    trained = any(
        free and what == lift and day - on <= n.recent_training_days for on, what, _, free in state.heavy
    )
    if not trained and (
        state.first_daily is None
        or day - state.first_daily < n.not_ready_days
        or state.daily_done < n.not_ready_done
    ):
        found.append("daily-work")
    return tuple(found)


def daily_work_done_by(n: Numbers, state: State, day: int) -> int:
    """The first day on which the wait of daily work is over, if it is done every day from `day` on."""
    begun = state.first_daily if state.first_daily is not None else day
    return max(begun + int(n.not_ready_days), day + int(n.not_ready_done) - state.daily_done)


def may_max(n: Numbers, state: State, ls: LiftState | None, day: int, go_row: int) -> bool:
    """Whether singles and loads near the old best are open.

    By weeks of bar work, sessions of go in a row, and weeks since the last injection.
    """
    if ls is None or day - ls.first_day < _WEEK * n.no_maxing_weeks or go_row < n.no_maxing_go:
        return False
    return not state.injections or day - state.injections[-1][0] >= _WEEK * n.no_maxing_injection_weeks
