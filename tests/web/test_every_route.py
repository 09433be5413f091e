"""Every address, asked by nobody, by the owner and by a stranger: who sees what, and nothing breaks."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from people import Person

from routes import Route, body, every_route, librarys, ours, sample_values
from underbar.diary.records import Note
from underbar.services.accounts import list_tokens, make_token
from underbar.services.database import acting_for
from underbar.services.diary_log import add_record
from underbar.services.exporting import export
from underbar.services.history import lifters_today
from underbar.services.importing import imports

OWNERS_WORD = "zxqv-the-owners-own-word"
"""Stands in entries of the owner, and must stand in nothing that anybody else is sent."""

FOR_ANYBODY = {
    "manifest",
    "service_worker",
    "sw",
    "offline",
    "intended_use",
    "session",
    "away",
    "theme",
    "demo",
    "openapi-json",
    "openapi-view",
    "api-root",
}
"""The names of the addresses that answer whoever asks; none of them shows a diary."""
OWNERS_THINGS = {"entry", "entry_id", "id", "id_", "number", "batch", "token_id"}
"""Parts of an address that name something which has an owner."""
LOST = {404, 405}


class Answer(NamedTuple):
    """What an address answered to a method."""

    route: Route
    method: str
    status: int
    to: str
    body: str

    def __repr__(self) -> str:
        return f"{self.method} {self.route.pattern}: {self.status} {self.to}"


@pytest.fixture
def values(lifter: Person) -> dict[str, Any]:
    """What stands for the parts of an address: the owner's own things."""
    with acting_for(lifter.diary):
        day = lifters_today().day
        (entry,) = add_record(Note(OWNERS_WORD)).entries
        token = make_token(OWNERS_WORD)
        batch = max(found.number for found in imports())
    return {
        **dict.fromkeys(("entry", "entry_id", "id", "id_"), entry.id),
        **sample_values(day),
        "number": token.number,
        "token_id": token.number,
        "batch": batch,
    }


def _walk(client: Client, routes: list[Route], values: dict[str, Any], user: Person | None) -> list[Answer]:
    """Each route by GET and by POST with nothing and with the owner's entry, the ends of it all last."""
    found = []
    for route in sorted(routes, key=lambda route: "delete" in route.pattern or "logout" in route.pattern):
        for method, data in (("get", {}), ("post", {}), ("post", {"entry": values["entry"]})):
            if user is not None and "_auth_user_id" not in client.session:
                account = get_user_model().objects.filter(username=user.name).first()
                assert account is not None, f"{found[-1]} has ended the account"
                client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
            response = getattr(client, method)(route.url(values), data)
            to = response.headers.get("Location", "")
            found.append(Answer(route, method, response.status_code, to, body(response)))
    return found


def _none(answers: list[Answer]) -> None:
    assert not answers, "\n".join(map(repr, answers))


def _diary(person: Person) -> str:
    with acting_for(person.diary):
        return export()


def test_the_owner_gets_an_answer_everywhere_and_no_page_breaks(
    lifter: Person, values: dict[str, Any]
) -> None:
    lifter.client.raise_request_exception = False
    answers = _walk(lifter.client, ours(), values, lifter)
    _none([answer for answer in answers if answer.status >= 500])
    lost = [answer for answer in answers if answer.method == "get" and answer.status == 404]
    _none([answer for answer in lost if not {"token", "key"} & set(answer.route.parts)])
    assert sum(answer.status == 200 for answer in answers) > 10


def test_nobody_is_sent_to_the_door_everywhere(
    lifter: Person, values: dict[str, Any], anonymous: Client
) -> None:
    before = _diary(lifter)
    anonymous.raise_request_exception = False
    answers = _walk(anonymous, ours(), values, None)
    _none([answer for answer in answers if answer.status >= 500])
    _none([answer for answer in answers if OWNERS_WORD in answer.body + answer.to])
    open_ = [
        answer for answer in answers if answer.status not in (401, 403, 405) and "/account/" not in answer.to
    ]
    _none([answer for answer in open_ if answer.route.name not in FOR_ANYBODY])
    assert _diary(lifter) == before


def test_a_stranger_sees_and_changes_nothing_of_the_owners(
    lifter: Person, values: dict[str, Any], stranger: Person
) -> None:
    before = _diary(lifter)
    stranger.client.raise_request_exception = False
    answers = _walk(stranger.client, ours(), values, stranger)
    _none([answer for answer in answers if answer.status >= 500])
    _none([answer for answer in answers if OWNERS_WORD in answer.body + answer.to])
    theirs = [answer for answer in answers if OWNERS_THINGS & set(answer.route.parts)]
    _none([answer for answer in theirs if answer.status not in LOST])
    assert _diary(lifter) == before
    with acting_for(lifter.diary):
        assert [device.name for device in list_tokens()] == [OWNERS_WORD]


def test_the_owners_word_would_be_seen(lifter: Person, values: dict[str, Any]) -> None:
    """The walk above can fail: the owner does meet the word."""
    answers = _walk(lifter.client, ours(), values, lifter)
    assert [answer for answer in answers if OWNERS_WORD in answer.body]


def test_the_pages_of_accounts_break_for_nobody(
    lifter: Person, values: dict[str, Any], stranger: Person, anonymous: Client
) -> None:
    values = {**values, "uidb36": "1", "key": "no-such-key", "pk": "1"}
    for client, user in ((anonymous, None), (stranger.client, stranger), (lifter.client, lifter)):
        client.raise_request_exception = False
        answers = _walk(client, librarys(), values, user)
        _none([answer for answer in answers if answer.status >= 500])
        if user is not lifter:
            _none([answer for answer in answers if OWNERS_WORD in answer.body])


def test_every_address_has_values_for_its_parts(values: dict[str, Any], tmp_path: Path) -> None:
    for route in every_route():
        if route in ours():
            assert set(route.parts) <= set(values), f"name a value for the parts of {route.pattern}"
