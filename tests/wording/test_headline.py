"""The plan in one sentence: a table of plans and what they are called."""

from __future__ import annotations

import pytest
from wording_samples import DAILY, DAY, FAR, MON, SAMPLE, TUE, WALK, bound, lift, plan

from underbar.protocol.plan import OtherPlan, Plan, ReleasePlan, Stop
from underbar.protocol.reasons import reason
from underbar.wording.en import headline

WENT_WELL = reason("zero-ache-morning", MON, TUE, 0)
NO_BAR = {"next_lift_day": None}

HEADLINES: tuple[tuple[str, Plan], ...] = (
    (
        "Hold 185 lb: Tuesday morning you woke with a 1.",
        plan(lift("hold", 185.0, bound(SAMPLE["next-morning-ache"]))),
    ),
    (
        "Hold 185 lb: this morning you woke with a 1.",
        plan(lift("hold", 185.0, reason("next-morning-ache", MON, DAY, 1, None, binding=True))),
    ),
    (
        "Hold 185 lb: you woke with a 2 this morning.",
        plan(lift("hold", 185.0, WENT_WELL, bound(SAMPLE["ache-today"]))),
    ),
    (
        "Up to 195 lb: you woke with no ache after Monday's 185.",
        plan(lift("progress", 195.0, bound(WENT_WELL), change=10.0), verdict="progress"),
    ),
    (
        "Up to 195 lb: you woke with no ache after the 187.5 of 19 January.",
        plan(
            lift("progress", 195.0, reason("zero-ache-morning", FAR, FAR, 0, binding=True), change=7.5),
            verdict="progress",
        ),
    ),
    (
        "Up to 195 lb: you woke with a 1 after Monday's 185.",
        plan(
            lift("progress", 195.0, reason("zero-ache-morning", MON, TUE, 1, binding=True), change=10.0),
            verdict="progress",
        ),
    ),
    (
        "Up to 195 lb: you woke with no ache.",
        plan(
            lift("progress", 195.0, reason("zero-ache-morning", None, None, 0, binding=True)),
            verdict="progress",
        ),
    ),
    (
        "Start at 135 lb: the first session of this lift.",
        plan(lift("hold", 135.0, bound(SAMPLE["first-session"]))),
    ),
    (
        "Hold 145 lb: the week's ceiling allows no more yet.",
        plan(lift("hold", 145.0, WENT_WELL, bound(SAMPLE["ceiling"]))),
    ),
    (
        "Hold 315 lb: it is the load you wanted back.",
        plan(lift("hold", 315.0, bound(SAMPLE["goal-reached"]))),
    ),
    (
        "Down to 155 lb: pain reached 4 in Monday's session.",
        plan(lift("reduce", 155.0, bound(SAMPLE["pain-during"]), change=-15.0), verdict="reduce"),
    ),
    (
        "165 lb today: this week's nights were 6 h 05 on average, and 7 h 40 is your usual.",
        plan(lift("reduce", 165.0, bound(SAMPLE["sleep-debt"]), working=210.0), verdict="reduce"),
    ),
    (
        "Hold 165 lb: last night was 5 h 30.",
        plan(lift("hold", 165.0, WENT_WELL, bound(SAMPLE["short-sleep"]))),
    ),
    (
        "Hold 165 lb: there is no check-in this morning.",
        plan(lift("hold", 165.0, bound(SAMPLE["no-check-in-today"]))),
    ),
    (
        "100 lb at most, and light: a flare began on Tuesday.",
        plan(lift("flare", 100.0, bound(SAMPLE["flare"])), verdict="flare", phase="settle"),
    ),
    (
        "Hold 185 lb on the deadlift: Tuesday morning you woke with a 1; up to 105 lb on the squat.",
        plan(
            lift("progress", 105.0, bound(WENT_WELL), name="squat", change=5.0),
            lift("hold", 185.0, bound(SAMPLE["next-morning-ache"])),
        ),
    ),
    ("Hold 185 lb.", plan(lift("hold", 185.0))),
    (
        "Hold 185 lb: the one-page re-screen has been due since Tuesday.",
        plan(lift("hold", 185.0, WENT_WELL), reasons=(bound(SAMPLE["screen-due"]),)),
    ),
    ("No bar until Monday: bridge, Pallof press and a walk today.", plan(reasons=(SAMPLE["rest-day"],))),
    ("No bar until Monday: release, bridge and a walk today.", plan(stability=DAILY[:1])),
    ("No bar until Monday.", plan(stability=(), other=(), release=None)),
    ("No bar today: bridge, Pallof press and a walk.", plan(**NO_BAR)),
    ("No bar today.", plan(**NO_BAR, stability=(), other=(), release=None)),
    (
        "No bar today: a flare began on Tuesday. Walk, and easy stability work.",
        plan(**NO_BAR, verdict="flare", phase="settle", reasons=(bound(SAMPLE["flare"]),)),
    ),
    (
        "No bar today: a flare began on Tuesday. Walk a little, a few times.",
        plan(**NO_BAR, verdict="flare", phase="settle", reasons=(SAMPLE["flare"],), stability=()),
    ),
    (
        "No bar today: day 1 after the injection. A walk today.",
        plan(reasons=(reason("injection-window", MON, 1, 0.0),), stability=(), release=ReleasePlan(0, 0)),
    ),
    (
        "No bar until Monday: bridge, Pallof press and a walk today.",
        plan(reasons=(SAMPLE["injection-window"],)),
    ),
    (
        "No bar yet: the warning-sign questions come first. Bridge, Pallof press, warning-sign questions "
        "and 3 walks today.",
        plan(
            **NO_BAR,
            phase="screen",
            reasons=(bound(SAMPLE["screen-missing"]),),
            other=(OtherPlan("screen", 5), OtherPlan("walk", 10, times=3)),
        ),
    ),
    (
        "No bar yet: it waits for more days of daily work, and for two things more. Bridge, Pallof press "
        "and a walk "
        "today.",
        plan(
            **NO_BAR,
            phase="build",
            reasons=(reason("not-ready", ("daily-work", "bridge", "leg-raise"), binding=True),),
        ),
    ),
    (
        "No bar yet: it waits for more days of daily work. Bridge, Pallof press and a walk today.",
        plan(**NO_BAR, phase="build", reasons=(reason("not-ready", ("daily-work",), binding=True),)),
    ),
    (
        "No bar today: your clinic has no bar work for today. Bridge, Pallof press and a walk today.",
        plan(reasons=(reason("bar-locked", "clinic-window", binding=True),)),
    ),
    (
        "No bar today: you are ill. A walk today.",
        plan(**NO_BAR, reasons=(reason("ill", 0, binding=True),), stability=(), release=None, other=(WALK,)),
    ),
    ("Get emergency help now.", plan(verdict="stop", phase="stop", stop=Stop("E", ("trauma",)))),
    (
        "No plan today: please contact a clinician today.",
        plan(verdict="stop", phase="stop", stop=Stop("U", ("fever",))),
    ),
)


@pytest.mark.parametrize(("said", "shown"), HEADLINES, ids=[said[:48] for said, _ in HEADLINES])
def test_headline(said, shown):
    assert headline(shown) == said
