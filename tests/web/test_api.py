"""The API: entries in, each once and all or none; listed; removed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from devices import IDS, Device, full, today
from people import Person

from underbar.services.clock import now
from underbar.services.database import acting_for
from underbar.services.entries_in import SentLine, add_batch
from underbar.services.errors import NotUnderstood


@pytest.fixture
def fresh(owner: Person) -> Device:
    """A device of an empty diary."""
    return Device(owner)


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


def test_a_batch_too_many_for_the_service_is_refused_by_its_checks(owner: Person) -> None:
    with acting_for(owner.diary), pytest.raises(NotUnderstood) as refused:
        add_batch([SentLine("walk 20min"), SentLine("checkin ache 11")])
    assert [issue.line for issue in refused.value.issues] == [2]
