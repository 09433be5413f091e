"""The API: who may, whose diary it is, and what the OpenAPI document promises."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest
from devices import IDS, Device, each, full
from django.http import HttpResponse
from django.test import Client
from people import Person

from routes import body
from underbar.services.accounts import list_tokens, revoke_token
from underbar.services.database import acting_for
from underbar.services.history import entry_count
from underbar.web.api.docs import document, operations
from underbar.web.api.examples import EXAMPLES


@pytest.fixture
def device(lifter: Person) -> Device:
    """A device of the sample diary."""
    return Device(lifter)


def test_every_address_has_an_example() -> None:
    real = {(method, path) for path, methods in document()["paths"].items() for method in methods}
    assert set(EXAMPLES) == real
    assert len(real) == 13


def test_every_example_works_and_answers_what_it_shows(lifter: Person, device: Device) -> None:
    device.send({"id": IDS[0], "line": "walk 20min"})
    client = device.client
    client.defaults["HTTP_AUTHORIZATION"] = device.headers["Authorization"]
    for method, path, answer in each(client, IDS[0]):
        assert answer.status_code == 200, (method, path, answer.getvalue())
        example = EXAMPLES[method, path].answer
        if isinstance(example, dict):
            assert set(example) == set(answer.json()), path


def test_nobody_is_told_to_sign_in_everywhere(lifter: Person, anonymous: Client) -> None:
    before = full(lifter)
    for headers in ({}, {"Authorization": "Bearer underbar_wrong"}, {"Authorization": "Bearer "}):
        anonymous.defaults.update({f"HTTP_{name.upper()}": value for name, value in headers.items()})
        for method, path, answer in each(anonymous, IDS[0]):
            assert answer.status_code == 401, (method, path, headers)
            assert "sign in" in answer.json()["error"]
            assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert full(lifter) == before


def test_a_stranger_meets_nothing_of_the_owners(lifter: Person, device: Device, stranger: Person) -> None:
    device.send({"id": IDS[0], "line": 'note "zxqv"'})
    before = full(lifter)
    strange = Device(stranger)
    strange.client.defaults["HTTP_AUTHORIZATION"] = strange.headers["Authorization"]
    for client in (strange.client, stranger.client):
        for method, path, answer in each(client, IDS[0]):
            assert "zxqv" not in body(answer), path
            if method == "delete":
                assert answer.status_code == 404, path
    assert full(lifter) == before


def test_the_same_id_may_stand_in_two_diaries(device: Device, stranger: Person) -> None:
    device.send({"id": IDS[0], "line": "walk 20min"})
    answer = Device(stranger).send({"id": IDS[0], "line": "walk 33min"})
    assert answer.json()["entries"] == [{"id": IDS[0], "state": "stored"}]


def test_a_revoked_token_opens_nothing(lifter: Person, device: Device) -> None:
    assert device.get("/api/plan").status_code == 200
    with acting_for(lifter.diary):
        revoke_token(device.token.number)
    assert device.get("/api/plan").status_code == 401


def test_a_token_opens_no_page_and_makes_no_session(lifter: Person, device: Device) -> None:
    assert device.get("/api/plan").cookies.keys() == set()
    page = device.get("/")
    assert page.status_code == 302
    assert "/account/" in page.headers["Location"]
    with acting_for(lifter.diary):
        assert list_tokens()[0].used


def test_a_token_counts_before_the_session_that_comes_with_it(
    lifter: Person, device: Device, stranger: Person
) -> None:
    with acting_for(stranger.diary):
        assert entry_count() == 0
    assert len(stranger.client.get("/api/entries", headers=device.headers).json()["entries"]) > 50
    wrong = stranger.client.get("/api/entries", headers={"Authorization": "Bearer underbar_no"})
    assert wrong.status_code == 401


def test_a_session_changes_nothing_without_its_csrf_token(lifter: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies = lifter.client.cookies
    data = json.dumps({"entries": [{"line": "walk 20min"}]})
    refused = client.post("/api/entries", data, content_type="application/json")
    assert refused.status_code == 403
    assert refused.json()["error"]
    csrf = client.get("/session.json").json()["csrf"]
    taken = client.post("/api/entries", data, content_type="application/json", headers={"X-CSRFToken": csrf})
    assert taken.status_code == 200


def test_the_page_shows_every_address_without_a_script_of_others(anonymous: Client) -> None:
    answer = anonymous.get("/api/docs")
    assert isinstance(answer, HttpResponse)
    page = body(answer)
    for one in operations("http://localhost:8000"):
        assert f'id="{one.anchor}"' in page
        assert (
            one.path in one.curl.replace(IDS[0], "{entry_id}").replace("/1'", "/{batch}'") or "{" in one.path
        )
        assert one.refusals
    assert "<script" not in page.replace('<script type="module" src="', "")
    assert anonymous.get("/api/").headers["Location"] == "/api/docs"


def test_the_document_holds_under_schemathesis(lifter: Person, device: Device) -> None:
    """Requests made up from the document: no fault, and only answers that it describes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        schemathesis = pytest.importorskip("schemathesis")
    from hypothesis import HealthCheck, Phase, given
    from hypothesis import settings as limits
    from schemathesis import checks
    from schemathesis.specs.openapi import checks as openapi

    from underbar.web.wsgi import application

    def closed(environ: Any, start_response: Any) -> list[bytes]:
        answer = application(environ, start_response)
        try:
            return [b"".join(answer)]
        finally:
            answer.close()

    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", closed)
    asked: list[int] = []
    wanted = [
        checks.not_a_server_error,
        openapi.status_code_conformance,
        openapi.content_type_conformance,
        openapi.response_schema_conformance,
    ]
    for found in schema.get_all_operations():
        operation = found.ok()

        @limits(
            max_examples=12,
            derandomize=True,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            answer = case.call(headers={**device.headers, "Accept-Encoding": "identity"})
            asked.append(answer.status_code)
            case.validate_response(answer, checks=wanted)

        ask()
    assert len(asked) > 80
    assert {200, 422} <= set(asked)
