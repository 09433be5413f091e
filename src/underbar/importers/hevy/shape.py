"""Which column of a Hevy export holds what. Its header is English in every language."""

from __future__ import annotations

from typing import NamedTuple

from underbar.importers.reading import Table
from underbar.quantities import Unit

_NEEDED = ("title", "start_time", "exercise_title", "set_index", "set_type", "reps")
_WEIGHTS: dict[str, Unit] = {"weight_kg": "kg", "weight_lbs": "lb", "weight_lb": "lb"}
_DISTANCES = {"distance_km": 1000.0, "distance_miles": 1609.344, "distance_meters": 1.0}


class Shape(NamedTuple):
    """Columns from 0; None where the file has none. Weight and distance have units of their own."""

    width: int
    title: int
    start: int
    end: int | None
    description: int | None
    exercise: int
    notes: int | None
    set_index: int
    kind: int
    weight: int
    unit: Unit
    reps: int
    distance: int | None
    metres: float
    seconds: int | None
    rpe: int | None


def shape_of(table: Table) -> Shape | None:
    """The shape of a Hevy export; None where the table is none, or names a column twice."""
    names = [name.casefold() for name in table.header]
    weights = [name for name in names if name in _WEIGHTS]
    distances = [name for name in names if name in _DISTANCES]
    if not all(names.count(name) == 1 for name in _NEEDED) or len(weights) != 1 or len(distances) > 1:
        return None

    def column(name: str) -> int | None:
        return names.index(name) if name in names else None

    return Shape(
        width=len(names),
        title=names.index("title"),
        start=names.index("start_time"),
        end=column("end_time"),
        description=column("description"),
        exercise=names.index("exercise_title"),
        notes=column("exercise_notes"),
        set_index=names.index("set_index"),
        kind=names.index("set_type"),
        weight=names.index(weights[0]),
        unit=_WEIGHTS[weights[0]],
        reps=names.index("reps"),
        distance=names.index(distances[0]) if distances else None,
        metres=_DISTANCES[distances[0]] if distances else 1.0,
        seconds=column("duration_seconds"),
        rpe=column("rpe"),
    )
