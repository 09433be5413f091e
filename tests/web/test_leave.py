"""The diary out in every format: whole, named, and its owner's alone."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from people import Person

from routes import body
from underbar.services.database import acting_for
from underbar.services.exporting import export
from underbar.services.history import lifters_today
from underbar.services.importing import import_files

WAYS = {
    "leave_diary": (".diary", "text/plain; charset=utf-8"),
    "leave_backup": ("-full.diary", "text/plain; charset=utf-8"),
    "leave_jsonl": (".jsonl", "application/x-ndjson; charset=utf-8"),
    "leave_csv": ("-csv.zip", "application/zip"),
    "leave_parquet": ("-parquet.zip", "application/zip"),
    "leave_fhir": ("-fhir.json", "application/fhir+json; charset=utf-8"),
    "leave_ical": (".ics", "text/calendar; charset=utf-8"),
}


def content(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def test_the_page_leads_to_every_format(lifter: Person) -> None:
    page = body(lifter.client.get(reverse("leave")))
    assert page.count(" download>") == len(WAYS)
    for name in WAYS:
        assert f'href="{reverse(name)}" download>' in page
    assert "apostrophe in front" in page


def test_an_empty_diary_offers_no_download(owner: Person) -> None:
    page = body(owner.client.get(reverse("leave")))
    assert " download>" not in page
    assert reverse("bring") in page


@pytest.mark.parametrize("name", WAYS)
def test_a_download_is_named_after_its_day_and_kept_by_no_cache(lifter: Person, name: str) -> None:
    answer = lifter.client.get(reverse(name))
    with acting_for(lifter.diary):
        day = lifters_today().day
    ending, media = WAYS[name]
    assert answer.headers["Content-Disposition"] == f'attachment; filename="underbar-{day}{ending}"'
    assert answer.headers["Content-Type"] == media
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.streaming
    assert int(answer.headers["Content-Length"]) == len(content(answer)) > 0


@pytest.mark.parametrize(("name", "full"), [("leave_diary", False), ("leave_backup", True)])
def test_the_texts_are_the_diary(lifter: Person, name: str, full: bool) -> None:
    text = body(lifter.client.get(reverse(name)))
    with acting_for(lifter.diary):
        assert text == export(full)


def test_the_formats_are_what_they_say(lifter: Person) -> None:
    with acting_for(lifter.diary):
        entries = export(full=True).count("\n")
    lines = content(lifter.client.get(reverse("leave_jsonl"))).decode().splitlines()
    assert json.loads(lines[0])["entries"] == entries == len(lines) - 1
    with ZipFile(BytesIO(content(lifter.client.get(reverse("leave_csv"))))) as tables:
        assert {"columns.csv", "checkin.csv", "lift.csv"} <= set(tables.namelist())
    assert json.loads(content(lifter.client.get(reverse("leave_fhir"))))["resourceType"] == "Bundle"
    assert content(lifter.client.get(reverse("leave_ical"))).startswith(b"BEGIN:VCALENDAR")


def test_a_backup_comes_out_of_an_empty_diary_again(lifter: Person, stranger: Person, tmp_path: Path) -> None:
    text = body(lifter.client.get(reverse("leave_backup")))
    path = tmp_path / "backup.diary"
    path.write_text(text, encoding="utf-8")
    with acting_for(stranger.diary):
        import_files([path])
    assert body(stranger.client.get(reverse("leave_backup"))) == text


def test_nobody_gets_a_diary(lifter: Person, stranger: Person, anonymous: Client) -> None:
    for name in ("leave", *WAYS):
        assert "/account/" in anonymous.get(reverse(name)).headers["Location"]
    assert body(stranger.client.get(reverse("leave_backup"))) == ""
    assert json.loads(content(stranger.client.get(reverse("leave_fhir")))).get("entry") is None
    assert b"VEVENT" not in content(stranger.client.get(reverse("leave_ical")))


@pytest.mark.parametrize("form", ["jsonl", "csv", "fhir"])
def test_the_api_gives_the_same_file_as_the_page(lifter: Person, form: str) -> None:
    page = lifter.client.get(reverse(f"leave_{form}"))
    api = lifter.client.get(f"/api/export?format={form}")
    assert api.headers["Content-Type"] == page.headers["Content-Type"]
    assert without_instant(content(api)) == without_instant(content(page))


def without_instant(data: bytes) -> bytes:
    return re.sub(rb'"recorded": "[^"]*"', b"", data)


def test_the_api_refuses_what_makes_no_sense(lifter: Person) -> None:
    assert lifter.client.get("/api/export?format=xml").status_code == 422
    refused = lifter.client.get("/api/export?format=csv&full=true")
    assert (refused.status_code, "text" in refused.json()["error"]) == (422, True)
    assert body(lifter.client.get("/api/export")) == body(lifter.client.get(reverse("leave_diary")))
