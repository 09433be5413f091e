"""What holds of every page: read by a machine, large enough for a thumb, whole at twice the size, light."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import DESKTOP, PHONE, Site, serving, today
from playwright.sync_api import Page

from routes import every_route, sample_values

MAIN = [
    "/",
    "/checkin/",
    "/gym/",
    "/daily/",
    "/release/",
    "/log/",
    "/history/",
    "/method/",
    "/more/",
    "/screen/",
]
ZOOMED = {"width": PHONE["width"] // 2, "height": PHONE["height"] // 2}
SMALLEST_TARGET = 44
MOST_BYTES_OF_TODAY = 100 * 1024
NO_PAGES = ("logout", ".json", ".webmanifest", "sw.js", "service-worker", "/api/")

SMALL = """least => [...document.querySelectorAll(
    "button, input, select, textarea, summary, nav a, a.button, a[role=button], [role=tab], .choices label")]
  .map(found => /^(radio|checkbox)$/.test(found.type)
    ? found.closest("label") || document.querySelector(`label[for="${found.id}"]`) || found : found)
  .filter(found => found.checkVisibility({opacityProperty: false, visibilityProperty: true}))
  .map(found => [found, found.getBoundingClientRect()])
  .filter(([found, box]) => box.width > 1 && box.height > 1)
  .filter(([found, box]) => box.width < least - 0.5 || box.height < least - 0.5)
  .map(([found, box]) =>
    `${found.outerHTML.slice(0, 90)} is ${box.width.toFixed(0)} x ${box.height.toFixed(0)}`)"""

WIDER = """() => {
  const width = document.documentElement.clientWidth
  if (document.scrollingElement.scrollWidth <= width) return []
  return [...document.querySelectorAll("body *")]
    .filter(found => found.getBoundingClientRect().right > width + 1)
    .filter(found => !found.closest("[tabindex='0'], .scroll, pre"))
    .map(found => found.outerHTML.slice(0, 90)).slice(0, 5)
    .concat(`${document.scrollingElement.scrollWidth} wide`)
}"""


def _pages() -> list[str]:
    """Every page that a lifter can open, the day for a day being today."""
    values = sample_values(today().date())
    found = [
        route.url(values)
        for route in every_route()
        if not set(route.parts) - set(values) | {"token", "key"} & set(route.parts)
    ]
    return [url for url in dict.fromkeys(found) if not any(word in url for word in NO_PAGES)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("pages") / "home", sample=True) as running:
        yield running


def _open(page: Page, site: Site, url: str) -> bool:
    """Whether it is a page that was shown, and not something to be sent or downloaded."""
    response = page.request.get(site.url + url)
    if response.status != 200 or not response.headers.get("content-type", "").startswith("text/html"):
        return False
    page.goto(site.url + url, wait_until="load")
    return True


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_has_nothing_against_any_page(site: Site, visit: Any, theme: str) -> None:
    page = visit(site, color_scheme=theme, reduced_motion="reduce").new_page()
    axe, found, seen = Axe(), [], 0
    for url in _pages():
        if not _open(page, site, url):
            continue
        seen += 1
        for violation in axe.run(page).response["violations"]:
            where = "; ".join(node["html"][:100] for node in violation["nodes"][:3])
            found.append(f"{url}: {violation['id']}: {violation['help']}: {where}")
    assert seen > 10
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_what_is_pressed_is_large_enough(site: Site, visit: Any, size: dict[str, int]) -> None:
    page = visit(site, viewport=size, reduced_motion="reduce").new_page()
    found = []
    for url in _pages():
        if _open(page, site, url):
            found += [f"{url}: {small}" for small in page.evaluate(SMALL, SMALLEST_TARGET)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", [PHONE, ZOOMED], ids=["phone", "zoomed"])
def test_no_page_scrolls_sideways(site: Site, visit: Any, size: dict[str, int]) -> None:
    page = visit(site, viewport=size, reduced_motion="reduce").new_page()
    found = []
    for url in _pages():
        if _open(page, site, url):
            found += [f"{url}: {wide}" for wide in page.evaluate(WIDER)]
    assert not found, "\n".join(found)


def test_nothing_moves_for_whoever_asked_for_less_of_it(site: Site, visit: Any) -> None:
    page = visit(site, reduced_motion="reduce").new_page()
    found = []
    for url in MAIN:
        page.goto(site.url + url, wait_until="load")
        moving = page.evaluate(
            """() => document.getAnimations().filter(a => a.effect.getComputedTiming().duration > 10)
            .map(a => a.effect.target.outerHTML.slice(0, 90))"""
        )
        found += [f"{url}: {what}" for what in moving]
    assert not found, "\n".join(found)


def test_today_is_light(site: Site, visit: Any, record_property: Any) -> None:
    """The first load of Today, with what it fetches by itself, on a phone that has never been here."""
    context = visit(site)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    names: dict[str, str] = {}
    sizes: dict[str, float] = {}
    session.on(
        "Network.requestWillBeSent", lambda event: names.update({event["requestId"]: event["request"]["url"]})
    )
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(site.url, wait_until="networkidle")
    page.wait_for_timeout(1500)
    listed = sorted(((sizes[id_], names.get(id_, "")) for id_ in sizes), reverse=True)
    total = sum(size for size, _ in listed)
    record_property("bytes_of_today", total)
    told = "\n".join(f"{size:8.0f} {name}" for size, name in listed)
    print(f"Today's first load: {total:,.0f} bytes in {len(listed)} answers\n{told}")
    assert len(listed) > 3, told
    assert total <= MOST_BYTES_OF_TODAY, told
