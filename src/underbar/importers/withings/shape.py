"""Which file of a Withings export a table is. Its headers are half in the language of the app."""

from __future__ import annotations

import re
from typing import Final, Literal

from underbar.importers.members import Piece
from underbar.importers.reading import Table
from underbar.quantities import Unit

Kind = Literal["sleep", "states", "weight"]

FROM: Final = 0
TO: Final = 1
ASLEEP: Final = range(2, 5)
"""The columns of `sleep.csv` with the seconds of light, deep and REM sleep."""
AWAKE_COLUMN: Final = 5
_ALWAYS: Final = ("duration to sleep (s)", "duration to wake up (s)")
"""Columns of `sleep.csv` that no language changes."""
_STATES: Final = ("start", "duration", "value")
_UNITS: Final[dict[str, Unit]] = {"kg": "kg", "lb": "lb", "lbs": "lb"}
_FEWEST: Final = 5
"""Columns of `weight.csv`: the day, the weight, the masses that it is made of, a comment."""
_WITH_UNIT: Final = re.compile(r"[^()]+ \((kg|lbs?)\)")


def kind_of(piece: Piece, table: Table) -> Kind | None:
    """What a file holds; None where it is none of the three."""
    names = [name.casefold() for name in table.header]
    if all(name in names for name in _ALWAYS) and all(name.endswith(" (s)") for name in names[2:6]):
        return "sleep"
    if tuple(names) == _STATES and piece.base.endswith("sleep-state.csv"):
        return "states"
    named = piece.base == "weight.csv" or "fat mass" in "".join(names[2:3])
    return "weight" if named and len(names) >= _FEWEST and weight_unit(table) else None


def weight_unit(table: Table) -> Unit | None:
    """The unit of the second and third column of `weight.csv`; None where they are no masses."""
    units = {
        match[1] if (match := _WITH_UNIT.fullmatch(name.casefold())) else "" for name in table.header[1:3]
    }
    return _UNITS.get(units.pop()) if len(units) == 1 else None
