"""Bringing files in: a diary's text, or what other apps export. One transaction for what is dropped at once;
each source in it can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from django.db import transaction

from underbar import importers
from underbar.diary.checks import check
from underbar.diary.records import Entry
from underbar.importers import Brought, Imported, ImportRefused, NeedsColumns, NeedsUnit, Piece, Unread
from underbar.protocol.document import load
from underbar.quantities import Unit
from underbar.services.clock import Moment, now
from underbar.services.database import unit_of_work
from underbar.services.errors import Issue, NotUnderstood, ServiceError
from underbar.services.import_asked import Said, asked, columns_of, remember
from underbar.services.import_diary import is_diary, read_diary
from underbar.services.import_edited import edited
from underbar.services.import_progress import Meter, Told
from underbar.services.lifter import today_of
from underbar.store import batches
from underbar.store import entries as stored

DIARY: Final = "diary"
_MOST_TABLES: Final = 50
"""Tables of no known app in one drop, each of which may want to know its columns."""


class Part(NamedTuple):
    """What one source of a drop brought, or would bring.

    `batch`: the number to undo it by, None where nothing was stored. `added`: new entries; `known`: how
    many the diary had. `reported`: rows that were not understood and not stored. `account`: the importer's
    own, None for a diary's text.
    """

    source: str
    batch: int | None
    added: tuple[Entry, ...]
    known: int
    reported: tuple[Issue, ...]
    warnings: tuple[str, ...]
    account: Imported | None


class FileImport(NamedTuple):
    """What came of a file, folder or zip, or of several files dropped at once; or would come of it.

    `refused`: why nothing of it was stored, else None, with `issues` where single lines are at fault;
    `needs_unit`: for want of a unit, `likelier` being the one to offer; `needs_columns`: for want of what a
    table holds. `unread`: files in it that nothing here reads.
    """

    path: Path
    parts: tuple[Part, ...] = ()
    unread: tuple[Unread, ...] = ()
    refused: str | None = None
    issues: tuple[Issue, ...] = ()
    needs_unit: bool = False
    likelier: Unit | None = None
    needs_columns: NeedsColumns | None = None

    @property
    def source(self) -> str:
        """The sources by name, with commas."""
        return ", ".join(part.source for part in self.parts)

    @property
    def batch(self) -> int | None:
        """The number of its first import; None where nothing was stored."""
        return next((part.batch for part in self.parts if part.batch is not None), None)

    @property
    def added(self) -> tuple[Entry, ...]:
        """The new entries of all sources."""
        return tuple(entry for part in self.parts for entry in part.added)

    @property
    def known(self) -> int:
        """How many entries the diary had."""
        return sum(part.known for part in self.parts)

    @property
    def reported(self) -> tuple[Issue, ...]:
        """Everything that was not understood."""
        return (*self.issues, *(issue for part in self.parts for issue in part.reported))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is worth a look, in sentences."""
        return tuple(warning for part in self.parts for warning in part.warnings)


def import_files(
    paths: Sequence[Path],
    *,
    dry_run: bool = False,
    unit: Unit | None = None,
    mapping: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
    progress: Told | None = None,
    instant: datetime | None = None,
) -> tuple[FileImport, ...]:
    """Bring in files, folders and zips, each for itself: one that is refused does not stop the others.

    Arguments as in `import_together`.
    """
    said = Said(unit, mapping or {}, columns or {})
    return tuple(
        import_together([(path, path.name)], said, dry_run=dry_run, progress=progress, instant=instant)
        for path in paths
    )


def import_together(
    dropped: Sequence[tuple[Path, str]],
    said: Said = Said(),  # noqa: B008 - a tuple, never changed
    *,
    dry_run: bool = False,
    progress: Told | None = None,
    instant: datetime | None = None,
) -> FileImport:
    """Bring in what was dropped at once, each path with what the lifter calls it: all of it or nothing.

    `said`: what the files do not say themselves. `dry_run` stores nothing and says the same. `progress` is
    told how far reading and storing are, a few times a second. Raises DatabaseProblem.
    """
    instant = instant or now()
    path = dropped[0][0]
    meter = Meter(progress)
    try:
        with ExitStack() as stack:
            pieces = [
                piece
                for one, called in dropped
                for piece in stack.enter_context(importers.pieces_of(one, called, meter.advance))
            ]
            meter.expect(sum(piece.size for piece in pieces))
            diaries: list[Piece] = []
            others: list[Piece] = []
            for piece in pieces:
                (diaries if is_diary(piece) else others).append(piece)
                piece.forget()
            texts = [(piece, piece.read()) for piece in diaries]
            found = _Found(texts, others, *_read(others, said, instant, alone=not texts))
            return _store(dropped, found, said, meter, dry_run=dry_run, instant=instant)
    except NeedsUnit as error:
        return FileImport(path, refused=error.sentence, needs_unit=True, likelier=error.likelier)
    except NeedsColumns as error:
        return FileImport(path, refused=error.sentence, needs_columns=error)
    except ImportRefused as error:
        return FileImport(path, refused=error.sentence)
    except NotUnderstood as error:
        return FileImport(path, issues=error.issues, refused="Nothing of it was stored.")


