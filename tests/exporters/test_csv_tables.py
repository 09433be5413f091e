"""The CSV tables hold what the text holds, counted a second way, and start no formula."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from diary_strategies import entries
from hypothesis import given, settings
from hypothesis import strategies as st
from written import CORRECTED, DIARIES, EVERY_KIND, read

from underbar.diary.notation import format_diary
from underbar.diary.records import Entry
from underbar.diary.vocabulary import LIFTS, STABILITY
from underbar.exporters.csv_tables import csv_tables
from underbar.exporters.kinds import TABLES
from underbar.exporters.tables import fill

SHEETS = {"text": str, "whole": int, "number": (int, float), "flag": bool}


def frames(written: Iterable[Entry]) -> dict[str, pd.DataFrame]:
    """Every table of the zip, all cells as text."""
    with ZipFile(BytesIO(csv_tables(written)[0])) as archive:
        return {
            name.removesuffix(".csv"): pd.read_csv(archive.open(name), dtype=str, keep_default_na=False)
            for name in archive.namelist()
        }


def kinds_of(text: str) -> Counter[str]:
    """How many lines of each kind a plain diary has, by its words alone."""
    words = re.findall(r'^\S+(?: \d\d:\d\d)? ("[^"]*"|\S+)', text, re.MULTILINE)
    names = {**dict.fromkeys(LIFTS, "lift"), **dict.fromkeys(STABILITY, "stability")}
    names |= {"planned-injection": "injection"}
    return Counter("lift" if word.startswith('"') else names.get(word, word) for word in words)


@pytest.mark.parametrize("path", DIARIES, ids=lambda path: path.stem)
def test_each_table_has_the_entries_that_the_text_has(path: Path) -> None:
    written = read(path.read_text(encoding="utf-8"))
    tables = frames(written)
    text = format_diary(written)
    found = {name: table["entry"].nunique() for name, table in tables.items() if name != "columns"}
    for second in ("gym_weight", "screen_answer"):
        found.pop(second, None)
    assert found == kinds_of(text)
    walked = sum(int(minutes) for minutes in re.findall(r" walk (\d+)min", text))
    rows = tables["walk"]["duration_s"] if "walk" in tables else []
    assert sum(map(int, rows)) == walked * 60
    bars = re.findall(rf"^\S+(?: \S+)? (?:{'|'.join(LIFTS)}) (.*)", text, re.MULTILINE)
    groups = sum(len(re.findall(r"\d+x\d", line.partition(" because")[0])) for line in bars)
    assert tables["lift"]["exercise"].isin(LIFTS).sum() == groups > 0


def test_a_row_says_what_its_line_says() -> None:
    tables = frames(read(EVERY_KIND))
    last = tables["lift"].iloc[1]
    assert list(last[["day", "exercise", "place", "weight_kg", "weight", "weight_unit", "sets", "reps"]]) == [
        "2026-03-02", "deadlift", "2", "61.235", "135", "lb", "3", "5",
    ]  # fmt: skip
    assert list(last[["brace", "missed", "pain", "rpe", "source"]]) == ["true", "false", "1", "6", "strong"]
    assert list(tables["lift"].iloc[2][["weight_kg", "weight", "weight_unit"]]) == ["60.5", "60.5", "kg"]
    carry = tables["stability"]
    assert list(zip(carry["side"], carry["carry_m"], strict=True)) == [("left", "25"), ("right", "20")]
    assert list(tables["checkin"].iloc[0][["sleep_s", "woke", "ache", "comment"]]) == [
        "27000", "06:40", "1", "hot",
    ]  # fmt: skip
    assert list(tables["gym_weight"]["what"]) == ["bar", "bar", "plate", "plate", "plate", "bell", "bell"]
    assert list(tables["goal"].iloc[0][["days", "target_kg"]]) == ["mon,thu", "142.882"]
    assert list(tables["injection"]["planned"]) == ["false", "true"]


def test_every_kind_has_its_table_and_every_column_its_line() -> None:
    tables = frames(read(EVERY_KIND))
    columns = tables.pop("columns")
    assert set(tables) == {table.name for table in TABLES}
    said = list(zip(columns["table"], columns["column"], strict=True))
    assert said == [(name, column) for name, table in tables.items() for column in table.columns]
    assert csv_tables(read(EVERY_KIND))[1] == len(tables)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", r"\x09", r"\x0d", r"\n"])
def test_a_text_starts_no_formula(start: str) -> None:
    tables = frames(read(f'2026-03-01 note "{start}1+1"\n2026-03-01 note "1{start}1" ; @sum\n'))
    assert [text[0] for text in tables["note"]["text"]] == ["'", "1"]
    assert list(tables["note"]["comment"]) == ["", "'@sum"]


def test_what_was_corrected_or_removed_is_not_in_it() -> None:
    tables = frames(read(CORRECTED))
    assert set(tables) == {"columns", "walk", "checkin"}
    assert list(tables["checkin"]["entry"]) == ["late"]
    assert list(tables["walk"]["duration_s"]) == ["1800"]


def test_the_same_diary_gives_the_same_bytes_whenever() -> None:
    data = csv_tables(read(EVERY_KIND))[0]
    assert csv_tables(read(EVERY_KIND))[0] == data
    with ZipFile(BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@settings(deadline=None)
@given(st.lists(entries, max_size=4))
def test_every_cell_is_of_its_columns_type(written: list[Entry]) -> None:
    for filled in fill(TABLES, written):
        for row in filled.rows:
            for cell, column in zip(row, filled.table.header, strict=True):
                if cell is not None and column.type != "day":
                    assert isinstance(cell, SHEETS[column.type]), column
                    assert column.type == "flag" or not isinstance(cell, bool)
