"""Reasons and plans that the tests of wording share: one of every rule, facts as the engine gives them."""

from __future__ import annotations

import re
from datetime import date

from underbar.protocol.plan import (
    LiftPlan,
    OtherPlan,
    Plan,
    Reason,
    ReleasePlan,
    StabilityPlan,
    Verdict,
    WarmupSet,
)
from underbar.protocol.reasons import reason

NEVER = re.compile(
    r"\b(treat\w*|heal(s|ed|ing)?|cure[sd]?|therap\w*|rehab|safe(ly|ty|r)?|clear(ed|s|ly)?|risk|detect\w*|"
    r"predict\w*|unstable|instab\w*|diagnos\w*|stabilis\w*|stabiliz\w*|realign\w*|proven|you must|failed|"
    r"failure|congratulat\w*|streak)\b",
    re.IGNORECASE,
)
"""Words that no lifter reads here, the intended-use sentence aside."""

DAY = date(2026, 2, 12)  # a Thursday
MON, TUE, WED = date(2026, 2, 9), date(2026, 2, 10), date(2026, 2, 11)
FAR = date(2026, 1, 19)
NEXT = date(2026, 2, 16)

SAMPLES: tuple[Reason, ...] = (
    reason("red-flag", "E", ("cauda-equina", "trauma")),
    reason("screen-missing"),
    reason("screen-due", "re", TUE),
    reason("routine-referral", ("groin", "flare-long"), True),
    reason("not-improving", 6, 3.0, 3.0),
    reason("ill", 1),
    reason("flare", TUE, 2, "ache", 4, 1.0),
    reason("flare-return", 3, 80.0, 170.0, "lb"),
    reason("next-morning-ache", MON, TUE, 1, "right"),
    reason("second-morning-ache", MON, WED, 2, "left", 1),
    reason("pain-during", MON, 4),
    reason("pain-missing", MON),
    reason("set-missed", MON, "2x5", "3x5"),
    reason("brace-missing", MON),
    reason("effort", MON, 8.0, 6.0),
    reason("hip-shift", MON, "right"),
    reason("over-prescribed", MON, 205.0, 195.0, "lb"),
    reason("missing-check-in", TUE),
    reason("late-check-in", TUE),
    reason("contradictory-check-in", TUE),
    reason("painkiller-masks-ache", TUE),
    reason("no-check-in-today", "missing"),
    reason("ache-today", 2, "both"),
    reason("zero-ache-morning", MON, TUE, 0),
    reason("background-mode", 1.0, "on"),
    reason("ceiling", 145.0, 135.0, FAR, 155.0, "lb"),
    reason("plates", 152.5, 150.0, "lb"),
    reason("goal-reached", 315.0, "lb"),
    reason("stalled", 3, True),
    reason("back-off-again", 170.0, "lb"),
    reason("not-ready", ("background-unknown", "bridge", "daily-work")),
    reason("bar-locked", "pregnancy"),
    reason("one-raise-at-a-time", "squat", TUE),
    reason("no-maxing", 365.0, "lb", 4, 3, None),
    reason("first-session", 135.0, "lb", "start"),
    reason("lowered-last-time", MON, 210.0, "lb"),
    reason("release-locked", "injection", date(2026, 3, 9)),
    reason("release-lapsed", 5, 7),
    reason("release-build-up", 3, 40),
    reason("release-eased", 6),
    reason("level-up", "single-leg-bridge", 5),
    reason("level-down", "copenhagen-plank", 2, "flare"),
    reason("placement", "pallof-press"),
    reason("insurance", "suitcase-carry"),
    reason("side-difference", "single-leg-bridge", 18, "left"),
    reason("injection-window", MON, 3, 75.0),
    reason("injection-review", 4.0, 3.5, 12),
    reason("injection-spacing", 6.0),
    reason("clinic-says", "walk every day"),
    reason("short-sleep", 5.5, 6.0),
    reason("sleep-debt", 6.08, 7.67, 20.0),
    reason("sleep-unknown"),
    reason("sleep-differs", 7.5, 5.67),
    reason("whisper", ("car-stiffness", "ache-lingers", "release-lapsed", "sleep-low", "over-prescribed")),
    reason("layoff", 16, 80.0, 190.0, "lb"),
    reason("nothing-logged", 7),
    reason("hard-stretching", WED),
    reason("long-sitting", 7.0, WED),
    reason("keep-moving"),
    reason("rest-day", NEXT, "weekday"),
)

