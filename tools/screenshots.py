"""Takes the pictures of docs/images: four pages, light and dark, on a phone and on a desk.

    make screenshots
    make screenshots ARGS="--only today --width 390"

A server of its own shows the sample diary to a browser, always on the same Thursday. Needs a
Chromium, found as the tests find theirs.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))

from browsing import ARGUMENTS, DESKTOP, PHONE, Site, find_browser, serving, sign_up
from playwright.sync_api import Page, sync_playwright

IMAGES = Path(__file__).parents[1] / "docs" / "images"
PAGES = {"today": "/", "session": "/gym/", "history": "/history/", "method": "/method/"}
SIZES = (PHONE, DESKTOP)
THEMES = ("light", "dark")
AT = datetime(2026, 10, 15, 6, 50, tzinfo=UTC)
SETTLED = 800
"""Milliseconds that a chart has to be drawn."""
MOST_BYTES = 200_000


def picture(page: Page, site: Site, name: str, path: Path) -> None:
    """One page into one file. Raises RuntimeError for a page that is not there or too big a file."""
    response = page.goto(site.url + PAGES[name], wait_until="networkidle")
    if response is None or response.status != 200:
        raise RuntimeError(f"{PAGES[name]} answered {response and response.status}")
    page.wait_for_timeout(SETTLED)
    if name == "session":
        _to_the_first_work_set(page)
    page.screenshot(path=path, animations="disabled")
    if path.stat().st_size > MOST_BYTES:
        raise RuntimeError(f"{path.name} has {path.stat().st_size:,} bytes, more than {MOST_BYTES:,}")
    print(f"{path.name}: {path.stat().st_size:,} bytes")


def _to_the_first_work_set(page: Page) -> None:
    for button in ("[data-skip]", "[data-braced]"):
        while (found := page.locator(f"{button}:visible")).count():
            found.first.click()
            page.wait_for_timeout(SETTLED)


def main() -> int:
    """Writes the pictures; 1 without a browser."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    asked.add_argument("--only", choices=PAGES)
    asked.add_argument("--width", type=int)
    given = asked.parse_args()
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = find_browser(playwright.chromium)
        if path is None:
            print("There is no Chromium; install one, or name it in UNDERBAR_TEST_BROWSER.", file=sys.stderr)
            return 1
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        with serving(Path(folder) / "home", sample=True, at=AT) as site:
            first = browser.new_context()
            sign_up(first.new_page(), site)
            state = first.storage_state()
            for theme in THEMES:
                for size in SIZES:
                    if given.width and size["width"] != given.width:
                        continue
                    context = browser.new_context(
                        viewport=size,
                        color_scheme=theme,
                        reduced_motion="reduce",
                        storage_state=state,
                        timezone_id="UTC",
                    )
                    context.clock.install(time=AT)
                    page = context.new_page()
                    for name in PAGES:
                        if given.only in (None, name):
                            file = f"{name}-{size['width']}-{theme}.png"
                            picture(page, site, name, IMAGES / file)
                    context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
