"""What is said of a question: the width always, whole numbers, never a cause."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from wording_samples import NEVER

from answer_samples import answer, effect
from underbar.insights import model
from underbar.insights.answers import QUESTIONS, Answer, Caveat, Group, Run
from underbar.wording import en_answers, en_answers_how, en_findings

CAUSE = re.compile(
    r"\b(because of|due to|leads? to|makes? your|triggers?|improves?|worsens?|effect of)\b", re.IGNORECASE
)
CAVEATS = get_args(Caveat)


def said(one: Answer) -> list[str]:
    """Every sentence about an answer."""
    return [
        en_answers.headline(one),
        en_answers.summary(one),
        *en_answers.paragraphs(one),
        en_answers.picture_text(one),
        en_answers_how.mornings_sentence(one),
        *en_answers_how.model_sentences(one),
        *en_answers_how.looks_sentences(one),
        *en_answers_how.runs_sentences(one),
        *en_answers_how.caveats(one),
    ]


def test_an_uncertain_effect_is_said_with_its_width_and_called_uncertain() -> None:
    assert en_answers.effect_sentences(answer()) == [
        "An hour less sleep went with an ache 0.3 higher the next morning; it could be anywhere from 0.1 "
        "lower to 0.7 higher.",
        "That is too uncertain to call.",
    ]
    assert en_answers.headline(answer()) == "Can’t tell"


def test_an_hour_more_of_sitting_is_not_turned_round_and_a_day_without_release_is() -> None:
    sitting = en_answers.effect_sentences(answer("sitting"))[0]
    assert sitting.startswith("An hour more of sitting went with an ache 0.3 lower the next morning")
    assert sitting.endswith("anywhere from 0.7 lower to 0.1 higher.")
    release = en_answers.effect_sentences(answer("release"))[0]
    assert release.startswith("A day without the release went with an ache 0.3 higher")


@pytest.mark.parametrize(
    ("estimate", "low", "high", "words"),
    [
        (
            -0.12,
            -0.2,
            -0.04,
            "0.12 higher the next morning; it could be anywhere from 0.04 higher to 0.20 higher.",
        ),
        (
            0.04,
            -0.96,
            1.04,
            "just the same the next morning; it could be anywhere from 1.0 lower to 1.0 higher.",
        ),
        (-0.001, -0.004, 0.002, "just the same the next morning; with hardly any width."),
    ],
)
def test_numbers_have_the_digits_that_the_width_bears(
    estimate: float, low: float, high: float, words: str
) -> None:
    assert en_answers.effect_sentences(answer(effect=effect(estimate, low, high)))[0].endswith(words)


def test_above_eighty_percent_zeros_it_is_mornings_of_a_hundred() -> None:
    rare = answer(effect=effect(-0.06, -0.14, 0.02, "chance"))
    assert en_answers.effect_sentences(rare)[0] == (
        "An hour less sleep went with 6 more of 100 mornings with an ache; it could be anywhere from 2 fewer "
        "to 14 more."
    )
    assert en_answers.mean_label(rare, rare.low) == "5 of 12 ached"
    assert any("More than 80 of 100 mornings" in line for line in en_answers_how.model_sentences(rare))


def test_a_width_without_zero_is_no_verdict_before_its_look() -> None:
    early = answer(effect=effect(-0.5, -0.9, -0.1))
    assert "a verdict is given at its declared mornings alone" in en_answers.effect_sentences(early)[1]
    late = early._replace(next_look=None, mornings=400)
    assert "at the declared mornings, where more is asked, it did not" in en_answers.effect_sentences(late)[1]


def test_a_finding_names_its_direction() -> None:
    found = answer(verdict="consistent", effect=effect(-0.5, -0.9, -0.1))
    assert en_answers.headline(found) == "Consistent: shorter nights went with more ache"
    other = answer(verdict="leaning", effect=effect(0.5, 0.1, 0.9))
    assert en_answers.headline(other) == "Leaning: shorter nights went with less ache"
    assert "not in every way of asking" in en_answers.effect_sentences(other)[1]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("sleep", "Of 12 nights under 6 h 30, 5 had an ache the next morning; of 50 longer nights, 11."),
        (
            "release",
            "Of 12 days without the release, 5 had an ache the next morning; of 50 days with it, 11.",
        ),
        (
            "sitting",
            "Of 12 days of more than 6 h of sitting, 5 had an ache the next morning; of 50 days of less, 11.",
        ),
    ],
)
def test_frequencies_are_whole_numbers(question: str, words: str) -> None:
    (name,) = (known for known in QUESTIONS if known == question)
    assert en_answers.counts_sentence(answer(name)) == words


def test_none_and_one_are_words_of_their_own() -> None:
    few = answer(low=Group(1, 0, 0.0), high=Group(0, 0, None))
    assert en_answers.counts_sentence(few) == (
        "Of 1 night under 6 h 30, none had an ache the next morning; of no longer nights, none."
    )
    assert en_answers.picture_text(few).count("mean") == 1
    one = answer(mornings=1, missing=0, effect=None, next_look=90)
    assert en_answers.paragraphs(one) == [en_answers.summary(one)]
    assert en_answers.summary(one).endswith("there is 1.")
    assert en_answers.summary(one._replace(mornings=0)).endswith("there are none yet.")


def test_the_next_verdict_and_what_is_missing_are_told() -> None:
    assert en_answers.next_sentence(answer()) == "The next verdict comes at 180 mornings; you have 62."
    assert en_answers.next_sentence(answer(next_look=None)).startswith(
        "The last verdict came at 365 mornings"
    )
    assert en_answers_how.mornings_sentence(answer()) == (
        "62 mornings tell a night and the ache of the morning after it. 9 days since the first do not, and "
        "on 7 of them it is the ache that is missing. Nothing is filled in."
    )
    assert "on all of them" in en_answers_how.mornings_sentence(answer(missing=7))
    assert en_answers_how.mornings_sentence(answer(missing=0, silent=0)).count(".") == 1


def test_every_page_of_a_question_says_together_and_not_caused() -> None:
    for question in QUESTIONS:
        assert en_answers.TOGETHER in en_answers.paragraphs(answer(question))
    assert "not that the one caused the other" in en_answers.TOGETHER


def test_every_run_and_caveat_has_words() -> None:
    runs = (
        Run("without-events", None, None, False, 3),
        Run("ranks", None, 0.01, True, 57),
        Run("shift", None, 0.5, False, 57),
        Run("tipping", 0.1, 0.5, False, 60),
    )
    words = en_answers_how.runs_sentences(answer(runs=runs))
    assert [line.rpartition(": ")[2] for line in words] == [
        "too few mornings for it.",
        "the same direction, and zero left out.",
        "zero is not left out that way.",
        "zero is not left out that way.",
    ]
    for question in QUESTIONS:
        assert len(set(en_answers_how.caveats(answer(question, caveats=CAVEATS)))) == len(CAVEATS)


def test_the_long_night_is_that_of_the_model() -> None:
    assert en_answers_how.LONG_NIGHT_H == model.LONG_NIGHT
    small = en_answers_how.caveats(answer(caveats=("one-group-small",)))
    assert small == ["To compare, the diary needs 10 nights under 6 h 30 and 10 of more than 7 h 30."]


def test_no_sentence_says_what_none_may_say() -> None:
    kinds = [
        answer(question, verdict=verdict, effect=found, caveats=CAVEATS)
        for question in QUESTIONS
        for verdict in en_answers.SCALE
        for found in (effect(), effect(-0.5, -0.9, -0.1, "chance"), None)
    ]
    texts = [text for one in kinds for text in said(one)]
    texts += [value for value in vars(en_findings).values() if isinstance(value, str) and " " in value]
    texts += [en_answers.MEANS_FIRST, en_answers.CLOSED, en_answers.CHOOSE, *en_answers.ASKS.values()]
    assert len(texts) > 200
    for text in texts:
        assert not NEVER.search(text), text
        assert not CAUSE.search(text), text
        assert "nan" not in text.lower().split(), text
        assert "None" not in text, text
