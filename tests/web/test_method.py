"""The method: every number, component, source and rule has its page; numbers are set within limits."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client, override_settings
from people import Person

from underbar.protocol.document import load
from underbar.protocol.reasons import FACTS
from underbar.services.database import acting_for
from underbar.services.params import list_params
from underbar.wording.en_method import COMPONENTS, PARTS, QUESTIONS

JSON = {"Accept": "application/json"}
HOST = "https://talk.hyvor.com"


def text_of(client: Client, path: str) -> str:
    """A page's HTML."""
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


@pytest.fixture
def pages(owner: Person) -> dict[str, str]:
    """Every part's page by slug."""
    return {part.slug: text_of(owner.client, f"/method/{part.slug}/") for part in PARTS}


def value_of(person: Person, name: str) -> str:
    """A parameter as it is in force for somebody."""
    with acting_for(person.diary):
        return next(one.text for one in list_params() if one.parameter.id == name)


def policy(client: Client, path: str) -> dict[str, str]:
    """The content policy of a page, by directive."""
    header = client.get(path).headers["Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in header.split(";") if " " in part.strip())


def test_the_index_leads_to_every_part_and_question_with_its_time(owner):
    page = text_of(owner.client, "/method/")
    for one in (*PARTS, *QUESTIONS):
        assert f'href="/method/{one.slug}/"' in page
    assert page.count("&nbsp;min</span>") == len(PARTS) + len(QUESTIONS)


def test_every_parameter_stands_on_exactly_one_part(pages):
    for name in load().parameters:
        assert [slug for slug, page in pages.items() if f'id="p-{name}"' in page], name
        assert sum(page.count(f'id="p-{name}"') for page in pages.values()) == 1, name


def test_every_component_is_graded_in_words_and_every_source_is_reached(owner, pages):
    everything = unescape("".join(pages.values()))
    for name, component in load().components.items():
        assert f"<b>{COMPONENTS[name]}</b>" in everything
        assert component.says in everything
    for name, source in load().sources.items():
        assert f'id="s-{name}"' in everything, name
        if source.ref and source.ref.startswith("10."):
            assert f"https://doi.org/{source.ref}" in everything
    every = text_of(owner.client, "/method/sources/")
    assert all(f'id="s-{name}"' in every for name in load().sources)


def test_no_link_within_a_page_leads_nowhere(owner, pages):
    others = {f"/method/{one.slug}/": text_of(owner.client, f"/method/{one.slug}/") for one in QUESTIONS}
    others |= {
        path: text_of(owner.client, path) for path in ("/method/", "/method/rules/", "/method/sources/")
    }
    for page in (*pages.values(), *others.values()):
        for target in re.findall(r'href="#([^"]+)"', page):
            assert f'id="{target}"' in page, target
        assert len(re.findall(r'\bid="([^"]+)"', page)) == len(set(re.findall(r'\bid="([^"]+)"', page)))


def test_every_rule_has_its_page_and_its_numbers_are_links(owner):
    listed = text_of(owner.client, "/method/rules/")
    for rule in FACTS:
        assert f'href="/method/rules/{rule}/"' in listed
        page = text_of(owner.client, f"/method/rules/{rule}/")
        assert "<h2>What it does</h2>" in page
        for found in re.findall(r'href="(/method/[a-z-]+/)#p-([a-z-]+)"', page):
            assert found[1] in load().parameters
    ceiling = text_of(owner.client, "/method/rules/ceiling/")
    assert '<a href="/method/lifts/#p-ceiling-percent"><code>ceiling-percent</code></a>' in ceiling
    assert 'href="/method/rules/preamble/"' in ceiling
    assert "2026-01-05 checkin ache 0" in text_of(owner.client, "/method/rules/preamble/")
    assert owner.client.get("/method/rules/no-such-rule/").status_code == 404
    assert owner.client.get("/method/no-such-part/").status_code == 404


def test_ladders_show_every_level_with_its_dose(pages):
    for ladder in load().ladders.values():
        for level in ladder.levels:
            assert unescape(level.name.capitalize()[:8]).lower() in unescape(pages["stability"]).lower()
    assert "3 × 5, up to 3 × 8 a side" in pages["stability"].replace("\N{NO-BREAK SPACE}", " ")
    assert pages["stability"].count('<th scope="row">') == sum(
        len(one.levels) for one in load().ladders.values()
    )


def test_a_number_is_set_from_today_on_and_put_back(owner):
    answer = owner.client.post("/method/parameters/ceiling-percent/", {"value": "7.5"})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/method/lifts/#p-ceiling-percent"
    assert value_of(owner, "ceiling-percent") == "7.5"
    page = text_of(owner.client, "/method/lifts/")
    assert "the document says 10" in page
    assert "7.5 from" in page
    assert "/method/lifts/#p-ceiling-percent" in text_of(owner.client, "/method/")

    owner.client.post("/method/parameters/ceiling-percent/", {"reset": "1"})
    assert value_of(owner, "ceiling-percent") == "10"
    page = text_of(owner.client, "/method/lifts/")
    assert "the document says" not in page
    assert "7.5 from" in page, "what it was stays to be read"


def test_beyond_the_limits_it_is_refused_with_the_limits_reason_and_keeps_what_was_typed(owner):
    answer = owner.client.post("/method/parameters/ceiling-percent/", {"value": "25"})
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "25 is not taken. " + load().parameters["ceiling-percent"].limits.why in page
    assert 'value="25"' in page
    assert page.count('aria-invalid="true"') == 1
    assert value_of(owner, "ceiling-percent") == "10"

    refused = owner.client.post("/method/parameters/ceiling-percent/", {"value": "ten"}, headers=JSON)
    assert refused.status_code == 422
    assert "expected a number" in refused.json()["errors"]["value"][0]
    assert refused.json()["sentence"] == "Nothing was changed."
    assert owner.client.post("/method/parameters/ceiling-percent/", {"value": ""}).status_code == 422
    long = owner.client.post("/method/parameters/ceiling-percent/", {"value": "9" * 10_000}, headers=JSON)
    assert long.status_code == 422


def test_outside_the_recommended_range_it_is_taken_and_warned_about(owner):
    sent = {"value": "3", "id": "01930000-0000-7000-8000-0000000000aa"}
    answer = owner.client.post("/method/parameters/ceiling-percent/", sent, headers=JSON)
    assert answer.status_code == 200
    assert "outside the recommended 5 to 10" in answer.json()["warnings"][-1]
    again = owner.client.post("/method/parameters/ceiling-percent/", sent, headers=JSON)
    assert again.json()["known"] == [sent["id"]]
    assert "outside what is recommended" in text_of(owner.client, "/method/lifts/")


def test_a_fixed_number_has_no_form_and_a_list_keeps_its_days(owner, pages):
    assert 'action="/method/parameters/go-ache/' not in pages["gate"]
    assert owner.client.post("/method/parameters/go-ache/", {"value": "1"}).status_code == 422
    days = "/method/parameters/screen-injection-days/"
    assert owner.client.post(days, {"value": "1,3,7"}).status_code == 422
    assert owner.client.post(days, {"value": "1,3,7,14,21"}).status_code == 302
    assert value_of(owner, "screen-injection-days") == "1,3,7,14,21"


def test_numbers_are_each_lifters_own(owner, stranger):
    owner.client.post("/method/parameters/ceiling-percent/", {"value": "7.5"})
    assert value_of(stranger, "ceiling-percent") == "10"
    assert owner.client.get("/method/parameters/ceiling-percent/").status_code == 405
    assert owner.client.post("/method/parameters/no-such-number/", {"value": "1"}).status_code == 404


def test_nobody_reads_without_an_account(anonymous):
    for path in ("/method/", "/method/gate/", "/method/rules/", "/method/rules/ceiling/", "/method/sources/"):
        assert anonymous.get(path).status_code == 302
    assert anonymous.post("/method/parameters/ceiling-percent/", {"value": "7.5"}).status_code == 302


def test_without_a_website_nothing_of_hyvor_is_named(owner, pages):
    for page in (*pages.values(), text_of(owner.client, "/method/peptides/")):
        assert "hyvor" not in page.lower()
    assert "hyvor" not in owner.client.get("/method/gate/").headers["Content-Security-Policy"]


@override_settings(HYVOR_WEBSITE_ID="1234")
def test_a_thread_opens_its_own_pages_policy_for_its_host_and_no_other_pages(owner):
    for slug in ("gate", "peptides"):
        opened = policy(owner.client, f"/method/{slug}/")
        assert opened["script-src"] == f"'self' {HOST}"
        assert opened["frame-src"] == HOST
        assert opened["default-src"] == "'none'"
        assert re.fullmatch(rf"'self' {HOST} 'nonce-[^']+'", opened["style-src"])
        assert "unsafe" not in " ".join(opened.values())
    for path in ("/method/", "/method/rules/", "/method/rules/ceiling/", "/method/sources/"):
        closed = owner.client.get(path)
        assert "hyvor" not in closed.headers["Content-Security-Policy"]
        assert "hyvor" not in closed.content.decode().lower()


@override_settings(HYVOR_WEBSITE_ID="1234")
def test_the_thread_waits_for_a_press(owner):
    page = text_of(owner.client, "/method/gate/")
    assert 'data-website="1234" data-page="underbar-method-gate"' in page
    assert f'src="{HOST}' not in page
    assert "<hyvor" not in page
    nonce = re.search(r'data-discussion nonce="([^"]+)"', page)
    assert nonce is not None
    assert 'data-page="underbar-method-peptides"' in text_of(owner.client, "/method/peptides/")
