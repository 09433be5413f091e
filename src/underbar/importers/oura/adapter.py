"""Whole Oura exports to nights, resting pulse and HRV.

The resting pulse is the number that Oura's app shows, the lowest of the night: `Lowest Resting Heart
Rate` in the Trends CSV, `lowest_heart_rate` in the files of an account.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from underbar.importers.cells import Unreadable
from underbar.importers.documents import json_of
from underbar.importers.found import Asked, Found
from underbar.importers.gathering import Given, gather, gather_rows
from underbar.importers.imported import ImportRefused, Tally
from underbar.importers.members import Piece
from underbar.importers.oura.parser import sleep_of, text_of
from underbar.importers.oura.shape import SLEEPS, Role, roles_of
from underbar.importers.reading import table_of

OTHER: Final = "a record of other things that Oura measures"

_DOCUMENT: Final = re.compile(rb'\s*\{\s*"daily_[a-z0-9_]{1,40}"\s*:\s*[\[{]')
_SLEEPS: Final = re.compile(rb'\s*(?:\[\s*\{|\{\s*"(?:sleep|activity|readiness|data)"\s*:\s*[\[{])')


def claims(piece: Piece) -> bool:
    """Whether Oura wrote a file."""
    if piece.is_json:
        head = piece.unmarked
        return _DOCUMENT.match(head) is not None or (
            _SLEEPS.match(head) is not None and b'"bedtime_start"' in head
        )
    return piece.table is not None and roles_of(piece.table.header) is not None


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:
    """One sleep a row or record, with the readings of its day."""
    found = Found()
    for piece in pieces:
        with tally.reading(piece.name):
            if piece.is_json:
                _read_document(piece, asked, found, tally)
            else:
                _read_table(piece, asked, found, tally)
    return found


def _read_table(piece: Piece, asked: Asked, found: Found, tally: Tally) -> None:
    table = table_of(piece.read())
    roles = roles_of(table.header)
    if roles is None:
        raise ImportRefused("Its columns are not those of an Oura export.")

    def understood(row: Sequence[str]) -> Given:
        return sleep_of({role: row[column] for role, column in roles.items()}, asked, tally)

    gather_rows(table, understood, found, tally)


def _read_document(piece: Piece, asked: Asked, found: Found, tally: Tally) -> None:
    document = json_of(piece)
    lists = document if isinstance(document, dict) else {"sleep": document}
    if not any(_listed(value) is not None for value in lists.values()):
        raise ImportRefused("It holds no list as Oura writes it.")

    def understood(record: Any) -> Given:
        if not isinstance(record, dict) or "bedtime_start" not in record:
            raise Unreadable("a record without bedtime_start")
        return sleep_of(_cells(record), asked, tally)

    for key, value in lists.items():
        records = _listed(value) or []
        if key in ("sleep", "data"):
            gather(((0, record) for record in records), understood, found, tally)
        else:
            tally.rows += len(records)
            tally.skipped[OTHER] += len(records)


def _listed(value: Any) -> list[Any] | None:
    """The records of a kind: a list of them, or an object with that list as its `data`."""
    inner = value.get("data") if isinstance(value, dict) else value
    return inner if isinstance(inner, list) else None


def _cells(record: Mapping[str, Any]) -> dict[Role, str]:
    cells: dict[Role, str] = {"start": "", "end": "", "asleep": ""}
    for key, role in SLEEPS.items():
        if key in record and not cells.get(role):
            cells[role] = text_of(record[key])
    return cells
