"""Left against right: tests, stability work and one-sided loads over time, by METHOD 7's three conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from statistics import stdev
from typing import Final, Literal, NamedTuple

from underbar.diary.diary import Diary
from underbar.diary.records import Stability, Test
from underbar.protocol.numbers import Numbers
from underbar.quantities import SetKind, Side, Unit

Measure = Literal["test", "done", "level", "load"]
_Row = tuple[Measure, str, str, float, float]
MEASURES: Final[tuple[Measure, ...]] = ("test", "done", "level", "load")
NOT_STRENGTH: Final = "straight-leg-raise"
"""A test that scores difficulty: it says nothing of which side is the weaker."""


class Pair(NamedTuple):
    """Both sides of one day. `day`: proleptic ordinal."""

    day: int
    left: float
    right: float

    @property
    def percent(self) -> float:
        """100 × (right − left) / the larger: above 0 where the right did more, 0 where neither did any."""
        larger = max(self.left, self.right)
        return 100 * (self.right - self.left) / larger if larger else 0.0


class Series(NamedTuple):
    """One kind of comparison over time, oldest first.

    `what`: an exercise or a test. `measure`: `test`, a `test` entry; `done`, all sets of a day at one level
    and weight; `level`, the highest of the day a side; `load`, the heaviest of the day a side. `unit`: `s`,
    `m`, `reps`, `lb`, `kg`; empty for a level. A test told in seconds and in repetitions is two kinds.

    The conditions are read from the last `wanted` pairs, and False with fewer. `large`: the last pair
    differs by `limit` percent or more. `same_side`: each of them is led by one side. `beyond_scatter`: their
    `mean` difference is larger than their `scatter`, the standard deviation, both in percent (of fewer
    pairs where there are no more; the scatter of one is 0).
    """

    what: str
    measure: Measure
    unit: str
    pairs: tuple[Pair, ...]
    wanted: int
    limit: float
    mean: float
    scatter: float
    large: bool
    same_side: bool
    beyond_scatter: bool

    @property
    def target(self) -> Side | None:
        """The weaker side, where all three conditions are met: a training target. None: say nothing of it."""
        if not (self.large and self.same_side and self.beyond_scatter):
            return None
        return "left" if self.pairs[-1].percent > 0 else "right"

    @property
    def differs(self) -> bool:
        """Whether the sides were ever unlike."""
        return any(pair.left != pair.right for pair in self.pairs)


def side_by_side(n: Numbers, diary: Diary, until: date) -> tuple[Series, ...]:
    """Each kind with at least one pair up to `until`, that day included; tests first, then by exercise.

    `n`: the lifter's numbers. Of a day with several entries of a kind, each test is a pair of its own;
    work is added up, and of levels and loads the highest counts. Entries without both sides tell nothing.
    """
    found: dict[tuple[Measure, str, str], list[Pair]] = {}
    for day in diary.days:
        if day > until:
            break
        records = [entry.record for entry in diary.day_entries(day)]
        tests = (record for record in records if isinstance(record, Test))
        work = [record for record in records if isinstance(record, Stability)]
        for measure, what, unit, left, right in (*_tests(tests), *_done(work), *_tops(work)):
            found.setdefault((measure, what, unit), []).append(Pair(day.toordinal(), left, right))
    order = sorted(found, key=lambda key: (MEASURES.index(key[0]), key[1], key[2]))
    return tuple(_series(n, *key, tuple(found[key])) for key in order)


def _tests(tests: Iterable[Test]) -> Iterator[_Row]:
    for test in tests:
        if test.what != NOT_STRENGTH:
            yield "test", test.what, test.unit or "reps", test.left, test.right


def _done(work: Iterable[Stability]) -> Iterator[_Row]:
    """What each side did, where both did it at one level, with one weight and in one unit."""
    sums: dict[tuple[str, int | None, object, SetKind], list[float]] = {}
    for record in work:
        for side, sets in enumerate((record.left, record.right)):
            if sets is not None:
                key = (record.exercise, record.level, record.weight, sets.kind)
                sums.setdefault(key, [0.0, 0.0])[side] += sets.count * sets.amount
    for (exercise, _, _, kind), (left, right) in sums.items():
        if left and right:
            yield "done", exercise, kind, left, right


def _tops(work: Iterable[Stability]) -> Iterator[_Row]:
    """The highest level and the heaviest weight a side, where a side was logged on its own."""
    levels: dict[str, tuple[list[float], list[float]]] = {}
    loads: dict[tuple[str, Unit], tuple[list[float], list[float]]] = {}
    for record in work:
        for side, sets in enumerate((record.left, record.right)):
            if sets is None:
                continue
            if record.level is not None:
                levels.setdefault(record.exercise, ([], []))[side].append(record.level)
            if record.weight is not None:
                key = (record.exercise, record.weight.unit)
                loads.setdefault(key, ([], []))[side].append(record.weight.value)
    for exercise, (left, right) in levels.items():
        if left and right:
            yield "level", exercise, "", max(left), max(right)
    for (exercise, unit), (left, right) in loads.items():
        if left and right:
            yield "load", exercise, unit, max(left), max(right)


def _series(n: Numbers, measure: Measure, what: str, unit: str, pairs: tuple[Pair, ...]) -> Series:
    """As the engine reads tests (`protocol.rules.stability.side_difference`), said condition by condition."""
    wanted = int(n.side_difference_tests)
    last = [pair.percent for pair in pairs[-wanted:]]
    enough = len(last) == wanted
    mean = sum(last) / len(last)
    scatter = stdev(last) if len(last) > 1 else 0.0
    return Series(
        what,
        measure,
        unit,
        pairs,
        wanted,
        n.side_difference,
        mean,
        scatter,
        large=enough and abs(last[-1]) >= n.side_difference,
        same_side=enough and (min(last) > 0 or max(last) < 0),
        beyond_scatter=enough and abs(mean) > scatter,
    )
