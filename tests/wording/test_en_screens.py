"""The warning-sign questions, the texts of a lock and of a referral."""

from __future__ import annotations

from pathlib import Path

import pytest

from underbar.diary.vocabulary import EMERGENCY_FLAGS, FLAGS, ROUTINE_FLAGS, ROUTINE_HOLD_FLAGS, URGENT_FLAGS
from underbar.protocol.document import load
from underbar.protocol.plan import Stop
from underbar.wording import en
from underbar.wording.en_stop import stop_headline


def test_every_flag_is_asked_on_one_page():
    assert sorted(flag for page in en.SCREEN_PAGES for flag in page.flags) == sorted(FLAGS)


def test_the_document_and_the_questions_know_the_same_flags():
    assert {flag for page in en.SCREEN_PAGES for flag in page.flags} == set(load().screens)


@pytest.mark.parametrize("scope", ["full", "re", "injection"])
def test_a_scope_asks_what_the_document_says(scope):
    asked = [flag for page in en.screen_pages(scope) for flag in page.flags]
    assert sorted(asked) == sorted(flag for flag, rule in load().screens.items() if scope in rule.asked)
    assert asked
    assert all(page.flags for page in en.screen_pages(scope))


@pytest.mark.parametrize("flag", FLAGS)
def test_a_question_asks_and_its_help_tells(flag):
    assert "?" in en.question(flag)
    assert en.question(flag) != en.question_help(flag)
    assert en.question_help(flag).endswith(".")


def test_cauda_equina_asks_all_four_items():
    asked = en.question("cauda-equina")
    for item in ("between your legs", "pee", "bowel", "sex", "two weeks"):
        assert item in asked


def test_inflammatory_asks_the_age_when_it_began():
    assert "before you were 40" in en.question("inflammatory")
    assert "not your age now" in en.question_help("inflammatory")


def test_nothing_found_is_never_called_more_than_that():
    assert en.NONE_OF_THESE.lower().rstrip(".") == "none of the warning signs we ask about"


@pytest.mark.parametrize("flag", EMERGENCY_FLAGS)
def test_an_emergency_says_where_to_go_and_what_opens_it(flag):
    said = en.stop_text(Stop("E", (flag,)))
    assert "emergency number" in said
    assert '"a clinician assessed me"' in said


@pytest.mark.parametrize("flag", URGENT_FLAGS)
def test_an_urgent_sign_says_today(flag):
    said = en.stop_text(Stop("U", (flag,)))
    assert said.startswith("Contact a clinician today")
    assert en.flag_name(flag) in said
    assert '"a clinician assessed me"' in said
    assert ("gave the injection" in said) == (flag == "after-injection")


def test_thoughts_of_self_harm_come_first_and_keep_the_walk():
    said = en.stop_text(Stop("E", ("trauma", "self-harm", "fever")))
    first, second, third, *_ = said.split("\n\n")
    assert "crisis line" in first
    assert "A walk is still yours" in first
    assert second.startswith("Get emergency help now")
    assert third == f"Tell them what you noted here: {en.flag_name('trauma')}; {en.flag_name('fever')}."
    assert "harming" not in third


def test_thoughts_of_self_harm_alone_have_their_own_text():
    said = en.stop_text(Stop("E", ("self-harm",)))
    assert "Tell them" not in said
    assert "emergency department" not in said
    assert stop_headline(Stop("E", ("self-harm",))).startswith(
        "Call your local emergency number or a crisis line"
    )


@pytest.mark.parametrize(
    "flag",
    [
        *ROUTINE_HOLD_FLAGS,
        *ROUTINE_FLAGS,
        "pregnancy",
        "not-improving",
        "flare-long",
        "flare-very-long",
        "flares-often",
        "background-rising",
    ],
)
def test_a_referral_names_somebody_to_see(flag):
    said = en.refer_text(flag)
    assert any(who in said for who in ("clinician", "doctor")), said


def test_an_unheard_of_referral_is_still_said():
    assert en.refer_text("something-new") == "Worth showing a clinician: Something new."


def test_the_intended_use_sentence_is_word_for_word():
    evidence = Path(__file__).parents[3] / "shared" / "reference" / "EVIDENCE.md"
    if not evidence.exists():
        pytest.skip("the specification folder is not beside the repository")
    assert f'"{en.INTENDED_USE}"' in evidence.read_text(encoding="utf-8")
