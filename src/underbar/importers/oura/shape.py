"""Which column or key of an Oura export means what.

The Trends CSV has its words in capitals and with slips of the pen (`Total Bedtime `); the files of an
account have the keys of Oura's API, of its second version and, before 2022, of its first. All
durations are seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

Role = Literal["day", "start", "end", "asleep", "pulse", "hrv", "kind"]

TRENDS: Final[Mapping[str, Role]] = {
    "date": "day",
    "bedtime start": "start",
    "bedtime end": "end",
    "total sleep duration": "asleep",
    "lowest resting heart rate": "pulse",
    "average hrv": "hrv",
}
SLEEPS: Final[Mapping[str, Role]] = {
    "day": "day",
    "bedtime_start": "start",
    "bedtime_end": "end",
    "total_sleep_duration": "asleep",
    "lowest_heart_rate": "pulse",
    "average_hrv": "hrv",
    "type": "kind",
    # The first version of the API; its summary_date is the day before waking, so the end tells the day.
    "total": "asleep",
    "hr_lowest": "pulse",
    "rmssd": "hrv",
}
_NEEDED: Final[frozenset[Role]] = frozenset({"start", "end", "asleep"})


def roles_of(header: Iterable[str]) -> dict[Role, int] | None:
    """The column of each role that a sleep file has; None for a file of another kind."""
    names = [" ".join(name.casefold().split()) for name in header]
    trends = "lowest resting heart rate" in names or "sleep score" in names
    known = TRENDS if trends else SLEEPS
    roles: dict[Role, int] = {}
    for column, name in enumerate(names):
        if name in known:
            roles.setdefault(known[name], column)
    return roles if roles.keys() >= _NEEDED and "day" in roles else None
