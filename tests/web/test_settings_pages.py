"""Settings, gyms, lifts, tokens, the theme, and the end of it all."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.test import Client
from people import PASSWORD, Person

from underbar.diary.records import Goal, Gym
from underbar.quantities import Weight
from underbar.services.accounts import diary_of_token, list_tokens, make_token
from underbar.services.database import acting_for
from underbar.services.facts import Facts, facts
from underbar.services.history import entry_count
from underbar.services.params import list_params

GYM = {"name": "cellar", "unit": "kg", "bar": "20", "plates_kg": ["20", "10"]}


def _facts(person: Person) -> Facts:
    with acting_for(person.diary):
        return facts()


def _day_start(person: Person) -> str:
    with acting_for(person.diary):
        return next(found.text for found in list_params() if found.parameter.id == "day-start")


def test_more_leads_everywhere(lifter: Person) -> None:
    page = lifter.client.get("/more/").content.decode()
    for place in (
        "settings",
        "gyms",
        "goals",
        "clinician",
        "screen",
        "import",
        "export",
        "log",
        "devices",
        "about",
    ):
        assert f'href="/{place}/"' in page


def test_the_day_start_has_the_methods_limits(lifter: Person) -> None:
    assert lifter.client.post("/settings/", {"what": "day", "day_start": "05:00"}).status_code == 302
    assert _day_start(lifter) == "05:00"
    refused = lifter.client.post("/settings/", {"what": "day", "day_start": "11:00"})
    assert refused.status_code == 422
    assert 'value="11:00"' in refused.content.decode()
    assert "different days" in refused.content.decode()
    assert _day_start(lifter) == "05:00"


def test_background_mode_is_switched_on_and_off_with_its_label(lifter: Person) -> None:
    assert "not the article&#x27;s rule" in lifter.client.get("/settings/").content.decode()
    lifter.client.post("/settings/", {"what": "mode", "mode": "background"})
    assert _facts(lifter).mode == "background"
    lifter.client.post("/settings/", {"what": "mode", "mode": "article"})
    assert _facts(lifter).mode == "article"


def test_another_gym_leaves_the_one_at_hand(lifter: Person) -> None:
    lifter.client.post("/gyms/edit/", GYM)
    told = _facts(lifter)
    assert Gym("cellar", "kg", (("", Weight(20, "kg")),), (Weight(20, "kg"), Weight(10, "kg"))) in told.gyms
    assert told.gym is not None
    assert told.gym.name == "home"


def test_a_gym_is_edited_and_its_name_stays(lifter: Person) -> None:
    lifter.client.post(
        "/gyms/edit/?gym=home", {"name": "other", "unit": "lb", "bar": "35", "plates_lb": ["45"]}
    )
    (gym,) = _facts(lifter).gyms
    assert (gym.name, gym.bars, gym.plates) == ("home", (("", Weight(35, "lb")),), (Weight(45, "lb"),))


def test_two_gyms_do_not_share_a_name(lifter: Person) -> None:
    answer = lifter.client.post("/gyms/edit/", {**GYM, "name": "home"})
    assert answer.status_code == 422
    assert len(_facts(lifter).gyms) == 1


def test_a_goal_changes_and_ends(lifter: Person) -> None:
    had = _facts(lifter).goals["deadlift"]
    sent = {"deadlift-wanted": "on", "deadlift-best": "405", "deadlift-target": "275", "deadlift-days": ["1"]}
    lifter.client.post("/goals/", sent)
    assert _facts(lifter).goals["deadlift"] == Goal(
        "deadlift", target=Weight(275, "lb"), best=had.best, start=had.start, days=(1,)
    )
    lifter.client.post("/goals/", {"squat-wanted": "on", "squat-target": "225"})
    assert list(_facts(lifter).goals) == ["squat"]


def test_the_theme_is_this_browsers(lifter: Person) -> None:
    lifter.client.post("/settings/theme/", {"theme": "dark"})
    assert 'data-theme="dark"' in lifter.client.get("/more/").content.decode()
    lifter.client.post("/settings/theme/", {"theme": "pink"})
    assert 'data-theme="dark"' in lifter.client.get("/more/").content.decode()


def test_the_theme_leads_nowhere_else(lifter: Person) -> None:
    answer = lifter.client.post("/settings/theme/", {"theme": "dark", "next": "https://example.org/"})
    assert answer.headers["Location"] == "/settings/"


def test_a_token_is_shown_once_works_and_is_revoked(lifter: Person) -> None:
    page = lifter.client.post("/devices/", {"name": "phone"})
    secret = page.context["made"].secret
    assert secret in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store"
    assert secret not in lifter.client.get("/devices/").content.decode()
    assert diary_of_token(secret) == lifter.diary
    lifter.client.post("/devices/revoke/", {"number": str(page.context["made"].number)})
    assert diary_of_token(secret) is None


def test_a_strangers_token_is_not_found(lifter: Person, stranger: Person) -> None:
    with acting_for(lifter.diary):
        number = make_token("phone").number
    stranger.client.post("/devices/revoke/", {"number": str(number)})
    with acting_for(lifter.diary):
        assert [device.number for device in list_tokens()] == [number]


@pytest.mark.parametrize("wrong", [{"name": "jef"}, {"password": "not the pass phrase"}])
def test_deleting_asks_for_name_and_password(lifter: Person, wrong: dict[str, str]) -> None:
    answer = lifter.client.post("/settings/delete/", {"name": "jeff", "password": PASSWORD, **wrong})
    assert answer.status_code == 422
    with acting_for(lifter.diary):
        assert entry_count() > 100


def test_deleting_deletes_the_diary_every_session_and_the_account(lifter: Person, stranger: Person) -> None:
    other = Client()
    other.post("/account/login/", {"login": "jeff", "password": PASSWORD})
    assert other.get("/more/").status_code == 200
    with acting_for(lifter.diary):
        secret = make_token("phone").secret
    answer = lifter.client.post("/settings/delete/", {"name": "jeff", "password": PASSWORD})
    assert answer.status_code == 200
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage", "cookies"'
    assert "It is gone." in answer.content.decode()
    with acting_for(lifter.diary):
        assert entry_count() == 0
    assert diary_of_token(secret) is None
    assert not get_user_model().objects.filter(username="jeff").exists()
    assert other.get("/more/").status_code == 302
    assert stranger.client.get("/more/").status_code == 200
    assert Session.objects.count() == 1


def test_what_this_is_can_be_read_by_anybody(anonymous: Client) -> None:
    page = anonymous.get("/about/").content.decode()
    assert "AGPL-3.0-or-later" in page
    assert "is not a substitute for a clinician" in page
