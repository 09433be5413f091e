"""Files in: chosen, looked at, stored; and taken out again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from underbar.diary.vocabulary import LIFTS
from underbar.quantities import Unit
from underbar.services import incoming
from underbar.services.errors import ServiceError
from underbar.services.importing import LARGEST, FileImport, import_files, imports, undo_import
from underbar.web import sending
from underbar.web.bring_view import LIFT_CHOICES, MOST_CHOICES, Looks, looks
from underbar.web.owners import page
from underbar.web.uploads import MEGABYTE, too_large
from underbar.wording import en_bring
from underbar.wording.en_words import count

MOST_FILES: Final = 20
OWN_NAME: Final = "own"
UNITS: Final = (("lb", "pounds (lb)"), ("kg", "kilograms (kg)"))


@page
def bring(request: HttpRequest) -> HttpResponseBase:
    """What can be brought in, and what was; a post keeps the files and goes on to the look at them."""
    if request.method != "POST":
        return _bring(request)
    files = request.FILES.getlist("file")
    large = too_large(request)
    if large is not None:
        return sending.refused(request, lambda: _bring(request, large), sentence=large, status=413)
    wrong = ""
    if not files:
        wrong = en_bring.CHOOSE_FIRST
    elif len(files) > MOST_FILES:
        wrong = en_bring.TOO_MANY
    elif any((file.size or 0) > LARGEST for file in files):
        wrong = en_bring.TOO_LARGE
    if not wrong:
        try:
            token = incoming.put([(file.name or "", file.chunks()) for file in files])
        except ServiceError as error:
            wrong = error.sentence
        else:
            to = reverse("bring_look", args=[token])
            return JsonResponse({"then": to}) if sending.wants_json(request) else redirect(to)
    return sending.refused(request, lambda: _bring(request, wrong), sentence=wrong)


@page
def look(request: HttpRequest, token: str) -> HttpResponseBase:
    """What the files hold, by the unit and the lifts that the lifter says; a post may store it."""
    try:
        files = incoming.waiting(token)
    except incoming.NotWaiting as error:
        answer = _bring(request, error.sentence)
        answer.status_code = 404
        return answer
    do = request.POST.get("do", "")
    if do == "drop":
        incoming.drop(token)
        return redirect("bring")
    unit = _unit(request.POST.get("unit", ""))
    mapping = _mapping(request.POST)
    if mapping is None:
        return _look(request, token, files, unit, {}, en_bring.LIFT_WRONG)
    if do != "store":
        return _look(request, token, files, unit, mapping)
    seen = _read(files, unit, mapping, dry_run=True)
    if any(one.needs_unit for one in seen):
        return _look(request, token, files, unit, mapping, en_bring.UNIT_MISSING)
    if all(one.refused for one in seen):
        return _look(request, token, files, unit, mapping, seen[0].refused or "")
    for file, one in zip(files, _read(files, unit, mapping, dry_run=False), strict=True):
        if one.refused:
            messages.error(request, f"{file.name}: {one.refused}")
        else:
            added = count(len(one.added), "new entry", "new entries")
            messages.success(request, f"{file.name}: {added}.")
    incoming.drop(token)
    return redirect("bring")


@page
@require_POST
def undo(request: HttpRequest) -> HttpResponseBase:
    """Take a file out again; 404 where this diary brought none in by that number."""
    number = request.POST.get("number", "")
    batch = next((one for one in imports() if str(one.number) == number), None)
    if batch is None:
        answer = _bring(request)
        answer.status_code = 404
        return answer
    try:
        gone = undo_import(batch.number)
    except ServiceError as error:
        messages.error(request, error.sentence)
    else:
        messages.success(request, en_bring.out_again(batch.file, count(len(gone), "entry", "entries")))
    return redirect("bring")


def _bring(request: HttpRequest, wrong: str = "") -> HttpResponse:
    shown = {
        "here": "more",
        "words": en_bring,
        "wrong": wrong,
        "most_mb": min(settings.CHOSEN.upload_mb, LARGEST // MEGABYTE),
        "brought": [
            {
                "batch": batch,
                "source": en_bring.SOURCES.get(batch.source, batch.source),
                "made": batch.made[:10],
            }
            for batch in reversed(imports())
        ],
    }
    return render(request, "bring/bring.html", shown)


def _look(
    request: HttpRequest,
    token: str,
    files: tuple[incoming.Waiting, ...],
    unit: Unit | None,
    mapping: Mapping[str, str],
    wrong: str = "",
) -> HttpResponse:
    names = [file.name for file in files]
    found = looks(names, _read(files, unit, mapping, dry_run=True), unit)
    shown = {
        "here": "more",
        "words": en_bring,
        "token": token,
        "looks": found,
        "lift_choices": LIFT_CHOICES,
        "units": UNITS,
        "unit_told": _unit_told(found),
        "wrong": wrong,
    }
    return render(request, "bring/look.html", shown, status=422 if wrong else 200)


def _unit_told(found: Looks) -> str:
    if found.likelier is not None:
        return en_bring.LIKELIER[found.likelier]
    return en_bring.TAKEN_AS[found.unit] if found.sure and found.unit is not None else ""


def _read(
    files: tuple[incoming.Waiting, ...], unit: Unit | None, mapping: Mapping[str, str], *, dry_run: bool
) -> tuple[FileImport, ...]:
    return import_files(
        [file.path for file in files],
        dry_run=dry_run,
        unit=unit,
        mapping=mapping,
        names=[file.name for file in files],
    )


def _unit(given: str) -> Unit | None:
    return "lb" if given == "lb" else "kg" if given == "kg" else None


def _mapping(sent: Mapping[str, str]) -> dict[str, str] | None:
    """What each exercise is to be taken for; None where it is no lift of the method."""
    found: dict[str, str] = {}
    for number in range(MOST_CHOICES):
        name, lift = sent.get(f"name-{number}"), sent.get(f"lift-{number}", OWN_NAME)
        if not name:
            break
        if lift != OWN_NAME and lift not in LIFTS:
            return None
        found[name] = name if lift == OWN_NAME else lift
    return found


urls = [
    path("import/", bring, name="bring"),
    path("import/undo/", undo, name="bring_undo"),
    path("import/<str:token>/", look, name="bring_look"),
]
