"""No network: the check-in and the sets are kept, the browser may close, and all is there exactly once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import ARGUMENTS, OFFLINE_TALK, PHONE, Guard, Site, close, serving, sign_up, until, zone
from playwright.sync_api import BrowserContext, Page, Playwright, expect
from test_session_in_a_browser import through_the_session

WARM = 60.0
"""Seconds within which the phone has what it needs."""
Phone = Callable[[], BrowserContext]


@pytest.fixture
def phone(playwright: Playwright, browser_path: str, morning: Site, tmp_path: Path) -> Iterator[Phone]:
    """Opens the same phone again: a browser with its profile on disk, signed in."""
    opened: list[tuple[BrowserContext, Guard]] = []

    def open_() -> BrowserContext:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile",
            executable_path=browser_path,
            args=ARGUMENTS,
            viewport=PHONE,
            timezone_id=zone(),
            locale="en-US",
        )
        if not opened:
            context.add_cookies(morning.state["jeff"]["cookies"])
        context.set_default_timeout(20_000)
        guard = Guard(morning, OFFLINE_TALK)
        guard.watch(context)
        opened.append((context, guard))
        return context

    yield open_
    close(opened)


def _warm(page: Page, site: Site) -> None:
    """Look at Today until the phone holds the pages and tomorrow's table."""
    page.goto(site.url)
    until(
        page,
        """async () => {
          for (const name of await caches.keys()) {
            const kept = (await (await caches.open(name)).keys()).map(found => new URL(found.url).pathname)
            if (["/", "/checkin/", "/gym/", "/release/"].every(path => kept.includes(path))) return true
          }
          return false
        }""",
        seconds=WARM,
    )
    page.reload()
    page.wait_for_load_state("networkidle")


def _sent(page: Page) -> None:
    until(
        page,
        """async () => new Promise(resolve => {
          const asked = indexedDB.open("underbar")
          asked.onsuccess = () => {
            const all = asked.result.transaction("outbox").objectStore("outbox").count()
            all.onsuccess = () => { asked.result.close(); resolve(all.result === 0) }
          }
        })""",
        seconds=WARM,
    )


def _check_in(page: Page, site: Site) -> None:
    page.goto(site.url + "/checkin/")
    page.locator("label:has(input[name=ache][value='0'])").click()
    page.locator("label:has(input[name=painkiller][value=no])").click()
    page.locator("form[action='/checkin/'] button.main").click()


def _checked_in_offline(page: Page, site: Site) -> None:
    _check_in(page, site)
    expect(page.locator("#plan-here")).to_be_visible()


def _count(site: Site, pattern: str) -> int:
    return sum(bool(re.search(pattern, line)) for line in site.diary_of_today())


def test_a_check_in_and_six_sets_without_network_are_stored_exactly_once(morning: Site, phone: Phone) -> None:
    site = morning
    context = phone()
    page = context.new_page()
    _warm(page, site)
    site.stop()
    _checked_in_offline(page, site)
    expect(page.locator("#plan-here")).to_contain_text(re.compile(r"\d+ lb"))
    page.goto(site.url + "/gym/")
    assert through_the_session(page) == 3
    expect(page.locator("#outbox")).to_contain_text("wait for the network")
    context.close()
    assert _count(site, "checkin|deadlift") == 0

    context = phone()
    page = context.new_page()
    page.goto(site.url + "/gym/")
    expect(page.locator("#outbox")).to_contain_text("wait for the network")
    site.start()
    page.goto(site.url)
    _sent(page)
    page.goto(site.url + "/gym/")
    page.wait_for_load_state("networkidle")
    lines = site.diary_of_today()
    assert _count(site, "checkin") == 1, lines
    work = [line for line in lines if " deadlift " in line and "warmup" not in line]
    warmups = [line for line in lines if " deadlift " in line and "warmup" in line]
    assert sum(int(sets) for line in work for sets in re.findall(r" (\d+)x5", line)) == 3, lines
    assert len(work) + len(warmups) >= 6 or len(re.findall(r"\dx\d", " ".join(work + warmups))) >= 6, lines
    assert any("pain 0" in line for line in work), lines
    full = [line for line in site.diary(full=True) if " checkin " in line]
    assert len(full) == len(set(full))


def test_what_was_sent_and_whose_answer_was_lost_is_stored_once(morning: Site, phone: Phone) -> None:
    """The server had it, the network went before the answer came: the phone sends it again."""
    site = morning
    context = phone()
    page = context.new_page()
    _warm(page, site)
    lost: list[str] = []

    def lose(route: Any) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.request.url)
            route.fetch()
            route.abort("connectionreset")
        else:
            route.continue_()

    context.route("**/checkin/", lose)
    _check_in(page, site)
    page.wait_for_url(site.url + "/", timeout=60_000)
    _sent(page)
    assert lost
    assert _count(site, "checkin") == 1
    assert sum(" checkin " in line for line in site.diary(full=True)) == len(
        [line for line in site.diary() if " checkin " in line]
    )


def test_two_phones_offline_both_count(morning: Site, phone: Phone, visit: Any) -> None:
    site = morning
    one = phone()
    two = visit(site, allowed=OFFLINE_TALK)
    pages = [context.new_page() for context in (one, two)]
    for page in pages:
        _warm(page, site)
    site.stop()
    for page in pages:
        _checked_in_offline(page, site)
    site.start()
    for page in pages:
        page.goto(site.url + "/more/")
        _sent(page)
    assert _count(site, "checkin ache 0") == 2


def test_what_waits_on_a_shared_phone_is_sent_for_its_writer_alone(tmp_path: Path, visit: Any) -> None:
    with serving(tmp_path / "home", sample=True, UNDERBAR_SIGNUP="open") as site:
        context = visit(site, allowed=f"{OFFLINE_TALK}|error occurred when fetching the script")
        page = context.new_page()
        page.goto(site.url + "/log/")
        page.locator("#note > summary").click()
        site.stop()
        page.locator("#note textarea").fill("of the first alone")
        page.locator("#note form button.main, #note form button[type=submit]").last.click()
        expect(page.locator("#outbox")).to_contain_text("wait")
        page.close()
        context.clear_cookies()

        site.start()
        other = context.new_page()
        sign_up(other, site, "other")
        for path in ("/more/", "/log/", "/outbox/"):
            other.goto(site.url + path)
            other.wait_for_load_state("networkidle")
            assert "of the first alone" not in other.content()
        assert _count(site, "of the first alone") == 0
        context.clear_cookies()

        context.add_cookies(site.state["jeff"]["cookies"])
        again = context.new_page()
        again.goto(site.url + "/more/")
        _sent(again)
        assert _count(site, "of the first alone") == 1
