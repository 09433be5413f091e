"""A diary's text brought in: checked as a whole, and known again where it has been here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from underbar.diary.checks import check
from underbar.diary.diary import with_ids
from underbar.diary.notation import parse_bytes
from underbar.diary.records import Entry
from underbar.importers import Piece
from underbar.protocol.document import Protocol
from underbar.services.clock import Moment
from underbar.services.diary_log import aim, refusals
from underbar.services.errors import Issue, NotUnderstood
from underbar.store import entries as stored

_DIARY_TEXT: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s*(?:;[^\n]*)?\n)*\s*\d{4}-\d\d-\d\d(?:[ \t\r\n]|$)")


class DiaryText(NamedTuple):
    """The entries of a text that are new here or have ids, how many lines the diary says already, and
    what is worth a look, in sentences."""

    entries: Sequence[Entry]
    known: int
    warnings: tuple[str, ...]


def is_diary(piece: Piece) -> bool:
    """Whether a file is a diary's text: by the ending of its name, or by a first line that has only a date
    before its first blank."""
    return piece.base.endswith(".diary") or _DIARY_TEXT.match(piece.head) is not None


def read_diary(owner: int, protocol: Protocol, data: bytes, today: Moment) -> DiaryText:
    """What a text would add to the owner's diary. Raises NotUnderstood with every error of it."""
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
    return DiaryText(entries, known, warnings)


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
