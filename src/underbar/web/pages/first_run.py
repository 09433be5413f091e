"""The first run: who lifts, towards what, with which bar, the questions, and what there is already.

Each step is stored by itself, can be skipped, and can be taken up again.
"""

from __future__ import annotations

from typing import Any, Final

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST

from underbar.services.errors import ServiceError
from underbar.services.facts import Facts, facts
from underbar.services.sample import bring_in
from underbar.services.screening import due
from underbar.services.setup import begin, describe
from underbar.web.forms.setup import GymForm, YouForm, goal_forms
from underbar.web.owners import page
from underbar.web.sending import add_error, read
from underbar.wording import en_pages
from underbar.wording.en import INTENDED_USE

FIRST_RUN: Final = "first-run"
"""In the session while the first run goes on: the steps that were skipped."""
_NAMES: Final = [name for name, _ in en_pages.STEPS]


def next_step(known: Facts, skipped: list[str]) -> str:
    """The URL name of the first step that is neither done nor skipped; the last one where all are."""
    done = {
        "welcome_you": known.units_told,
        "welcome_goal": bool(known.goals),
        "welcome_gym": known.gym is not None,
        "welcome_screen": known.screened,
    }
    open_ = [name for name, is_done in done.items() if not is_done and name not in skipped]
    return open_[0] if open_ else _NAMES[-1]


@page
def welcome(request: HttpRequest) -> HttpResponse:
    """On to the step at which the first run stands; a diary that has all of it goes to today."""
    known = facts()
    running = FIRST_RUN in request.session
    if not running and known.units_told and known.goals and known.screened:
        return redirect("today")
    skipped = request.session.setdefault(FIRST_RUN, [])
    return redirect(next_step(known, skipped))


@page
@require_http_methods(["GET", "POST"])
def you(request: HttpRequest) -> HttpResponse:
    """Who lifts; and the way to just look around."""
    known = facts()
    if request.method == "GET":
        return _show(request, "you", form=YouForm(initial=YouForm.initial_of(known)), **_use(known))
    form = YouForm(request.POST)
    if form.is_valid() and _stored(form, form.records(), request):
        return _on(request, "welcome_you")
    return _show(request, "you", 422, form=form, **_use(known))


@page
@require_http_methods(["GET", "POST"])
def goal(request: HttpRequest) -> HttpResponse:
    """The lifts that are wanted back."""
    known = facts()
    forms = goal_forms(known, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if all(form.is_valid() for form in forms):
            records = [record for form in forms if (record := form.record()) is not None]
            if not any(not record.off for record in records):
                return _show(request, "goal", 422, forms=forms, units=known.units, none=True)
            if _stored(forms[0], records, request):
                return _on(request, "welcome_goal")
        return _show(request, "goal", 422, forms=forms, units=known.units, wrong=True)
    return _show(request, "goal", forms=forms, units=known.units)


@page
@require_http_methods(["GET", "POST"])
def gym(request: HttpRequest) -> HttpResponse:
    """The bar and the plates at hand."""
    known = facts()
    unit = known.units
    if request.method == "GET":
        return _show(request, "gym", form=GymForm(gym=known.gym, unit=unit))
    form = GymForm(request.POST, known.gym, unit)
    if form.is_valid() and _stored(form, [form.record()], request):
        return _on(request, "welcome_gym")
    return _show(request, "gym", 422, form=form)


@page
def questions(request: HttpRequest) -> HttpResponse:
    """Why the questions come before any weight, and the way to them."""
    return _show(request, "screen", intro=en_pages.SCREEN_INTRO, unsure=en_pages.SCREEN_UNSURE)


@page
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What there is already: nothing, a file, or the sample diary to look around in."""
    if request.method == "POST":
        begin(read(request).instant)
        request.session.pop(FIRST_RUN, None)
        return redirect("today")
    waits = due()
    missing = waits is not None and waits.why == "missing"
    return _show(request, "begin", offer=en_pages.SAMPLE_OFFER, screen_missing=missing)


@page
@require_POST
def skip(request: HttpRequest) -> HttpResponse:
    """Leave a step for later."""
    name = request.POST.get("step", "")
    return _on(request, name) if name in _NAMES else redirect("welcome")


@page
@require_POST
def sample(request: HttpRequest) -> HttpResponse:
    """The sample diary, to look around in; not twice into the same one."""
    if not facts().goals or "again" in request.POST:
        bring_in()
    request.session.pop(FIRST_RUN, None)
    return redirect("today")


def _stored(form: BaseForm, records: list[Any], request: HttpRequest) -> bool:
    """Whether the records were stored; if not, the form says why."""
    try:
        describe(records, read(request).instant)
    except ServiceError as error:
        add_error(form, error)
        return False
    return True


def _on(request: HttpRequest, step: str) -> HttpResponse:
    """To the step after `step`."""
    skipped = request.session.get(FIRST_RUN, [])
    request.session[FIRST_RUN] = [*skipped, step] if step not in skipped else skipped
    place = _NAMES.index(step)
    return redirect(_NAMES[min(place + 1, len(_NAMES) - 1)])


def _use(known: Facts) -> dict[str, Any]:
    return {"use": INTENDED_USE, "offer": en_pages.SAMPLE_OFFER, "empty": known.empty}


def _show(request: HttpRequest, name: str, status: int = 200, **context: Any) -> HttpResponse:
    step = f"welcome_{name}"
    place = _NAMES.index(step)
    return render(
        request,
        f"welcome/{name}.html",
        {
            "step": step,
            "place": place + 1,
            "of": len(_NAMES),
            "title": en_pages.STEPS[place][1],
            "back": _NAMES[place - 1] if place else None,
            "here": "today",
            **context,
        },
        status=status,
    )


urls = [
    path("welcome/", welcome, name="welcome"),
    path("welcome/you/", you, name="welcome_you"),
    path("welcome/lift/", goal, name="welcome_goal"),
    path("welcome/bar/", gym, name="welcome_gym"),
    path("welcome/questions/", questions, name="welcome_screen"),
    path("welcome/begin/", start, name="welcome_begin"),
    path("welcome/skip/", skip, name="welcome_skip"),
    path("welcome/sample/", sample, name="welcome_sample"),
]
