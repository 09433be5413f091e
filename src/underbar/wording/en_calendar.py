"""What the days of a diary are called in a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from underbar.wording.en_words import capital, joined, lift_name, side_phrase

CALENDAR_NAME: Final = "Underbar"
CALENDAR_ABOUT: Final = "Bar days, injections and visits of the diary"
_PLANNED: Final = "planned"


def bar_day(lifts: Sequence[str], planned: bool = False) -> str:
    """`Bar day: deadlift and squat`; `planned` says so."""
    return _titled("Bar day", planned, joined([lift_name(lift) for lift in lifts]))


def injection(what: str, side: str | None, number: int | None, planned: bool) -> str:
    """`Injection (planned): prolotherapy on the right, number 2`."""
    counted = "" if number is None else f", number {number}"
    kind = "" if what == "other" else what.upper() if what == "prp" else what
    return _titled("Injection", planned, f"{kind}{side_phrase(side)}{counted}".strip(" ,"))


def visit(what: str) -> str:
    """The lifter's own words for it."""
    return capital(what)


def _titled(title: str, planned: bool, about: str) -> str:
    said = f"{title} ({_PLANNED})" if planned else title
    return f"{said}: {about}" if about else said
