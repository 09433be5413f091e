"""Times as people read them: on a clock of 24 hours or of twelve, after a day in any of its orders."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from underbar.importers.cells import Unreadable
from underbar.importers.imported import ImportRefused
from underbar.importers.moments import iso

_CLOCK: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]{1,9})?)?"
    r"(?: ?(AM|PM|Uhr))?(?: ?(Z|[+-][0-9]{2}:?[0-9]{2}))?",
    re.IGNORECASE,
)
_SLASHED: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}),?")


def clock(text: str) -> datetime:
    """A day written YYYY-MM-DD and a time of one or two digits an hour, blanks of any kind between them.

    Aware where an offset is written, else naive. Raises Unreadable for anything else.
    """
    match = _CLOCK.fullmatch(" ".join(text.split()))
    if match is None:
        raise Unreadable("is not a time written like 2026-03-01 07:30:00")
    day, hour, minute, second, half, zone = match.groups()
    hours = int(hour)
    if half and half.casefold() != "uhr":
        if not 1 <= hours <= 12:
            raise Unreadable("the clock has no such time")
        hours = hours % 12 + (12 if half.casefold() == "pm" else 0)
    return iso(f"{day} {hours:02}:{minute}:{second or '00'}{(zone or '').upper()}")


def slashed(text: str, *, day_first: bool) -> datetime:
    """As `clock`, where a spreadsheet wrote the day as 31/12/2026 or 12/31/2026."""
    match = _SLASHED.match(text.strip())
    if match is None:
        raise Unreadable("is not a time written like 31/12/2026 07:30")
    one, other, year = match.groups()
    day, month = (one, other) if day_first else (other, one)
    return clock(f"{year}-{month:0>2}-{day:0>2} {text.strip()[match.end() :]}")


def day_first_in(cells: Iterable[str]) -> bool:
    """Whether the dates with slashes of a column have the day before the month; False where it has none.

    Raises ImportRefused where no date tells which it is, or some tell one and some the other.
    """
    dates = [match for cell in cells if (match := _SLASHED.match(cell.strip()))]
    days, months = (any(int(date[place]) > 12 for date in dates) for place in (1, 2))
    if dates and days == months:
        raise ImportRefused(
            "Its dates do not tell which is the day and which the month: get the export anew."
        )
    return days