def imports() -> tuple[batches.Batch, ...]:
    """Everything that was brought in, source by source, the oldest first."""
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


_Tables = dict[tuple[str, ...], Mapping[str, str]]


def _read(pieces: Sequence[Piece], said: Said, instant: datetime, *, alone: bool) -> tuple[Brought, _Tables]:
    """What the files hold, and what the columns of unknown tables were taken for, by header.

    `alone`: nothing else was dropped, so that they are refused where nothing can be read. Read outside of
    any transaction: a large file must not keep a check-in waiting.
    """
    if not pieces and not alone:
        return Brought((), ()), {}
    with unit_of_work() as owner:
        told = asked(owner, said, instant)
    tables: _Tables = {}
    for _ in range(_MOST_TABLES):
        try:
            return importers.read(pieces, told), tables
        except NeedsColumns as table:
            with unit_of_work() as owner:
                columns = columns_of(owner, said, table)
            if not columns or table.header in tables:
                raise
            tables[table.header] = columns
            told = replace(told, columns=dict(tables))
        except NeedsUnit:
            raise
        except ImportRefused as error:
            if alone:
                raise
            return Brought((), tuple(Unread(piece.name, 1, error.sentence) for piece in pieces)), {}
    raise ImportRefused("There are too many tables in it that no app is known to write.")


class _Found(NamedTuple):
    """What was read: the diaries' texts, the other files and what they hold, the tables by header."""

    texts: Sequence[tuple[Piece, bytes]]
    others: Sequence[Piece]
    brought: Brought
    tables: _Tables


def _store(
    dropped: Sequence[tuple[Path, str]],
    found: _Found,
    said: Said,
    meter: Meter,
    *,
    dry_run: bool,
    instant: datetime,
) -> FileImport:
    called = dropped[0][1] if len(dropped) == 1 else f"{dropped[0][1]} and {len(dropped) - 1} more"
    meter.store(sum(len(account.entries) for account in found.brought.accounts))
    parts: list[Part] = []
    with unit_of_work() as owner:
        protocol = load()
        today = today_of(owner, protocol, instant)
        for piece, data in found.texts:
            text = read_diary(owner, protocol, data, today)
            part = Part(DIARY, None, (), text.known, (), text.warnings, None)
            parts.append(_put(owner, piece.name, sha256(data).hexdigest(), part, text.entries, today, meter))
        for account in found.brought.accounts:
            late = [entry.day for entry in account.entries if entry.day > today.day]
            entries, known = edited(owner, [entry for entry in account.entries if entry.day <= today.day])
            reported = tuple(_issue(problem) for problem in account.reported)
            reported += tuple(Issue(0, 0, f"what is of {day} lies in the future") for day in late)
            warnings = tuple(f"{finding.day}: {finding.message}" for finding in check(account.entries))
            part = Part(account.source, None, (), known, reported, warnings, account)
            names = frozenset(account.files)
            digest = importers.digest_of(piece for piece in found.others if piece.name in names)
            parts.append(_put(owner, called, digest, part, entries, today, meter))
        if dry_run:
            transaction.set_rollback(True)
            parts = [part._replace(batch=None) for part in parts]
        else:
            remember(owner, said, found.tables)
    return FileImport(dropped[0][0], tuple(parts), found.brought.unread)


def _put(
    owner: int,
    file: str,
    digest: str,
    part: Part,
    entries: Sequence[Entry],
    today: Moment,
    meter: Meter,
) -> Part:
    """Store the entries of a part as one batch. Raises NotUnderstood where a text's id is taken."""
    number = batches.open_batch(owner, file, digest, part.source, today.stamp)
    done = stored.append(owner, entries, today.stamp, number, meter.advance)
    if done.differing and part.account is None:
        raise NotUnderstood(
            [
                Issue(0, 0, f"the id {entry.id} is taken by an entry that says something else")
                for entry in done.differing
            ]
        )
    known = part.known + len(done.known) + len(done.differing)
    if not done.added:
        batches.drop_batch(number)
        return part._replace(known=known)
    batches.close_batch(number, len(done.added), known, len(part.reported))
    return part._replace(batch=number, added=done.added, known=known)


def _issue(problem: importers.RowProblem) -> Issue:
    return Issue(problem.line, 0, f"{problem.file}: {problem.message}" if problem.file else problem.message)
