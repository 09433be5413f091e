"""The Parquet tables are the CSV tables, typed."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from diary_strategies import entries
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet
from written import EVERY_KIND, read

from underbar.diary.records import Entry
from underbar.exporters.kinds import TABLES
from underbar.exporters.parquet_tables import parquet_tables
from underbar.exporters.tables import fill


def tables_of(written: Any) -> dict[str, Any]:
    with ZipFile(BytesIO(parquet_tables(written)[0])) as archive:
        return {name: parquet.read_table(BytesIO(archive.read(name))) for name in archive.namelist()}


def test_columns_have_types_units_and_meanings() -> None:
    checkin = tables_of(read(EVERY_KIND))["checkin.parquet"]
    types = {field.name: str(field.type) for field in checkin.schema}
    assert (types["day"], types["sleep_s"], types["sore"], types["comment"]) == (
        "date32[day]", "int64", "bool", "string",
    )  # fmt: skip
    assert checkin.schema.field("sleep_s").metadata == {b"unit": b"s", b"means": b""}
    assert checkin.schema.field("ache").metadata[b"means"] == b"of the worse side"


def test_a_text_stays_as_it_is() -> None:
    assert tables_of(read(EVERY_KIND))["note.parquet"]["text"].to_pylist() == ["=caffè; zu früh"]


@settings(max_examples=30, deadline=None)
@given(st.lists(entries, max_size=4))
def test_the_cells_are_those_of_the_tables(written: list[Entry]) -> None:
    found = tables_of(written)
    filled = fill(TABLES, written)
    assert set(found) == {f"{one.table.name}.parquet" for one in filled}
    for one in filled:
        table = found[f"{one.table.name}.parquet"]
        assert [tuple(row.values()) for row in table.to_pylist()] == one.rows
