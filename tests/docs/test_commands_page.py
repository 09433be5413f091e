"""docs/commands.md has every command and option that the program has, no other, and what they print."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pytest
import typer.main

from underbar.cli.app import app
from underbar.cli.help import HELP
from underbar.cli.main import PURE
from underbar.cli.pure import FLAGS, VALUED

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
HEAD, *PARTS = re.split(r"^## underbar ", PAGE, flags=re.MULTILINE)
SECTIONS = {part.partition("\n")[0]: part.partition("\n")[2] for part in PARTS}
HELPS = {"--help", "-h"}
OPTION = re.compile(r"`(?:underbar )?(--?[a-z][a-z-]*)`")


def options(command: Any) -> set[str]:
    """Every way to write an option of a command, `--no-…` included."""
    found = [param for param in command.params if param.param_type_name == "option"]
    return {name for param in found for name in (*param.opts, *param.secondary_opts)} - HELPS


def commands(group: Any, before: str = "") -> dict[str, set[str]]:
    """The options of every command of the Typer application, by the words that call it."""
    found: dict[str, set[str]] = {}
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            found |= commands(command, f"{before}{name} ")
        else:
            found[before + name] = options(command)
    return found


ROOT_COMMAND: Any = typer.main.get_command(app)
REAL = commands(ROOT_COMMAND)
for pure in PURE:
    REAL[pure] = REAL.get(pure, set()) | {*FLAGS[pure], *VALUED[pure]}


def test_the_page_has_a_section_for_every_command_and_for_no_other() -> None:
    assert len(REAL) > 10
    assert set(SECTIONS) == set(REAL)


@pytest.mark.parametrize("name", sorted(REAL))
def test_a_section_has_every_option_and_no_other(name: str) -> None:
    entries = [line for line in SECTIONS.get(name, "").splitlines() if line.startswith(("- ", "  "))]
    assert set(OPTION.findall("\n".join(entries))) == REAL[name]
    if not REAL[name]:
        assert "No options." in SECTIONS[name]


def test_the_head_has_the_options_that_every_command_has() -> None:
    assert options(ROOT_COMMAND) | HELPS <= set(OPTION.findall(HEAD))


@pytest.mark.parametrize("name", sorted(REAL))
def test_a_section_calls_its_command_and_says_how_it_can_end(name: str) -> None:
    section = SECTIONS.get(name, "")
    (ends,) = re.findall(r"^Exit status: (.+)\.$", section, re.MULTILINE)
    assert ends.startswith("0 ")
    block = re.search(r"^```console\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    assert block is not None
    assert f"underbar {name}" in block[1]


@pytest.mark.parametrize("name", PURE)
def test_a_pure_command_ends_as_its_help_says(name: str) -> None:
    statuses = [
        re.findall(r"\b(\d) ", text.partition("Exit status: ")[2]) for text in (SECTIONS[name], HELP[name])
    ]
    assert statuses[0] == statuses[1]


def test_every_link_of_the_head_has_its_section() -> None:
    targets = set(re.findall(r"\]\(#underbar-([a-z-]+)\)", HEAD))
    assert targets == {name.replace(" ", "-") for name in SECTIONS}


def test_the_examples_print_what_the_page_shows() -> None:
    pytest.importorskip("pty", reason="the recordings need a Unix terminal")
    tool = runpy.run_path(str(ROOT / "tools" / "recordings.py"))
    assert tool["recorded"](PAGE) == PAGE, "stale: run make docs, and read what changed"
