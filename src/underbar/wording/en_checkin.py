"""The words of the check-in page: what was said before, what counts, and what a late entry can do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from underbar.diary.records import Checkin
from underbar.wording.en_words import capital, hours, joined, long_day, side_phrase

LATE: Final = (
    "A past day filled in helps the picture. A late entry never raises a load; bad news in it counts."
)
ONE_OF_MANY: Final = (
    "More than one answer stands for this morning. Until they are one, the most careful of each counts "
    "and no load rises."
)
WHOLE_DAY_ON: Final = "It is past noon: say when you woke, so that this counts as your morning."
REPLACED: Final = "corrected in time, so it no longer counts"
KEPT: Final = "corrected later in the day, so bad news in it still counts"
TOO_LATE: Final = "Written later than the morning: it raises nothing, and bad news in it counts."


def answers(said: Checkin) -> list[str]:
    """What a check-in told, answer by answer: `ache 1 on the right`, `stiff on the left`, `slept 7 h 20`."""
    parts = [_ache(said)]
    if said.stiff is not None:
        parts.append("not stiff" if said.stiff == "none" else f"stiff{side_phrase(said.stiff)}")
    if said.sleep is not None:
        parts.append(f"slept {hours(said.sleep / 3600)}")
    parts.append("a painkiller" if said.painkiller else "no painkiller")
    if said.sore:
        parts.append("muscles sore")
    if said.flare:
        parts.append("a flare")
    if said.ill:
        parts.append("ill, with fever")
    return parts


def answers_phrase(said: Checkin) -> str:
    """All of it in one phrase: `ache 1 on the right, stiff on the left, slept 7 h 20, no painkiller`."""
    return ", ".join(answers(said))


def _ache(said: Checkin) -> str:
    if said.ache is None:
        return "ache not told"
    if said.left is not None and said.right is not None:
        return f"ache {said.left} on the left and {said.right} on the right"
    return f"ache {said.ache}{side_phrase(said.side)}" if said.ache else "no ache"


def you_said(answers: Sequence[tuple[str, str]]) -> str:
    """What stands, from pairs of clock and answers: one sentence."""
    told = [f"at {at}: {what}" if at else f"here: {what}" for at, what in answers]
    return f"You checked in {joined(told)}."


def sleep_differs(typed: float, measured: float, source: str) -> str:
    """Said where typed and measured hours are far apart."""
    return f"You typed {hours(typed)}; {source} has {hours(measured)}. Yours counts, and both are shown."


def filled_in(day: date) -> str:
    """Said after a past day was filled in."""
    return f"{long_day(day)} is filled in."


HOURS_FOLLOW: Final = "The hours behind it follow when the network is back."


def hours_follow(rule: str) -> str:
    """Said offline of a reason whose numbers depend on the very hours slept."""
    return f"{capital(rule)}. {HOURS_FOLLOW}"
