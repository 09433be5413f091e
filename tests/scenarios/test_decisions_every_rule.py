"""No rule of the method goes without a row that shows it speak."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from underbar.protocol.reasons import FACTS

ROWS = [
    line.rsplit("|", 1)[1]
    for path in sorted(Path(__file__).parent.glob("test_decisions_*.py"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.count("|") >= 2
]


def _speaks(rule: str) -> bool:
    """Whether some row expects the rule: bare or with +, or one of its facts."""
    word = re.compile(rf"(?:^|[\s+/]){re.escape(rule)}(?:$|[\s;.,/])")
    return any(word.search(row) for row in ROWS)


@pytest.mark.parametrize("rule", sorted(FACTS))
def test_a_row_shows_the_rule(rule: str) -> None:
    assert _speaks(rule)


def test_a_rule_that_has_no_row_would_be_seen() -> None:
    assert not _speaks("ache-after-lunch")
