"""The tables as CSV, in one zip, with a table of their columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from io import StringIO
from typing import Final

from underbar.diary.records import Entry
from underbar.exporters.archive import zipped
from underbar.exporters.kinds import TABLES
from underbar.exporters.tables import Cell, Filled, fill
from underbar.quantities import number

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet may take for the beginning of a formula."""
_BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without it, Excel reads UTF-8 as something else."""


def csv_tables(entries: Iterable[Entry]) -> tuple[bytes, int]:
    """A zip of one CSV for each kind that the diary has, and how many these are.

    UTF-8, commas, CRLF, a header. `columns.csv` says the type, unit and meaning of each column. A text that
    begins with = + - @, a tab or a line break has an apostrophe in front.
    """
    filled = fill(TABLES, entries)
    files = [(f"{found.table.name}.csv", _table(found)) for found in filled]
    return zipped([("columns.csv", _columns(filled)), *files]), len(files)


def _table(filled: Filled) -> bytes:
    names = [column.name for column in filled.table.header]
    return _csv([names, *([_shown(cell) for cell in row] for row in filled.rows)])


def _columns(filled: Iterable[Filled]) -> bytes:
    rows = [
        [found.table.name, column.name, column.type, column.unit, column.means]
        for found in filled
        for column in found.table.header
    ]
    return _csv([["table", "column", "type", "unit", "meaning"], *rows])


def _csv(rows: Iterable[list[str]]) -> bytes:
    made = StringIO(newline="")
    csv.writer(made).writerows(rows)
    return (_BOM + made.getvalue()).encode()


def _shown(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return number(cell)
        case date():
            return cell.isoformat()
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
