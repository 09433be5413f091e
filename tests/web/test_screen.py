"""The questions: page by page, unsure always offered, an emergency ends them, and what is never told back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from people import Person

from underbar.diary.notation import format_record
from underbar.diary.records import Answer, Screen
from underbar.services.database import acting_for
from underbar.services.facts import day_entries
from underbar.services.history import lifters_today
from underbar.services.planning import plan_today
from underbar.wording.en import screen_pages

ASK = "/screen/questions/"
PAGES = len(screen_pages("full"))


def _screens(person: Person) -> list[Screen]:
    with acting_for(person.diary):
        entries = day_entries(lifters_today().day)
    return [entry.record for entry in entries if isinstance(entry.record, Screen)]


def _answer_all(person: Person, rest: str = "no", **said: str) -> str:
    """Every page of the full screen; where the last one leads."""
    to = ""
    for number in range(1, PAGES + 1):
        sent = {f"q-{flag.replace('_', '-')}": how for flag, how in said.items()}
        to = person.client.post(ASK, {"scope": "full", "page": number, "rest": rest, **sent}).headers[
            "Location"
        ]
    return to


def test_every_question_offers_yes_unsure_and_no_and_chooses_none(owner: Person) -> None:
    for number, asked in enumerate(screen_pages("full"), 1):
        page = owner.client.get(ASK, {"scope": "full", "page": number}).content.decode()
        for flag in asked.flags:
            for how in ("yes", "unsure", "no"):
                assert f'name="q-{flag}" value="{how}"' in page
        assert "checked" not in page
        assert page.index("None of these") > page.index(f"q-{asked.flags[-1]}")


def test_a_full_screen_without_a_yes_is_stored_once(owner: Person) -> None:
    assert _answer_all(owner) == "/"
    assert _screens(owner) == [Screen((), "full")]
    page = owner.client.get("/more/").content.decode()
    assert "None of the warning signs we ask about." in page


def test_answers_are_kept_from_page_to_page(owner: Person) -> None:
    owner.client.post(ASK, {"scope": "full", "page": 1, "rest": "no", "q-leg-stable": "yes"})
    page = owner.client.get(ASK, {"scope": "full", "page": 1}).content.decode()
    assert 'name="q-leg-stable" value="yes" checked' in page
    assert _screens(owner) == []


def test_an_emergency_ends_the_questions_at_once(owner: Person) -> None:
    answer = owner.client.post(ASK, {"scope": "full", "page": 1, "rest": "skip", "q-cauda-equina": "yes"})
    assert answer.headers["Location"] == "/"
    (stored,) = _screens(owner)
    named = {answer.flag: answer.how for answer in stored.answers}
    assert named["cauda-equina"] == "yes"
    assert named["chest-pain"] == "skipped"
    with acting_for(owner.diary):
        stop = plan_today().stop
    assert stop is not None
    assert stop.level == "E"


def test_what_was_left_open_is_said_before_it_is_stored(owner: Person) -> None:
    assert _answer_all(owner, calf="unsure", apnoea="unsure") == "/screen/finish/"
    assert _screens(owner) == []
    page = owner.client.get("/screen/finish/").content.decode()
    assert "would lock the plan" in page
    assert "swollen or sore calf" in page
    owner.client.post("/screen/finish/")
    assert _screens(owner) == [Screen((Answer("calf", "unsure"), Answer("apnoea", "unsure")), "full")]


def test_thoughts_of_self_harm_are_never_told_back(owner: Person) -> None:
    _answer_all(owner, self_harm="unsure")
    pages = [
        owner.client.get(ASK, {"scope": "full", "page": PAGES}).content.decode(),
        owner.client.get("/screen/finish/").content.decode(),
    ]
    owner.client.post("/screen/finish/")
    pages += [owner.client.get(address).content.decode() for address in ("/screen/", "/clinician/")]
    assert _screens(owner) == [Screen((Answer("self-harm", "unsure"),), "full")]
    for page in pages:
        assert "thoughts of harming yourself</li>" not in page.lower()
        assert 'name="q-self-harm" value="unsure" checked' not in page


def test_a_page_left_out_is_asked_before_the_end(owner: Person) -> None:
    answer = owner.client.post(ASK, {"scope": "full", "page": PAGES, "rest": "no"})
    assert answer.headers["Location"] == f"{ASK}?scope=full&page=1"


def test_the_first_screen_is_the_full_one_whatever_is_asked_for(owner: Person) -> None:
    page = owner.client.get(ASK, {"scope": "injection"}).content.decode()
    assert f"1 of {PAGES}" in page


def test_a_re_screen_is_one_page_and_asks_what_is_new(lifter: Person) -> None:
    page = lifter.client.get(ASK, {"scope": "re"}).content.decode()
    for asked in screen_pages("re"):
        for flag in asked.flags:
            assert f'name="q-{flag}"' in page
    before = len(_screens(lifter))
    missing = lifter.client.post(ASK, {"scope": "re", "page": 1, "rest": "no"})
    assert missing.status_code == 422
    assert "history-wrong" in missing.content.decode()
    assert len(_screens(lifter)) == before
    lifter.client.post(ASK, {"scope": "re", "page": 1, "rest": "no", "history": "no"})
    assert _screens(lifter)[-1] == Screen((), "re")


def test_something_new_in_the_history_leads_to_the_full_screen(lifter: Person) -> None:
    answer = lifter.client.post(
        ASK, {"scope": "re", "page": 1, "rest": "no", "history": "yes", "q-hopeless": "yes"}
    )
    assert answer.headers["Location"] == f"{ASK}?scope=full&page=1"
    page = lifter.client.get(ASK, {"scope": "full", "page": PAGES}).content.decode()
    assert 'name="q-hopeless" value="yes" checked' in page


@pytest.mark.parametrize(("how", "locked"), [("yes", False), ("new", True)])
def test_an_assessed_sign_locks_again_only_where_it_is_new(
    lifter: Person, tmp_path: Path, how: str, locked: bool
) -> None:
    with acting_for(lifter.diary):
        today = lifters_today().day
    past = date_text(today, 9), date_text(today, 8)
    lifter.bring(f"{past[0]} screen calf scope re\n{past[1]} clinician assessed\n", tmp_path)
    page = lifter.client.get(ASK, {"scope": "re"}).content.decode()
    assert 'name="q-calf" value="new"' in page
    assert 'name="q-eye" value="new"' not in page
    lifter.client.post(ASK, {"scope": "re", "page": 1, "rest": "no", "history": "no", "q-calf": how})
    with acting_for(lifter.diary):
        assert (plan_today().stop is not None) is locked


def date_text(today: date, ago: int) -> str:
    """The ISO date some days ago."""
    return (today - timedelta(days=ago)).isoformat()


def test_an_assessment_opens_a_lock_only_when_it_is_confirmed(lifter: Person, tmp_path: Path) -> None:
    with acting_for(lifter.diary):
        yesterday = date_text(lifters_today().day, 1)
    lifter.bring(f"{yesterday} screen calf scope re\n", tmp_path)
    assert lifter.client.post("/clinician/", {"kind": "assessed"}).status_code == 422
    with acting_for(lifter.diary):
        assert plan_today().stop is not None
    lifter.client.post("/clinician/", {"kind": "assessed", "sure": "on"})
    with acting_for(lifter.diary):
        assert plan_today().stop is None


@pytest.mark.parametrize(
    ("sent", "line"),
    [
        (
            {"kind": "window", "first": "0", "last": "6", "most": "0", "release": "off"},
            "window 0-6 none release off",
        ),
        ({"kind": "course", "planned": "4", "weeks": "6"}, "course 4 every 42d"),
        ({"kind": "says", "words": "easy\nfor now"}, 'says "easy for now"'),
        ({"kind": "bar", "sure": "on"}, "bar-ok"),
    ],
)
def test_what_a_clinic_says_is_noted(lifter: Person, sent: dict[str, str], line: str) -> None:
    assert lifter.client.post("/clinician/", sent).status_code == 302
    with acting_for(lifter.diary):
        noted = [format_record(entry.record) for entry in day_entries(lifters_today().day)]
    assert f"clinician {line}" in noted


def test_a_window_that_ends_before_it_begins_is_refused(lifter: Person) -> None:
    answer = lifter.client.post("/clinician/", {"kind": "window", "first": "6", "last": "2", "most": "50"})
    assert answer.status_code == 422
    assert "window_last_error" in answer.content.decode()
