"""The attributes of one tag, from bytes. What cannot be told for certain is NotVouched."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from underbar.importers.apple_health.shape import Bytes


class NotVouched(Exception):
    """The bytes may mean something that the quick reader does not see: a full parser has to read them."""


class Tag(NamedTuple):
    """`end`: where the tag ends. `empty`: it is closed in itself and has no content."""

    attributes: dict[str, str]
    end: int
    empty: bool


_BLANK: Final = rb"[ \t\r\n]"
_ATTRIBUTE: Final = re.compile(
    rb"%b+([A-Za-z_][A-Za-z0-9_.-]*)%b*=%b*(?:\"([^\"<]*)\"|'([^'<]*)')" % (_BLANK, _BLANK, _BLANK)
)
_CLOSE: Final = re.compile(rb"%b*(/?)>" % _BLANK)
_REFERENCE: Final = re.compile(r"&(?:(lt|gt|amp|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));|&")
_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
CONTROLS: Final = bytes({*range(32)} - {9, 10, 13})
"""What XML forbids and some apps write into names; it is dropped."""
_TO_BLANK: Final = bytes(32 if byte in b"\t\n\r" else byte for byte in range(256))


def tag_at(data: Bytes, place: int, end: int) -> Tag:
    """The tag whose name ends at `place`."""
    attributes: dict[str, str] = {}
    while (match := _ATTRIBUTE.match(data, place, end)) is not None:
        name = match[1].decode()
        if name in attributes:
            raise NotVouched
        attributes[name] = _value(match[2] if match[2] is not None else match[3])
        place = match.end()
    close = _CLOSE.match(data, place, end)
    if close is None:
        raise NotVouched
    return Tag(attributes, close.end(), bool(close[1]))


def _value(written: bytes) -> str:
    try:
        text = written.translate(_TO_BLANK, CONTROLS).decode()
    except UnicodeDecodeError as error:
        raise NotVouched from error
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def _referred(match: re.Match[str]) -> str:
    name, decimal, hexadecimal = match.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else 0
    if code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000:
        return chr(code)
    raise NotVouched
