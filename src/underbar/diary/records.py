"""What happened: one immutable record a kind of entry, and the entry that dates it.

A record says what was written and nothing else: an absent field is None (missing), never a
default. NOTATION.md names the kinds; `notation` reads and prints them. Units: durations are
whole seconds, clock times are minutes after local midnight, scores are 0-10 unless said.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from underbar.frozen import frozen
from underbar.quantities import Sets, Side, Unit, Weight

Stiff = Literal["none", "left", "right", "both"]
Scope = Literal["full", "re", "injection"]
Mode = Literal["article", "background"]
Trial = Literal["release", "sitting", "bedtime"]
"""What the plan can do one way and the other, by the draw of an experiment."""


@frozen
class Lifter:
    """Facts about the lifter; a None field leaves what an earlier entry said."""

    born: int | None = None
    units: Unit | None = None
    bodyweight: Weight | None = None
    mode: Mode | None = None


@frozen
class Gym:
    """A named place: its unit, its bars (by lift; key "" is the common one), plates and bells."""

    name: str
    unit: Unit | None = None
    bars: tuple[tuple[str, Weight], ...] = ()
    plates: tuple[Weight, ...] = ()
    bells: tuple[Weight, ...] = ()


@frozen
class Zone:
    """The IANA time zone in which the lifter's days run from this day on."""

    name: str


@frozen
class Param:
    """A parameter of the method set to the lifter's own value from this day on (text as written)."""

    name: str
    value: str


@frozen
class Sources:
    """Which source tells a night that several have, from this day on: the first of `order` that has it.

    Empty: no order. Names are unlike, not empty, hold no comma, and none of them is `none`.
    """

    order: tuple[str, ...]


@frozen
class Goal:
    """A lift the lifter wants back. `days`: weekdays 0 (Monday) to 6, empty for any permitted day.

    `off` ends the goal. None fields leave what an earlier goal of that lift said; `days` None too.
    """

    lift: str
    target: Weight | None = None
    best: Weight | None = None
    start: Weight | None = None
    days: tuple[int, ...] | None = None
    off: bool = False


class Answer(NamedTuple):
    """A warning sign named in a screen. `how`: yes, unsure, skipped, or new (again, and new)."""

    flag: str
    how: Literal["yes", "unsure", "skipped", "new"]


@frozen
class Screen:
    """Answers to the warning-sign questions; no answers means none of those asked about.

    `scope` None: full for the first screen of a diary, then re.
    """

    answers: tuple[Answer, ...] = ()
    scope: Scope | None = None


@frozen
class Clinician:
    """What a clinician said or did. Exactly one of these is set.

    `assessed`: looked at the named signs; `bar_ok`: allows the bar; `says`: free text, shown and
    never obeyed; `window`: rule for days after an injection; `course`: planned number and spacing.
    """

    assessed: bool = False
    bar_ok: bool = False
    says: str | None = None
    window: Window | None = None
    course: Course | None = None


@frozen
class Window:
    """A clinic's rule for days `first` to `last` after an injection, both included.

    `max_percent` of the working load: 0 for no bar, None where the clinic said nothing of it.
    `release`: None where the clinic said nothing of it.
    """

    first: int
    last: int
    max_percent: float | None = None
    release: bool | None = None


@frozen
class Course:
    """A clinic's plan: `number` injections, one every `every_days` days."""

    number: int
    every_days: int


@frozen
class Checkin:
    """The morning's answers. `ache` is the worse side, 0-10, on the SI joint.

    `left`/`right` are given where the sides were told apart; `side` where only one number was.
    `woke`: minutes after midnight. `evening`: last evening's ache. `sleep`: seconds.
    """

    ache: int | None = None
    side: Side | None = None
    left: int | None = None
    right: int | None = None
    stiff: Stiff | None = None
    sleep: int | None = None
    quality: int | None = None
    woke: int | None = None
    evening: int | None = None
    sore: bool = False
    painkiller: bool = False
    flare: bool = False
    ill: bool = False


@frozen
class Sleep:
    """A night that ended on this day, from a device or typed apart from a check-in: seconds."""

    seconds: int
    quality: int | None = None


@frozen
class Release:
    """Iliacus release: seconds a side, None for a side not done; `pain`: discomfort 0-10."""

    left: int | None = None
    right: int | None = None
    pain: int | None = None


