"""The tokens of devices: `Authorization: Bearer underbar_…` opens one diary, at the API alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponseBase

from underbar.services.accounts import diary_of_token
from underbar.services.database import acting_for

API: Final = "/api/"
_OPENED: Final = "underbar.token"


class TokenMiddleware:
    """Has a request with a token act for its diary, whoever is signed in besides; no session comes of it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        secret = _secret(request) if request.path.startswith(API) else None
        if secret is None:
            return self.get_response(request)
        diary = diary_of_token(secret)
        request.META[_OPENED] = diary is not None
        if diary is None:
            return self.get_response(request)
        with acting_for(diary):
            return self.get_response(request)


def opened(request: HttpRequest) -> bool | None:
    """Whether the request's token opened a diary; None where it brought none."""
    found: bool | None = request.META.get(_OPENED)
    return found


def _secret(request: HttpRequest) -> str | None:
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else None
