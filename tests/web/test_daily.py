"""The release, the daily sequence and the levels: what they offer and what they note."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from people import Person
from test_today import BAR_DAY, QUIET, entries_of, read, story, words

from underbar.diary.records import Release, Stability
from underbar.protocol.plan import Plan, ReleasePlan, StabilityPlan
from underbar.quantities import Sets
from underbar.services import planning
from underbar.services.database import acting_for
from underbar.services.history import lifters_today
from underbar.web.plan.sequence import CHANGE_S, REST_S, sequence


def plan_of(person: Person) -> Plan:
    with acting_for(person.diary):
        return planning.plan_today()


def test_the_timer_has_the_plans_seconds_and_the_weaker_side_first(owner: Person, tmp_path: Path) -> None:
    story(owner, tmp_path, BAR_DAY, QUIET)
    html = read(owner, "/release/")
    assert 'data-left="90"' in html
    assert 'data-right="90"' in html
    assert 'data-first="right"' in html
    assert "pulse under the tool" in html


def test_a_release_is_noted_and_its_discomfort_corrects_it(owner: Person, tmp_path: Path) -> None:
    today = story(owner, tmp_path, BAR_DAY, QUIET)
    id_ = "0190a0a0-0000-7000-8000-000000000002"
    fields = {"left": "90", "right": "90", "day": today.isoformat()}
    asked = {"HTTP_ACCEPT": "application/json"}
    assert owner.client.post("/release/", {**fields, "id": id_}, **asked).status_code == 200
    owner.client.post("/release/", {**fields, "pain": "4", "supersedes": id_}, **asked)
    done = [e.record for e in entries_of(owner, today) if isinstance(e.record, Release)]
    assert done == [Release(90, 90, 4)]


def test_a_release_of_no_side_is_refused_and_keeps_what_was_typed(owner: Person, tmp_path: Path) -> None:
    today = story(owner, tmp_path, BAR_DAY, QUIET)
    answer = owner.client.post("/release/", {"left": "0", "right": "", "day": today.isoformat()})
    assert answer.status_code == 422
    assert "one side at least" in words(answer.content.decode())
    answer = owner.client.post("/release/", {"left": "9999", "right": "77", "day": today.isoformat()})
    assert answer.status_code == 422
    assert 'value="77"' in answer.content.decode()


def test_a_locked_release_says_why_and_has_no_timer(owner: Person, tmp_path: Path) -> None:
    story(owner, tmp_path, BAR_DAY, QUIET, "screen anticoagulant scope re")
    html = read(owner, "/release/")
    assert "No release today" in html
    assert "data-part=" not in html
    assert "blood" in words(html).lower()


def test_the_sequence_is_a_step_for_each_set_and_side(owner: Person, tmp_path: Path) -> None:
    story(owner, tmp_path, BAR_DAY, QUIET)
    html = read(owner, "/daily/")
    (data,) = re.findall(r'<script id="sequence" type="application/json">(.*?)</script>', html, re.S)
    parts = json.loads(data)
    assert [part["exercise"] for part in parts][:2] == ["single-leg-bridge", "pallof-press"]
    sides = [step["side"] for step in parts[0]["steps"]]
    assert sides == ["right", "left"] * 3
    assert [step["last"] for step in parts[0]["steps"]] == [False] * 5 + [True]
    assert [step["rest"] for step in parts[0]["steps"]][:2] == [CHANGE_S, REST_S]
    assert parts[0]["steps"][0]["seconds"] == 8 * (3 + 2)


def test_on_the_road_floor_and_band_stand_in() -> None:
    work = (
        StabilityPlan("copenhagen-plank", 4, "3x5", True),
        StabilityPlan("suitcase-carry", 5, "3x40m", True, weight=60, unit="lb"),
    )
    plan = Plan(
        "si-joint",
        date(2026, 3, 5),
        "build",
        "hold",
        (),
        None,
        ReleasePlan(90, 90),
        work,
        (),
        (),
        None,
        (),
        (),
    )
    squeeze, hold = sequence(plan, travel=True)
    assert squeeze.fields == {"exercise": "copenhagen-plank", "level": "0", "both": "5x10s"}
    assert hold.fields == {
        "exercise": "suitcase-carry", "level": "0", "left": "3x20s", "right": "3x20s"
    }  # fmt: skip
    assert squeeze.stand_in
    assert hold.stand_in
    assert sequence(plan, travel=False)[1].fields["weight"] == "60lb"


def test_an_exercise_is_noted_by_side_with_pain_and_form(owner: Person, tmp_path: Path) -> None:
    today = story(owner, tmp_path, BAR_DAY, QUIET)
    owner.client.post(
        "/daily/log/",
        {
            "exercise": "single-leg-bridge", "level": "6", "left": "3 × 8", "right": "2x8", "pain": "1",
            "form": "ok", "day": today.isoformat(),
        },
    )  # fmt: skip
    (done,) = [e.record for e in entries_of(owner, today) if isinstance(e.record, Stability)]
    assert done == Stability(
        "single-leg-bridge", 6, left=Sets(3, 8, "reps"), right=Sets(2, 8, "reps"), pain=1, form="ok"
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"left": "three"}, "Write it as 3x8"),
        ({"level": "8"}, "no such level"),
        ({"weight": "60"}, "with its unit"),
        ({"pain": "11"}, "not one of the available choices"),
    ],
)
def test_a_wrong_answer_is_shown_again(
    owner: Person, tmp_path: Path, wrong: dict[str, str], said: str
) -> None:
    today = story(owner, tmp_path, BAR_DAY, QUIET)
    fields = {"exercise": "pallof-press", "level": "5", "right": "3x7", "day": today.isoformat(), **wrong}
    answer = owner.client.post("/daily/log/", fields)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in words(page)
    assert 'value="3x7"' in page
    assert not [e for e in entries_of(owner, today) if isinstance(e.record, Stability)]


def test_a_level_is_found_once_and_places_the_ladder(owner: Person, tmp_path: Path) -> None:
    owner.bring("2026-01-05 lifter born 1983 units lb\n2026-01-05 screen none scope full\n", tmp_path)
    html = read(owner, "/daily/levels/")
    assert "bridge march" in html.lower()
    owner.client.post(
        "/daily/log/", {"exercise": "single-leg-bridge", "level": "3", "pain": "1", "form": "ok"}
    )
    with acting_for(owner.diary):
        plan = planning.plan_of(lifters_today().day + timedelta(days=1))
    (bridge,) = [work for work in plan.stability if work.exercise == "single-leg-bridge"]
    assert bridge.level == 3
    assert not [reason for reason in bridge.reasons if reason.rule == "placement"]


def test_without_javascript_each_exercise_can_be_noted(owner: Person, tmp_path: Path) -> None:
    today = story(owner, tmp_path, BAR_DAY, QUIET)
    html = read(owner, "/daily/")
    forms = re.findall(r"<noscript>(.*?)</noscript>", html, re.S)
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', forms[0]))
    fields.pop("csrfmiddlewaretoken")
    assert owner.client.post("/daily/log/", fields).status_code == 302
    assert [e.record.exercise for e in entries_of(owner, today) if isinstance(e.record, Stability)] == [
        "single-leg-bridge"
    ]
