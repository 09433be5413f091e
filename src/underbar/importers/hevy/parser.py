"""One row of a Hevy export to what was done in a set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from underbar.importers.alike import Columns, Done
from underbar.importers.cells import Unreadable, effort, iso_start, moment, named_number, rpe
from underbar.importers.hevy.months import MONTHS
from underbar.importers.hevy.shape import Shape
from underbar.importers.imported import DROP_SET, FAILURE, Tally

_KINDS = ("normal", "warmup", "dropset", "failure")
_START = re.compile(
    r"([0-9]{1,2})\.? (?:de )?([^\W\d_]{2,12})\.?,? (?:de )?([0-9]{4}),? ([0-9]{1,2}):([0-9]{2})"
)


@lru_cache(maxsize=1024)
def start_of(cell: str) -> datetime:
    """The wall clock of `15 Sep 2025, 07:48`, the month in any language, or of an ISO time without zone.

    Raises Unreadable for anything else, and for a month's word that two languages give to
    different months.
    """
    iso = iso_start(cell)
    if iso is not None:
        return iso
    match = _START.fullmatch(cell.strip())
    if match is None:
        raise Unreadable("start_time is neither like 15 Sep 2025, 07:48 nor like 2025-09-15 07:48:00")
    day, word, year, hour, minute = match.groups()
    months = MONTHS.get(word.casefold())
    if months is None:
        raise Unreadable(f"“{word}” is no month in a language that is known here")
    if len(months) > 1:
        raise Unreadable(f"“{word}” is a different month in different languages, so the day is not known")
    return moment(int(year), min(months), int(day), int(hour), int(minute))


def columns_of(shape: Shape) -> Columns:
    """The columns of a row for its set, and those that tell when it was and what was noted."""
    parts = (shape.kind, shape.weight, shape.reps, shape.distance, shape.seconds, shape.rpe)
    done = tuple(column for column in parts if column is not None)
    notes = tuple(column for column in (shape.description, shape.notes) if column is not None)
    return Columns(shape.width, shape.start, shape.title, shape.exercise, shape.set_index, done, notes)


def done_of(row: Sequence[str], index: str | None, tally: Tally, shape: Shape) -> Done | None:
    """What was done in a set, `index` None for a number; None, and counted, where it was nothing.

    Raises Unreadable.
    """
    kind = row[shape.kind].strip()
    if kind not in _KINDS:
        raise Unreadable(f"set_type is none of {', '.join(_KINDS)}")
    if index is not None:
        raise Unreadable("set_index is not a number of a set")
    weight = named_number("the weight", row[shape.weight])
    reps = named_number("reps", row[shape.reps])
    metres = None if shape.distance is None else named_number("the distance", row[shape.distance])
    seconds = None if shape.seconds is None else named_number("duration_seconds", row[shape.seconds])
    effort_felt = None if shape.rpe is None else rpe(row[shape.rpe])
    done = effort(
        reps,
        seconds,
        None if metres is None else metres * shape.metres,
        failed=kind == "failure",
        tally=tally,
    )
    if done is None:
        return None
    failed = kind == "failure" and done == (0.0, "reps")
    tally.left_out[DROP_SET] += kind == "dropset"
    tally.left_out[FAILURE] += kind == "failure" and not failed
    return Done(kind == "warmup", failed, weight or None, shape.unit, *done, effort_felt)
