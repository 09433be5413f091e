"""What the fold carries from one day to the next: nothing that the diary and the document do not give.

Days are proleptic ordinals (`date.toordinal`). Everything inside a `State` is immutable, so a copy
is a handful of references; a state may be kept as a checkpoint and thrown away at will.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from underbar.diary.records import Goal, Gym, Trial, Window
from underbar.quantities import Unit, Weight


class Morning(NamedTuple):
    """What the check-ins of one day say together, each field at its most careful value.

    `ache` None where nobody gave one. `credible`: an ache that was given in time, unmasked and
    without contradiction. `expected`: the day of the
    injection on mornings 1-7 after it, else None. `sleep`: hours, None unknown; `device_sleep`: as the
    sources have it, whatever was typed.
    `late`: given, but none of those that give an ache in time.
    """

    day: int
    ache: int | None = None
    side: str | None = None
    stiff: str | None = None
    sleep: float | None = None
    device_sleep: float | None = None
    present: bool = False
    late: bool = False
    masked: bool = False
    contradictory: bool = False
    expected: int | None = None
    ill: bool = False
    marked: bool = False
    credible: bool = False


class Session(NamedTuple):
    """A judged session of one lift: what was asked, what was done, and its two mornings.

    `load`: what counts for it, in the lifter's unit (never above what was asked); `working`: the
    working load it carries on; `lowered`: today's load was below the working load. `asked` None:
    no bar work was due. `maxing`: the limit that an attempt passed. `missed`, `shift`: None where all
    was well. `pain` None: not given.
    """

    day: int
    load: float
    working: float
    lowered: bool
    asked: float | None
    lifted: float
    missed: str | None
    asked_sets: str
    brace: bool
    effort: float | None
    effort_max: float
    shift: str | None
    pain: int | None
    over: bool
    maxing: float | None
    unit: Unit
    next_morning: Morning | None = None
    second_morning: Morning | None = None


class LiftState(NamedTuple):
    """One lift under the gate. Loads in `unit`, the lifter's when it began.

    `base`: load of the first session or of re-entry; `go_old`: heaviest go load that is old enough
    for the ceiling, None before there is one; `go_recent`: (day, load) of younger ones.
    `return_factor`: percent at which the lift comes back after a flare, None where none is due.
    `outcomes`: the last ten judged sessions as g(o), a(che hold), h(old), b(ack off).
    """

    session: Session
    first_day: int
    unit: Unit
    base: float
    base_day: int
    go_old: float | None = None
    go_old_day: int = 0
    go_recent: tuple[tuple[int, float], ...] = ()
    go_row: int = 0
    back_row: int = 0
    symptom_row: int = 0
    stalled: bool = False
    return_factor: float | None = None
    return_days: int = 0
    outcomes: str = ""


class LadderState(NamedTuple):
    """One stability exercise. `level` None before placement; `pending`: day of an exposure at the
    top of the dose whose next morning has not been read; `days`: recent days on which it was done."""

    level: int | None = None
    streak: int = 0
    streak_from: int = 0
    streak_to: int = 0
    pending: int | None = None
    days: tuple[int, ...] = ()
    first_day: int | None = None
    moved: str | None = None  # the last move and its day: "up", "back-off", "flare"
    moved_on: int = 0


class Flag(NamedTuple):
    """A warning sign that stands: since when, at what minute (None unknown), and at what level."""

    day: int
    time: int | None
    level: str


class Flare(NamedTuple):
    """A running flare: day 0, why (ache, marked, pain), and the background frozen at its start.

    `first`: the day on which it first began, where pain in a session has begun it anew.
    """

    began: int
    why: str
    ache: int | None
    background: float | None
    first: int


Ended = Literal["finished", "off", "replaced", "flare", "stop"]


class Registered(NamedTuple):
    """An experiment that the plan follows: `pairs` of an on and an off period, of `block` days each.

    `day`: of its entry. `ended`: the first day that is no part of it, and `why`; None while it runs.
    """

    day: int
    what: Trial
    seed: int
    pairs: int
    block: int
    ended: int | None = None
    why: Ended | None = None

    @property
    def first(self) -> int:
        """Its first day: the one after its entry."""
        return self.day + 1


class State:
    """The fold's memory after a day. Never changed once returned; `copy()` before changing."""

    def __init__(self) -> None:
        self.day: int | None = None
        # the lifter, the place, the parameters
        self.units: Unit = "lb"
        self.units_told = False
        self.born: int | None = None
        self.bodyweight: Weight | None = None
        self.mode = "article"
        self.gym: Gym | None = None
        self.overrides: tuple[tuple[str, str], ...] = ()
        self.sources: tuple[str, ...] = ()
        self.goals: dict[str, Goal] = {}
        # screens
        self.first_full_screen: int | None = None
        self.last_screen: int | None = None
        self.recent_screens: tuple[int, ...] = ()
        self.flags: dict[str, Flag] = {}
        self.assessed: dict[str, str] = {}
        self.bar_ok = False
        self.pregnancy_ended: int | None = None
        self.ill_free: int | None = None
        # injections and clinic
        self.injections: tuple[tuple[int, str], ...] = ()
        self.windows: tuple[Window, ...] = ()
        self.before_injection: tuple[int, ...] = ()
        self.notes_said: tuple[str, ...] = ()
        # mornings, the newest last, one a day without gaps
        self.mornings: tuple[Morning, ...] = ()
        self.eligible: tuple[tuple[int, int], ...] = ()
        self.backgrounds: tuple[float | None, ...] = ()
        self.first_aches: tuple[int, ...] = ()
        self.first_checkin: int | None = None
        self.ache_side: str | None = None
        self.last_painkiller: tuple[tuple[int, int | None, str], ...] = ()
        self.medicines: dict[str, int] = {}
        # flares
        self.flare: Flare | None = None
        self.flare_starts: tuple[int, ...] = ()
        # the bar
        self.lifts: dict[str, LiftState] = {}
        self.hinge_days: tuple[int, ...] = ()
        self.squat_days: tuple[int, ...] = ()
        self.loaded_days: tuple[int, ...] = ()
        self.heavy: tuple[tuple[int, str, Weight, bool], ...] = ()  # the last: before the gate ran
        self.over_days: tuple[int, ...] = ()
        self.last_turn: dict[str, int] = {}
        self.debt_days: tuple[int, ...] = ()
        self.stepped_for: int | None = None
        # daily work
        self.first_daily: int | None = None
        self.daily_done = 0
        self.first_release: int | None = None
        self.release_from: int | None = None
        self.release_log = ""
        self.ladders: dict[str, LadderState] = {}
        self.weaker: str | None = None
        self.tests: dict[str, tuple[tuple[float, float], ...]] = {}
        self.activities: dict[str, tuple[int, int]] = {}
        self.last_logged: int | None = None
        self.stretched: int | None = None
        self.sitting: tuple[int, float] | None = None
        # the lifter's own experiments, the newest last: it alone may run
        self.experiments: tuple[Registered, ...] = ()

    def copy(self) -> State:
        """A state that may be changed by replacing fields, never by changing what they hold."""
        new = State.__new__(State)
        new.__dict__.update(self.__dict__)
        return new

    def __eq__(self, other: object) -> bool:
        return isinstance(other, State) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]  # states are compared in tests, never keys
