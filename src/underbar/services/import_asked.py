"""What a reader is told beforehand: what the lifter says of a file, said of one like it, where they were."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Final, NamedTuple

from underbar.diary.records import Zone
from underbar.diary.vocabulary import LIFTS
from underbar.importers import Asked, NeedsColumns, Zones
from underbar.importers.any_table import shape as any_table
from underbar.importers.exercise_names import key_of, lift_of
from underbar.protocol.document import load
from underbar.quantities import Unit
from underbar.services.clock import MachineZone, zone_named
from underbar.services.lifter import numbers_on, standing, today_of
from underbar.store import remembered

ROLES: Final = any_table.ROLES
"""What a column of a table can hold: the word for it, and what that says to the lifter."""
_EXERCISE: Final = "exercise"
_COLUMNS: Final = "columns"
_OWN: Final = "own"


class Said(NamedTuple):
    """What the lifter says of a file. `unit`: of weights that name none, None unsaid. `mapping`: an
    exercise's name → a lift of the method, or the name itself. `columns`: a column's name → what it
    holds, "" for nothing of use."""

    unit: Unit | None = None
    mapping: Mapping[str, str] = {}
    columns: Mapping[str, str] = {}


def asked(owner: int, said: Said, instant: datetime) -> Asked:
    """What a reader is told: what is said now goes before what was said once. Inside a transaction."""
    protocol = load()
    day = today_of(owner, protocol, instant).day
    now_said = {key_of(name) for name in said.mapping}
    once = {
        name: name if lift == _OWN else lift
        for name, lift in remembered.all_of(owner, _EXERCISE).items()
        if name not in now_said
    }
    return Asked(
        unit=said.unit,
        mapping=once | dict(said.mapping),
        zones=_zones(owner),
        day_start_minutes=round(numbers_on(owner, protocol, day).day_start * 60),
    )


def columns_of(owner: int, said: Said, table: NeedsColumns) -> dict[str, str]:
    """What the columns of a table hold, as said now or once; empty where nothing was said of it."""
    if not set(said.columns).isdisjoint(table.header):
        return {name: said.columns.get(name, "") for name in table.header}
    once = remembered.all_of(owner, _COLUMNS).get(_digest(table.header))
    found: dict[str, str] = json.loads(once) if once else {}
    return found


def remember(owner: int, said: Said, tables: Mapping[tuple[str, ...], Mapping[str, str]]) -> None:
    """Keep for the next file what was said of exercises, where it is not what is thought of them anyway, and
    of tables by their header."""
    once = remembered.all_of(owner, _EXERCISE)
    lifts = {
        key_of(name): lift if lift in LIFTS else _OWN
        for name, lift in said.mapping.items()
        if key_of(name) in once or (lift if lift in LIFTS else None) != lift_of(name)
    }
    remembered.keep(owner, _EXERCISE, lifts)
    columns = {_digest(header): json.dumps(dict(holds)) for header, holds in tables.items()}
    remembered.keep(owner, _COLUMNS, columns)


def _digest(header: tuple[str, ...]) -> str:
    return sha256("\0".join(header).encode("utf-8", "surrogatepass")).hexdigest()


def _zones(owner: int) -> Zones:
    """The zones of the diary. Before the first of them the lifter was there too; without one, they were
    where this machine is."""
    changes = [
        (entry.day, zone)
        for entry in standing(owner, Zone).entries
        if isinstance(entry.record, Zone) and (zone := zone_named(entry.record.name))
    ]
    return Zones(changes, before=changes[0][1] if changes else MachineZone())
