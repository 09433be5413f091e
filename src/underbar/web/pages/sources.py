"""Which device tells the night, where several do."""

from __future__ import annotations

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from underbar.services.errors import ServiceError
from underbar.services.sources import NightSources, moved, night_sources, set_order
from underbar.web.owners import page
from underbar.web.sending import read
from underbar.wording import en_sources as words


class Row(NamedTuple):
    """A source as it is shown. `moves`: what its buttons can do now; `focus`: the one that has the focus."""

    source: str | None
    name: str
    line: str
    moves: tuple[str, ...]
    focus: str | None


@page
@require_http_methods(["GET", "POST"])
def sources(request: HttpRequest) -> HttpResponse:
    """The sources in their order. Each button moves one of them, and the focus stays with it."""
    wrong = ""
    if request.method == "POST":
        name, how = request.POST.get("source", ""), request.POST.get("move", "")
        order = moved(night_sources().order, name, how)
        try:
            logged = set_order(order, read(request).instant)
        except ServiceError as error:
            wrong = error.sentence
        else:
            if logged.entries:
                messages.success(request, words.order_line(order))
            return redirect(f"{reverse('sources')}?{urlencode({'source': name, 'move': how})}")
    found = night_sources()
    rows = [_row(request, found, at) for at in range(len(found.sources))]
    context = {
        "here": "more",
        "wrong": wrong,
        "words": words,
        "ordered": rows[: len(found.order)],
        "others": rows[len(found.order) :],
    }
    return render(request, "settings/sources.html", context, status=422 if wrong else 200)


def _row(request: HttpRequest, found: NightSources, at: int) -> Row:
    source = found.sources[at]
    ends = len(found.order)
    if at >= ends:
        moves: tuple[str, ...] = () if source.name is None else ("in",)
    else:
        moves = tuple(how for how, can in (("up", at > 0), ("down", at < ends - 1), ("out", True)) if can)
    focus = None
    if moves and request.GET.get("source") == source.name:
        asked = request.GET.get("move", "")
        focus = asked if asked in moves else moves[0]
    line = words.nights_line(source.nights, source.last)
    return Row(source.name, words.name_of(source.name), line, moves, focus)


urls = [path("sources/", sources, name="sources")]
