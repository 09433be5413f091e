"""A database of its own for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from underbar.services.database import close_database, open_database
from underbar.settings import Settings


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Settings]:
    settings = Settings(tmp_path, tmp_path / "diary.sqlite3", "a key of tests")
    yield open_database(settings)
    close_database()
