"""An app's entries against those that it brought before: what was edited there corrects, what was removed
here stays removed."""

from __future__ import annotations

from collections.abc import Sequence

from underbar.diary.records import Entry, Void
from underbar.services.fold import standing_between
from underbar.store import entries as stored


def edited(owner: int, entries: Sequence[Entry]) -> tuple[list[Entry], int]:
    """The entries, where one that was edited in the app corrects the one brought in before.

    An importer's id names the block, night or reading up to its last hyphen, and then its content. What the
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
