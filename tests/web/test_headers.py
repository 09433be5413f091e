"""What every answer carries: a policy without loopholes, private cookies; and no form without its token."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from page_forms import forms_of
from people import PASSWORD, Person

from routes import body, every_route, ours, sample_values

VALUES = sample_values(date(2026, 1, 5))
SELF_ONLY = {"'self'", "'none'", "data:"}


def _pages(person: Person) -> list[tuple[str, Any]]:
    """Every page that the lifter can open without naming a thing, by its address."""
    found = []
    for route in every_route():
        if set(route.parts) - set(VALUES) or "logout" in route.pattern:
            continue
        url = route.url(VALUES)
        response = person.client.get(url)
        if response.status_code == 200 and response.headers["Content-Type"].startswith("text/html"):
            found.append((url, response))
    assert len(found) > 10
    return found


def test_the_policy_of_every_page_names_no_other_host_and_no_loophole(lifter: Person) -> None:
    for url, response in _pages(lifter):
        policy = response.headers.get("Content-Security-Policy", "")
        parts = dict(part.strip().partition(" ")[::2] for part in policy.split(";") if part.strip())
        assert parts["default-src"] == "'none'", url
        for name, sources in parts.items():
            if name.endswith("-src") or name in ("form-action", "base-uri", "frame-ancestors"):
                assert set(sources.split()) <= SELF_ONLY, f"{url}: {name} {sources}"
        assert "data:" not in parts.get("script-src", "") + parts.get("default-src", ""), url


def test_no_page_holds_what_its_policy_forbids(lifter: Person) -> None:
    for url, response in _pages(lifter):
        page = body(response)
        assert not re.search(r"<style\b|\sstyle=|\son[a-z]+=\"|javascript:", page), url
        for script in re.findall(r"<script\b([^>]*)>", page):
            assert "src=" in script or 'type="application/json"' in script, f"{url}: <script{script}>"
        for address in re.findall(r"(?:src|href|action)=\"([^\"]+)\"", page):
            host = urlsplit(address).netloc
            link = re.search(rf"<a\b[^>]*href=\"{re.escape(address)}\"", page)
            assert not host or link, f"{url} loads {address}"


def test_cookies_are_private_to_the_server(owner: Person) -> None:
    client = Client()
    client.get("/account/login/")
    client.post("/account/login/", {"login": owner.name, "password": PASSWORD})
    names = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    assert names <= set(client.cookies)
    for name in names:
        cookie = client.cookies[name]
        assert cookie["secure"], name
        assert cookie["httponly"], name
        assert cookie["samesite"] == "Lax", name


def test_other_headers_of_every_page(lifter: Person) -> None:
    for url, response in _pages(lifter):
        assert response.headers["X-Content-Type-Options"] == "nosniff", url
        assert response.headers["X-Frame-Options"] == "DENY", url
        assert response.headers["Referrer-Policy"] == "same-origin", url


def test_every_form_that_changes_something_carries_a_token(lifter: Person) -> None:
    seen = 0
    for url, response in _pages(lifter):
        for form in forms_of(body(response), url):
            if form.method == "post":
                assert form.fields.get("csrfmiddlewaretoken"), f"{url}: {form.action}"
                seen += 1
    assert seen > 5


@pytest.mark.parametrize("who", ["lifter", "nobody"])
def test_nothing_is_taken_without_the_token(lifter: Person, who: str) -> None:
    client = Client(enforce_csrf_checks=True)
    if who == "lifter":
        client.cookies = lifter.client.cookies
    for route in every_route() if who == "lifter" else ours():
        if set(route.parts) - set(VALUES):
            continue
        status = client.post(route.url(VALUES), {"day": "2026-01-05", "note": "forged"}).status_code
        assert status in (401, 403, 405), f"{route.pattern} took it: {status}"
