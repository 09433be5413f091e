"""Pages with pictures: what a request says of the one that it asks for."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from underbar.charts.look import Theme
from underbar.web.shell import THEME_COOKIE

NARROWEST, WIDEST = 280, 1400
PRINTED: Final = 900
"""The width, in pixels, of a picture over the whole page that nobody has measured a place for."""


def theme_of(request: HttpRequest) -> Theme:
    """The theme asked for, else the one of this device, else light."""
    asked = request.GET.get("theme") or request.COOKIES.get(THEME_COOKIE)
    return "dark" if asked == "dark" else "light"


def forced(request: HttpRequest) -> Theme | None:
    """The theme that this device has chosen; None where it follows its system."""
    return theme_of(request) if request.COOKIES.get(THEME_COOKIE) in ("light", "dark") else None


def width_of(request: HttpRequest, usual: int) -> int:
    """The width asked for, in pixels, within what can be drawn; `usual` for none that makes sense."""
    asked = request.GET.get("width", "")
    wanted = int(asked) if asked.isdecimal() and len(asked) < 6 else usual
    return min(WIDEST, max(NARROWEST, wanted))


def history_page(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page of the history with a picture in it."""
    return render(request, template, {"here": "history", "forced": forced(request), **context}, status=status)
