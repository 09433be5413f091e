"""The API: entries once each, plans as the pages have them, refusals in words, and nobody else's diary."""

from __future__ import annotations

import json
import warnings
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from people import Person

from routes import body
from underbar.services.accounts import MadeToken, list_tokens, make_token, revoke_token
from underbar.services.clock import now
from underbar.services.database import acting_for
from underbar.services.entries_in import SentLine, add_batch
from underbar.services.errors import NotUnderstood
from underbar.services.exporting import export
from underbar.services.history import entry_count, lifters_today
from underbar.services.planning import plan_today
from underbar.web.api.docs import document, operations
from underbar.web.api.examples import EXAMPLES, FILE
from underbar.wording.as_json import plan_to_json

IDS = [f"01956a3e-8d1c-7c3a-9f00-{number:012d}" for number in range(5)]
STRONG = (
    "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Distance Unit,Seconds,"
    "Notes,Workout Notes,Workout Duration\n"
    '2025-03-01 10:00:00,"Legs","Deadlift (Barbell)",1,135.0,lbs,5,,,,0,"","",40m\n'
    '2025-03-01 10:00:00,"Legs","Deadlift (Hex)",1,145.0,lbs,5,,,,0,"","",40m\n'
)


class Device:
    """A program with a token and nothing else."""

    def __init__(self, person: Person, name: str = "watch") -> None:
        with acting_for(person.diary):
            self.token: MadeToken = make_token(name)
        self.client = Client(enforce_csrf_checks=True)
        self.headers = {"Authorization": f"Bearer {self.token.secret}"}

    def get(self, url: str) -> Any:
        return self.client.get(url, headers=self.headers)

    def delete(self, url: str) -> Any:
        return self.client.delete(url, headers=self.headers)

    def put(self, url: str, data: Any) -> Any:
        return self.client.put(url, json.dumps(data), content_type="application/json", headers=self.headers)

    def post(self, url: str, data: Any) -> Any:
        return self.client.post(url, json.dumps(data), content_type="application/json", headers=self.headers)

    def send(self, *lines: dict[str, Any]) -> Any:
        return self.post("/api/entries", {"entries": list(lines)})

    def upload(self, content: bytes, name: str = FILE, **form: str) -> Any:
        file = SimpleUploadedFile(name, content)
        return self.client.post("/api/import", {"file": file, **form}, headers=self.headers)


@pytest.fixture
def device(lifter: Person) -> Device:
    return Device(lifter)


@pytest.fixture
def fresh(owner: Person) -> Device:
    """A device of an empty diary."""
    return Device(owner)


def full(person: Person) -> str:
    with acting_for(person.diary):
        return export(full=True)


def today(person: Person) -> str:
    with acting_for(person.diary):
        return lifters_today().day.isoformat()


# entries


def test_a_batch_is_stored_once_however_often_it_is_sent(owner: Person, fresh: Device) -> None:
    batch = [{"id": IDS[0], "line": "walk 20min"}, {"id": IDS[1], "line": 'note "a \\" b" ; c'}]
    first, second = fresh.send(*batch), fresh.send(*batch)
    assert [entry["state"] for entry in first.json()["entries"]] == ["stored", "stored"]
    assert [entry["state"] for entry in second.json()["entries"]] == ["known", "known"]
    assert [entry["id"] for entry in second.json()["entries"]] == IDS[:2]
    assert full(owner).count(IDS[0]) == 1


def test_a_batch_with_one_wrong_line_stores_nothing_and_says_which(owner: Person, fresh: Device) -> None:
    before = full(owner)
    answer = fresh.send({"id": IDS[0], "line": "walk 20min"}, {"line": "17:00 wlk 20min"})
    assert answer.status_code == 422
    (issue,) = answer.json()["issues"]
    assert (issue["line"], issue["column"]) == (2, len("17:00 ") + 1)
    assert "walk" in issue["message"]
    assert full(owner) == before


def test_an_id_that_stands_on_something_else_is_a_conflict_that_names_it(
    owner: Person, fresh: Device
) -> None:
    fresh.send({"id": IDS[0], "line": "walk 20min"})
    before = full(owner)
    answer = fresh.send({"id": IDS[1], "line": "walk 5min"}, {"id": IDS[0].upper(), "line": "walk 21min"})
    assert answer.status_code == 409
    assert [issue["line"] for issue in answer.json()["issues"]] == [2]
    assert IDS[0] in answer.json()["error"]
    assert full(owner) == before


