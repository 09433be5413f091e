"""The warning-sign questions: the full screen page by page, the re-screens on one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from underbar.diary.records import Scope
from underbar.services.errors import ServiceError
from underbar.services.facts import facts
from underbar.services.screening import UNSHOWN, answer, due, signs
from underbar.web.owners import page
from underbar.web.pages.first_run import FIRST_RUN
from underbar.web.screening import SCOPES, Draft, kept_scope
from underbar.web.sending import read
from underbar.wording import en_pages
from underbar.wording.en import NEW_IN_HISTORY, NONE_OF_THESE, flag_name
from underbar.wording.en_words import capital, long_day

_INTROS = {
    "missing": en_pages.SCREEN_INTRO,
    "re": en_pages.RE_INTRO,
    "flare": en_pages.FLARE_INTRO,
    "injection": en_pages.INJECTION_INTRO,
}


@page
def screen(request: HttpRequest) -> HttpResponse:
    """Whether questions wait, what stands of earlier answers, and the way to answer."""
    waits, found = due(), signs()
    screened = facts().screened
    scope: Scope = waits.scope if waits else ("re" if screened else "full")
    return render(
        request,
        "screen/overview.html",
        {
            "here": "more",
            "due": waits,
            "scope": scope,
            "intro": _INTROS[waits.why] if waits else "",
            "unsure": en_pages.SCREEN_UNSURE,
            "screened": screened,
            "last": long_day(found.screened) if found.screened else "",
            "standing": [capital(flag_name(flag)) for flag in found.standing],
        },
    )


@page
@require_http_methods(["GET", "POST"])
def questions(request: HttpRequest) -> HttpResponse:
    """A page of questions. Its answers are kept in the session until the last one is sent."""
    sent = request.POST if request.method == "POST" else request.GET
    scope = _scope(sent.get("scope"), kept_scope(request.session))
    draft = Draft(request.session, scope)
    number = _number(sent.get("page"), len(draft.pages))
    found = signs()
    if request.method == "GET":
        return _ask(request, draft, number)
    ended = draft.take(number, request.POST, found.assessed)
    draft.keep()
    if ended:
        return _store(request, draft)
    if scope != "full":
        history = request.POST.get("history")
        if history not in ("yes", "no"):
            return _ask(request, draft, number, wrong="Please answer this one too: is anything new?")
        if history == "yes":
            full = Draft(request.session, "full")
            full.keep()
            messages.info(request, "Then all the questions once more; what you answered is kept.")
            return redirect(_at("full", 1))
    if number < len(draft.pages):
        return redirect(_at(scope, number + 1))
    if draft.unasked():
        return redirect(_at(scope, draft.first_open()))
    grave, others = draft.left_open()
    return redirect("screen_finish") if grave or others else _store(request, draft)


@page
@require_http_methods(["GET", "POST"])
def finish(request: HttpRequest) -> HttpResponse:
    """What the open questions mean, before the screen is stored."""
    scope = kept_scope(request.session)
    if scope is None:
        return redirect("screen")
    draft = Draft(request.session, scope)
    if request.method == "POST":
        return _store(request, draft)
    grave, others = draft.left_open()
    return render(
        request,
        "screen/finish.html",
        {
            "here": "more",
            "grave": [_named(flag) for flag in grave],
            "others": [_named(flag) for flag in others],
            "open_grave": en_pages.OPEN_GRAVE,
            "open_other": en_pages.OPEN_OTHER,
            "again": _at(scope, draft.first_open()),
        },
    )


def _store(request: HttpRequest, draft: Draft) -> HttpResponse:
    answers = draft.complete()
    try:
        answer(draft.scope, answers, read(request).instant)
    except ServiceError as error:
        messages.error(request, error.sentence)
        return redirect("screen")
    draft.drop()
    if all(how == "no" for how in answers.values()):
        messages.success(request, NONE_OF_THESE)
    if FIRST_RUN in request.session and not any(how in ("yes", "new") for how in answers.values()):
        return redirect("welcome_begin")
    return redirect("today")


def _ask(request: HttpRequest, draft: Draft, number: int, wrong: str = "") -> HttpResponse:
    full = draft.scope == "full"
    groups = draft.shown(number, signs().assessed)
    return render(
        request,
        "screen/questions.html",
        {
            "here": "more",
            "groups": groups,
            "scope": draft.scope,
            "page": number,
            "of": len(draft.pages),
            "full": full,
            "back": _at(draft.scope, number - 1) if number > 1 else reverse("screen"),
            "title": groups[0].title if full else "Has anything changed?",
            "intro": ""
            if full
            else (en_pages.INJECTION_INTRO if draft.scope == "injection" else en_pages.RE_INTRO),
            "history": "" if full else NEW_IN_HISTORY,
            "history_said": request.POST.get("history", ""),
            "ends": en_pages.END_AT_ONCE,
            "wrong": wrong,
        },
        status=422 if wrong else 200,
    )


def _named(flag: str) -> str:
    return capital(en_pages.UNSHOWN_OPEN if flag == UNSHOWN else flag_name(flag))


def _scope(asked: str | None, kept: Scope | None) -> Scope:
    if asked in SCOPES:
        return _never_too_little(asked)
    return _never_too_little(kept or "re")


def _never_too_little(scope: Scope) -> Scope:
    """The first screen is the full one, whatever was asked for."""
    return scope if facts().screened else "full"


def _number(text: str | None, most: int) -> int:
    return (
        min(max(int(text), 1), most) if text and text.isascii() and text.isdecimal() and len(text) < 4 else 1
    )


def _at(scope: str, number: int) -> str:
    return f"{reverse('screen_page')}?scope={scope}&page={number}"


urls = [
    path("screen/", screen, name="screen"),
    path("screen/questions/", questions, name="screen_page"),
    path("screen/finish/", finish, name="screen_finish"),
]
