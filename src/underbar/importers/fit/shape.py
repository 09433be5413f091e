"""The messages of a FIT file that are read, by Garmin's numbers, and what is said of the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FILE_ID: Final = 0
SESSION: Final = 18
EVENT: Final = 21
STEP: Final = 27
ACTIVITY: Final = 34
CORRELATION: Final = 162
SET: Final = 225
TITLE: Final = 264
SLEEP_LEVEL: Final = 275
SLEEP_SCORES: Final = 346

WANTED: Final = frozenset(
    {FILE_ID, SESSION, EVENT, STEP, ACTIVITY, CORRELATION, SET, TITLE, SLEEP_LEVEL, SLEEP_SCORES}
)
NEEDLES: Final = (b"\x00\xe1\x00", b"\x01\x00\xe1", b"\x00\x13\x01", b"\x01\x01\x13")
"""Byte order and number as definitions of sets and of stages of sleep have them, in either order."""

TIMESTAMP: Final = 253
MESSAGE_INDEX: Final = 254
LOCAL_TIME: Final[Mapping[int, int]] = {ACTIVITY: 5, CORRELATION: 3}
"""Where a message has the watch's own clock, beside its timestamp."""

ACTIVITY_FILE: Final = 4
STRENGTH: Final = 20
"""The sub-sport of a session of strength training."""
RESTED: Final = 0
"""The kind of a set that is a rest."""
POUNDS: Final = 2
WARMUP: Final = 2
"""The intensity of a planned step that is a warm-up."""
SLEEP_EVENT: Final = 74
"""The event with which a sleep begins (kind 0) and ends."""
BEGINS: Final = 0
AWAKE_LEVEL: Final = 1
ASLEEP_LEVELS: Final = (2, 3, 4)
"""Light, deep and REM."""

MAKERS: Final[Mapping[int, str]] = {1: "garmin", 13: "garmin", 15: "garmin", 23: "suunto", 294: "coros"}

REST: Final = "a rest between sets"
OTHER_SPORT: Final = "a set of another sport than strength training"
NO_SETS: Final = "an activity without sets"
OTHER_FILE: Final = "a file of other things than sets and sleep"
UNMEASURED: Final = "sleep that the watch could not measure"
NO_BEGINNING: Final = "a stage of sleep of which the beginning is not known"
SCORES: Final = "scores of sleep"
