"""The README shows what the program prints, and names no command, target or file that does not exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from underbar.cli.app import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_the_recording_is_what_the_command_prints() -> None:
    blocks = re.findall(r"```console\n\$ underbar ([^\n]*)\n(.*?)```", README, re.DOTALL)
    assert blocks
    for words, shown in blocks:
        line = [sys.executable, "-m", "underbar", *words.split()]
        done = subprocess.run(line, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
        assert done.stdout == shown


def test_every_make_target_named_exists() -> None:
    for page in ("README.md", "CONTRIBUTING.md", "docs/benchmarks.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        named = set(re.findall(r"(?:`|^    )make ([a-z]+)", text, re.MULTILINE))
        assert named
        assert named <= TARGETS, page


def test_every_command_named_exists() -> None:
    known = {
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    }
    known |= {group.name for group in app.registered_groups if group.name}
    named = set(re.findall(r"underbar ([a-z]+)(?![a-z|])", README))
    assert named - {"add", "checkin"}
    assert {name for name in named if name not in known} == set()


def test_every_linked_file_exists() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), target
