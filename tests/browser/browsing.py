"""The app as a user has it, `underbar serve` in a process of its own, and browsers that look at it.

The server and the browser live in the zone that tests/conftest.py put the suite into, where it is morning.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, BrowserType, ConsoleMessage, Error, Page, Request

import underbar

PASSWORD = "a long enough pass phrase"
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}
ON_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Whatever a page asks of another host fails here, and the guard below says so.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]
OFFLINE_TALK = r"Failed to load resource: net::ERR_|Failed to fetch|NetworkError"
REFUSAL_TALK = r"Failed to load resource: the server responded with a status of 4\d\d"
SAMPLE = Path(underbar.__file__).parent / "samples" / "sample.diary"
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS = re.compile(rf"(?<= on )(?:{'|'.join(WEEK)})(?:,(?:{'|'.join(WEEK)}))*$")
_STARTING = 90.0
_STATIC: list[Path] = []
"""Static files that a server of this process has made ready, to be copied for the next one."""
_AT = """
import sys, time_machine
from datetime import datetime
time_machine.travel(datetime.fromisoformat(sys.argv.pop(1)), tick=True).start()
from underbar.cli.main import main
main()
"""


def find_browser(own: BrowserType | None = None) -> str | None:
    """The path of a Chromium: the one named, one on the path, else Playwright's own; None for none."""
    named = os.environ.get("UNDERBAR_TEST_BROWSER", "")
    if named:
        return named if Path(named).exists() else None
    for name in ON_PATH:
        if found := shutil.which(name):
            return found
    if own is not None and Path(own.executable_path).exists():
        return own.executable_path
    return None


def zone() -> str:
    """The zone of the suite by the name that a browser knows it by."""
    ahead = datetime.now().astimezone().utcoffset()
    hours = round(ahead.total_seconds() / 3600) if ahead is not None else 0
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT"


def today() -> datetime:
    """The present where the suite lives."""
    return datetime.now().astimezone()


def story(until: str = "2026-03-19", morning: bool = False) -> str:
    """The sample diary up to a day of its own, moved so that this day is today and the bar days with it.

    `morning`: with the check-in of that day.
    """
    moved = today().date() - date.fromisoformat(until)
    found = []
    for line in SAMPLE.read_text(encoding="utf-8").splitlines():
        day = line[:10]
        if day.startswith(";") or day > until or (day == until and not (morning and " checkin " in line)):
            continue
        weekdays = re.sub(_DAYS, lambda match: _moved(match[0], moved.days), line)
        found.append(f"{date.fromisoformat(day) + moved}{weekdays[10:]}")
    return "\n".join(found) + "\n"


def _moved(weekdays: str, days: int) -> str:
    return ",".join(WEEK[(WEEK.index(day) + days) % 7] for day in weekdays.split(","))


@dataclass
class Site:
    """A server. `home`: its data folder. `at`: when it is there. `extra`: what else its environment
    says. `state`: the cookies of who is signed in, by name."""

    url: str
    home: Path
    log: Path
    at: datetime | None = None
    extra: dict[str, str] = field(default_factory=dict)
    state: dict[str, Any] = field(default_factory=dict)
    server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server; it answers afterwards."""
        with self.log.open("ab") as log:
            self.server = subprocess.Popen(
                self.program("serve", "--port", str(urlsplit(self.url).port)),
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**self.environ(), **self.extra},
            )
        _await(self, self.server)

    def stop(self) -> None:
        """End it: for a phone, the network is gone."""
        if self.server is not None:
            self.server.terminate()
            self.server.wait(20)
            self.server = None

    def program(self, *words: str) -> list[str]:
        """The command line that runs underbar, with the clock of the site where it has one."""
        begin = ["-m", "underbar"] if self.at is None else ["-c", _AT, self.at.isoformat()]
        return [sys.executable, *begin, *words]

    def environ(self) -> dict[str, str]:
        """The environment that it runs in."""
        own = {"UNDERBAR_HOME": str(self.home), "PYTHONIOENCODING": "utf-8"}
        return {**os.environ, **own} if self.at is None else {**os.environ, **own, "TZ": "UTC"}

    def underbar(self, *words: str) -> str:
        """What a command prints, on the same data folder: on the diary of the first account."""
        done = subprocess.run(
            self.program(*words), capture_output=True, check=False, encoding="utf-8", env=self.environ()
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def diary(self, full: bool = False) -> list[str]:
        """The lines of the first account's diary; `full`: what was corrected or removed too."""
        return self.underbar("export", *(["--full"] if full else [])).splitlines()

    def diary_of_today(self) -> list[str]:
        """Those of today, without the day."""
        day = today().date().isoformat()
        return [line.removeprefix(day).strip() for line in self.diary() if line.startswith(day)]


