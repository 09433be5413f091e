"""The check-in page: nothing is answered for the lifter, sent twice it is stored once, a correction shows."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from people import Person

from underbar.diary.records import Checkin, Entry
from underbar.services import clock
from underbar.services.database import acting_for
from underbar.services.facts import day_entries
from underbar.services.mornings import before_answering

DAY = date(2026, 3, 5)
ZONE = timezone(timedelta(hours=1))
ID = "01890000-0000-7000-8000-00000000000a"
QUIET = {"ache": "0", "stiff": "none", "painkiller": "no"}


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


@pytest.fixture(autouse=True)
def morning(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The clock of the server, to be set by a test."""
    shown = [at(6, 41)]
    for module in ("underbar.web.sending", "underbar.web.pages.checkin", "underbar.services.history"):
        monkeypatch.setattr(f"{module}.now", lambda: shown[0])
    monkeypatch.setattr(clock, "now", lambda: shown[0])
    return shown


def send(person: Person, path: str = "/checkin/", json: bool = False, **fields: Any) -> Any:
    accept = {"accept": "application/json"} if json else {}
    return person.client.post(path, {"day": DAY.isoformat(), **fields}, headers=accept)


def checkins(person: Person, day: date = DAY) -> list[Entry]:
    with acting_for(person.diary):
        return [entry for entry in day_entries(day) if isinstance(entry.record, Checkin)]


