"""The names of Health Auto Export's metrics, stages and units."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from underbar.importers.found import What
from underbar.quantities import Unit

SLEEP: Final = "sleep_analysis"
READINGS: Final[Mapping[str, What]] = {
    "resting_heart_rate": "pulse",
    "heart_rate_variability": "hrv",
    "heart_rate_variability_sdnn": "hrv",
    "weight_body_mass": "weight",
    "body_mass": "weight",
}
MASSES: Final[Mapping[str, Unit]] = {"kg": "kg", "lb": "lb", "lbs": "lb"}
STAGED: Final = frozenset({"core", "deep", "rem", "asleepcore", "asleepdeep", "asleeprem"})
UNSTAGED: Final = frozenset({"asleep", "asleepunspecified", "unspecified"})
NOT_ASLEEP: Final = frozenset({"awake", "inbed"})
