"""What was done besides the plan, or before this app was at hand; and taking things back."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_POST

from underbar.diary.notation import format_record, parse
from underbar.diary.notation_print import format_line
from underbar.diary.records import Activity, Checkin, Entry, Injection, Lift, Painkiller, Record, Screen, Void
from underbar.services.diary_log import add_lines, add_record, remove
from underbar.services.errors import ServiceError
from underbar.services.facts import Facts, day_entries, facts
from underbar.services.session import entry_of, lately, names_used
from underbar.web import sending
from underbar.web.forms.log import FORMS, GROUPS, Line, form_for
from underbar.web.forms.log_fields import LogForm
from underbar.web.owners import page
from underbar.wording import en_log as said
from underbar.wording.en_entries import entry_line
from underbar.wording.en_gym import UNDONE, UNDONE_MORNING
from underbar.wording.en_words import capital, clock, exercise_name, long_day, on_day

_BACK = ("gym", "log", "today", "daily", "history")
"""Pages that an undo may go back to."""


class Row(NamedTuple):
    """One kind on the page. `open`: the lifter was at it."""

    kind: str
    title: str
    help: str
    form: forms.BaseForm
    open: bool


class Told(NamedTuple):
    """An entry of the day in words. `mine`: made here, so that it can be mended here."""

    id: str
    line: str
    time: str


@page
@require_http_methods(["GET", "HEAD", "POST"])
def log(request: HttpRequest) -> HttpResponseBase:
    """Everything that can be logged by hand, and what stands for the day."""
    return _take(request) if request.method == "POST" else _log(request)


def _log(
    request: HttpRequest, bound: forms.BaseForm | None = None, kind: str = "", sentence: str = ""
) -> HttpResponse:
    known = facts()
    day = sending.day_of(request.GET.get("day", "")) or known.today
    edited = _edited(request)
    if edited is not None:
        kind, bound = (kind, bound) if bound is not None else _as_form(edited, known)
    elif bound is None and (again := _again(request)) is not None:
        kind, bound = _as_form(again, known, again_on=known.today)
    rows = [
        (
            title,
            [_row(form, known, day, bound, kind) for form in group if edited is None or form.kind == kind],
        )
        for title, group in GROUPS
    ]
    line = bound if kind == "line" and bound is not None else Line(auto_id="line-%s")
    context = {
        "here": "today",
        "today": known.today,
        "day": known.today.isoformat(),
        "groups": [(title, group) for title, group in rows if group],
        "line": Row("line", said.TITLES["line"], said.LINE_HELP, line, kind == "line"),
        "show_line": edited is None or kind == "line",
        "edited": edited,
        "edited_line": entry_line(edited) if edited else "",
        "of_day": day,
        "on_day": long_day(day),
        "is_today": day == known.today,
        "entries": _told(day) if edited is None else (),
        "nothing": said.GONE,
        "late": said.LATE,
        "sentence": sentence,
        "again": [(entry.id, entry_line(entry)) for entry in lately(known.today)] if edited is None else (),
        "exercises": [capital(exercise_name(name)) for name in names_used(known.today)],
        "activities": _names(known.today, Activity, "what"),
        "painkillers": _names(known.today, Painkiller, "name"),
    }
    return render(request, "log/log.html", context)


def _row(form: type[LogForm], known: Facts, day: date, bound: forms.BaseForm | None, kind: str) -> Row:
    mine = form.kind == kind and bound is not None
    first = {"on": day, "unit": known.units}
    shown = bound if mine and bound is not None else form(initial=first, auto_id=f"{form.kind}-%s")
    return Row(form.kind, form.title(), form.help(), shown, mine)


def _names(until: date, kind: type[Record], field: str) -> list[str]:
    return list(dict.fromkeys(getattr(record, field) for record in names_used(until, kind)))


def _told(day: date) -> tuple[Told, ...]:
    return tuple(
        Told(entry.id or "", entry_line(entry), clock(entry.time))
        for entry in day_entries(day)
        if not isinstance(entry.record, Void)
    )


def _edited(request: HttpRequest) -> Entry | None:
    """The entry that is being corrected; 404 for one that is not in this diary."""
    asked = request.POST.get("edit") or request.GET.get("edit")
    if not asked:
        return None
    entry = entry_of(asked)
    if entry is None or isinstance(entry.record, Void):
        raise Http404
    return entry


def _again(request: HttpRequest) -> Entry | None:
    """The entry that is to be done again; None where there is none of that id in this diary."""
    return entry_of(request.GET["again"]) if "again" in request.GET else None


def _as_form(entry: Entry, known: Facts, again_on: date | None = None) -> tuple[str, forms.BaseForm]:
    """The form that says what the entry says; its line of the notation where none does. `again_on`:
    the day for which it is told anew, with its pain still to tell; None to mend it."""
    found = form_for(entry.record)
    if found is None:
        dated = "" if entry.day == known.today else f"{entry.day.isoformat()} "
        return "line", Line(initial={"text": dated + format_record(entry.record)}, auto_id="line-%s")
    first = {"on": again_on or entry.day, "unit": known.units, **found.answers(entry.record)}
    if again_on is not None:
        first["pain"] = None
    return found.kind, found(initial=first, auto_id=f"{found.kind}-%s")


def _take(request: HttpRequest) -> HttpResponseBase:
    sent = sending.read(request)
    edited = _edited(request)
    kind = request.POST.get("kind", "")
    form: forms.BaseForm
    if kind == "line":
        form = Line(request.POST, auto_id="line-%s")
    elif kind in FORMS:
        form = FORMS[kind](request.POST, auto_id=f"{kind}-%s")
    else:
        raise Http404

    def again(sentence: str = "") -> HttpResponse:
        return _log(request, form, kind, sentence)

    if (late := sending.stale(sent)) is not None:
        form.is_valid()
        return sending.refused(request, lambda: again(late), form=None, sentence=late, status=409)
    if not form.is_valid():
        return sending.refused(request, again, form=form)
    told = form.cleaned_data
    day = told.get("on") or (edited.day if edited else None) or sent.shown or sent.day
    aim = edited.id if edited else None
    try:
        if isinstance(form, LogForm):
            record = form.build(
                told, edited.record if edited and isinstance(edited.record, form.makes) else None
            )
            _check(form, record, day, sent.day)
            if form.errors:
                return sending.refused(request, again, form=form)
            logged = add_record(record, day, supersedes=aim, instant=sent.instant, id_=sent.id)
        else:
            logged = add_lines(told["text"], sent.instant, id_=sent.id, supersedes=aim)
    except ServiceError as error:
        for sentence in error.sentence.split("\n"):
            form.add_error("text" if kind == "line" else None, sentence)
        return sending.refused(request, again, form=form)
    entries = logged.entries or logged.known
    return sending.stored(
        request, sent, logged, "log", _noted(entries, sent.day, corrected=edited is not None)
    )


def _check(form: LogForm, record: Any, day: date, today: date) -> None:
    """What the diary could not take back out, or what has not been: said on the form."""
    planned = isinstance(record, Injection) and record.planned
    if day > today and not planned:
        form.add_error("on", said.NOT_YET)
    for problem in parse(format_line(day, None, record)).problems:
        form.add_error(None, problem.message)


def _noted(entries: tuple[Entry, ...], today: date, *, corrected: bool) -> str:
    if len(entries) != 1:
        return f"Noted: {len(entries)} entries."
    (entry,) = entries
    when = "" if entry.day == today else f" {capital(on_day(today, entry.day))}."
    late = f" {said.LATE}" if entry.day < today and isinstance(entry.record, Checkin | Lift) else ""
    return f"{'Corrected' if corrected else 'Noted'}: {entry_line(entry)}{when}{late}"


@page
@require_POST
def undo(request: HttpRequest) -> HttpResponseBase:
    """Take an entry out of the lifter's own diary; 404 for one that is not in it."""
    sent = sending.read(request)
    entry = entry_of(request.POST.get("entry", ""))
    if entry is None or entry.id is None:
        raise Http404
    try:
        logged = remove(entry.id, sent.instant, sent_as=sent.id)
    except ServiceError as error:
        wrong = error.sentence
        return sending.refused(request, lambda: _log(request, sentence=wrong), sentence=wrong)
    morning = isinstance(entry.record, Checkin | Screen)
    then = request.POST.get("then", "")
    back = then if then in _BACK else "today"
    if then == "day":
        back = reverse("day", args=[entry.day.isoformat()])
    return sending.stored(request, sent, logged, back, UNDONE_MORNING if morning else UNDONE)


urls = [path("log/", log, name="log"), path("undo/", undo, name="undo")]
