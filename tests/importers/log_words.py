"""What an import of a training log holds, in words that a test can compare."""

from __future__ import annotations

from underbar.diary.records import Lift
from underbar.importers import Imported


def work(found: Imported) -> list[tuple[str, str]]:
    """Each entry as (exercise, its sets as the notation writes them)."""
    return [
        (lift.exercise, " ".join(f"{each.weight or 'body'} {each.sets}" for each in lift.work))
        for lift in lifts(found)
    ]


def lifts(found: Imported) -> list[Lift]:
    """The lifts among the entries, in their order."""
    return [entry.record for entry in found.entries if isinstance(entry.record, Lift)]
