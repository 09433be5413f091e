"""docs/exports.md has every format, and every table and column with its unit."""

from __future__ import annotations

import re
from typing import get_args

from written import EVERY_KIND, ROOT, read

from underbar.exporters.fhir.bundle import bundled
from underbar.exporters.kinds import TABLES
from underbar.exporters.tables import AFTER, BEFORE, Column
from underbar.services.exporting import Format

PAGE = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")


def rows(columns: tuple[Column, ...]) -> list[str]:
    return [f"| `{one.name}` | {one.type} | {one.unit} | {one.means} |" for one in columns]


def test_every_format_has_its_row() -> None:
    listed = re.findall(r"^\| `([a-z]+)` \|", PAGE.partition("\n## ")[0], re.MULTILINE)
    assert listed == list(get_args(Format))


def test_every_table_has_its_columns_and_no_other() -> None:
    part = PAGE.partition("## csv and parquet")[2].partition("\n## ")[0]
    common, *sections = re.split(r"^### ", part, flags=re.MULTILINE)
    assert [section.partition("\n")[0] for section in sections] == [table.name for table in TABLES]
    assert re.findall(r"^\| `.*", common, re.MULTILINE) == rows((*BEFORE, *AFTER))
    for table, section in zip(TABLES, sections, strict=True):
        assert re.findall(r"^\| `.*", section, re.MULTILINE) == rows(table.columns)


def test_every_code_and_resource_of_the_bundle_is_named() -> None:
    made = bundled(read(EVERY_KIND + "2026-03-04 score promis-pi 55\n"), "2026-06-01T08:00:00Z").bundle
    part = PAGE.partition("## fhir")[2].partition("\n## ")[0]
    said = str(made)
    codes = set(re.findall(r"'(?:loinc.org|.*?)', 'code': '([A-Z]?\d[\d.-]+)'", said))
    assert len(codes) == 9
    assert {code for code in codes if code not in part} == set()
    kinds = {one["resource"]["resourceType"] for one in made["entry"]}
    assert {kind for kind in kinds if kind not in part} == set()
