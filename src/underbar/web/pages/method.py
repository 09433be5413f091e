"""The method to read: its parts, the rules, the sources, and the numbers with their limits."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from underbar.protocol.document import load
from underbar.protocol.limits import written
from underbar.protocol.method import Component, Source
from underbar.protocol.reasons import FACTS
from underbar.services.errors import ServiceError
from underbar.services.params import Setting, list_params, refusal, reset_param, set_param
from underbar.web import sending
from underbar.web.discussion import thread, with_discussion
from underbar.web.owners import page
from underbar.web.rule_text import rule_html
from underbar.wording import en_method as words
from underbar.wording.en import says, says_long
from underbar.wording.en_method_parts import Part
from underbar.wording.en_method_tables import ladder_tables, lift_rows, sign_groups, window_tables, zone_rows
from underbar.wording.en_words import capital, long_day
from underbar.wording.rule_pages import preamble

_GRADE_MARKS: Final = {"STRONG": 4, "MODERATE": 3, "LIMITED": 2, "ANECDOTAL": 1, "CONTRADICTED": 0}
_DOTS: Final = 4
_TABLES: Final = {
    "zones": zone_rows,
    "ladders": ladder_tables,
    "lifts": lift_rows,
    "windows": window_tables,
    "signs": sign_groups,
}


class ParameterForm(forms.Form):
    """A value for a parameter, as a person writes it; `setting` says what it may be."""

    value = forms.CharField(max_length=80, error_messages={"required": "Write a value."})

    def __init__(self, data: Any, name: str) -> None:
        super().__init__(data)
        self.name = name

    def clean_value(self) -> str:
        """The text as it was typed, refused with the limit's own reason."""
        value: str = self.cleaned_data["value"].strip()
        if why := refusal(self.name, value):
            raise forms.ValidationError(f"{value} is not taken. {why}")
        return value


class Grade(NamedTuple):
    """A component of the document with its grade: dots as a mark, a word, and what the word means."""

    name: str
    says: str
    word: str
    means: str
    dots: str
    sources: tuple[Source, ...]


class Number(NamedTuple):
    """A parameter as the page shows it. `form`: what was typed and refused, None where nothing was."""

    setting: Setting
    unit: str
    tag: str
    takes: str
    recommended: str
    fixed: bool
    listed: bool
    sources: tuple[Source, ...]
    was: tuple[tuple[str, str], ...]
    form: ParameterForm | None


@page
def index(request: HttpRequest) -> HttpResponse:
    """The parts in order, how to read their marks, and the questions beside them."""
    own = [setting for setting in list_params() if setting.own]
    context = {
        "here": "method",
        "parts": [(part, words.minutes_to_read(part)) for part in words.PARTS],
        "questions": [(asked, words.minutes_to_read(asked)) for asked in words.QUESTIONS],
        "pace": words.PACE,
        "tags": [(tag, name, means) for tag, (name, means) in words.TAGS.items()],
        "grades": [(_dots(grade), word, means) for grade, (word, means) in words.GRADES.items()],
        "own": [(setting, words.part_of_parameter(setting.parameter.id)) for setting in own],
        "rules": len(FACTS),
        "sources": len(load().sources),
        "document": load(),
    }
    return render(request, "method/index.html", context)


@page
@with_discussion
def part(request: HttpRequest, slug: str) -> HttpResponse:
    """A part of the method, or one of the questions beside it."""
    found = next((one for one in words.PARTS if one.slug == slug), None)
    if found is not None:
        return _part(request, found)
    asked = next((one for one in words.QUESTIONS if one.slug == slug), None)
    if asked is None:
        raise Http404
    context = {
        "here": "method",
        "asked": asked,
        "minutes": words.minutes_to_read(asked),
        "read": [(read, words.tag_words(read.tag)) for read in asked.read],
        "related": _related(asked.related),
        "thread": thread(slug),
    }
    return render(request, "method/question.html", context)


@page
@require_POST
def parameter(request: HttpRequest, name: str) -> HttpResponseBase:
    """Set a parameter from today on, or (with `reset`) back to the document's value."""
    found = words.part_of_parameter(name)
    if found is None:
        raise Http404
    sent = sending.read(request)
    then = f"{reverse('method_part', args=[found.slug])}#p-{name}"
    if "reset" in request.POST:
        done = reset_param(name, sent.instant, sent.id)
        return sending.stored(request, sent, done, then, "Back to the document’s value, from today on.")
    form = ParameterForm(request.POST, name)
    if form.is_valid():
        try:
            done = set_param(name, form.cleaned_data["value"], sent.instant, sent.id)
        except ServiceError as error:
            sending.add_error(form, error)
        else:
            return sending.stored(request, sent, done, then, "Set, from today on.")
    return sending.refused(
        request, lambda: _part(request, found, form), form=form, sentence="Nothing was changed."
    )


