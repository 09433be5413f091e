"""What a phone without a network lives on: the session's word, the shell, the morning table."""

from __future__ import annotations

import gzip
import json
import re
from datetime import date, datetime
from html import unescape
from typing import Any

import pytest
from django.test import Client
from people import Person

from underbar.diary.records import Checkin
from underbar.services.database import acting_for
from underbar.services.diary_log import checkin
from underbar.services.history import lifters_today
from underbar.services.morning_table import Answers, morning_table
from underbar.services.mornings import day_ends
from underbar.services.planning import plan_of, what_to_do
from underbar.web.plan.morning import morning_json
from underbar.wording.en import headline

LARGEST = 60 * 1024


def session(client: Client) -> dict[str, Any]:
    return client.get("/session.json").json()  # type: ignore[no-any-return]


def test_the_session_says_who_may_send(owner: Person, stranger: Person, anonymous: Client) -> None:
    mine, theirs, nobody = session(owner.client), session(stranger.client), session(anonymous)
    assert mine["signed_in"]
    assert mine["owner"] != theirs["owner"]
    assert mine["owner"] == session(owner.client)["owner"]
    assert (nobody["signed_in"], nobody["owner"], "revision" in nobody) == (False, "", False)
    assert f'data-owner="{mine["owner"]}"' in owner.client.get("/checkin/").content.decode()
    assert owner.client.get("/session.json")["Cache-Control"] == "no-store"


def test_its_token_sends_a_form_of_an_old_page(owner: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies = owner.client.cookies
    token = session(client)["csrf"]
    answers = {"ache": "0", "painkiller": "no", "day": lifters_today_of(owner).isoformat()}
    accept = {"accept": "application/json"}
    assert client.post("/checkin/", answers, headers=accept).status_code == 403
    answer = client.post("/checkin/", answers, headers={**accept, "x-csrftoken": token})
    assert answer.status_code == 200
    assert len(answer.json()["stored"]) == 1


def lifters_today_of(person: Person) -> date:
    with acting_for(person.diary):
        return lifters_today().day


def test_the_day_ends_at_four_in_the_morning(owner: Person) -> None:
    with acting_for(owner.diary):
        for hour in (4, 12, 23):
            instant = datetime.fromisoformat(f"2026-03-05T{hour:02d}:10:00+01:00")
            assert day_ends(instant) == datetime.fromisoformat("2026-03-06T04:00:00+01:00")
        assert day_ends(datetime.fromisoformat("2026-03-06T03:59:00+01:00")) == datetime.fromisoformat(
            "2026-03-06T04:00:00+01:00"
        )


def test_the_app_can_be_installed(anonymous: Client) -> None:
    found = anonymous.get("/app.webmanifest")
    manifest = found.json()
    assert found["Content-Type"] == "application/manifest+json"
    assert (manifest["start_url"], manifest["scope"], manifest["display"]) == ("/", "/", "standalone")
    assert {icon["sizes"] for icon in manifest["icons"]} >= {"192x192", "512x512"}
    assert any(icon.get("purpose") == "maskable" for icon in manifest["icons"])


def test_the_service_worker_keeps_no_account_and_no_other_host(anonymous: Client) -> None:
    found = anonymous.get("/sw.js")
    script = found.content.decode()
    assert found["Content-Type"].startswith("text/javascript")
    assert found["Cache-Control"] == "no-cache"
    pages = json.loads(re.search(r"const PAGES = (\[.*?\]);", script)[1])  # type: ignore[index]
    shell = json.loads(re.search(r"const SHELL = (\[.*?\]);", script)[1])  # type: ignore[index]
    assert {"/", "/checkin/", "/gym/", "/release/", "/daily/"} <= set(pages)
    assert not [page for page in pages if page.startswith("/account")]
    assert all(file.startswith("/static/") for file in shell)
    assert any("outbox" in file for file in shell)
    assert "://" not in script.replace("// ", "")


def test_the_page_that_says_there_is_no_network_is_nobodys(anonymous: Client, owner: Person) -> None:
    assert "needs the network" in anonymous.get("/away/").content.decode()
    assert owner.client.get("/outbox/").status_code == 200
    assert anonymous.get("/outbox/").status_code == 302
    assert anonymous.get("/morning.json").status_code == 302


def test_the_table_is_of_the_mornings_ahead_and_small(lifter: Person) -> None:
    found = lifter.client.get("/morning.json").json()
    today = lifters_today_of(lifter)
    # The sample has this morning's check-in, so only tomorrow is open.
    assert [date.fromisoformat(day["day"]).toordinal() - today.toordinal() for day in found["days"]] == [1]
    assert found["owner"] == session(lifter.client)["owner"]
    assert found["revision"] == session(lifter.client)["revision"]
    assert len(gzip.compress(json.dumps(found).encode())) < LARGEST
    one = lifter.client.get("/morning.json", {"day": found["days"][0]["day"]}).json()
    assert one["days"] == found["days"]
    assert lifter.client.get("/morning.json", {"day": "2020-01-01"}).status_code == 404


def test_an_empty_diary_has_no_table(owner: Person) -> None:
    assert owner.client.get("/morning.json").json()["days"] == []


def test_the_phone_says_what_the_server_will_say(lifter: Person) -> None:
    """The plan that the table has for some answers, and the plan once they were given."""
    with acting_for(lifter.diary):
        today = lifters_today()
        day = date.fromordinal(today.day.toordinal() + 1)
        table, sent = morning_table(day), morning_json(day)
        said = Answers(4, "right", "none", False, False, False, 7 * 60)
        cell = table.cell(said)
        told = sent["plans"][sent["index"][table.cells.index(cell)]]
        answers = Checkin(ache=4, side="right", stiff="none", sleep=7 * 3600, woke=7 * 60)
        instant = datetime.fromisoformat(f"{day.isoformat()}T07:10:00{today.stamp[-6:]}")
        checkin(answers, day, instant)
        plan = plan_of(day, instant)
    assert what_to_do(plan) == what_to_do(cell.low)
    assert sent["headlines"][told[2]] == headline(plan)
    for cell, plan_number in zip(table.cells, sent["index"], strict=True):
        if cell.low == cell.high:
            assert sent["headlines"][sent["plans"][plan_number][2]] == headline(cell.low)
    assert "csrf" not in sent["html"][told[0]]
    assert unescape(sent["html"][told[0]]).count("<h1") == 1


@pytest.mark.parametrize("text", ["You slept {}.", "{} of sleep"])
def test_hours_of_the_night_are_left_to_the_phone(text: str) -> None:
    from underbar.web.plan.morning import NIGHT, _with_night

    assert _with_night(text.format("5 h 10"), 310) == text.format(NIGHT)
    assert _with_night(text.format("15 h 10"), 310) == text.format("15 h 10")
    assert _with_night(text.format("5 h 10"), 300) == text.format("5 h 10")
