"""What the pages ask of a diary besides its plan: who lifts, where, towards what, what stands for a day."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from underbar.diary.records import Entry, Goal, Gym, Injection, Lifter, Screen, Zone
from underbar.protocol.document import load
from underbar.protocol.logged import Logged
from underbar.protocol.rules.setup import note_setup
from underbar.protocol.state import State
from underbar.quantities import Unit, Weight
from underbar.services.clock import now
from underbar.services.database import looking, unit_of_work
from underbar.services.fold import standing_between
from underbar.services.kept import until_changed
from underbar.services.lifter import moment_of, standing
from underbar.store import accounts, entries


class Facts(NamedTuple):
    """The lifter as the diary has it today. None and empty: not told.

    `gyms`: every named place as last described, in the order of their names; `gym`: the one in use.
    `goals`: by lift, as they stand. `screened`: a full screen was answered once. `zone`: IANA name.
    `last_injection`: the day of the last one given. `first_day`: of the diary.
    """

    empty: bool
    today: date
    units: Unit
    units_told: bool
    born: int | None
    bodyweight: Weight | None
    mode: str
    zone: str | None
    gyms: tuple[Gym, ...]
    gym: Gym | None
    goals: dict[str, Goal]
    screened: bool
    last_injection: date | None
    first_day: date | None


def facts(instant: datetime | None = None) -> Facts:
    """The facts of the lifter's day of `instant`, None for now; kept until the diary changes."""
    with looking() as owner:
        today = moment_of(owner, load(), instant or now()).day
        return until_changed(owner, ("facts", today), lambda: _facts(today))


def day_entries(day: date) -> tuple[Entry, ...]:
    """What stands in the diary for a day, corrections and voids applied; kept until the diary changes."""
    with looking() as owner:
        return until_changed(owner, ("day", day), lambda: _day(day))


def revision() -> int:
    """How often the diary has changed: two pages with the same number show the same diary."""
    with looking() as owner:
        return accounts.revision(owner)


def _day(day: date) -> tuple[Entry, ...]:
    with unit_of_work() as owner:
        diary = standing_between(owner, day, day)
    return tuple(entry for entry in diary.day_entries(day) if entry.id not in diary.superseded)


def _facts(today: date) -> Facts:
    with unit_of_work() as owner:
        ends = entries.days(owner)
        found = standing(owner, Lifter, Gym, Zone, Goal, Screen, Injection, until=today)
    state = State()
    gyms: dict[str, Gym] = {}
    zone: str | None = None
    screened, injected = False, None
    for day in found.days:
        dated = found.day_entries(day)
        note_setup(state, day.toordinal(), Logged(dated))
        for record in (entry.record for entry in dated):
            if isinstance(record, Gym):
                gyms[record.name] = record
            elif isinstance(record, Zone):
                zone = record.name
            elif isinstance(record, Screen):
                screened = screened or record.scope in (None, "full")
            elif isinstance(record, Injection) and not record.planned:
                injected = day
    return Facts(
        empty=ends is None,
        today=today,
        units=state.units,
        units_told=state.units_told,
        born=state.born,
        bodyweight=state.bodyweight,
        mode=state.mode,
        zone=zone,
        gyms=tuple(gyms[name] for name in sorted(gyms)),
        gym=state.gym,
        goals=dict(state.goals),
        screened=screened,
        last_injection=injected,
        first_day=ends[0] if ends else None,
    )
