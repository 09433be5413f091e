"""Entries that a device or another program sends, lists and removes, many at once and each once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from underbar.diary.notation import parse
from underbar.diary.records import Entry, Void
from underbar.protocol.document import load
from underbar.services.clock import now
from underbar.services.database import unit_of_work
from underbar.services.diary_log import add_record, keep, refusals, same_as_sent, stamped
from underbar.services.errors import Issue, NotUnderstood, ServiceError
from underbar.services.fold import standing_between
from underbar.services.lifter import moments
from underbar.store import entries as stored

AHEAD: Final = timedelta(minutes=10)
"""How far a sender's clock may be ahead."""
OLDEST: Final = timedelta(days=60)
"""How long a sender may have kept an entry and still say when it was made."""
_BREAKS: Final = frozenset("\n\r\0")


class SentLine(NamedTuple):
    """A line of the notation without its date. `day` None: the lifter's day of `at`, which is when
    it was made; None for now. `id`: the sender's, None where the diary is to name it."""

    line: str
    id: str | None = None
    day: date | None = None
    at: datetime | None = None


class Taken(NamedTuple):
    """What became of a line: the id of its entry, and whether the diary had it before."""

    id: str
    known: bool


class Batch(NamedTuple):
    """What became of every line, in their order. Warnings are sentences."""

    taken: tuple[Taken, ...]
    warnings: tuple[str, ...]


class Listed(NamedTuple):
    """An entry as it lies in the diary; `superseded`: it was corrected or removed."""

    entry: Entry
    superseded: bool


class IdTaken(ServiceError):
    """Ids stand on entries that say something else; `issues` name the lines."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        super().__init__("\n".join(map(str, issues)))
        self.issues = tuple(issues)


class NoSuchEntry(ServiceError):
    """The diary has no entry of that id."""


def add_batch(lines: Sequence[SentLine], instant: datetime | None = None) -> Batch:
    """Store the lines, all or none. A line that came before under its id is known, not stored again.

    Raises NotUnderstood or IdTaken; their issues count the lines from 1.
    """
    instant = instant or now()
    protocol = load()
    with unit_of_work() as owner:
        moment_at = moments(owner, protocol)
        had = {entry.id: entry for entry in stored.by_ids(owner, [line.id for line in lines if line.id])}
        wrong: list[Issue] = []
        clashing: list[Issue] = []
        taken: list[Taken] = []
        fresh: list[Entry] = []
        known: list[Entry] = []
        for number, line in enumerate(lines, 1):
            before = had.get(line.id) if line.id else None
            made = min(line.at or instant, instant)
            today = moment_at(made)
            day = line.day
            if day is None:
                # What is sent again on a later day, without saying when, is still of its own.
                day = before.day if before is not None and line.at is None else today.day
            entry, issues = _read(line, number, day, instant)
            wrong += issues
            if entry is None:
                continue
            before = before or had.get(entry.id)
            if before is None:
                entry = stamped(entry, today, made)
                wrong += [Issue(number, 0, why) for why in refusals(protocol, entry)]
                fresh.append(entry)
                had[entry.id] = entry
                taken.append(Taken(entry.id or "", False))
            elif same_as_sent(before, entry):
                known.append(before)
                taken.append(Taken(before.id or "", True))
            else:
                clashing.append(Issue(number, 0, f"the id {entry.id} stands on something else already"))
        if wrong:
            raise NotUnderstood(wrong)
        if clashing:
            raise IdTaken(clashing)
        done = keep(owner, protocol, fresh, tuple(known), moment_at(instant))
        return Batch(tuple(taken), done.warnings)


def remove_entry(id_: str, instant: datetime | None = None) -> Taken:
    """Void an entry; the id of the void, known where the entry was removed before.

    Raises NoSuchEntry, and ServiceError for a void.
    """
    with unit_of_work() as owner:
        found = stored.by_ids(owner, [id_])
        if not found:
            raise NoSuchEntry(f"The diary has no entry {id_}.")
        if isinstance(found[0].record, Void):
            raise ServiceError("A removal cannot be removed: store the entry again.")
        for entry in stored.aiming_at(owner, [id_]):
            if isinstance(entry.record, Void) and entry.record.id == id_:
                return Taken(entry.id or "", True)
        (void,) = add_record(Void(id_), instant=instant).entries
        return Taken(void.id or "", False)


def listed(first: date, last: date) -> tuple[Listed, ...]:
    """Every entry of the days from `first` to `last`, both included, by day and arrival."""
    with unit_of_work() as owner:
        found = stored.between(owner, first, last)
        stands = standing_between(owner, first, last)
    ids = {entry.id for entry in stands.entries} - stands.superseded
    return tuple(Listed(entry, entry.id not in ids and not isinstance(entry.record, Void)) for entry in found)


def _read(line: SentLine, number: int, day: date, instant: datetime) -> tuple[Entry | None, list[Issue]]:
    """The entry of a line, with the id that its sender gave it; None and why not."""
    if line.at is not None and line.at - instant > AHEAD:
        return None, [Issue(number, 0, "“at” lies in the future: is the sender's clock right?")]
    if line.at is not None and instant - line.at > OLDEST:
        return None, [Issue(number, 0, f"“at” is more than {OLDEST.days} days ago: give its day instead")]
    if _BREAKS & set(line.line):
        return None, [Issue(number, 0, "one entry is one line: a line break or a NUL is inside")]
    before = f"{day.isoformat()} "
    parsed = parse(before + line.line.strip())
    if parsed.problems:
        return None, [
            Issue(number, max(1, found.column - len(before)), found.message) for found in parsed.problems
        ]
    if not parsed.entries:
        return None, [Issue(number, 1, "expected an entry such as checkin ache 0")]
    (entry,) = parsed.entries
    if line.id is None:
        return entry, []
    if entry.id is not None and entry.id != line.id:
        return None, [Issue(number, 0, f"it has two ids, {line.id} and {entry.id}")]
    return entry._replace(id=line.id), []
