"""Whose diary is whose: accounts of the web app, the tokens of devices, how often a diary changed."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import F

from underbar.store.connection import LOCAL, lifter
from underbar.store.ready import models


class Device(NamedTuple):
    """A device's token as it may be shown. Times are ISO 8601 with offset, `used` empty for never."""

    number: int
    name: str
    made: str
    used: str


def owner_of(user: int) -> int | None:
    """The diary of an account; None where it has none yet."""
    return models.Account.objects.filter(user=user).values_list("owner_id", flat=True).first()


def give_diary(user: int) -> int:
    """The diary of an account, made where it has none: the first takes the command line's own."""
    found = owner_of(user)
    if found is not None:
        return found
    taken = models.Account.objects.filter(owner__name=LOCAL).exists()
    owner = models.Lifter.objects.create(name=f"account {user}").pk if taken else lifter()
    models.Account.objects.create(owner_id=owner, user=user)
    return owner


def revision(owner: int) -> int:
    """How often the diary has changed; 0 for one that never did."""
    return models.Revision.objects.filter(owner=owner).values_list("number", flat=True).first() or 0


def move_on(owner: int) -> None:
    """Count one change of the diary; call it in the transaction that makes the change."""
    if not models.Revision.objects.filter(owner=owner).update(number=F("number") + 1):
        models.Revision.objects.create(owner_id=owner, number=1)


def add_token(owner: int, name: str, digest: str, made: str) -> int:
    """Keep a token's digest; its number."""
    return models.Token.objects.create(owner_id=owner, name=name, digest=digest, made=made).pk


def tokens(owner: int) -> tuple[Device, ...]:
    """The tokens of a diary, the oldest first."""
    rows = models.Token.objects.filter(owner=owner).order_by("pk")
    return tuple(Device(*row) for row in rows.values_list("pk", "name", "made", "used"))


def owner_by_token(digest: str, day: str) -> int | None:
    """The diary that a token opens, None for an unknown one; notes the `day` of its use."""
    row = models.Token.objects.filter(digest=digest).values_list("pk", "owner_id", "used").first()
    if row is None:
        return None
    if row[2] != day:
        models.Token.objects.filter(pk=row[0]).update(used=day)
    return row[1]


def drop_token(owner: int, number: int) -> bool:
    """Revoke a token of that diary; whether there was one."""
    return models.Token.objects.filter(owner=owner, pk=number).delete()[0] > 0
