"""Which device tells the night: buttons that move a source, without a script, and where the focus goes."""

from __future__ import annotations

from datetime import date, timedelta
from html.parser import HTMLParser

import pytest
from page_forms import forms_of
from people import Person

from underbar.services.database import acting_for
from underbar.services.diary_log import add_lines
from underbar.services.history import lifters_today
from underbar.services.sources import night_sources


class Buttons(HTMLParser):
    """The buttons that move a source: (source, move) in the order of the page, and what each can do."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.source = ""
        self.live: list[tuple[str, str]] = []
        self.focus: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "input" and given.get("name") == "source":
            self.source = given["value"]
        if tag == "button" and given.get("name") == "move":
            found = (self.source, given["value"])
            self.live += [] if "disabled" in given else [found]
            self.focus += [found] if "autofocus" in given else []


def today(person: Person) -> date:
    with acting_for(person.diary):
        return lifters_today().day


@pytest.fixture
def sleeper(owner: Person) -> Person:
    """The owner, whose nights are told by three devices."""
    lines = [
        f"{today(owner) - timedelta(days=away)} sleep 7h from {source}"
        for source, nights in (("oura", 3), ("whoop", 2), ('"my watch"', 1))
        for away in range(nights)
    ]
    with acting_for(owner.diary):
        add_lines("\n".join(lines))
    return owner


def order(person: Person) -> tuple[str, ...]:
    with acting_for(person.diary):
        return night_sources().order


def press(person: Person, source: str, move: str) -> Buttons:
    """Press a button of the page, and the page that comes."""
    answer = person.client.post("/sources/", {"source": source, "move": move}, follow=True)
    assert answer.status_code == 200
    return Buttons(answer.content.decode())


def test_a_diary_without_nights_says_so(owner: Person) -> None:
    assert "No device has told a night so far" in owner.client.get("/sources/").content.decode()


def test_without_an_order_each_can_be_put_first(sleeper: Person) -> None:
    page = sleeper.client.get("/sources/").content.decode()
    assert Buttons(page).live == [("oura", "in"), ("whoop", "in"), ("my watch", "in")]
    assert "Oura" in page
    assert "3 nights, the last on" in page


def test_the_forms_of_the_page_are_what_moves_a_source(sleeper: Person) -> None:
    forms = [form for form in forms_of(sleeper.client.get("/sources/").content.decode(), "/sources/")
             if "move" in form.fields]  # fmt: skip
    sleeper.client.post(forms[1].action, forms[1].fields)
    assert order(sleeper) == ("whoop",)


def test_sources_move_up_and_down_and_out(sleeper: Person) -> None:
    for source in ("whoop", "oura", "my watch"):
        press(sleeper, source, "in")
    assert order(sleeper) == ("whoop", "oura", "my watch")
    page = press(sleeper, "my watch", "up")
    assert order(sleeper) == ("whoop", "my watch", "oura")
    assert page.live == [
        ("whoop", "down"), ("whoop", "out"),
        ("my watch", "up"), ("my watch", "down"), ("my watch", "out"),
        ("oura", "up"), ("oura", "out"),
    ]  # fmt: skip
    press(sleeper, "whoop", "down")
    press(sleeper, "oura", "out")
    assert order(sleeper) == ("my watch", "whoop")


def test_the_focus_stays_with_what_was_moved(sleeper: Person) -> None:
    assert press(sleeper, "whoop", "in").focus == [("whoop", "out")]
    assert press(sleeper, "oura", "in").focus == [("oura", "up")]
    assert press(sleeper, "oura", "up").focus == [("oura", "down")]
    press(sleeper, "my watch", "in")
    assert press(sleeper, "oura", "down").focus == [("oura", "down")]
    assert press(sleeper, "oura", "out").focus == [("oura", "in")]


def test_it_says_what_was_kept_and_nothing_where_nothing_was(sleeper: Person) -> None:
    press(sleeper, "whoop", "in")
    told = sleeper.client.post("/sources/", {"source": "oura", "move": "in"}, follow=True).content.decode()
    assert "The night is told by Whoop, else Oura." in told.replace("&#x27;", "'")
    again = sleeper.client.post("/sources/", {"source": "whoop", "move": "up"}, follow=True).content.decode()
    assert "The night is told by" not in again


def test_what_no_order_can_hold_is_said_and_changes_nothing(sleeper: Person) -> None:
    with acting_for(sleeper.diary):
        add_lines(f'{today(sleeper)} sleep 7h from "a,b"')
    answer = sleeper.client.post("/sources/", {"source": "a,b", "move": "in"})
    assert answer.status_code == 422
    assert "without commas" in answer.content.decode()
    assert order(sleeper) == ()


def test_nights_by_hand_stand_there_without_a_button(sleeper: Person) -> None:
    with acting_for(sleeper.diary):
        add_lines(f"{today(sleeper)} sleep 7h")
    page = sleeper.client.get("/sources/").content.decode()
    assert "Written by hand" in page
    assert len(Buttons(page).live) == 3


def test_more_leads_there(owner: Person) -> None:
    assert 'href="/sources/"' in owner.client.get("/more/").content.decode()
