"""Pages for what went wrong: a sentence each, and the way on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """The form's token was not this session's: most often a page that was left open for long."""
    return render(
        request,
        "error.html",
        {
            "title": "That page had grown old",
            "sentence": "It was opened before you last signed in or out. Nothing was stored. "
            "Go back, load it again, and send it once more.",
        },
        status=403,
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Nothing is here, or it is somebody else's."""
    return render(
        request,
        "error.html",
        {"title": "Nothing is here", "sentence": "The page is gone, or it never was."},
        status=404,
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of the program. No plan is made up."""
    return render(
        request,
        "error.html",
        {
            "title": "Something broke",
            "sentence": "It is our fault, not yours. What was acknowledged is stored.",
        },
        status=500,
    )
