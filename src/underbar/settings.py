"""The environment as one frozen object; the only place that reads it.

| variable | meaning |
|---|---|
| `UNDERBAR_HOME` | the data folder; else the platform's folder for a user's data |
| `UNDERBAR_DATABASE` | the database file (path or `sqlite:///path`); else `underbar.sqlite3` in that folder |
| `UNDERBAR_URL` | where browsers find the app, as `https://diary.example.org`; else this machine alone |
| `UNDERBAR_SIGNUP` | `open` lets anybody open an account; else only the first visitor may |
| `UNDERBAR_UPLOAD_MB` | the most that one upload may bring, in megabytes; else 2048 |
| `UNDERBAR_HYVOR_WEBSITE` | website id of a discussion at Hyvor Talk, under the method's pages; else none |
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

SQLITE: Final = "sqlite:///"
LOCAL_URL: Final = "http://localhost:8000"
UPLOAD_MB: Final = 2048


class SettingsError(Exception):
    """The environment asks for something that cannot be; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the data lives. `secret_key` signs what the database keeps for itself; never shown."""

    home: Path
    database: Path
    secret_key: str = field(repr=False)
    url: str = LOCAL_URL
    secure_cookies: bool = True
    open_signup: bool = False
    upload_mb: int = UPLOAD_MB
    hyvor_website_id: str = ""

    @property
    def hosts(self) -> tuple[str, ...]:
        """Names under which the app answers."""
        return (urlsplit(self.url).hostname or "", "localhost", "127.0.0.1", "[::1]")

    @property
    def proxied(self) -> bool:
        """Whether something in front of the app speaks https for it."""
        return self.url.startswith("https://")


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
    url = _url(environ.get("UNDERBAR_URL", ""))
    return Settings(
        home,
        database,
        key,
        url=url or LOCAL_URL,
        # Browsers take this machine for safe without https. Whoever names plain http says that it is not.
        secure_cookies=not url.startswith("http://"),
        open_signup=environ.get("UNDERBAR_SIGNUP", "") == "open",
        upload_mb=_megabytes(environ.get("UNDERBAR_UPLOAD_MB", "")),
        hyvor_website_id=_website(environ.get("UNDERBAR_HYVOR_WEBSITE", "")),
    )


def _url(given: str) -> str:
    parts = urlsplit(given)
    if given and (parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/")):
        raise SettingsError(f"UNDERBAR_URL is {given}; expected an address like https://diary.example.org.")
    return given.rstrip("/")


def _megabytes(given: str) -> int:
    if not given:
        return UPLOAD_MB
    if not given.isdecimal() or int(given) == 0:
        raise SettingsError(f"UNDERBAR_UPLOAD_MB is {given}; expected a whole number of megabytes.")
    return int(given)


def _website(given: str) -> str:
    if given and not given.isdecimal():
        raise SettingsError(f"UNDERBAR_HYVOR_WEBSITE is {given}; expected the number of the website.")
    return given


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
