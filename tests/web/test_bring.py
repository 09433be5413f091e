"""Bringing files in: looked at first, stored once, taken out again, and nobody else's business."""

from __future__ import annotations

import os
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from page_forms import Form, forms_of
from people import Person

from routes import body
from underbar.services import incoming
from underbar.services.database import acting_for
from underbar.services.exporting import export
from underbar.services.importing import imports
from underbar.settings import Settings
from underbar.web.uploads import LimitedUploadHandler

HEAD = (
    "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Distance Unit,Seconds,"
    "Notes,Workout Notes,Workout Duration\n"
)
ROWS = (
    '2025-03-01 10:00:00,"Legs","Deadlift (Barbell)",1,135.0,lbs,5,,,,0,"","",40m\n'
    '2025-03-01 10:00:00,"Legs","Deadlift (Hex)",1,145.0,lbs,5,,,,0,"","",40m\n'
)
STRONG = (HEAD + ROWS).encode()
BARE = (
    b"Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
    b'2025-03-01 10:00:00,"Legs","Leg Press",1,100,5,0,0,"","",\n'
)
DIARY = b"2026-01-05 walk 20min\n2026-01-06 walk 25min\n"


def choose(person: Person, *files: tuple[str, bytes], as_json: bool = False) -> Any:
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    headers = {"Accept": "application/json"} if as_json else {}
    return person.client.post(reverse("bring"), {"file": sent}, headers=headers)


def look(person: Person, *files: tuple[str, bytes]) -> tuple[str, str]:
    """The address of the look at files, and its page."""
    url = choose(person, *files).headers["Location"]
    return url, unescape(body(person.client.get(url)))


def form_of(page: str, url: str) -> Form:
    (form,) = (form for form in forms_of(page, url) if form.action == url)
    return form


def diary(person: Person) -> str:
    with acting_for(person.diary):
        return export(full=True)


def waiting(site: Settings) -> list[Path]:
    folder = site.home / "incoming"
    return sorted(folder.iterdir()) if folder.is_dir() else []


def test_a_file_is_looked_at_before_it_is_stored(owner: Person, site: Settings) -> None:
    url, page = look(owner, ("my.diary", DIARY))
    assert "2 new entries" in page
    assert "5 Jan 2026 – 6 Jan 2026" in page
    assert diary(owner) == ""
    answer = owner.client.post(url, {"do": "store"}, follow=True)
    assert "Diary: 2 new entries." in body(answer)
    assert diary(owner).count("walk") == 2
    assert waiting(site) == []


def test_the_file_between_look_and_store_is_private(owner: Person, site: Settings) -> None:
    choose(owner, ("../../../etc/passwd.diary", DIARY))
    (folder,) = waiting(site)
    assert folder.parent.stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0
    assert sorted(path.name for path in folder.iterdir()) == ["0", "names.json"]
    with acting_for(owner.diary):
        (file,) = incoming.waiting(folder.name.partition("-")[2])
    assert file.name == "passwd.diary"


def test_storing_nothing_deletes_the_file(owner: Person, site: Settings) -> None:
    url, _ = look(owner, ("my.diary", DIARY))
    assert owner.client.post(url, {"do": "drop"}).headers["Location"] == reverse("bring")
    assert waiting(site) == []
    assert diary(owner) == ""
    gone = owner.client.post(url, {"do": "store"})
    assert gone.status_code == 404
    assert "choose it again" in body(gone)


def test_a_file_waits_for_an_hour(owner: Person, site: Settings) -> None:
    url, _ = look(owner, ("my.diary", DIARY))
    (folder,) = waiting(site)
    past = folder.stat().st_mtime - incoming.KEPT_FOR - 1
    os.utime(folder, (past, past))
    assert owner.client.get(url).status_code == 404
    look(owner, ("my.diary", DIARY))
    assert folder not in waiting(site)


def test_nobody_else_opens_what_waits(owner: Person, stranger: Person, anonymous: Client) -> None:
    url, _ = look(owner, ("my.diary", DIARY))
    for do in ("look", "store", "drop"):
        answer = stranger.client.post(url, {"do": do})
        assert "walk" not in body(answer)
        assert diary(stranger) == ""
    assert stranger.client.get(url).status_code == 404
    assert "/account/" in anonymous.get(url).headers["Location"]
    assert owner.client.get(url).status_code == 200


def test_an_exercise_is_taken_for_the_lift_that_is_chosen(owner: Person) -> None:
    url, page = look(owner, ("strong.csv", STRONG))
    form = form_of(page, url)
    names = {form.fields[f"name-{number}"]: form.fields[f"lift-{number}"] for number in range(2)}
    assert names == {"Deadlift (Barbell)": "deadlift", "Deadlift (Hex)": "own"}
    (hexed,) = (key for key, value in form.fields.items() if value == "Deadlift (Hex)")
    chosen = {**form.fields, hexed.replace("name", "lift"): "trap-bar-deadlift"}
    again = form_of(unescape(body(owner.client.post(url, {**chosen, "do": "look"}))), url)
    assert sorted(value for key, value in again.fields.items() if key.startswith("lift")) == [
        "deadlift",
        "trap-bar-deadlift",
    ]
    assert diary(owner) == ""
    owner.client.post(url, {**again.fields, "do": "store"})
    assert "trap-bar-deadlift 145lb" in diary(owner)


