"""The one door: a file's bytes to entries and a full account of its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from underbar.importers import exercise_names
from underbar.importers.blocks import SetRow, entries_of, within_reach
from underbar.importers.detect import shape_of
from underbar.importers.hevy import adapter as hevy
from underbar.importers.hevy.shape import Shape as HevyShape
from underbar.importers.imported import Imported, NeedsUnit, Seen, Source, Tally, UnitHow, counts
from underbar.importers.reading import table_of
from underbar.importers.strong import adapter as strong
from underbar.importers.units import infer
from underbar.quantities import Unit

DAY_START = 4 * 60
"""Minutes after midnight at which a lifter's day begins (METHOD section 2)."""


def read(
    data: bytes,
    *,
    unit: Unit | None = None,
    mapping: Mapping[str, str] | None = None,
    day_start_minutes: int = DAY_START,
) -> Imported:
    """Everything that a Strong or Hevy export holds.

    `unit` is used only where the file names none; without it the unit is inferred, and NeedsUnit
    raised where the weights do not tell. `mapping`: an exercise's name in the file → a lift of the
    method, or the same name to keep it as it is; it goes before the built-in table. A workout that
    starts before `day_start_minutes` belongs to the day before. Raises ImportRefused, with a sentence
    for the lifter, where the file cannot be read; no bytes raise anything else.
    """
    chosen = exercise_names.checked_mapping(mapping)

    def lift_of(name: str) -> str | None:
        key = exercise_names.key_of(name)
        return chosen[key] if key in chosen else exercise_names.lift_of(name)

    table = table_of(data)
    shape = shape_of(table)
    tally = Tally()
    source: Source
    if isinstance(shape, HevyShape):
        source, rows = "hevy", hevy.sets_of(table, shape, tally)
    else:
        source, rows = "strong", strong.sets_of(table, shape, tally)
    found, how, share = _unit(rows, unit)
    rows = within_reach(rows, found, tally)
    entries = entries_of(
        rows, source, lift_of if chosen else exercise_names.lift_of, day_start_minutes, tally
    )
    sets = Counter(row.exercise for row in rows)
    return Imported(
        source=source,
        entries=tuple(entries),
        rows_read=len(table.rows),
        sets_stored=len(rows),
        warmups=sum(row.warmup for row in rows),
        repeated_workouts=tally.repeated_workouts,
        skipped=counts(+tally.skipped),
        left_out=counts(+tally.left_out),
        reported=tuple(sorted(tally.reported)),
        exercises=tuple(Seen(name, lift_of(name), count) for name, count in sorted(sets.items())),
        first_day=entries[0].day if entries else None,
        last_day=entries[-1].day if entries else None,
        unit=found,
        unit_how=how,
        unit_share=share,
    )


def _unit(rows: Sequence[SetRow], asked: Unit | None) -> tuple[Unit | None, UnitHow, float | None]:
    """The unit of the weights, how it is known, and for an inferred one the share for it."""
    units = {row.unit for row in rows if row.weight is not None}
    if not units:
        return None, "not needed", None
    if None not in units:
        return (units.pop() if len(units) == 1 else None), "column", None
    if asked is not None:
        return asked, "asked", None
    inferred = infer((row.exercise, row.weight) for row in rows if row.weight is not None)
    if not inferred.sure:
        raise NeedsUnit(
            "This file names no unit, and its weights could be pounds or kilograms: say which it is.",
            inferred.unit if inferred.telling else None,
            inferred.share,
        )
    return inferred.unit, "inferred", inferred.share
