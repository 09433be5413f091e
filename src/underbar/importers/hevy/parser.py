"""One row of a Hevy export to one set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from underbar.importers.blocks import SetRow
from underbar.importers.cells import Unreadable, effort, iso_start, moment, named_number, rpe
from underbar.importers.exercise_names import is_assisted, own_name
from underbar.importers.hevy.months import MONTHS
from underbar.importers.hevy.shape import Shape
from underbar.importers.imported import ASSISTANCE, DROP_SET, FAILURE, NOTES, Tally

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


def set_of(line: int, row: Sequence[str], shape: Shape, tally: Tally) -> SetRow | None:
    """The set that a row holds; None, with an entry in `tally`, where it holds none."""
    if len(row) != shape.width and (len(row) < shape.width or any(row[shape.width :])):
        tally.report(line, f"{len(row)} columns where the header has {shape.width}")
        return None
    try:
        found = _understood(line, row, shape, tally)
    except Unreadable as problem:
        tally.report(line, str(problem))
        return None
    if found is not None:
        noted = (shape.description, shape.notes)
        tally.left_out[NOTES] += sum(column is not None and bool(row[column].strip()) for column in noted)
        tally.left_out[DROP_SET] += row[shape.kind] == "dropset"
        tally.left_out[FAILURE] += row[shape.kind] == "failure" and not found.failed
    return found


def _understood(line: int, row: Sequence[str], shape: Shape, tally: Tally) -> SetRow | None:
    start = start_of(row[shape.start])
    exercise, kind = row[shape.exercise].strip(), row[shape.kind].strip()
    if not own_name(exercise):
        raise Unreadable("exercise_title is blank")
    if kind not in _KINDS:
        raise Unreadable(f"set_type is none of {', '.join(_KINDS)}")
    index = named_number("set_index", row[shape.set_index])
    if index is None or index < 0 or index != int(index):
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
    if weight and is_assisted(exercise):
        tally.left_out[ASSISTANCE] += 1
        weight = None
    return SetRow(
        line=line,
        start=start,
        workout=row[shape.title].strip(),
        exercise=exercise,
        order=int(index),
        warmup=kind == "warmup",
        failed=kind == "failure" and done == (0.0, "reps"),
        weight=weight or None,
        unit=shape.unit,
        amount=done[0],
        kind=done[1],
        rpe=effort_felt,
    )
