"""The parts of the protocol document as values: lifts, warning signs, ladders, windows, sources."""

from __future__ import annotations

from typing import Final, Literal

from underbar.frozen import frozen
from underbar.quantities import Sets, Unit

TAGS: Final = ("[ART]", "[L]", "[L2]", "[DES]")
GRADES: Final = ("STRONG", "MODERATE", "LIMITED", "ANECDOTAL", "CONTRADICTED")
COMPONENTS: Final = ("release", "bar", "course")
LEVELS: Final = ("E", "U", "R", "M")
SCOPES: Final = ("full", "re", "injection")


@frozen
class LiftRule:
    """How a lift starts and climbs; each mass in both units of plates.

    `start_percent` of the best of `start_of` before the injury bounds the start, None where the
    best plays no part. `cap`: most that a load may lie above the base of the ceiling.
    """

    id: str
    kind: Literal["hinge", "squat"]
    tool: Literal["plates", "bells"]
    start_lb: float
    start_kg: float
    start_percent: float | None
    start_of: str
    step_lb: float
    step_kg: float
    cap_lb: float
    cap_kg: float
    tag: str
    sources: tuple[str, ...]

    def start(self, unit: Unit) -> float:
        """The first working load, in `unit`."""
        return self.start_lb if unit == "lb" else self.start_kg

    def step(self, unit: Unit) -> float:
        """One whole step, in `unit`."""
        return self.step_lb if unit == "lb" else self.step_kg

    def cap(self, unit: Unit) -> float:
        """The most above the ceiling's base, in `unit`."""
        return self.cap_lb if unit == "lb" else self.cap_kg


@frozen
class ScreenRule:
    """A warning sign: level E, U, R or M, further levels, whether it holds loads, what it disables.

    `asked`: the screens that ask it by itself. `rows`: rows of the evidence table of warning signs.
    """

    id: str
    level: Literal["E", "U", "R", "M"]
    adds: tuple[str, ...]
    hold: bool
    disables: tuple[str, ...]
    asked: tuple[str, ...]
    rows: tuple[int, ...]
    sources: tuple[str, ...]


@frozen
class Level:
    """One step of a ladder. `dose` to do, `top` the dose at which a level up is earned.

    Tempo in seconds: held at the top, the slow way out, up and down; None where none is given.
    `body_percent`: weight in percent of body weight. `added_kg`: lightest and heaviest added weight.
    """

    level: int
    id: str
    name: str
    dose: Sets
    top: Sets
    per_side: bool
    up: tuple[str, ...]
    pause_s: float | None
    out_s: float | None
    up_s: float | None
    down_s: float | None
    body_percent: float | None
    effort_percent: float | None
    added_kg: tuple[float, ...]


@frozen
class Ladder:
    """The levels of a stability exercise, from 0 up, with the signs at which to stop."""

    id: str
    levels: tuple[Level, ...]
    stop: tuple[str, ...]
    caution: tuple[str, ...]
    tag: str
    sources: tuple[str, ...]


@frozen
class InjectionRow:
    """Days `first` to `last` after an injection. `bar_percent`: 0 none, None where nothing caps it.

    `stability`: the highest level, -1 for none, None for the current one.
    """

    first: int
    last: int
    bar_percent: float | None
    raises: bool
    release: bool
    stability: int | None
    tag: str
    sources: tuple[str, ...]


@frozen
class Component:
    """How well a part of the method is supported."""

    grade: str
    sources: tuple[str, ...]
    says: str


@frozen
class Source:
    """Where a number comes from. `ref`: a DOI or a register's number, None where none was read."""

    id: str
    title: str
    who: str
    ref: str | None
    grade: str
    tag: str
    says: str
