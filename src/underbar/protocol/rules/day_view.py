"""What a day says about every lift, worked out once before the lifts are planned."""

from __future__ import annotations

from typing import NamedTuple

from underbar.protocol.plan import Reason
from underbar.protocol.state import Morning


class Today(NamedTuple):
    """What the day itself says about every lift.

    `blocks`: reasons why no load rises. `caps`: (percent, reason) that lower today's load alone;
    `hard`: the cap holds even where the lightest load is heavier, so that there is no bar then.
    `zero`: 0 or, in background mode, the background.
    """

    day: int
    morning: Morning
    background: float | None
    zero: float
    background_mode: bool
    blocks: tuple[Reason, ...] = ()
    caps: tuple[tuple[float, Reason], ...] = ()
    hard: tuple[float, Reason] | None = None
    flare: Reason | None = None
