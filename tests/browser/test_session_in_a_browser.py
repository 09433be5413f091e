"""At the bar with one thumb: warm-ups, brace, every set, the pain; and the release timer by its own clock."""

from __future__ import annotations

import re
from typing import Any

import pytest
from browsing import Site, story, today, until
from playwright.sync_api import Page, expect

CALM = 700
"""Milliseconds after which the next step takes a tap."""
ANSWER = 15_000


@pytest.fixture
def site(morning: Site) -> Site:
    return morning


def _check_in(page: Page, site: Site) -> None:
    page.goto(site.url + "/checkin/")
    page.locator("label:has(input[name=ache][value='0'])").click()
    page.locator("label:has(input[name=painkiller][value=no])").click()
    page.locator("form[action='/checkin/'] button.main").click()
    page.wait_for_url(site.url + "/")


def through_the_session(page: Page) -> int:
    """Taps every button as planned, and `pain 0` at the end; how many work sets were logged."""
    sets = 0
    for _ in range(30):
        page.wait_for_timeout(CALM)
        step = page.locator("#gym [data-step]:visible").first
        kind = step.get_attribute("data-step")
        if kind == "end":
            return sets
        if kind == "finish":
            step.locator("label:has(input[name=pain][value='0'])").click()
            step.locator("button.main").click()
        elif kind == "rest":
            step.locator("[data-go]").click()
        elif kind == "work":
            box = step.locator("label:has(input[name=brace])")
            if not step.locator("input[name=brace]").is_checked():
                box.click()
            sets += 1
            step.locator("button.main").click()
        else:
            step.locator("button.main").click()
    raise AssertionError("the session does not end")


def test_a_whole_session_and_what_the_diary_then_holds(site: Site, visit: Any) -> None:
    page = visit(site).new_page()
    _check_in(page, site)
    page.goto(site.url + "/gym/")
    numeral = page.locator(".numeral .load").filter(visible=True)
    page.wait_for_timeout(CALM)
    size = numeral.first.evaluate("found => parseFloat(getComputedStyle(found).fontSize)")
    assert size >= 72
    assert through_the_session(page) == 3
    expect(page.locator("#gym [data-step=end]")).to_be_visible()
    until(page, "document.getElementById('outbox').hidden")
    lines = [line for line in site.diary_of_today() if " deadlift " in line]
    work = [line for line in lines if "warmup" not in line]
    assert sum("warmup" in line for line in lines) >= 1
    reps = sum(int(sets) for line in work for sets in re.findall(r" (\d+)x5", line))
    assert reps == 3, lines
    assert all("brace" in line for line in work), lines
    assert any("pain 0" in line for line in work), lines
    page.goto(site.url)
    assert "✓" in page.locator("main").inner_text()
    page.goto(site.url + "/gym/")
    expect(page.locator("#gym [data-step=end]")).to_be_visible()


def test_a_set_taken_back_is_out_of_the_diary(site: Site, visit: Any) -> None:
    page = visit(site).new_page()
    _check_in(page, site)
    page.goto(site.url + "/gym/")
    page.wait_for_timeout(CALM)
    page.locator("#gym [data-step=warmup]:visible button.main").click()
    page.wait_for_timeout(CALM)
    page.locator("[data-undo-last]:visible").click()
    until(page, "document.getElementById('outbox').hidden")
    page.wait_for_timeout(500)
    assert [line for line in site.diary_of_today() if "deadlift" in line] == []
    expect(page.locator("#gym [data-step=warmup]:visible").first).to_have_attribute("data-number", "1")


def test_the_release_timer_changes_sides_and_is_logged(site: Site, visit: Any) -> None:
    context = visit(site)
    context.clock.install(time=today())
    page = context.new_page()
    page.add_init_script("""
        window.buzzes = []
        navigator.vibrate = pattern => { buzzes.push(pattern); return true }
    """)
    page.goto(site.url + "/release/")
    page.locator("[data-part=start]").click()
    expect(page.locator("#timer")).to_have_attribute("data-phase", "first")
    first = page.locator("[data-part=side]").inner_text()
    page.clock.run_for(60_000)
    assert int(page.locator("[data-part=count]").inner_text()) in range(26, 32)
    page.clock.run_for(32_000)
    expect(page.locator("#timer")).to_have_attribute("data-phase", "change")
    expect(page.locator("[data-part=side]")).to_contain_text(
        "Change to the " + {"Left": "right", "Right": "left"}[first]
    )
    assert len(page.evaluate("buzzes")) >= 2, "no cue to change sides"
    page.clock.run_for(9_000)
    expect(page.locator("#timer")).to_have_attribute("data-phase", "second")
    # A phone that slept in between is right when it wakes.
    page.clock.fast_forward(95_000)
    expect(page.locator("#timer")).to_have_attribute("data-phase", "done")
    page.clock.resume()
    expect(page.locator("[data-part=said]")).to_contain_text("Noted", timeout=ANSWER)
    assert "release left 90s right 90s" in "\n".join(site.diary_of_today())
    page.locator("label:has(input[name=discomfort][value='2'])").click()
    expect(page.locator("[data-part=answered]")).not_to_be_empty(timeout=ANSWER)
    (line,) = [line for line in site.diary_of_today() if "release" in line]
    assert line.endswith("release left 90s right 90s pain 2")


def test_the_story_is_of_a_bar_day() -> None:
    day = today().strftime("%a").lower()
    (goal,) = [line for line in story().splitlines() if " goal " in line]
    assert day in goal.rpartition(" on ")[2]
