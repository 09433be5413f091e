"""The diary out, as text."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from underbar.services.history import entry_count, lifters_today
from underbar.web.downloads import diary_file
from underbar.web.owners import page
from underbar.wording import en_bring


@page
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """The two texts, and what each is for."""
    shown = {"here": "more", "words": en_bring, "entries": entry_count(), "day": lifters_today().day}
    return render(request, "leave/leave.html", shown)


@page
@require_safe
def diary(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001 - Django's signature
    """The diary as it reads."""
    return diary_file(full=False)


@page
@require_safe
def backup(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001 - Django's signature
    """The diary with all that it has."""
    return diary_file(full=True)


urls = [
    path("export/", leave, name="leave"),
    path("export/diary/", diary, name="leave_diary"),
    path("export/backup/", backup, name="leave_backup"),
]
