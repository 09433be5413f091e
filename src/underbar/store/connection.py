"""Opening the database file: made private, migrated, in WAL mode; refused where it is newer."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.core.management import call_command
from django.db import connection

from underbar.store.errors import NewerDatabase
from underbar.store.ready import models

APP: Final = "store"
LOCAL: Final = ""
"""The name of the one lifter of a database that has no accounts."""

_WAL_TRIES: Final = 100
_WAL_PAUSE: Final = 0.05


def use(path: Path) -> None:
    """Have this process work on the SQLite file at `path` from now on; nothing is opened."""
    if connection.settings_dict["NAME"] != str(path):
        connection.close()
        connection.settings_dict["NAME"] = str(path)


def let_go() -> None:
    """Close the file."""
    connection.close()


def open_file(path: Path) -> bool:
    """Make the file that `use` named where there is none; whether it still has to be migrated.

    Raises NewerDatabase, OSError, or Django's DatabaseError where the file is no database.
    """
    if not path.exists():
        _create(path)
    applied = _applied()
    known = _known()
    if newer := sorted(applied - known):
        raise NewerDatabase(newer[0])
    return applied != known


@contextmanager
def ready_to_migrate() -> Iterator[None]:
    """The file in WAL mode and its foreign keys unchecked: what has to stand before the transaction
    in which `migrate` then runs, because neither can be changed inside one."""
    _write_ahead(Path(str(connection.settings_dict["NAME"])))
    connection.disable_constraint_checking()
    try:
        yield
    finally:
        connection.enable_constraint_checking()


def migrate() -> None:
    """Apply what is missing. In one transaction, a process killed on the way leaves the old schema."""
    call_command("migrate", APP, verbosity=0, interactive=False)


def lifter() -> int:
    """The owner of a database without accounts; made where there is none yet."""
    found = (
        models.Lifter.objects.filter(name=LOCAL).first() or models.Lifter.objects.get_or_create(name=LOCAL)[0]
    )
    return found.pk


def in_transaction() -> bool:
    """Whether what is read now may still be rolled back."""
    return bool(connection.in_atomic_block)


def remove_lifter(owner: int) -> None:
    """Delete the lifter and every row that is theirs."""
    models.Lifter.objects.filter(pk=owner).delete()


def _create(path: Path) -> None:
    """An empty file that only its owner may read; SQLite gives its side files the same mode."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _write_ahead(path: Path) -> None:
    """WAL stays with the file. Switching needs it alone and does not wait, so this asks again."""
    for attempt in range(_WAL_TRIES):
        database = sqlite3.connect(path)
        try:
            database.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if attempt == _WAL_TRIES - 1:
                raise
        else:
            return
        finally:
            database.close()
        time.sleep(_WAL_PAUSE)


def _applied() -> set[str]:
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return set()
        cursor.execute("SELECT name FROM django_migrations WHERE app = %s", [APP])
        return {name for (name,) in cursor.fetchall()}


def _known() -> set[str]:
    return {file.stem for file in Path(__file__).with_name("migrations").glob("[0-9]*.py")}
