"""English of the order in which sources tell the night, for page and terminal alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from underbar.wording.en_import import source_name
from underbar.wording.en_words import calendar_day

MEANS: Final = (
    "Where several devices tell the same night, the first of your order that has it counts. Where none of "
    "the order has it, the shortest of the others counts.",
    "What you type at the check-in counts before all of them. An order holds from its day on; earlier days "
    "stay as they were.",
)
NO_ORDER: Final = "No order yet: of several, the shortest night counts."
NONE: Final = "No device has told a night so far. Bring in its export, and it stands here."
BY_HAND: Final = "Written by hand"
NEVER_ASIDE: Final = "No order sets these aside: where one is shorter than the device's, it counts."


def name_of(source: str | None) -> str:
    """What a source is called; None is what was written without one."""
    return BY_HAND if source is None else source_name(source)


def nights_line(nights: int, last: date | None) -> str:
    """How many nights a source has told, and the latest."""
    if last is None:
        return "no night yet"
    return f"{nights:,} {'night' if nights == 1 else 'nights'}, the last on {calendar_day(last)} {last.year}"


def order_line(order: Sequence[str]) -> str:
    """The order in a sentence."""
    if not order:
        return NO_ORDER
    return f"The night is told by {', else '.join(map(name_of, order))}."
