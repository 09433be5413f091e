"""Which device tells the night, on a phone: with the keyboard alone, without a script, at twice the size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import DESKTOP, PHONE, Site, serving, today
from test_every_page import SMALL, SMALLEST_TARGET, WIDER, ZOOMED

ORDER = """() => [...document.querySelectorAll("ol strong")].map(name => name.textContent)"""
FOCUS = """() => document.activeElement.textContent"""


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    day = today().date()
    nights = [
        f"{day - timedelta(days=away)} sleep 7h from {source}"
        for source, many in (("oura", 3), ("apple-watch", 2), ("a-ring-with-quite-a-long-name-of-its-own", 1))
        for away in range(many)
    ]
    diary = "\n".join([*nights, f"{day} sleep 6h", f"{day} sources oura,apple-watch"]) + "\n"
    with serving(tmp_path_factory.mktemp("sources") / "home", diary) as running:
        yield running


def test_the_keyboard_alone_moves_a_source_without_a_script(site: Site, visit: Any) -> None:
    signed_in = visit(site)
    page = visit(site, java_script_enabled=False).new_page()
    page.goto(f"{site.url}/sources/")
    page.get_by_role("button", name="Up Apple Watch").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/?source=apple-watch&move=up")
    assert page.locator("ol strong").all_text_contents() == ["Apple Watch", "Oura"]
    again = signed_in.new_page()
    again.goto(page.url)
    assert again.evaluate(FOCUS) == "Down Apple Watch"
    again.keyboard.press("Enter")
    again.wait_for_url("**move=down")
    assert again.evaluate(ORDER) == ["Oura", "Apple Watch"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP, ZOOMED], ids=["phone", "desk", "zoomed"])
def test_the_full_page_is_whole_and_large_enough(
    site: Site, visit: Any, theme: str, size: dict[str, int]
) -> None:
    page = visit(site, viewport=size, color_scheme=theme, reduced_motion="reduce").new_page()
    page.goto(f"{site.url}/sources/", wait_until="load")
    assert page.locator("button[name=move]").count() == 7
    assert page.evaluate(WIDER) == []
    assert page.evaluate(SMALL, SMALLEST_TARGET) == []
    assert [found["id"] for found in Axe().run(page).response["violations"]] == []
