"""The first run: each step stored, skippable, and kind to what was typed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from people import Person

from underbar.diary.records import Goal
from underbar.quantities import Weight
from underbar.services.database import acting_for
from underbar.services.facts import Facts, facts
from underbar.services.history import entry_count
from underbar.services.importing import imports

YOU = {"units": "lb", "born": "1983", "bodyweight": "205", "zone": "Europe/Berlin"}
LIFT = {
    "deadlift-wanted": "on",
    "deadlift-best": "405",
    "deadlift-target": "315",
    "deadlift-days": ["0", "3"],
}
BAR = {
    "name": "home",
    "unit": "lb",
    "bar": "45",
    "plates_lb": ["45", "25", "10"],
    "more": "1.25kg",
    "bells": "25, 35",
}


def _facts(person: Person) -> Facts:
    with acting_for(person.diary):
        return facts()


def _entries(person: Person) -> int:
    with acting_for(person.diary):
        return entry_count()


def test_an_empty_diary_begins_with_who_lifts_and_the_intended_use_in_full(owner: Person) -> None:
    answer = owner.client.get("/welcome/", follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain[-1][0] == "/welcome/you/"
    assert "does not diagnose, treat, prevent or monitor any disease" in page
    assert "1 of 5" in page
    assert "Try the sample diary" in page


def test_the_steps_store_what_was_told(owner: Person) -> None:
    assert owner.client.post("/welcome/you/", YOU).headers["Location"] == "/welcome/lift/"
    assert owner.client.post("/welcome/lift/", LIFT).headers["Location"] == "/welcome/bar/"
    assert owner.client.post("/welcome/bar/", BAR).headers["Location"] == "/welcome/questions/"
    told = _facts(owner)
    assert (told.born, told.units, told.bodyweight, told.zone) == (
        1983,
        "lb",
        Weight(205, "lb"),
        "Europe/Berlin",
    )
    assert told.goals == {
        "deadlift": Goal("deadlift", target=Weight(315, "lb"), best=Weight(405, "lb"), days=(0, 3))
    }
    assert told.gym is not None
    assert told.gym.bars == (("", Weight(45, "lb")),)
    assert told.gym.plates == (Weight(45, "lb"), Weight(25, "lb"), Weight(10, "lb"), Weight(1.25, "kg"))
    assert told.gym.bells == (Weight(25, "lb"), Weight(35, "lb"))


def test_a_step_sent_twice_is_stored_once(owner: Person) -> None:
    for address, data in (("/welcome/you/", YOU), ("/welcome/lift/", LIFT), ("/welcome/bar/", BAR)):
        owner.client.post(address, data)
        before = _entries(owner)
        assert owner.client.post(address, data).status_code == 302
        assert _entries(owner) == before, address


@pytest.mark.parametrize(
    ("address", "data", "field", "kept"),
    [
        ("/welcome/you/", {**YOU, "zone": "Middle/Earth"}, "id_zone_error", 'value="Middle/Earth"'),
        ("/welcome/you/", {**YOU, "bodyweight": "12"}, "id_bodyweight_error", 'value="12"'),
        ("/welcome/you/", {"born": "1983"}, "id_units_error", 'value="1983"'),
        ("/welcome/lift/", {**LIFT, "deadlift-target": ""}, "id_deadlift-target_error", 'value="405"'),
        ("/welcome/lift/", {**LIFT, "deadlift-target": "9000"}, "id_deadlift-target_error", 'value="9000"'),
        ("/welcome/bar/", {**BAR, "more": "12, heavy"}, "id_more_error", 'value="12, heavy"'),
        ("/welcome/bar/", {**BAR, "bar": ""}, "id_bar_error", 'value="25, 35"'),
    ],
)
def test_an_error_names_the_field_and_keeps_what_was_typed(
    owner: Person, address: str, data: dict[str, Any], field: str, kept: str
) -> None:
    answer = owner.client.post(address, data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'id="{field}"' in page
    assert kept in page
    assert _entries(owner) == 0


def test_a_child_is_refused_in_the_checks_own_words(owner: Person) -> None:
    answer = owner.client.post("/welcome/you/", {**YOU, "born": str(date.today().year - 12)})  # noqa: DTZ011
    assert answer.status_code == 422
    assert "for adults" in answer.content.decode()
    assert _entries(owner) == 0


def test_every_step_can_be_left_for_later_and_taken_up_again(owner: Person) -> None:
    for step in ("welcome_you", "welcome_goal", "welcome_gym", "welcome_screen"):
        assert owner.client.post("/welcome/skip/", {"step": step}).status_code == 302
    assert owner.client.get("/welcome/").headers["Location"] == "/welcome/begin/"
    assert owner.client.post("/welcome/begin/").headers["Location"] == "/"
    assert not _facts(owner).empty
    assert owner.client.get("/welcome/").headers["Location"] == "/welcome/you/"


def test_the_sample_diary_leads_to_today_and_can_be_taken_out_again(owner: Person) -> None:
    assert owner.client.post("/welcome/sample/").headers["Location"] == "/"
    told = _facts(owner)
    assert told.screened
    assert "deadlift" in told.goals
    with acting_for(owner.diary):
        assert [batch.undone for batch in imports()] == [""]
    before = _entries(owner)
    owner.client.post("/welcome/sample/")
    assert _entries(owner) == before


def test_a_diary_that_has_all_of_it_needs_no_first_run(lifter: Person) -> None:
    assert lifter.client.get("/welcome/").headers["Location"] == "/"


def test_adding_the_sample_twice_adds_it_once(owner: Person) -> None:
    owner.client.post("/welcome/you/", YOU)
    owner.client.post("/welcome/sample/", {"again": "1"})
    before = _entries(owner)
    assert owner.client.post("/welcome/sample/", {"again": "1"}).status_code == 302
    assert _entries(owner) == before
