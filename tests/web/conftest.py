"""The app on a database of its own for every test, an owner who is signed in, and a stranger who is too."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.test.utils import setup_test_environment, teardown_test_environment
from people import Person

from underbar.services import kept
from underbar.services.database import close_database, open_database, serve_accounts
from underbar.services.web_base import get_ready
from underbar.settings import Settings


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with every table and nobody in it, to be copied."""
    folder = tmp_path_factory.mktemp("empty")
    path = folder / "underbar.sqlite3"
    open_database(Settings(folder, path, "a key of tests"))
    get_ready()
    close_database()
    return path


@pytest.fixture(scope="session")
def _environment() -> Iterator[None]:
    from django.conf import settings

    settings.STATIC_ROOT.mkdir(exist_ok=True)  # WhiteNoise warns where there is none
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    setup_test_environment()
    yield
    teardown_test_environment()


@pytest.fixture
def site(tmp_path: Path, empty_database: Path, _environment: None) -> Iterator[Settings]:
    """The app, without any account."""
    path = tmp_path / "underbar.sqlite3"
    shutil.copyfile(empty_database, path)
    kept.forget()
    settings = open_database(Settings(tmp_path, path, "a key of tests"))
    serve_accounts()
    yield settings
    close_database()


@pytest.fixture
def owner(site: Settings) -> Person:
    """The first account."""
    return Person("jeff")


@pytest.fixture
def lifter(owner: Person, tmp_path: Path) -> Person:
    """The owner, with the sample diary."""
    owner.bring_sample(tmp_path)
    return owner


@pytest.fixture
def stranger(owner: Person) -> Person:
    """A second account, with a diary of its own."""
    return Person("stranger")


@pytest.fixture
def anonymous(site: Settings) -> Client:
    """Nobody."""
    return Client()
