"""Bringing files in: a diary's text, or an app's export. One transaction a file; it can be undone."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from django.db import transaction

from underbar import importers
from underbar.diary.checks import check
from underbar.diary.diary import with_ids
from underbar.diary.notation import parse_bytes
from underbar.diary.records import Entry, Void
from underbar.importers import Imported, ImportRefused, NeedsUnit
from underbar.protocol.document import Protocol, load
from underbar.quantities import Unit
from underbar.services.clock import Moment, now
from underbar.services.database import unit_of_work
from underbar.services.diary_log import aim, refusals
from underbar.services.errors import Issue, NotUnderstood, ServiceError
from underbar.services.fold import standing_between
from underbar.services.lifter import numbers_on, today_of
from underbar.store import batches
from underbar.store import entries as stored

LARGEST: Final = 256 * 1024 * 1024
"""Bytes. A lifetime of training is far less; a larger file is something else."""

DIARY: Final = "diary"
_DIARY_TEXT: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s*(?:;[^\n]*)?\n)*\s*\d{4}-\d\d-\d\d(?:[ \t\r\n]|$)")


class FileImport(NamedTuple):
    """What came of one file, or would come of it.

    `refused`: why nothing of it was stored, else None; `needs_unit`: for want of a unit, `likelier`
    being the one to offer. `added`: new entries; `known`: how many the diary had. `reported`:
    rows that were not understood and not stored. `account`: the importer's own, None for a diary's
    text. `batch`: the number to undo it by, None where nothing was stored.
    """

    path: Path
    source: str = ""
    batch: int | None = None
    added: tuple[Entry, ...] = ()
    known: int = 0
    reported: tuple[Issue, ...] = ()
    warnings: tuple[str, ...] = ()
    account: Imported | None = None
    refused: str | None = None
    needs_unit: bool = False
    likelier: Unit | None = None


class _Read(NamedTuple):
    source: str
    entries: Sequence[Entry]
    known: int
    reported: tuple[Issue, ...]
    warnings: tuple[str, ...]
    account: Imported | None


def import_files(
    paths: Sequence[Path],
    *,
    dry_run: bool = False,
    unit: Unit | None = None,
    mapping: Mapping[str, str] | None = None,
    progress: Callable[[Path, int, int], None] | None = None,
    instant: datetime | None = None,
    names: Sequence[str] | None = None,
) -> tuple[FileImport, ...]:
    """Bring in the files, each for itself; `dry_run` stores nothing and says the same.

    `names`: what the lifter calls each file, None for its own name. `unit` and `mapping` are for
    exports of apps (see `importers.read`). `progress` is told before each file which one it is, its
    place from 0 and how many there are. A file that is refused does not stop the others. Raises
    DatabaseProblem.
    """
    done = []
    for place, path in enumerate(paths):
        if progress is not None:
            progress(path, place, len(paths))
        called = path.name if names is None else names[place]
        done.append(_import(path, called, dry_run, unit, mapping, instant or now()))
    return tuple(done)


def imports() -> tuple[batches.Batch, ...]:
    """Every file that was brought in, the oldest first."""
    with unit_of_work() as owner:
        return batches.batches(owner)


def undo_import(number: int, instant: datetime | None = None) -> tuple[Entry, ...]:
    """Take the entries of an import out again, and free their keys; what was taken out.

    What the lifter wrote about them, corrections and voids, stays. Raises ServiceError.
    """
    with unit_of_work() as owner:
        found = [batch for batch in batches.batches(owner) if batch.number == number]
        if not found:
            raise ServiceError(f"There is no import {number}.")
        if found[0].undone:
            raise ServiceError(f"Import {number} was undone at {found[0].undone}.")
        gone = stored.take_out(owner, number)
        batches.mark_undone(number, today_of(owner, load(), instant or now()).stamp)
        return gone


def _import(
    path: Path,
    called: str,
    dry_run: bool,
    unit: Unit | None,
    mapping: Mapping[str, str] | None,
    instant: datetime,
) -> FileImport:
    try:
        data = _bytes(path)
        with unit_of_work() as owner:
            protocol = load()
            today = today_of(owner, protocol, instant)
            read = _read(owner, protocol, called, data, unit=unit, mapping=mapping, today=today)
            done = _store(owner, path, called, data, read, today)
            if dry_run:
                transaction.set_rollback(True)
                done = done._replace(batch=None)
            return done
    except NeedsUnit as error:
        return FileImport(path, refused=error.sentence, needs_unit=True, likelier=error.likelier)
    except ImportRefused as error:
        return FileImport(path, refused=error.sentence)
    except NotUnderstood as error:
        return FileImport(path, DIARY, reported=error.issues, refused="Nothing of it was stored.")


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            large = os.fstat(file.fileno()).st_size > LARGEST
            data = b"" if large else file.read(LARGEST + 1)
    except OSError as error:
        raise ImportRefused(f"It cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        raise ImportRefused(f"It cannot be opened: {error}.") from error
    if large or len(data) > LARGEST:
        raise ImportRefused(f"It is larger than {LARGEST // 1024**2} MB: this is no training diary.")
    return data


def _store(owner: int, path: Path, called: str, data: bytes, read: _Read, today: Moment) -> FileImport:
    number = batches.open_batch(owner, called, sha256(data).hexdigest(), read.source, today.stamp)
    done = stored.append(owner, read.entries, today.stamp, number)
    if done.differing and read.account is None:
        raise NotUnderstood(
            [
                Issue(0, 0, f"the id {entry.id} is taken by an entry that says something else")
                for entry in done.differing
            ]
        )
    known = read.known + len(done.known) + len(done.differing)
    batch: int | None = number
    if done.added:
        batches.close_batch(number, len(done.added), known, len(read.reported))
    else:
        batches.drop_batch(number)
        batch = None
    return FileImport(path, read.source, batch, done.added, known, read.reported, read.warnings, read.account)


def _read(
    owner: int,
    protocol: Protocol,
    called: str,
    data: bytes,
    *,
    unit: Unit | None,
    mapping: Mapping[str, str] | None,
    today: Moment,
) -> _Read:
    if called.lower().endswith(".diary") or _DIARY_TEXT.match(data):
        return _read_diary(owner, protocol, data, today)
    start = round(numbers_on(owner, protocol, today.day).day_start * 60)
    account = importers.read(data, unit=unit, mapping=mapping, day_start_minutes=start)
    late = [entry for entry in account.entries if entry.day > today.day]
    entries, known = _edited(owner, [entry for entry in account.entries if entry.day <= today.day])
    reported = tuple(Issue(problem.line, 0, problem.message) for problem in account.reported)
    reported += tuple(Issue(0, 0, f"a workout of {entry.day} lies in the future") for entry in late)
    warnings = tuple(f"{finding.day}: {finding.message}" for finding in check(account.entries))
    return _Read(account.source, entries, known, reported, warnings, account)


def _read_diary(owner: int, protocol: Protocol, data: bytes, today: Moment) -> _Read:
    parsed = parse_bytes(data)
    if parsed.problems:
        raise NotUnderstood([Issue(*problem) for problem in parsed.problems])
    beside = stored.by_ids(owner, [target for entry in parsed.entries if (target := aim(entry))])
    ids = {entry.id for entry in parsed.entries}
    findings = check([*(entry for entry in beside if entry.id not in ids), *parsed.entries], today.day)
    wrong = [f"{entry.day}: {reason}" for entry in parsed.entries for reason in refusals(protocol, entry)]
    wrong += [f"{finding.day}: {finding.message}" for finding in findings if finding.severity == "error"]
    if wrong:
        raise NotUnderstood([Issue(0, 0, message) for message in wrong])
    entries, known = _without_known(owner, parsed.entries)
    warnings = tuple(
        f"{finding.day}: {finding.message}" for finding in findings if finding.severity == "warning"
    )
    return _Read(DIARY, entries, known, (), warnings, None)


def _without_known(owner: int, entries: Sequence[Entry]) -> tuple[list[Entry], int]:
    """The entries with ids, less those lines without one that the diary says already.

    A line without an id is known by its day, text and ordinal. What was logged here has ids of
    another sort, so it is compared as if it had none: a plain export brought back adds nothing.
    """
    bare = {entry.day for entry in entries if entry.id is None}
    had: set[str | None] = set()
    if bare:
        before = stored.between(owner, min(bare), max(bare))
        had = {entry.id for entry in with_ids(entry._replace(id=None) for entry in before)}
    numbered = with_ids(entries)
    fresh = [
        entry
        for entry, as_read in zip(numbered, entries, strict=True)
        if as_read.id is not None or entry.id not in had
    ]
    return fresh, len(numbered) - len(fresh)


def _edited(owner: int, entries: Sequence[Entry]) -> tuple[list[Entry], int]:
    """The entries of an app, where one that was edited there corrects the one brought in before.

    An importer's id names the block up to its last hyphen, and then its content. A block that the
    lifter has removed here stays removed. Also, how many were left out for that.
    """
    if not entries:
        return [], 0
    first, last = min(entry.day for entry in entries), max(entry.day for entry in entries)
    stood = {entry.id for entry in standing_between(owner, first, last).entries}
    by_block: dict[str, list[str]] = {}
    had: set[str | None] = set()
    for entry in stored.between(owner, first, last):
        if entry.id is not None and entry.source is not None and not isinstance(entry.record, Void):
            had.add(entry.id)
            by_block.setdefault(_block(entry.id), []).append(entry.id)
    found: list[Entry] = []
    for entry in entries:
        before = by_block.get(_block(entry.id or ""), [])
        standing = [id_ for id_ in before if id_ in stood]
        if entry.id in had or not before:
            found.append(entry)
        elif standing:
            found.append(entry._replace(supersedes=standing[-1]))
    return found, len(entries) - len(found)


def _block(id_: str) -> str:
    return id_.rpartition("-")[0]
