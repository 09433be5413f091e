"""Measures Today over HTTP on a diary of ten years, and exits with 1 where a promise is not kept.

    make bench                  prints the figures
    make bench ARGS=--write     puts them into docs/benchmarks.md as well

The server is a process of its own, this file with `--serve`; the client keeps one connection open and
asks for Today and for an empty page in turns. Figures are medians.
"""

from __future__ import annotations

import http.client
import json
import logging
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from bench_replay import Row, medians, report
from diaries import years

RUNS = 200
CHANGES = 15
READERS = 100
READS_EACH = 5
MOST_TIMES_EMPTY = 5.0
MOST_SECONDS_OF_READERS = 60.0
EMPTY = "/empty-page-of-the-benchmark/"


class Server(NamedTuple):
    """A server that runs. `cookie`: that of the lifter who is signed in."""

    port: int
    home: Path
    cookie: str

    def connect(self) -> http.client.HTTPConnection:
        """A connection that stays open."""
        return http.client.HTTPConnection("localhost", self.port, timeout=120)

    def get(self, connection: http.client.HTTPConnection, path: str) -> bytes:
        """The body of a page as a browser gets it, compressed. Raises RuntimeError where there is none."""
        connection.request("GET", path, headers={"Cookie": self.cookie, "Accept-Encoding": "gzip, br"})
        response = connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise RuntimeError(f"{path} answered {response.status}: {body[:200]!r}")
        return body


def ten_years_until(today: date) -> str:
    """The diary of ten years, moved by whole weeks and cut so that the morning of `today` is its end."""
    lines = years(10).splitlines()
    last = date.fromisoformat(lines[-1][:10])
    moved = timedelta(weeks=-((last - today).days // 7))
    found = []
    for line in lines:
        day = date.fromisoformat(line[:10]) + moved
        if day < today or (day == today and " checkin " in line):
            found.append(f"{day}{line[10:]}")
    return "\n".join(found) + "\n"


@contextmanager
def running(home: Path) -> Iterator[Server]:
    """A server on that folder, ended with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = [sys.executable, __file__, "--serve", str(port)]
    environ = {**os.environ, "UNDERBAR_HOME": str(home)}
    with subprocess.Popen(line, env=environ, stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdout is None or not (said := process.stdout.readline()):
                raise RuntimeError("the server did not start")
            yield Server(port, home, json.loads(said))
        finally:
            process.terminate()


def serve(port: int) -> None:
    """Serve until the process is ended; the first line printed is the cookie of the lifter, as JSON."""
    from underbar.web.serve import application  # noqa: PLC0415 - the client has no need of Django

    app = application()
    from django.conf import settings  # noqa: PLC0415 - ready only now
    from django.contrib.auth import get_user_model  # noqa: PLC0415
    from django.http import HttpResponse  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.urls import path  # noqa: PLC0415
    from waitress import create_server  # noqa: PLC0415

    from underbar.web import urls  # noqa: PLC0415

    urls.urlpatterns.append(path(EMPTY.strip("/") + "/", lambda _: HttpResponse()))
    user = get_user_model().objects.create_user(username="bench", password=None)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    name = settings.SESSION_COOKIE_NAME
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a hundred readers do wait for each other
    server = create_server(app, host="127.0.0.1", port=port, threads=8, connection_limit=1000, ident=None)
    print(json.dumps(f"{name}={client.cookies[name].value}"), flush=True)
    server.run()


def add(home: Path, line: str) -> None:
    """An entry of today, by another process."""
    subprocess.run(
        [sys.executable, "-m", "underbar", "add", line],
        env={**os.environ, "UNDERBAR_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def today_against_nothing(server: Server) -> list[Row]:
    """Today against the empty page, and Today after a change."""
    connection = server.connect()
    page = server.get(connection, "/")
    if len(page) < 1000:
        raise RuntimeError(f"Today is no page: {page[:200]!r}")
    today, empty = medians(
        RUNS,
        time.perf_counter,
        lambda: server.get(connection, "/"),
        lambda: server.get(connection, EMPTY),
    )
    after = []
    for number in range(CHANGES):
        add(server.home, f"walk {number + 10}min")
        begin = time.perf_counter()
        server.get(connection, "/")
        after.append(time.perf_counter() - begin)
    connection.close()
    changed = statistics.median(after)
    return [
        (
            "Today over HTTP with a diary of ten years, against an empty Django page of the same process",
            f"{today / empty:.2f} times ({today * 1000:.1f} ms, {empty * 1000:.1f} ms)",
            f"at most {MOST_TIMES_EMPTY:g}",
            today / empty <= MOST_TIMES_EMPTY,
        ),
        ("The first look at Today after a change", f"{changed * 1000:.0f} ms", "", True),
    ]


def readers(server: Server) -> list[Row]:
    """A hundred connections at once."""

    def read(_: int) -> str:
        connection = server.connect()
        try:
            for _ in range(READS_EACH):
                server.get(connection, "/")
        except (OSError, RuntimeError, http.client.HTTPException) as error:
            return repr(error)
        finally:
            connection.close()
        return ""

    begin = time.perf_counter()
    with ThreadPoolExecutor(READERS) as pool:
        errors = [error for error in pool.map(read, range(READERS)) if error]
    seconds = time.perf_counter() - begin
    for error in dict.fromkeys(errors):
        print(error, file=sys.stderr)
    return [
        (
            f"{READERS} readers at once, Today {READS_EACH} times each",
            f"{len(errors)} errors, {READERS * READS_EACH / seconds:,.0f} pages a second",
            "no error",
            not errors and seconds < MOST_SECONDS_OF_READERS,
        )
    ]


def main() -> int:
    """Serves, or measures."""
    if "--serve" in sys.argv[1:]:
        serve(int(sys.argv[-1]))
        return 0
    with tempfile.TemporaryDirectory(prefix="underbar-bench-") as name:
        home = Path(name) / "home"
        diary = Path(name) / "ten.diary"
        # Before the day begins, at four in the morning, it is still yesterday.
        day = (datetime.now().astimezone() - timedelta(hours=4)).date()
        diary.write_text(ten_years_until(day), encoding="utf-8")
        environ = {**os.environ, "UNDERBAR_HOME": str(home)}
        subprocess.run(
            [sys.executable, "-m", "underbar", "import", str(diary)],
            env=environ,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        with running(home) as server:
            rows = today_against_nothing(server) + readers(server)
    return report(rows, "web")


if __name__ == "__main__":
    sys.exit(main())
