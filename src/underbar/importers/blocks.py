"""Sets of workouts to entries of the diary: one entry an exercise block, warm-ups apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from underbar.diary.records import Entry, Lift, Work
from underbar.importers.exercise_names import own_name
from underbar.importers.imported import LOWER_RPE, Source, Tally
from underbar.quantities import LB_PER_KG, SetKind, Sets, Unit, Weight

_MOST: dict[Unit, float] = {"lb": 1500.0, "kg": 700.0}
_MOST_SETS = 99
_WORK = attrgetter("weight", "unit", "amount", "kind")


class SetRow(NamedTuple):
    """A set that was done. `weight` None: body weight, or none written. `unit` None: the file names none.

    `order`: its number within its block, None for sets that are not numbered.
    """

    line: int
    start: datetime
    workout: str
    exercise: str
    order: int | None
    warmup: bool
    failed: bool
    weight: float | None
    unit: Unit | None
    amount: float
    kind: SetKind
    rpe: float | None


class _Piece(NamedTuple):
    exercise: str
    target: str
    warmup: bool
    rows: list[SetRow]


def within_reach(rows: Iterable[SetRow], unit: Unit | None, tally: Tally) -> list[SetRow]:
    """The rows with every weight in a unit and to 0.01, without the noise of converted numbers.

    A weight that nobody lifts is reported and its row left out.
    """
    kept = []
    for row in rows:
        if row.weight is None:
            kept.append(row)
            continue
        its = row.unit or unit
        weight = round(row.weight, 2)
        if its is None or not 0 < weight <= _MOST[its]:
            tally.report(row.line, "the weight is not above 0 and at most 1,500 lb (700 kg)")
            continue
        same = weight == row.weight and its == row.unit  # nearly always, and a copy is dear
        kept.append(row if same else row._replace(weight=weight, unit=its))
    return kept


def entries_of(
    rows: Iterable[SetRow], source: Source, lift_of: Callable[[str], str | None], day_start: int, tally: Tally
) -> list[Entry]:
    """The entries of sets in file order, ordered by the start of their workout.

    A set of a method's lift counts as that lift only with a weight and repetitions: without
    them it says nothing of the load, and stands under the name that the file gives it.
    """
    workouts: dict[tuple[datetime, str], list[SetRow]] = {}
    for row in rows:
        workouts.setdefault((row.start, row.workout), []).append(row)
    entries: list[Entry] = []
    for start, name in sorted(workouts, key=lambda key: key[0]):
        day = (start - timedelta(minutes=day_start)).date()
        ordinals: dict[str, int] = {}
        for piece in _pieces(workouts[start, name], lift_of):
            ordinal = ordinals[piece.exercise] = ordinals.get(piece.exercise, 0) + 1
            block = _digest(10, source, start.isoformat(), name, piece.exercise, str(ordinal))
            key = f"{source}-{block}-{_digest(4, *map(_set_key, piece.rows))}"
            entries.append(
                Entry(day, _lift(piece, tally), time=start.hour * 60 + start.minute, source=source, id=key)
            )
    return entries


def _pieces(rows: Sequence[SetRow], lift_of: Callable[[str], str | None]) -> list[_Piece]:
    pieces: list[_Piece] = []
    last_order: int | None = None
    for row in rows:
        lift = lift_of(row.exercise) if row.weight is not None and row.kind == "reps" else None
        target = lift or own_name(row.exercise)
        restarts = row.order is not None and last_order is not None and row.order <= last_order
        piece = pieces[-1] if pieces else None
        if piece is None or piece.exercise != row.exercise:
            last_order = None
        if (
            piece is None
            or restarts
            or (piece.exercise, piece.target, piece.warmup) != (row.exercise, target, row.warmup)
        ):
            piece = _Piece(row.exercise, target, row.warmup, [])
            pieces.append(piece)
        piece.rows.append(row)
        if row.order is not None:
            last_order = row.order
    return pieces


def _lift(piece: _Piece, tally: Tally) -> Lift:
    work: list[Work] = []
    for (value, unit, amount, kind), alike in groupby(piece.rows, key=_WORK):
        weight = None if value is None else Weight(value, unit)
        count = sum(1 for _ in alike)
        while count:
            now = min(count, _MOST_SETS)
            work.append(Work(weight, Sets(now, amount, kind)))
            count -= now
    efforts = [row.rpe for row in piece.rows if row.rpe is not None]
    highest = max(efforts, default=None)
    tally.left_out[LOWER_RPE] += sum(effort != highest for effort in efforts)
    return Lift(
        piece.target,
        tuple(work),
        warmup=piece.warmup,
        missed=any(row.failed for row in piece.rows),
        rpe=highest,
    )


def _set_key(row: SetRow) -> str:
    # In hundredths of a kilogram, so that switching the app to the other unit changes no key.
    weight = ""
    if row.weight is not None:
        weight = str(round(row.weight / (LB_PER_KG if row.unit == "lb" else 1) * 100))
    return f"{weight}x{row.amount:g}{row.kind}{'w' if row.warmup else ''}"


def _digest(size: int, *parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=size).hexdigest()
