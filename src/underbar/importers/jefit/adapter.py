"""Whole JEFIT backups to their sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from underbar.importers.found import Asked, Found
from underbar.importers.gathering import Given, gather
from underbar.importers.imported import NOTHING_DONE, THERE_TWICE, ImportRefused, Tally
from underbar.importers.jefit.parser import Log, cells_of, held_by, packed_sets, unit_of
from underbar.importers.jefit.shape import (
    CARDIO,
    CARDIO_LOG,
    LOGS,
    SESSIONS,
    SET_LOGS,
    SETTING,
    is_backup,
    sections_of,
)
from underbar.importers.members import Piece
from underbar.importers.reading import Table, text_of

_NONE = Table((), [])


def claims(piece: Piece) -> bool:
    """Whether JEFIT wrote a file."""
    return is_backup(piece.head)


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:
    """The sets in file order, each counted for itself, as several stand in one row."""
    found = Found()
    for piece in pieces:
        with tally.reading(piece.name):
            _read(piece, asked, found, tally)
    return found


def _read(piece: Piece, asked: Asked, found: Found, tally: Tally) -> None:
    sections = sections_of(text_of(piece.read()))
    if LOGS not in sections:
        raise ImportRefused("This backup of JEFIT has no exercise logs.")
    sessions = cells_of(sections.get(SESSIONS, _NONE))
    starts = {cells.get("_id", ""): cells.get("starttime", "") for _, cells in sessions}
    unit = unit_of(sections.get(SETTING))

    def understood(item: tuple[int, Log]) -> Given:
        line, log = item
        return held_by(log, unit, starts, asked.zones, line, tally)

    logs = _logs(sections[LOGS], sections.get(SET_LOGS, _NONE), tally)
    gather(((line, (line, log)) for line, log in logs), understood, found, tally)
    cardio = len(sections.get(CARDIO, _NONE).rows)
    tally.rows += cardio
    tally.skipped[CARDIO_LOG] += cardio


def _logs(exercises: Table, sets: Table, tally: Tally) -> Iterator[tuple[int, Log]]:
    """The sets with their lines: as the exercise has them, or else as they have rows of their own."""
    apart: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for line, cells in cells_of(sets):
        apart.setdefault(cells.get("exercise_log_id", ""), []).append((line, cells))
    for line, exercise in cells_of(exercises):
        packed = packed_sets(exercise)
        own = apart.pop(exercise.get("_id", ""), [])
        if packed:
            _count(tally, THERE_TWICE, len(own))
            for order, part in enumerate(packed, start=1):
                yield line, Log(exercise, order, part)
        for order, (its_line, cells) in enumerate([] if packed else own, start=1):
            yield its_line, Log(exercise, order, "", cells.get("weight_lbs", ""), cells.get("reps", ""))
        if not packed and not own:
            _count(tally, NOTHING_DONE, 1)
    for line, _ in (row for rows in apart.values() for row in rows):
        tally.rows += 1
        tally.report(line, "the set belongs to no exercise of the file")


def _count(tally: Tally, word: str, rows: int) -> None:
    tally.rows += rows
    tally.skipped[word] += rows
