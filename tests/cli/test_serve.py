"""serve: the app from the command line, a demo that leaves nothing, and an end that is tidy."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path

import pytest


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def serving(home: Path, *words: str, **environ: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server, and the address that it printed once it listened."""
    command = [sys.executable, "-m", "underbar", "serve", "--port", str(free_port()), *words]
    env = {**os.environ, "UNDERBAR_HOME": str(home), "TMPDIR": str(home.parent), **environ}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env
    ) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        try:
            found = re.search(r"http://localhost:\d+\S*", line)
            assert found is not None, line
            yield server, found[0]
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(20)


def ask(address: str, **headers: str) -> tuple[int, dict[str, str], str]:
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - our own address
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return answer.status, dict(answer.headers), answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), ""


def test_behind_https_the_word_of_the_proxy_counts_and_no_other_host_is_answered(tmp_path: Path) -> None:
    with serving(tmp_path / "home", UNDERBAR_URL="https://diary.example.org") as (_, address):
        host = {"Host": "diary.example.org"}
        _, secure, page = ask(f"{address}about/", **host, **{"X-Forwarded-Proto": "https"})
        assert "<h1" in page
        assert "Strict-Transport-Security" in secure
        assert "Strict-Transport-Security" not in ask(f"{address}about/", **host)[1]
        assert ask(f"{address}about/", Host="evil.example.org")[0] == 400


def test_a_demo_signs_its_visitor_in_and_is_gone_afterwards(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with serving(home, "--demo") as (server, address):
        assert list(tmp_path.glob("underbar-demo-*"))
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        with browser.open(address, timeout=30) as answer:
            # The jar keeps Secure cookies to itself on plain http: the way leads on to the sign-in.
            assert answer.status == 200
        wrong = re.sub(r":[^:/]+/$", ":forged/", address)
        assert ask(wrong)[0] == 404
    assert server.returncode == 0
    assert not list(tmp_path.glob("underbar-demo-*"))
    assert not home.exists()


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        words = [sys.executable, "-m", "underbar", "serve", "--port", str(taken.getsockname()[1])]
        env = {**os.environ, "UNDERBAR_HOME": str(tmp_path / "home")}
        done = subprocess.run(words, capture_output=True, text=True, env=env, timeout=60, check=False)
    assert done.returncode == 1
    assert "cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [("UNDERBAR_URL", "diary.example.org"), ("UNDERBAR_UPLOAD_MB", "many"), ("UNDERBAR_HYVOR_WEBSITE", "x")],
)
def test_a_setting_that_makes_no_sense_is_said(tmp_path: Path, name: str, value: str) -> None:
    env = {**os.environ, "UNDERBAR_HOME": str(tmp_path / "home"), name: value}
    words = [sys.executable, "-m", "underbar", "serve", "--port", str(free_port())]
    done = subprocess.run(words, capture_output=True, text=True, env=env, timeout=60, check=False)
    assert done.returncode == 1
    assert f"{name} is {value}" in done.stderr
    assert "Traceback" not in done.stderr
