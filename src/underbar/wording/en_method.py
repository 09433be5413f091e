"""The method as pages to read: its parts in order, how their marks are read, and how long each takes."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Final

from underbar.protocol.document import load
from underbar.wording.en_method_bar import BAR
from underbar.wording.en_method_days import DAYS
from underbar.wording.en_method_parts import Asked, Part
from underbar.wording.en_method_questions import QUESTIONS
from underbar.wording.en_method_work import WORK

__all__ = [
    "COMPONENTS",
    "GRADES",
    "PACE",
    "PARTS",
    "QUESTIONS",
    "TAGS",
    "Asked",
    "Part",
    "minutes_to_read",
    "part_of_parameter",
    "part_of_rule",
    "prose",
    "tag_words",
    "unit_words",
]

WORDS_A_MINUTE: Final = 220

_ORDER: Final = (
    "gate", "warning-signs", "injections", "release", "stability", "brace", "lifts", "sleep", "flares",
    "signs", "time-away", "background", "no-maxing",
)  # fmt: skip
_BY_SLUG: Final = {part.slug: part for part in (*BAR, *WORK, *DAYS)}
PARTS: Final = tuple(_BY_SLUG[slug] for slug in _ORDER)
"""The parts in the order of the method."""

PACE: Final = (
    "He began at 135 lb and was back at 315 after eleven weeks. With two hinge days a week and not one "
    "morning of ache, the ceiling of this method allows the same 135 to 315 on day 77, and nothing faster.",
    "Take it as the best case rather than a target. Whoever wakes with a 1 on three mornings of ten still "
    "gets there, mostly within a year.",
)

TAGS: Final = {
    "[ART]": (
        "the author’s own",
        "One lifter wrote it down about himself. It worked for him; nobody compared.",
    ),
    "[L]": ("a study looked up", "We read the abstract or an excerpt and name the study."),
    "[L2]": ("second hand", "Somebody else reports it; we did not see the original."),
    "[DES]": (
        "our judgement",
        "A number somebody had to choose. No study tests it, whatever is named beside it.",
    ),
}
"""What a tag means: its name and a sentence."""

GRADES: Final = {
    "STRONG": ("strong", "Several good trials agree, in people like those asked about."),
    "MODERATE": ("moderate", "Good studies point one way, in part or in other people."),
    "LIMITED": ("limited", "Few studies, small ones, or ones that disagree."),
    "ANECDOTAL": ("anecdotal", "Somebody’s experience or custom; no trial found."),
    "CONTRADICTED": ("contradicted", "Trials looked for it and found nothing."),
}
"""What a grade means: its word and a sentence."""

COMPONENTS: Final = {
    "prolotherapy": "Prolotherapy for this joint",
    "prolotherapy-low-back": "Prolotherapy for low-back pain",
    "injections-per-decade": "One injection for each decade of age",
    "iliacus-release": "Pressing the iliacus",
    "stability-supervised": "Stability work that somebody leads",
    "stability-at-home": "Stability work alone at home",
    "single-leg-bridge": "Single-leg bridge",
    "pallof-press": "Pallof press",
    "suitcase-carry": "Suitcase carry",
    "copenhagen-plank": "Copenhagen plank",
    "brace": "Bracing all round",
    "deadlift": "The deadlift on the way back",
    "zero-ache-gate": "Zero ache before more load",
    "sleep": "Sleep and the next day’s pain",
    "not-resting": "Not resting completely",
    "hard-stretching": "Hard stretching as a mistake",
    "sitting": "Long sitting before a flare",
    "car-stiffness": "Stiffness out of the car as a sign",
    "app": "An app to carry it",
}
"""What a graded component of the document is, in words."""

_UNITS: Final = {
    "0-10": "of 10",
    "0-5 a side": "of 5, each side",
    "effort 0-10": "of 10, effort",
    "ache points": "points of ache",
    "percent": "%",
    "percent of the old best": "% of best",
    "hours after midnight": "",
    "level": "",
    "days after an injection": "days after",
    "days after the first injection": "days after",
    "seconds a side": "s a side",
}


def tag_words(tag: str) -> str:
    """A tag in words: `our judgement`."""
    return TAGS[tag][0]


def unit_words(unit: str) -> str:
    """The unit of a parameter as it stands behind a value: `%`, `of 10`, `mornings`."""
    return _UNITS.get(unit, unit)


def prose(part: Part | Asked) -> Iterator[str]:
    """Everything of a part or a question that is read as running text."""
    yield part.title
    yield part.line
    if isinstance(part, Part):
        yield part.lead
        yield from part.did
        yield from part.evidence
        yield from part.does
        yield from (load().components[name].says for name in part.components)
    else:
        yield part.short
        yield from part.known
        yield from part.here
        yield from (f"{read.who} {read.says}" for read in part.read)


def minutes_to_read(part: Part | Asked) -> int:
    """Whole minutes that the running text takes, at least one; the numbers to set are not counted."""
    words = sum(len(text.split()) for text in prose(part))
    return max(1, ceil(words / WORDS_A_MINUTE))


def part_of_parameter(name: str) -> Part | None:
    """The part on whose page a parameter stands."""
    return next((part for part in PARTS if name in part.parameters), None)


def part_of_rule(rule: str) -> Part | None:
    """The first part that names a rule."""
    return next((part for part in PARTS if rule in part.rules), None)