SAMPLE: dict[str, Reason] = {sample.rule: sample for sample in SAMPLES}

VARIANTS: tuple[Reason, ...] = (
    reason("red-flag", "U", ("fever",)),
    *(reason("screen-due", scope, day) for scope in ("full", "flare", "injection") for day in (DAY, TUE)),
    reason("routine-referral", ("apnoea",), False),
    reason("ill", 0),
    reason("flare", DAY, 0, "marked", None, 0.0),
    reason("flare", FAR, 24, "pain", 2, 0.0),
    reason("next-morning-ache", FAR, date(2026, 1, 20), 3, None),
    reason("next-morning-ache", WED, DAY, 1, "left"),
    reason("over-prescribed", MON, 205.0, None, "kg"),
    reason("no-check-in-today", "late"),
    reason("zero-ache-morning", MON, TUE, 1),
    *(
        reason("background-mode", 1.5, state)
        for state in ("offered", "off-unknown", "off-high", "off-rising")
    ),
    reason("plates", 152.5, None, "kg"),
    reason("stalled", 3, False),
    reason("not-ready", ("background-high", "leg-raise", "injection", "bar-too-heavy")),
    reason("bar-locked", "clinic-window"),
    reason("one-raise-at-a-time", "romanian-deadlift", DAY),
    reason("no-maxing", 365.0, "lb", None, None, 370.0),
    reason("first-session", 62.5, "kg", "new-start"),
    *(
        reason("release-locked", why, None)
        for why in ("anticoagulant", "clinic", "opted-out", "experiment", "pregnancy")
    ),
    reason("level-down", "pallof-press", 1, "back-off"),
    reason("injection-window", MON, 1, 0.0),
    reason("injection-window", DAY, 0, 0.0),
    reason("injection-window", MON, 12, None),
    *(reason("rest-day", NEXT, why) for why in ("spacing", "week")),
    reason("rest-day", None, "spacing"),
)

DECIDED = dict.fromkeys((*SAMPLES, *VARIANTS))
WALK = OtherPlan("walk", 20, (reason("keep-moving"),))
DAILY = (
    StabilityPlan("single-leg-bridge", 4, "3x5", True, ()),
    StabilityPlan("pallof-press", 3, "3x10", True),
)
CARRY = StabilityPlan(
    "suitcase-carry", 3, "3x25m", False, (reason("insurance", "suitcase-carry"),), 40.0, "lb"
)


def bound(found: Reason) -> Reason:
    """The same reason, marked as the one that decided."""
    return found._replace(binding=True)


def lift(
    verdict: Verdict,
    weight: float,
    *reasons: Reason,
    name: str = "deadlift",
    change: float = 0.0,
    working: float | None = None,
) -> LiftPlan:
    """A lift of 3 x 5 with its warm-up and plates."""
    return LiftPlan(
        lift=name,
        weight=weight,
        unit="lb",
        sets=3,
        reps=5,
        working=weight if working is None else working,
        effort_max=6.0,
        verdict=verdict,
        change=change,
        warmup=(WarmupSet(45.0, 5), WarmupSet(75.0, 5), WarmupSet(115.0, 3)),
        plates=(45.0, 5.0, 2.5),
        plates_unit="lb",
        reasons=reasons,
        easier="trap-bar-deadlift",
    )


def plan(*lifts: LiftPlan, verdict: Verdict = "hold", **changes: object) -> Plan:
    """A plan of Thursday 12 February 2026 with daily work and a walk; `changes` replace its fields."""
    fields: dict[str, object] = {
        "protocol": "si-joint 1.0.0", "day": DAY, "phase": "reload", "verdict": verdict, "lifts": lifts,
        "next_lift_day": None if lifts else NEXT, "release": ReleasePlan(90, 90), "stability": DAILY,
        "other": (WALK,), "signs": (), "stop": None, "refer": (), "reasons": (),
    }  # fmt: skip
    return Plan(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name, checked by the tests that read them
