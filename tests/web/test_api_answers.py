"""The API: plans as the pages have them, parameters within their limits, files in and out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from devices import IDS, STRONG, Device, full, today
from django.conf import settings
from people import Person

from routes import body
from underbar.services.database import acting_for
from underbar.services.planning import plan_today
from underbar.web.api.examples import FILE
from underbar.wording.as_json import plan_to_json


@pytest.fixture
def device(lifter: Person) -> Device:
    """A device of the sample diary."""
    return Device(lifter)


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


def test_a_file_is_looked_at_brought_in_once_and_taken_out(lifter: Person, device: Device) -> None:
    before = full(lifter)
    mapping = json.dumps({"Deadlift (Hex)": "trap-bar-deadlift"})
    look = device.upload(STRONG.encode(), dry_run="true", mapping=mapping).json()
    (part,) = look["parts"]
    assert (look["added"], part["added"], part["batch"], look["file"]) == (2, 2, None, FILE)
    assert (part["source"], part["unit"], part["sets"], look["unread"]) == ("strong", "lb", 2, [])
    assert {one["name"]: one["lift"] for one in part["exercises"]} == {
        "Deadlift (Barbell)": "deadlift",
        "Deadlift (Hex)": "trap-bar-deadlift",
    }
    assert full(lifter) == before
    done = device.upload(STRONG.encode(), mapping=mapping).json()
    assert done["added"] == 2
    assert device.upload(STRONG.encode(), mapping=mapping).json()["known"] == 2
    assert [one["file"] for one in device.get("/api/imports").json()["imports"]][-1] == FILE
    gone = device.delete(f"/api/imports/{done['parts'][0]['batch']}")
    assert gone.json()["taken_out"] == 2
    assert full(lifter) == before
    assert device.delete(f"/api/imports/{done['parts'][0]['batch']}").status_code == 409
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


def test_a_path_in_a_file_name_leads_nowhere(lifter: Person, device: Device, tmp_path: Path) -> None:
    device.upload(STRONG.encode(), "../../etc/strong.csv")
    assert device.get("/api/imports").json()["imports"][-1]["file"] == "strong.csv"
