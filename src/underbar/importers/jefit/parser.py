"""One exercise of a JEFIT backup to its sets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from underbar.importers.blocks import SetRow
from underbar.importers.cells import MOST_REPS, UNITS, Unreadable, named_number
from underbar.importers.exercise_names import is_assisted, own_name
from underbar.importers.gathering import Given
from underbar.importers.imported import ASSISTANCE, NOTHING_DONE, Tally
from underbar.importers.moments import epoch, iso_day
from underbar.importers.reading import Table
from underbar.importers.zones import Zones
from underbar.quantities import LB_PER_KG, Unit

_PACKED: Final = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,9})?) ?x ?([0-9]{1,5}(?:\.0)?)")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SECONDS: Final = re.compile(r"[1-9][0-9]{8,9}")
"""Seconds since 1970, and no number of a session."""


class Log(NamedTuple):
    """A set as one of the two sections has it, with the cells of its exercise. `order` from 1.

    `packed`: like 60x10. `pounds`, `reps`: where the set has a row of its own; else "".
    """

    exercise: Mapping[str, str]
    order: int
    packed: str
    pounds: str = ""
    reps: str = ""


def cells_of(table: Table) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a section by the names of their columns, with their lines."""
    for line, row in table.rows:
        yield line, dict(zip(table.header, (cell.strip() for cell in row), strict=False))


def unit_of(setting: Table | None) -> Unit | None:
    """The unit of the app; None where the backup does not say it."""
    rows = [] if setting is None else list(cells_of(setting))
    return UNITS.get(rows[0][1].get("mass", "").casefold()) if rows else None


def held_by(
    log: Log, unit: Unit | None, starts: Mapping[str, str], zones: Zones, line: int, tally: Tally
) -> Given:
    """The set, its weight in the unit of the app, or a word for why it is none. Raises Unreadable."""
    name = log.exercise.get("ename", "")
    if not own_name(name):
        raise Unreadable("the exercise has no name")
    weight, reps = _unpacked(log.packed) if log.packed else _of_pounds(log, unit)
    if not reps:
        return NOTHING_DONE
    if not 0 < reps <= MOST_REPS or reps % 1:
        raise Unreadable("the repetitions are not a whole number from 0 to 1,000")
    its: Unit | None = unit if log.packed else unit or "lb"
    if weight and is_assisted(name):
        tally.left_out[ASSISTANCE] += 1
        weight = None
    start = _start(log.exercise, starts, zones)
    return [SetRow(line, start, "", name, log.order, False, False, weight or None, its, reps, "reps", None)]


def _unpacked(packed: str) -> tuple[float, float]:
    match = _PACKED.fullmatch(packed)
    if match is None:
        raise Unreadable("the sets are not written like 60x10,65x8")
    return float(match[1]), float(match[2])


def _of_pounds(log: Log, unit: Unit | None) -> tuple[float | None, float | None]:
    pounds, reps = named_number("weight_lbs", log.pounds), named_number("reps", log.reps)
    return (pounds / LB_PER_KG if pounds and unit == "kg" else pounds), reps


def _start(exercise: Mapping[str, str], starts: Mapping[str, str], zones: Zones) -> date:
    """When the session began; the day of the log where that is not known."""
    session = exercise.get("belongsession", "")
    for cell in (starts.get(session, ""), session):
        if _SECONDS.fullmatch(cell):
            return zones.local(epoch(int(cell)))
    day = exercise.get("mydate", "")
    if _DAY.fullmatch(day) is None:
        raise Unreadable("neither the session nor mydate tells the day")
    return iso_day(day)


def packed_sets(exercise: Mapping[str, str]) -> Sequence[str]:
    """The sets of an exercise log that are written in it."""
    return [part.strip() for part in exercise.get("logs", "").split(",") if part.strip()]
