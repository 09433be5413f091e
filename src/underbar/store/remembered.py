"""What a lifter said once about files, kept for the next one."""

from __future__ import annotations

from collections.abc import Mapping

from underbar.store.ready import models


def all_of(owner: int, kind: str) -> dict[str, str]:
    """Everything said of one kind of thing, by what it was said of."""
    rows = models.Remembered.objects.filter(owner=owner, kind=kind).order_by("key")
    return dict(rows.values_list("key", "value"))


def keep(owner: int, kind: str, said: Mapping[str, str]) -> None:
    """Keep what is said now, in the place of what was said of the same things before."""
    models.Remembered.objects.bulk_create(
        [models.Remembered(owner_id=owner, kind=kind, key=key, value=value) for key, value in said.items()],
        update_conflicts=True,
        unique_fields=["owner", "kind", "key"],
        update_fields=["value"],
    )
