"""Which column of a Strong export holds what: by the names of its header, else by position."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from underbar.importers.cells import MILE, Unreadable, iso_start, number
from underbar.importers.reading import Table
from underbar.quantities import Unit

_TRIED_ROWS = 500


class Shape(NamedTuple):
    """Columns from 0; None where the file has none. `weight_unit`, `metres`: named by the header."""

    width: int
    date: int
    workout: int
    exercise: int
    order: int
    weight: int
    reps: int
    distance: int | None
    seconds: int | None
    rpe: int | None
    notes: tuple[int, ...]
    weight_unit_column: int | None
    distance_unit_column: int | None
    weight_unit: Unit | None
    metres: float | None


_ROLES: dict[str, str] = {
    "date": "date", "workout name": "workout", "exercise name": "exercise", "set order": "order",
    "weight": "weight", "weight (kg)": "weight", "weight (lbs)": "weight", "weight (lb)": "weight",
    "kg": "weight", "lb": "weight", "lbs": "weight", "weight unit": "weight_unit_column", "reps": "reps",
    "distance": "distance", "distance (meters)": "distance", "distance (km)": "distance",
    "distance (miles)": "distance", "km": "distance", "mi": "distance",
    "distance unit": "distance_unit_column", "seconds": "seconds", "rpe": "rpe", "notes": "notes",
    "workout notes": "notes",
}  # fmt: skip
_NEEDED = ("date", "workout", "exercise", "order", "weight", "reps")
_METRES = {
    "distance (meters)": 1.0,
    "distance (km)": 1000.0,
    "km": 1000.0,
    "distance (miles)": MILE,
    "mi": MILE,
}

# The orders of columns that Strong has written; "" is a column that is not read. A localised
# header keeps the order, so it is known by these where the content agrees.
_OLD = ("date", "workout", "exercise", "order", "weight", "reps", "distance", "seconds", "notes", "notes")
_NEW = ("date", "workout", "", "exercise", "order", "weight", "reps", "distance", "seconds")
_ANDROID = (
    "date", "workout", "exercise", "order", "weight", "weight_unit_column", "reps", "rpe", "distance",
    "distance_unit_column", "seconds", "notes", "notes",
)  # fmt: skip
_NUMBERED = (
    "", "date", "workout", "", "exercise", "order", "weight", "reps", "rpe", "distance", "seconds",
    "notes", "notes",
)  # fmt: skip
_LAYOUTS = (
    _OLD,
    (*_OLD, "rpe"),
    (*_NEW, "notes", "notes", "rpe"),
    (*_NEW, "rpe"),
    _ANDROID,
    (*_ANDROID, ""),
    _NUMBERED,
)
_UNIT_IN_HEADER = re.compile(r"\((kg|lbs?)\)")
SET_MARKS = ("W", "D", "F")


def shape_of(table: Table) -> Shape | None:
    """The shape of a Strong export; None where the table is none, or could be two of them."""
    names = [name.casefold() for name in table.header]
    roles = [_ROLES.get(name, "") for name in names]
    single = [role for role in roles if role and role != "notes"]
    if all(role in roles for role in _NEEDED):
        return _shape(names, roles) if len(single) == len(set(single)) else None
    fitting = [layout for layout in _LAYOUTS if len(layout) == len(names) and _fits(layout, table)]
    if len(fitting) != 1:
        return None
    shape = _shape(names, fitting[0])
    return shape._replace(metres=1.0) if fitting[0] is _NUMBERED else shape


def _shape(names: Sequence[str], roles: Sequence[str]) -> Shape:
    def column(role: str) -> int | None:
        return roles.index(role) if role in roles else None

    weight, distance = roles.index("weight"), column("distance")
    unit_name = _UNIT_IN_HEADER.search(names[weight])
    unit = unit_name[1] if unit_name else names[weight]
    return Shape(
        width=len(roles),
        date=roles.index("date"),
        workout=roles.index("workout"),
        exercise=roles.index("exercise"),
        order=roles.index("order"),
        weight=weight,
        reps=roles.index("reps"),
        distance=distance,
        seconds=column("seconds"),
        rpe=column("rpe"),
        notes=tuple(index for index, role in enumerate(roles) if role == "notes"),
        weight_unit_column=column("weight_unit_column"),
        distance_unit_column=column("distance_unit_column"),
        weight_unit="kg" if unit == "kg" else "lb" if unit in ("lb", "lbs") else None,
        metres=None if distance is None else _METRES.get(names[distance]),
    )


def _fits(layout: Sequence[str], table: Table) -> bool:
    """Whether the first rows hold what this order of columns says; one row in twenty may be damaged."""
    rows = [row for _, row in table.rows[:_TRIED_ROWS] if len(row) == len(layout)]
    fitting = [row for row in rows if _row_fits(layout, row)]
    order = layout.index("order")
    marks = {row[order].strip() for row in fitting}
    numbers = {mark for mark in marks if mark.isdecimal()}
    # Beside numbers and W, D, F a file has one word for a rest timer and one for a note.
    words = marks - numbers - set(SET_MARKS)
    return bool(numbers) and len(words) <= 2 and len(fitting) >= 0.95 * len(rows)


def _row_fits(layout: Sequence[str], row: Sequence[str]) -> bool:
    for role, cell in zip(layout, row, strict=True):
        try:
            if role == "date" and iso_start(cell) is None:
                return False
            if role in ("weight", "reps", "distance", "seconds", "rpe"):
                number(cell)
        except Unreadable:
            return False
        # A number for a name means that the columns are those of another order.
        if role in ("exercise", "order") and not cell.strip():
            return False
        if role == "exercise" and cell.strip().replace(".", "").isdecimal():
            return False
        if role == "weight_unit_column" and cell.strip() not in ("", "kg", "lb", "lbs"):
            return False
    return True
