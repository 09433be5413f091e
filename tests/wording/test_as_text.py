"""The plan for a terminal: every line fits, nothing is said by colour alone."""

from __future__ import annotations

import re

import pytest
from wording_samples import CARRY, DAILY, DECIDED, SAMPLE, WALK, bound, lift, plan

from underbar.protocol.plan import OtherPlan, Plan, ReleasePlan, StabilityPlan, Stop
from underbar.protocol.reasons import reason
from underbar.wording.as_text import plan_lines
from underbar.wording.en import INTENDED_USE_SHORT

ANSI = re.compile(r"\x1b\[[\d;]*m")
BAR = plan(
    lift("hold", 185.0, SAMPLE["pain-during"], bound(SAMPLE["next-morning-ache"])),
    reasons=(SAMPLE["sleep-unknown"],),
)
FLARE = plan(
    lift("flare", 100.0, bound(SAMPLE["flare"]), working=170.0),
    lift("progress", 52.5, bound(SAMPLE["zero-ache-morning"]), name="romanian-deadlift", change=2.5),
    verdict="flare",
    phase="settle",
    other=(OtherPlan("walk", 10, times=3), OtherPlan("break-up-sitting", 0), OtherPlan("screen", 5, times=2)),
    release=ReleasePlan(30, 60, (SAMPLE["release-build-up"],)),
)
EVERYTHING = plan(
    reasons=tuple(DECIDED),
    signs=("car-stiffness", "ache-lingers", "something-unheard-of-and-longer-than-the-narrowest-of-lines"),
    refer=("flare-long", "inflammatory"),
    stability=(*DAILY, CARRY, CARRY._replace(unit=None), StabilityPlan("pallof-press", 0, "odd dose", True)),
    release=ReleasePlan(0, 0, (SAMPLE["release-locked"],)),
)
STOP = plan(
    verdict="stop",
    phase="stop",
    stop=Stop("E", ("self-harm", "cauda-equina")),
    release=None,
    stability=(),
    other=(),
)
PLANS: dict[str, Plan] = {
    "bar": BAR,
    "flare": FLARE,
    "everything": EVERYTHING,
    "stop": STOP,
    "bare": plan(release=None, stability=(), other=()),
}


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("width", [20, 40, 60, 100])
@pytest.mark.parametrize("name", PLANS)
def test_no_line_is_wider_than_asked(name, width, color):
    for line in plan_lines(PLANS[name], width, color):
        assert len(ANSI.sub("", line)) <= width, line
        assert "\n" not in line
        assert line == line.rstrip()


def test_a_narrower_terminal_gets_the_narrowest_page():
    assert plan_lines(BAR, 5) == plan_lines(BAR, 20)


@pytest.mark.parametrize("name", PLANS)
def test_colour_adds_nothing_but_colour(name):
    colored = plan_lines(PLANS[name], 60, True)
    assert [ANSI.sub("", line) for line in colored] == plan_lines(PLANS[name], 60, False)
    assert any("\x1b[" in line for line in colored)


@pytest.mark.parametrize("name", PLANS)
def test_the_last_line_says_what_it_is(name):
    assert plan_lines(PLANS[name])[-1] == INTENDED_USE_SHORT


def test_a_bar_day_reads_like_this():
    assert plan_lines(BAR) == [
        "Thursday 12 February 2026",
        "❚❚ hold",
        "",
        "Hold 185 lb: Tuesday morning you woke with a 1.",
        "",
        "Deadlift  ❚❚ hold",
        "  185 lb, 3 sets of 5",
        "  per side: 45 + 5 + 2.5",
        "  warm up: 45 lb x 5, 75 lb x 5, 115 lb x 3",
        "  effort 6 of 10 at most: end a set while 4 more would still",
        "    go",
        "  easier, if you like: trap-bar deadlift",
        "  why",
        "    * Tuesday morning you woke with a 1 on the right, the",
        "      morning after the bar. (the article's own rule)",
        "    - Pain reached 4 in Monday's session. (our judgement)",
        "",
        "Today",
        "  release: 90 s a side",
        "  single-leg bridge: 3 x 5, hold 3 s each, left first (level",
        "    4)",
        "  Pallof press: 3 x 10, 3 s on the way out, left first",
        "    (level 3: standing press)",
        "  walk: 20 min",
        "  about these",
        "    - A little every day. The author rested completely once,",
        "      and it got worse. (the article's own rule)",
        "",
        "Why",
        "  - Last night's sleep is not noted, so it changed nothing",
        "    here. (our judgement)",
        "",
        "A private training diary, not a substitute for a clinician.",
    ]


