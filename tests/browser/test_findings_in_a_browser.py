"""The findings in a browser: every picture drawn, every page read by a machine, by keys, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import DESKTOP, PHONE, Site, serving, today
from playwright.sync_api import Page, expect
from test_every_page import SMALL, SMALLEST_TARGET, WIDER

from long_diary import long_diary

PAGES = ("sleep", "release", "sitting", "signs", "sides", "described")
ZOOMED = {"width": PHONE["width"] // 2, "height": PHONE["height"] // 2}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("findings") / "home", long_diary(420, today().date())) as running:
        yield running


def open_drawn(page: Page, site: Site, name: str) -> None:
    """Open a page of the findings and wait until its pictures stand."""
    page.goto(f"{site.url}/findings/{name}/")
    pictures = page.locator("[data-picture]")
    for place in range(pictures.count()):
        expect(pictures.nth(place).locator("canvas")).to_be_visible(timeout=30_000)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_axe_has_nothing_against_a_page_with_everything_on_it(
    site: Site, visit: Any, size: dict[str, int], theme: str
) -> None:
    page = visit(site, viewport=size, color_scheme=theme, reduced_motion="reduce").new_page()
    axe, found = Axe(), []
    page.goto(f"{site.url}/findings/")
    for name in ("", *PAGES):
        if name:
            open_drawn(page, site, name)
        for closed in page.locator("details > summary").all():
            closed.click()
        found += [
            f"{name}: {violation['id']}: {violation['nodes'][0]['html'][:100]}"
            for violation in axe.run(page).response["violations"]
        ]
        found += [f"{name}: {small}" for small in page.evaluate(SMALL, SMALLEST_TARGET)]
        found += [f"{name}: {wide}" for wide in page.evaluate(WIDER)]
    assert not found, "\n".join(found)


def test_nothing_is_wider_than_a_phone_at_twice_the_size(site: Site, visit: Any) -> None:
    page = visit(site, viewport=ZOOMED).new_page()
    page.goto(f"{site.url}/findings/")
    found = page.evaluate(WIDER)
    for name in PAGES:
        open_drawn(page, site, name)
        found += page.evaluate(WIDER)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", PAGES)
def test_a_picture_has_its_width_and_its_words(site: Site, visit: Any, name: str) -> None:
    page = visit(site).new_page()
    open_drawn(page, site, name)
    pictures = page.locator("[data-picture]")
    assert pictures.count() == (2 if name == "described" else 1)
    for place in range(pictures.count()):
        stage = pictures.nth(place).locator("[role=img]")
        label = stage.get_attribute("aria-label")
        assert label is not None
        assert len(label) > 40
        canvas = stage.locator("canvas").bounding_box()
        room = stage.bounding_box()
        assert canvas is not None
        assert room is not None
        assert 0.9 * room["width"] < canvas["width"] <= room["width"] + 1


def test_a_picture_follows_the_theme(site: Site, visit: Any) -> None:
    page = visit(site, color_scheme="light").new_page()
    open_drawn(page, site, "sleep")
    light = page.locator("canvas").screenshot()
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(3000)
    assert page.locator("canvas").screenshot() != light
    expect(page.locator("canvas")).to_have_count(1)


def test_the_list_is_walked_by_keys(site: Site, visit: Any) -> None:
    page = visit(site).new_page()
    page.goto(f"{site.url}/findings/")
    page.get_by_role("link", name="Findings").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/findings/sleep/")
    page.get_by_text("How this was reckoned").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("A regression of")).to_be_visible()


def test_without_javascript_the_picture_and_the_table_are_there(site: Site, visit: Any) -> None:
    page = visit(site, java_script_enabled=False).new_page()
    page.goto(f"{site.url}/findings/sleep/")
    image = page.locator("noscript img, picture img")
    expect(image).to_be_visible()
    assert image.evaluate("found => found.naturalWidth") > 300
    page.get_by_text("The same as a table").click()
    expect(page.locator("table.counts tbody tr").first).to_be_visible()


def test_the_first_question_is_chosen_with_the_thumb(
    tmp_path_factory: pytest.TempPathFactory, visit: Any
) -> None:
    with serving(tmp_path_factory.mktemp("new") / "home", long_diary(40, today().date())) as young:
        page = visit(young).new_page()
        page.goto(f"{young.url}/findings/")
        page.locator("summary", has_text="Which question is asked first").click()
        page.locator(".asked label").nth(1).click()
        page.get_by_role("button", name="Declare it first").click()
        expect(page.locator(".said")).to_contain_text("declared first")
        expect(page.locator(".findings .asks").first).to_have_text(
            "Does more ache follow a day without the release?"
        )
        assert [line for line in young.diary_of_today() if line.endswith("question release")]
