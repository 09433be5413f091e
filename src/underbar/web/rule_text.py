"""The Markdown pages of the rules as HTML, with links to the parameters and the rules they name."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from django.urls import reverse
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.token import Token

from underbar.protocol.document import load
from underbar.protocol.reasons import FACTS
from underbar.wording.en_method import part_of_parameter
from underbar.wording.rule_pages import PREAMBLE, rule_page

_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False})
_TITLE_TOKENS: Final = 3


@lru_cache(maxsize=len(FACTS))
def rule_html(rule: str) -> SafeString | None:
    """The page of a rule without its title; None where there is no such rule.

    The Markdown is this program's own, HTML in it is shown as text, and what is named `so` becomes a
    link where it is a parameter or another rule.
    """
    text = rule_page(rule)
    if text is None:
        return None
    tokens = _MARKDOWN.parse(text)[_TITLE_TOKENS:]
    for token in tokens:
        if token.type == "inline" and token.children:
            token.children = _linked(token.children, rule)
    html: str = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    # A diary wider than the page is scrolled, by keyboard too.
    return SafeString(html.replace("<pre>", '<pre tabindex="0">'))


def _linked(children: list[Token], rule: str) -> list[Token]:
    found: list[Token] = []
    for child in children:
        if child.type == "link_open":
            child.attrSet("href", _where(str(child.attrGet("href"))))
        address = _address(child.content) if child.type == "code_inline" and child.content != rule else None
        if address is None:
            found.append(child)
        else:
            found += [
                Token("link_open", "a", 1, attrs={"href": address}),
                child,
                Token("link_close", "a", -1),
            ]
    return found


def _address(name: str) -> str | None:
    """Where a parameter or a rule stands; None for any other word."""
    if name in load().parameters:
        part = part_of_parameter(name)
        return None if part is None else f"{reverse('method_part', args=[part.slug])}#p-{name}"
    return reverse("rule", args=[name]) if name in FACTS else None


def _where(href: str) -> str:
    """A link between the files of the pages as one between their addresses."""
    if href == PREAMBLE:
        return reverse("rule_preamble")
    rule = href.removesuffix(".md")
    return reverse("rule", args=[rule]) if rule in FACTS else href
