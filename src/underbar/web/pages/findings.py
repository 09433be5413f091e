"""What the diary can say: three questions with a verdict, and what is counted beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from underbar.insights.answers import QUESTIONS, Question
from underbar.services.errors import RuleFailure, ServiceError
from underbar.services.forecast import forecasts_if_ready
from underbar.services.insights import declare, insights
from underbar.web import findings_view as shape
from underbar.web.owners import page
from underbar.web.pictures import history_page, theme_of, width_of
from underbar.web.sending import read
from underbar.wording import en_answers, en_findings


def _finding(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A page of the diary; where a rule failed it shows that, and nothing made up."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except RuleFailure as error:
            context = {"title": en_findings.TITLE, "sentence": error.sentence}
            return history_page(request, "error.html", context, status=500)

    return page(shown)


@_finding
def findings(request: HttpRequest) -> HttpResponseBase:
    """The list of all that can be said."""
    return _list(request)


@_finding
@require_POST
def declare_first(request: HttpRequest) -> HttpResponseBase:
    """The lifter's choice of the question that is asked first."""
    try:
        done = declare(request.POST.get("question", ""), read(request).instant)
    except ServiceError as error:
        return _list(request, error.sentence)
    if done.entries:
        messages.success(request, f"{en_answers.CHOSEN} {en_findings.FROM_TOMORROW}")
    return redirect("findings")


def _list(request: HttpRequest, wrong: str = "") -> HttpResponse:
    found = insights()
    context = {
        "words": en_findings,
        "answers": en_answers,
        "wrong": wrong,
        "entries": shape.entries(found),
        "others": shape.others(found),
        "empty": not any(answer.mornings for answer in found.answers.values()),
        "open": found.open,
        "choices": [(name, en_answers.ASKS[name], name == found.first) for name in QUESTIONS],
    }
    return history_page(request, "findings/findings.html", context, status=422 if wrong else 200)


@_finding
def question(request: HttpRequest, name: Question) -> HttpResponseBase:
    """One question with its picture, its sentences, and how they were reckoned."""
    return history_page(request, "findings/question.html", shape.question(insights(), name))


@_finding
def forecast(request: HttpRequest) -> HttpResponseBase:
    """When the goal might be reached; the page asks again until it is worked out."""
    return history_page(request, "findings/forecast.html", shape.forecast(forecasts_if_ready()))


@_finding
def forecast_ready(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001
    """Whether the forecast is worked out."""
    return JsonResponse({"ready": forecasts_if_ready() is not None})


@_finding
def signs(request: HttpRequest) -> HttpResponseBase:
    """Signs before a flare."""
    return history_page(request, "findings/counted.html", shape.signs(insights()))


@_finding
def sides(request: HttpRequest) -> HttpResponseBase:
    """Left against right."""
    return history_page(request, "findings/counted.html", shape.sides(insights()))


@_finding
def described(request: HttpRequest) -> HttpResponseBase:
    """Bar load, injections, and the side that ached."""
    return history_page(request, "findings/described.html", shape.described(insights()))


@_finding
def spec(request: HttpRequest, picture: str) -> HttpResponseBase:
    """A picture's specification; 404 for none of this name, or with nothing to draw yet."""
    return JsonResponse({"spec": _specification(request, picture)})


@_finding
def drawn(request: HttpRequest, picture: str) -> HttpResponseBase:
    """A picture as SVG, for a browser without JavaScript and for printing; 404 as above."""
    from underbar.charts.draw import svg  # noqa: PLC0415 - Altair takes half a second

    return HttpResponse(svg(_specification(request, picture)), content_type="image/svg+xml")


def _specification(request: HttpRequest, picture: str) -> shape.Spec:
    theme, width = theme_of(request), width_of(request, shape.PICTURE_PX)
    draw = shape.PICTURES.get(picture)
    _, forecast, lift = picture.partition("forecast-")
    if draw is not None:
        found = draw(insights(), theme, width)
    elif forecast:
        found = shape.forecast_picture(forecasts_if_ready() or (), lift, theme, width)
    else:
        found = None
    if found is None:
        raise Http404
    return found


urls = [
    path("findings/", findings, name="findings"),
    path("findings/first/", declare_first, name="declare_first"),
    *(path(f"findings/{name}/", question, {"name": name}, name=f"finding_{name}") for name in QUESTIONS),
    path("findings/forecast/", forecast, name="finding_forecast"),
    path("findings/forecast/ready.json", forecast_ready, name="forecast_ready"),
    path("findings/signs/", signs, name="finding_signs"),
    path("findings/sides/", sides, name="finding_sides"),
    path("findings/described/", described, name="finding_described"),
    path("findings/pictures/<str:picture>.json", spec, name="finding_spec"),
    path("findings/pictures/<str:picture>.svg", drawn, name="finding_picture"),
]
