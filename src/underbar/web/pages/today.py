"""Today: what it holds and why, and what one tap notes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from underbar.diary.records import Note, Record, Skip, Walk
from underbar.services.database import looking
from underbar.services.diary_log import add_records
from underbar.services.errors import NoDiary, RuleFailure, ServiceError
from underbar.services.facts import day_entries, facts
from underbar.services.history import lifters_today
from underbar.services.kept import until_changed
from underbar.services.looking_ahead import ahead, tomorrow_kept
from underbar.services.planning import plan_today
from underbar.web import sending
from underbar.web.owners import page
from underbar.web.plan.done import done_of
from underbar.web.plan.view import CSRF_PLACE, plan_html
from underbar.wording.en_today import ANOTHER_DAY, NOT_TODAY, REFUSED

QUIET_DAYS: Final = 2
"""Days without an entry from which Today says what to begin with."""
_LOOKED_BACK: Final = 60


@page
def today(request: HttpRequest) -> HttpResponseBase:
    """Today's plan; the first run where the diary is empty, a refusal where a rule failed."""
    day = lifters_today().day
    try:
        with looking() as owner:
            body = until_changed(owner, ("today", day), lambda: _body(day))
    except NoDiary:
        return redirect("welcome")
    except RuleFailure as error:
        shown = {"here": "today", "sentence": REFUSED, "reason": error.sentence}
        return render(request, "today/refused.html", shown, status=500)
    token = format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(request))
    body = body.replace(CSRF_PLACE, token)
    if "part" in request.GET:
        return HttpResponse(body)
    return render(request, "today/today.html", {"here": "today", "body": body, "day": day})


def _body(day: date) -> str:
    plan = plan_today()
    stopped = plan.stop is not None
    return plan_html(
        plan,
        done=done_of(day_entries(day)),
        facts=facts(),
        ahead=None if stopped else ahead(),
        tomorrow=None if stopped else tomorrow_kept(),
        missed=_missed(day),
    )


def _missed(day: date) -> int:
    """Days before today without any entry; 0 where they are fewer than a lifter would notice."""
    first = facts().first_day
    count = 0
    while count < _LOOKED_BACK:
        before = day - timedelta(days=count + 1)
        if first is None or before < first or day_entries(before):
            break
        count += 1
    return count if count >= QUIET_DAYS else 0


class CallForm(forms.Form):
    """Not today, or another day."""

    call = forms.ChoiceField(choices=[("not-today", ""), ("another-day", "")])


class WalkForm(forms.Form):
    """A walk in minutes."""

    minutes = forms.IntegerField(min_value=1, max_value=24 * 60)


@page
@require_POST
def my_call(request: HttpRequest) -> HttpResponseBase:
    """The lifter's own call on the bar work of today: not at all, or another day."""
    form = CallForm(request.POST)
    said = ANOTHER_DAY if request.POST.get("call") == "another-day" else NOT_TODAY
    records: list[Record] = [Skip("other")]
    if said == ANOTHER_DAY:
        records.append(Note("bar work another day"))
    return _note(request, form, lambda: records, said)


@page
@require_POST
def walk_log(request: HttpRequest) -> HttpResponseBase:
    """A walk, in one tap."""
    form = WalkForm(request.POST)
    return _note(request, form, lambda: [Walk(form.cleaned_data["minutes"] * 60)], "Walk noted.")


def _note(
    request: HttpRequest, form: forms.Form, records: Callable[[], list[Record]], said: str
) -> HttpResponseBase:
    sent = sending.read(request)

    def no(why: str, status: int = 422) -> HttpResponseBase:
        return sending.refused(
            request, lambda: _refusal(request, why), form=form, sentence=why, status=status
        )

    if (old := sending.stale(sent)) is not None:
        return no(old, 409)
    if not form.is_valid():
        return no("That could not be read; nothing was noted.")
    try:
        logged = add_records(records(), sent.day, instant=sent.instant, id_=sent.id)
    except ServiceError as error:
        return no(error.sentence)
    return sending.stored(request, sent, logged, "today", said)


def _refusal(request: HttpRequest, why: str) -> HttpResponse:
    return render(request, "today/refused.html", {"here": "today", "sentence": why, "reason": ""})


urls = [
    path("", today, name="today"),
    path("call/", my_call, name="my_call"),
    path("walk/", walk_log, name="walk_log"),
]
