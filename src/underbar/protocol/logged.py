"""One day's entries by kind, as the rules ask for them. The order of kinds never matters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar, cast

from underbar.diary.records import Entry

_T = TypeVar("_T")


class Logged:
    """What one day holds; within a kind the order of the diary stays."""

    __slots__ = ("_by_kind",)

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_kind: dict[type[Any], list[Entry]] = {}
        for entry in entries:
            kind = type(entry.record)
            if kind in by_kind:
                by_kind[kind].append(entry)
            else:
                by_kind[kind] = [entry]
        self._by_kind = by_kind

    def __bool__(self) -> bool:
        return bool(self._by_kind)

    def any_of(self, kinds: frozenset[type[Any]]) -> bool:
        """Whether the day holds an entry of one of the kinds."""
        return not kinds.isdisjoint(self._by_kind)

    def dated(self, kind: type[_T]) -> Sequence[tuple[Entry, _T]]:
        """The entries of one kind, each with its record; none is an empty sequence."""
        found = self._by_kind.get(kind)
        return [(entry, cast(_T, entry.record)) for entry in found] if found else ()

    def in_force(self, kind: type[_T]) -> Sequence[_T]:
        """The records of a kind of which the last one holds: untimed ones first, then by the clock.

        At one time, and without one, a later line replaces an earlier one.
        """
        found = self._by_kind.get(kind)
        if found is not None and len(found) > 1:
            found = sorted(found, key=lambda entry: -1 if entry.time is None else entry.time)
        return [cast(_T, entry.record) for entry in found] if found else ()

    def records(self, kind: type[_T]) -> Sequence[_T]:
        """The records of one kind; none is an empty sequence."""
        found = self._by_kind.get(kind)
        return [cast(_T, entry.record) for entry in found] if found else ()
