"""The door: the first account, the closed door after it, signing in, the passwords of this machine."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from people import PASSWORD, Person

from underbar.services.errors import ServiceError
from underbar.web.passwords import set_password


def _signed_up(client: Client, name: str) -> int:
    return client.post("/account/signup/", {"username": name, "password1": PASSWORD}).status_code


def test_a_new_server_leads_the_first_visitor_to_sign_up(anonymous: Client) -> None:
    answer = anonymous.get("/", follow=True)
    assert answer.redirect_chain[-1][0] == "/account/signup/"
    assert "You earn the next kilo in the morning." in answer.content.decode()


def test_where_there_is_an_owner_a_visitor_is_led_to_sign_in(owner: Person, anonymous: Client) -> None:
    answer = anonymous.get("/", follow=True)
    assert answer.redirect_chain[-1][0].startswith("/account/login/")
    assert answer.status_code == 200


def test_signing_up_leads_into_the_first_run(anonymous: Client) -> None:
    answer = anonymous.post("/account/signup/", {"username": "jeff", "password1": PASSWORD}, follow=True)
    assert answer.redirect_chain[-1][0] == "/welcome/you/"


def test_after_the_first_account_the_door_is_closed(anonymous: Client) -> None:
    assert _signed_up(anonymous, "jeff") == 302
    second = Client()
    assert "has its owner" in second.get("/account/signup/").content.decode()
    _signed_up(second, "mallory")
    assert [user.username for user in get_user_model().objects.all()] == ["jeff"]


def test_a_short_password_is_named_and_the_name_kept(anonymous: Client) -> None:
    page = anonymous.post("/account/signup/", {"username": "jeff", "password1": "short"}).content.decode()
    assert 'value="jeff"' in page
    assert "id_password1_error" in page
    assert not get_user_model().objects.exists()


def test_a_forgotten_password_is_told_where_to_go(owner: Person, anonymous: Client) -> None:
    assert "underbar password NAME" in anonymous.get("/account/password/reset/").content.decode()


def test_a_new_password_from_the_command_line_ends_old_sessions(owner: Person) -> None:
    client = Client()
    client.post("/account/login/", {"login": "jeff", "password": PASSWORD})
    assert client.get("/more/").status_code == 200
    set_password("jeff", "another long pass phrase")
    assert client.get("/more/").status_code == 302
    client.post("/account/login/", {"login": "jeff", "password": "another long pass phrase"})
    assert client.get("/more/").status_code == 200


def test_the_command_line_refuses_an_easy_password_and_an_unknown_name(owner: Person) -> None:
    with pytest.raises(ServiceError, match="too short"):
        set_password("jeff", "short")
    with pytest.raises(ServiceError, match="there is jeff"):
        set_password("jef", "another long pass phrase")


PAGES = ("/account/2fa/", "/account/sessions/", "/account/password/change/", "/account/logout/")


@pytest.mark.parametrize("address", PAGES)
def test_the_librarys_pages_wear_our_look(owner: Person, address: str) -> None:
    page = owner.client.get(address).content.decode()
    assert "underbar/css/base" in page
    assert 'aria-label="Main"' in page
    assert "Menu:" not in page
