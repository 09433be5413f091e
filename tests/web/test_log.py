"""Logging by hand: each kind as it comes in, what is wrong by name, mending, and taking back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from people import Person

from underbar.diary.notation import format_record, parse
from underbar.diary.records import Checkin, Record
from underbar.services.database import acting_for
from underbar.services.diary_log import add_lines, checkin
from underbar.services.facts import day_entries
from underbar.services.history import lifters_today
from underbar.services.planning import plan_today
from underbar.web.forms.log import FORMS, LONGEST_NOTE, form_for

JSON = {"Accept": "application/json"}

TOLD: dict[str, tuple[dict[str, Any], str]] = {
    "exercise": (
        {"exercise": "bench press", "weight": "102,5", "unit": "lb", "sets": 3, "reps": 5, "pelvis": "on"},
        '"bench press" 102.5lb 3x5 pelvis',
    ),
    "walk": ({"minutes": 20}, "walk 20min"),
    "release": ({"left": 90, "right": 60, "pain": 2}, "release left 90s right 1min pain 2"),
    "stability": (
        {"exercise": "single-leg-bridge", "level": 4, "sets": 3, "amount": 8, "measure": "reps",
         "side": "both", "unit": "lb", "pain": 0, "form": "ok"},
        "single-leg-bridge level 4 left 3x8 right 3x8 pain 0 form ok",
    ),
    "note": ({"text": 'slept "badly"\nin a hotel'}, 'note "slept \\"badly\\"\\nin a hotel"'),
    "activity": ({"what": "get out of the car", "score": 6}, 'activity "get out of the car" 6'),
    "painkiller": ({"name": "ibuprofen"}, "painkiller ibuprofen"),
    "sitting": ({"hours": "7.5"}, "sitting 7h30"),
    "stretch": ({"minutes": 10}, "stretch 10min"),
    "skip": ({"why": "travel"}, "skip travel"),
    "injection": (
        {"planned": "", "what": "prolotherapy", "side": "right", "number": 2},
        "injection prolotherapy side right number 2",
    ),
    "clinician": ({"what": "assessed"}, "clinician assessed"),
    "visit": ({"what": "physiotherapist"}, 'visit "physiotherapist"'),
    "medicine": ({"name": "aspirin", "daily": "daily"}, "medicine aspirin daily"),
    "test": (
        {"what": "side-plank", "unit": "s", "left": 34, "right": 27},
        "test side-plank left 34s right 27s",
    ),
    "score": ({"what": "odi", "value": 24}, "score odi 24"),
    "bodyweight": ({"weight": 203, "unit": "lb"}, "bodyweight 203lb"),
    "pulse": ({"beats": 54}, "pulse 54"),
    "hrv": ({"milliseconds": 62}, "hrv 62"),
}  # fmt: skip


def send(person: Person, kind: str, told: dict[str, Any], **more: Any) -> Any:
    """As the outbox sends it."""
    return person.client.post("/log/", {"kind": kind, **told, **more}, headers=JSON)


def records(person: Person, ago: int = 0) -> list[Record]:
    """What stands for today, or a day before it."""
    with acting_for(person.diary):
        return [entry.record for entry in day_entries(lifters_today().day - timedelta(days=ago))]


def ids(person: Person) -> list[str]:
    """The entries of today."""
    with acting_for(person.diary):
        return [entry.id or "" for entry in day_entries(lifters_today().day)]


def test_every_form_is_tried() -> None:
    assert set(TOLD) == set(FORMS)


@pytest.mark.parametrize("kind", TOLD)
def test_a_kind_comes_in_as_its_line_says(owner: Person, kind: str) -> None:
    told, line = TOLD[kind]
    answer = send(owner, kind, told)
    assert answer.status_code == 200, answer.json()
    assert [format_record(record) for record in records(owner)] == [line]


@pytest.mark.parametrize("kind", TOLD)
def test_what_came_in_opens_in_its_own_form_again(owner: Person, kind: str) -> None:
    told, _ = TOLD[kind]
    send(owner, kind, told)
    (record,) = records(owner)
    assert form_for(record) is FORMS[kind]


@pytest.mark.parametrize(
    ("kind", "told", "field"),
    [
        ("walk", {"minutes": "many"}, "minutes"),
        ("walk", {}, "minutes"),
        ("exercise", {"exercise": "rows", "unit": "lb", "sets": 0, "reps": 5}, "sets"),
        ("exercise", {"exercise": "Pallof press", "unit": "lb", "sets": 1, "reps": 5}, "exercise"),
        ("exercise", {"exercise": "x" * 81, "unit": "lb", "sets": 1, "reps": 5}, "exercise"),
        ("release", {}, "left"),
        ("score", {"what": "rmdq", "value": 25}, "value"),
        ("sitting", {"hours": "25"}, "hours"),
        ("bodyweight", {"weight": "nan", "unit": "kg"}, "weight"),
        ("clinician", {"what": "says"}, "says"),
        ("activity", {"what": "stairs", "score": 11}, "score"),
        ("activity", {"what": "stairs", "score": ""}, "score"),
    ],
)
def test_what_is_wrong_is_named_and_stores_nothing(
    owner: Person, kind: str, told: dict[str, Any], field: str
) -> None:
    answer = send(owner, kind, told)
    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == [field]
    assert records(owner) == []


def test_a_long_note_is_refused_with_its_length_and_kept_on_the_page(owner: Person) -> None:
    text = "a" * 10_000
    answer = owner.client.post("/log/", {"kind": "note", "text": text})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f"holds {LONGEST_NOTE} characters and this has 10000" in page
    assert text in page
    assert records(owner) == []
    assert send(owner, "note", {"text": "a" * LONGEST_NOTE}).status_code == 200


def test_a_past_day_is_filled_in_and_raises_nothing(lifter: Person) -> None:
    with acting_for(lifter.diary):
        yesterday = lifters_today().day - timedelta(days=1)
        before = plan_today()
    answer = send(lifter, "walk", {"minutes": 30, "on": yesterday.isoformat()})
    assert answer.status_code == 200
    assert "walk 30min" in [format_record(record) for record in records(lifter, ago=1)]
    with acting_for(lifter.diary):
        assert [lift.weight for lift in plan_today().lifts] == [lift.weight for lift in before.lifts]


def test_a_day_ahead_is_refused_but_for_a_planned_injection(owner: Person) -> None:
    with acting_for(owner.diary):
        ahead = (lifters_today().day + timedelta(days=10)).isoformat()
    assert list(send(owner, "walk", {"minutes": 30, "on": ahead}).json()["errors"]) == ["on"]
    planned = {"planned": "on", "what": "prolotherapy", "on": ahead}
    assert send(owner, "injection", planned).status_code == 200


def test_sent_twice_it_stands_once(owner: Person) -> None:
    id_ = "0190a000-0000-7000-8000-000000000001"
    for _ in range(2):
        assert send(owner, "walk", {"minutes": 20}, id=id_).status_code == 200
        assert send(owner, "line", {"text": "pulse 54"}, id=id_.replace("1", "2")).status_code == 200
    assert sorted(map(format_record, records(owner))) == ["pulse 54", "walk 20min"]


def test_a_line_that_is_wrong_names_its_column_and_the_nearest_word(owner: Person) -> None:
    answer = owner.client.post("/log/", {"kind": "line", "text": "walk 20min\nwalc 20min"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "line 2, column 1" in page
    assert "walk" in page
    assert "walc 20min" in page
    assert records(owner) == []


def test_lines_come_in_together(owner: Person) -> None:
    send(owner, "line", {"text": 'walk 20min\n"rows" 95lb 3x8 pelvis pain 1'})
    assert len(records(owner)) == 2


def test_mending_keeps_what_the_form_does_not_ask(owner: Person) -> None:
    with acting_for(owner.diary):
        add_lines("deadlift 135lb 1x5 brace rpe 6")
    (old,) = ids(owner)
    page = owner.client.get(f"/log/?edit={old}").content.decode()
    assert 'value="135"' in page
    told = {"exercise": "deadlift", "weight": "145", "unit": "lb", "sets": 1, "reps": 5}
    assert send(owner, "exercise", told, edit=old).status_code == 200
    assert [format_record(record) for record in records(owner)] == ["deadlift 145lb 1x5 brace rpe 6"]


def test_what_no_form_asks_is_mended_as_its_line(owner: Person) -> None:
    with acting_for(owner.diary):
        add_lines("clinician window 0-6 none release off")
    (old,) = ids(owner)
    assert "clinician window 0-6 none release off" in owner.client.get(f"/log/?edit={old}").content.decode()
    send(owner, "line", {"text": "clinician window 0-9 none release off"}, edit=old)
    assert [format_record(record) for record in records(owner)] == ["clinician window 0-9 none release off"]


def test_the_page_lists_today_and_any_other_day(lifter: Person) -> None:
    send(lifter, "walk", {"minutes": 20})
    assert "Walk, 20 min." in lifter.client.get("/log/").content.decode()
    with acting_for(lifter.diary):
        day = lifters_today().day - timedelta(days=7)
    page = lifter.client.get(f"/log/?day={day}").content.decode()
    assert "Check-in:" in page
    assert f'value="{day}"' in page
    assert lifter.client.get("/log/?day=not-a-day").status_code == 200


def test_an_exercise_is_offered_again_with_its_pain_still_to_tell(owner: Person) -> None:
    told, _ = TOLD["exercise"]
    send(owner, "exercise", {**told, "pain": 3})
    (entry,) = ids(owner)
    assert f"?again={entry}" in owner.client.get("/log/").content.decode()
    page = owner.client.get(f"/log/?again={entry}").content.decode()
    assert 'value="102.5"' in page
    assert 'value="3" selected' not in page
    assert 'name="edit"' not in page


def test_undo_of_a_morning_says_that_its_bad_news_stays(owner: Person) -> None:
    with acting_for(owner.diary):
        checkin(Checkin(ache=4, painkiller=False))
    (entry,) = ids(owner)
    said = owner.client.post("/undo/", {"entry": entry}, headers=JSON).json()["said"]
    assert "stays in force" in said
    assert not any(isinstance(record, Checkin) for record in records(owner))


def test_another_lifters_entry_is_not_found(owner: Person, stranger: Person) -> None:
    send(owner, "walk", {"minutes": 20})
    (entry,) = ids(owner)
    assert stranger.client.get(f"/log/?edit={entry}").status_code == 404
    assert send(stranger, "walk", {"minutes": 5}, edit=entry).status_code == 404
    assert stranger.client.post("/undo/", {"entry": entry}).status_code == 404
    assert len(records(owner)) == 1


def test_a_stale_page_keeps_what_was_typed(owner: Person) -> None:
    answer = owner.client.post("/log/", {"kind": "note", "text": "half a thought", "day": "2020-01-01"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "half a thought" in page
    assert "it is" in page
    assert records(owner) == []


def test_an_unknown_kind_is_not_found(owner: Person) -> None:
    assert send(owner, "elixir", {}).status_code == 404


def test_the_notation_reads_every_line_back() -> None:
    for _, line in TOLD.values():
        assert not parse(f"2026-01-01 {line}").problems
