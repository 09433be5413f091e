"""The diary as tidy tables: what stands, one table a kind, every column with its type and unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from underbar.diary.notation_values import clock
from underbar.diary.records import Entry, Record
from underbar.exporters.standing import standing
from underbar.quantities import LB_PER_KG, Sets, Weight

Cell = str | int | float | bool | date | None
Type = Literal["text", "whole", "number", "flag", "day"]
_GRAMS: Final = 3


class Column(NamedTuple):
    """A column. `unit` "" where its values have none; `means` is for whoever meets the table alone."""

    name: str
    type: Type
    unit: str = ""
    means: str = ""


class Table(NamedTuple):
    """A table of the records of one kind: `rows` gives a record's rows, a cell for each of `columns`."""

    name: str
    record: type[Record]
    columns: tuple[Column, ...]
    rows: Callable[[Any], Iterable[tuple[Cell, ...]]]

    @property
    def header(self) -> tuple[Column, ...]:
        """All columns: whose entry it is, what it says, and where it came from."""
        return (*BEFORE, *self.columns, *AFTER)


class Filled(NamedTuple):
    """A table with its rows, each as long as its header."""

    table: Table
    rows: list[tuple[Cell, ...]]


BEFORE: Final = (
    Column("entry", "text", "", "the id of the entry; rows of one entry share it"),
    Column("day", "day", "", "the lifter's day, which ends after midnight"),
    Column("time", "text", "HH:MM", "local, where it was written"),
)
AFTER: Final = (
    Column("source", "text", "", "where it was imported from; empty for what was typed here"),
    Column("written", "text", "", "when it was made, with offset, where that is not its own time"),
    Column("comment", "text"),
)


def fill(tables: Iterable[Table], entries: Iterable[Entry]) -> list[Filled]:
    """The tables that have rows, in their order; rows by day and in the order of arrival."""
    of_kind: dict[type, list[Entry]] = {}
    for entry in standing(entries):
        of_kind.setdefault(type(entry.record), []).append(entry)
    found = [
        Filled(table, [row for entry in of_kind.get(table.record, ()) for row in _rows(table, entry)])
        for table in tables
    ]
    return [filled for filled in found if filled.rows]


def _rows(table: Table, entry: Entry) -> Iterable[tuple[Cell, ...]]:
    at = None if entry.time is None else clock(entry.time)
    for cells in table.rows(entry.record):
        yield (entry.id, entry.day, at, *cells, entry.source, entry.written, entry.comment)


def text(name: str, means: str = "", unit: str = "") -> Column:
    """A column of words."""
    return Column(name, "text", unit, means)


def whole(name: str, unit: str = "", means: str = "") -> Column:
    """A column of whole numbers."""
    return Column(name, "whole", unit, means)


def number(name: str, unit: str = "", means: str = "") -> Column:
    """A column of numbers."""
    return Column(name, "number", unit, means)


def flag(name: str, means: str = "") -> Column:
    """A column of true and false."""
    return Column(name, "flag", "", means)


def mass(name: str, means: str = "") -> tuple[Column, Column, Column]:
    """The columns of a weight: in kilograms, as it was written, and the unit it was written in."""
    return (
        Column(f"{name}_kg", "number", "kg", means),
        Column(name, "number", f"{name}_unit", "as written"),
        Column(f"{name}_unit", "text", "", "lb or kg"),
    )


def of_mass(weight: Weight | None) -> tuple[Cell, Cell, Cell]:
    """The cells of `mass`. Kilograms are exact to the gram, not rounded to plates."""
    if weight is None:
        return None, None, None
    exact = weight.value if weight.unit == "kg" else weight.value / LB_PER_KG
    return round(exact, _GRAMS), weight.value, weight.unit


SETS: Final = (
    whole("sets", "", "how many equal sets"),
    whole("reps", "", "repetitions in each set"),
    number("hold_s", "s", "a hold, in each set"),
    number("carry_m", "m", "a carry, in each set"),
)


def of_sets(sets: Sets | None) -> tuple[Cell, Cell, Cell, Cell]:
    """The cells of `SETS`."""
    if sets is None:
        return None, None, None, None
    amount = {sets.kind: sets.amount}
    reps = amount.get("reps")
    return sets.count, None if reps is None else int(reps), amount.get("s"), amount.get("m")
