"""The forms of a page as a browser would send them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

TEXTUAL = {"text", "number", "time", "date", "textarea", "search", "url", "email", "password", ""}


@dataclass
class Form:
    """`fields`: what is sent when it is submitted untouched; `kinds`: the type of every field."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, ...]:
        """The same for two forms that differ in their values alone."""
        return (self.action, *sorted(self.kinds))


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.forms: list[Form] = []
        self.inside: Form | None = None
        self.select = self.textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            action = given.get("action", "") or self.page
            self.inside = Form(action, given.get("method", "get").lower())
            self.forms.append(self.inside)
        name = given.get("name", "")
        if self.inside is None:
            return
        if tag == "option" and self.select:
            if "selected" in given or not self.inside.fields.get(self.select):
                self.inside.fields[self.select] = given.get("value", "")
            return
        if not name or "disabled" in given:
            return
        if tag == "input":
            kind = given.get("type", "text")
            self.inside.kinds[name] = kind
            if kind in ("checkbox", "radio"):
                if "checked" in given:
                    self.inside.fields[name] = given.get("value", "on")
            elif kind != "file":
                self.inside.fields[name] = given.get("value", "")
        elif tag == "select":
            self.select = name
            self.inside.kinds[name] = "select"
        elif tag == "textarea":
            self.textarea = name
            self.inside.kinds[name] = "textarea"
            self.inside.fields[name] = ""
        elif tag == "button" and given.get("type", "submit") == "submit":
            self.inside.kinds.setdefault(name, "button")
            self.inside.fields.setdefault(name, given.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self.inside is not None and self.textarea:
            self.inside.fields[self.textarea] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = None
        elif tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.textarea = ""


def forms_of(html: str, page: str) -> list[Form]:
    """The forms of a page, the address of which is `page`."""
    reader = _Reader(page)
    reader.feed(html)
    return reader.forms
