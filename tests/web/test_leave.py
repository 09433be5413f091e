"""The diary out as text: whole, named, and its owner's alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from people import Person

from routes import body
from underbar.services.database import acting_for
from underbar.services.exporting import export
from underbar.services.history import lifters_today
from underbar.services.importing import import_files


def test_the_page_leads_to_both_texts(lifter: Person) -> None:
    page = body(lifter.client.get(reverse("leave")))
    assert reverse("leave_diary") in page
    assert reverse("leave_backup") in page


def test_an_empty_diary_offers_no_download(owner: Person) -> None:
    page = body(owner.client.get(reverse("leave")))
    assert reverse("leave_diary") not in page
    assert reverse("bring") in page


@pytest.mark.parametrize(
    ("name", "full", "ending"), [("leave_diary", False, ""), ("leave_backup", True, "-full")]
)
def test_a_download_is_the_diary_under_its_day(lifter: Person, name: str, full: bool, ending: str) -> None:
    answer = lifter.client.get(reverse(name))
    with acting_for(lifter.diary):
        assert body(answer) == export(full)
        day = lifters_today().day
    assert answer.headers["Content-Disposition"] == f'attachment; filename="underbar-{day}{ending}.diary"'
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.streaming


def test_a_backup_comes_out_of_an_empty_diary_again(lifter: Person, stranger: Person, tmp_path: Path) -> None:
    text = body(lifter.client.get(reverse("leave_backup")))
    path = tmp_path / "backup.diary"
    path.write_text(text, encoding="utf-8")
    with acting_for(stranger.diary):
        import_files([path])
    assert body(stranger.client.get(reverse("leave_backup"))) == text


def test_nobody_gets_a_diary(lifter: Person, stranger: Person, anonymous: Client) -> None:
    for name in ("leave", "leave_diary", "leave_backup"):
        assert "/account/" in anonymous.get(reverse(name)).headers["Location"]
    assert body(stranger.client.get(reverse("leave_backup"))) == ""
