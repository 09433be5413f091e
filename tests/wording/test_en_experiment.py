"""The words of an experiment: whole numbers, widths, and its arm of the day."""

from __future__ import annotations

from fractions import Fraction

import pytest
from wording_samples import plan

from underbar.insights.experiment import Arm, Design, InArm, Outcome, Pair, Verdict
from underbar.insights.power import Ache, Power
from underbar.insights.randomisation import exact
from underbar.protocol.plan import ExperimentPlan, ReleasePlan
from underbar.wording import en_experiment as words
from underbar.wording.as_text import plan_lines
from underbar.wording.en_arms import experiment_line
from underbar.wording.en_power import power_lines, times


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "hardly ever"), (0.17, "one time in six"), (0.35, "one time in three"),
        (0.56, "three times in five"), (0.9, "nine times in ten"), (0.985, "nearly always"),
    ],
)  # fmt: skip
def test_a_share_in_whole_numbers(share: float, said: str) -> None:
    assert times(share) == said


def test_an_honest_chance_names_whose_ache_it_was_worked_out_from() -> None:
    power = (Power(0.5, 0.1, 0.05), Power(1, 0.6, 0.1), Power(2, 0.99, 0.3))
    usual = " ".join(power_lines(power, 7, Ache(1.75, 0.58, False, 12, 1.4)))
    assert "1 point of ache it would see something three times in five" in usual
    assert "of 0.5 points one time in ten and of 2 points nearly always" in usual
    assert "60 are enough" in usual
    assert "mean ache" not in usual
    assert "a day later" not in usual
    own = " ".join(power_lines(power, 1, Ache(0.6, 0.2, True, 75, 0.4)))
    assert "felt a day later instead, a point is seen one time in ten" in own
    assert "over 75 mornings" in own
    assert "Your mean ache is 0.4" in own


def outcome(differences: list[Fraction], verdict: Verdict, done: int | None = None) -> Outcome:
    design = Design("Does it?", "release", 7, "a flare", 8, 7, 738000, ())
    arms: dict[Arm, InArm] = {
        "on": InArm(56, 50, 6, 1.24, done, 54),
        "off": InArm(56, 1, 55, None, None, None),
    }
    pairs = tuple(Pair(pair, 1.0, None) for pair in range(1, len(differences) + 1))
    tested = exact(differences) if differences else None
    return Outcome(design, 738113, "flare", 16, 15, arms, pairs, (2, 5), tested, verdict, 1)


def test_a_result_has_its_width_and_its_chance() -> None:
    found = outcome([Fraction(-n, 2) for n in range(1, 9)], "less")
    assert words.verdict(found) == "Days with the release went together with less ache."
    assert words.width(found) == (
        "Mornings after days with the release were 2.2 points lower than those after days without it "
        "(could be anywhere from 3.3 points lower to 1.2 points lower). If the arm made no difference, as "
        "much or more would come up in fewer than 1 of 100 tosses."
    )


def test_what_can_not_be_told() -> None:
    found = outcome([Fraction(n, 1) for n in (-2, 1, 1, -1, 1, 0)], "cannot-tell")
    assert words.verdict(found) == "Can’t tell."
    assert "no different than those" in words.width(found)
    assert "anywhere from 2.0 points lower to 1.0 point higher" in words.width(found)
    assert "in 100 of 100 tosses" in words.width(found)
    assert "no width is given" in words.width(outcome([Fraction(1)] * 5, "too-few"))
    assert words.width(outcome([], "too-few")) == "No pair has a morning on both sides."
    edge = outcome([Fraction(n, 100) for n in (2, 30, 40, 50, 60, 70)], "more")
    assert "anywhere from 0.02 points higher to 0.7 points higher" in words.width(edge)


def test_the_record_has_what_consort_cent_asks_for() -> None:
    rows = dict(words.summary(outcome([Fraction(1)] * 6, "more", done=40)))
    assert rows["Question"] == "Does it?"
    assert rows["Stop rule"] == "a flare"
    assert rows["Periods"] == "16 planned, 16 begun, 15 finished"
    assert rows["With release"] == (
        "50 mornings told, 6 missing, mean ache 1.2; release done on 40 of 54 days that tell of it"
    )
    assert rows["Without release"] == "1 morning told, 55 missing"
    assert rows["Flares meanwhile"] == "1"
    assert rows["Pairs left out"] == "2 and 5: no morning on one side"
    assert "seed 7" in rows["Registered"]
    assert "what you expect is part of the result" in rows["Limits"]


def test_the_picture_in_words() -> None:
    said = words.picture_says(outcome([Fraction(1)] * 6, "more"))
    assert said.startswith(
        "Mean ache, pair by pair. Pair 1: 1.0 with release, nothing without release; pair 2:"
    )


@pytest.mark.parametrize(
    ("arm", "seconds", "said"),
    [
        ("off", 0, "Experiment, day 12 of 112: today without release"),
        ("on", 90, "Experiment, day 12 of 112: today with release"),
        ("on", 0, "Experiment, day 12 of 112: release rests today for another reason"),
    ],
)
def test_the_arm_of_the_day(arm: Arm, seconds: int, said: str) -> None:
    today = ExperimentPlan("release", arm, 12, 112, 1)
    shown = plan(release=ReleasePlan(seconds, seconds), experiment=today)
    assert experiment_line(shown) == said
    assert any(line.strip().startswith("Experiment, day 12 of 112") for line in plan_lines(shown))


def test_other_questions_do_not_ask_whether_release_rests() -> None:
    today = ExperimentPlan("sitting", "on", 1, 56, 1)
    shown = plan(release=ReleasePlan(0, 0), experiment=today)
    assert experiment_line(shown) == "Experiment, day 1 of 56: today break up sitting every half hour"
    assert experiment_line(plan()) == ""
