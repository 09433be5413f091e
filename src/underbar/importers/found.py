"""What a source hands over: sets, stretches of sleep and readings, in one shape for all sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

from underbar.importers.blocks import SetRow
from underbar.importers.zones import Zones
from underbar.quantities import Unit

What = Literal["pulse", "hrv", "weight"]


class Slept(NamedTuple):
    """A stretch of sleep as one source has it, or, where that is all it says, the total of a night.

    `source`: the diary's word for the device or app that measured, lower case ASCII (`oura`,
    `apple-watch`). `start` and `end` are aware, in the zone in which it was slept; both None for a total
    of `day`. `asleep`: seconds asleep, above 0 and at most `end` - `start`; where equal, the stretch is
    all sleep (a stage), and overlapping ones are never counted twice. `nap`: what the source says, None
    where it says nothing. `staged`: a stretch that the source sorted into light, deep or REM. `day`: the
    day of waking where the source names it, else None and the day on which `end` lies.
    """

    source: str
    start: datetime | None
    end: datetime | None
    asleep: int
    nap: bool | None = None
    staged: bool = False
    day: date | None = None


class Reading(NamedTuple):
    """One measurement: resting pulse in beats a minute, HRV in milliseconds, or body weight in `unit`.

    `at`: when it was taken, aware or local; only the order within a day is read of it. None: unknown.
    """

    source: str
    day: date
    what: What
    value: float
    unit: Unit | None = None
    at: datetime | None = None


@dataclass(slots=True)
class Found:
    """All that a source's files hold of what a diary keeps. Sets are in the order of the file."""

    sets: list[SetRow] = field(default_factory=list)
    slept: list[Slept] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the lifter says about a file that it does not say itself.

    `unit`: of weights that name none. `mapping`: an exercise's name in the file → a lift of the method,
    or the same name to keep it. `columns`: for tables of no known app, the names of a header → what each
    column holds, "" for nothing of use. `zones`: where the lifter was. `day_start_minutes`: after midnight;
    a workout before it belongs to the day before (METHOD section 2).
    """

    unit: Unit | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[tuple[str, ...], Mapping[str, str]] = field(default_factory=dict)
    zones: Zones = field(default_factory=Zones)
    day_start_minutes: int = 4 * 60


