"""The gyms with their bars and plates, and the lifts that are wanted back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from underbar.services.errors import ServiceError
from underbar.services.facts import facts
from underbar.services.setup import describe, keep_gym
from underbar.web.forms.setup import GymForm, goal_forms
from underbar.web.owners import page
from underbar.web.sending import add_error, read


@page
def gyms(request: HttpRequest) -> HttpResponse:
    """Every gym, and which one is at hand."""
    known = facts()
    return render(request, "settings/gyms.html", {"here": "more", "gyms": known.gyms, "in_use": known.gym})


@page
@require_http_methods(["GET", "POST"])
def gym_edit(request: HttpRequest) -> HttpResponse:
    """One gym: the one named by `gym`, else a new one."""
    known = facts()
    name = request.GET.get("gym", "")
    gym = next((found for found in known.gyms if found.name == name), None)
    data = request.POST if request.method == "POST" else None
    form = GymForm(data, gym, known.units)
    if gym is None:
        form.initial["name"] = "" if known.gyms else "home"
    else:
        # A gym is known by its name: another name would be another gym.
        form.fields["name"].disabled = True
    if data is not None and form.is_valid():
        taken = gym is None and any(found.name == form.cleaned_data["name"].strip() for found in known.gyms)
        if taken:
            form.add_error("name", "There is a gym of that name already.")
        else:
            first = not known.gyms or known.gym == gym
            try:
                keep_gym(form.record(), use=first or "use" in data, instant=read(request).instant)
            except ServiceError as error:
                add_error(form, error)
            else:
                messages.success(request, "Kept.")
                return redirect("gyms")
    in_use = gym is not None and known.gym == gym
    context = {"here": "more", "form": form, "gym": gym, "in_use": in_use, "first": not known.gyms}
    return render(request, "settings/gym.html", context, status=200 if data is None else 422)


@page
@require_http_methods(["GET", "POST"])
def goals(request: HttpRequest) -> HttpResponse:
    """The lifts that are wanted back: target, best before, days; and ending one."""
    known = facts()
    data = request.POST if request.method == "POST" else None
    forms = goal_forms(known, data)
    if data is not None and all(form.is_valid() for form in forms):
        records = [record for form in forms if (record := form.record()) is not None]
        try:
            describe(records, read(request).instant)
        except ServiceError as error:
            add_error(forms[0], error)
        else:
            messages.success(request, "Kept.")
            return redirect("goals")
    context = {"here": "more", "forms": forms, "units": known.units, "wrong": data is not None}
    return render(request, "settings/goals.html", context, status=200 if data is None else 422)


urls = [
    path("gyms/", gyms, name="gyms"),
    path("gyms/edit/", gym_edit, name="gym_edit"),
    path("goals/", goals, name="goals"),
]
