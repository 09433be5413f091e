"""The release timer, the daily sequence, finding one's levels, and what they note."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path

from underbar.diary.records import Release, Stability
from underbar.diary.vocabulary import STABILITY
from underbar.protocol.document import load
from underbar.protocol.plan import Plan
from underbar.quantities import Sets, Weight, number, parse_sets, parse_weight
from underbar.services.diary_log import add_record
from underbar.services.errors import NoDiary, RuleFailure, ServiceError
from underbar.services.facts import day_entries
from underbar.services.planning import plan_today
from underbar.web import sending
from underbar.web.owners import page
from underbar.web.plan.done import done_of, sets_words
from underbar.web.plan.items import first_side, release_dose, release_item, rung_of
from underbar.web.plan.sequence import seconds_of, sequence
from underbar.wording import en_today
from underbar.wording.en import exercise_name, level_tempo
from underbar.wording.en_words import capital

SCORES: Final = [(str(score), str(score)) for score in range(11)]
LONGEST_S: Final = 900


class ReleaseForm(forms.Form):
    """Seconds a side, an empty or zero side not done; how strong it was."""

    left = forms.IntegerField(label="Left, seconds", min_value=0, max_value=LONGEST_S, required=False)
    right = forms.IntegerField(label="Right, seconds", min_value=0, max_value=LONGEST_S, required=False)
    pain = forms.ChoiceField(
        label="Discomfort, 0 to 10", choices=[("", "not given"), *SCORES], required=False
    )
    supersedes = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and not (given.get("left") or given.get("right")):
            raise forms.ValidationError("Give the seconds of one side at least.")
        return given

    def record(self) -> Release:
        """The release as the diary has it."""
        given = self.cleaned_data
        pain = int(given["pain"]) if given["pain"] else None
        return Release(given["left"] or None, given["right"] or None, pain)


class SetsField(forms.CharField):
    """Sets as text, `3x8`; None where it is left empty."""

    def clean(self, value: Any) -> Sets | None:
        text = str(super().clean(value)).lower().replace(" ", "").replace("×", "x")
        if not text:
            return None
        found = parse_sets(text)
        if found is None:
            raise forms.ValidationError("Write it as 3x8, 3x30s or 3x20m.")
        return found


class StabilityForm(forms.Form):
    """One stability exercise. Without any sets it is the dose of the level."""

    exercise = forms.ChoiceField(choices=[(name, name) for name in STABILITY], widget=forms.HiddenInput)
    level = forms.IntegerField(min_value=0, max_value=9)
    left = SetsField(max_length=20, required=False)
    right = SetsField(max_length=20, required=False)
    both = SetsField(label="Both sides", max_length=20, required=False)
    weight = forms.CharField(max_length=20, required=False)
    pain = forms.ChoiceField(label="Pain during", choices=[("", "not given"), *SCORES], required=False)
    form = forms.ChoiceField(
        choices=[("", "not given"), ("ok", "steady"), ("off", "not steady")], required=False
    )
    supersedes = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)

    def clean_weight(self) -> Weight | None:
        text = str(self.cleaned_data["weight"]).replace(" ", "")
        found = parse_weight(text)
        if text and found is None:
            raise forms.ValidationError("Write it with its unit, as 25lb or 12kg.")
        return found

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if self.errors:
            return given
        rung = rung_of(given["exercise"], given["level"])
        if rung is None:
            self.add_error("level", "This exercise has no such level.")
        elif not (given["left"] or given["right"] or given["both"]):
            for side in ("left", "right") if rung.per_side else ("both",):
                given[side] = rung.dose
        return given

    def record(self) -> Stability:
        """The exercise as the diary has it."""
        given = self.cleaned_data
        return Stability(
            given["exercise"],
            given["level"],
            left=given["left"],
            right=given["right"],
            both=given["both"],
            pain=int(given["pain"]) if given["pain"] else None,
            form=given["form"] or None,
            weight=given["weight"],
        )


def _plan(request: HttpRequest) -> Plan | HttpResponseBase:
    """Today's plan, or the page that stands for it where there is none."""
    try:
        return plan_today()
    except NoDiary:
        return redirect("welcome")
    except RuleFailure as error:
        shown = {"here": "today", "sentence": en_today.REFUSED, "reason": error.sentence}
        return render(request, "today/refused.html", shown, status=500)


@page
def release(request: HttpRequest) -> HttpResponseBase:
    """The release timer; its answer is noted, a correction of it too."""
    plan = _plan(request)
    if not isinstance(plan, Plan):
        return plan
    if request.method == "POST":
        return _store(
            request, ReleaseForm(request.POST), "Release noted.", "daily/release.html", _release(plan)
        )
    return render(request, "daily/release.html", _release(plan))


