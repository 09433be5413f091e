"""English for the gym: what is said between the sets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

CALM: Final[dict[str, Callable[[str, str], str]]] = {
    "lighter": lambda asked, unit: (
        f"Lighter than {asked} {unit}: your call, and the day counts for what you lift."
    ),
    "shorter": lambda _asked, _unit: "Fewer sets: your call. The load stays where it is next time.",
    "heavier": lambda asked, unit: (
        f"More than the {asked} {unit} of the plan. It is logged with your reason, and the next "
        "session holds."
    ),
}
"""By how the lifter's own choice differs from the plan; given the planned weight and its unit."""

EFFORTS: Final = (
    ("5", "easy"),
    ("6", "four left"),
    ("7", "three left"),
    ("8", "two left"),
    ("9", "one left"),
    ("10", "none left"),
)
"""Effort as it is logged, and what it means: repetitions that were left."""

CLOSING: Final = "That’s all for the bar today. Tomorrow morning decides."
CLOSING_FLARE: Final = (
    "Noted. Pain like this makes it a flare: no more bar today. Walk a little, and see what the morning says."
)
UNDONE: Final = "Taken out of the diary."
UNDONE_MORNING: Final = (
    "Taken out of the diary. Bad news of a morning stays in force all the same: "
    "taking it out can only make the plan more careful."
)
