"""Which of the thousand files of a Garmin export are read, by their names, and what is said of the rest.

A name has the account's number and the days before its last part; the daily summaries have them behind.
"""

from __future__ import annotations

import re
from typing import Final

FILES: Final = re.compile(
    r"(?:.{1,200}_(?:sleepdata|healthstatusdata|userbiometrics)|udsfile_.{1,200})\.json", re.DOTALL
)
"""Nights, HRV, body weight, and daily summaries with the resting pulse; names in lower case."""
ANSWER: Final = re.compile(rb'\s*\[?\s*\{\s*"dailySleepDTO"\s*:')
"""How an answer of Garmin Connect about a night begins, or a list of them."""

STAGES: Final = ("deepSleepSeconds", "lightSleepSeconds", "remSleepSeconds")

NO_DAY: Final = "an empty record"
NOT_WORN: Final = "a night on which the watch was not worn"
PULSE_ASLEEP: Final = "heart rates asleep, which are not the resting pulse"
