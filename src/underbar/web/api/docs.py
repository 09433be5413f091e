"""The API for people: a page made from its OpenAPI document, without any script."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.html import format_html, format_html_join

from underbar.web.api.all import api
from underbar.web.api.examples import EXAMPLES
from underbar.wording import en_api

_WORDS: Final = {"string": "text", "integer": "whole number", "boolean": "true or false", "array": "list"}
_MEANS: Final = {
    "400": "the request could not be read",
    "401": "no token, an unknown or a revoked one",
    "403": "a browser's session without its CSRF token",
    "404": "your diary has no such thing",
    "409": "it contradicts what is there",
    "413": "it is too large",
    "422": "something in it is wrong; the issues say what",
}


class Field(NamedTuple):
    """Something that an operation takes."""

    name: str
    where: str
    kind: str
    needed: bool
    text: str

    @property
    def marked(self) -> str:
        """The text as HTML."""
        return _marked(self.text)


class Operation(NamedTuple):
    """An address and a method. `text`: paragraphs of HTML. `refusals`: statuses, and what each means."""

    anchor: str
    method: str
    path: str
    summary: str
    text: tuple[str, ...]
    fields: tuple[Field, ...]
    curl: str
    answer: str
    refusals: tuple[tuple[str, str], ...]


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document."""
    found: dict[str, Any] = api.get_openapi_schema(path_prefix="/api/")
    return found


def operations(url: str) -> tuple[Operation, ...]:
    """Every operation, in the order of the document; `url`: where the app is."""
    return tuple(
        _operation(method, address, what, url)
        for address, methods in document()["paths"].items()
        for method, what in methods.items()
    )


def docs(request: HttpRequest) -> HttpResponse:
    """What there is, for whoever asks; it shows nothing of a diary."""
    lead = {"lead": en_api.LEAD, "token": en_api.OF_TOKENS, "once": en_api.ONCE}
    shown = {"here": "more", "operations": operations(settings.CHOSEN.url), **lead}
    return render(request, "api/docs.html", shown)


def root(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Whoever comes to the door is shown what there is."""
    return redirect("openapi-view")


def _operation(method: str, address: str, what: dict[str, Any], url: str) -> Operation:
    example = EXAMPLES[method, address]
    return Operation(
        anchor=what["operationId"].rpartition("api_")[2].replace("_", "-"),
        method=method.upper(),
        path=address,
        summary=what["summary"],
        text=tuple(_marked(part) for part in what.get("description", "").split("\n\n")),
        fields=(*_parameters(what), *_body(what)),
        curl=example.curl(method, url),
        answer=example.shown(),
        refusals=tuple((code, _MEANS[code]) for code in sorted(map(str, what["responses"]))[1:]),
    )


def _marked(text: str) -> str:
    """A text as HTML, what stands between backticks as code."""
    pieces = " ".join(text.split()).split("`")
    return format_html_join(
        "",
        "{}",
        (
            (format_html("<code>{}</code>", piece) if place % 2 else piece,)
            for place, piece in enumerate(pieces)
        ),
    )


def _parameters(what: dict[str, Any]) -> list[Field]:
    given = what.get("parameters", [])
    return [_field(one["name"], one["in"], one["schema"], one["required"]) for one in given]


def _body(what: dict[str, Any]) -> list[Field]:
    found: list[Field] = []
    for kind, content in what.get("requestBody", {}).get("content", {}).items():
        where = "form" if kind == "multipart/form-data" else "body"
        found += _properties("", where, content["schema"])
    return found


def _properties(before: str, where: str, schema: dict[str, Any]) -> list[Field]:
    schema = _followed(schema)
    found: list[Field] = []
    for name, one in schema.get("properties", {}).items():
        found.append(_field(before + name, where, one, name in schema.get("required", [])))
        if "items" in one:
            found += _properties(f"{before}{name}[].", where, one["items"])
    return found


def _field(name: str, where: str, schema: dict[str, Any], needed: bool) -> Field:
    one = next((kind for kind in schema.get("anyOf", []) if kind.get("type") != "null"), schema)
    kind = " or ".join(one["enum"]) if "enum" in one else one.get("format", "").replace("binary", "file")
    named = kind or _WORDS.get(one.get("type", ""), "")
    if "maxItems" in one:
        named += f", at most {one['maxItems']}"
    return Field(name, where, named, needed, schema.get("description", ""))


def _followed(schema: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref")
    if reference is None:
        return schema
    found: dict[str, Any] = document()["components"]["schemas"][reference.rpartition("/")[2]]
    return found


urls = [
    path("api/", root, name="api-root"),
    path("api/docs", docs, name="openapi-view"),
]
