"""The diary out, in every format."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from underbar.services.exporting import Format, NeedsPackage, has_parquet
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
    return _shown(request)


@page
@require_safe
def download(request: HttpRequest, key: str) -> HttpResponseBase:
    """The diary as a file; the page with its reason where a format's package is missing."""
    form, full = _FORMATS[key]
    try:
        return diary_file(form, full)
    except NeedsPackage:
        return _shown(request, status=422)


def _shown(request: HttpRequest, status: int = 200) -> HttpResponse:
    missing = {} if has_parquet() else {"parquet": en_leave.NEEDS_PYARROW}
    shown = {
        "here": "more",
        "words": en_leave,
        "entries": entry_count(),
        "texts": _ways(en_leave.LEAVE_TEXTS, missing),
        "formats": _ways(en_leave.LEAVE_FORMATS, missing),
    }
    return render(request, "leave/leave.html", shown, status=status)


def _ways(ways: tuple[en_leave.Way, ...], missing: dict[str, str]) -> list[tuple[en_leave.Way, str, str]]:
    """Each way, the name of its address, and why it can't be had; "" where it can."""
    return [(way, f"leave_{way.key}", missing.get(way.key, "")) for way in ways]


urls = [
    path("export/", leave, name="leave"),
    *(path(f"export/{key}/", download, {"key": key}, name=f"leave_{key}") for key in _FORMATS),
]
