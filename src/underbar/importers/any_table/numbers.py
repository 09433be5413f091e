"""Numbers as people write them in tables of their own. None is a blank cell."""

from __future__ import annotations

import re
from typing import Final

from underbar.importers.cells import Unreadable
from underbar.importers.cells import number as plain_number

BLANK: Final = ("", "-", "–", "n/a", "na", "nan", "none", "null")
_COMMA: Final = re.compile(r"-?[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})")
_CLOCK: Final = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")
_WORDS: Final = re.compile(
    r"([0-9]{1,2}) ?h(?:rs?|ours?)? ?(?:([0-9]{1,2}) ?m?(?:ins?|inutes?)?)?", re.IGNORECASE
)


def number(cell: str) -> float | None:
    """With a point, or with a comma that can't stand for thousands. Raises Unreadable."""
    text = cell.strip()
    if text.casefold() in BLANK:
        return None
    return plain_number(text.replace(",", ".") if _COMMA.fullmatch(text) else text)


def hours(cell: str) -> float | None:
    """Hours as a number, as `7:30` or as `7h 30m`. Raises Unreadable."""
    match = _CLOCK.fullmatch(cell.strip()) or _WORDS.fullmatch(cell.strip())
    if match is None:
        return number(cell)
    whole, minutes, *seconds = (int(group or 0) for group in match.groups())
    if minutes > 59 or any(second > 59 for second in seconds):
        raise Unreadable("is no length of time")
    return whole + minutes / 60 + sum(seconds) / 3600
