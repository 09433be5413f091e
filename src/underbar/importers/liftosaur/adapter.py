"""Whole Liftosaur exports and backups to their sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from underbar.importers.alike import sets_of
from underbar.importers.documents import json_of, objects
from underbar.importers.found import Asked, Found
from underbar.importers.gathering import gather
from underbar.importers.imported import NOTES, ImportRefused, Tally
from underbar.importers.liftosaur.parser import (
    OfBackup,
    columns_of,
    done_of,
    held_by,
    name_of,
    start_of,
    with_brackets,
)
from underbar.importers.liftosaur.shape import history_of, is_backup, own_exercises, shape_of
from underbar.importers.members import Piece
from underbar.importers.reading import table_of, without_headers


def claims(piece: Piece) -> bool:
    """Whether Liftosaur wrote a file."""
    if piece.is_json:
        return piece.base.startswith("liftosaur") or is_backup(piece.head)
    return piece.table is not None and shape_of(piece.table) is not None


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:
    """The sets in file order; those of a backup are counted one by one, without lines."""
    found = Found()
    for piece in pieces:
        with tally.reading(piece.name):
            if piece.is_json:
                _read_backup(piece, asked, found, tally)
            else:
                _read_table(piece, asked, found, tally)
    return found


def _read_table(piece: Piece, asked: Asked, found: Found, tally: Tally) -> None:
    table = table_of(piece.read())
    shape = shape_of(table)
    if shape is None:
        raise ImportRefused("Its columns are not those of a Liftosaur export.")
    rows = without_headers(table, tally)
    for _, row in rows:
        if len(row) > shape.exercise:
            row[shape.exercise] = with_brackets(row[shape.exercise])
    start = partial(start_of, zones=asked.zones)
    sets = sets_of(rows, columns_of(shape), start, partial(done_of, shape=shape), tally)
    tally.rows += len(table.rows)
    tally.used += len(sets)
    found.sets += sets


def _read_backup(piece: Piece, asked: Asked, found: Found, tally: Tally) -> None:
    backup = json_of(piece)
    history = history_of(backup)
    if history is None:
        raise ImportRefused("This backup of Liftosaur has no history of workouts.")
    sets = ((0, one) for workout in history for one in _sets_of(workout, own_exercises(backup), tally))
    gather(sets, partial(held_by, zones=asked.zones, tally=tally), found, tally)


def _sets_of(workout: Mapping[str, Any], own: Mapping[str, str], tally: Tally) -> Iterator[OfBackup]:
    tally.left_out[NOTES] += bool(workout.get("notes"))
    for entry in objects(workout.get("entries")):
        tally.left_out[NOTES] += bool(entry.get("notes"))
        name = name_of(entry.get("exercise"), own)
        for warmup, key in ((True, "warmupSets"), (False, "sets")):
            for order, one in enumerate(objects(entry.get(key)), start=1):
                yield OfBackup(workout, name, order, warmup, one)