def test_an_entry_kept_on_a_device_has_the_day_and_time_at_which_it_was_made(
    owner: Person, fresh: Device
) -> None:
    made = now() - timedelta(days=3)
    fresh.send({"id": IDS[0], "at": made.isoformat(), "line": "walk 20min"})
    (line,) = [line for line in full(owner).splitlines() if IDS[0] in line]
    assert line.startswith(f"{made.date().isoformat()} {made:%H:%M} walk 20min")


def test_an_entry_without_a_time_sent_again_a_day_later_is_known(owner: Person) -> None:
    with acting_for(owner.diary):
        line = SentLine("walk 20min", id=IDS[0])
        first = add_batch([line], now() - timedelta(days=1))
        second = add_batch([line])
    assert [taken.known for taken in (*first.taken, *second.taken)] == [False, True]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ({"line": "walk 20min", "at": "2199-01-01T00:00:00+00:00"}, "expected a time"),
        ({"line": "walk 20min", "at": "2099-01-01T00:00:00+00:00"}, "future"),
        ({"line": "walk 20min", "at": "2020-01-01T00:00:00+00:00"}, "60 days"),
        ({"line": "walk 20min", "at": "2026-03-05T06:00:00"}, "offset"),
        ({"line": "walk 20min", "day": "2026-02-30"}, "expected a day"),
        ({"line": "walk 20min", "day": "1066-10-14"}, "1950"),
        ({"line": "walk 20min", "day": 7}, "expected a day"),
        ({"line": "walk 20min", "id": "7"}, "UUID"),
        ({"line": f"walk 20min id {IDS[1]}", "id": IDS[0]}, "two ids"),
        ({"line": "walk 20min\nwalk 20min"}, "one line"),
        ({"line": 'note "a\x00b"'}, "NUL"),
        ({"line": "; nothing"}, "expected an entry"),
        ({"line": "  "}, "expected an entry"),
        ({"line": "param day-start 27:00"}, "day-start"),
        ({"line": "zone Atlantis/Capital"}, "time zone"),
        ({"line": ""}, "at least 1 character"),
        ({"line": "x" * 10_001}, "10000"),
        ({}, "required"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused_in_words(
    owner: Person, fresh: Device, line: dict[str, Any], word: str
) -> None:
    before = full(owner)
    answer = fresh.send(line)
    assert answer.status_code == 422, answer.content
    assert word in answer.json()["error"]
    assert answer.json()["issues"]
    assert full(owner) == before


def test_a_body_that_is_no_batch_is_refused_in_words(fresh: Device) -> None:
    for wrong in (
        [],
        {"entries": []},
        {"entries": [{"line": "walk 1min"}] * 1001},
        {"entries": "x"},
        7,
        None,
    ):
        answer = fresh.post("/api/entries", wrong)
        assert answer.status_code == 422, wrong
        assert answer.json()["error"]
    broken = fresh.client.post("/api/entries", "{", content_type="application/json", headers=fresh.headers)
    assert broken.status_code == 400
    assert broken.json()["issues"] == []
    long = fresh.send(*[{"line": 'note "' + "x" * 9000 + '"'}] * 200)
    assert long.status_code == 413
    assert "smaller batches" in long.json()["error"]


def test_a_thousand_lines_go_in_at_once(owner: Person, fresh: Device) -> None:
    answer = fresh.send(*[{"line": f"walk {minutes + 1}min", "day": "2026-01-05"} for minutes in range(1000)])
    assert answer.status_code == 200
    assert len({entry["id"] for entry in answer.json()["entries"]}) == 1000


def test_what_is_listed_can_be_sent_and_says_what_no_longer_counts(owner: Person, fresh: Device) -> None:
    fresh.send(
        {"id": IDS[0], "line": "17:40 walk 20min ; along the river"}, {"id": IDS[1], "line": "walk 9min"}
    )
    fresh.send({"id": IDS[2], "line": f"17:40 walk 25min supersedes {IDS[0]}"})
    fresh.delete(f"/api/entries/{IDS[1]}")
    day = today(owner)
    found = {entry["id"]: entry for entry in fresh.get(f"/api/entries?from={day}&to={day}").json()["entries"]}
    assert found[IDS[0]]["superseded"]
    assert found[IDS[1]]["superseded"]
    assert not found[IDS[2]]["superseded"]
    assert found[IDS[2]]["supersedes"] == IDS[0]
    assert (found[IDS[0]]["day"], found[IDS[0]]["time"]) == (day, "17:40")
    again = fresh.send({"id": IDS[0], "line": found[IDS[0]]["line"]})
    assert again.json()["entries"] == [{"id": IDS[0], "state": "known"}]


def test_the_days_of_a_list_are_bounded(fresh: Device) -> None:
    assert fresh.get("/api/entries?from=2020-01-01&to=2026-01-01").status_code == 422
    assert fresh.get("/api/replay?from=2020-01-01&to=2026-01-01").status_code == 422
    backwards = fresh.get("/api/entries?from=2026-01-02&to=2026-01-01")
    assert backwards.status_code == 422
    assert "earlier day first" in backwards.json()["error"]


def test_removing_twice_voids_once(owner: Person, fresh: Device) -> None:
    fresh.send({"id": IDS[0], "line": "walk 20min"})
    first, second = fresh.delete(f"/api/entries/{IDS[0]}"), fresh.delete(f"/api/entries/{IDS[0]}")
    assert (first.json()["state"], second.json()["state"]) == ("stored", "known")
    assert first.json()["void"] == second.json()["void"]
    assert full(owner).count(f"void {IDS[0]}") == 1
    assert fresh.delete("/api/entries/no-such-entry").status_code == 404
    assert fresh.delete(f"/api/entries/{first.json()['void']}").status_code == 422


# plans and parameters


def test_the_plan_is_the_one_that_the_pages_show(lifter: Person, device: Device) -> None:
    with acting_for(lifter.diary):
        shown = json.loads(plan_to_json(plan_today()))
    assert device.get("/api/plan").json() == shown
    assert device.get(f"/api/plan?day={shown['day']}").json() == shown
    replayed = device.get("/api/replay").json()["plans"]
    assert len(replayed) == 30
    assert replayed[-1] == shown


def test_tomorrow_has_every_answer_once(device: Device) -> None:
    outcomes = device.get("/api/tomorrow").json()["outcomes"]
    said = [tuple(answer.items()) for outcome in outcomes for answer in outcome["answers"]]
    assert len(said) == len(set(said)) == 44
    assert outcomes[0]["plan"]["schema"] == "underbar.plan/1"


def test_days_that_no_diary_reaches(device: Device) -> None:
    far = device.get("/api/plan?day=2099-01-01")
    assert far.status_code == 422
    assert "a year ahead" in far.json()["error"]
    assert device.get("/api/replay?from=2098-12-01&to=2099-01-01").status_code == 422
    assert device.get("/api/plan?day=1950-01-01").status_code == 200


def test_an_empty_diary_has_no_plan_and_says_so(owner: Person) -> None:
    device = Device(owner)
    for url in ("/api/plan", "/api/replay", "/api/tomorrow"):
        assert device.get(url).status_code == 404
        assert "empty" in device.get(url).json()["error"]
    assert device.get("/api/entries").json() == {"entries": []}
    assert body(device.get("/api/export")) == ""


def test_a_parameter_is_set_within_its_limits_alone(device: Device) -> None:
    assert device.put("/api/parameters/day-start", {"value": "05:00", "id": IDS[0]}).status_code == 200
    found = {one["name"]: one for one in device.get("/api/parameters").json()["parameters"]}
    assert (found["day-start"]["value"], found["day-start"]["own"]) == ("05:00", True)
    wrong = device.put("/api/parameters/day-start", {"value": "27:00"})
    assert wrong.status_code == 422
    unknown = device.put("/api/parameters/day-strat", {"value": "05:00"})
    assert unknown.status_code == 404
    assert "day-start" in unknown.json()["error"]
    assert device.put("/api/parameters/day-start", {"value": 5}).status_code == 422


# files


def test_a_file_is_looked_at_brought_in_once_and_taken_out(lifter: Person, device: Device) -> None:
    before = full(lifter)
    mapping = json.dumps({"Deadlift (Hex)": "trap-bar-deadlift"})
    look = device.upload(STRONG.encode(), dry_run="true", mapping=mapping).json()
    assert (look["added"], look["batch"], look["file"]) == (2, None, FILE)
    assert {one["name"]: one["lift"] for one in look["exercises"]} == {
        "Deadlift (Barbell)": "deadlift",
        "Deadlift (Hex)": "trap-bar-deadlift",
    }
    assert full(lifter) == before
    done = device.upload(STRONG.encode(), mapping=mapping).json()
    assert done["added"] == 2
    assert device.upload(STRONG.encode(), mapping=mapping).json()["known"] == 2
    assert [one["file"] for one in device.get("/api/imports").json()["imports"]][-1] == FILE
    gone = device.delete(f"/api/imports/{done['batch']}")
    assert gone.json()["taken_out"] == 2
    assert full(lifter) == before
    assert device.delete(f"/api/imports/{done['batch']}").status_code == 409
    assert device.delete("/api/imports/77").status_code == 404


def test_a_file_that_cannot_be_read_is_refused_in_words(device: Device) -> None:
    for content in (b"", b"\x00\x01", b"a,b\n1,2\n", "Datum\xe4".encode("latin-1")):
        answer = device.upload(content)
        assert answer.status_code == 422, content
        assert answer.json()["error"]
    wrong = device.upload(b"2026-01-05 walk 20min\n2026-01-05 wlk\n", "my.diary")
    assert [issue["line"] for issue in wrong.json()["issues"]] == [2]
    unit = device.upload(STRONG.replace(",lbs,", ",,").replace(",Weight Unit,", ",Unit,").encode())
    assert unit.status_code == 422, unit.content
    assert device.upload(STRONG.encode(), mapping="{").status_code == 422
    assert device.upload(STRONG.encode(), mapping='{"a": 1}').status_code == 422
    assert device.upload(STRONG.encode(), unit="stone").status_code == 422
    assert device.client.post("/api/import", {"file": "text"}, headers=device.headers).status_code == 422


def test_a_file_past_the_limit_is_refused(device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = {name: getattr(settings.CHOSEN, name) for name in settings.CHOSEN.__slots__}
    monkeypatch.setattr(settings, "CHOSEN", settings.CHOSEN.__class__(**chosen | {"upload_mb": 1}))
    answer = device.upload(b"x" * 3_000_000)
    assert answer.status_code == 413
    assert "1 MB" in answer.json()["error"]


def test_a_backup_through_the_api_is_the_diary(lifter: Person, device: Device) -> None:
    answer = device.get("/api/export?full=true")
    assert body(answer) == full(lifter)
    assert f'filename="underbar-{today(lifter)}-full.diary"' in answer.headers["Content-Disposition"]


# who


def _each(person: Any, entry: str) -> list[tuple[str, str, Any]]:
    """Every operation once, by its example, aimed at `entry`."""
    found = []
    for (method, path), example in EXAMPLES.items():
        url = example.path.replace(IDS[0], entry)
        if "entry_id" in path:
            url = f"/api/entries/{entry}"
        data: Any = {}
        if example.body is not None:
            data = {"data": json.dumps(example.body), "content_type": "application/json"}
        elif example.form is not None:
            data = {"data": {"file": SimpleUploadedFile(FILE, STRONG.encode()), **example.form}}
        found.append((method, path, getattr(person, method)(url, **data)))
    return found


def test_every_address_has_an_example() -> None:
    real = {(method, path) for path, methods in document()["paths"].items() for method in methods}
    assert set(EXAMPLES) == real
    assert len(real) == 12


def test_every_example_works_and_answers_what_it_shows(lifter: Person, device: Device) -> None:
    device.send({"id": IDS[0], "line": "walk 20min"})
    client = device.client
    client.defaults["HTTP_AUTHORIZATION"] = device.headers["Authorization"]
    for method, path, answer in _each(client, IDS[0]):
        assert answer.status_code == 200, (method, path, answer.getvalue())
        example = EXAMPLES[method, path].answer
        if isinstance(example, dict):
            assert set(example) == set(answer.json()), path


def test_nobody_is_told_to_sign_in_everywhere(lifter: Person, anonymous: Client) -> None:
    before = full(lifter)
    for headers in ({}, {"Authorization": "Bearer underbar_wrong"}, {"Authorization": "Bearer "}):
        anonymous.defaults.update({f"HTTP_{name.upper()}": value for name, value in headers.items()})
        for method, path, answer in _each(anonymous, IDS[0]):
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
        for method, path, answer in _each(client, IDS[0]):
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


# the document


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


def test_a_batch_too_many_for_the_service_is_refused_by_its_checks(lifter: Person) -> None:
    with acting_for(lifter.diary), pytest.raises(NotUnderstood) as refused:
        add_batch([SentLine("walk 20min"), SentLine("checkin ache 11")])
    assert [issue.line for issue in refused.value.issues] == [2]


def test_a_path_in_a_file_name_leads_nowhere(lifter: Person, device: Device, tmp_path: Path) -> None:
    device.upload(STRONG.encode(), "../../etc/strong.csv")
    assert device.get("/api/imports").json()["imports"][-1]["file"] == "strong.csv"
