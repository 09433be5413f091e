"""Entries in and out of their table. What comes out are the diary's own records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final, NamedTuple

from django.db.models import Max, Min, QuerySet

from underbar.diary.notation import format_entry, parse
from underbar.diary.records import Entry, Void
from underbar.store.accounts import move_on
from underbar.store.errors import Unreadable
from underbar.store.plans import drop_checkpoints
from underbar.store.ready import models

_CHUNK: Final = 500
"""Ids asked for at once: below the fewest variables that any build of SQLite takes."""


class Appended(NamedTuple):
    """What came of an append. `known`: was there already; `differing`: was there, with other content."""

    added: tuple[Entry, ...]
    known: tuple[Entry, ...]
    differing: tuple[Entry, ...]


def append(
    owner: int,
    entries: Sequence[Entry],
    stamp: str,
    batch: int | None = None,
    advance: Callable[[int], None] = lambda _: None,
) -> Appended:
    """Store those `entries`, all with ids, whose ids the owner's diary has not seen, in their order.

    The engine's checkpoints from the earliest day that they change are dropped. Call it inside a
    transaction. `stamp`: the time of writing, with its offset. `advance` is told how many were written, or
    are there, each time that some are.
    """
    lines = [format_entry(entry, full=True) for entry in entries]
    seen = _lines_of(owner, [_id(entry) for entry in entries])
    added: list[Entry] = []
    known: list[Entry] = []
    differing: list[Entry] = []
    rows: list[models.Entry] = []
    for entry, line in zip(entries, lines, strict=True):
        before = seen.setdefault(_id(entry), None)
        if before is None:
            seen[_id(entry)] = line
            added.append(entry)
            rows.append(_row(owner, entry, line, stamp, batch))
        else:
            (known if before == line else differing).append(entry)
    advance(len(known) + len(differing))
    for start in range(0, len(rows), _CHUNK):
        models.Entry.objects.bulk_create(rows[start : start + _CHUNK])
        advance(len(rows[start : start + _CHUNK]))
    _forget(owner, added)
    return Appended(tuple(added), tuple(known), tuple(differing))


def take_out(owner: int, batch: int) -> tuple[Entry, ...]:
    """Remove the rows of an import, and with them their keys; the entries they held."""
    rows = models.Entry.objects.filter(owner=owner, batch=batch)
    gone = _read(rows.order_by("seq"))
    _forget(owner, gone)
    rows.delete()
    return gone


def between(owner: int, first: date | None = None, last: date | None = None) -> tuple[Entry, ...]:
    """The entries of the days from `first` to `last`, both included, by day and arrival.

    None leaves that end open. Superseded and voided entries are among them.
    """
    rows = models.Entry.objects.filter(owner=owner)
    if first is not None:
        rows = rows.filter(day__gte=first)
    if last is not None:
        rows = rows.filter(day__lte=last)
    return _read(rows.order_by("day", "seq"))


def aiming_at(owner: int, ids: Iterable[str]) -> tuple[Entry, ...]:
    """The entries that supersede or void one of `ids`, or one that does, and so on."""
    found: list[Entry] = []
    seen: set[str] = set()
    wanted = set(ids)
    while wanted:
        step: list[Entry] = []
        for chunk in _chunks(sorted(wanted)):
            step += _read(models.Entry.objects.filter(owner=owner, target__in=chunk).order_by("day", "seq"))
        found += [entry for entry in step if _id(entry) not in seen]
        wanted = {_id(entry) for entry in step} - seen
        seen |= wanted
    return tuple(found)


def of_kind(owner: int, *kinds: type, until: date | None = None) -> tuple[Entry, ...]:
    """All entries whose records are of `kinds`, by day and arrival; none after `until`."""
    rows = models.Entry.objects.filter(owner=owner, kind__in=[_kind(kind) for kind in kinds])
    if until is not None:
        rows = rows.filter(day__lte=until)
    return _read(rows.order_by("day", "seq"))


def by_ids(owner: int, ids: Iterable[str]) -> tuple[Entry, ...]:
    """Those of `ids` that the diary has, by day and arrival within every five hundred."""
    found: list[Entry] = []
    for chunk in _chunks(sorted(set(ids))):
        found += _read(models.Entry.objects.filter(owner=owner, uid__in=chunk).order_by("day", "seq"))
    return tuple(found)


def days(owner: int) -> tuple[date, date] | None:
    """The first and the last day that have an entry; None for an empty diary."""
    ends = models.Entry.objects.filter(owner=owner).aggregate(first=Min("day"), last=Max("day"))
    return None if ends["first"] is None else (ends["first"], ends["last"])


def count(owner: int) -> int:
    """How many entries the diary has, superseded and voided ones included."""
    return models.Entry.objects.filter(owner=owner).count()


def _forget(owner: int, changed: Sequence[Entry]) -> None:
    """Count the change; drop the checkpoints that `changed` entries, or what they aim at, had a part in."""
    if changed:
        move_on(owner)
    days = [entry.day for entry in changed]
    wanted = {target for entry in changed if (target := _target(entry)) is not None}
    seen: set[str] = set()
    while wanted:
        seen |= wanted
        targets = by_ids(owner, wanted)
        days += [entry.day for entry in targets]
        wanted = {target for entry in targets if (target := _target(entry)) is not None} - seen
    if days:
        drop_checkpoints(owner, min(days))


def _row(owner: int, entry: Entry, line: str, stamp: str, batch: int | None) -> models.Entry:
    return models.Entry(
        owner_id=owner,
        uid=_id(entry),
        day=entry.day,
        kind=_kind(type(entry.record)),
        source=entry.source,
        target=_target(entry),
        line=line,
        stamp=stamp,
        batch_id=batch,
    )


def _id(entry: Entry) -> str:
    if entry.id is None:
        raise ValueError("an entry is stored with its id")
    return entry.id


def _kind(record: type) -> str:
    return record.__name__.lower()


def _target(entry: Entry) -> str | None:
    return entry.record.id if isinstance(entry.record, Void) else entry.supersedes


def _lines_of(owner: int, ids: Sequence[str]) -> dict[str, str | None]:
    lines: dict[str, str | None] = {}
    for chunk in _chunks(ids):
        rows = models.Entry.objects.filter(owner=owner, uid__in=chunk)
        lines.update(rows.values_list("uid", "line"))
    return lines


def _chunks(ids: Sequence[str]) -> Iterator[list[str]]:
    rest = iter(ids)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


def _read(rows: QuerySet[models.Entry]) -> tuple[Entry, ...]:
    text = "\n".join(rows.values_list("line", flat=True))
    parsed = parse(text)
    if parsed.problems:
        raise Unreadable(str(parsed.problems[0]))
    return tuple(parsed.entries)
