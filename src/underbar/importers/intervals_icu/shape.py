"""Which column of an intervals.icu wellness table means what: in any order, with columns of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

Role = Literal["day", "weight", "pulse", "rmssd", "sdnn", "sleep"]

_ROLES: Final[Mapping[str, Role]] = {
    "date": "day",
    "id": "day",
    "weight": "weight",
    "restinghr": "pulse",
    "hrv": "rmssd",
    "hrvsdnn": "sdnn",
    "sleepsecs": "sleep",
}
_NEEDED: Final[frozenset[Role]] = frozenset({"day", "pulse", "sleep"})
TEXTS: Final = ("comments", "injury")
FELT: Final = ("soreness", "fatigue", "stress", "mood", "motivation", "sleepquality")


def roles_of(header: Iterable[str]) -> dict[Role, int] | None:
    """The column of each role; None for a table of another kind."""
    names = [name.casefold() for name in header]
    roles: dict[Role, int] = {}
    for name, role in _ROLES.items():
        if name in names:
            roles.setdefault(role, names.index(name))
    return roles if roles.keys() >= _NEEDED else None


def columns_of(header: Iterable[str], wanted: Iterable[str]) -> list[int]:
    """The columns of these names."""
    return [column for column, name in enumerate(header) if name.casefold() in wanted]
