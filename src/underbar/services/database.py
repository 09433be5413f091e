"""Opening the database, and the transaction that a use case runs in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DatabaseError, transaction

from underbar.services.errors import DatabaseProblem
from underbar.settings import Settings, SettingsError, load
from underbar.store import connection
from underbar.store.errors import NewerDatabase, Unreadable

_open: list[Settings] = []
"""The settings in use; empty before the first use."""


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
    connection.let_go()


@contextmanager
def unit_of_work() -> Iterator[int]:
    """One transaction, committed where the block ends without an error; gives the diary's owner.

    What the database has to say is raised as DatabaseProblem.
    """
    path = open_database().database
    with _problems(path), transaction.atomic():
        yield connection.lifter()


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
