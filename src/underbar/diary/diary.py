"""The ordered diary: entries by day, corrections applied, ids where somebody needs them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from operator import itemgetter

from underbar.diary.notation_print import format_line
from underbar.diary.records import Checkin, Entry, Screen, Void

_ID_BYTES = 10
_DAY = itemgetter(0)


def derived_id(entry: Entry, ordinal: int) -> str:
    """The id of an entry that came without one: 20 hexadecimal digits of a BLAKE2b digest.

    It depends on the day, time and facts of the entry in their canonical text and on `ordinal`,
    its place (from 0) among the entries with the same text; not on its comment, its source or
    anything else in the diary.
    """
    return _digest(format_line(entry.day, entry.time, entry.record), ordinal)


def _digest(line: str, ordinal: int) -> str:
    from hashlib import blake2b  # noqa: PLC0415 - loads OpenSSL, and few diaries need an id

    return blake2b(f"{ordinal} {line}".encode(), digest_size=_ID_BYTES).hexdigest()


def with_ids(entries: Iterable[Entry]) -> list[Entry]:
    """The entries in their order, each with an id: its own, else the derived one.

    Entries that have an id count among equals too, so that leaving an id out changes no other.
    """
    seen: dict[str, int] = {}
    result = []
    for entry in entries:
        line = format_line(entry.day, entry.time, entry.record)
        ordinal = seen.get(line, 0)
        seen[line] = ordinal + 1
        result.append(entry if entry.id is not None else entry._replace(id=_digest(line, ordinal)))
    return result


class Diary:
    """Entries by day, in the order written within a day, after voids and corrections.

    A voided entry is gone with its void and with all that it had corrected; a void can't be
    voided. A corrected entry is gone. But a check-in or a screen that was voided or corrected stays
    on its day, with its id in `superseded`: what it told may still make the plan more careful, and
    only the rules know when a correction came in time. A correction counts where it is of the same
    kind, and for these two of the same day; corrections in a circle count as none. An entry that
    came twice, id and all, counts once. Where a diary has voids or corrections, all its entries
    have ids.
    """

    __slots__ = ("_by_day", "days", "entries", "superseded")

    def __init__(self, entries: tuple[Entry, ...], superseded: frozenset[str]) -> None:
        by_day: dict[date, list[Entry]] = {}
        for entry in entries:
            by_day.setdefault(entry.day, []).append(entry)
        self.entries = entries
        self.superseded = superseded
        self.days = tuple(by_day)
        self._by_day = {day: tuple(found) for day, found in by_day.items()}

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Diary:
        """The diary of entries in any order."""
        ordered = _once(sorted(entries, key=_DAY))
        if any(entry.supersedes is not None or isinstance(entry.record, Void) for entry in ordered):
            kept, superseded = _resolved(with_ids(ordered))
            return cls(tuple(kept), superseded)
        return cls(tuple(ordered), frozenset())

    @property
    def first_day(self) -> date | None:
        """The first day with an entry; None in an empty diary."""
        return self.days[0] if self.days else None

    @property
    def last_day(self) -> date | None:
        """The last day with an entry; None in an empty diary."""
        return self.days[-1] if self.days else None

    def day_entries(self, day: date) -> tuple[Entry, ...]:
        """The entries of a day; none for a day without."""
        return self._by_day.get(day, ())


def circular(entries: Sequence[Entry]) -> frozenset[str]:
    """Ids of entries whose corrections lead back to themselves; every entry has an id."""
    corrects = {entry.id: entry.supersedes for entry in entries if entry.supersedes is not None}
    done: set[str | None] = set()
    circle: set[str] = set()
    for start in corrects:
        path: dict[str | None, None] = {}
        at: str | None = start
        while at in corrects and at not in done and at not in path:
            path[at] = None
            at = corrects[at]
        if at in path:
            walked = list(path)
            circle.update(id_ for id_ in walked[walked.index(at) :] if id_ is not None)
        done.update(path)
    return frozenset(circle)


def _once(entries: list[Entry]) -> list[Entry]:
    """The entries without exact repetitions of one with its own id."""
    seen: dict[str, Entry] = {}
    return [entry for entry in entries if entry.id is None or seen.setdefault(entry.id, entry) is entry
            or seen[entry.id] != entry]  # fmt: skip


def _resolved(entries: list[Entry]) -> tuple[list[Entry], frozenset[str]]:
    circle = circular(entries)
    by_id = {entry.id: entry for entry in entries}
    corrects = {
        entry.id: entry.supersedes
        for entry in entries
        if entry.supersedes is not None and entry.id not in circle and _may_correct(entry, by_id)
    }
    gone: set[str | None] = set()
    for entry in entries:
        at = entry.record.id if isinstance(entry.record, Void) else None
        while at is not None and at not in gone:
            gone.add(at)
            at = corrects.get(at)
    withdrawn = gone | set(corrects.values())
    kept = [
        entry
        for entry in entries
        if not isinstance(entry.record, Void)
        and (entry.id not in withdrawn or isinstance(entry.record, Checkin | Screen))
    ]
    return kept, frozenset(entry.id for entry in kept if entry.id is not None and entry.id in withdrawn)


def _may_correct(entry: Entry, by_id: dict[str | None, Entry]) -> bool:
    """A correction is of the kind that it corrects, and a check-in's or a screen's also of its day."""
    old = by_id.get(entry.supersedes)
    if old is None:
        return True  # what it corrects is not among these entries, and then there is nothing to drop
    if type(old.record) is not type(entry.record):
        return False
    return old.day == entry.day or not isinstance(old.record, Checkin | Screen)