def test_a_flare_shows_what_is_untouched_and_both_sides():
    page = "\n".join(plan_lines(FLARE, 100))
    assert "working load: 170 lb; today is lighter" in page
    assert "Deadlift  ◆ flare" in page
    assert "Romanian deadlift  ▲ step up" in page
    assert "release: left 30 s, right 60 s" in page
    assert "walk: 3 times, 10 min each" in page
    assert "break up sitting\n" in page
    assert "warning-sign questions: 2 times, 5 min each" in page


def test_a_rest_day_says_what_is_next():
    page = plan_lines(plan(reasons=(SAMPLE["rest-day"],)))
    assert "No bar until Monday: bridge, Pallof press and a walk today." in page
    assert "Next bar day: Monday." in page
    assert "  release: not today" in plan_lines(EVERYTHING)


def test_a_carry_shows_its_weight_and_a_single_set_is_one():
    page = "\n".join(plan_lines(plan(stability=(CARRY,)), 100))
    assert "suitcase carry: 3 x 25 m with 40 lb, right first (level 3)" in page
    single = lift("hold", 45.0)._replace(
        sets=1, plates=(), warmup=(), effort_max=10.0, easier=None, harder="squat"
    )
    page = "\n".join(plan_lines(plan(single), 100))
    assert "45 lb, 1 set of 5" in page
    assert "no plates" in page
    assert "effort 10 of 10 at most\n" in page
    assert "harder, if you like: squat" in page


def test_plates_of_another_unit_say_so():
    page = "\n".join(
        plan_lines(plan(lift("hold", 185.0)._replace(plates=(20.0, 1.25), plates_unit="kg")), 100)
    )
    assert "per side: 20 + 1.25 kg" in page


def test_what_is_true_of_several_exercises_is_said_once():
    found = [
        StabilityPlan(name, 1, "2x8", True, (reason("placement", name),))
        for name in ("pallof-press", "suitcase-carry")
    ]
    page = plan_lines(plan(stability=(*found, CARRY)), 120)
    (found_line,) = [line for line in page if "find your level" in line]
    assert found_line.startswith("    - Pallof press and suitcase carry: find your level today. It is")
    assert any(line.startswith("    - Suitcase carry stays in the week.") for line in page)


def test_a_reason_of_a_lift_is_not_said_again_below():
    flared = plan(
        lift("flare", 100.0, bound(SAMPLE["flare"])), reasons=(SAMPLE["flare"], SAMPLE["sleep-unknown"])
    )
    page = "\n".join(plan_lines(flared))
    assert page.count("A flare began on Tuesday.") == 1
    assert "Last night's sleep is not noted" in page


def test_a_lock_shows_its_text_alone():
    page = "\n".join(plan_lines(STOP, 100))
    assert "crisis line" in page
    assert "walk: " not in page
    assert '"a clinician assessed me"' in page


def test_under_a_lock_no_reason_is_read():
    locked = plan(
        lift("hold", 185.0),
        verdict="stop",
        phase="stop",
        stop=Stop("U", ("fever",)),
        reasons=(reason("red-flag", "U", ("fever",), binding=True),),
        other=(WALK,),
    )
    page = "\n".join(plan_lines(locked, 100))
    assert "185" not in page
    assert "Why" not in page
