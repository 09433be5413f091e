"""The way into `underbar serve --demo` without signing up: a link that only this server can have made."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.contrib.auth import login
from django.contrib.auth.models import User
from django.core.signing import BadSignature, TimestampSigner
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse

NAME: Final = "demo"
_SIGNER: Final = TimestampSigner(salt="underbar.demo")
_VALID: Final = timedelta(hours=12)


def link() -> str:
    """The path that signs in as the demo's lifter, made where there is none; it holds for twelve hours."""
    found, made = User.objects.get_or_create(username=NAME)
    if made:
        found.set_unusable_password()
        found.save()
    return reverse("demo", args=[_SIGNER.sign(str(found.pk))])


def enter(request: HttpRequest, token: str) -> HttpResponseBase:
    """Today, signed in as the demo's lifter; 404 for any other link."""
    try:
        key = _SIGNER.unsign(token, max_age=_VALID)
    except BadSignature as error:
        raise Http404 from error
    user = User.objects.filter(pk=key, username=NAME).first()
    if user is None or user.has_usable_password():
        raise Http404
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("today")


urls = [path("demo/<str:token>/", enter, name="demo")]
