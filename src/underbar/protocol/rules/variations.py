"""METHOD 6: what stands around a lift: its warm-up sets, the easier variation and the way back up."""

from __future__ import annotations

from underbar.protocol.document import Protocol
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import WarmupSet
from underbar.protocol.rules.plates import Rack
from underbar.protocol.rules.zone import Judgement
from underbar.protocol.state import LiftState, State


def warmup(n: Numbers, place: Rack, weight: float) -> tuple[WarmupSet, ...]:
    """The bar, half and three quarters of the work weight, as far as they are lighter than it."""
    ladder = (
        (place.lightest, n.warmup_reps),
        (weight * n.warmup_middle_percent / 100, n.warmup_reps),
        (weight * n.warmup_last_percent / 100, n.warmup_last_reps),
    )
    found: list[WarmupSet] = []
    for wanted, reps in ladder:
        load = place.down(wanted)
        if load is not None and load < weight and (not found or load > found[-1].weight):
            found.append(WarmupSet(load, int(reps)))
    return tuple(found)


def easier(protocol: Protocol, lift: str) -> str | None:
    """The next easier variation in the document's order; None where it names none."""
    order = protocol.easier
    place = order.index(lift) + 1 if lift in order else len(order)
    return order[place] if place < len(order) else None


def harder(
    protocol: Protocol, n: Numbers, state: State, lift: str, ls: LiftState | None, judged: Judgement | None
) -> str | None:
    """The harder variation the lifter came from, offered after enough go in a row; else None."""
    order = protocol.easier
    if ls is None or judged is None or not judged.clean or lift not in order[1:]:
        return None
    if ls.go_row + 1 < n.raise_after_go:
        return None
    above = order[order.index(lift) - 1]
    return above if above in state.lifts and above not in state.goals else None
