"""The diary as text."""

from __future__ import annotations

from underbar.diary.notation import format_diary
from underbar.services.database import unit_of_work
from underbar.store import entries


def export(full: bool = False) -> str:
    """The whole diary in the notation, by day and within a day in the order of arrival.

    Plain: what stands, as a person reads it. `full`: everything, ids and corrections too: a backup.
    Brought into an empty database, either comes out again byte for byte.
    """
    with unit_of_work() as owner:
        found = entries.between(owner)
    return format_diary(found, full)
