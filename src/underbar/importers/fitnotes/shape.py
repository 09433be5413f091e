"""Which column of a FitNotes export holds what."""

from __future__ import annotations

from typing import Final, NamedTuple

from underbar.importers.cells import UNITS
from underbar.importers.reading import Table
from underbar.quantities import Unit

SQLITE: Final = b"SQLite format 3\0"
OTHER_MEASUREMENT: Final = "a measurement other than body weight"

_NEEDED: Final = ("date", "exercise", "category", "reps")
_BODY: Final = ("date", "time", "measurement", "value", "unit")


class Shape(NamedTuple):
    """Columns of a table of workouts from 0; None where it has none.

    `weights`: columns of a weight with the unit that their header names, at least one. `weight_unit`: the
    column that names it instead.
    """

    width: int
    date: int
    exercise: int
    weights: tuple[tuple[int, Unit | None], ...]
    weight_unit: int | None
    reps: int
    distance: int | None
    distance_unit: int | None
    time: int | None
    notes: tuple[int, ...]


class BodyShape(NamedTuple):
    """Columns of a table of the body tracker, from 0."""

    date: int
    time: int
    measurement: int
    value: int
    unit: int


def shape_of(table: Table) -> Shape | None:
    """The shape of a table of workouts; None where it is none, or names a column twice."""
    names = [name.casefold() for name in table.header]
    weights = tuple(
        (index, UNITS.get(name.removeprefix("weight").strip(" ()")))
        for index, name in enumerate(names)
        if name in ("weight", "weight (kg)", "weight (kgs)", "weight (lb)", "weight (lbs)")
    )
    if not all(names.count(name) == 1 for name in _NEEDED) or not weights or len(set(weights)) > 2:
        return None

    def column(name: str) -> int | None:
        return names.index(name) if name in names else None

    return Shape(
        width=len(names),
        date=names.index("date"),
        exercise=names.index("exercise"),
        weights=weights,
        weight_unit=column("weight unit"),
        reps=names.index("reps"),
        distance=column("distance"),
        distance_unit=column("distance unit"),
        time=column("time"),
        notes=tuple(index for index, name in enumerate(names) if name in ("comment", "notes")),
    )


def body_shape_of(table: Table) -> BodyShape | None:
    """The shape of a table of the body tracker; None where it is none."""
    names = [name.casefold() for name in table.header]
    if not all(names.count(name) == 1 for name in _BODY):
        return None
    return BodyShape(*(names.index(name) for name in _BODY))
