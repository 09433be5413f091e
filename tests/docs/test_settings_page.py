"""docs/settings.md names every variable that the program reads, and its backup does what the page says."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from underbar.settings import load

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
VARIABLE = re.compile(r"\b(UNDERBAR_[A-Z_]+)\b")
# A name given to the environment: `environ.get("NAME")`, `environ["NAME"]`, `getenv("NAME")`.
READ = re.compile(r"""(?:environ(?:\.get\(|\[)|getenv\()["']([A-Za-z_]+)["']""")
# Where the platform keeps a user's data: the page gives the folders.
PLATFORM = {"HOME", "USERPROFILE"}


def read_by_the_program() -> set[str]:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "src" / "underbar").rglob("*.py"))
    return {name for text in sources for name in READ.findall(text)}


def test_the_page_names_every_variable_of_the_environment() -> None:
    found = read_by_the_program()
    assert {"UNDERBAR_HOME", "UNDERBAR_DATABASE", "NO_COLOR"} <= found
    missing = {name for name in found - PLATFORM if not re.search(rf"[`$%]{name}\b", PAGE)}
    assert missing == set()


def test_the_table_has_every_setting_and_no_other() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \|", PAGE, re.MULTILINE)
    ours = {name for name in read_by_the_program() if VARIABLE.fullmatch(name)}
    assert len(rows) == len(set(rows))
    assert set(rows) == ours


@pytest.mark.parametrize(
    ("platform", "environ", "shown"),
    [
        ("linux", {}, "~/.local/share/underbar"),
        ("linux", {"XDG_DATA_HOME": "XDG"}, "$XDG_DATA_HOME/underbar"),
        ("darwin", {}, "~/Library/Application Support/underbar"),
        ("win32", {"LOCALAPPDATA": "LOCAL"}, "%LOCALAPPDATA%\\underbar"),
    ],
)
def test_the_data_lies_where_the_page_says(
    tmp_path: Path, platform: str, environ: dict[str, str], shown: str
) -> None:
    folders = {name: str(tmp_path / value) for name, value in environ.items()}
    settings = load({"HOME": str(tmp_path), **folders}, platform)
    told = shown.replace("~", str(tmp_path)).replace("\\", "/")
    for name, folder in folders.items():
        told = told.replace(f"${name}", folder).replace(f"%{name}%", folder)
    assert settings.home == Path(told)
    assert settings.database == settings.home / "underbar.sqlite3"
    assert f"`{shown}`" in PAGE
    assert f"- `{settings.database.name}`" in PAGE
    assert {path.name for path in settings.home.iterdir()} == {"secret-key"}
    assert "- `secret-key`" in PAGE


def test_the_backup_does_what_the_page_shows() -> None:
    pytest.importorskip("pty", reason="the recordings need a Unix terminal")
    tool = runpy.run_path(str(ROOT / "tools" / "recordings.py"))
    assert "the same\n" in PAGE
    assert tool["recorded"](PAGE) == PAGE, "stale: run make docs, and read what changed"
