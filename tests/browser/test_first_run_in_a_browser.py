"""From an empty server to the first plan; and the sample diary, to look around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Site, serving, sign_up, until
from playwright.sync_api import Page, expect


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with serving(tmp_path / "home") as running:
        yield running


def _answer_all(page: Page) -> int:
    """Answers "none of these" on every page of the screen; how many pages there were."""
    pages = 0
    while "/screen/" in page.url and pages < 15:
        pages += 1
        before = page.locator(".steps").inner_text()
        for fieldset in page.locator("fieldset.question").all():
            fieldset.scroll_into_view_if_needed()
        page.keyboard.press("End")
        button = page.locator("[data-rest]")
        expect(button).to_be_enabled()
        button.click()
        page.wait_for_load_state()
        until(page, "before => document.querySelector('.steps')?.innerText !== before", before)
    return pages


def test_from_nothing_to_the_first_plan(site: Site, visit: Any) -> None:
    page = visit(site, None).new_page()
    sign_up(page, site)
    page.wait_for_url("**/welcome/**")
    expect(page.locator("main")).to_contain_text("does not diagnose")
    page.locator("label:has(input[name=units][value=lb])").click()
    page.fill("[name=born]", "1983")
    page.locator("main form button.main").first.click()
    page.wait_for_url("**/welcome/lift/")
    lift = page.locator(".lift", has_text="Deadlift").first
    lift.locator("label.choice").click()
    lift.locator("input[name$=best]").fill("405")
    lift.locator("input[name$=target]").fill("315")
    page.locator("main form button.main").first.click()
    page.wait_for_url("**/welcome/bar/")
    page.locator("main form button.main").first.click()
    page.wait_for_url("**/welcome/questions/")
    page.locator("a.main").click()
    page.wait_for_url("**/screen/**")
    assert _answer_all(page) == 7
    page.wait_for_url("**/welcome/begin/")
    page.locator("main form button.main").first.click()
    page.wait_for_url(site.url + "/")
    expect(page.locator("main h1").first).to_be_visible()
    expect(page.locator("main")).to_contain_text(re.compile("release|walk|bridge", re.I))
    lines = " ".join(site.diary())
    assert "born 1983" in lines
    assert re.search(r"goal deadlift target 315lb best 405lb", lines)
    assert "screen none" in lines


def test_the_sample_is_one_tap_away(site: Site, visit: Any) -> None:
    page = visit(site, None).new_page()
    sign_up(page, site)
    page.wait_for_url("**/welcome/**")
    page.get_by_role("button", name="Try the sample diary").click()
    page.wait_for_url(site.url + "/")
    expect(page.locator("main")).to_contain_text(re.compile(r"\d+ lb"))
    assert len(site.diary()) > 100
