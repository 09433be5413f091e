"""Who may import whom, and what the pure layers may not touch: the contracts hold, and each can fail."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACTS = [
    contract["id"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
]


def _tool(name: str) -> str:
    path = Path(sys.executable).with_name(name)
    if not path.exists():
        pytest.skip(f"{name} is not installed in this environment; `make test` installs it")
    return str(path)


def _lint(root: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    chosen = [part for contract in contracts for part in ("--contract", contract)]
    code = "import sys; sys.path.insert(0, 'src'); from importlinter import cli; cli.lint_imports_command()"
    words = [sys.executable, "-c", code, "--no-cache", *chosen]
    return subprocess.run(words, cwd=root, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package and its configuration to plant a violation in."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _plant(root: Path, where: str, line: str) -> None:
    path = root / "src" / "underbar" / where
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text() if path.exists() else ""
    path.write_text(f"{text}\n{line}\n")


def test_the_package_keeps_every_contract() -> None:
    _tool("lint-imports")
    result = _lint(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("contract", "where", "line"),
    [
        ("layers", "diary/planted.py", "import underbar.protocol.plan"),
        ("layers", "store/planted.py", "import underbar.services"),
        ("layers", "planted/__init__.py", ""),
        ("pure", "protocol/planted.py", "import time"),
        ("pure", "diary/planted.py", "import logging"),
        ("pure", "quantities.py", "import random"),
        ("pure", "protocol/planted.py", "import django.db"),
        ("layers", "protocol/planted.py", "import underbar.insights.days"),
        ("insights-pure", "insights/planted.py", "import time"),
        ("insights-pure", "insights/planted.py", "from os import environ"),
        ("words-decide-nothing", "wording/planted.py", "import underbar.protocol.rules"),
        ("words-decide-nothing", "wording/planted.py", "import underbar.insights.observed"),
        ("importers-carry-in", "importers/planted.py", "import underbar.protocol.plan"),
        ("exporters-carry-out", "exporters/planted.py", "import underbar.protocol.engine"),
        ("edges-go-through-services", "cli/planted.py", "import underbar.store"),
        ("edges-go-through-services", "web/planted.py", "import underbar.exporters"),
    ],
)
def test_a_planted_violation_breaks_its_contract(copy: Path, contract: str, where: str, line: str) -> None:
    _tool("lint-imports")
    assert contract in CONTRACTS
    _plant(copy, where, line)
    result = _lint(copy, contract)
    assert result.returncode == 1, result.stdout
    assert "BROKEN" in result.stdout


def _ruff(root: Path, *paths: str) -> subprocess.CompletedProcess[str]:
    words = [_tool("ruff"), "check", "--no-cache", "--select", "TID251,DTZ011,DTZ005", *paths]
    return subprocess.run(words, cwd=root, capture_output=True, text=True, check=False)


def test_the_package_asks_no_clock_outside_the_edges() -> None:
    result = _ruff(ROOT, "src")
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("layer", ["diary", "protocol", "insights", "wording", "store", "importers"])
@pytest.mark.parametrize(
    "line",
    [
        "import datetime\nNOW = datetime.date.today()",
        "from datetime import datetime\nNOW = datetime.now()",
        "import random\nN = random.random()",
        "import os\nHOME = os.environ['HOME']",
        "from django.db import transaction\nwith transaction.atomic(): pass",
    ],
)
def test_a_planted_clock_or_chance_is_refused(copy: Path, layer: str, line: str) -> None:
    _plant(copy, f"{layer}/planted.py", line)
    result = _ruff(copy, f"src/underbar/{layer}/planted.py")
    assert result.returncode == 1
    assert "planted.py" in result.stdout


def _foreign(path: Path) -> list[str]:
    """Imports of a file that are neither the standard library nor this package."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names += [node.module or ""] if node.level == 0 else []
    known = sys.stdlib_module_names | {"underbar"}
    return [name for name in names if name.split(".")[0] not in known]


def test_the_pure_layers_use_the_standard_library_alone(tmp_path: Path) -> None:
    package = ROOT / "src" / "underbar"
    files = [package / "quantities.py", package / "frozen.py"]
    for layer in ("diary", "protocol"):
        files += (package / layer).rglob("*.py")
    assert len(files) > 10
    assert {str(path): _foreign(path) for path in files if _foreign(path)} == {}
    planted = tmp_path / "planted.py"
    planted.write_text("from attrs import define\n")
    assert _foreign(planted) == ["attrs"]
