"""Opening an account, signing out and in again."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from browsing import PASSWORD, Site, serving, sign_in, sign_up
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("doors") / "home") as running:
        yield running


def test_the_first_visitor_opens_the_account_and_no_second_one_can(site: Site, visit) -> None:
    page = visit(site, None).new_page()
    page.goto(site.url)
    assert "/account/" in page.url
    sign_up(page, site)
    site.state["jeff"] = page.context.storage_state()
    assert site.underbar("export") == ""
    other = visit(site, None).new_page()
    other.goto(f"{site.url}/account/signup/")
    expect(other.locator("[name=password1]")).to_have_count(0)


def test_a_wrong_password_is_told_and_the_right_one_opens(site: Site, visit) -> None:
    page = visit(site, None, allowed=r"status of 4\d\d").new_page()
    page.goto(f"{site.url}/account/login/")
    page.fill("[name=login]", "jeff")
    page.fill("[name=password]", PASSWORD + "?")
    page.press("[name=password]", "Enter")
    page.wait_for_load_state()
    assert "/account/login" in page.url
    expect(page.locator("main")).to_contain_text(re.compile("not correct|wrong", re.I))
    sign_in(page, site)
    page.goto(site.url + "/more/")
    assert page.url == site.url + "/more/"


def test_a_passkey_is_made_and_opens_the_account_again(site: Site, visit) -> None:
    page = visit(site).new_page()
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": device})
    page.goto(f"{site.url}/account/2fa/webauthn/add/")
    if page.locator("[name=password]").count():
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
    page.fill("[name=name]", "phone")
    if page.locator("[name=passwordless]").count():
        page.check("[name=passwordless]")
    page.locator("main form button[type=submit], main form button#mfa_webauthn_add").last.click()
    page.wait_for_url(lambda url: not url.endswith("/add/"))
    page.goto(f"{site.url}/account/2fa/webauthn/")
    expect(page.locator("main")).to_contain_text("phone")
    page.goto(f"{site.url}/account/logout/")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_load_state()
    page.goto(f"{site.url}/account/login/")
    page.locator("#passkey_login").click()
    page.wait_for_url(lambda url: "/account/" not in url)
    page.goto(site.url + "/more/")
    assert page.url == site.url + "/more/"
