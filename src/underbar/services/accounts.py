"""Accounts of the web app: whose diary a request works on, the tokens of devices, and the end of it all."""

from __future__ import annotations

import secrets
from datetime import datetime
from hashlib import sha256
from typing import Final, NamedTuple

from underbar.protocol.document import load
from underbar.services.clock import now
from underbar.services.database import unit_of_work, unowned
from underbar.services.errors import ServiceError
from underbar.services.kept import forget
from underbar.services.lifter import today_of
from underbar.store import accounts, connection
from underbar.store.accounts import Device

PREFIX: Final = "underbar_"
"""What every token begins with, so that a leaked one is known for what it is."""
LONGEST_NAME: Final = 100

__all__ = ["Device", "MadeToken", "delete_diary", "diary_of", "list_tokens", "make_token", "revoke_token"]


class MadeToken(NamedTuple):
    """A new token: `secret` is shown once and kept nowhere."""

    number: int
    secret: str


def diary_of(user: int) -> int:
    """The diary of an account, by its key; made at the first call. The first account takes the
    diary of the command line."""
    with unowned():
        found = accounts.owner_of(user)
    if found is not None:
        return found
    with unowned(writing=True):
        return accounts.give_diary(user)


def diary_of_token(secret: str, instant: datetime | None = None) -> int | None:
    """The diary that a device's token opens; None for one that is unknown or revoked."""
    day = (instant or now()).date().isoformat()
    with unowned():
        return accounts.owner_by_token(_digest(secret), day)


def make_token(name: str, instant: datetime | None = None) -> MadeToken:
    """A token for a device of that name, 1 to 100 characters. Raises ServiceError."""
    name = name.strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise ServiceError(f"Give the device a name of at most {LONGEST_NAME} characters.")
    secret = PREFIX + secrets.token_urlsafe(32)
    with unit_of_work() as owner:
        made = today_of(owner, load(), instant or now()).stamp
        return MadeToken(accounts.add_token(owner, name, _digest(secret), made), secret)


def list_tokens() -> tuple[Device, ...]:
    """The tokens of the diary, the oldest first."""
    with unit_of_work() as owner:
        return accounts.tokens(owner)


def revoke_token(number: int) -> None:
    """End a token. Raises ServiceError where the diary has none of that number."""
    with unit_of_work() as owner:
        if not accounts.drop_token(owner, number):
            raise ServiceError(f"There is no token {number}.")


def delete_diary() -> None:
    """Delete every row of the diary: entries, plans, imports, tokens. Nothing of it comes back."""
    with unit_of_work() as owner:
        connection.remove_lifter(owner)
    forget()


def _digest(secret: str) -> str:
    # A secret of 32 random bytes needs no slow hash.
    return sha256(secret.encode()).hexdigest()
