"""The text taken out and brought in again is the same text, for every diary that the repository has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from written import DIARIES, EVERY_KIND

from underbar.services.database import close_database, open_database
from underbar.services.exporting import export, export_as
from underbar.services.importing import import_files
from underbar.settings import Settings

NOW = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
FROM_ELSEWHERE = (
    "2026-03-01 walk 20min\n2026-03-01 walk 20min ; again\n2026-03-02 sleep 6h12 from oura id o-1\n"
)
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in DIARIES} | {
    "every-kind": EVERY_KIND,
    "equal-lines-and-ids": FROM_ELSEWHERE,
}


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    close_database()


def brought(folder: Path, text: str) -> None:
    """Goes on with a new database that holds the text."""
    folder.mkdir()
    open_database(Settings(folder, folder / "diary.sqlite3", "a key"))
    path = folder / "in.diary"
    path.write_text(text, encoding="utf-8")
    (done,) = import_files([path], instant=NOW)
    assert done.refused is None, done


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("name", TEXTS)
def test_the_text_comes_out_of_another_diary_byte_for_byte(tmp_path: Path, name: str, full: bool) -> None:
    brought(tmp_path / "first", TEXTS[name])
    text = export(full)
    assert text.count("\n") >= 3
    close_database()
    brought(tmp_path / "second", text)
    assert export(full) == text
    assert export_as("text", full, NOW).data == text.encode()
