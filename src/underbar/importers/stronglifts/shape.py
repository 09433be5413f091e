"""Which column of a StrongLifts export holds what, in either of its layouts."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from underbar.importers.cells import UNITS
from underbar.importers.reading import Table
from underbar.quantities import Unit

NOT_DONE: Final = "a set that was not done"

_DATE: Final = re.compile(r"date(?: \(([ymd]{2,4}/[ymd]{2,4}/[ymd]{2,4})\))?")
_WEIGHT: Final = re.compile(r"(?:set [0-9]+ |weight )\((kgs?|lbs?)\)")
_BODY_WEIGHT: Final = re.compile(r"body weight(?: \((kgs?|lbs?)\))?")
_EXERCISE: Final = re.compile(r"exercise(?: [0-9]+)?")
_SET: Final = re.compile(r"set [0-9]+(?: \(reps\))?")


class Block(NamedTuple):
    """The columns of one exercise: its name, and for each set that of its repetitions and those of its
    weight, by unit. All sets have the same weight in the old layout."""

    exercise: int
    sets: tuple[tuple[int, dict[Unit, int]], ...]


class Shape(NamedTuple):
    """Columns from 0; None where the file has none.

    `order`: in which year, month and day stand in a date, by their first letters. `body_weight_unit`: None
    where each cell has its own.
    """

    date: int
    order: str
    start: int | None
    workout: int | None
    body_weight: int | None
    body_weight_unit: Unit | None
    notes: tuple[int, ...]
    blocks: tuple[Block, ...]


def shape_of(table: Table) -> Shape | None:
    """The shape of a StrongLifts export; None where the table is none."""
    names = [" ".join(name.casefold().split()) for name in table.header]
    dates = [(index, match) for index, name in enumerate(names) if (match := _DATE.fullmatch(name))]
    blocks = _blocks(names)
    units = [set(by) for block in blocks for _, by in block.sets]
    if len(dates) != 1 or not units or not all(units):
        return None
    if dates[0][1][1] is None and units[0] != {"kg", "lb"}:
        return None
    body = [(index, match) for index, name in enumerate(names) if (match := _BODY_WEIGHT.fullmatch(name))]
    at, written = dates[0]
    return Shape(
        date=at,
        order="".join(part[0] for part in (written[1] or "mm/dd/yy").split("/")),
        start=names.index("start time (h:mm)") if "start time (h:mm)" in names else None,
        workout=next((names.index(name) for name in ("workout name", "workout") if name in names), None),
        body_weight=body[0][0] if body else None,
        body_weight_unit=UNITS.get(body[0][1][1] or "") if body else None,
        notes=tuple(index for index, name in enumerate(names) if name in ("note", "notes")),
        blocks=tuple(blocks),
    )


def _blocks(names: list[str]) -> list[Block]:
    starts = [index for index, name in enumerate(names) if _EXERCISE.fullmatch(name)]
    blocks = []
    for start, end in zip(starts, [*starts[1:], len(names)], strict=False):
        sets: list[tuple[int, dict[Unit, int]]] = []
        shared: dict[Unit, int] = {}
        for index in range(start + 1, end):
            weight = _WEIGHT.fullmatch(names[index])
            if _SET.fullmatch(names[index]):
                sets.append((index, dict(shared)))
            elif weight is not None:
                unit = UNITS[weight[1]]
                (sets[-1][1] if sets else shared)[unit] = index
        if sets:
            blocks.append(Block(start, tuple(sets)))
    return blocks
