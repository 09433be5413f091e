"""What stands in a diary: the entries that were neither corrected nor removed."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from underbar.diary.diary import Diary, with_ids
from underbar.diary.records import Entry


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """All entries by day, each with an id."""
    return with_ids(sorted(entries, key=attrgetter("day")))


def standing(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that stand, by day, each with an id; no void among them."""
    diary = Diary.of(in_order(entries))
    return [entry for entry in diary.entries if entry.id not in diary.superseded]
