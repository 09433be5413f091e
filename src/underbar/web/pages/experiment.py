"""The lifter's own experiment: what may be asked, its start, where it stands, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from underbar.insights.experiment import ARMS, DESIGNS, MOST_PAIRS, Outcome
from underbar.services import experiment as service
from underbar.services.errors import ServiceError
from underbar.services.experiment import MOST_SEED, Experiments, Offer, Running
from underbar.web.owners import page
from underbar.web.pictures import history_page, theme_of, width_of
from underbar.web.sending import read
from underbar.wording import en_experiment as words
from underbar.wording.en_arms import arm_line
from underbar.wording.en_power import odds_line, power_lines
from underbar.wording.en_words import capital

PICTURE_PX = 520


@page
@require_safe
def experiment(request: HttpRequest) -> HttpResponseBase:
    """Where it stands: nothing yet, running, or ended with its result."""
    return _overview(request)


@page
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponseBase:
    """What would be registered, to be confirmed; posted, it is."""
    asked = request.POST if request.method == "POST" else request.GET
    block, pairs, seed = (_whole(asked.get(name, "")) for name in ("block", "pairs", "seed"))
    try:
        if request.method == "POST":
            sent = read(request)
            service.register(asked.get("what", ""), block, pairs, seed, sent.instant, sent.id)
            messages.success(request, words.STARTED)
            return redirect("experiment")
        made = service.offer(asked.get("what", ""), block, pairs)
    except ServiceError as error:
        return _overview(request, error.sentence)
    context = {
        "title": words.NAMES[made.what],
        "made": made,
        "question": words.QUESTIONS[made.what],
        "design": capital(words.design(made.pairs, made.block)),
        "stop": words.stop_rule(made.pairs, made.block),
        "sides": [(capital(words.SIDES[made.what][arm]), words.MEANS[made.what][arm]) for arm in ARMS],
        "seed": service.new_seed() if seed is None or seed >= MOST_SEED else seed,
        "power": power_lines(made.power, made.block, made.ache),
        "words": words,
    }
    return history_page(request, "experiment/start.html", context)


@page
@require_POST
def stop(request: HttpRequest) -> HttpResponseBase:
    """The lifter ends it."""
    sent = read(request)
    try:
        service.stop(sent.instant, sent.id)
    except ServiceError as error:
        return _overview(request, error.sentence)
    messages.success(request, words.STOPPED)
    return redirect("experiment")


@page
@require_safe
def spec(request: HttpRequest, key: str) -> HttpResponseBase:
    """The picture of the experiment that was registered on the day `key`; 404 for none, or no pair."""
    return JsonResponse({"spec": _specification(request, key)})


@page
@require_safe
def picture(request: HttpRequest, key: str) -> HttpResponseBase:
    """The same as SVG."""
    from underbar.charts.draw import svg  # noqa: PLC0415 - Altair takes half a second

    return HttpResponse(svg(_specification(request, key)), content_type="image/svg+xml")


def _specification(request: HttpRequest, key: str) -> dict[str, Any]:
    from underbar.charts.experiment import specification  # noqa: PLC0415 - as above

    for one in service.experiments().ended:
        if _registered(one) == key:
            drawn = specification(one, theme_of(request), width_of(request, PICTURE_PX))
            if drawn is not None:
                return drawn
    raise Http404


def _overview(request: HttpRequest, wrong: str = "") -> HttpResponse:
    found = service.experiments()
    context: dict[str, Any] = {"title": words.TITLE, "words": words, "wrong": wrong, "most": MOST_PAIRS}
    if found.running is not None:
        context["running"] = _running(found.running)
    else:
        context["asks"], context["refused"] = _asks(found), found.refused
    context["waiting"] = found.waiting is not None
    context["ended"] = [_ended(one) for one in found.ended]
    return history_page(request, "experiment/experiment.html", context, 422 if wrong else 200)


def _running(running: Running) -> dict[str, Any]:
    made = running.design
    return {
        "question": made.question,
        "line": words.begins(running.begins) if running.today is None else arm_line(running.today),
        "last": words.runs_to(running.ends),
        "design": capital(words.design(made.pairs, made.block)),
        "stop": made.stop,
        "seed": made.seed,
        "periods": [
            (words.period_line(made.what, one.pair, one.arm, one.first, one.last), one.now)
            for one in reversed(running.periods)
        ],
    }


def _asks(found: Experiments) -> list[dict[str, Any]]:
    """The three questions, bedtime and sitting first, each with its lengths of period."""
    if found.refused is not None:
        return []
    made = service.offers()
    return [
        {
            "what": what,
            "name": words.NAMES[what],
            "question": words.QUESTIONS[what],
            "note": words.ABOUT_RELEASE if what == "release" else "",
            "offers": [_offer(one) for one in made if one.what == what],
        }
        for what in DESIGNS
    ]


def _offer(made: Offer) -> dict[str, Any]:
    return {
        "made": made,
        "label": capital(words.blocks(made.block)),
        "design": capital(words.design(made.pairs, made.block)),
        "odds": odds_line(made.power),
    }


def _ended(one: Outcome) -> dict[str, Any]:
    return {
        "day": _registered(one),
        "name": words.NAMES[one.design.what],
        "verdict": words.verdict(one),
        "width": words.width(one),
        "rows": words.summary(one),
        "says": words.picture_says(one) if one.exact is not None else "",
    }


def _registered(one: Outcome) -> str:
    return date.fromordinal(one.design.registered).isoformat()


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


urls = [
    path("findings/experiment/", experiment, name="experiment"),
    path("findings/experiment/start/", start, name="experiment_start"),
    path("findings/experiment/stop/", stop, name="experiment_stop"),
    path("findings/experiment/<str:key>.json", spec, name="experiment_spec"),
    path("findings/experiment/<str:key>.svg", picture, name="experiment_picture"),
]
