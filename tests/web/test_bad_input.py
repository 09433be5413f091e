"""Whatever is typed into whatever field: a message that names it, what was typed still there, no fault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from page_forms import TEXTUAL, Form, forms_of
from people import Person

from routes import body, ours, sample_values
from underbar.services.clock import now
from underbar.services.database import acting_for
from underbar.services.exporting import export
from underbar.services.history import entry_count, lifters_today

ID = "01890a5d-ac96-774b-bcce-b302099a8057"
LONG = "x" * 10_000
WRONG = {
    "words": "eleventy words",
    "minus": "-1",
    "huge": "9" * 400,
    "nul": "a\x00b",
    "nul words": "eleventy\x00words",
    "long": LONG,
    "script": "\"><script>alert('x')</script>",
}
ENDS = ("logout", "delete")


class Found(NamedTuple):
    """A form and the page that it stands on."""

    page: str
    form: Form

    def __repr__(self) -> str:
        return f"{self.form.action} on {self.page}"


def _forms(person: Person) -> Iterator[Found]:
    """Every form that changes something, each kind once, those that end it all left out."""
    seen = set()
    with acting_for(person.diary):
        values = sample_values(lifters_today().day)
    for route in ours():
        if set(route.parts) - set(values):
            continue
        response = person.client.get(route.url(values))
        if response.status_code != 200 or not response.headers["Content-Type"].startswith("text/html"):
            continue
        for form in forms_of(body(response), route.url(values)):
            form.kinds.pop("csrfmiddlewaretoken", None)
            # One form for a parameter of the method stands for them all.
            key = form.key if "/parameters/" not in form.action else ("/parameters/",)
            if form.method == "post" and key not in seen and not any(end in form.action for end in ENDS):
                seen.add(key)
                yield Found(route.url(values), form)


def _send(person: Person, found: Found, fields: dict[str, Any], as_json: bool = False) -> Any:
    if "_auth_user_id" not in person.client.session:
        user = get_user_model().objects.get(username=person.name)
        person.client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    headers = {"Accept": "application/json"} if as_json else {}
    return person.client.post(found.form.action, fields, headers=headers)


def test_no_field_of_any_form_breaks_the_app_and_what_was_typed_is_kept(lifter: Person) -> None:
    lifter.client.raise_request_exception = False
    broken, tried = [], 0
    for found in list(_forms(lifter)):
        for name, kind in found.form.kinds.items():
            typed = kind in TEXTUAL - {"password"}
            for wrong in WRONG.values() if typed else (WRONG["nul words"],):
                response = _send(lifter, found, {**found.form.fields, name: wrong})
                tried += 1
                told = f"{found}: {name}={wrong[:20]!r}: {response.status_code}"
                if response.status_code >= 500:
                    broken.append(told)
                refused = response.status_code in (400, 422) and typed and wrong.isprintable()
                if refused and wrong not in unescape(body(response)):
                    broken.append(f"{told}: what was typed is gone")
    assert not broken, "\n".join(broken)
    assert tried > 100


def test_the_outbox_is_told_which_field_is_wrong(lifter: Person) -> None:
    lifter.client.raise_request_exception = False
    broken, refused = [], 0
    for found in list(_forms(lifter)):
        for name, kind in found.form.kinds.items():
            if kind in ("hidden", "button"):
                continue
            response = _send(lifter, found, {**found.form.fields, name: WRONG["words"]}, as_json=True)
            if response.status_code != 422 or not response.headers["Content-Type"].startswith(
                "application/json"
            ):
                continue
            refused += 1
            told = json.loads(response.content)
            if not told["errors"] and not told["sentence"]:
                broken.append(f"{found}: {name}: {told}")
    assert not broken, "\n".join(broken)
    assert refused > 3


def _checkin(**fields: str) -> dict[str, str]:
    return {
        "ache": "1",
        "painkiller": "no",
        "stiff": "none",
        "sleep_h": "7",
        "sleep_min": "30",
        "woke": "earlier",
        "woke_at": "06:40",
        **fields,
    }


def _day(person: Person) -> str:
    with acting_for(person.diary):
        return lifters_today().day.isoformat()


def _count(person: Person) -> int:
    with acting_for(person.diary):
        return entry_count()


def test_the_same_thing_sent_twice_is_stored_once(lifter: Person) -> None:
    before = _count(lifter)
    sent = _checkin(day=_day(lifter), id=ID, at=now().isoformat())
    answers = [
        lifter.client.post(reverse("checkin"), sent, headers={"Accept": "application/json"}) for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [200, 200], answers[0].content
    assert _count(lifter) == before + 1
    assert json.loads(answers[1].content)["known"] == [ID]


def test_a_page_of_yesterday_stores_nothing_and_says_so(lifter: Person) -> None:
    before = _count(lifter)
    with acting_for(lifter.diary):
        yesterday = (lifters_today().day - timedelta(days=1)).isoformat()
    page = lifter.client.post(reverse("checkin"), _checkin(day=yesterday))
    assert page.status_code == 409
    assert "Nothing was stored" in body(page)
    assert "06:40" in body(page), "what was typed is gone"
    told = lifter.client.post(
        reverse("checkin"), _checkin(day=yesterday), headers={"Accept": "application/json"}
    )
    assert told.status_code == 409
    assert "Nothing was stored" in json.loads(told.content)["sentence"]
    assert _count(lifter) == before


@pytest.mark.parametrize("days", [-2, 2])
def test_a_clock_two_days_off_is_told_and_the_entry_is_of_today(lifter: Person, days: int) -> None:
    wrong = now() + timedelta(days=days)
    sent = _checkin(
        day=_day(lifter), id=ID, at=(wrong - timedelta(minutes=1)).isoformat(), now=wrong.isoformat()
    )
    answer = lifter.client.post(reverse("checkin"), sent, headers={"Accept": "application/json"})
    assert answer.status_code == 200, answer.content
    assert json.loads(answer.content)["clock_off_minutes"] == days * 24 * 60
    with acting_for(lifter.diary):
        assert next(line for line in export(full=True).splitlines() if ID in line).startswith(_day(lifter))


def test_a_wrong_ache_names_its_field_and_keeps_the_rest(lifter: Person) -> None:
    before = _count(lifter)
    answer = lifter.client.post(
        reverse("checkin"), _checkin(day=_day(lifter), ache="11", sleep_h="6", sleep_min="05")
    )
    assert answer.status_code == 422
    (form,) = (form for form in forms_of(body(answer), "/checkin/") if "ache" in form.kinds)
    assert (form.fields["sleep_h"], form.fields["sleep_min"]) == ("6", "05")
    told = lifter.client.post(
        reverse("checkin"), _checkin(day=_day(lifter), ache="11"), headers={"Accept": "application/json"}
    )
    assert list(json.loads(told.content)["errors"]) == ["ache"]
    assert _count(lifter) == before


def test_an_upload_past_the_limit_is_refused_in_words(
    lifter: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        settings,
        "CHOSEN",
        settings.CHOSEN.__class__(
            **{name: getattr(settings.CHOSEN, name) for name in settings.CHOSEN.__slots__} | {"upload_mb": 1}
        ),
    )
    before = _count(lifter)
    (form,) = (
        found.form
        for found in _forms(lifter)
        if found.page == reverse("bring") and "file" in found.form.kinds.values()
    )
    (name,) = (name for name, kind in form.kinds.items() if kind == "file")
    big = SimpleUploadedFile("big.diary", b"2026-01-05 walk 20min\n" * 100_000)
    answer = lifter.client.post(form.action, {**form.fields, name: big})
    assert answer.status_code in (413, 422)
    assert "1 MB" in body(answer) or "megabyte" in body(answer)
    assert _count(lifter) == before


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 5000, b"PK\x03\x04 no zip", "not a diary\n".encode("utf-16")]
)
def test_a_file_that_is_no_diary_is_refused_in_words(lifter: Person, content: bytes, tmp_path: Path) -> None:
    lifter.client.raise_request_exception = False
    before = _count(lifter)
    (form,) = (
        found.form
        for found in _forms(lifter)
        if found.page == reverse("bring") and "file" in found.form.kinds.values()
    )
    (name,) = (name for name, kind in form.kinds.items() if kind == "file")
    answer = lifter.client.post(form.action, {**form.fields, name: SimpleUploadedFile("odd.bin", content)})
    assert answer.status_code < 500
    assert _count(lifter) == before
