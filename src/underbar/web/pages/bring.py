"""Files in: chosen, looked at, stored; and taken out again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST, require_safe

from underbar.diary.vocabulary import LIFTS
from underbar.quantities import Unit
from underbar.services import incoming
from underbar.services.errors import ServiceError
from underbar.services.import_asked import ROLES, Said
from underbar.services.importing import FileImport, import_together, imports, undo_import
from underbar.web import sending
from underbar.web.bring_view import LIFT_CHOICES, MOST_CHOICES, ROLE_CHOICES, Looks, looks
from underbar.web.owners import page
from underbar.web.uploads import MEGABYTE, too_large
from underbar.wording import en_bring, en_import

OWN_NAME: Final = "own"
UNITS: Final = (("lb", "pounds (lb)"), ("kg", "kilograms (kg)"))


@page
def bring(request: HttpRequest) -> HttpResponseBase:
    """What can be brought in, and what was; a post keeps the files and goes on to the look at them.

    With the `token` of files that wait, it adds to them: a folder comes in several posts.
    """
    if request.method != "POST":
        return _bring(request)
    files = request.FILES.getlist("file")
    large = too_large(request)
    if large is not None:
        return sending.refused(request, lambda: _bring(request, large), sentence=large, status=413)
    wrong = en_bring.CHOOSE_FIRST
    if files:
        try:
            token = incoming.put(
                [(file.name or "", file.chunks()) for file in files],
                settings.CHOSEN.upload_mb * MEGABYTE,
                request.POST.get("token") or None,
            )
        except ServiceError as error:
            wrong = error.sentence
        else:
            to = reverse("bring_look", args=[token])
            if not sending.wants_json(request):
                return redirect(to)
            return JsonResponse(
                {"then": to, "token": token, "progress": reverse("bring_progress", args=[token])}
            )
    return sending.refused(request, lambda: _bring(request, wrong), sentence=wrong)


@page
def look(request: HttpRequest, token: str) -> HttpResponseBase:
    """What the files hold, by what the lifter says of them; a post may store it."""
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
    mapping, columns = _mapping(request.POST), _columns(request.POST)
    said = Said(_unit(request.POST.get("unit", "")), mapping or {}, columns or {})
    if mapping is None or columns is None:
        read = _read(token, files, said, dry_run=True)
        return _look(request, token, files, read, said, en_bring.CHOICE_WRONG)
    done = _read(token, files, said, dry_run=do != "store")
    if do != "store":
        return _look(request, token, files, done, said)
    if done.refused:
        wrong = en_bring.UNIT_MISSING if done.needs_unit else done.refused
        return _look(request, token, files, done, said, wrong)
    for part in done.parts:
        added = en_import.entries(len(part.added), new=True)
        messages.success(request, f"{en_import.source_name(part.source)}: {added}.")
    incoming.drop(token)
    return redirect("bring")


@page
@require_safe
def progress(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """How far the import of waiting files is: a share from 0 to 1, and words; 204 while nobody works."""
    at = incoming.how_far(token)
    if at is None:
        return HttpResponse(status=204)
    said = f"{en_import.STAGES[at.stage]} … {en_import.how_far(*at)}"
    return JsonResponse({"share": at.done / at.total if at.total else 0, "said": said})


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
        messages.success(request, en_bring.out_again(batch.file, en_import.entries(len(gone))))
    return redirect("bring")


def _bring(request: HttpRequest, wrong: str = "") -> HttpResponse:
    shown = {
        "here": "more",
        "words": en_bring,
        "wrong": wrong,
        "most_mb": settings.CHOSEN.upload_mb,
        "brought": [
            {
                "batch": batch,
                "source": en_import.source_name(batch.source),
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
    one: FileImport,
    said: Said,
    wrong: str = "",
) -> HttpResponse:
    found = looks(one, said)
    shown = {
        "here": "more",
        "words": en_bring,
        "unread_lead": en_import.UNREAD_LEAD,
        "token": token,
        "names": [file.name for file in files],
        "looks": found,
        "lift_choices": LIFT_CHOICES,
        "role_choices": ROLE_CHOICES,
        "said_columns": said.columns,
        "units": UNITS,
        "unit_told": _unit_told(found),
        "wrong": "" if wrong == found.refused else wrong,
    }
    return render(request, "bring/look.html", shown, status=422 if wrong else 200)


def _unit_told(found: Looks) -> str:
    if found.likelier is not None:
        return en_bring.LIKELIER[found.likelier]
    return en_bring.TAKEN_AS[found.unit] if found.sure and found.unit is not None else ""


def _read(token: str, files: tuple[incoming.Waiting, ...], said: Said, *, dry_run: bool) -> FileImport:
    dropped = [(file.path, file.name) for file in files]
    return import_together(dropped, said, dry_run=dry_run, progress=incoming.telling(token))


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


def _columns(sent: Mapping[str, str]) -> dict[str, str] | None:
    """What each column holds, "" for nothing; None where that is nothing that a column can hold."""
    found: dict[str, str] = {}
    for number in range(MOST_CHOICES):
        name, role = sent.get(f"column-{number}"), sent.get(f"role-{number}", "")
        if name is None:
            break
        if role and role not in dict(ROLES):
            return None
        found[name] = role
    return found


urls = [
    path("import/", bring, name="bring"),
    path("import/undo/", undo, name="bring_undo"),
    path("import/<str:token>/", look, name="bring_look"),
    path("import/<str:token>/progress/", progress, name="bring_progress"),
]
