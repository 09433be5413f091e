"""The bar work of a day as it is carried out: set by set, with its plates, and what stands of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final, Literal, NamedTuple

from underbar.diary.records import Entry, Gym, Lift, Record
from underbar.diary.vocabulary import LIFTS
from underbar.protocol.document import load
from underbar.protocol.plan import LiftPlan, Plan
from underbar.protocol.rules.plates import Rack, rack
from underbar.quantities import Unit, Weight
from underbar.services.database import looking, unit_of_work
from underbar.services.diary_log import Logged, add_record
from underbar.services.errors import ServiceError
from underbar.services.facts import day_entries, facts
from underbar.services.kept import until_changed
from underbar.services.lifter import standing
from underbar.store import entries

Tool = Literal["bar", "bells"]
MOST_NAMES: Final = 40
_NEAR: Final = 0.051
"""How far a load written to 0.1 may lie from the one that the plates make."""


class Load(NamedTuple):
    """A load in the lift's unit and as the gym at hand makes it.

    `plates`: one end of the bar in the gym's unit, heaviest first; empty for the bare bar, for
    bells, and where the load can't be made. `below`: the heaviest that can, where this one can't.
    `bar`: its weight in the gym's unit, 0 for bells.
    """

    weight: float
    unit: Unit
    made: float
    gym_unit: Unit
    tool: Tool
    bar: float
    plates: tuple[float, ...]
    below: float | None = None


class Set(NamedTuple):
    """One set to do. `number` of `of`, from 1."""

    number: int
    of: int
    reps: int
    load: Load


class BarWork(NamedTuple):
    """One lift of the day. `asked`: the planned weight, in `unit`. `choice`: how the lifter's own
    choice differs from the plan, None where it does not."""

    lift: str
    unit: Unit
    asked: float
    warmup: tuple[Set, ...]
    work: tuple[Set, ...]
    choice: Literal["lighter", "shorter", "heavier"] | None = None


class Choice(NamedTuple):
    """What the lifter would rather do. None: as planned. `weight` in the lift's unit."""

    lift: str | None = None
    weight: float | None = None
    sets: int | None = None


class Stands(NamedTuple):
    """A line of a lift in today's diary: what of the session is done. `sets` counts sets."""

    id: str
    lift: str
    warmup: bool
    sets: int
    weight: float | None
    unit: Unit | None
    reps: float
    brace: bool
    pain: int | None


AS_PLANNED: Final = Choice()


def bar_work(plan: Plan, choice: Choice = AS_PLANNED) -> tuple[BarWork, ...]:
    """The lifts of a plan, set by set, for the gym at hand; empty on a day without bar work."""
    if not plan.lifts:
        return ()
    gym = facts().gym
    mine = choice.lift or plan.lifts[0].lift
    return tuple(_work(lift, gym, choice if lift.lift == mine else AS_PLANNED) for lift in plan.lifts)


def _work(lift: LiftPlan, gym: Gym | None, choice: Choice) -> BarWork:
    tool = load().lifts[lift.lift].tool
    place = rack(gym, lift.lift, tool, lift.unit)
    weight = lift.weight if choice.weight is None else choice.weight
    sets = lift.sets if choice.sets is None else max(1, min(choice.sets, lift.sets))
    warm = [(s.weight, s.reps) for s in lift.warmup if s.weight < weight]
    changed: Literal["lighter", "shorter", "heavier"] | None = None
    if weight != lift.weight:
        changed = "lighter" if weight < lift.weight else "heavier"
    elif sets != lift.sets:
        changed = "shorter"
    return BarWork(
        lift.lift,
        lift.unit,
        lift.weight,
        tuple(Set(n, len(warm), reps, _load(w, place, tool)) for n, (w, reps) in enumerate(warm, 1)),
        tuple(Set(n, sets, lift.reps, _load(weight, place, tool)) for n in range(1, sets + 1)),
        changed,
    )


def _load(weight: float, place: Rack, tool: str) -> Load:
    kind: Tool = "bells" if tool == "bells" else "bar"
    under = place.down(weight + _NEAR)
    if under is not None and abs(under - weight) <= _NEAR:
        made = place.made[place.loads.index(under)]
        return Load(weight, place.unit, made, place.gym_unit, kind, place.bar, place.plates(under))
    other = weight if place.gym_unit == place.unit else Weight(weight, place.unit).to(place.gym_unit)
    return Load(weight, place.unit, round(other, 1), place.gym_unit, kind, place.bar, (), under)


