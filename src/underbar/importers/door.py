"""The one door: what was dropped to entries, and a full account of it."""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from underbar.diary.records import Bodyweight, Hrv, Pulse, Sleep
from underbar.importers import blocks, exercise_names, nights, readings
from underbar.importers.blocks import SetRow
from underbar.importers.detect import TABLE, Reader, reader_of, why_unknown
from underbar.importers.found import Asked
from underbar.importers.imported import (
    Brought,
    Imported,
    ImportRefused,
    NeedsUnit,
    Seen,
    Tally,
    UnitHow,
    Unread,
    counts,
)
from underbar.importers.members import Piece
from underbar.importers.units import infer
from underbar.quantities import Unit

_READINGS = {Pulse: "pulse", Hrv: "hrv", Bodyweight: "weight"}
TABLE_ALONE = "no app that is known here wrote it; drop it alone, and say what its columns hold"
_DIGITS = re.compile(r"[0-9]+")


def read(pieces: Sequence[Piece], asked: Asked | None = None) -> Brought:
    """Everything that the files hold, source by source.

    A file that no source knows is named in `unread`; a table with dates is read by what the lifter says of
    its columns, where nothing that an app wrote lies beside it. Raises NeedsUnit or NeedsColumns where the
    lifter has to say something first, and ImportRefused, with a sentence for the lifter, where nothing can be
    read; no bytes raise anything else.
    """
    asked = asked or Asked()
    mine: dict[Reader, list[Piece]] = {}
    tables: list[Piece] = []
    unread: Counter[tuple[str, str]] = Counter()
    for piece in pieces:
        try:
            reader = reader_of(piece)
            if reader is not None:
                mine.setdefault(reader, []).append(piece)
            elif TABLE.claims(piece):
                tables.append(piece)
            else:
                unread[_DIGITS.sub("#", piece.name), ""] += 1
        except ImportRefused as error:
            if len(pieces) == 1:
                raise
            unread[piece.name, error.sentence] += 1
        finally:
            piece.forget()
    if tables and not mine:
        mine[TABLE] = tables
    else:
        unread.update((_DIGITS.sub("#", piece.name), TABLE_ALONE) for piece in tables)
    with _uncollected():
        accounts = tuple(_account(reader, files, asked) for reader, files in mine.items())
    if not accounts:
        raise why_unknown(pieces[0]) if len(pieces) == 1 else ImportRefused(
            "There is no file in it that Underbar knows." if pieces else "There is no file in it."
        )
    return Brought(accounts, tuple(Unread(name, count, why) for (name, why), count in unread.most_common()))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles, which rows and entries do not make: it takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _account(reader: Reader, pieces: Sequence[Piece], asked: Asked) -> Imported:
    tally = Tally(alone=len(pieces) == 1)
    found = reader.read(pieces, asked, tally)
    if tally.refused and len(tally.refused) == len(pieces):
        raise tally.refused[0]
    unit, how, share = _unit(found.sets, asked.unit)
    before = len(tally.reported)
    rows = blocks.within_reach(found.sets, unit, tally)
    tally.used -= len(tally.reported) - before
    lift_of = _lifts(asked)
    entries = [
        *blocks.entries_of(rows, reader.source, unit, lift_of, asked.day_start_minutes, tally),
        *nights.entries_of(found.slept, tally),
        *readings.entries_of(found.readings, tally),
    ]
    entries.sort(key=lambda entry: entry.day)
    sets = Counter(row.exercise for row in rows)
    kinds = Counter(type(entry.record) for entry in entries)
    return Imported(
        source=reader.source,
        files=tuple(piece.name for piece in pieces),
        entries=tuple(entries),
        rows_read=tally.rows,
        rows_used=tally.used,
        sets_stored=len(rows),
        warmups=sum(row.warmup for row in rows),
        nights=kinds[Sleep],
        readings=tuple((word, kinds[kind]) for kind, word in _READINGS.items() if kinds[kind]),
        repeated_workouts=tally.repeated_workouts,
        skipped=counts(+tally.skipped),
        left_out=counts(+tally.left_out),
        reported=tuple(sorted(tally.reported)),
        exercises=tuple(Seen(name, lift_of(name), count) for name, count in sorted(sets.items())),
        first_day=entries[0].day if entries else None,
        last_day=entries[-1].day if entries else None,
        unit=unit,
        unit_how=how,
        unit_share=share,
    )


def _lifts(asked: Asked) -> Callable[[str], str | None]:
    chosen = exercise_names.checked_mapping(asked.mapping)
    if not chosen:
        return exercise_names.lift_of

    def lift_of(name: str) -> str | None:
        key = exercise_names.key_of(name)
        return chosen[key] if key in chosen else exercise_names.lift_of(name)

    return lift_of


def _unit(rows: Sequence[SetRow], asked: Unit | None) -> tuple[Unit | None, UnitHow, float | None]:
    """The unit of the weights, how it is known, and for an inferred one the share for it."""
    units = {row.unit for row in rows if row.weight is not None}
    if not units:
        return None, "not needed", None
    if None not in units:
        return (units.pop() if len(units) == 1 else None), "column", None
    if asked is not None:
        return asked, "asked", None
    inferred = infer((row.exercise, row.weight) for row in rows if row.weight is not None)
    if not inferred.sure:
        raise NeedsUnit(
            "This file names no unit, and its weights could be pounds or kilograms: say which it is.",
            inferred.unit if inferred.telling else None,
            inferred.share,
        )
    return inferred.unit, "inferred", inferred.share
