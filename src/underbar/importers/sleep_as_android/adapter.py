"""Whole exports of Sleep as Android to nights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from underbar.importers.cells import Unreadable
from underbar.importers.found import Asked, Found
from underbar.importers.gathering import Given, gather
from underbar.importers.imported import NOTES, THERE_TWICE, ImportRefused, Tally
from underbar.importers.members import Piece
from underbar.importers.reading import Table, table_of
from underbar.importers.sleep_as_android.parser import sleep_of
from underbar.importers.sleep_as_android.shape import NEEDED, columns_of

NOISE: Final = "how loud it was"


def claims(piece: Piece) -> bool:
    """Whether Sleep as Android wrote a file."""
    return piece.table is not None and columns_of(piece.table.header) is not None


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:
    """Each night once, by its id."""
    found = Found()
    seen: set[str] = set()
    for piece in pieces:
        with tally.reading(piece.name):
            table = table_of(piece.read())
            if columns_of(table.header) is None:
                raise ImportRefused("Its columns are not those of Sleep as Android.")

            def understood(item: tuple[dict[str, int], Sequence[str]]) -> Given:
                return _night(*item, seen, asked, tally)

            gather(_rows(table), understood, found, tally)
    return found


def _rows(table: Table) -> Iterator[tuple[int, tuple[dict[str, int], Sequence[str]]]]:
    """The rows that are no headers, each with the columns of the header above it."""
    columns = columns_of(table.header) or {}
    for line, row in table.rows:
        header = columns_of(row)
        if header is None:
            yield line, (columns, row)
        else:
            columns = header


def _night(columns: dict[str, int], row: Sequence[str], seen: set[str], asked: Asked, tally: Tally) -> Given:
    if not any(cell.strip() for cell in row[: len(NEEDED)]):
        return NOISE
    if len(row) <= max(columns.values()):
        raise Unreadable(f"{len(row)} columns where the header has more")
    cells = {name: row[column] for name, column in columns.items()}
    if cells["id"] in seen:
        return THERE_TWICE
    slept = sleep_of(cells, asked)
    if slept is None:
        return []
    seen.add(cells["id"])
    tally.left_out[NOTES] += bool(cells.get("comment", "").replace("\\n", "").strip())
    return [slept]
