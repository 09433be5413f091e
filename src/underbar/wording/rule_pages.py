"""The pages of the rules, one a rule, as Markdown: what a terminal and a browser show alike."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from underbar.protocol.reasons import FACTS

_PACKAGE: Final = Path(__file__).parent
PLACES: Final = (_PACKAGE / "pages", _PACKAGE.parents[2] / "docs" / "rules")
"""Where the pages lie: in an installed package, and in a checkout."""

PREAMBLE: Final = "_preamble.diary"
"""The two quiet weeks that most examples begin with, as the pages link to them."""


def rule_page(rule: str) -> str | None:
    """The page of a rule; None where there is no such rule."""
    return _read(f"{rule}.md") if rule in FACTS else None


def preamble() -> str:
    """The diary that most examples begin with."""
    return _read(PREAMBLE) or ""


def _read(name: str) -> str | None:
    for folder in PLACES:
        path = folder / name
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return None
