"""The decision as data: verdicts, reasons with their facts, and the plan of a day.

No prose: `wording` puts words to it at the edge.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, NamedTuple

from underbar.diary.records import Trial
from underbar.quantities import Unit

Verdict = Literal["stop", "flare", "reduce", "hold", "progress"]
Phase = Literal["screen", "build", "reload", "keep", "settle", "stop"]
CAREFUL: Final[dict[str, int]] = {"stop": 0, "flare": 1, "reduce": 2, "hold": 3, "progress": 4}
"""Verdicts, the most careful first."""

Fact = str | int | float | bool | date | None | tuple[str, ...] | tuple[int, ...] | tuple[float, ...]


class Reason(NamedTuple):
    """A rule that spoke: its id, whether it decided, and the facts it saw, named with their units.

    `facts` are (name, value) pairs in the order of the rule's entry in `reasons.FACTS`.
    """

    rule: str
    facts: tuple[tuple[str, Fact], ...] = ()
    binding: bool = False


class WarmupSet(NamedTuple):
    """A set before the work sets, in the lift's unit; shown, never judged."""

    weight: float
    reps: int


class LiftPlan(NamedTuple):
    """One lift of the day. Weights in `unit`.

    `working`: the working load carried from session to session; `weight`: today's load, which the
    day may have lowered. `change`: `weight` less the last session's working load. `plates`: for
    one end of the bar, in `plates_unit`, heaviest first. `easier`: the offered variation, or None.
    """

    lift: str
    weight: float
    unit: Unit
    sets: int
    reps: int
    working: float
    effort_max: float
    verdict: Verdict
    change: float
    warmup: tuple[WarmupSet, ...]
    plates: tuple[float, ...]
    plates_unit: Unit
    reasons: tuple[Reason, ...]
    easier: str | None = None
    harder: str | None = None


class ReleasePlan(NamedTuple):
    """Seconds of iliacus release a side; 0 and reasons where it is locked."""

    left_s: int
    right_s: int
    reasons: tuple[Reason, ...] = ()


class StabilityPlan(NamedTuple):
    """One stability exercise. `dose` as sets text (`3x8`, `3x30s`); `weight` None for none.

    `top`: the top of the dose, from which the next level opens.

    `left_first`: the weaker side goes first.
    """

    exercise: str
    level: int
    dose: str
    left_first: bool
    reasons: tuple[Reason, ...] = ()
    weight: float | None = None
    unit: Unit | None = None
    top: str | None = None


class OtherPlan(NamedTuple):
    """Something else to do: `walk`, `screen`, `break-up-sitting`, `placement`."""

    item: str
    minutes: int
    reasons: tuple[Reason, ...] = ()
    times: int = 1


class Stop(NamedTuple):
    """A lock: level E (emergency) or U (urgent) and the signs that set it."""

    level: Literal["E", "U"]
    flags: tuple[str, ...]


ArmOf = Literal["on", "off"]


class ExperimentPlan(NamedTuple):
    """The arm of a running experiment on a day: `day` and `pair` count from 1, `of` days in all."""

    what: Trial
    arm: ArmOf
    day: int
    of: int
    pair: int


class Plan(NamedTuple):
    """What to do on `day`, and why.

    `signs`: whispers seen. `refer`: routine referrals by flag. `next_lift_day`: None on a day with
    bar work, or where none is in sight. `asks`: re-screens due today, by scope. `experiment`: the
    day's arm of the lifter's own, None where none runs.
    """

    protocol: str
    day: date
    phase: Phase
    verdict: Verdict
    lifts: tuple[LiftPlan, ...]
    next_lift_day: date | None
    release: ReleasePlan | None
    stability: tuple[StabilityPlan, ...]
    other: tuple[OtherPlan, ...]
    signs: tuple[str, ...]
    stop: Stop | None
    refer: tuple[str, ...]
    reasons: tuple[Reason, ...]
    experiment: ExperimentPlan | None = None
