"""Today: what it shows of a plan, in which order, and what one tap notes."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest
from people import Person

from underbar.diary.notation import format_diary, parse_bytes
from underbar.diary.records import Checkin, Entry, Goal, Skip, Stability, Walk
from underbar.protocol.reasons import reason
from underbar.services import planning
from underbar.services.database import acting_for
from underbar.services.errors import RuleFailure
from underbar.services.facts import day_entries
from underbar.services.history import lifters_today
from underbar.services.sample import SAMPLE
from underbar.web.plan.loads import comes_off, load_words
from underbar.web.plan.view import plan_html
from underbar.web.plan.why import whys
from underbar.wording.en_today import step_sentence

BAR_DAY = date(2026, 3, 19)
REST_DAY = date(2026, 3, 20)
QUIET = "06:41 checkin ache 0 stiff none sleep 7h20 woke 06:30"


def today_of(person: Person) -> date:
    with acting_for(person.diary):
        return lifters_today().day


def story(person: Person, folder: Path, day: date, *lines: str, gap: int = 0) -> date:
    """The sample diary as if its `day` were today, any weekday being a bar day, and `lines` of today.

    `gap`: days before today without an entry.
    """
    today = today_of(person)
    entries = []
    for entry in parse_bytes(SAMPLE.read_bytes()).entries:
        moved = entry._replace(day=entry.day + (today - day))
        if isinstance(moved.record, Goal):
            kept = moved.record
            moved = moved._replace(record=Goal(kept.lift, kept.target, kept.best, kept.start, ()))
        if moved.day < today - timedelta(days=gap):
            entries.append(moved)
    text = format_diary(entries) + "".join(f"\n{today} {line}" for line in lines) + "\n"
    person.bring(text, folder)
    return today


def read(person: Person, path: str = "/") -> str:
    response = person.client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def entries_of(person: Person, day: date) -> tuple[Entry, ...]:
    with acting_for(person.diary):
        return day_entries(day)


def test_an_empty_diary_begins_with_the_first_run(owner: Person) -> None:
    response = owner.client.get("/")
    assert (response.status_code, response["Location"]) == (302, "/welcome/")


def test_before_the_check_in_it_comes_first_and_the_plan_can_still_be_read(
    owner: Person, tmp_path: Path
) -> None:
    story(owner, tmp_path, BAR_DAY)
    page = words(read(owner))
    assert page.index("Check in") < page.index("before your check-in") < page.index("Deadlift")
    assert "Release" in page


def test_a_bar_day_shows_its_load_in_both_units_and_the_way_to_the_gym(owner: Person, tmp_path: Path) -> None:
    story(owner, tmp_path, BAR_DAY, QUIET)
    html = read(owner)
    page = words(html)
    assert "170 lb · 77.1 kg" in page
    assert "45 + 10 + 5 + 2.5 lb on each side" in page
    assert "▲" in page
    assert "step up" in page
    assert 'href="/gym/"' in html
    assert page.index("Release") < page.index("Suitcase carry") < page.index("170 lb · 77.1")


def test_once_the_morning_work_is_noted_the_bar_comes_first(owner: Person, tmp_path: Path) -> None:
    story(
        owner, tmp_path, BAR_DAY, QUIET,
        "release left 90s right 90s",
        "single-leg-bridge level 6 left 3x8 right 3x8 pain 0 form ok",
        "pallof-press level 5 left 3x8 right 3x8 pain 0 form ok",
    )  # fmt: skip
    page = words(read(owner))
    assert page.index("170 lb · 77.1") < page.index("This morning")
    assert "90 s a side" in page
    assert "Undo" in page


def test_the_headline_does_not_forget_this_mornings_own_ache(owner: Person, tmp_path: Path) -> None:
    story(owner, tmp_path, BAR_DAY, "06:41 checkin ache 1 side right stiff none sleep 7h20 woke 06:30")
    (headline,) = re.findall(r"<h1>(.*?)</h1>", read(owner))
    assert headline.endswith("This morning a 1 on the right.")


def test_what_opens_the_next_step_is_what_the_engine_says(owner: Person, tmp_path: Path) -> None:
    story(owner, tmp_path, BAR_DAY, QUIET)
    assert "180 lb is open on" in words(read(owner))


def test_each_reason_says_who_says_so_and_the_binding_one_is_marked(owner: Person, tmp_path: Path) -> None:
    story(owner, tmp_path, BAR_DAY, QUIET)
    html = read(owner)
    (bar,) = re.findall(r'<section class="iron".*?</section>', html, re.S)
    assert words(bar).count("This decided it") == 1
    assert "the article's own rule" in words(bar)


def test_tomorrow_has_its_flare_row_with_shape_and_word(owner: Person, tmp_path: Path) -> None:
    story(owner, tmp_path, BAR_DAY, QUIET)
    rows = re.findall(r"<li><span class=\"answers\">(.*?)</li>", read(owner), re.S)
    assert any(words(row).startswith("Ache 3 or more ◆ flare") for row in rows)
    assert len(rows) >= 2


def test_under_a_lock_there_is_its_text_and_no_plan(owner: Person, tmp_path: Path) -> None:
    story(owner, tmp_path, BAR_DAY, QUIET, "screen cauda-equina scope re")
    page = words(read(owner))
    assert "Get emergency help now" in page
    assert "A clinician assessed me" in page
    for left_out in ("170", "Release", "Pallof", "Walk", "tomorrow"):
        assert left_out not in page
    assert "No plan today" in words(read(owner, "/release/"))
    assert "No plan today" in words(read(owner, "/daily/"))


def test_after_missed_days_yesterday_can_be_filled_in(owner: Person, tmp_path: Path) -> None:
    today = story(owner, tmp_path, BAR_DAY, gap=4)
    html = read(owner)
    assert "Four days without a line" in html
    assert f"/checkin/{today - timedelta(days=1)}/" in html


def test_a_rule_that_fails_gives_no_recommendation(lifter: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuleFailure("A rule failed.")

    monkeypatch.setattr(planning.fold, "fold_to", fail)
    response = lifter.client.get("/")
    assert response.status_code == 500
    page = words(response.content.decode())
    assert "A rule failed." in page
    assert "Release" not in page


def test_not_today_is_one_tap_and_can_be_taken_back(owner: Person, tmp_path: Path) -> None:
    today = story(owner, tmp_path, BAR_DAY, QUIET)
    answer = owner.client.post("/call/", {"call": "not-today", "day": today.isoformat()})
    assert answer.status_code == 302
    assert [e.record for e in entries_of(owner, today) if isinstance(e.record, Skip)] == [Skip("other")]
    page = words(read(owner))
    assert "No bar today, as you chose" in page
    assert "I’m at the gym" not in page


def test_a_tap_on_yesterdays_page_notes_nothing(owner: Person, tmp_path: Path) -> None:
    today = story(owner, tmp_path, BAR_DAY, QUIET)
    old = (today - timedelta(days=1)).isoformat()
    for path, fields in (
        ("/call/", {"call": "not-today"}),
        ("/walk/", {"minutes": "20"}),
        ("/daily/log/", {"exercise": "pallof-press", "level": "5"}),
        ("/release/", {"left": "90", "right": "90"}),
    ):
        assert owner.client.post(path, {**fields, "day": old}).status_code == 409
    kinds = {type(entry.record) for entry in entries_of(owner, today)}
    assert kinds == {Checkin}


def test_a_walk_sent_twice_is_stored_once(owner: Person, tmp_path: Path) -> None:
    today = story(owner, tmp_path, BAR_DAY, QUIET)
    fields = {"minutes": "20", "day": today.isoformat(), "id": "0190a0a0-0000-7000-8000-000000000001"}
    for _ in range(2):
        assert owner.client.post("/walk/", fields, HTTP_ACCEPT="application/json").status_code == 200
    walks = [e.record for e in entries_of(owner, today) if isinstance(e.record, Walk)]
    assert walks == [Walk(1200)]
    assert owner.client.post("/walk/", {"minutes": "many"}).status_code == 422


def test_one_tap_logs_the_dose_and_leaves_the_answers_open(owner: Person, tmp_path: Path) -> None:
    today = story(owner, tmp_path, BAR_DAY, QUIET)
    html = read(owner)
    (row,) = re.findall(r'<li class="item" id="item-pallof-press">.*?</li>', html, re.S)
    form = re.findall(r'<div class="act">.*?</div>', row, re.S)[0]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    fields.pop("csrfmiddlewaretoken", None)
    owner.client.post("/daily/log/", fields)
    (done,) = [e.record for e in entries_of(owner, today) if isinstance(e.record, Stability)]
    assert (done.level, str(done.left), str(done.right)) == (5, "3x8", "3x8")
    assert done.pain is None
    assert done.form is None
    assert "✓" in read(owner)


def test_the_kept_body_carries_each_sessions_own_token(owner: Person, tmp_path: Path) -> None:
    story(owner, tmp_path, BAR_DAY, QUIET)
    first, second = read(owner), read(owner)
    tokens = [set(re.findall(r'csrfmiddlewaretoken" value="(\w+)"', html)) for html in (first, second)]
    assert all(len(found) == 1 for found in tokens)
    assert "<!--csrf-->" not in first


def test_a_plan_alone_is_a_page_without_forms(lifter: Person) -> None:
    with acting_for(lifter.diary):
        plan = planning.plan_today()
    body = plan_html(plan, live=False)
    assert "<form" not in body
    assert "Release" in body
    assert "Check in" not in body


@pytest.mark.parametrize(
    ("plates", "lighter"),
    [((45.0, 10.0, 5.0, 2.5), 150.0), ((45.0, 45.0), 80.0), ((), None)],
)
def test_lighter_is_what_comes_off_the_bar(plates: tuple[float, ...], lighter: float | None) -> None:
    assert comes_off(170.0, plates) == lighter


def test_plates_of_the_other_unit_are_named_first() -> None:
    assert load_words(225.97, "lb", "kg") == "102.5 kg, 226 lb"


def test_the_next_step_in_a_sentence() -> None:
    thursday = date(2026, 3, 5)
    friday, monday = date(2026, 3, 6), date(2026, 3, 9)
    said = step_sentence(thursday, "195 lb", monday, (), (friday, monday))
    assert said == "Two quiet mornings, tomorrow and Monday, and 195 lb is open on Monday."
    said = step_sentence(thursday, "195 lb", monday, (thursday,), (monday,))
    assert said == "Every set of today as planned, a quiet morning on Monday, and 195 lb is open on Monday."


def test_my_call_goes_to_the_gym_with_what_was_chosen(owner: Person, tmp_path: Path) -> None:
    story(owner, tmp_path, BAR_DAY, QUIET)
    html = unescape(read(owner))
    assert 'href="/gym/?lift=deadlift&lighter=150"' in html
    assert 'href="/gym/?lift=deadlift&sets=2"' in html
    assert "the next session keeps its load" in html
    assert 'name="heavier"' in html
    assert 'name="because"' in html


def test_a_ladder_without_a_level_offers_to_find_it(owner: Person, tmp_path: Path) -> None:
    today = today_of(owner)
    owner.bring(f"{today} screen none scope full\n{today} {QUIET}\n", tmp_path)
    html = read(owner)
    assert 'href="/daily/levels/#single-leg-bridge"' in html


def test_the_reason_that_decided_stands_first_and_the_same_is_said_once() -> None:
    reasons = [
        reason("level-down", "single-leg-bridge", 2, "flare"),
        reason("level-down", "pallof-press", 2, "flare"),
        reason("short-sleep", 5.0, 6.0, binding=True),
    ]
    first, second = whys(reasons, BAR_DAY)
    assert first.decided
    assert first.change
    assert second.said.startswith("Single-leg bridge and Pallof press: down to level 2")
    assert second.url == "/method/rules/level-down/"
