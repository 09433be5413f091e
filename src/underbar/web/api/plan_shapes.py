"""A plan, and what tomorrow could bring, as the OpenAPI document describes them."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from underbar.web.api.shapes import Unit, Verdict


class ReasonOut(Schema):
    """A rule that spoke: the facts it saw, who says so, and the sentence."""

    rule: str
    binding: bool
    facts: dict[str, Any]
    says: str
    text: str


class WarmupOut(Schema):
    """A set before the work sets."""

    weight: float
    reps: int


class LiftOut(Schema):
    """One lift of the day; weights in `unit`, `plates` of one end in `plates_unit`."""

    lift: str
    weight: float
    unit: Unit
    sets: int
    reps: int
    working: float
    effort_max: float
    warmup: list[WarmupOut]
    plates: list[float]
    verdict: Verdict
    change: float
    reasons: list[ReasonOut]
    plates_unit: Unit
    easier: str | None
    harder: str | None


class ReleaseOut(Schema):
    """Seconds a side."""

    left_s: int
    right_s: int
    reasons: list[ReasonOut]


class StabilityOut(Schema):
    """One stability exercise."""

    exercise: str
    level: int
    dose: str
    left_first: bool
    reasons: list[ReasonOut]
    weight: float | None
    unit: Unit | None
    top: str | None


class OtherOut(Schema):
    """Something else to do."""

    item: str
    minutes: int
    reasons: list[ReasonOut]
    times: int


class StopOut(Schema):
    """A lock, with its fixed text."""

    level: Literal["E", "U"]
    flags: list[str]
    text: str


class ReferOut(Schema):
    """A routine referral."""

    flag: str
    text: str


class ExperimentOut(Schema):
    """The day's arm of the lifter's own experiment; `day` and `pair` count from 1."""

    what: Literal["release", "sitting", "bedtime"]
    arm: Literal["on", "off"]
    day: int
    of: int
    pair: int


class PlanOut(Schema):
    """The plan of a day."""

    schema_: str = Field(alias="schema")
    protocol: str
    day: date
    phase: str
    verdict: Verdict
    headline: str
    lifts: list[LiftOut]
    next_lift_day: date | None
    release: ReleaseOut | None
    stability: list[StabilityOut]
    other: list[OtherOut]
    signs: list[str]
    stop: StopOut | None
    refer: list[ReferOut]
    reasons: list[ReasonOut]
    experiment: ExperimentOut | None


class PlansOut(Schema):
    """One plan a day."""

    plans: list[PlanOut]


class AnswersOut(Schema):
    """What might be said in the morning."""

    ache: int
    short_sleep: bool
    painkiller: bool


class OutcomeOut(Schema):
    """A plan, and all the answers that lead to it."""

    answers: list[AnswersOut]
    plan: PlanOut


class TomorrowOut(Schema):
    """`short_h` and `enough_h`: the hours that the two answers about sleep stand for."""

    day: date
    short_h: float
    enough_h: float
    outcomes: list[OutcomeOut]
