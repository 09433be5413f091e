"""English: ids and facts in, sentences out. The one door to the words of the other `en_` modules."""

from __future__ import annotations

from typing import Final

from underbar.protocol.plan import Reason
from underbar.protocol.reasons import FACTS
from underbar.wording.en_changes import CHANGES
from underbar.wording.en_flags import flag_name
from underbar.wording.en_levels import level_name, level_tempo, stability_line
from underbar.wording.en_plan import headline
from underbar.wording.en_screens import (
    NEW_IN_HISTORY,
    NONE_OF_THESE,
    SCREEN_PAGES,
    Page,
    question,
    question_help,
    screen_pages,
)
from underbar.wording.en_stop import refer_text, stop_text
from underbar.wording.en_text import text
from underbar.wording.en_words import (
    exercise_name,
    lift_name,
    other_name,
    phase_name,
    sign_name,
    verdict_shape,
    verdict_word,
)

__all__ = [
    "INTENDED_USE",
    "INTENDED_USE_SHORT",
    "NEW_IN_HISTORY",
    "NONE_OF_THESE",
    "SCREEN_PAGES",
    "Page",
    "changed_by",
    "exercise_name",
    "flag_name",
    "headline",
    "level_name",
    "level_tempo",
    "lift_name",
    "other_name",
    "phase_name",
    "question",
    "question_help",
    "refer_text",
    "says",
    "screen_pages",
    "says_long",
    "sign_name",
    "stability_line",
    "stop_text",
    "text",
    "verdict_shape",
    "verdict_word",
]

INTENDED_USE: Final = (
    "A private training and symptom diary for adults who already lift. It lets you follow and edit a "
    "routine one "
    "person described publicly. It does not diagnose, treat, prevent or monitor any disease, does not tell "
    "you that "
    "you are safe to train, and is not a substitute for a clinician."
)
"""The intended-use sentence, word for word as EVIDENCE.md section G has it."""

INTENDED_USE_SHORT: Final = "A private training diary, not a substitute for a clinician."
"""What a plan on the terminal ends with."""

_ARTICLE: Final = frozenset((
    "next-morning-ache", "zero-ache-morning", "set-missed", "brace-missing", "no-maxing", "release-lapsed",
    "insurance", "injection-spacing", "whisper", "nothing-logged", "hard-stretching", "keep-moving",
))  # fmt: skip
_STUDY: Final = frozenset(("red-flag", "short-sleep", "injection-review", "long-sitting"))
_CLINIC: Final = frozenset(("clinic-says",))
_SAYS: Final = {
    rule: "[ART]"
    if rule in _ARTICLE
    else "[L]"
    if rule in _STUDY
    else "[CLINIC]"
    if rule in _CLINIC
    else "[DES]"
    for rule in FACTS
}
_LONG: Final = {
    "[ART]": "the article's own rule",
    "[L]": "a study looked up",
    "[L2]": "looked up, second hand",
    "[DES]": "our judgement",
    "[CLINIC]": "your clinic",
}


def says(rule: str) -> str:
    """Who says so: `[ART]` the article, `[L]` a study, `[DES]` our judgement, `[CLINIC]` the lifter's clinic.

    From METHOD.md; what it leaves untagged is `[DES]`. The tag of a single number stands in the
    protocol document and may differ from that of its rule.
    """
    return _SAYS[rule]


def says_long(rule: str) -> str:
    """`says` in words."""
    return _LONG[_SAYS[rule]]


def changed_by(reason: Reason) -> str | None:
    """What opens the next step, or would have changed this; None where nothing the lifter does would."""
    change = CHANGES.get(reason.rule)
    return change(dict(reason.facts)) if callable(change) else change
