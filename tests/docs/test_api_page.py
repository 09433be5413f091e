"""docs/api.md has every address of the API and all that each takes, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from underbar.web.api.docs import Operation, operations

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
SECTIONS = {
    part.partition("\n")[0]: part.partition("\n")[2]
    for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]
    if "/api/" in part.partition("\n")[0]
}
REAL = operations("http://localhost:8000")


def test_the_page_has_a_section_for_every_address_and_for_no_other() -> None:
    assert len(REAL) > 10
    assert set(SECTIONS) == {f"{one.method} {one.path}" for one in REAL}


@pytest.mark.parametrize("one", REAL, ids=lambda one: one.anchor)
def test_a_section_has_everything_that_its_address_takes_and_nothing_else(one: Operation) -> None:
    items = [
        re.split(r"[:]", line, maxsplit=1)[0]
        for line in SECTIONS[f"{one.method} {one.path}"].splitlines()
        if re.match(r" *- ", line)
    ]
    named = [name for item in items for name in re.findall(r"`([a-z_]+)`", item)]
    assert sorted(named) == sorted(field.name.rpartition(".")[2] for field in one.fields)


def test_the_page_explains_every_refusal() -> None:
    explained = set(re.findall(r"^\| (\d{3}) \|", PAGE, re.MULTILINE))
    assert explained == {code for one in REAL for code, _ in one.refusals}