def test_a_lift_that_is_none_is_refused_and_the_file_kept(owner: Person) -> None:
    url, _ = look(owner, ("strong.csv", STRONG))
    answer = owner.client.post(url, {"do": "store", "name-0": "Deadlift (Hex)", "lift-0": "curl"})
    assert answer.status_code == 422
    assert diary(owner) == ""
    assert owner.client.get(url).status_code == 200


def test_a_file_without_a_unit_asks_and_answers_nothing_itself(owner: Person) -> None:
    url, page = look(owner, ("strong.csv", BARE))
    form = form_of(page, url)
    assert "pounds or kilograms" in page
    assert form.kinds["unit"] == "radio"
    assert "unit" not in form.fields
    missing = owner.client.post(url, {**form.fields, "do": "store"})
    assert missing.status_code == 422
    assert diary(owner) == ""
    told = form_of(unescape(body(owner.client.post(url, {"do": "look", "unit": "kg"}))), url)
    assert told.fields["unit"] == "kg"
    owner.client.post(url, {**told.fields, "do": "store"})
    assert "100kg" in diary(owner)


def test_brought_in_twice_it_adds_nothing_and_says_so(owner: Person) -> None:
    for _ in range(2):
        url, page = look(owner, ("strong.csv", STRONG))
        owner.client.post(url, {"do": "store"})
    assert "in your diary already" in page
    assert diary(owner).count("deadlift") == 1


