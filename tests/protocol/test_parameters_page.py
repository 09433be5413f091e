"""The page of parameters is the one that the document gives."""

from __future__ import annotations

import runpy
from pathlib import Path

from underbar.protocol.document import load


def test_the_page_of_parameters_is_up_to_date() -> None:
    root = Path(__file__).parents[2]
    tool = runpy.run_path(str(root / "tools" / "parameters_page.py"))
    assert (root / "docs" / "parameters.md").read_text(encoding="utf-8") == tool["page"](load()), (
        "stale: run python tools/parameters_page.py"
    )