class Inputs(HTMLParser):
    """The inputs of a page, by name."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "input":
            self.found.append(dict(attrs))

    def named(self, name: str) -> list[dict[str, str | None]]:
        return [one for one in self.found if one.get("name") == name]

    def value(self, name: str) -> str | None:
        return self.named(name)[0].get("value")


def page(person: Person, path: str = "/checkin/") -> str:
    return person.client.get(path).content.decode()


def test_a_quiet_morning_takes_four_taps(owner: Person) -> None:
    inputs = Inputs(page(owner))
    required = {one["name"] for one in inputs.found if "required" in one}
    assert required == {"ache", "painkiller"}
    assert not [one for one in inputs.found if "checked" in one], "nothing is answered for the lifter"
    # Ache 0, not stiff, no painkiller, Show today.
    assert send(owner, **QUIET).status_code == 302
    (entry,) = checkins(owner)
    assert entry.record == Checkin(ache=0, stiff="none", painkiller=False)
    assert entry.time == 6 * 60 + 41


@pytest.mark.parametrize(("left_out", "asked"), [("ache", "how much it aches"), ("painkiller", "painkiller")])
def test_what_gates_must_be_answered(owner: Person, left_out: str, asked: str) -> None:
    answers = {**QUIET, "ache": "4", "sleep_h": "7", left_out: ""}
    response = send(owner, **answers)
    html = response.content.decode()
    assert response.status_code == 422
    assert asked in html.split(f'data-error-for="{left_out}"')[1].split("</div>")[0]
    assert Inputs(html).value("sleep_h") == "7", "what was typed is kept"
    assert checkins(owner) == []
    assert left_out in send(owner, json=True, **answers).json()["errors"]


def test_sent_twice_it_is_stored_once(owner: Person) -> None:
    first = send(owner, json=True, id=ID, **QUIET).json()
    again = send(owner, json=True, id=ID, **QUIET).json()
    assert first["stored"] == again["known"] == [ID]
    assert len(checkins(owner)) == 1
    form = Inputs(page(owner))
    for _ in range(2):
        assert send(owner, form=form.value("form"), seen=ID, **{**QUIET, "ache": "1"}).status_code == 302
    with acting_for(owner.diary):
        assert len(before_answering(DAY).said) == 2


def test_a_page_sent_again_with_other_answers_corrects_it(owner: Person) -> None:
    send(owner, form=ID, **QUIET)
    send(owner, form=ID, **{**QUIET, "ache": "4"})
    assert [entry.record.ache for entry in checkins(owner)] == [4]  # type: ignore[union-attr]


def test_a_correction_says_what_becomes_of_the_first(owner: Person, morning: list[datetime]) -> None:
    send(owner, id=ID, **{**QUIET, "ache": "1", "side": "right"})
    html = page(owner)
    assert "You checked in at 06:41: ache 1 on the right" in html
    form = Inputs(html)
    assert form.value("seen") == ID
    assert [one["value"] for one in form.named("ache") if "checked" in one] == ["1"]
    morning[0] = at(6, 50)
    send(owner, seen=ID, **QUIET)
    html = page(owner)
    assert "You checked in at 06:50: no ache" in html
    assert re.search(r"<s>06:41: ache 1 on the right.*?</s>.*no longer counts", html)
    with acting_for(owner.diary):
        counted = before_answering(DAY).counted
    assert counted is not None
    assert (counted.ache, counted.contradictory) == (0, False)


def test_a_late_correction_takes_no_bad_news_away(owner: Person, morning: list[datetime]) -> None:
    send(owner, id=ID, **{**QUIET, "ache": "4"})
    morning[0] = at(20)
    send(owner, seen=ID, **QUIET)
    assert re.search(r"<s>06:41: ache 4.*?</s>.*still counts", page(owner))
    with acting_for(owner.diary):
        counted = before_answering(DAY).counted
    assert counted is not None
    assert counted.ache == 4


def test_two_phones_at_once_are_both_kept_and_can_become_one(owner: Person) -> None:
    other = ID[:-1] + "b"
    send(owner, id=ID, **QUIET)
    answer = send(owner, json=True, id=other, **{**QUIET, "ache": "2"}).json()
    assert any("most careful" in warning for warning in answer["warnings"])
    html = page(owner)
    assert "no load rises" in html
    form = Inputs(html)
    assert {one["value"] for one in form.named("seen")} == {ID, other}
    send(owner, seen=[ID, other], **{**QUIET, "ache": "1"})
    with acting_for(owner.diary):
        before = before_answering(DAY)
    assert {one.answers.ache for one in before.standing} == {1}
    assert before.counted is not None
    assert not before.counted.contradictory


@pytest.mark.parametrize(
    ("fields", "minutes"),
    [
        ({"woke": "0"}, 401),
        ({"woke": "120"}, 281),
        ({"woke": "earlier", "woke_at": "05:10"}, 310),
        ({}, None),
    ],
)
def test_waking_is_one_tap(owner: Person, fields: dict[str, str], minutes: int | None) -> None:
    send(owner, **QUIET, **fields)
    (entry,) = checkins(owner)
    assert entry.record.woke == minutes  # type: ignore[union-attr]


def test_a_night_shift_is_not_late(owner: Person, morning: list[datetime]) -> None:
    morning[0] = at(17)
    assert "say when you woke" in page(owner)
    send(owner, woke="30", **QUIET)
    with acting_for(owner.diary):
        (said,) = before_answering(DAY).said
    assert said.timely


def test_earlier_asks_when(owner: Person) -> None:
    assert "woke_at" in send(owner, json=True, woke="earlier", **QUIET).json()["errors"]


def test_ache_0_has_no_side_and_sides_told_apart_agree_with_the_ache(owner: Person) -> None:
    send(owner, **{**QUIET, "side": "left"})
    assert checkins(owner)[0].record.side is None  # type: ignore[union-attr]
    assert (
        "left" in send(owner, json=True, **{**QUIET, "ache": "4", "left": "1", "right": "2"}).json()["errors"]
    )
    assert "right" in send(owner, json=True, **{**QUIET, "ache": "4", "left": "4"}).json()["errors"]
    with acting_for(owner.diary):
        seen = [one.id for one in before_answering(DAY).standing]
    send(owner, seen=seen, **{**QUIET, "ache": "4", "left": "1", "right": "4"})
    (record,) = (e.record for e in checkins(owner) if e.id not in seen)
    assert isinstance(record, Checkin)
    assert (record.left, record.right, record.side) == (1, 4, None)


def test_a_devices_night_is_shown_and_not_told_again(owner: Person, tmp_path: Path) -> None:
    owner.bring(f"{DAY}\n sleep 7h20 from watch id n1\n", tmp_path, at(6))
    html = page(owner)
    form = Inputs(html)
    assert "from watch" in html
    assert (form.value("sleep_h"), form.value("sleep_min"), form.value("sleep_was")) == ("7", "20", "7:20")
    untouched = {"sleep_h": "7", "sleep_min": "20", "sleep_was": "7:20"}
    send(owner, **QUIET, **untouched)
    (entry,) = checkins(owner)
    assert entry.record.sleep is None  # type: ignore[union-attr]
    answer = send(owner, json=True, seen=entry.id, **QUIET, **{**untouched, "sleep_h": "5"}).json()
    assert any("watch has 7 h 20" in warning for warning in answer["warnings"])
    assert checkins(owner)[-1].record.sleep == 5 * 3600 + 20 * 60  # type: ignore[union-attr]


def test_without_a_device_the_night_is_unknown(owner: Person) -> None:
    form = Inputs(page(owner))
    assert (form.value("sleep_h"), form.value("sleep_was")) == ("", "")


def test_the_stepper_begins_at_the_lifters_own_night(lifter: Person) -> None:
    found = re.search(r'data-usual="(\d+)"', page(lifter))
    assert found
    assert 5 * 60 < int(found[1]) < 9 * 60


def test_a_past_day_can_be_filled_in_and_raises_nothing(owner: Person) -> None:
    path = "/checkin/2026-03-04/"
    assert "never raises" in page(owner, path)
    assert send(owner, path, **{**QUIET, "day": "2026-03-04"}).status_code == 302
    with acting_for(owner.diary):
        (said,) = before_answering(DAY - timedelta(1)).said
        assert not said.timely
    assert owner.client.get("/checkin/2026-03-06/").status_code == 404
    assert owner.client.get("/checkin/soon/").status_code == 404
    assert owner.client.get(f"/checkin/{DAY}/").status_code == 302


def test_a_page_of_yesterday_keeps_what_was_typed_and_offers_both_days(owner: Person) -> None:
    typed = {**QUIET, "ache": "3", "sleep_h": "6", "day": "2026-03-04"}
    response = send(owner, **typed)
    html = response.content.decode()
    assert response.status_code == 409
    assert checkins(owner) == checkins(owner, DAY - timedelta(1)) == []
    form = Inputs(html)
    assert form.value("day") == DAY.isoformat()
    assert form.value("sleep_h") == "6"
    assert 'formaction="/checkin/2026-03-04/"' in html
    assert send(owner, json=True, **typed).status_code == 409
    assert send(owner, "/checkin/2026-03-04/", **typed).status_code == 302
    assert len(checkins(owner, DAY - timedelta(1))) == 1


def test_a_clock_two_days_off_is_put_right_and_said(owner: Person) -> None:
    off = at(6, 41) + timedelta(days=2)
    made = off - timedelta(minutes=5)
    answer = send(owner, json=True, id=ID, at=made.isoformat(), now=off.isoformat(), **QUIET).json()
    assert answer["clock_off_minutes"] == 2880
    (entry,) = checkins(owner)
    assert entry.time == 6 * 60 + 36


def test_nobody_else_sees_it(owner: Person, stranger: Person, anonymous: Any) -> None:
    send(owner, id=ID, **{**QUIET, "ache": "7"})
    assert "ache 7" not in page(stranger)
    assert anonymous.get("/checkin/").status_code == 302
    assert anonymous.post("/checkin/", QUIET).status_code == 302
