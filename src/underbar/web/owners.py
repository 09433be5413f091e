"""Whose diary a request works on: that of the account that is signed in, and no other."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase

from underbar.services.accounts import diary_of
from underbar.services.database import acting_for

_View = Callable[..., HttpResponseBase]


class OwnerMiddleware:
    """Has every use case of a signed-in request act for its account. Streams are read before it ends."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        user = request.user.pk
        if user is None:
            return self.get_response(request)
        with acting_for(diary_of(user)):
            return self.get_response(request)


def page(view: _View) -> _View:
    """A page of a diary: signed in, never kept by a cache that others share."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return login_required(shown)
