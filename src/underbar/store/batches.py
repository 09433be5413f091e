"""The record of what was brought in, file by file."""

from __future__ import annotations

from typing import NamedTuple

from underbar.store.ready import models


class Batch(NamedTuple):
    """One file brought in; `undone` is empty while its entries stand. Times are ISO 8601 with offset."""

    number: int
    file: str
    digest: str
    source: str
    made: str
    added: int
    known: int
    reported: int
    undone: str


def open_batch(owner: int, file: str, digest: str, source: str, made: str) -> int:
    """A new batch without entries, to be closed in the same transaction; its number."""
    batch = models.ImportBatch(
        owner_id=owner, file=file, digest=digest, source=source, made=made, added=0, known=0, reported=0
    )
    batch.save()
    return batch.pk


def close_batch(number: int, added: int, known: int, reported: int) -> None:
    """Write the counts of a batch."""
    models.ImportBatch.objects.filter(pk=number).update(added=added, known=known, reported=reported)


def drop_batch(number: int) -> None:
    """Remove a batch that brought nothing."""
    models.ImportBatch.objects.filter(pk=number).delete()


def mark_undone(number: int, when: str) -> None:
    """Say when the entries of a batch were taken out."""
    models.ImportBatch.objects.filter(pk=number).update(undone=when)


def batches(owner: int) -> tuple[Batch, ...]:
    """All of the owner's, the oldest first."""
    rows = models.ImportBatch.objects.filter(owner=owner).order_by("pk")
    return tuple(
        Batch(*row)
        for row in rows.values_list(
            "pk", "file", "digest", "source", "made", "added", "known", "reported", "undone"
        )
    )
