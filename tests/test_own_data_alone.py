"""The guard of conftest.py holds: a test that forgets its own data folder fails instead of writing."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from underbar.settings import SettingsError, load


def test_the_settings_of_the_suite_lead_nowhere() -> None:
    with pytest.raises(SettingsError, match="cannot be used"):
        load()


def test_a_program_that_a_test_starts_finds_no_database_either() -> None:
    assert "UNDERBAR_DATABASE" not in os.environ
    done = subprocess.run(
        [sys.executable, "-m", "underbar", "add", "walk 20min"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "cannot be used" in done.stderr
