"""From bytes to the rows of a CSV file, or a sentence that says why not."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

from underbar.importers.imported import HEADER_AGAIN, ImportRefused, Tally

_MOST_COLUMNS = 1000  # the widest real export has 63
_LONGEST_LINE = 1 << 19  # bytes; the longest line of a real export has a few thousand
_DELIMITERS = (",", ";", "\t")


class Table(NamedTuple):
    """A CSV file: its header, trimmed, and its rows that are not blank, each with its first line."""

    header: tuple[str, ...]
    rows: list[tuple[int, list[str]]]


def text_of(data: bytes) -> str:
    """The text of a file in UTF-8, with or without its mark, or in UTF-16 with its mark.

    Raises ImportRefused for anything else: no other encoding is guessed.
    """
    if not data.strip():
        raise ImportRefused("The file is empty.")
    if data.startswith(b"PK\x03\x04"):
        raise ImportRefused("This is a zip archive or a spreadsheet; unpack it, or save it as CSV.")
    _refuse_long_lines(data)
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        if wide or b"\0" in data:
            raise ImportRefused("This is a binary file, not a CSV export.") from error
        line = data.count(b"\n", 0, error.start) + 1
        raise ImportRefused(f"Line {line} is not in UTF-8; save the file as CSV in UTF-8.") from error
    if "\0" in text:
        raise ImportRefused("This is a binary file, not a CSV export.")
    return text


def _refuse_long_lines(data: bytes) -> None:
    # A window without a line end lies within one line: found without splitting the file.
    for start in range(0, len(data) - _LONGEST_LINE + 1, _LONGEST_LINE):
        end = start + _LONGEST_LINE
        if data.find(b"\n", start, end) < 0 and data.find(b"\r", start, end) < 0:
            raise ImportRefused("This file has a line of over half a million bytes; no CSV export has that.")


def table_of(data: bytes) -> Table:
    """The table in a file. Raises ImportRefused where there is none."""
    text = text_of(data)
    delimiter = max(_DELIMITERS, key=lambda candidate: len(_first_row(text, candidate)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header: tuple[str, ...] = ()
    rows: list[tuple[int, list[str]]] = []
    before = 0
    try:
        for row in reader:
            if any(row):
                if header:
                    rows.append((before + 1, row))
                elif len(row) > _MOST_COLUMNS:
                    raise ImportRefused(f"The table has {len(row):,} columns; no export has that many.")
                else:
                    header = tuple(cell.strip() for cell in row)
            before = reader.line_num
    except csv.Error as error:
        where = f"line {before + 1}"
        raise ImportRefused(f"The table breaks at {where}: a quotation mark may be missing.") from error
    if not header:
        raise ImportRefused("The file has no rows.")
    return Table(header, rows)


def misfit(row: Sequence[str], width: int) -> str:
    """Why a row does not fit a header of so many columns, "" where it does; blank cells may hang over."""
    if len(row) == width or (len(row) > width and not any(row[width:])):
        return ""
    return f"{len(row)} columns where the header has {width}"


def without_headers(table: Table, tally: Tally) -> list[tuple[int, list[str]]]:
    """The rows without the header where it stands again, as in exports that were put together."""
    first, header = table.header[0], list(table.header)
    if not any(first in row[0] for _, row in table.rows):
        return table.rows
    rows = [(line, row) for line, row in table.rows if [cell.strip() for cell in row] != header]
    tally.skipped[HEADER_AGAIN] += len(table.rows) - len(rows)
    return rows


def _first_row(text: str, delimiter: str) -> list[str]:
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(row):
                return row
    except csv.Error:
        pass  # the same error is told with its line when the whole table is read
    return []
