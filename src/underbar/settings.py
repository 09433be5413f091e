"""The environment as one frozen object; the only place that reads it.

| variable | meaning |
|---|---|
| `UNDERBAR_HOME` | the data folder; else the platform's folder for a user's data |
| `UNDERBAR_DATABASE` | the database file (path or `sqlite:///path`); else `underbar.sqlite3` in that folder |
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

SQLITE: Final = "sqlite:///"


class SettingsError(Exception):
    """The environment asks for something that cannot be; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the data lives. `secret_key` signs what the database keeps for itself; never shown."""

    home: Path
    database: Path
    secret_key: str = field(repr=False)


def load(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Settings:
    """The settings that `environ` asks for; None for the process's own.

    Creates the data folder (0700) and the secret key (0600) where they are missing. Raises
    SettingsError where the folder cannot be made or a database of another kind is named.
    """
    environ = os.environ if environ is None else environ
    home = _home(environ, platform)
    database = _database(environ.get("UNDERBAR_DATABASE", ""), home)
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        key = _secret_key(home / "secret-key")
    except OSError as error:
        raise SettingsError(f"The data folder {home} cannot be used: {error.strerror}.") from error
    return Settings(home, database, key)


def _home(environ: Mapping[str, str], platform: str) -> Path:
    if given := environ.get("UNDERBAR_HOME"):
        return Path(given).expanduser().absolute()
    user = Path(environ.get("HOME") or environ.get("USERPROFILE") or "~").expanduser()
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or user / "AppData" / "Local") / "underbar"
    if platform == "darwin":
        return user / "Library" / "Application Support" / "underbar"
    # The XDG base directory specification has relative paths ignored.
    shared = Path(environ.get("XDG_DATA_HOME") or "")
    return (shared if shared.is_absolute() else user / ".local" / "share") / "underbar"


def _database(given: str, home: Path) -> Path:
    if not given:
        return home / "underbar.sqlite3"
    path = given.removeprefix(SQLITE)
    if "://" in path or not path:
        kind = path.partition("://")[0] or given
        raise SettingsError(f"UNDERBAR_DATABASE names {kind}; give the path of an SQLite file.")
    return Path(path).expanduser().absolute()


def _secret_key(path: Path) -> str:
    """The key kept at `path`, made there first if need be; another process may do so meanwhile."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    return path.read_text(encoding="ascii").strip()
