"""The shape of an answer to one of the three questions that get a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

Question = Literal["sleep", "release", "sitting"]
Verdict = Literal["too-little", "cannot-tell", "leaning", "consistent"]
Scale = Literal["points", "chance"]
Confounder = Literal["before", "evening"]
"""What a model goes without where it is told too rarely: the exposure a day earlier, last evening's ache."""
Caveat = Literal[
    "few-mornings",  # below DESCRIBED_FROM
    "no-width-yet",  # below WIDTH_FROM
    "always-the-same",  # what came before the mornings never varied
    "ache-always-the-same",
    "one-group-small",  # one of the groups has fewer than GROUP mornings
    "no-pairs",  # too few mornings that follow a told one: the model has nothing of its own to go by
    "faded",  # found at a look, and no longer borne out
    "tipping",  # one point more ache on the missing mornings would undo it
]
QUESTIONS: Final[tuple[Question, ...]] = ("sleep", "release", "sitting")
LOOKS: Final = (90, 180, 365)
"""Mornings, told with what came before them, at which a verdict is given: decision 0013."""
DESCRIBED_FROM: Final = 28
"""Mornings below which nothing but the picture is shown: EVIDENCE F."""
WIDTH_FROM: Final = 60
"""Mornings from which the width is shown."""
GROUP: Final = 10
"""Mornings that each of the two groups that are compared must have."""
MANY_ZEROS: Final = 0.8
"""Share of mornings without ache above which ache at all is asked for, not how much."""


class Point(NamedTuple):
    """One morning of the picture. `day`: proleptic ordinal; `x`: hours, or 1.0 kept and 0.0 missed."""

    day: int
    x: float
    ache: int


class Group(NamedTuple):
    """Mornings after one side of the comparison. `ached`: those with an ache of 1 or more.

    `mean`: of the aches, None for no morning.
    """

    mornings: int
    ached: int
    mean: float | None


def group_of(aches: Sequence[float]) -> Group:
    """The group of these aches."""
    return Group(len(aches), sum(ache >= 1 for ache in aches), sum(aches) / len(aches) if aches else None)


class Effect(NamedTuple):
    """How much more ache went with one hour more (sleep, sitting) or with release kept, not missed.

    `scale`: `points` of ache, 0 to 10, or `chance`: mornings with any ache, as a share from -1 to 1.
    `low`, `high`: the 95 % interval, of this look at the data alone. `error`: standard error, HC3, or
    HAC where `hac`. `rows`: mornings in the model; `freedom`: its residual degrees of freedom.
    `persistence`: lag-1 autocorrelation of the residuals, None where no two mornings follow each other.
    `carried`: what of an ache is still there the next morning, 0 to 1 (the coefficient of yesterday's).
    `below`: probability that the effect is below 0, from the data alone.
    """

    scale: Scale
    estimate: float
    low: float
    high: float
    error: float
    p: float
    rows: int
    freedom: int
    persistence: float | None
    carried: float
    hac: bool
    below: float


class Run(NamedTuple):
    """The same question asked in another way. `agrees`: same direction, and apart from 0 at 5 %.

    `name`: `without-events` (days 0-7 after an injection and flares left out), `ranks` (Spearman's, with
    the effective number of mornings), `shift` (every circular shift of the exposure), `tipping` (one
    point more ache on the missing mornings whose night a device knows). `estimate` None where it is not
    on the scale of the effect; `rows`: mornings in it. `p` None where the run could not be done.
    """

    name: Literal["without-events", "ranks", "shift", "tipping"]
    estimate: float | None
    p: float | None
    agrees: bool
    rows: int


class Look(NamedTuple):
    """A declared look at `mornings`, reached on `day` (proleptic ordinal).

    `p`: of the model then; None where a group had too few mornings. `level`: what it had to be below.
    """

    mornings: int
    day: int
    p: float | None
    level: float
    found: bool


class Answer(NamedTuple):
    """What the diary says to one question.

    `first`: declared first. `verdict`: that of the last look; `cannot-tell` before the first one where the
    width is shown, `too-little` below that. `mornings`: told, with what came before them; `missing`: days
    of the span without one or the other; `silent`: of these, days on which the ache itself was not told.
    `low`: the group of short nights, of missed release, of days that sat longer than the method's limit;
    `high`: the other one. `border`: hours between the groups, None for release. `effect`: from all
    mornings so far, None before the width is shown.
    `looks`: those reached; `next_look`: mornings of the next one, None after the last.
    `without`: confounders that the diary does not tell enough of to be in the model.
    `caveats`: ids, worded in `wording.en_answers`.
    """

    question: Question
    first: bool
    verdict: Verdict
    mornings: int
    missing: int
    silent: int
    low: Group
    high: Group
    border: float | None
    effect: Effect | None
    runs: tuple[Run, ...]
    looks: tuple[Look, ...]
    next_look: int | None
    without: tuple[Confounder, ...]
    caveats: tuple[Caveat, ...]
    points: tuple[Point, ...]
