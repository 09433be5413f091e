"""Whole files of a Garmin export, or answers of Garmin Connect, to nights and readings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from underbar.importers.cells import Unreadable
from underbar.importers.documents import json_of
from underbar.importers.found import Asked, Found
from underbar.importers.garmin.parser import record_of
from underbar.importers.garmin.shape import ANSWER, FILES
from underbar.importers.gathering import Given, gather
from underbar.importers.imported import THERE_TWICE, ImportRefused, Tally
from underbar.importers.members import Piece


def claims(piece: Piece) -> bool:
    """Whether it is a file of Garmin's that holds nights or readings."""
    if not piece.is_json:
        return False
    return FILES.fullmatch(piece.base) is not None or _is_answer(piece)


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:
    """All files together. Exports have the same records in several files: each counts once."""
    found = Found()
    before: set[bytes] = set()

    def understood(record: Any) -> Given:
        digest = _digest(record)
        if digest in before:
            return THERE_TWICE
        before.add(digest)
        return record_of(record, asked, tally)

    for piece in pieces:
        with tally.reading(piece.name):
            document = json_of(piece)
            records = document if isinstance(document, list) else [document]
            if not all(isinstance(record, dict) for record in records):
                raise ImportRefused("It holds no records as Garmin writes them.")
            gather(((0, record) for record in records), understood, found, tally)
    return found


def _is_answer(piece: Piece) -> bool:
    return ANSWER.match(piece.unmarked) is not None


def _digest(record: Any) -> bytes:
    try:
        return blake2b(json.dumps(record, sort_keys=True).encode(), digest_size=16).digest()
    except RecursionError as error:
        raise Unreadable("a record with too many levels") from error
