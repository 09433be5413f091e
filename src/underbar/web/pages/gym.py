"""At the bar: one set at a time, logged as it is done; how it was; and which gym this is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_GET, require_POST

from underbar.diary.records import Lift, Work
from underbar.diary.vocabulary import LIFTS
from underbar.quantities import Sets, Weight
from underbar.services.diary_log import Logged, add_record
from underbar.services.errors import ServiceError
from underbar.services.facts import facts, revision
from underbar.services.planning import plan_today
from underbar.services.session import AS_PLANNED, Choice, Stands, finish, standing_sets
from underbar.web import sending
from underbar.web.owners import page
from underbar.web.plan.gym_steps import gym_html
from underbar.wording.en_gym import CLOSING, CLOSING_FLARE

HEAVIEST: Final = 2000
_UNITS: Final = (("lb", "lb"), ("kg", "kg"))
_LIFTS: Final = tuple((lift, lift) for lift in LIFTS)


class SetForm(forms.Form):
    """One set of today. The weight stays in the unit of the lift, as it was planned."""

    lift = forms.ChoiceField(choices=_LIFTS)
    unit = forms.ChoiceField(choices=_UNITS)
    weight = forms.FloatField(min_value=0, max_value=HEAVIEST)
    reps = forms.IntegerField(min_value=0, max_value=100)
    asked = forms.FloatField(required=False)
    warmup = forms.BooleanField(required=False)
    brace = forms.BooleanField(required=False)
    reps_done = forms.IntegerField(label="Reps done", required=False, min_value=0, max_value=100)
    weight_done = forms.FloatField(label="Weight", required=False, min_value=0, max_value=HEAVIEST)
    because = forms.CharField(label="Why heavier", required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        """What was done stands for what was planned, and more than planned says why."""
        found: dict[str, Any] = super().clean() or {}
        how = self.data.get("as", "planned")
        if how == "missed":
            found["reps"] = 0
        elif how == "done":
            for field in ("reps", "weight"):
                done = found.get(f"{field}_done")
                found[field] = found.get(field) if done is None else done
        asked, weight = found.get("asked"), found.get("weight")
        if asked is None or weight is None or weight <= asked:
            found["because"] = ""
        elif not found.get("because") and "because" not in self.errors:
            self.add_error("because", "More than the plan is yours to choose; say in a few words why.")
        return found

    def record(self) -> Lift:
        """The set as the diary has it: pain is told at the end, and missing until then."""
        told = self.cleaned_data
        return Lift(
            told["lift"],
            (Work(Weight(round(told["weight"], 2), told["unit"]), Sets(1, told["reps"], "reps")),),
            warmup=told["warmup"],
            brace=told["brace"],
            missed=told["reps"] == 0,
            because=told["because"] or None,
        )


class FinishForm(forms.Form):
    """How a lift went. What is left open stays missing."""

    lift = forms.ChoiceField(choices=_LIFTS)
    last = forms.CharField(required=False, max_length=80)
    pain = forms.IntegerField(required=False, min_value=0, max_value=10)
    rpe = forms.FloatField(label="Effort", required=False, min_value=0, max_value=10, step_size=0.5)
    shift = forms.ChoiceField(
        label="Hip shift", required=False, choices=(("", ""), ("left", "left"), ("right", "right"))
    )


class ChoiceForm(forms.Form):
    """What the lifter would rather do, as Today's page links to it."""

    lift = forms.ChoiceField(required=False, choices=_LIFTS)
    lighter = forms.FloatField(required=False, min_value=0, max_value=HEAVIEST)
    heavier = forms.FloatField(required=False, min_value=0, max_value=HEAVIEST)
    sets = forms.IntegerField(required=False, min_value=1, max_value=20)
    because = forms.CharField(required=False, max_length=200)


@page
@require_GET
def gym(request: HttpRequest) -> HttpResponse:
    """Today's bar work, one set at a time."""
    return _gym(request)


