"""The plan of one named day for every answer of its check-in: what a phone without a network looks up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise, product
from typing import Final, NamedTuple

from underbar.diary.diary import Diary
from underbar.diary.records import Checkin, Entry, Stiff
from underbar.protocol.document import Protocol, load
from underbar.protocol.plan import Plan
from underbar.protocol.state import State
from underbar.quantities import Side
from underbar.services import fold
from underbar.services.clock import now
from underbar.services.database import looking, unit_of_work
from underbar.services.kept import until_changed
from underbar.services.lifter import moment_of, numbers_on
from underbar.services.planning import MORNING, what_to_do

ACHES: Final = tuple(range(11))
STIFF: Final[tuple[Stiff | None, ...]] = ("none", "left", "both", None)
"""One-sided stands for either side: the method asks whether, not which (a test holds it to that)."""
MARKS: Final = ((False, False), (True, False), (False, True), (True, True))
"""(a flare was marked, ill with fever)"""
LONGEST: Final = 24 * 60 - 1
"""Minutes; the longest night that can be typed."""
_GRID: Final = 30
_TRIED: Final = (0, 1, 2, 3, 5)


class Answers(NamedTuple):
    """One morning's answers as far as they can change the plan. `sleep`: minutes as typed, None where
    nothing was typed. `side` of the ache, None for not told or none."""

    ache: int
    side: Side | None
    stiff: Stiff | None
    painkiller: bool
    flare: bool
    ill: bool
    sleep: int | None


class Band(NamedTuple):
    """Typed nights from `low` to `high` minutes, both included, that no plan tells apart."""

    low: int
    high: int


class Cell(NamedTuple):
    """What answers bring: the plan for the shortest and for the longest night of their band. They ask for
    the same and by the same rules; only hours in their reasons differ. Equal where no night was typed."""

    low: Plan
    high: Plan


class MorningTable(NamedTuple):
    """`cells` in the order of the axes: ache, side, stiffness, painkiller, marks, band (the last one for
    a night that was not typed). `sides` are those that the plan tells apart; any other is the last.
    In time means made before `noon` (minutes after midnight), or at most `after_waking` minutes after
    waking; a later check-in is not in the table."""

    day: date
    sides: tuple[Side | None, ...]
    bands: tuple[Band, ...]
    cells: tuple[Cell, ...]
    noon: int
    after_waking: int
    day_start: int

    def cell(self, said: Answers) -> Cell:
        """The cell of any answers."""
        side = said.side if said.side in self.sides else self.sides[-1]
        band = len(self.bands)
        if said.sleep is not None:
            band = next(at for at, found in enumerate(self.bands) if found.low <= said.sleep <= found.high)
        place = (
            ACHES.index(said.ache),
            self.sides.index(side),
            STIFF.index("left" if said.stiff == "right" else said.stiff),
            int(said.painkiller),
            MARKS.index((said.flare, said.ill)),
            band,
        )
        at = 0
        for where, size in zip(place, self.sizes, strict=True):
            at = at * size + where
        return self.cells[at]

    @property
    def sizes(self) -> tuple[int, ...]:
        """How long each axis is."""
        return (len(ACHES), len(self.sides), len(STIFF), 2, len(MARKS), len(self.bands) + 1)


def morning_table(day: date) -> MorningTable:
    """The table of `day`, today or tomorrow, as the diary stands; kept until it changes.

    Raises NoDiary, RuleFailure.
    """
    with looking() as owner:
        return until_changed(owner, ("morning table", day, load().digest), lambda: _made(day))


def table_days(instant: datetime | None = None) -> tuple[date, ...]:
    """The days that a phone should have a table of: today while it has no check-in, and tomorrow."""
    with looking() as owner:
        today = moment_of(owner, load(), instant or now()).day
        checked = until_changed(owner, ("checked in", today), lambda: _checked(owner, today))
    tomorrow = today + fold.ONE_DAY
    return (tomorrow,) if checked else (today, tomorrow)


def _checked(owner: int, day: date) -> bool:
    with unit_of_work():
        found = fold.standing_between(owner, day, day).day_entries(day)
    return any(isinstance(entry.record, Checkin) for entry in found)


_Kind = tuple[int, Side | None, Stiff | None, bool, tuple[bool, bool]]


class _Engine(NamedTuple):
    """Asks for the plan of the day, given answers; each question once."""

    protocol: Protocol
    state: State
    day: date
    planned: tuple[Entry, ...]
    known: dict[Answers, Plan]

    def plan(self, said: Answers) -> Plan:
        if said not in self.known:
            entry = Entry(self.day, _record(said), time=MORNING)
            diary = Diary.of([*self.planned, entry])
            self.known[said] = fold.advance_once(self.protocol, self.state, self.day, diary)
        return self.known[said]


def _made(day: date) -> MorningTable:
    protocol = load()
    with unit_of_work() as owner:
        state = fold.fold_to(owner, protocol, day - fold.ONE_DAY).state
        numbers = numbers_on(owner, protocol, day)
        planned = fold.standing_between(owner, day, day).day_entries(day)
    engine = _Engine(protocol, state, day, planned, {})
    sides = _sides(engine)
    kinds = list(product(ACHES, sides, STIFF, (False, True), MARKS))
    probes = [Answers(ache, None, stiff, False, False, False, None) for ache in _TRIED for stiff in STIFF[:2]]
    bands: tuple[Band, ...] = (Band(0, LONGEST),)
    while probes:
        bands = _cut(engine, bands, probes)
        # Where a band's two ends differ for some other answers, these are probed too.
        probes = [said for said in _spread(kinds) if not _even(engine, said, bands)][:1]
    return MorningTable(
        day,
        sides,
        bands,
        tuple(_cells(engine, kinds, bands)),
        round(numbers.timely_until * 60),
        round(numbers.timely_after_waking * 60),
        round(numbers.day_start * 60),
    )


def _record(said: Answers) -> Checkin:
    return Checkin(
        ache=said.ache,
        side=said.side if said.ache else None,
        stiff=said.stiff,
        sleep=None if said.sleep is None else said.sleep * 60,
        woke=MORNING,
        painkiller=said.painkiller,
        flare=said.flare,
        ill=said.ill,
    )


def _sides(engine: _Engine) -> tuple[Side | None, ...]:
    """The sides that some ache tells apart, and None for all the others."""
    told = [Answers(ache, None, "none", False, False, False, None) for ache in ACHES[1:]]
    sides: tuple[Side, ...] = ("left", "right", "both")
    apart = [
        side
        for side in sides
        if any(_same(engine.plan(said._replace(side=side))) != _same(engine.plan(said)) for said in told)
    ]
    return (*apart, None)


def _spread(kinds: Sequence[_Kind]) -> Iterator[Answers]:
    for ache, side, stiff, painkiller, marks in kinds:
        yield Answers(ache, side, stiff, painkiller, *marks, None)


def _even(engine: _Engine, said: Answers, bands: Sequence[Band]) -> bool:
    ends = [[_same(engine.plan(said._replace(sleep=at))) for at in band] for band in bands]
    return all(low == high for low, high in ends)


def _cut(engine: _Engine, bands: Sequence[Band], probes: Sequence[Answers]) -> tuple[Band, ...]:
    """The bands, cut where the probes change. Between two points of a grid that agree nothing changes:
    each rule about sleep asks for more or less than some number of hours. Where they disagree the very
    minute is sought."""
    cuts = {band.low for band in bands}
    grid = sorted({*range(0, LONGEST, _GRID), *(minute for band in bands for minute in band)})
    for said in probes:
        found = [(minute, _same(engine.plan(said._replace(sleep=minute)))) for minute in grid]
        for (low, before), (high, after) in pairwise(found):
            if before != after:
                cuts.add(_first_change(engine, said, low, high))
    starts = sorted(cuts)
    return tuple(Band(low, high - 1) for low, high in zip(starts, [*starts[1:], LONGEST + 1], strict=True))


def _first_change(engine: _Engine, said: Answers, low: int, high: int) -> int:
    before = _same(engine.plan(said._replace(sleep=low)))
    while high - low > 1:
        middle = (low + high) // 2
        if _same(engine.plan(said._replace(sleep=middle))) == before:
            low = middle
        else:
            high = middle
    return high


def _cells(engine: _Engine, kinds: Sequence[_Kind], bands: Sequence[Band]) -> Iterator[Cell]:
    for said in _spread(kinds):
        for band in bands:
            yield Cell(*(engine.plan(said._replace(sleep=at)) for at in (band.low, band.high)))
        yield Cell(engine.plan(said), engine.plan(said))


def _same(plan: Plan) -> tuple[object, ...]:
    """A plan without the numbers of its reasons: what to do, and which rules say so."""
    return (
        what_to_do(plan),
        plan.signs,
        plan.refer,
        tuple((found.rule, found.binding) for found in plan.reasons),
        tuple((found.rule, found.binding) for lift in plan.lifts for found in lift.reasons),
        tuple(work.left_first for work in plan.stability),
    )
