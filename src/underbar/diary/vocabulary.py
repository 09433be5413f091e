"""The words of the diary: lifts, stability exercises, warning signs, sides, weekdays.

The protocol document gives these words their meaning; a test holds the two together.
"""

from __future__ import annotations

from typing import Final

HINGES: Final = ("deadlift", "trap-bar-deadlift", "rack-pull", "romanian-deadlift")
SQUATS: Final = ("squat", "goblet-squat")
LIFTS: Final = HINGES + SQUATS
"""Lifts that the method loads; any other exercise is logged under its own name, in quotes."""

STABILITY: Final = ("single-leg-bridge", "pallof-press", "copenhagen-plank", "suitcase-carry")
TESTS: Final = (*STABILITY, "straight-leg-raise", "side-plank")
SCORES: Final = ("odi", "rmdq", "promis-pi")
INJECTIONS: Final = ("prolotherapy", "steroid", "prp", "other")
QUESTIONS: Final = ("sleep", "release", "sitting")
"""What a diary may be asked, of the ache of the morning; a lifter declares one of them first."""
TRIALS: Final = ("bedtime", "sitting", "release")
"""What an experiment may try one way and the other; nothing that a rule of the method gates."""
SKIPS: Final = ("travel", "ill", "gym-shut", "other")
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

EMERGENCY_FLAGS: Final = (
    "cauda-equina", "both-legs-weak", "leg-weakness-rapid", "trauma", "chest-pain", "vascular-acute",
    "iliacus-bleed", "pregnancy-emergency", "after-injection-severe", "fever-unwell", "self-harm",
)  # fmt: skip
URGENT_FLAGS: Final = (
    "both-legs", "leg-weakness", "bone-stress", "fall", "cancer", "weight-loss", "fever", "after-injection",
    "eye", "calf", "urinary", "acute-injury",
)  # fmt: skip
ROUTINE_HOLD_FLAGS: Final = ("groin", "pressure", "heart", "aneurysm", "pelvic-floor")
ROUTINE_FLAGS: Final = ("inflammatory", "apnoea", "cyclic", "leg-stable", "hopeless")
MODIFY_FLAGS: Final = ("anticoagulant", "release-exclusion", "pregnancy")
FLAGS: Final = EMERGENCY_FLAGS + URGENT_FLAGS + ROUTINE_HOLD_FLAGS + ROUTINE_FLAGS + MODIFY_FLAGS
