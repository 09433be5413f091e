"""Plans that were shown, and the engine's checkpoints."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from underbar.store.ready import models


class Shown(NamedTuple):
    """A plan as it was shown. `plan` is JSON; `shown` ISO 8601 with its offset."""

    day: date
    protocol: str
    digest: str
    plan: str
    shown: str


def keep_shown(owner: int, plan: Shown) -> bool:
    """Keep `plan` unless the last one kept for its day says the same; whether it was kept."""
    last = models.ShownPlan.objects.filter(owner=owner, day=plan.day).order_by("-pk").first()
    if last is not None and (last.digest, last.plan) == (plan.digest, plan.plan):
        return False
    models.ShownPlan.objects.create(owner_id=owner, **plan._asdict())
    return True


def shown_plans(owner: int, first: date | None = None, last: date | None = None) -> tuple[Shown, ...]:
    """The plans shown for the days from `first` to `last`, in the order of day and showing."""
    rows = models.ShownPlan.objects.filter(owner=owner)
    if first is not None:
        rows = rows.filter(day__gte=first)
    if last is not None:
        rows = rows.filter(day__lte=last)
    fields = rows.order_by("day", "pk").values_list(*Shown._fields)
    return tuple(Shown(*row) for row in fields)


def newest_checkpoint(owner: int, key: str, until: date) -> tuple[date, bytes] | None:
    """The latest day not after `until` that has a checkpoint of `key`, and its state."""
    row = (
        models.Checkpoint.objects.filter(owner=owner, key=key, day__lte=until)
        .order_by("-day")
        .values_list("day", "state")
        .first()
    )
    return None if row is None else (row[0], bytes(row[1]))


def keep_checkpoint(owner: int, key: str, day: date, state: bytes) -> None:
    """Keep `state` as the state after `day`, in place of what was kept for it."""
    models.Checkpoint.objects.update_or_create(owner_id=owner, key=key, day=day, defaults={"state": state})


def last_checkpoint_day(owner: int, key: str) -> date | None:
    """The latest day that has a checkpoint of `key`; None where there is none."""
    rows = models.Checkpoint.objects.filter(owner=owner, key=key).order_by("-day")
    return rows.values_list("day", flat=True).first()


def drop_checkpoint(owner: int, key: str, day: date) -> None:
    """Drop the one of `day`, if there is one."""
    models.Checkpoint.objects.filter(owner=owner, key=key, day=day).delete()


def drop_checkpoints(owner: int, since: date) -> None:
    """Drop all from `since` on, whatever their key."""
    models.Checkpoint.objects.filter(owner=owner, day__gte=since).delete()


def drop_checkpoints_of_others(owner: int, key: str) -> None:
    """Drop those of another method or of other code, which nobody will ask for again."""
    models.Checkpoint.objects.filter(owner=owner).exclude(key=key).delete()