def _release(plan: Plan) -> dict[str, Any]:
    found = plan.release
    on = found is not None and plan.stop is None and bool(found.left_s or found.right_s)
    initial = {"left": found.left_s, "right": found.right_s} if found else {}
    return {
        "here": "today",
        "day": plan.day,
        "stopped": plan.stop is not None,
        "on": on,
        "found": found,
        "dose": release_dose(plan),
        "first": first_side(plan),
        "item": release_item(plan, done_of(day_entries(plan.day))),
        "how": en_today.RELEASE_HOW,
        "stop_at": en_today.RELEASE_STOP,
        "ask": en_today.RELEASE_DISCOMFORT,
        "scores": range(11),
        "form": ReleaseForm(initial=initial),
    }


@page
def daily(request: HttpRequest) -> HttpResponseBase:
    """The day's stability work as one guided sequence."""
    plan = _plan(request)
    if not isinstance(plan, Plan):
        return plan
    travel = request.GET.get("travel") == "1"
    parts = sequence(plan, travel) if plan.stop is None else ()
    done = done_of(day_entries(plan.day)).stability
    shown = {
        "here": "today",
        "day": plan.day,
        "stopped": plan.stop is not None,
        "travel": travel,
        "travel_note": en_today.TRAVEL_NOTE,
        "parts": [(part, done.get(part.exercise), _dose(part.fields)) for part in parts],
        "about": en_today.minutes_words(seconds_of(parts)),
        "data": [part._asdict() for part in parts],
        "scores": range(11),
    }
    return render(request, "daily/daily.html", shown)


def _dose(fields: dict[str, str]) -> str:
    sets = parse_sets(fields.get("left") or fields.get("both") or "")
    weight = parse_weight(fields.get("weight", ""))
    said = [] if sets is None else [f"{sets_words(sets)}{' a side' if 'left' in fields else ''}"]
    if weight is not None:
        said.append(f"{number(weight.value)} {weight.unit}")
    return " · ".join(said)


@page
def daily_log(request: HttpRequest) -> HttpResponseBase:
    """One stability exercise into the diary; by hand the page of its form."""
    if request.method != "POST":
        return redirect("daily")
    form = StabilityForm(request.POST)
    return _store(request, form, "Noted.", "daily/log.html", {"here": "today"})


@page
def placement(request: HttpRequest) -> HttpResponseBase:
    """The levels of each ladder, to find the highest one that goes with form and little pain."""
    plan = _plan(request)
    if not isinstance(plan, Plan):
        return plan
    if plan.stop is not None:
        return redirect("today")
    open_ = {
        str(dict(reason.facts).get("exercise"))
        for work in plan.stability
        for reason in work.reasons
        if reason.rule == "placement"
    }
    ladders = [
        (
            name,
            capital(exercise_name(name)),
            name in open_,
            [
                (
                    rung.level,
                    capital(rung.name),
                    _rung_dose(rung.dose, rung.per_side),
                    level_tempo(name, rung.level),
                )
                for rung in load().ladders[name].levels
            ],
        )
        for name in STABILITY
        if any(work.exercise == name for work in plan.stability)
    ]
    shown = {"here": "today", "day": plan.day, "ladders": ladders, "scores": range(11)}
    return render(request, "daily/placement.html", shown)


def _rung_dose(dose: Sets, per_side: bool) -> str:
    return f"{sets_words(dose)}{' a side' if per_side else ''}"


def _store(
    request: HttpRequest,
    form: ReleaseForm | StabilityForm,
    said: str,
    template: str,
    shown: dict[str, Any],
) -> HttpResponseBase:
    """Note what the form holds; a wrong one is shown again as it was typed."""
    sent = sending.read(request)

    def again(sentence: str = "") -> HttpResponse:
        return render(
            request, template, {**shown, "form": form, "sentence": sentence, "day": sent.shown or sent.day}
        )

    if (why := sending.stale(sent)) is not None:
        return sending.refused(request, lambda: again(why), sentence=why, status=409)
    if not form.is_valid():
        return sending.refused(request, again, form=form)
    try:
        logged = add_record(
            form.record(),
            sent.day,
            supersedes=form.cleaned_data["supersedes"] or None,
            instant=sent.instant,
            id_=sent.id,
        )
    except ServiceError as error:
        sending.add_error(form, error)
        return sending.refused(request, again, form=form, sentence=error.sentence)
    return sending.stored(request, sent, logged, "today", said)


urls = [
    path("release/", release, name="release"),
    path("daily/", daily, name="daily"),
    path("daily/log/", daily_log, name="daily_log"),
    path("daily/levels/", placement, name="placement"),
]
