"""Sentences about a word that can't be read: what was expected, and the nearest known word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from underbar.diary.notation_kinds import Field, Kind
from underbar.diary.notation_values import RESERVED, unquote

_START = r"(?:[0-9.,x]+|[a-z]+:)?"
_SHOWN = 40


def unknown_kind(word: str, kinds: Iterable[str]) -> str:
    """The sentence about a line's first word that names no kind."""
    near = nearest(word, tuple(kinds))
    hint = f"; did you mean {near}?" if near else "; the name of another exercise stands in quotes"
    return f"unknown kind {shown(word)}{hint}"


def unexpected(kind: Kind, word: str, values: dict[str, Any]) -> tuple[str, str | None]:
    """The sentence about a word that has no place in its line, and the nearest word that has one."""
    wanted = [field for field, _ in kind.bare if field.many or field.name not in values]
    known = (*kind.words, *(choice for _, codec in kind.bare for choice in codec.words))
    if wanted:
        expected = " or ".join(what(field) for field in wanted)
    elif any(codec.read(word) is not None for _, codec in kind.bare):
        return f"{shown(word)} is one too many", None
    else:
        expected = "one of " + ", ".join(known for known in kind.words if known not in RESERVED)
    return unreadable(word, f"expected {expected}", known), nearest(word, known)


def what(field: Field) -> str:
    """What a field expects, in words."""
    return field.word if field.value is None else f"{field.word} {field.value.what}".strip()


def unreadable(word: str, expected: str, known: tuple[str, ...] = ()) -> str:
    """The sentence about a word that is not what was expected."""
    if word[0] == '"' and (len(word) == 1 or word[-1] != '"'):
        return "expected a closing quote"
    if word[0] == '"' and "\\" in word and unquote(word) is None:
        return 'unknown escape: a text in quotes knows \\", \\\\, \\n and \\x with two digits'
    near = nearest(word, known)
    return f"{expected}, found {shown(word)}" + (f"; did you mean {near}?" if near else "")


def shown(word: str) -> str:
    """The word, cut where it is too long for a sentence."""
    return word if len(word) <= _SHOWN else word[:_SHOWN] + "…"


@lru_cache(maxsize=1024)
def nearest(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that is spelt most like this one, or None.

    A number before a unit and a prefix such as `unsure:` stay as they are.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - slow to import, and only errors need it

    start = re.match(_START, word)
    before = start[0] if start else ""
    found = get_close_matches(word[len(before) : _SHOWN], known, 1)
    return before + found[0] if found and before + found[0] != word else None
