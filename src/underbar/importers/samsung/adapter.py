"""Whole exports of Samsung Health to nights, HRV and body weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from underbar.importers.cells import Unreadable
from underbar.importers.documents import json_of
from underbar.importers.found import Asked, Found
from underbar.importers.gathering import Given, gather, gather_rows
from underbar.importers.imported import ImportRefused, Tally
from underbar.importers.members import Piece
from underbar.importers.reading import Table, table_of
from underbar.importers.samsung import parser
from underbar.importers.samsung.shape import Kind, columns_of, kind_of, kind_of_table

NIGHT: Final = (20, 5)
"""Hours of the clock between which people fall asleep."""
_TELLING: Final = 5
"""Sleeps that have to begin at night more often, for a clock to be taken for the lifter's."""


def claims(piece: Piece) -> bool:
    """Whether it is one of Samsung Health's files that are read."""
    return kind_of(piece) is not None


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:
    """The stages of the sleeps that have them, the others whole, and the readings."""
    found = Found()
    tables: list[tuple[Piece, Kind, Table]] = []
    for piece in pieces:
        with tally.reading(piece.name):
            if piece.is_json:
                document = json_of(piece)
                gather([(0, document)], lambda value: parser.hrv_of(value, asked), found, tally)
                continue
            table = table_of(piece.read())
            kind = kind_of_table(table)
            if kind is None:
                raise ImportRefused("Its columns are not those of Samsung Health.")
            tables.append((piece, kind, table))
    staged = frozenset(one for _, kind, table in tables if kind == "stages" for one in _staged(table))
    local = _is_local(table for _, kind, table in tables if kind == "sleep")
    for piece, kind, table in tables:
        with tally.reading(piece.name):
            _read_table(table, kind, staged, local, asked, found, tally)
    return found


def _read_table(
    table: Table,
    kind: Kind,
    staged: frozenset[str],
    local: bool,
    asked: Asked,
    found: Found,
    tally: Tally,
) -> None:
    columns = columns_of(table)

    def understood(row: Sequence[str]) -> Given:
        cells = _cells(columns, row)
        if kind == "sleep":
            return parser.sleep_of(cells, staged, asked, local=local)
        if kind == "stages":
            return parser.stage_of(cells, asked, local=local)
        return parser.weight_of(cells, asked)

    header = tuple(cell.strip() for cell in table.rows[0][1])
    gather_rows(Table(header, table.rows[1:]), understood, found, tally)


def _staged(table: Table) -> Iterator[str]:
    """The ids of the sleeps of which a stage is known in which was slept."""
    columns = columns_of(table)
    stage, sleep = columns["stage"], columns["sleep_id"]
    for _, row in table.rows[1:]:
        if max(stage, sleep) < len(row) and row[stage].strip() in parser.ASLEEP:
            yield row[sleep].strip().casefold()


def _cells(columns: Mapping[str, int], row: Sequence[str]) -> dict[str, str]:
    return {name: row[column] for name, column in columns.items()}


def _is_local(tables: Iterable[Table]) -> bool:
    """Whether times are the lifter's clock already, against all that is known of these files: only where
    that puts clearly more sleeps into the night."""
    lead = 0
    for table in tables:
        columns = columns_of(table)
        for _, row in table.rows[1:]:
            try:
                cells = _cells(columns, row)
                as_utc, as_clock = (
                    _at_night(parser.moment(cells, "start_time", Asked(), local=local).hour)
                    for local in (False, True)
                )
            except (Unreadable, IndexError):
                continue
            lead += as_clock - as_utc
    return lead >= _TELLING


def _at_night(hour: int) -> bool:
    return hour >= NIGHT[0] or hour < NIGHT[1]
