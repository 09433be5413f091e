"""The morning: few taps, keys alone, no JavaScript, two phones, old pages, wrong clocks."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from browsing import REFUSAL_TALK, Site, today
from playwright.sync_api import Page, expect

MOST_TAPS = 4
MOST_TABS = 60


@pytest.fixture
def site(morning: Site) -> Site:
    return morning


def _checkins(site: Site) -> list[str]:
    return [line for line in site.diary_of_today() if " checkin " in f" {line}"]


def _choose(page: Page, name: str, value: str) -> None:
    page.locator(f"label:has(input[name={name}][value='{value}'])").click()


def _answer(page: Page, ache: int, painkiller: str = "no") -> None:
    _choose(page, "ache", str(ache))
    _choose(page, "painkiller", painkiller)
    page.locator("form[action^='/checkin/'] button.main").click()


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_a_quiet_morning_takes_four_taps_from_today_to_todays_plan(site: Site, visit: Any) -> None:
    page = visit(site, has_touch=True).new_page()
    taps: list[str] = []

    def tapped(told: str) -> None:
        taps.append(told)

    page.expose_function("tapped", tapped)
    page.add_init_script(
        "addEventListener('click', e => e.isTrusted && tapped(e.target.outerHTML.slice(0, 80)), true)"
    )
    page.goto(site.url)
    page.locator("a[href='/checkin/']").first.tap()
    page.locator("label:has(input[name=ache][value='0'])").tap()
    page.locator("label:has(input[name=painkiller][value=no])").tap()
    page.locator("form[action='/checkin/'] button.main").tap()
    page.wait_for_url(site.url + "/")
    # A tap on a label also clicks its input; that is the same tap.
    assert len([tap for tap in taps if not tap.startswith("<input")]) <= MOST_TAPS, taps
    (line,) = _checkins(site)
    assert line.endswith("checkin ache 0")
    expect(page.locator("main h1, main h2").first).to_be_visible()


def test_nothing_is_answered_for_the_lifter(site: Site, visit: Any) -> None:
    page = visit(site).new_page()
    page.goto(site.url + "/checkin/")
    assert page.locator("input[name=ache]:checked, input[name=painkiller]:checked").count() == 0
    page.locator("form[action='/checkin/'] button.main").click()
    expect(page.locator("[data-error-for=ache]")).to_be_visible()
    expect(page.locator("[data-error-for=painkiller]")).to_be_visible()
    _choose(page, "ache", "0")
    expect(page.get_by_text("Which side?")).to_be_hidden()
    _choose(page, "ache", "2")
    expect(page.get_by_text("Which side?")).to_be_visible()
    assert _checkins(site) == []


def test_a_check_in_by_keyboard_alone(site: Site, visit: Any) -> None:
    page = visit(site).new_page()
    page.goto(site.url)
    _tab_to(page, "a[href='/checkin/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/checkin/")
    _tab_to(page, "input[name=ache]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    _tab_to(page, "input[name=side]")
    page.keyboard.press("Space")
    _tab_to(page, "input[name=painkiller]")
    page.keyboard.press("Space")
    _tab_to(page, "form[action='/checkin/'] button.main")
    page.keyboard.press("Enter")
    page.wait_for_url(site.url + "/")
    (line,) = _checkins(site)
    assert "ache 1 side left" in line


def test_three_keys_are_enough(site: Site, visit: Any) -> None:
    page = visit(site).new_page()
    page.goto(site.url + "/checkin/")
    page.keyboard.press("0")
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    page.wait_for_url(site.url + "/")
    assert len(_checkins(site)) == 1


def test_without_javascript_one_checks_in_and_reads_the_plan(site: Site, visit: Any) -> None:
    page = visit(site, java_script_enabled=False).new_page()
    page.goto(site.url)
    page.locator("a[href='/checkin/']").first.click()
    _answer(page, 0)
    page.wait_for_url(site.url + "/")
    expect(page.locator("main")).to_contain_text(re.compile(r"\d+ lb"))
    page.locator("main summary").first.click()
    expect(page.locator("main details[open]").first).to_be_visible()
    assert len(_checkins(site)) == 1


def test_a_correction_supersedes_and_shows_so(site: Site, visit: Any) -> None:
    page = visit(site).new_page()
    page.goto(site.url + "/checkin/")
    _answer(page, 0)
    page.wait_for_url(site.url + "/")
    page.goto(site.url + "/checkin/")
    assert page.locator("input[name=ache]:checked").get_attribute("value") == "0"
    _answer(page, 2)
    page.wait_for_url(site.url + "/")
    (line,) = _checkins(site)
    assert "ache 2" in line
    page.goto(site.url + "/checkin/")
    page.get_by_text("What you said before").click()
    expect(page.locator(".before s").first).to_be_visible()


def test_two_browsers_edit_the_same_morning_and_the_careful_answer_counts(site: Site, visit: Any) -> None:
    one, two = visit(site).new_page(), visit(site).new_page()
    for page in (one, two):
        page.goto(site.url + "/checkin/")
    _answer(one, 0)
    one.wait_for_url(site.url + "/")
    progress = one.locator("main").inner_text()
    _answer(two, 2)
    two.wait_for_url(site.url + "/")
    assert sorted(re.findall(r"ache \d", " ".join(_checkins(site)))) == ["ache 0", "ache 2"]
    for page in (one, two):
        page.goto(site.url)
    assert one.locator("main").inner_text() == two.locator("main").inner_text() != progress
    assert "contradictory-check-in" in site.underbar("today", "--json")
    three = visit(site).new_page()
    three.goto(site.url + "/checkin/")
    _answer(three, 2)
    three.wait_for_url(site.url + "/")
    # Each of the two is corrected, so that what stands agrees.
    assert {line.partition(" ")[2] for line in _checkins(site)} == {"checkin ache 2"}
    assert "contradictory-check-in" not in site.underbar("today", "--json")


def test_a_double_tap_stores_once(site: Site, visit: Any) -> None:
    page = visit(site).new_page()
    page.goto(site.url + "/checkin/")
    _choose(page, "ache", "1")
    _choose(page, "painkiller", "no")
    page.locator("form[action='/checkin/'] button.main").dblclick()
    page.wait_for_url(site.url + "/")
    page.wait_for_timeout(500)
    assert len(_checkins(site)) == 1
    assert (
        sum(" checkin " in line and today().date().isoformat() in line for line in site.diary(full=True)) == 1
    )


def test_a_page_of_yesterday_keeps_what_was_typed_and_offers_both_days(site: Site, visit: Any) -> None:
    page = visit(site, allowed=REFUSAL_TALK).new_page()
    yesterday = (today().date() - timedelta(days=1)).isoformat()
    page.goto(site.url + "/checkin/")
    page.locator("input[name=day]").evaluate("(input, day) => { input.value = day }", yesterday)
    page.fill("[name=sleep_h]", "6")
    _answer(page, 1)
    expect(page.locator(".errors")).to_contain_text("Nothing was stored")
    assert page.input_value("[name=sleep_h]") == "6"
    assert page.locator("input[name=ache]:checked").get_attribute("value") == "1"
    assert _checkins(site) == []
    page.locator("form[action='/checkin/'] button.main").click()
    page.wait_for_url(site.url + "/")
    (line,) = _checkins(site)
    assert "ache 1" in line


@pytest.mark.parametrize("days", [-2, 2])
def test_a_clock_two_days_off_is_told_and_changes_nothing(site: Site, visit: Any, days: int) -> None:
    context = visit(site)
    context.clock.install(time=today() + timedelta(days=days))
    page = context.new_page()
    page.goto(site.url + "/checkin/")
    _answer(page, 0)
    page.wait_for_url(site.url + "/")
    expect(page.locator("main")).to_contain_text("2 days " + ("ahead" if days > 0 else "behind"))
    (line,) = _checkins(site)
    assert abs(int(line[:2]) - today().hour) <= 1
