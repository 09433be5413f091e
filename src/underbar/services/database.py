"""Opening the database, and the transaction that a use case runs in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from django.db import DatabaseError, transaction

from underbar.services.errors import DatabaseProblem, ServiceError
from underbar.settings import Settings, SettingsError, load
from underbar.store import connection
from underbar.store.errors import NewerDatabase, Unreadable

_open: list[Settings] = []
"""The settings in use; empty before the first use."""

_acting: ContextVar[int | None] = ContextVar("acting", default=None)
_shared: list[bool] = []
"""Not empty in a process that serves accounts: there, whoever is not named works on no diary."""


class NobodyActs(ServiceError):
    """A diary was asked for while nobody is signed in."""


def serve_accounts() -> None:
    """From now on this process works on a diary only inside `acting_for`."""
    _shared[:] = [True]


@contextmanager
def acting_for(owner: int) -> Iterator[None]:
    """All use cases of the block work on the diary of `owner`."""
    token = _acting.set(owner)
    try:
        yield
    finally:
        _acting.reset(token)


def _acting_owner() -> int:
    owner = _acting.get()
    if owner is not None:
        return owner
    if _shared:
        raise NobodyActs("Sign in first: a diary is its owner's alone.")
    return connection.lifter()


def open_database(settings: Settings | None = None) -> Settings:
    """Open the database of `settings`, made or migrated where it needs it; the settings in use.

    None: the one already open, else the one of the environment. Raises DatabaseProblem.
    """
    if settings is None and _open:
        return _open[0]
    try:
        settings = settings or load()
    except SettingsError as error:
        raise DatabaseProblem(str(error)) from error
    close_database()
    connection.use(settings.database)
    with _problems(settings.database):
        if connection.open_file(settings.database):
            with connection.ready_to_migrate(), transaction.atomic():
                connection.migrate()
    _open.append(settings)
    return settings


def close_database() -> None:
    """Let go of the file; the next use case opens a database again."""
    _open.clear()
    _shared.clear()
    connection.let_go()


@contextmanager
def unit_of_work() -> Iterator[int]:
    """One transaction, committed where the block ends without an error; gives the diary's owner.

    What the database has to say is raised as DatabaseProblem.
    """
    path = open_database().database
    with _problems(path), transaction.atomic():
        yield _acting_owner()


@contextmanager
def looking() -> Iterator[int]:
    """The diary's owner, for reading what one query tells: no transaction, so that nobody waits."""
    path = open_database().database
    with _problems(path):
        yield _acting_owner()


@contextmanager
def unowned(writing: bool = False) -> Iterator[None]:
    """For what is nobody's diary: whose diary an account has. `writing`: in one transaction."""
    with _problems(open_database().database):
        if writing:
            with transaction.atomic():
                yield
        else:
            yield


@contextmanager
def _problems(path: Path) -> Iterator[None]:
    try:
        yield
    except NewerDatabase as error:
        raise DatabaseProblem(
            f"{path} was written by a later version of Underbar (it has {error}). "
            "Install that version; nothing was changed."
        ) from error
    except Unreadable as error:
        raise DatabaseProblem(f"{path} holds a line that is no entry ({error}).") from error
    except (DatabaseError, sqlite3.Error) as error:
        if "locked" in str(error):
            raise DatabaseProblem(f"{path} is in use by another program. Try again.") from error
        raise DatabaseProblem(f"{path} cannot be used: {error}.") from error
    except OSError as error:
        raise DatabaseProblem(f"{path} cannot be used: {error.strerror or error}.") from error