@page
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule, under the part that it belongs to."""
    grouped = [
        (part, [_rule(rule) for rule in part.rules if words.part_of_rule(rule) is part])
        for part in words.PARTS
    ]
    context = {"here": "method", "grouped": [(part, found) for part, found in grouped if found]}
    return render(request, "method/rules.html", context)


@page
def rule(request: HttpRequest, rule: str) -> HttpResponse:
    """The page of a rule."""
    text = rule_html(rule)
    if text is None:
        raise Http404
    parts = [part for part in words.PARTS if rule in part.rules]
    context = {"here": "method", "rule": _rule(rule), "text": text, "parts": parts}
    return render(request, "method/rule.html", context)


@page
def rule_preamble(request: HttpRequest) -> HttpResponse:
    """The two quiet weeks that most examples of the rules begin with."""
    return render(request, "method/preamble.html", {"here": "method", "diary": preamble()})


@page
def sources(request: HttpRequest) -> HttpResponse:
    """Every source of the document."""
    found = [_source(source) for source in load().sources.values()]
    return render(request, "method/sources.html", {"here": "method", "sources": found})


def _part(request: HttpRequest, part: Part, refused: ParameterForm | None = None) -> HttpResponse:
    protocol = load()
    settings = {setting.parameter.id: setting for setting in list_params()}
    place = words.PARTS.index(part)
    components = [(name, protocol.components[name]) for name in part.components]
    context = {
        "here": "method",
        "part": part,
        "place": place + 1,
        "of": len(words.PARTS),
        "minutes": words.minutes_to_read(part),
        "grades": [_grade(name, component) for name, component in components],
        "table": _TABLES[part.table]() if part.table else None,
        "rules": [_rule(rule) for rule in part.rules],
        "numbers": [_number(settings[name], refused) for name in part.parameters],
        "sources": [_source(protocol.sources[name]) for name in _sources_of(part)],
        "related": _related(part.related),
        "before": words.PARTS[place - 1] if place else None,
        "after": words.PARTS[place + 1] if place + 1 < len(words.PARTS) else None,
        "thread": thread(part.slug),
    }
    return render(request, "method/part.html", context)


def _sources_of(part: Part) -> list[str]:
    """Every source that the document names in what the page shows, in the document's order."""
    protocol = load()
    shown: list[Any] = [protocol.components[name] for name in part.components]
    shown += [protocol.parameters[name] for name in part.parameters]
    if part.table == "ladders":
        shown += protocol.ladders.values()
    elif part.table == "lifts":
        shown += protocol.lifts.values()
    elif part.table == "windows":
        shown += (*protocol.windows, *protocol.steroid_windows)
    elif part.table == "signs":
        shown += protocol.screens.values()
    named = {name for one in shown for name in one.sources}
    return [name for name in protocol.sources if name in named]


def _grade(name: str, component: Component) -> Grade:
    word, means = words.GRADES[component.grade]
    named = tuple(load().sources[source] for source in component.sources)
    title = words.COMPONENTS.get(name, capital(name.replace("-", " ")))
    return Grade(title, component.says, word, means, _dots(component.grade), named)


def _dots(grade: str) -> str:
    """A grade as a mark of four dots, filled from the left."""
    filled = _GRADE_MARKS[grade]
    return "●" * filled + "○" * (_DOTS - filled)


def _number(setting: Setting, refused: ParameterForm | None) -> Number:
    parameter = setting.parameter
    limits = parameter.limits
    low, high, from_, to = (
        written(parameter, bound)
        for bound in (limits.low, limits.high, limits.recommended_low, limits.recommended_high)
    )
    return Number(
        setting,
        words.unit_words(parameter.unit),
        words.tag_words(parameter.tag),
        f"{low} to {high}",
        from_ if from_ == to else f"{from_} to {to}",
        fixed=limits.low == limits.high,
        listed=isinstance(parameter.value, tuple),
        sources=tuple(load().sources[name] for name in parameter.sources),
        was=tuple((long_day(day), text) for day, text in setting.was),
        form=refused if refused is not None and refused.name == parameter.id else None,
    )


def _source(source: Source) -> dict[str, Any]:
    address = None
    if source.ref and source.ref.startswith("10."):
        address = f"https://doi.org/{source.ref}"
    elif source.ref and source.ref.startswith("PMC"):
        address = f"https://pmc.ncbi.nlm.nih.gov/articles/{source.ref}/"
    word = words.GRADES[source.grade][0]
    return {
        "source": source,
        "address": address,
        "tag": words.tag_words(source.tag),
        "dots": _dots(source.grade),
        "grade": word,
    }


def _rule(rule: str) -> dict[str, str]:
    return {
        "id": rule,
        "name": capital(rule.replace("-", " ")),
        "says": says_long(rule),
        "tag": says(rule).strip("[]"),
    }


def _related(slugs: tuple[str, ...]) -> list[Any]:
    pages: dict[str, Any] = {one.slug: one for one in words.PARTS}
    pages |= {one.slug: one for one in words.QUESTIONS}
    return [pages[slug] for slug in slugs]


urls = [
    path("method/", index, name="method"),
    path("method/rules/", rules, name="rules"),
    path("method/rules/preamble/", rule_preamble, name="rule_preamble"),
    path("method/rules/<slug:rule>/", rule, name="rule"),
    path("method/sources/", sources, name="sources"),
    path("method/parameters/<slug:name>/", parameter, name="parameter"),
    path("method/<slug:slug>/", part, name="method_part"),
]
