"""What the repository as a whole promises: its licence, its locks, nothing of the machine it was made on."""

from __future__ import annotations

import hashlib
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AGPL_3 = "0d96a4ff68ad6d4b6f1f30f713b18d5184912ba8dd389f86aa7710db079abcb0"

# Written in two halves, so that this file does not find itself.
_REGISTRY = ("pypi" + r"\.org", "pythonhosted" + r"\.org", "/simple" + r"\b", "index" + "-url")
HOSTS = re.compile(f"https?://[^ ]*({'|'.join(_REGISTRY)})|--(?:extra-)?index" + "-url|--find" + "-links")
_FOLDERS = "|".join(("ro" + "ot", "wo" + "rk", "ho" + "me", "Us" + "ers", "tm" + "p"))
PATHS = re.compile(rf"(?<![\w.$}}\"'-])(?:/(?:{_FOLDERS})/[\w.-]+|[A-Z]:\\\\Us" + "ers)")


def _tracked() -> list[Path]:
    result = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if result.returncode != 0:
        pytest.skip("not a git checkout: the list of tracked files is unknown")
    paths = [ROOT / name.decode() for name in result.stdout.split(b"\0") if name]
    return [path for path in paths if path.is_file()]


def _hits(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    found = []
    for path in files:
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), 1):
            match = pattern.search(line)
            if match:
                found.append(f"{path.name}:{number}: {match[0]}")
    return found


def test_the_licence_is_the_whole_agpl() -> None:
    assert hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest() == AGPL_3


def test_no_tracked_file_names_a_registry_or_a_machine(tmp_path: Path) -> None:
    files = _tracked()
    assert _hits(HOSTS, files) == []
    assert _hits(PATHS, files) == []
    planted = tmp_path / "planted.lock"
    planted.write_text("--index" + "-url https://example.net/" + "simple\n /ro" + "ot/secret\n")
    assert len(_hits(HOSTS, [planted])) == 1
    assert len(_hits(PATHS, [planted])) == 1


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_every_package_with_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=\S)", (ROOT / name).read_text().strip())
    assert len(blocks) > 10
    for block in blocks:
        assert re.match(r"[a-z0-9][a-z0-9._-]*==\S+", block), block.splitlines()[0]
        assert "--hash=sha256:" in block, block.splitlines()[0]


def test_the_locks_cover_the_ranges_and_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    run, dev = (
        set(re.findall(r"^([a-z0-9._-]+==[^\s;]+)", (ROOT / name).read_text(), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert run <= dev
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["build"]
    for requirement in wanted:
        name = re.match(r"[\w-]+", requirement)
        assert name is not None
        assert any(pin.startswith(f"{name[0]}==") for pin in run), requirement
    for requirement in project["dependency-groups"]["dev"]:
        name = re.match(r"[\w-]+", requirement)
        assert name is not None
        assert any(pin.startswith(f"{name[0]}==") for pin in dev), requirement


def test_the_readme_carries_the_intended_use_sentence() -> None:
    evidence = ROOT.parent / "shared" / "reference" / "EVIDENCE.md"
    if not evidence.exists():
        pytest.skip("the evidence file is not beside this checkout")
    line = next(found for found in evidence.read_text().splitlines() if "**Intended-use sentence" in found)
    sentence = line.split('"')[1]
    readme = " ".join((ROOT / "README.md").read_text().replace("\n> ", " ").split())
    assert sentence in readme


def test_files_stay_below_300_lines() -> None:
    long = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "src").rglob("*.py")
        if len(path.read_text().splitlines()) > 300 and "migrations" not in path.parts
    ]
    # records.py is one table of small types; splitting it would hide that.
    assert [name for name in long if not name.endswith("diary/records.py")] == []
