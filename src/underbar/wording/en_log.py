"""English for logging by hand: what can be told, and what is said when it was."""

from __future__ import annotations

from typing import Final

TITLES: Final = {
    "exercise": "Another exercise",
    "walk": "A walk",
    "release": "Release, by hand",
    "stability": "Stability work, by hand",
    "note": "A note",
    "activity": "My activities",
    "painkiller": "A painkiller taken",
    "sitting": "Sitting",
    "stretch": "Hard stretching",
    "skip": "Skipping the day",
    "injection": "An injection",
    "clinician": "A clinician said or did",
    "visit": "A visit",
    "medicine": "A daily medicine",
    "test": "A test, side by side",
    "score": "A questionnaire’s total",
    "bodyweight": "Body weight",
    "pulse": "Resting pulse",
    "hrv": "Heart-rate variability",
    "line": "A line of the notation",
}
HELP: Final = {
    "exercise": "Bench, rows, anything. It never gates the bar; what loads the pelvis is marked.",
    "activity": "The few things you want back, each 0 to 10: out of the car, shoes on, the stairs.",
    "skip": "A day off is nothing to make up for.",
    "injection": "Recorded as the clinic gave or planned it. Underbar plans none.",
    "clinician": "“Assessed me” opens the warning signs of earlier days.",
    "painkiller": "It may mask an ache, so the mornings after it raise nothing.",
    "medicine": "Only so that a morning on it is read rightly. About the medicine itself, ask your clinic.",
}
LATE: Final = "A late entry fills the picture; it never raises a load."
"""Beside the field for another day."""

LINE_HELP: Final = (
    "As in an exported diary, one entry a line; without a date it is of today. "
    "For example: deadlift 135lb 3x5 brace pain 1"
)
NOT_YET: Final = "That day is still ahead. Only a planned injection can be."
GONE: Final = "Nothing stands in the diary for this day yet."