@frozen
class Stability:
    """Stability work. `both` where sides were not told apart; `form` None where not given."""

    exercise: str
    level: int | None = None
    left: Sets | None = None
    right: Sets | None = None
    both: Sets | None = None
    pain: int | None = None
    form: Literal["ok", "off"] | None = None
    weight: Weight | None = None


class Work(NamedTuple):
    """Sets at one weight; None for body weight alone."""

    weight: Weight | None
    sets: Sets


@frozen
class Lift:
    """Sets of one exercise. `exercise` is a word of LIFTS or any other name.

    `warmup` marks every set of this entry. `pain` None is missing, not 0.
    """

    exercise: str
    work: tuple[Work, ...]
    warmup: bool = False
    brace: bool = False
    missed: bool = False
    pelvis: bool = False
    pain: int | None = None
    rpe: float | None = None
    shift: Literal["left", "right"] | None = None
    because: str | None = None


@frozen
class Injection:
    """An injection that was given (`planned` False) or that the clinic has planned for this day."""

    what: str
    side: Side | None = None
    number: int | None = None
    planned: bool = False


@frozen
class Visit:
    """A visit to somebody."""

    what: str


@frozen
class Test:
    """A measurement a side: seconds where `unit` is "s", else repetitions or a 0-10 score."""

    __test__ = False

    what: str
    left: float
    right: float
    unit: Literal["s", ""] = ""


@frozen
class Score:
    """A questionnaire's total, as somebody else worked it out."""

    what: str
    value: float


@frozen
class Activity:
    """How well one of the lifter's own activities goes: 0 unable, 10 as before."""

    what: str
    score: int


@frozen
class Walk:
    """A walk, seconds."""

    seconds: int


@frozen
class Stretch:
    """Hard stretching, seconds."""

    seconds: int


@frozen
class Sitting:
    """Sitting that day, seconds."""

    seconds: int


@frozen
class Painkiller:
    """A painkiller taken."""

    name: str


@frozen
class Medicine:
    """A medicine taken daily from this day on, or stopped."""

    name: str
    daily: bool


@frozen
class Skip:
    """Why a day was skipped."""

    why: str


@frozen
class Experiment:
    """A registered question with its seed and stop rule; written by the app. `off` ends the running one.

    The plan follows it from the next day on where `what`, `pairs` (of an `on` and an `off` period) and
    `block` (days a period) are given; all three are, or none. `question` and `seed` are None with `off`.
    """

    question: str | None = None
    seed: int | None = None
    stop: str | None = None
    what: Trial | None = None
    pairs: int | None = None
    block: int | None = None
    off: bool = False


@frozen
class Question:
    """Which question the lifter wants asked first, before anybody has looked."""

    name: Literal["sleep", "release", "sitting"]


@frozen
class Arm:
    """The arm of the day of a running experiment: `release off`."""

    what: str
    value: str


@frozen
class Bodyweight:
    """Body weight."""

    weight: Weight


@frozen
class Pulse:
    """Resting pulse, beats a minute."""

    beats: float


@frozen
class Hrv:
    """Heart-rate variability, milliseconds."""

    milliseconds: float


@frozen
class Note:
    """Free text."""

    text: str


@frozen
class Void:
    """Removes the entry whose id it names."""

    id: str


Record = (
    Lifter | Gym | Zone | Param | Sources | Goal | Screen | Clinician | Checkin | Sleep | Release | Stability
    | Lift | Injection | Visit | Test | Score | Activity | Walk | Stretch | Sitting | Painkiller | Medicine
    | Skip | Question | Experiment | Arm | Bodyweight | Pulse | Hrv | Note | Void
)  # fmt: skip


class Entry(NamedTuple):
    """A record with its day and where it came from.

    `time`: minutes after midnight as written, 0 to 1439, None where not written. A lifter's day ends
    at 04:00, so 01:30 of a day comes after its 23:00. `written`: ISO 8601 local time with offset,
    when it was made, None where that is its own time. `id` None until somebody needs one.
    `source`: where it was imported from. `supersedes`: the id of the entry that this one corrects.
    `comment`: without its semicolon.
    """

    day: date
    record: Record
    time: int | None = None
    source: str | None = None
    written: str | None = None
    id: str | None = None
    supersedes: str | None = None
    comment: str | None = None
