"""Sets of workouts to entries of the diary: one entry an exercise block, warm-ups apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from underbar.diary.records import Entry, Lift, Work
from underbar.importers.exercise_names import own_name
from underbar.importers.imported import LOWER_RPE, Tally
from underbar.quantities import LB_PER_KG, SetKind, Sets, Unit, Weight

_MOST: dict[Unit, float] = {"lb": 1500.0, "kg": 700.0}
_MOST_SETS = 99
_WORKOUT = itemgetter(1, 2)
_LOAD = itemgetter(7, 8)

TargetOf = Callable[[str, bool], str]
"""An exercise's name, and whether the set has a weight and repetitions, to its name in the diary."""


class SetRow(NamedTuple):
    """A set that was done. `weight` None: body weight, or none written. `unit` None: the file names none.

    `start`: of the workout; the wall clock, aware where the file tells the instant, or the day where the
    file tells no time. `order`: its number within its block, None for sets that are not numbered.
    """

    line: int
    start: datetime | date
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


class _What(NamedTuple):
    """What was done in a set, its weight to 0.01; `key` names it in the id of its block."""

    weight: Weight | None
    amount: float
    kind: SetKind
    key: str


@dataclass(slots=True)
class _Piece:
    """Sets of one exercise that follow each other. `target`: its name in the diary."""

    exercise: str
    target: str
    warmup: bool
    whats: list[_What]
    efforts: list[float]
    missed: bool = False


def is_liftable(weight: float, unit: Unit | None) -> bool:
    """Whether somebody could have lifted it: above 0, to 0.01, and at most 1,500 lb (700 kg)."""
    return unit is not None and 0 < round(weight, 2) <= _MOST[unit]


def within_reach(rows: Iterable[SetRow], unit: Unit | None, tally: Tally) -> list[SetRow]:
    """The rows without those of a weight that nobody lifts, which are reported. `unit`: of rows without."""
    rows = list(rows)
    loads = set(map(_LOAD, rows))
    heavy = {load for load in loads if load[0] is not None and not is_liftable(load[0], load[1] or unit)}
    if not heavy:
        return rows
    for row in rows:
        if _LOAD(row) in heavy:
            tally.report(row.line, "the weight is not above 0 and at most 1,500 lb (700 kg)")
    return [row for row in rows if _LOAD(row) not in heavy]


def entries_of(
    rows: Iterable[SetRow],
    source: str,
    unit: Unit | None,
    lift_of: Callable[[str], str | None],
    day_start: int,
    tally: Tally,
) -> list[Entry]:
    """The entries of sets in file order, ordered by the start of their workout.

    `unit`: of rows without; every weight has one then. A set of a method's lift counts as that lift only
    with a weight and repetitions: without them it says nothing of the load, and stands under the name that
    the file gives it.
    """

    @cache
    def target_of(exercise: str, loaded: bool) -> str:
        return (lift_of(exercise) if loaded else None) or own_name(exercise)

    workouts: dict[tuple[datetime | date, str], list[SetRow]] = {}
    for key, alike in groupby(rows, key=_WORKOUT):
        workouts.setdefault(key, []).extend(alike)
    entries: list[Entry] = []
    for start, name in sorted(workouts, key=lambda key: str(key[0])):
        day, minutes, stamp = _when(start, day_start)
        ordinals: dict[str, int] = {}
        for piece in _pieces(workouts[start, name], unit, target_of):
            ordinal = ordinals[piece.exercise] = ordinals.get(piece.exercise, 0) + 1
            block = _digest(10, source, stamp, name, piece.exercise, str(ordinal))
            mark = "w" if piece.warmup else ""
            content = _digest(4, *[what.key + mark for what in piece.whats])
            key = f"{source}-{block}-{content}"
            entries.append(Entry(day, _lift(piece, tally), time=minutes, source=source, id=key))
    return entries


def _when(start: datetime | date, day_start: int) -> tuple[date, int | None, str]:
    """The day of a workout, its minutes after midnight, and what ids call it in every zone."""
    if not isinstance(start, datetime):
        return start, None, start.isoformat()
    day = (start - timedelta(minutes=day_start)).date()
    stamp = (start.astimezone(UTC) if start.tzinfo else start).isoformat()
    return day, start.hour * 60 + start.minute, stamp


def _pieces(rows: Sequence[SetRow], unit: Unit | None, target_of: TargetOf) -> list[_Piece]:
    pieces: list[_Piece] = []
    piece: _Piece | None = None
    before: int | None = None
    said = target = ""
    loaded = False
    for _, _, _, exercise, order, warmup, failed, weight, its, amount, kind, effort in rows:
        if exercise != said or loaded is not (weight is not None and kind == "reps"):
            said, loaded = exercise, weight is not None and kind == "reps"
            target = target_of(exercise, loaded)
        if (
            piece is None
            or exercise != piece.exercise
            or target != piece.target
            or warmup != piece.warmup
            or (order is not None and before is not None and order <= before)
        ):
            if piece is None or exercise != piece.exercise:
                before = None
            piece = _Piece(exercise, target, warmup, [], [])
            pieces.append(piece)
        piece.whats.append(_what(weight, its or unit, amount, kind))
        if failed:
            piece.missed = True
        if effort is not None:
            piece.efforts.append(effort)
        if order is not None:
            before = order
    return pieces


def _lift(piece: _Piece, tally: Tally) -> Lift:
    work: list[Work] = []
    before, count = piece.whats[0], 0
    for what in piece.whats:
        if count == _MOST_SETS or (what is not before and what != before):
            work.append(_work(before, count))
            before, count = what, 0
        count += 1
    work.append(_work(before, count))
    highest = None
    if piece.efforts:
        highest = max(piece.efforts)
        tally.left_out[LOWER_RPE] += sum(effort != highest for effort in piece.efforts)
    return Lift(piece.target, tuple(work), warmup=piece.warmup, missed=piece.missed, rpe=highest)


@lru_cache(maxsize=65536)
def _what(weight: float | None, unit: Unit | None, amount: float, kind: SetKind) -> _What:
    if weight is None or unit is None:
        return _What(None, amount, kind, f"x{amount:g}{kind}")
    lifted = round(weight, 2)
    # In hundredths of a kilogram, so that switching the app to the other unit changes no key.
    hundredths = round(lifted / (LB_PER_KG if unit == "lb" else 1) * 100)
    return _What(Weight(lifted, unit), amount, kind, f"{hundredths}x{amount:g}{kind}")


@lru_cache(maxsize=65536)
def _work(what: _What, count: int) -> Work:
    return Work(what.weight, Sets(count, what.amount, what.kind))


def _digest(size: int, *parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=size).hexdigest()
