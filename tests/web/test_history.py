"""History: the picture, the same as a table, the calendar, and a past day as it was shown."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from people import Person

from underbar.diary.records import Checkin, Injection, Lift, Release, Work
from underbar.quantities import Sets, Weight
from underbar.services.database import acting_for
from underbar.services.diary_log import add_record, checkin
from underbar.services.facts import day_entries, facts
from underbar.services.planning import plan_today
from underbar.services.recovery import recovery
from underbar.web.bundles import CHARTS, static_files


def today_of(person: Person) -> date:
    with acting_for(person.diary):
        return facts().today


def get(person: Person, path: str, **asked: str) -> str:
    answer = person.client.get(path, asked)
    assert answer.status_code == 200, (path, answer.status_code)
    return str(answer.content.decode())


def spec_of(person: Person, **asked: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(get(person, "/history/spec.json", **asked))
    return found


def words_of(page: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


def test_the_picture_has_every_session_of_the_sample(lifter: Person) -> None:
    with acting_for(lifter.diary):
        days = recovery().days
        sessions = sum(
            isinstance(entry.record, Lift) and not entry.record.warmup
            for day in days
            for entry in day_entries(day.day)
        )
    answer = spec_of(lifter, show="all")
    drawn = [
        row for name, part in answer["spec"]["datasets"].items() if name.startswith("loads") for row in part
    ]
    assert len(drawn) == sum(len(day.lifts) for day in days) > 10
    assert sessions >= len(drawn)
    assert {row["v"] for row in drawn} > {"progress", "hold"}
    assert len(answer["days"]) == len(days)


def test_each_window_ends_today_and_is_no_longer_than_it_says(lifter: Person) -> None:
    today = today_of(lifter)
    for show, most in (("3", 91), ("6", 182), ("12", 365), ("nonsense", 182)):
        days = spec_of(lifter, show=show)["days"]
        assert days[-1][0] == today.isoformat()
        assert len(days) <= most


def test_the_picture_keeps_to_the_asked_width_and_theme(lifter: Person) -> None:
    narrow = spec_of(lifter, width="350", theme="dark")["spec"]
    wide = spec_of(lifter, width="99999", theme="light")["spec"]
    assert narrow["vconcat"][-1]["width"] < 350
    assert wide["vconcat"][-1]["width"] <= 1400
    assert narrow["config"]["background"] != wide["config"]["background"]


def test_without_javascript_there_is_a_picture(lifter: Person) -> None:
    page = get(lifter, "/history/")
    source = re.search(r'<noscript>.*?<img src="([^"]+)" alt="([^"]+)"', page, re.DOTALL)
    assert source is not None
    assert source[2].startswith("The recovery, ")
    answer = lifter.client.get(unescape(source[1]))
    assert answer["Content-Type"] == "image/svg+xml"
    assert b"NaN" not in answer.content


def test_only_the_page_of_the_picture_loads_what_draws_it(lifter: Person) -> None:
    assert "vega.js" in get(lifter, "/history/")
    for path in ("/history/table/", "/history/calendar/", f"/history/{today_of(lifter)}/", "/"):
        assert "vega" not in get(lifter, path)


def test_the_table_says_what_the_picture_shows(lifter: Person) -> None:
    today = today_of(lifter)
    with acting_for(lifter.diary):
        add_record(Release(90, 90))
        add_record(Injection("prolotherapy", "right", 2))
    page = get(lifter, "/history/table/", month=f"{today:%Y-%m}")
    (row,) = [row for row in re.findall(r"<tr>.*?</tr>", page, re.DOTALL) if f"/history/{today}/" in row]
    assert "Injection 2, prolotherapy on the right" in words_of(row)
    assert "done" in words_of(row)
    assert "<caption" in page
    heads = re.findall(r'<th scope="col">([^<]+)', page)
    assert {"Ache left", "Ache right", "Stiff", "Sleep", "Release", "On the bar"} <= set(heads)
    months = {day[0][:7] for day in spec_of(lifter, show="all")["days"]}
    assert any("▲ step up" in words_of(get(lifter, "/history/table/", month=month)) for month in months)


def test_the_calendar_opens_days_of_the_diary_and_no_others(lifter: Person) -> None:
    today = today_of(lifter)
    page = get(lifter, "/history/calendar/")
    assert f'href="/history/{today}/"' in page
    assert f'href="/history/{today + timedelta(1)}/"' not in page
    assert page.count('aria-current="date"') == 1
    first = date.fromisoformat(spec_of(lifter, show="all")["days"][0][0])
    earliest = get(lifter, "/history/calendar/", month=f"{first:%Y-%m}")
    assert f'href="/history/{first}/"' in earliest
    assert 'rel="prev"' not in earliest
    assert 'rel="next"' in earliest


@pytest.mark.parametrize("month", ["", "2026-13", "nonsense", "9999-12", "0001-01"])
def test_a_month_that_is_none_is_answered(lifter: Person, month: str) -> None:
    for path in ("/history/table/", "/history/calendar/"):
        get(lifter, path, month=month)


@pytest.mark.parametrize("day", ["2026-02-30", "nonsense", "1999-01-01", "2999-01-01", "20260105"])
def test_a_day_outside_the_diary_is_not_found(lifter: Person, day: str) -> None:
    assert lifter.client.get(f"/history/{day}/").status_code == 404


def test_a_day_opens_its_plan_as_it_was_shown(lifter: Person) -> None:
    with acting_for(lifter.diary):
        shown = plan_today()
        checkin(Checkin(ache=6, side="right", sleep=8 * 3600), seen=[])
        worse = plan_today()
    assert shown.verdict != worse.verdict
    page = words_of(get(lifter, f"/history/{shown.day}/"))
    assert "The plan as it was shown" in page
    assert "the last of 2" in page
    assert "Shown before it at" in page
    assert "come to the same" in page


def test_where_todays_rules_differ_it_says_where(lifter: Person) -> None:
    with acting_for(lifter.diary):
        plan = plan_today()
        checkin(Checkin(ache=6, side="right", sleep=8 * 3600), seen=[])
    page = words_of(get(lifter, f"/history/{plan.day}/"))
    assert "would differ" in page
    assert re.search(r"The day: .+ then, .+ now\.", page)


def test_a_day_without_a_shown_plan_says_so(lifter: Person) -> None:
    page = words_of(get(lifter, f"/history/{today_of(lifter) - timedelta(9)}/"))
    assert "No plan was shown on this day" in page


def test_corrections_and_what_was_taken_out_are_shown_as_such(lifter: Person) -> None:
    today = today_of(lifter)
    with acting_for(lifter.diary):
        checkin(Checkin(ache=1, side="left"))
        (walk,) = add_record(Lift("deadlift", (Work(Weight(135, "lb"), Sets(3, 5, "reps")),))).entries
    before = get(lifter, f"/history/{today}/")
    assert "corrected since" in before
    assert "taken out" not in before
    assert f'value="{walk.id}"' in before
    gone = lifter.client.post("/undo/", {"entry": walk.id, "day": today.isoformat(), "then": "day"})
    assert (gone.status_code, gone.url) == (302, f"/history/{today}/")
    after = get(lifter, f"/history/{today}/")
    assert "taken out" in after
    assert f'value="{walk.id}"' not in after


def test_verdicts_of_the_picture_are_those_that_were_shown(lifter: Person) -> None:
    with acting_for(lifter.diary):
        shown = plan_today()
        checkin(Checkin(ache=6, side="right", sleep=8 * 3600), seen=[])
        assert recovery().days[-1].verdict == shown.verdict
        assert plan_today().verdict != shown.verdict
        assert recovery(first=shown.day).days[-1].ache == 6


def test_nothing_yet_is_said_in_a_sentence(owner: Person) -> None:
    assert "nothing to look back on yet" in words_of(get(owner, "/history/"))
    assert owner.client.get("/history/spec.json").status_code == 404
    assert owner.client.get("/history/picture.svg").status_code == 404
    assert "nothing in the diary yet" in words_of(get(owner, "/history/table/"))
    get(owner, "/history/calendar/")


def test_one_day_is_a_picture_too(owner: Person) -> None:
    with acting_for(owner.diary):
        checkin(Checkin(ache=0, sleep=7 * 3600))
    assert "So far there is one day" in words_of(get(owner, "/history/"))
    assert len(spec_of(owner)["days"]) == 1
    assert b"NaN" not in owner.client.get("/history/picture.svg").content


def test_few_mornings_one_side_and_no_bar_are_said(owner: Person, tmp_path: Path) -> None:
    today = today_of(owner)
    lines = [
        f"{today - timedelta(away)} checkin ache {away % 3} side right sleep 7h" for away in (300, 200, 1)
    ]
    owner.bring("\n".join(lines) + "\n", tmp_path)
    page = words_of(get(owner, "/history/", show="12"))
    assert "No bar work in these days" in page
    assert "told of the right side" in page
    assert "Of these 301 days 3 have a check-in" in page
    assert b"NaN" not in owner.client.get("/history/picture.svg", {"show": "12"}).content


def test_each_lifter_sees_a_history_of_their_own(lifter: Person, stranger: Person) -> None:
    assert "nothing to look back on yet" in words_of(get(stranger, "/history/"))
    assert stranger.client.get(f"/history/{today_of(lifter)}/").status_code == 404


def test_what_draws_the_picture_is_collected_with_the_static_files(site: Any) -> None:
    before = list(settings.STATICFILES_DIRS)
    assert finders.find(CHARTS) is None
    with static_files():
        found = finders.find(CHARTS)
        assert found is not None
        assert "vegaEmbed" in Path(found).read_text(encoding="utf-8")
    assert before == settings.STATICFILES_DIRS
    assert finders.find(CHARTS) is None