@contextmanager
def serving(
    home: Path, diary: str = "", sample: bool = False, at: datetime | None = None, **environ: str
) -> Iterator[Site]:
    """A server on `home`, whose command line has written `diary` before, or the sample. `at`: when it
    is for them, in UTC; None for the present where the suite lives."""
    home.mkdir(parents=True, exist_ok=True)
    if _STATIC and not (home / "static").exists():
        shutil.copytree(_STATIC[0], home / "static")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    site = Site(f"http://localhost:{port}", home, home.parent / f"{home.name}.log", at, environ)
    if sample:
        site.underbar("start", "--sample")
    if diary:
        file = home.parent / f"{home.name}.diary"
        file.write_text(diary, encoding="utf-8")
        site.underbar("import", str(file))
    try:
        site.start()
        _STATIC[:] = [home / "static"]
        yield site
    finally:
        site.stop()


def _await(site: Site, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _STARTING
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(f"{site.url}/about/", timeout=5).close()  # noqa: S310 - our own address
            return
        except urllib.error.HTTPError:
            break
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no answer from {site.url}: " + site.log.read_text("utf-8", "replace")[-1000:])


class Guard:
    """What no page may do: ask another host, or complain in the console (a breach of the CSP does)."""

    def __init__(self, site: Site, allowed: str = "") -> None:
        self.host = urlsplit(site.url).netloc
        self.allowed = re.compile(allowed) if allowed else None
        self.found: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        """Watch every page of the context from now on."""
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self._note(f"error: {error.error}"))

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != self.host:
            self.found.append(f"asked another host: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._note(f"console: {message.text} ({message.location.get('url', '')})")

    def _note(self, text: str) -> None:
        if self.allowed is None or not self.allowed.search(text):
            self.found.append(text)


def until(page: Page, expression: str, argument: Any = None, seconds: float = 30) -> None:
    """Wait until the expression holds in the page. (Playwright's own way needs `eval`: no CSP of ours.)"""
    end = time.monotonic() + seconds
    while True:
        with suppress(Error):  # the page was just leaving
            if page.evaluate(expression, argument):
                return
        assert time.monotonic() < end, f"still not so: {expression}"
        page.wait_for_timeout(100)


def sign_up(page: Page, site: Site, name: str = "jeff") -> None:
    """Open an account; the first one gets the diary of the command line."""
    page.goto(f"{site.url}/account/signup/")
    page.fill("[name=username]", name)
    page.fill("[name=password1]", PASSWORD)
    page.press("[name=password1]", "Enter")
    page.wait_for_url(lambda url: "/account/" not in url)


def sign_in(page: Page, site: Site, name: str = "jeff") -> None:
    """Sign in to an account that is there."""
    page.goto(f"{site.url}/account/login/")
    page.fill("[name=login]", name)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "/account/" not in url)


def close(opened: list[tuple[BrowserContext, Guard]]) -> None:
    """Close what was opened; whatever a guard found fails the test."""
    for context, _ in opened:
        context.close()
    found = [text for _, guard in opened for text in guard.found]
    assert not found, "\n".join(dict.fromkeys(found))
