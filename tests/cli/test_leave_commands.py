"""underbar export in every format, into a file and into a pipe."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

TEXT = """\
2026-03-02 lifter born 1983 units lb
2026-03-02 checkin ache 1 sleep 7h30
2026-03-02 deadlift 135lb 3x5
2026-03-03 note "a hotel bed"
2026-03-03 painkiller ibuprofen
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a short diary; tests that use it only read."""
    folder = tmp_path_factory.mktemp("leaving")
    (folder / "my.diary").write_text(TEXT, encoding="utf-8")
    assert run(folder, "import", str(folder / "my.diary")).returncode == 0
    return folder


def run(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    environ = {**os.environ, "UNDERBAR_HOME": str(home / "data"), "PYTHONIOENCODING": "utf-8", **more}
    call = [sys.executable, "-m", "underbar", *words]
    return subprocess.run(call, capture_output=True, check=False, env=environ)


def test_without_a_format_it_is_the_text(home: Path) -> None:
    done = run(home, "export")
    assert done.stdout.decode() == TEXT
    assert run(home, "export", "--format", "text").stdout == done.stdout


@pytest.mark.parametrize(
    ("form", "begins", "says"),
    [
        ("text", b"2026-03-02 lifter", "5 lines"),
        ("jsonl", b'{"kind": "diary"', "5 entries"),
        ("csv", b"PK", "5 tables"),
        ("parquet", b"PK", "5 tables"),
        ("fhir", b'{"resourceType": "Bundle"', "4 resources"),
        ("ical", b"BEGIN:VCALENDAR\r\n", "1 event"),
    ],
)
def test_a_file_and_a_pipe_get_the_same(
    home: Path, tmp_path: Path, form: str, begins: bytes, says: str
) -> None:
    path = tmp_path / "out"
    done = run(home, "export", "--format", form, "-o", str(path))
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().strip() == f"{path}: {says}"
    assert path.stat().st_mode & 0o077 == 0
    assert path.read_bytes().startswith(begins)
    piped = run(home, "export", "--format", form).stdout
    if form == "ical":  # it says when it was made
        assert piped.count(b"BEGIN:VEVENT") == 1
    else:
        assert piped == path.read_bytes()


def test_what_fhir_leaves_out_is_said_beside_it(home: Path) -> None:
    done = run(home, "export", "--format", "fhir")
    assert json.loads(done.stdout)["type"] == "collection"
    assert b"lifter 1, note 1 and painkiller 1" in done.stderr


def test_the_tables_of_a_pipe_are_a_zip(home: Path) -> None:
    with zipfile.ZipFile(BytesIO(run(home, "export", "--format", "csv").stdout)) as archive:
        assert "lift.csv" in archive.namelist()


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a Unix terminal")
def test_a_zip_is_not_written_on_a_terminal(home: Path) -> None:
    ours, theirs = pty.openpty()
    environ = {**os.environ, "UNDERBAR_HOME": str(home / "data")}
    call = [sys.executable, "-m", "underbar", "export", "--format", "csv"]
    done = subprocess.run(call, stdout=theirs, stderr=subprocess.PIPE, check=False, env=environ)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert b"-o" in done.stderr


@pytest.mark.parametrize("words", [("--format", "xml"), ("--format", "csv", "--full")])
def test_wrong_usage_is_said(home: Path, words: tuple[str, ...]) -> None:
    done = run(home, "export", *words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"text" in done.stderr

