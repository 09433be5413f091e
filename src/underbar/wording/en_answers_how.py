"""English of how an answer was reckoned: the model, the other ways of asking, and what to keep in mind."""

from __future__ import annotations

from datetime import date
from typing import Final

from underbar.insights.answers import (
    DESCRIBED_FROM,
    GROUP,
    WIDTH_FROM,
    Answer,
    Caveat,
    Confounder,
    Effect,
    Run,
)
from underbar.wording.en_answers import tells
from underbar.wording.en_words import count, hours, joined, long_day

LONG_NIGHT_H: Final = 7.5
"""As in `insights.model`."""
_CONFOUNDERS: Final[dict[Confounder, str]] = {
    "before": "what was before that",
    "evening": "the ache of the evening before",
}
_RUNS: Final = {
    "without-events": "Without flares and the first eight days of an injection",
    "ranks": "By ranks, counting mornings that resemble each other for less",
    "shift": "Against the same days moved round the diary",
    "tipping": "With one point more ache on the missing mornings whose night a device knows",
}
_CAVEATS: Final[dict[Caveat, str]] = {
    "faded": "An earlier look left zero out, and the mornings since do not bear it out.",
    "tipping": (
        "One more point of ache on the mornings that were not told would turn it round. So the verdict is "
        "withheld."
    ),
    "few-mornings": f"Below {DESCRIBED_FROM} mornings there are the dots, and nothing is reckoned.",
    "no-width-yet": f"Below {WIDTH_FROM} mornings there are the counts, and no width.",
    "always-the-same": "It was the same on every day so far, so there is nothing to compare.",
    "no-pairs": "Too few mornings follow each other for a width: yesterday’s ache has to be known as well.",
    "ache-always-the-same": "The ache was the same on every morning so far, so there is nothing to compare.",
}


def looks_sentences(answer: Answer) -> list[str]:
    """The declared looks that were reached."""
    found = []
    for look in answer.looks:
        if look.p is None:
            said = "one side had too few mornings to compare"
        else:
            said = "the width left zero out" if look.found else "it could not be told from zero"
        found.append(f"At {look.mornings} mornings, on {long_day(date.fromordinal(look.day))}: {said}.")
    return found


def model_sentences(answer: Answer) -> list[str]:
    """How the effect was reckoned; empty without one."""
    effect = answer.effect
    if effect is None:
        return []
    what = "any ache" if effect.scale == "chance" else "the morning’s ache"
    how = "HAC, since mornings resemble the one before" if effect.hac else "HC3"
    lines = [
        f"A regression of {what} on what is asked for, on the ache of the morning before, a slow drift, the "
        f"last load and the weekend, over {count(effect.rows, 'morning')}. "
        f"The width is of 95 %, its errors are {how}.",
        _persistence(effect),
    ]
    if effect.scale == "chance":
        lines.append("More than 80 of 100 mornings have no ache: it asks whether there is any, not how much.")
    if answer.without:
        names = joined([_CONFOUNDERS[name] for name in answer.without])
        lines.append(f"The diary tells too little of {names} for it to be in the model.")
    return lines


def _persistence(effect: Effect) -> str:
    carried = round(100 * effect.carried)
    said = f"Of an ache about {carried} in 100 is still there a morning later. " if carried > 0 else ""
    if effect.persistence is None:
        return f"{said}Whether what is left over persists can’t be told: too few mornings follow each other."
    left = f"{effect.persistence:.2f}".replace("-", "−")
    return f"{said}What the model leaves over persists by {left}, of 1 at most."


def runs_sentences(answer: Answer) -> list[str]:
    """The same question, asked in other ways at the last look."""
    return [_run(run) for run in answer.runs]


def _run(run: Run) -> str:
    if run.p is None:
        return f"{_RUNS[run.name]}: too few mornings for it."
    said = "the same direction, and zero left out" if run.agrees else "zero is not left out that way"
    return f"{_RUNS[run.name]} ({count(run.rows, 'morning')}): {said}."


def caveats(answer: Answer) -> list[str]:
    """What to keep in mind."""
    return [_one_side(answer) if name == "one-group-small" else _CAVEATS[name] for name in answer.caveats]


def _one_side(answer: Answer) -> str:
    if answer.question == "release":
        return f"To compare, the diary needs {GROUP} days with the release and {GROUP} without it."
    border = hours(answer.border or 0)
    if answer.question == "sleep":
        long = hours(LONG_NIGHT_H)
        return f"To compare, the diary needs {GROUP} nights under {border} and {GROUP} of more than {long}."
    return f"To compare, the diary needs {GROUP} days of more than {border} of sitting and {GROUP} of less."


def mornings_sentence(answer: Answer) -> str:
    """How many mornings count, and how many are missing."""
    if not answer.mornings:
        return f"No morning so far tells {tells(answer)}."
    verb = "tells" if answer.mornings == 1 else "tell"
    said = f"{count(answer.mornings, 'morning')} {verb} {tells(answer)}."
    if not answer.missing:
        return said
    days = "1 day since does not" if answer.missing == 1 else f"{answer.missing} days since the first do not"
    how_many = "all" if answer.silent == answer.missing else str(answer.silent)
    silent = f", and on {how_many} of them it is the ache that is missing" if answer.silent else ""
    return f"{said} {days}{silent}. Nothing is filled in."