def _gym(request: HttpRequest, form: forms.Form | None = None, sentence: str = "") -> HttpResponse:
    try:
        plan = plan_today()
    except ServiceError as error:
        return render(request, "gym/gym.html", {"here": "today", "trouble": error.sentence})
    asked = ChoiceForm(request.GET)
    asked.is_valid()
    told = asked.cleaned_data
    weight = told.get("lighter") if told.get("lighter") is not None else told.get("heavier")
    choice = Choice(told.get("lift") or None, weight, told.get("sets"))
    stands = standing_sets(plan.day, [lift.lift for lift in plan.lifts])
    known = facts()
    typed = {name: str(value) for name, value in request.POST.items()} if form is not None else None
    context = {
        "here": "today",
        "day": plan.day.isoformat(),
        "steps": gym_html(plan, choice, request, stands, told.get("because") or "", typed),
        # A phone keeps the page of a bar day for the plan that it may work out without a network.
        "lifting": (bool(plan.lifts) and plan.stop is None) or "shell" in request.GET,
        "chosen": choice != AS_PLANNED,
        "stopped": plan.stop is not None,
        "session": _session(plan.day.isoformat(), stands, known.units),
        "gyms": [found.name for found in known.gyms],
        "at": known.gym.name if known.gym else "",
        "closing": CLOSING,
        "form": form,
        "sentence": sentence,
    }
    return render(request, "gym/gym.html", context)


def _session(day: str, stands: tuple[Stands, ...], units: str) -> dict[str, Any]:
    """What the page's script starts from: what stands in the diary, as of which revision of it."""
    return {
        "day": day,
        "revision": revision(),
        "units": units,
        "undo": reverse("undo"),
        "stands": [line._asdict() for line in stands],
    }


@page
@require_POST
def log_set(request: HttpRequest) -> HttpResponseBase:
    """One set, as its own entry."""
    form = SetForm(request.POST)

    def store(sent: sending.Sent, day: date) -> Logged:
        return add_record(form.record(), day, instant=sent.instant, id_=sent.id)

    return _note(request, form, store, lambda: "Warm-up noted." if form.record().warmup else "Set noted.")


@page
@require_POST
def finish_lift(request: HttpRequest) -> HttpResponseBase:
    """Pain, effort and shift, on the last set of the lift."""
    form = FinishForm(request.POST)

    def store(sent: sending.Sent, day: date) -> Logged:
        told = form.cleaned_data
        return finish(
            told["lift"],
            day,
            last=told["last"] or None,
            pain=told["pain"],
            rpe=told["rpe"],
            shift=told["shift"] or None,
            instant=sent.instant,
            id_=sent.id,
        )

    return _note(request, form, store, _closing)


def _note(
    request: HttpRequest,
    form: forms.Form,
    store: Callable[[sending.Sent, date], Logged],
    said: Callable[[], str],
) -> HttpResponseBase:
    """Store what the form holds, of the day of its page; a stale page or a wrong form stores nothing."""
    sent = sending.read(request)
    if (late := sending.stale(sent)) is not None:
        return sending.refused(request, lambda: _gym(request, sentence=late), sentence=late, status=409)
    if not form.is_valid():
        return sending.refused(request, lambda: _gym(request, form), form=form)
    try:
        logged = store(sent, sent.shown or sent.day)
    except ServiceError as error:
        wrong = error.sentence
        return sending.refused(request, lambda: _gym(request, sentence=wrong), sentence=wrong)
    return sending.stored(request, sent, logged, "gym", said())


def _closing() -> str:
    """What is said at the end: the plan knows whether the pain was a flare's."""
    try:
        return CLOSING_FLARE if plan_today().verdict == "flare" else "Noted."
    except ServiceError:
        return "Noted."


@page
@require_POST
def change_gym(request: HttpRequest) -> HttpResponseBase:
    """From now on the lifter is at the gym of that name; today's loads are those that it makes."""
    sent = sending.read(request)
    place = next((found for found in facts().gyms if found.name == request.POST.get("gym", "")), None)
    if place is None:
        sentence = "There is no gym of that name in your diary. Add it under More, Gyms."
        return sending.refused(request, lambda: _gym(request, sentence=sentence), sentence=sentence)
    try:
        logged = add_record(place, sent.day, instant=sent.instant, id_=sent.id)
    except ServiceError as error:
        wrong = error.sentence
        return sending.refused(request, lambda: _gym(request, sentence=wrong), sentence=wrong)
    return sending.stored(
        request, sent, logged, "gym", f"At {place.name}. The loads are those of its plates."
    )


urls = [
    path("gym/", gym, name="gym"),
    path("gym/set/", log_set, name="gym_set"),
    path("gym/finish/", finish_lift, name="gym_finish"),
    path("gym/at/", change_gym, name="gym_at"),
]
