"""Which app wrote a file, and where its columns are. The one dispatcher."""

from __future__ import annotations

from underbar.importers.hevy import shape as hevy
from underbar.importers.imported import ImportRefused, Source, listed
from underbar.importers.reading import Table, table_of
from underbar.importers.strong import shape as strong

# Columns that give another app away, so that the refusal can name it.
_OTHERS: tuple[tuple[str, frozenset[str]], ...] = (
    ("FitNotes", frozenset({"date", "exercise", "category", "reps"})),
    ("StrongLifts", frozenset({"workout", "program name", "exercise"})),
    ("Liftosaur", frozenset({"workout datetime", "exercise", "is warmup set?"})),
    ("JEFIT", frozenset({"mydate", "ename", "logs"})),
    ("Whoop", frozenset({"cycle start time", "cycle end time"})),
)


def shape_of(table: Table) -> strong.Shape | hevy.Shape:
    """The shape of the export. Raises ImportRefused, naming the columns seen, where it is neither."""
    shape = hevy.shape_of(table) or strong.shape_of(table)
    if shape is not None:
        return shape
    names = {name.casefold() for name in table.header}
    other = next((app for app, columns in _OTHERS if columns <= names), None)
    guess = f" It looks like an export of {other}." if other else ""
    raise ImportRefused(
        f"This is neither a Strong nor a Hevy export; its columns are: {listed(table.header)}.{guess}"
    )


def detect(data: bytes) -> Source:
    """The app that wrote a file. Raises ImportRefused where it is neither Strong nor Hevy."""
    return "hevy" if isinstance(shape_of(table_of(data)), hevy.Shape) else "strong"
