"""The tables as Parquet files, in one zip."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from underbar.diary.records import Entry
from underbar.exporters.archive import zipped
from underbar.exporters.kinds import TABLES
from underbar.exporters.tables import Column, Filled, fill


def parquet_tables(entries: Iterable[Entry]) -> tuple[bytes, int]:
    """A zip of one Parquet file for each kind that the diary has, and how many these are.

    The columns of the CSV tables, typed, each with `unit` and `means` in its metadata.
    """
    import pyarrow as pa  # noqa: PLC0415 - it takes a third of a second to load
    from pyarrow import parquet  # noqa: PLC0415

    files = []
    for found in fill(TABLES, entries):
        made = BytesIO()
        parquet.write_table(_table(pa, found), made)
        files.append((f"{found.table.name}.parquet", made.getvalue()))
    return zipped(files, packed=False), len(files)


def _table(pa: Any, filled: Filled) -> Any:
    schema = pa.schema([_field(pa, column) for column in filled.table.header])
    columns = zip(*filled.rows, strict=True)
    arrays = [pa.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _field(pa: Any, column: Column) -> Any:
    types = {
        "text": pa.string(),
        "whole": pa.int64(),
        "number": pa.float64(),
        "flag": pa.bool_(),
        "day": pa.date32(),
    }
    return pa.field(column.name, types[column.type], metadata={"unit": column.unit, "means": column.means})
