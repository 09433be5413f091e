"""The picture of the recovery, drawn under a policy without eval and inline styles."""

from __future__ import annotations

import re
from typing import Any

import pytest
from browsing import Site
from playwright.sync_api import Page, expect


@pytest.fixture
def page(morning: Site, visit: Any) -> Page:
    """The page of the picture, drawn."""
    page: Page = visit(morning, viewport={"width": 1280, "height": 1600}).new_page()
    page.goto(morning.url + "/history/")
    expect(page.locator("#chart canvas")).to_be_visible(timeout=30_000)
    expect(page.locator("#chart .stage")).to_have_attribute("aria-label", _starts("The recovery, "))
    return page


def _starts(text: str) -> Any:
    return re.compile("^" + re.escape(text))


def _drawn(page: Page) -> bytes:
    page.mouse.move(5, 5)
    page.wait_for_timeout(200)
    return page.locator("#chart canvas").screenshot()


def test_the_keys_tell_of_each_day_and_open_it(page: Page) -> None:
    page.locator("#chart .stage").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    told = page.locator("#chart p[role=status]")
    expect(told).to_have_text(_starts(page.locator(".tip b").inner_text() + ": "))
    page.keyboard.press("Enter")
    page.wait_for_url("**/history/20*/")
    expect(page.locator("h2").first).to_contain_text("The plan")


def test_the_pointer_tells_of_the_day_under_it(page: Page) -> None:
    box = page.locator("#chart canvas").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".tip")).to_contain_text("Ache:")
    page.mouse.move(5, 5)
    expect(page.locator(".tip")).to_be_hidden()


def test_buttons_drag_and_wheel_move_the_time_axis(page: Page) -> None:
    whole = _drawn(page)
    page.get_by_role("button", name="Closer").click()
    closer = _drawn(page)
    page.get_by_role("button", name="Earlier").click()
    earlier = _drawn(page)
    assert len({whole, closer, earlier}) == 3
    page.get_by_role("button", name="Whole").click()
    assert _drawn(page) == whole
    box = page.locator("#chart canvas").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 3
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y, steps=4)
    page.mouse.up()
    dragged = _drawn(page)
    assert dragged != whole
    page.mouse.move(x, y)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    assert _drawn(page) not in (whole, dragged)


def test_the_picture_follows_the_theme(page: Page) -> None:
    light = _drawn(page)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(3000)
    assert _drawn(page) != light
    expect(page.locator("#chart canvas")).to_have_count(1)
