"""What the app needs to work without a network: who is signed in, the manifest, the service worker,
what waits on this device, and tomorrow's table."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import path, reverse

from underbar.services.clock import now
from underbar.services.errors import NoDiary, RuleFailure
from underbar.services.facts import revision
from underbar.services.history import lifters_today
from underbar.services.morning_table import table_days
from underbar.services.mornings import day_ends
from underbar.web.owners import page
from underbar.web.plan.morning import morning_json
from underbar.web.shell import owner_mark
from underbar.wording.en import INTENDED_USE_SHORT

KEPT_PAGES: Final = ("today", "checkin", "gym", "release", "daily", "log", "outbox")
"""Pages that a phone keeps as they were last seen."""
_STATIC: Final = Path(__file__).parents[1] / "static" / "underbar"


def session(request: HttpRequest) -> HttpResponse:
    """Whose browser this is, and the token for the next form: asked by the outbox before it sends."""
    found: dict[str, Any] = {"csrf": get_token(request), "signed_in": False, "owner": ""}
    if request.user.is_authenticated:
        instant = now()
        found |= {
            "signed_in": True,
            "owner": owner_mark(request),
            "day": lifters_today(instant).day.isoformat(),
            "day_ends": day_ends(instant).isoformat(timespec="seconds"),
            "now": instant.isoformat(timespec="milliseconds"),
            "revision": revision(),
        }
    return JsonResponse(found, headers={"Cache-Control": "no-store"})


def manifest(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """What a phone asks before it puts the app on its home screen."""
    icons = [
        {"src": static("underbar/icon-192.png"), "sizes": "192x192", "type": "image/png"},
        {"src": static("underbar/icon-512.png"), "sizes": "512x512", "type": "image/png"},
        {
            "src": static("underbar/icon-maskable.png"),
            "sizes": "512x512",
            "type": "image/png",
            "purpose": "maskable",
        },
        {"src": static("underbar/icon.svg"), "sizes": "any", "type": "image/svg+xml"},
    ]
    found = {
        "id": "/",
        "name": "Underbar",
        "short_name": "Underbar",
        "description": INTENDED_USE_SHORT,
        "start_url": reverse("today"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#f7f5f0",
        "theme_color": "#f7f5f0",
        "icons": icons,
        "shortcuts": [
            {"name": "Check in", "url": reverse("checkin")},
            {"name": "At the gym", "url": reverse("gym")},
        ],
    }
    return JsonResponse(found, content_type="application/manifest+json")


def worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """The service worker, for every page: it is named anew whenever a file of the app has changed."""
    files = sorted(path for path in _STATIC.rglob("*.*") if path.suffix in (".css", ".js", ".svg"))
    shell = [static(f"underbar/{path.relative_to(_STATIC).as_posix()}") for path in files]
    script = render_to_string(
        "offline/sw.js",
        {
            "store": static("underbar/js/store.js"),
            "sender": static("underbar/js/sender.js"),
            "shell": json.dumps(shell),
            "pages": json.dumps([reverse(name) for name in KEPT_PAGES]),
            "away": reverse("away"),
            "version": "VERSION",
        },
    )
    version = sha256(script.encode()).hexdigest()[:12]
    headers = {"Cache-Control": "no-cache"}
    return HttpResponse(script.replace("VERSION", version), content_type="text/javascript", headers=headers)


def away(request: HttpRequest) -> HttpResponse:
    """What is shown for a page that is not on the phone; it is nobody's."""
    return render(request, "offline/away.html")


@page
def morning(request: HttpRequest) -> HttpResponse:
    """The plan for every answer of the mornings ahead: of `?day=`, else of all that a phone should have.

    Empty where there is no diary yet, or a rule fails: then no phone makes up a plan either.
    """
    seen = revision()
    wanted = table_days()
    if "day" in request.GET:
        wanted = tuple(day for day in wanted if day.isoformat() == request.GET["day"])
        if not wanted:
            raise Http404
    try:
        days = [morning_json(day) for day in wanted]
    except (NoDiary, RuleFailure):
        days = []
    return JsonResponse({"owner": owner_mark(request), "revision": seen, "days": days})


@page
def outbox(request: HttpRequest) -> HttpResponse:
    """What waits on this device; the page's script fills it in."""
    return render(request, "offline/outbox.html", {"here": ""})


urls = [
    path("sw.js", worker, name="service_worker"),
    path("away/", away, name="away"),
    path("session.json", session, name="session"),
    path("app.webmanifest", manifest, name="manifest"),
    path("morning.json", morning, name="morning"),
    path("outbox/", outbox, name="outbox"),
]