def standing_sets(day: date, lifts: Iterable[str]) -> tuple[Stands, ...]:
    """The lines of `lifts` that stand in the diary for a day, in the order of the diary."""
    wanted = set(lifts)
    return tuple(
        _stands(entry, entry.record)
        for entry in day_entries(day)
        if isinstance(entry.record, Lift) and entry.record.exercise in wanted
    )


def _stands(entry: Entry, record: Lift) -> Stands:
    weights = [work.weight for work in record.work if work.weight is not None]
    heaviest = max(weights, key=lambda weight: weight.to("kg"), default=None)
    return Stands(
        entry.id or "",
        record.exercise,
        record.warmup,
        sum(work.sets.count for work in record.work),
        None if heaviest is None else heaviest.value,
        None if heaviest is None else heaviest.unit,
        record.work[0].sets.amount if record.work else 0,
        record.brace,
        record.pain,
    )


def finish(
    lift: str,
    day: date,
    *,
    last: str | None,
    pain: int | None,
    rpe: float | None,
    shift: Literal["left", "right"] | None,
    instant: datetime,
    id_: str | None,
) -> Logged:
    """Put how the session was on its last set, by a correction of that entry; None leaves what it said.

    `last` is the entry of that set; where it is not a line of the lift that day, the last one is.
    Raises ServiceError where nothing of the lift was logged that day, or nothing is told.
    """
    if pain is None and rpe is None and shift is None:
        raise ServiceError("There is nothing to note yet: choose one of the answers, or leave it open.")
    with unit_of_work() as owner:
        sent = entries.by_ids(owner, [id_] if id_ is not None else [])
        if sent:
            return Logged((), tuple(sent), ())
        lines = [
            (entry.id, entry.record)
            for entry in day_entries(day)
            if isinstance(entry.record, Lift) and entry.record.exercise == lift
        ]
        lines = [line for line in lines if not line[1].warmup] or lines
        if not lines:
            raise ServiceError("Nothing of this lift is in today's diary yet, so there is nothing to add to.")
        aim, record = next((line for line in lines if line[0] == last), lines[-1])
        told = replace(
            record,
            pain=record.pain if pain is None else pain,
            rpe=record.rpe if rpe is None else rpe,
            shift=record.shift if shift is None else shift,
        )
        return add_record(told, day, supersedes=aim, instant=instant, id_=id_)


def entry_of(id_: str) -> Entry | None:
    """The entry of that id in the lifter's own diary; None where it has none."""
    with looking() as owner:
        return next(iter(entries.by_ids(owner, [id_])), None)


def names_used(until: date, kind: type[Record] = Lift) -> tuple[Any, ...]:
    """The records of a kind that the lifter logged up to a day, the latest first; kept until the diary
    changes. For exercises: their names, each once."""
    with looking() as owner:
        return until_changed(owner, ("used", until, kind), lambda: _used(until, kind))


def _used(until: date, kind: type[Record]) -> tuple[Any, ...]:
    with unit_of_work() as owner:
        found = entries.of_kind(owner, kind, until=until)
    records = [entry.record for entry in reversed(found)]
    if kind is Lift:
        names = (record.exercise for record in records if isinstance(record, Lift))
        return tuple(dict.fromkeys(names))[:MOST_NAMES]
    return tuple(records[:MOST_NAMES])


def lately(until: date, most: int = 4) -> tuple[Entry, ...]:
    """The latest entry of each exercise that is no lift of the method, up to a day, the latest first;
    kept until the diary changes."""
    with looking() as owner:
        return until_changed(owner, ("lately", until, most), lambda: _lately(until, most))


def _lately(until: date, most: int) -> tuple[Entry, ...]:
    with unit_of_work() as owner:
        found = standing(owner, Lift, until=until)
    latest: dict[str, Entry] = {}
    for entry in reversed(found.entries):
        record = entry.record
        counts = isinstance(record, Lift) and not record.warmup and entry.id not in found.superseded
        if counts and isinstance(record, Lift) and record.exercise not in LIFTS:
            latest.setdefault(record.exercise, entry)
    return tuple(latest.values())[:most]
