"""What the questions see of a diary: a row a day, and a row a judged session. Nothing is filled in."""

from __future__ import annotations

from typing import Literal, NamedTuple

from underbar.quantities import Unit

Kept = Literal["done", "missed", "off"]
Zone = Literal["go", "hold", "back-off", "flare"]


class Day(NamedTuple):
    """One day, as a proleptic ordinal, with its morning; None where the diary does not tell.

    `ache`, `left`, `right`, `evening`: 0 to 10, of this morning, by side, and of the evening before it.
    `side`: that of the ache, left, right or both; None for no ache, or where it was not told.
    `sleep`, `device_sleep`: hours of the night that ended on this day, as the plan counts it, and as the
    sources tell it whatever was typed. `release`: of this day; None where nothing at all was logged, or
    before any daily work; `off` where it was locked or an experiment left it out. `sitting`: hours of this
    day. `load`: kilograms, the heaviest work weight of the method's lifts, 0.0 for a day without.
    `answered`: an ache was told. `flare`: this day's plan settled a flare. `flare_began`: on this day.
    `after_injection`: days since the last injection given, None for none in the last 42. `signs`: those of
    METHOD section 11 that this day's plan named. `stop`: a warning sign locked the plan. `asked`: the lifts
    that this day's plan had.
    """

    day: int
    ache: int | None = None
    left: int | None = None
    right: int | None = None
    side: str | None = None
    evening: int | None = None
    sleep: float | None = None
    device_sleep: float | None = None
    release: Kept | None = None
    sitting: float | None = None
    load: float = 0.0
    flare: bool = False
    flare_began: bool = False
    after_injection: int | None = None
    injected: str | None = None
    signs: tuple[str, ...] = ()
    stop: bool = False
    asked: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether an ache was told."""
        return self.ache is not None


class Judged(NamedTuple):
    """A session of a lift with its zone by its own mornings, METHOD section 5.

    `day`: proleptic ordinal. `load`: what counts for it, in `unit`. `zone`: `flare` where one began on the
    session's day or its two mornings. `symptom`: ache, pain or a hip shift had a part in a hold; False for
    a hold by missing data. `expected`: its next morning fell into days 1-7 after an injection.
    """

    lift: str
    day: int
    load: float
    unit: Unit
    zone: Zone
    symptom: bool
    expected: bool


class Diary(NamedTuple):
    """Every day from the first entry's to the last one asked for, none left out; empty for an empty diary."""

    days: tuple[Day, ...]
    sessions: tuple[Judged, ...]