def test_a_row_that_was_not_understood_is_shown_with_its_line(owner: Person) -> None:
    _, page = look(
        owner, ("strong.csv", STRONG + b'when,"Legs","Squat (Barbell)",1,x,lbs,5,,,,0,"","",40m\n')
    )
    assert "What could not be read" in page
    assert "line 4" in page


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("empty.csv", b"", "empty"),
        ("empty.diary", b"", "empty"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n\x00\x00", "binary file"),
        ("photo.diary", b"\x89PNG\r\n\x1a\n\x00\x00", "not a text"),
        ("other.csv", b"name,colour\nAnna,red\n", "no export that Underbar knows"),
        ("old.diary", '2026-01-05 note "Rücken"\n'.encode("latin-1"), "UTF-8"),
        ("typo.diary", DIARY + b"2026-01-07 wlk 5min\n", "line 3"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(owner: Person, name: str, content: bytes, word: str) -> None:
    url, page = look(owner, (name, content))
    assert word.lower() in page.lower()
    assert "Nothing new to store" in page
    assert owner.client.post(url, {"do": "store"}).status_code == 422
    assert diary(owner) == ""


def test_a_strong_export_in_latin_1_is_read_or_refused_in_words(owner: Person) -> None:
    content = (HEAD + ROWS.replace("Hex", "Hantel für Größe")).encode("latin-1")
    _, page = look(owner, ("strong.csv", content))
    assert "new entries" in page or 'class="wrong"' in page


def test_what_cannot_be_read_among_several_files_is_named_and_the_rest_stored(owner: Person) -> None:
    url, page = look(owner, ("my.diary", DIARY), ("other.csv", b"name,colour\nAnna,red\n"))
    assert "2 new entries" in page
    assert "other.csv" in page
    answer = owner.client.post(url, {"do": "store"}, follow=True)
    assert "Diary: 2 new entries" in body(answer)
    assert diary(owner).count("walk") == 2


def test_a_folder_comes_in_several_posts_and_is_looked_at_as_one(owner: Person, stranger: Person) -> None:
    first = choose(owner, ("one.diary", DIARY), as_json=True).json()
    more = {"file": [SimpleUploadedFile("two.diary", b"2026-01-07 walk 5min\n")], "token": first["token"]}
    headers = {"Accept": "application/json"}
    assert stranger.client.post(reverse("bring"), more, headers=headers).status_code == 422
    more["file"] = [SimpleUploadedFile("two.diary", b"2026-01-07 walk 5min\n")]
    second = owner.client.post(reverse("bring"), more, headers=headers).json()
    assert second == first
    assert "3 new entries" in body(owner.client.get(first["then"]))


def test_no_file_is_refused(owner: Person) -> None:
    assert owner.client.post(reverse("bring"), {}).status_code == 422


def test_several_posts_may_together_bring_no_more_than_the_limit(
    owner: Person, site: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = {name: getattr(settings.CHOSEN, name) for name in settings.CHOSEN.__slots__}
    monkeypatch.setattr(settings, "CHOSEN", settings.CHOSEN.__class__(**chosen | {"upload_mb": 1}))
    part = DIARY * (700_000 // len(DIARY))
    first = choose(owner, ("one.diary", part), as_json=True).json()
    sent = {"file": SimpleUploadedFile("two.diary", part), "token": first["token"]}
    answer = owner.client.post(reverse("bring"), sent)
    assert answer.status_code == 422
    assert "over 1 MB together" in body(answer)
    assert waiting(site) == []


def test_how_far_it_is_can_be_asked_by_its_owner_alone(owner: Person, stranger: Person) -> None:
    asked = choose(owner, ("my.diary", DIARY), as_json=True).json()
    assert owner.client.get(asked["progress"]).status_code == 204
    owner.client.get(asked["then"])
    told = owner.client.get(asked["progress"]).json()
    assert told["share"] <= 1
    assert told["said"].startswith(("Reading", "Storing"))
    assert stranger.client.get(asked["progress"]).status_code == 204


def test_a_choice_of_lift_is_remembered_for_the_next_file(owner: Person) -> None:
    url, page = look(owner, ("strong.csv", STRONG))
    fields = form_of(page, url).fields
    (hexed,) = (key for key, value in fields.items() if value == "Deadlift (Hex)")
    lift = hexed.replace("name", "lift")
    owner.client.post(url, {**fields, lift: "trap-bar-deadlift", "do": "store"})
    url, page = look(owner, ("strong.csv", STRONG.replace(b"2025-03-01", b"2025-03-08")))
    assert form_of(page, url).fields[lift] == "trap-bar-deadlift"


def test_the_sender_with_a_progress_bar_is_told_where_to_go(owner: Person) -> None:
    answer = choose(owner, ("my.diary", DIARY), as_json=True)
    assert owner.client.get(answer.json()["then"]).status_code == 200
    refused = owner.client.post(reverse("bring"), {}, headers={"Accept": "application/json"})
    assert (refused.status_code, refused.json()["sentence"]) == (422, "Choose a file first.")


def test_a_file_past_the_limit_is_not_read_and_the_limit_is_named(
    owner: Person, site: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = {name: getattr(settings.CHOSEN, name) for name in settings.CHOSEN.__slots__}
    monkeypatch.setattr(settings, "CHOSEN", settings.CHOSEN.__class__(**chosen | {"upload_mb": 1}))
    read: list[int] = []

    class Counted(SimpleUploadedFile):
        def read(self, size: int | None = -1) -> Any:
            found = super().read(size)
            read.append(len(found))
            return found

    for size in (1_100_000, 5_000_000):
        answer = owner.client.post(
            reverse("bring"), {"file": Counted("big.diary", DIARY * (size // len(DIARY)))}
        )
        assert answer.status_code == 413
        assert "1 MB" in body(answer)
    assert waiting(site) == []


def test_an_import_is_taken_out_again(owner: Person, stranger: Person) -> None:
    url, _ = look(owner, ("my.diary", DIARY))
    owner.client.post(url, {"do": "store"})
    with acting_for(owner.diary):
        number = imports()[-1].number
    assert stranger.client.post(reverse("bring_undo"), {"number": number}).status_code == 404
    assert diary(owner) != ""
    page = unescape(body(owner.client.get(reverse("bring"))))
    (form,) = (form for form in forms_of(page, "/") if form.action == reverse("bring_undo"))
    assert form.fields["number"] == str(number)
    answer = owner.client.post(reverse("bring_undo"), {"number": number}, follow=True)
    assert "my.diary is out again: 2 entries." in body(answer)
    assert diary(owner) == ""
    assert "Taken out again on" in body(answer)
    twice = owner.client.post(reverse("bring_undo"), {"number": number}, follow=True)
    assert "was undone" in body(twice)


def test_a_name_that_is_code_is_shown_as_a_name(owner: Person) -> None:
    _, page = look(owner, ('<b onload="x">.diary', DIARY))
    url = choose(owner, ('<b onload="x">.diary', DIARY)).headers["Location"]
    assert "<b onload" not in body(owner.client.get(url))
    assert "<b onload" in page


def test_no_file_of_nobody_is_read(owner: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    receive = LimitedUploadHandler.receive_data_chunk

    def counted(self: LimitedUploadHandler, raw_data: bytes, start: int) -> None:
        read.append(len(raw_data))
        receive(self, raw_data, start)

    monkeypatch.setattr(LimitedUploadHandler, "receive_data_chunk", counted)
    nobody = Client(enforce_csrf_checks=True)
    nobody.get(reverse("account_login"))
    token = nobody.cookies["csrftoken"].value
    sent = {"file": SimpleUploadedFile("my.diary", DIARY), "csrfmiddlewaretoken": token}
    assert nobody.post(reverse("bring"), sent).status_code in (302, 403)
    assert read == []
    owner.client.post(reverse("bring"), {"file": SimpleUploadedFile("my.diary", DIARY)})
    assert read == [len(DIARY)]
