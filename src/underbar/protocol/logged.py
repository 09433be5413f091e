"""One day's entries by kind, as the rules ask for them. The order of kinds never matters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from underbar.diary.records import Entry

_T = TypeVar("_T")


class Logged:
    """What one day holds; within a kind the order of the diary stays."""

    __slots__ = ("_entries", "_records")

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_kind: dict[type[Any], list[Entry]] = {}
        records: dict[type[Any], list[Any]] = {}
        for entry in entries:
            record = entry.record
            kind = type(record)
            if kind in by_kind:
                by_kind[kind].append(entry)
                records[kind].append(record)
            else:
                by_kind[kind] = [entry]
                records[kind] = [record]
        self._entries = by_kind
        self._records = records

    def __bool__(self) -> bool:
        return bool(self._entries)

    def any_of(self, kinds: frozenset[type[Any]]) -> bool:
        """Whether the day holds an entry of one of the kinds."""
        return not kinds.isdisjoint(self._entries)

    def records(self, kind: type[_T]) -> Sequence[_T]:
        """The records of one kind; none is an empty sequence."""
        return self._records.get(kind, ())

    def dated(self, kind: type[_T]) -> Sequence[tuple[Entry, _T]]:
        """The entries of one kind, each with its record; none is an empty sequence."""
        if kind not in self._entries:
            return ()
        return list(zip(self._entries[kind], self._records[kind], strict=True))

    def in_force(self, kind: type[_T]) -> Sequence[_T]:
        """The records of a kind of which the last one holds: untimed ones first, then by the clock.

        At one time, and without one, a later line replaces an earlier one.
        """
        ordered = sorted(self.dated(kind), key=lambda pair: -1 if pair[0].time is None else pair[0].time)
        return [record for _, record in ordered]
