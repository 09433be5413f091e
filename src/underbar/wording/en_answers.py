"""English of the three questions that get a verdict: never a cause, always the width.

An effect is turned so that it reads from the harder side: an hour less sleep, a day without the release, an
hour more of sitting. Numbers of mornings are whole.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from underbar.insights.answers import DESCRIBED_FROM, LOOKS, Answer, Group, Question, Verdict
from underbar.wording.en_words import capital, count, hours

SCALE: Final[dict[Verdict, str]] = {
    "too-little": "Too little to say",
    "cannot-tell": "Can’t tell",
    "leaning": "Leaning",
    "consistent": "Consistent",
}
"""The fixed scale, from its first step to its last."""
ASKS: Final[dict[Question, str]] = {
    "sleep": "Does more ache follow a shorter night?",
    "release": "Does more ache follow a day without the release?",
    "sitting": "Does more ache follow a day of more sitting?",
}
TOGETHER: Final = "This shows what went together in your diary, not that the one caused the other."
MEANS_FIRST: Final = (
    "Declared first means chosen before anybody has looked. That question gets most of the room for error, "
    "and so the best chance of a verdict; the other two share the rest."
)
CHOSEN: Final = "This question was declared first."
CHOOSE: Final = "The choice is yours until the first verdict; from then on it stays."
CLOSED: Final = (
    "A verdict has been given, so the question that is declared first stays as it is: "
    "a choice made after looking is no choice."
)
ACHE_AXIS: Final = "Ache on waking, 0 to 10"
KEY: Final = "dot: a morning (hollow: no ache)"
KEY_MEANS: Final = "thick line: the mean of a side"
KEY_SLOPE: Final = "thick: means; dashed, band: the model"
LESS: Final = "← less ache"
MORE: Final = "more ache →"
NARROW: Final = 0.4
"""Points of ache: a width below it is said with two decimals."""
_WENT: Final[dict[Question, str]] = {
    "sleep": "shorter nights",
    "release": "days without the release",
    "sitting": "days of more sitting",
}
_STEP: Final[dict[Question, str]] = {
    "sleep": "An hour less sleep",
    "release": "A day without the release",
    "sitting": "An hour more of sitting",
}
_TELLS: Final[dict[Question, str]] = {
    "sleep": "a night and the ache of the morning after it",
    "release": "the release of a day and the ache of the morning after it",
    "sitting": "the sitting of a day and the ache of the morning after it",
}
_TITLES: Final[dict[Question, str]] = {
    "sleep": "Ache by the night before",
    "release": "Ache by yesterday’s release",
    "sitting": "Ache by yesterday’s sitting",
}
_AXES: Final[dict[Question, str]] = {"sleep": "hours slept", "release": "", "sitting": "hours sat"}


class Turned(NamedTuple):
    """An effect as it is said and drawn, for the harder side: points of ache, or mornings of 100."""

    estimate: float
    low: float
    high: float


def turned(answer: Answer) -> Turned | None:
    """The effect of `answer` from the harder side; None where there is none."""
    effect = answer.effect
    if effect is None:
        return None
    by = 100 if effect.scale == "chance" else 1
    if answer.question == "sitting":
        return Turned(by * effect.estimate, by * effect.low, by * effect.high)
    return Turned(-by * effect.estimate, -by * effect.high, -by * effect.low)


def headline(answer: Answer) -> str:
    """The verdict in a few words."""
    found = turned(answer)
    if answer.verdict in ("leaning", "consistent") and found is not None:
        how = "more" if found.estimate > 0 else "less"
        return f"{SCALE[answer.verdict]}: {_WENT[answer.question]} went with {how} ache"
    return SCALE[answer.verdict]


def summary(answer: Answer) -> str:
    """One sentence for a list of the questions."""
    if answer.effect is not None:
        return effect_sentences(answer)[0]
    if answer.mornings >= DESCRIBED_FROM:
        return counts_sentence(answer)
    there = "is 1" if answer.mornings == 1 else f"are {answer.mornings or 'none yet'}"
    return f"Counting begins at {DESCRIBED_FROM} mornings that tell {tells(answer)}; there {there}."


def paragraphs(answer: Answer) -> list[str]:
    """All that is said below the headline, the most important first."""
    if answer.mornings < DESCRIBED_FROM:
        return [summary(answer)]
    first = f" {CHOSEN}" if answer.first else ""
    said = (
        " ".join(effect_sentences(answer)),
        counts_sentence(answer),
        next_sentence(answer) + first,
        TOGETHER,
    )
    return [paragraph for paragraph in said if paragraph]


def effect_sentences(answer: Answer) -> list[str]:
    """How much, with its width, and what that is worth; empty before the width is shown."""
    found, effect = turned(answer), answer.effect
    if found is None or effect is None:
        return []
    if effect.scale == "chance":
        went = f"{_more(found.estimate)} of 100 mornings with an ache"
        low, high = _more(found.low), _more(found.high)
    else:
        digits = 2 if found.high - found.low < NARROW else 1
        went = f"an ache {_higher(found.estimate, digits)} the next morning"
        low, high = _higher(found.low, digits), _higher(found.high, digits)
    width = "with hardly any width" if low == high else f"it could be anywhere from {low} to {high}"
    return [f"{_STEP[answer.question]} went with {went}; {width}.", _worth(answer, found)]


def _higher(value: float, digits: int) -> str:
    said = f"{abs(value):.{digits}f}"
    if float(said) == 0:
        return "just the same"
    return f"{said} {'higher' if value > 0 else 'lower'}"


def _more(value: float) -> str:
    said = round(abs(value))
    return f"{said} {'more' if value > 0 else 'fewer'}" if said else "no more and no fewer"


def _worth(answer: Answer, found: Turned) -> str:
    if answer.verdict == "consistent":
        return "At its declared mornings the width left zero out, in every way of asking."
    if answer.verdict == "leaning":
        return "At its declared mornings the width left zero out, but not in every way of asking."
    if found.low <= 0 <= found.high:
        return "That is too uncertain to call."
    if answer.next_look is None:
        return "Today the width leaves zero out; at the declared mornings, where more is asked, it did not."
    return "Today the width leaves zero out, but a verdict is given at its declared mornings alone."


def counts_sentence(answer: Answer) -> str:
    """Whole numbers: how many mornings of each side had an ache."""
    low, high = answer.low, answer.high
    return (
        f"Of {_of(answer, low, first=True)}, {low.ached or 'none'} had an ache the next morning; "
        f"of {_of(answer, high, first=False)}, {high.ached or 'none'}."
    )


def _of(answer: Answer, group: Group, first: bool) -> str:
    name = group_name(answer, first)
    if group.mornings == 1:
        name = name.replace("nights", "night").replace("days", "day")
    return f"{group.mornings or 'no'} {name}"


def group_name(answer: Answer, first: bool) -> str:
    """A group in mid-sentence, with its border. `first`: the harder side."""
    border = hours(answer.border or 0)
    names = {
        "sleep": (f"nights under {border}", "longer nights"),
        "release": ("days without the release", "days with it"),
        "sitting": (f"days of more than {border} of sitting", "days of less"),
    }[answer.question]
    return names[0] if first else names[1]


def tells(answer: Answer) -> str:
    """What a morning has to tell to be counted."""
    return _TELLS[answer.question]


def next_sentence(answer: Answer) -> str:
    """When the next verdict comes."""
    if answer.next_look is None:
        return f"The last verdict came at {LOOKS[-1]} mornings; picture and width go on with the diary."
    return f"The next verdict comes at {answer.next_look} mornings; you have {answer.mornings}."


def picture_title(answer: Answer) -> str:
    """What the picture draws."""
    return _TITLES[answer.question]


def axis_title(answer: Answer) -> str:
    """What runs along the picture; empty where its columns have names."""
    return _AXES[answer.question]


def width_title(answer: Answer) -> str:
    """What the line of the width draws."""
    return _STEP[answer.question]


def unit_name(answer: Answer) -> str:
    """In what the width counts."""
    what = "mornings of 100 with an ache" if _any_ache(answer) else "points of ache"
    return f"{what}, and 95 % width"


def mean_label(answer: Answer, group: Group) -> str:
    """What stands at a side's mean; how many had an ache, where it is asked for any at all."""
    return f"{group.ached} of {group.mornings} ached" if _any_ache(answer) else f"mean {group.mean or 0:.1f}"


def _any_ache(answer: Answer) -> bool:
    return answer.effect is not None and answer.effect.scale == "chance"


def column_names(answer: Answer) -> tuple[tuple[str, str], tuple[str, str]]:
    """The two columns of the release's picture in two lines, the harder side first."""
    low, high = answer.low.mornings, answer.high.mornings
    return ("without it", count(low, "morning")), ("with it", count(high, "morning"))


def picture_text(answer: Answer) -> str:
    """The picture in words, for whoever does not see it."""
    parts = [f"{picture_title(answer)}, a dot a morning"]
    for first, group in ((True, answer.low), (False, answer.high)):
        if group.mean is not None:
            mornings = count(group.mornings, "morning")
            name = capital(group_name(answer, first))
            parts.append(f"{name}: {mornings}, {group.ached} with an ache, mean {group.mean:.1f}")
    return ". ".join([*parts, *effect_sentences(answer)[:1]]).removesuffix(".") + "."
