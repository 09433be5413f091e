"""What opens the next step, by rule: said beside a reason, never as a promise of a load.

A rule that is absent has nothing that the lifter could change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from underbar.protocol.plan import Fact
from underbar.quantities import number

Change = str | Callable[[Mapping[str, Fact]], str | None]

_NEXT_MORNING = "A full session and a morning after it with no ache open the next step."
_NOTE_IT = "Next time a line in the diary is enough."


def _ill(facts: Mapping[str, Fact]) -> str:
    return "One more morning without it." if facts["mornings_without"] else "Two mornings without it."


def _background(facts: Mapping[str, Fact]) -> str | None:
    return {
        "offered": "You can switch it on in your settings, and off again.",
        "off-unknown": "A few more plain mornings, away from the bar and from injections.",
        "off-high": "A quieter background.",
        "off-rising": "A word with a clinician, and a background that settles.",
    }.get(str(facts["state"]))


def _stalled(facts: Mapping[str, Fact]) -> str:
    return (
        _NEXT_MORNING
        if facts["cut"]
        else "An easier variation, if you like, or the same load until a quiet morning."
    )


def _bar_locked(facts: Mapping[str, Fact]) -> str:
    return (
        "A clinician who says the bar is fine."
        if facts["why"] == "pregnancy"
        else "The end of the clinic's window."
    )


def _sleep(facts: Mapping[str, Fact]) -> str:
    limit = facts["limit_h"]
    return (
        f"A night of {number(limit)} hours or more." if isinstance(limit, (int, float)) else "A longer night."
    )


CHANGES: Final[dict[str, Change]] = {
    "red-flag": 'Only "a clinician assessed me" opens the plan again.',
    "screen-missing": "Answering the questions once, in full.",
    "screen-due": "Answering the questions; one page.",
    "routine-referral": "An assessment by a clinician.",
    "ill": _ill,
    "flare": "Two quiet mornings in a row and a re-screen end it.",
    "flare-return": _NEXT_MORNING,
    "next-morning-ache": _NEXT_MORNING,
    "second-morning-ache": _NEXT_MORNING,
    "pain-during": "A session with little or no pain, and a quiet morning after it.",
    "pain-missing": "A pain number after the sets, a 0 included. " + _NOTE_IT,
    "set-missed": "All sets and repetitions at this load. Lighter is always yours to choose.",
    "brace-missing": "The brace check before the sets, and a tick for it.",
    "effort": "The same load at less effort.",
    "hip-shift": "A session without the shift.",
    "over-prescribed": "One session as planned.",
    "missing-check-in": "A check-in on the morning after the bar.",
    "late-check-in": "A check-in soon after waking.",
    "contradictory-check-in": "One check-in a morning, or two that agree.",
    "painkiller-masks-ache": "A morning after the bar that no painkiller covers.",
    "no-check-in-today": "A check-in soon after waking.",
    "ache-today": "A quieter morning on the day of the bar.",
    "background-mode": _background,
    "ceiling": "A good session that is a week old lifts the ceiling.",
    "plates": "Smaller plates make smaller steps.",
    "goal-reached": "A new target, if you want one.",
    "stalled": _stalled,
    "back-off-again": "A quiet morning after a full session. The easier variation is yours to choose.",
    "not-ready": "Daily work and a check-in each morning.",
    "bar-locked": _bar_locked,
    "one-raise-at-a-time": "Its turn at the next session.",
    "no-maxing": "More weeks under the bar and good sessions in a row.",
    "first-session": _NEXT_MORNING,
    "lowered-last-time": "A full session at the working load.",
    "release-lapsed": "Release today.",
    "release-eased": "A few days of it without strong discomfort.",
    "level-down": "Two in a row at the top of the dose, with quiet mornings.",
    "injection-window": "The days of the window passing.",
    "injection-review": "A talk with the clinic before the next one.",
    "injection-spacing": "A later day, if your clinic agrees.",
    "short-sleep": _sleep,
    "sleep-debt": "Longer nights; it lasts a week at most.",
    "sleep-unknown": "A line for last night's hours.",
    "whisper": "Fewer of these signs; the release is the quickest to mend.",
    "layoff": _NEXT_MORNING,
    "nothing-logged": "One line today.",
    "long-sitting": "Standing up now and then.",
    "rest-day": "The day itself.",
}
