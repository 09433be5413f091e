"""The findings as the OpenAPI document describes them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ninja import Schema
from pydantic import Field

from underbar.insights.answers import Question, Scale, Verdict
from underbar.insights.days import Zone
from underbar.insights.fan import Standing
from underbar.quantities import Unit


class PointOut(Schema):
    """A morning. `x`: hours slept or sat; 1 with the release on the day before, 0 without."""

    day: date
    x: float
    ache: int


class GroupOut(Schema):
    """Mornings of one side; `ached`: those with an ache of 1 or more."""

    mornings: int
    ached: int
    mean: float | None


class EffectOut(Schema):
    """How much more ache went with one hour more, or with release kept; `low` and `high`: 95 % interval.
    `scale`: `points` of ache, or `chance` of any ache, from -1 to 1."""

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


class RunOut(Schema):
    """The same question asked in another way."""

    name: Literal["without-events", "ranks", "shift", "tipping"]
    estimate: float | None
    p: float | None
    agrees: bool
    rows: int


class LookOut(Schema):
    """A declared look; `level`: what its p had to be below."""

    mornings: int
    day: date
    p: float | None
    level: float
    found: bool


class AnswerOut(Schema):
    """The answer to a question. `low`: short nights, missed release, long sitting; `high`: the others."""

    question: Question
    first: bool
    verdict: Verdict
    mornings: int
    missing: int
    silent: int
    low: GroupOut
    high: GroupOut
    border: float | None
    effect: EffectOut | None
    runs: list[RunOut]
    looks: list[LookOut]
    next_look: int | None
    without: list[str]
    caveats: list[str]
    points: list[PointOut]
    headline: str
    says: list[str]


class QuestionsOut(Schema):
    """The three questions that get a verdict."""

    sleep: AnswerOut
    release: AnswerOut
    sitting: AnswerOut


class WeeksOut(Schema):
    """Weeks of one kind, and those of them in which a flare began."""

    weeks: int
    flares: int
    days: int


class SignOut(Schema):
    """A sign: the weeks after it, and those without."""

    sign: str
    after: WeeksOut
    without: WeeksOut
    stretches: int
    near: int
    untold: int
    uncounted: int
    enough: bool
    says: str


class SignsOut(Schema):
    """Signs before a flare; none below five flares."""

    flares: int
    signs: list[SignOut]
    headline: str


class PairOut(Schema):
    """Both sides of a day."""

    day: date
    left: float
    right: float


class SeriesOut(Schema):
    """One kind of comparison; `target`: the side that is a training target."""

    what: str
    measure: Literal["test", "done", "level", "load"]
    unit: str
    pairs: list[PairOut]
    wanted: int
    limit: float
    mean: float
    scatter: float
    large: bool
    same_side: bool
    beyond_scatter: bool
    target: Literal["left", "right"] | None
    says: str


class ThirdOut(Schema):
    """Mornings after bar days of these loads, kilograms."""

    low: float
    high: float
    group: GroupOut


class LiftedOut(Schema):
    """A morning after a bar day; `load` in kilograms."""

    day: date
    load: float
    ache: int


class BarOut(Schema):
    """Mornings after bar days against the others."""

    after: GroupOut
    others: GroupOut
    untold: int
    thirds: list[ThirdOut]
    mornings: list[LiftedOut]


class StretchOut(Schema):
    """The mornings of 28 days; `median` and `ached` from ten on."""

    aches: list[int]
    median: float | None
    ached: int | None


class GivenOut(Schema):
    """An injection; `after` once day 35 is over."""

    day: date
    what: str
    before: StretchOut
    after: StretchOut | None
    others: bool


class LeftRightOut(Schema):
    """Mornings by the side that ached more."""

    left: int
    right: int
    alike: int
    quiet: int
    untold: int
    both: int
    left_mean: float | None
    right_mean: float | None


class DescribedOut(Schema):
    """What gets no verdict."""

    bar: BarOut
    injections: list[GivenOut]
    sides: LeftRightOut


class PastOut(Schema):
    """A judged session of the lift."""

    day: date
    load: float
    zone: Zone


class ReachOut(Schema):
    """The load that 10, 50 and 90 % of the paths have not passed on a day."""

    day: date
    low: float
    middle: float
    high: float


class PaceOut(Schema):
    """The author's pace from today on."""

    begins: date
    ends: date
    load: float
    reached: float


class ForecastOut(Schema):
    """When a lift may reach its target. `low`, `middle`, `high`: days by which 10, 50 and 90 % of the paths
    have arrived, null beyond the horizon; loads in `unit`."""

    lift: str
    unit: Unit
    standing: Standing
    today: date
    load: float | None
    target: float | None
    sessions: int
    went: list[int]
    paths: int
    arrived: int
    low: date | None
    middle: date | None
    high: date | None
    horizon: int
    fan: list[ReachOut]
    past: list[PastOut]
    pace: PaceOut | None
    seed: int
    caveats: list[str]
    says: list[str]


class InsightsOut(Schema):
    """What the diary can say on `day`. `first`: the question declared first; `open`: a choice is open."""

    schema_: str = Field(alias="schema")
    day: date
    first: Question
    open: bool
    questions: QuestionsOut
    signs: SignsOut
    sides: list[SeriesOut]
    described: DescribedOut
    forecast: list[ForecastOut] | None
