"""The tokens with which devices reach the diary."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST

from underbar.services.accounts import list_tokens, make_token, revoke_token
from underbar.services.errors import ServiceError
from underbar.web.owners import page


@page
@require_http_methods(["GET", "POST"])
def devices(request: HttpRequest) -> HttpResponse:
    """Every token; and a new one, whose secret is on this answer and never again."""
    context: dict[str, object] = {"here": "more"}
    if request.method == "POST":
        name = request.POST.get("name", "")
        context["name"] = name
        try:
            context["made"] = make_token(name)
        except ServiceError as error:
            context["wrong"] = error.sentence
    context["tokens"] = list_tokens()
    response = render(request, "settings/devices.html", context, status=422 if "wrong" in context else 200)
    if "made" in context:
        response.headers["Cache-Control"] = "no-store"
    return response


@page
@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    """End a token of this diary; another's is not found."""
    number = request.POST.get("number", "")
    try:
        revoke_token(int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else -1)
    except ServiceError as error:
        messages.error(request, error.sentence)
    else:
        messages.success(request, "Revoked. That device reaches nothing any more.")
    return redirect("devices")


urls = [path("devices/", devices, name="devices"), path("devices/revoke/", revoke, name="device_revoke")]
