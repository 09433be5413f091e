"""History: one picture of the recovery, the same as a table, a calendar, and each day as it was shown."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import path

from underbar.charts.data import Recovery
from underbar.services.facts import facts
from underbar.services.past_day import past_day
from underbar.services.recovery import recovery
from underbar.web import history_view
from underbar.web.owners import page
from underbar.web.pictures import PRINTED, forced, theme_of, width_of
from underbar.web.sending import day_of
from underbar.wording import en_history as words

WINDOWS: Final = {"3": ("3 months", 91), "6": ("6 months", 182), "12": ("1 year", 365), "all": ("all", None)}
USUAL: Final = "6"
MANY_GAPS: Final = 0.5


class _Window(NamedTuple):
    """What is looked at: the key of WINDOWS, and its days."""

    show: str
    found: Recovery


@page
def history(request: HttpRequest) -> HttpResponseBase:
    """The page of the picture."""
    window = _window(request)
    days = window.found.days
    return render(
        request,
        "history/history.html",
        {
            "here": "history",
            "show": window.show,
            "windows": [(key, name) for key, (name, _) in WINDOWS.items()],
            "days": days,
            "notes": _notes(window.found),
            "title": words.picture_title(days[0].day, days[-1].day) if days else "",
            "forced": forced(request),
        },
    )


@page
def spec(request: HttpRequest) -> HttpResponseBase:
    """The picture's specification, and what it says of each day; 404 where there is none yet."""
    from underbar.charts.recovery import specification  # noqa: PLC0415 - Altair takes half a second

    window = _window(request)
    if not window.found.days:
        raise Http404
    return JsonResponse(
        {
            "spec": specification(window.found, theme_of(request), width_of(request, PRINTED)),
            "days": [
                [day.day.isoformat(), words.day_name(day.day), history_view.lines(day)]
                for day in window.found.days
            ],
        }
    )


@page
def picture(request: HttpRequest) -> HttpResponseBase:
    """The picture as SVG, for a browser without JavaScript and for printing; 404 where there is none yet."""
    from underbar.charts.draw import svg  # noqa: PLC0415 - as above
    from underbar.charts.recovery import specification  # noqa: PLC0415

    window = _window(request)
    if not window.found.days:
        raise Http404
    drawn = svg(specification(window.found, theme_of(request), width_of(request, PRINTED)))
    return HttpResponse(drawn, content_type="image/svg+xml")


@page
def history_table(request: HttpRequest) -> HttpResponseBase:
    """A month of the same data, a row a day, the newest first."""
    month = _month(request)
    found = recovery(month, _last_of(month))
    return render(
        request,
        "history/table.html",
        {
            "here": "history",
            "rows": [history_view.row(day) for day in reversed(found.days)],
            **_months(month, found),
        },
    )


@page
def calendar(request: HttpRequest) -> HttpResponseBase:
    """A month as a grid; each day of the diary opens."""
    month = _month(request)
    found = recovery(month, _last_of(month))
    return render(
        request,
        "history/calendar.html",
        {
            "here": "history",
            "weeks": history_view.weeks(month, _last_of(month), found.days, facts().today),
            **_months(month, found),
        },
    )


@page
def day(request: HttpRequest, text: str) -> HttpResponseBase:
    """A day as it was: the plans that were shown, what was logged; 404 for one outside the diary."""
    at = day_of(text)
    found = past_day(at) if at else None
    if found is None:
        raise Http404
    return render(
        request,
        "history/day.html",
        {"here": "history", **history_view.past(found), "month": f"{found.day:%Y-%m}"},
    )


def _window(request: HttpRequest) -> _Window:
    show = request.GET.get("show", USUAL)
    if show not in WINDOWS:
        show = USUAL
    days = WINDOWS[show][1]
    first = facts().today - timedelta(days - 1) if days else None
    return _Window(show, recovery(first))


def _notes(found: Recovery) -> list[str]:
    """What the picture can't say by itself."""
    days = found.days
    if not days:
        return [words.EMPTY]
    if len(days) == 1:
        return [words.ONE_DAY]
    notes = []
    if not any(day.lifts for day in days):
        notes.append(words.NO_LIFTS)
    sides = {name for day in days for name in ("left", "right") if getattr(day, name)}
    if len(sides) == 1:
        notes.append(words.ONE_SIDE.format(side=sides.pop()))
    told = sum(day.answered for day in days)
    if told < MANY_GAPS * len(days):
        notes.append(words.GAPS.format(days=len(days), told=told or "none"))
    return notes


def _month(request: HttpRequest) -> date:
    """The first day of the month that is asked for, or of the nearest that the diary has days in."""
    known = facts()
    latest = known.today.replace(day=1)
    asked = day_of(f"{request.GET.get('month', '')}-01") or latest
    earliest = (known.first_day or latest).replace(day=1)
    return min(max(asked, earliest), latest)


def _last_of(month: date) -> date:
    return _next(month) - timedelta(1)


def _next(month: date) -> date:
    return (month + timedelta(31)).replace(day=1)


def _months(month: date, found: Recovery) -> dict[str, Any]:
    """The month's name, and the months before and after it that have days of the diary."""
    begins, today = found.begins, facts().today
    before = (month - timedelta(1)).replace(day=1)
    after = _next(month)
    return {
        "month": f"{month:%Y-%m}",
        "month_name": words.month_name(month),
        "before": (f"{before:%Y-%m}", words.month_name(before, month)) if begins and begins < month else None,
        "after": (f"{after:%Y-%m}", words.month_name(after, month)) if after <= today else None,
    }


urls = [
    path("history/", history, name="history"),
    path("history/spec.json", spec, name="spec"),
    path("history/picture.svg", picture, name="picture"),
    path("history/table/", history_table, name="history_table"),
    path("history/calendar/", calendar, name="calendar"),
    path("history/<str:text>/", day, name="day"),
]
