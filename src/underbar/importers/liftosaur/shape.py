"""What Liftosaur's files look like: the columns of its CSV, the keys of its backup."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from underbar.importers.documents import objects
from underbar.importers.reading import Table

NOT_DONE: Final = "a set that was not done"
LEFT_SIDE: Final = "other repetitions of the left side"

_NEEDED: Final = (
    "workout datetime", "exercise", "is warmup set?", "completed reps", "completed weight value",
    "completed weight unit",
)  # fmt: skip
_OF_A_BACKUP: Final = (b'"currentProgramId"', b'"tempUserId"', b'"dayName"')


class Shape(NamedTuple):
    """Columns from 0; None where the file has none."""

    width: int
    date: int
    workout: int | None
    exercise: int
    warmup: int
    reps: int
    rpe: int | None
    weight: int
    weight_unit: int
    notes: tuple[int, ...]


def shape_of(table: Table) -> Shape | None:
    """The shape of a Liftosaur CSV; None where the table is none."""
    names = [name.casefold() for name in table.header]
    if not all(names.count(name) == 1 for name in _NEEDED):
        return None
    date, exercise, warmup, reps, weight, unit = (names.index(name) for name in _NEEDED)
    return Shape(
        width=len(names),
        date=date,
        workout=names.index("day name") if "day name" in names else None,
        exercise=exercise,
        warmup=warmup,
        reps=reps,
        rpe=names.index("completed rpe") if "completed rpe" in names else None,
        weight=weight,
        weight_unit=unit,
        notes=tuple(index for index, name in enumerate(names) if name == "notes"),
    )


def is_backup(head: bytes) -> bool:
    """Whether a JSON text that begins so is a backup."""
    return any(key in head for key in _OF_A_BACKUP)


def history_of(backup: Any) -> list[dict[str, Any]] | None:
    """The workouts of a backup, with or without what stands around them; None where it has none."""
    storage = _storage(backup)
    history = storage.get("history") if isinstance(storage, dict) else storage
    return objects(history) if isinstance(history, list) else None


def own_exercises(backup: Any) -> dict[str, str]:
    """The names of exercises that the lifter made, by id."""
    storage = _storage(backup)
    settings = storage.get("settings") if isinstance(storage, dict) else None
    made = settings.get("exercises") if isinstance(settings, dict) else None
    if not isinstance(made, dict):
        return {}
    return {
        key: value["name"]
        for key, value in made.items()
        if isinstance(value, dict) and isinstance(value.get("name"), str)
    }


def _storage(backup: Any) -> Any:
    return backup["storage"] if isinstance(backup, dict) and "storage" in backup else backup
