"""A Chromium for the tests of this folder, or one loud line that says they did not run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import ARGUMENTS, PHONE, Guard, Site, close, find_browser, serving, sign_up, story, zone
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

# Requests of the service worker are watched as well.
os.environ["PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS"] = "1"
_NONE = "no Chromium for the tests in a browser"

Opener = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Playwright, for one module: while it runs, Django refuses its database in the same thread."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def browser_path(playwright: Playwright) -> str:
    """Where Chromium is; the test is skipped where there is none."""
    found = find_browser(playwright.chromium)
    if found is None:
        pytest.skip(_NONE)
    return found


@pytest.fixture(scope="module")
def chromium(playwright: Playwright, browser_path: str) -> Iterator[Browser]:
    """A Chromium that runs."""
    browser = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def morning_home(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """A data folder with the story up to a morning on which nothing was said yet, and the cookies of
    its owner; to be copied."""
    home = tmp_path_factory.mktemp("morning") / "home"
    with serving(home, story()) as site, chromium.new_context(timezone_id=zone()) as first:
        sign_up(first.new_page(), site)
        return home, first.storage_state()


@pytest.fixture
def morning(morning_home: tuple[Path, Any], tmp_path: Path) -> Iterator[Site]:
    """A server of one test's own: a morning on which nothing was said yet, and bar work is due."""
    home, state = morning_home
    shutil.copytree(home, tmp_path / "home")
    with serving(tmp_path / "home") as site:
        site.state["jeff"] = state
        yield site


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Opener]:
    """Open a browser of its own on a site: `visit(site, name="jeff", allowed="", **options of a context)`.

    `name`: who is signed in, None for nobody. Whatever a guard found fails the test at its end;
    `allowed` is a pattern of console messages that the test provokes.
    """
    opened: list[tuple[BrowserContext, Guard]] = []

    def open_(site: Site, name: str | None = "jeff", allowed: str = "", **options: Any) -> BrowserContext:
        if name is not None and name not in site.state:
            with chromium.new_context(timezone_id=zone()) as first:
                sign_up(first.new_page(), site, name)
                site.state[name] = first.storage_state()
        options = {"viewport": PHONE, "timezone_id": zone(), "locale": "en-US", **options}
        if name is not None:
            options["storage_state"] = site.state[name]
        context = chromium.new_context(**options)
        context.set_default_timeout(15_000)
        guard = Guard(site, allowed)
        guard.watch(context)
        opened.append((context, guard))
        return context

    yield open_
    close(opened)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say aloud what did not run."""
    skipped = [
        report for report in terminalreporter.stats.get("skipped", []) if _NONE in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.write_line(
            f"!!! {len(skipped)} TESTS IN A BROWSER DID NOT RUN: there is no Chromium. Install one, "
            "or name it in UNDERBAR_TEST_BROWSER.",
            red=True,
            bold=True,
        )
