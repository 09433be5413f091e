"""The diary out, in every format."""

from __future__ import annotations

from typing import Final

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from underbar.services.exporting import Format
from underbar.services.history import entry_count
from underbar.web.downloads import diary_file
from underbar.web.owners import page
from underbar.wording import en_leave

_FORMATS: Final[dict[str, tuple[Format, bool]]] = {
    "diary": ("text", False),
    "backup": ("text", True),
    "csv": ("csv", False),
    "parquet": ("parquet", False),
    "jsonl": ("jsonl", False),
    "fhir": ("fhir", False),
    "ical": ("ical", False),
}
"""The format and whether it is the full one, by the key that the page and the address have."""


@page
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Every way out, and what each is good for."""
    shown = {
        "here": "more",
        "words": en_leave,
        "entries": entry_count(),
        "texts": _ways(en_leave.LEAVE_TEXTS),
        "formats": _ways(en_leave.LEAVE_FORMATS),
    }
    return render(request, "leave/leave.html", shown)


@page
@require_safe
def download(request: HttpRequest, key: str) -> FileResponse:  # noqa: ARG001 - Django's signature
    """The diary as a file."""
    return diary_file(*_FORMATS[key])


def _ways(ways: tuple[en_leave.Way, ...]) -> list[tuple[en_leave.Way, str]]:
    """Each way, and the name of its address."""
    return [(way, f"leave_{way.key}") for way in ways]


urls = [
    path("export/", leave, name="leave"),
    *(path(f"export/{key}/", download, {"key": key}, name=f"leave_{key}") for key in _FORMATS),
]
