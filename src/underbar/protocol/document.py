"""The method as a document: `si_joint.toml`, or a fork of it, checked and turned into values.

A document is refused, with the table and the id that is wrong, where anything is missing, unknown
or outside its own limits. Loading the packaged one takes a few milliseconds, since every command
begins with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

from underbar.diary.vocabulary import LIFTS, STABILITY
from underbar.frozen import frozen
from underbar.protocol.limits import Parameter, accept, find
from underbar.protocol.method import Component, InjectionRow, Ladder, LiftRule, ScreenRule, Source
from underbar.protocol.numbers import Numbers
from underbar.protocol.reading import (
    components,
    ladders,
    lifts,
    numbers,
    parameters,
    screens,
    sources,
    windows,
)
from underbar.protocol.tables import ProtocolError, Table

__all__ = ["PACKAGED", "Protocol", "ProtocolError", "load", "parse"]

PACKAGED: Final = __file__.removesuffix("document.py") + "si_joint.toml"
_OVERRIDES_KEPT = 1024


@frozen
class Protocol:
    """The method: every number, lift, sign, ladder, window and source, by id."""

    name: str
    version: str
    valid_from: date
    numbers: Numbers
    parameters: Mapping[str, Parameter]
    lifts: Mapping[str, LiftRule]
    easier: tuple[str, ...]
    screens: Mapping[str, ScreenRule]
    ladders: Mapping[str, Ladder]
    windows: tuple[InjectionRow, ...]
    steroid_windows: tuple[InjectionRow, ...]
    components: Mapping[str, Component]
    sources: Mapping[str, Source]
    text: str

    __eq__ = object.__eq__  # one document is loaded once, and its numbers are looked up by it
    __hash__ = object.__hash__

    @property
    def title(self) -> str:
        """Name and version, as a plan carries them: `si-joint 1.0.0`."""
        return f"{self.name} {self.version}"

    @property
    def digest(self) -> str:
        """SHA-256 of the text, hexadecimal: another one means another method."""
        return _digest(self.text)

    def with_overrides(self, overrides: tuple[tuple[str, str], ...]) -> Numbers:
        """The numbers with a lifter's (name, text) pairs in force; of one name the last counts.

        Raises UnknownParameter, NotAValue or OutOfLimits.
        """
        return _overridden(self, overrides) if overrides else self.numbers


@lru_cache(maxsize=8)
def _digest(text: str) -> str:
    from hashlib import sha256  # noqa: PLC0415  # costs time at the start, needed by the store alone

    return sha256(text.encode()).hexdigest()


@lru_cache(maxsize=_OVERRIDES_KEPT)
def _overridden(protocol: Protocol, overrides: tuple[tuple[str, str], ...]) -> Numbers:
    values = {name: parameter.value for name, parameter in protocol.parameters.items()}
    for name, text in overrides:
        values[name] = accept(find(protocol.parameters, name, text), text)
    return numbers(values)


@lru_cache(maxsize=1)
def load() -> Protocol:
    """The packaged document."""
    with open(PACKAGED, encoding="utf-8") as file:
        text = file.read()
    return _protocol(_plain(text), text)


def parse(text: str) -> Protocol:
    """The protocol that a document's text describes; ProtocolError where it describes none."""
    import tomllib  # noqa: PLC0415  # slow to import, and forks alone need it

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProtocolError(f"not a document: {error}") from error
    return _protocol(data, text)


def _plain(text: str) -> dict[str, Any]:
    """The packaged document's tables, as tomllib reads them and ten times as fast.

    For that file alone, of which a test knows that each value is one line of JSON.
    """
    import json  # noqa: PLC0415  # together with its one use

    root: dict[str, Any] = {}
    table = root
    places: list[tuple[dict[str, Any], str]] = []
    values: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            path = line.strip("[]").split(".")
            table = root
            for part in path[:-1]:
                table = table.setdefault(part, {})
            if line.startswith("[["):
                table.setdefault(path[-1], []).append({})
                table = table[path[-1]][-1]
            else:
                table = table.setdefault(path[-1], {})
        elif line and not line.startswith("#"):
            key, _, value = line.partition(" = ")
            places.append((table, key))
            values.append(value)
    for (table, key), value in zip(places, json.loads(f"[{','.join(values)}]"), strict=True):
        table[key] = value
    return root


def _protocol(data: dict[str, Any], text: str) -> Protocol:
    """The protocol of a document's tables; every id that one table names stands in another."""
    top = Table("the document", data)
    name = top.text("name")
    version = top.text("version")
    valid_from = top.day("valid-from")
    known = sources(top.tables("source"))
    found = parameters(top.tables("number"), known, valid_from)
    protocol = Protocol(
        name=name,
        version=version,
        valid_from=valid_from,
        numbers=numbers({name: parameter.value for name, parameter in found.items()}),
        parameters=found,
        lifts=lifts(top.tables("lift"), known),
        easier=top.words("easier", (*LIFTS, *STABILITY)),
        screens=screens(top.tables("screen"), known),
        ladders=ladders(top.tables("ladder"), known),
        windows=windows("injection-window", top.listed("injection-window"), known),
        steroid_windows=windows("steroid-window", top.listed("steroid-window"), known),
        components=components(top.tables("component"), known),
        sources=known,
        text=text,
    )
    top.end()
    _windows_agree(protocol)
    return protocol


def _windows_agree(protocol: Protocol) -> None:
    """The rows and the numbers that speak of the same days say the same."""
    n = protocol.numbers
    rows, steroid = protocol.windows, protocol.steroid_windows
    for number, days, ends in (
        ("release-injection-days", n.release_injection_days, [row.last for row in rows if not row.release]),
        ("steroid-no-bar-to", n.steroid_no_bar_to, [row.last for row in steroid if row.bar_percent == 0]),
        ("steroid-no-raise-to", n.steroid_no_raise_to, [row.last for row in steroid if not row.raises]),
    ):
        if max(ends, default=-1) != days:
            raise ProtocolError(f"number {number}: the table of windows says otherwise")
