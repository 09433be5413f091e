"""Whole files of Health Auto Export to nights, resting pulse, HRV and weight."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from underbar.importers.cells import Unreadable
from underbar.importers.documents import json_of, objects, text
from underbar.importers.found import Asked, Found
from underbar.importers.gathering import Given, gather
from underbar.importers.health_auto_export.parser import reading_of, sleep_of
from underbar.importers.health_auto_export.shape import READINGS, SLEEP
from underbar.importers.imported import WORKOUT, ImportRefused, Tally
from underbar.importers.members import Piece

OTHER: Final = "a measurement that the diary does not keep"

_DOCUMENT: Final = re.compile(rb'\s*\{\s*"data"\s*:\s*\{\s*"[A-Za-z]{1,40}"\s*:\s*\[')


def claims(piece: Piece) -> bool:
    """Whether Health Auto Export wrote a file."""
    if not piece.is_json:
        return False
    head = piece.unmarked
    return _DOCUMENT.match(head) is not None and (b'"metrics"' in head or b'"workouts"' in head)


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:
    """One record of a metric, or one workout, a row."""
    found = Found()
    for piece in pieces:
        with tally.reading(piece.name):
            _read_document(piece, asked, found, tally)
    return found


def _read_document(piece: Piece, asked: Asked, found: Found, tally: Tally) -> None:
    document = json_of(piece)
    data = document.get("data") if isinstance(document, dict) else None
    if not isinstance(data, dict):
        raise ImportRefused("It holds no data as Health Auto Export writes it.")
    for metric in objects(data.get("metrics")):
        records = metric.get("data")
        if isinstance(records, list):
            gather(((0, record) for record in records), _understood(metric, asked), found, tally)
    for key, value in data.items():
        if key != "metrics" and isinstance(value, list):
            tally.rows += len(value)
            tally.skipped[WORKOUT if key == "workouts" else OTHER] += len(value)


def _understood(metric: Mapping[str, Any], asked: Asked) -> Callable[[Any], Given]:
    name, units = text(metric.get("name")), text(metric.get("units"))

    def understood(record: Any) -> Given:
        if name != SLEEP and name not in READINGS:
            return OTHER
        if not isinstance(record, dict):
            raise Unreadable("a record that is no object")
        if name == SLEEP:
            return sleep_of(record, asked)
        return reading_of(record, READINGS[name], units, asked)

    return understood
