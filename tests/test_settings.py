"""Where the data lives, by platform and by wish; the key that signs is made once."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from underbar.settings import SettingsError, load


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, ".local/share/underbar"),
        ("linux", {"XDG_DATA_HOME": "{home}/data"}, "data/underbar"),
        ("linux", {"XDG_DATA_HOME": "relative"}, ".local/share/underbar"),
        ("darwin", {}, "Library/Application Support/underbar"),
        ("win32", {}, "AppData/Local/underbar"),
        ("win32", {"LOCALAPPDATA": "{home}/Local"}, "Local/underbar"),
        ("linux", {"UNDERBAR_HOME": "{home}/mine"}, "mine"),
    ],
)
def test_the_data_folder_is_where_the_platform_has_it(
    tmp_path: Path, platform: str, variables: dict[str, str], expected: str
) -> None:
    given = {name: value.format(home=tmp_path) for name, value in variables.items()}
    settings = load({"HOME": str(tmp_path), **given}, platform)
    assert settings.home == tmp_path / expected
    assert settings.database == tmp_path / expected / "underbar.sqlite3"
    assert stat.S_IMODE(settings.home.stat().st_mode) == 0o700


def test_the_key_is_made_once_and_is_private(tmp_path: Path) -> None:
    environ = {"UNDERBAR_HOME": str(tmp_path / "home")}
    first, second = load(environ), load(environ)
    assert first == second
    assert len(first.secret_key) >= 50
    assert first.secret_key not in repr(first)
    assert stat.S_IMODE((first.home / "secret-key").stat().st_mode) == 0o600
    assert [file.name for file in first.home.iterdir()] == ["secret-key"]
    assert load({"UNDERBAR_HOME": str(tmp_path / "other")}).secret_key != first.secret_key


@pytest.mark.parametrize("prefix", ["", "sqlite:///"])
def test_the_database_may_lie_elsewhere(tmp_path: Path, prefix: str) -> None:
    wanted = tmp_path / "elsewhere" / "my.sqlite3"
    environ = {"UNDERBAR_HOME": str(tmp_path), "UNDERBAR_DATABASE": f"{prefix}{wanted}"}
    assert load(environ).database == wanted


@pytest.mark.parametrize("given", ["postgresql://host/name", "sqlite:///"])
def test_another_kind_of_database_is_refused_in_a_sentence(tmp_path: Path, given: str) -> None:
    with pytest.raises(SettingsError, match="SQLite file"):
        load({"UNDERBAR_HOME": str(tmp_path), "UNDERBAR_DATABASE": given})


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="cannot be used"):
        load({"UNDERBAR_HOME": str(tmp_path / "file" / "home")})
