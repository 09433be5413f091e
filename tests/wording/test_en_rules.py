"""Every rule has a sentence from its facts, with whatever fact missing, and keeps to the house's words."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from wording_samples import DAY, DECIDED, NEVER, SAMPLE

from underbar.diary.vocabulary import FLAGS, LIFTS, STABILITY
from underbar.protocol.plan import CAREFUL, Reason, StabilityPlan, Stop
from underbar.protocol.reasons import FACTS
from underbar.wording import en
from underbar.wording.en_changes import CHANGES
from underbar.wording.en_flags import NAMES
from underbar.wording.en_plan import clause
from underbar.wording.en_stop import stop_headline
from underbar.wording.en_text import DATED, RULES

UNFINISHED = re.compile(r"\bNone\b(?! of the warning signs)|_|\{|\}|\.\.|  |\.0\b|^\s|\s$|\( | ,")


def gaps(found: Reason) -> Iterator[Reason]:
    """The reason with one fact missing, for each of its facts."""
    for position, (name, _) in enumerate(found.facts):
        facts = list(found.facts)
        facts[position] = (name, None)
        yield Reason(found.rule, tuple(facts), found.binding)


def sentences() -> Iterator[tuple[str, str]]:
    """Every sentence that a lifter can read, with where it stands."""
    for found in (reason for sample in DECIDED for reason in (sample, *gaps(sample))):
        yield found.rule, en.text(found, DAY)
        yield f"{found.rule} clause", clause(found, DAY) if found in DECIDED else ""
        yield f"{found.rule} change", en.changed_by(found) or ""
    for flag in FLAGS:
        yield flag, en.question(flag)
        yield f"{flag} help", en.question_help(flag)
    for flag in NAMES:
        yield f"{flag} name", en.flag_name(flag)
        yield f"{flag} refer", en.refer_text(flag)
        for level in ("E", "U"):
            yield f"{flag} stop {level}", en.stop_text(Stop(level, (flag,))).replace("\n", "")
            yield f"{flag} stop {level}", stop_headline(Stop(level, (flag,)))
    for page in en.SCREEN_PAGES:
        yield page.title, page.title
    yield "none of these", en.NONE_OF_THESE
    yield "new in history", en.NEW_IN_HISTORY
    yield "intended use, short", en.INTENDED_USE_SHORT
    for verdict in CAREFUL:
        yield verdict, en.verdict_word(verdict)


def test_every_rule_has_a_function_a_sample_and_a_tag():
    assert set(RULES) == set(FACTS) == set(SAMPLE)
    for rule in FACTS:
        assert re.fullmatch(r"\[(ART|L|L2|DES|CLINIC)\]", en.says(rule)), rule
        assert en.says_long(rule)


@pytest.mark.parametrize("rule", sorted(FACTS))
def test_parameters_of_a_function_are_the_facts_in_order(rule):
    names = [name.strip("_") for name in inspect.signature(RULES[rule]).parameters]
    assert names == (["day"] if rule in DATED else []) + list(FACTS[rule])


@pytest.mark.parametrize("found", DECIDED, ids=lambda found: found.rule)
def test_a_missing_fact_leaves_a_whole_sentence(found):
    for partial in (found, *gaps(found)):
        said = en.text(partial, DAY)
        assert said[0].isupper() or said[0].isdigit()
        assert said[-1] in '."?'
        en.changed_by(partial)


def test_no_sentence_holds_a_word_we_never_use():
    assert [(where, found[0]) for where, said in sentences() if (found := NEVER.search(said))] == []


def test_no_sentence_shows_its_seams():
    assert [(where, said) for where, said in sentences() if UNFINISHED.search(said)] == []


def test_the_scan_itself_sees_a_forbidden_word():
    assert NEVER.search("This is safe.")
    assert NEVER.search("Cleared to lift")
    assert UNFINISHED.search("Hold None lb")


def test_changes_belong_to_rules():
    assert set(CHANGES) <= set(FACTS)


def test_days_are_said_as_seen_from_the_plan():
    def woke(days_before: int) -> str:
        morning = DAY - timedelta(days=days_before)
        found = SAMPLE["next-morning-ache"]
        facts = tuple((name, morning if name == "morning_day" else value) for name, value in found.facts)
        return en.text(found._replace(facts=facts), DAY).split(" you")[0]

    assert [woke(n) for n in (0, 1, 2, 6, 7)] == [
        "This morning",
        "Yesterday morning",
        "Tuesday morning",
        "Friday morning",
        "On the morning of 5 February",
    ]
    rest = SAMPLE["rest-day"]
    for ahead, said in ((1, "tomorrow"), (4, "Monday"), (7, "19 February"), (400, "19 March 2027")):
        then = DAY + timedelta(days=ahead)
        assert en.text(rest._replace(facts=(("next_day", then), ("why", "week"))), DAY).startswith(
            f"No bar until {said}."
        )


def test_whole_weeks_later_the_words_are_the_same_while_near():
    found = SAMPLE["pain-during"]
    for weeks in (1, 5, 60):
        later = timedelta(weeks=weeks)
        facts = tuple(
            (name, value + later if isinstance(value, date) else value) for name, value in found.facts
        )
        assert en.text(found._replace(facts=facts), DAY + later) == en.text(found, DAY)


def test_loads_have_their_unit_and_no_trailing_zeros():
    assert "152.5 lb" in en.text(SAMPLE["plates"], DAY)
    assert "150 lb" in en.text(SAMPLE["plates"], DAY)


def test_thoughts_of_self_harm_are_named_by_nothing_but_the_question():
    found = Reason("red-flag", (("level", "E"), ("flags", ("self-harm", "trauma"))))
    assert "harm" not in en.text(found, DAY)
    assert "a hard fall" in en.text(found, DAY)


def test_names():
    assert [en.lift_name(word) for word in LIFTS] == [
        "deadlift",
        "trap-bar deadlift",
        "rack pull",
        "Romanian deadlift",
        "squat",
        "goblet squat",
    ]
    assert en.lift_name("Zercher squat") == "Zercher squat"
    assert [en.exercise_name(word) for word in STABILITY] == [
        "single-leg bridge",
        "Pallof press",
        "Copenhagen plank",
        "suitcase carry",
    ]
    assert en.exercise_name("rack-pull") == "rack pull"
    assert [en.verdict_shape(word) for word in CAREFUL] == ["⬣", "◆", "▼", "❚❚", "▲"]
    assert [en.phase_name(word) for word in ("build", "settle", "some-thing")] == [
        "building, no bar yet",
        "settling a flare",
        "some thing",
    ]
    assert en.sign_name("unheard-of") == "unheard of"
    assert en.other_name("break-up-sitting") == "break up sitting"


def test_a_level_has_the_documents_name():
    assert en.level_name("single-leg-bridge", 3) == "bridge march"
    assert en.level_name("single-leg-bridge", 99) == "level 99"
    assert en.level_name("tap dance", 1) == "level 1"


def test_a_level_has_the_documents_tempo():
    assert en.level_tempo("copenhagen-plank", 1) == "hold 10 s each"
    assert en.level_tempo("copenhagen-plank", 6) == "3 s up, 3 s down"
    assert en.level_tempo("suitcase-carry", 1) == ""
    assert en.level_tempo("tap dance", 1) == ""


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (
            StabilityPlan("copenhagen-plank", 1, "2x4", False),
            "Copenhagen plank: 2 x 4, hold 10 s each, right first (level 1: short lever, bottom knee "
            "supported)",
        ),
        (
            StabilityPlan("single-leg-bridge", 1, "2x10", True),
            "single-leg bridge: 2 x 10, hold 2 s each (level 1: two-leg bridge)",
        ),
        (
            StabilityPlan("single-leg-bridge", 4, "3x8", True),
            "single-leg bridge: 3 x 8, hold 3 s each, left first (level 4)",
        ),
        (
            StabilityPlan("suitcase-carry", 0, "3x20s", True, weight=22.5, unit="lb"),
            "suitcase carry: 3 x 20 s with 22.5 lb, left first (level 0: stand and hold)",
        ),
        (
            StabilityPlan("suitcase-carry", 1, "as you like", True, weight=10.0),
            "suitcase carry: as you like with 10, left first (level 1)",
        ),
        (StabilityPlan("side-plank", 2, "2x20s", True), "side plank: 2 x 20 s, left first (level 2)"),
    ],
)
def test_a_stability_exercise_on_a_line(work, said):
    assert en.stability_line(work) == said
