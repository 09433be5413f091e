"""The tables of the protocol document as rows of words: ladders, lifts, days after an injection, signs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from underbar.protocol.document import load
from underbar.protocol.method import InjectionRow, Ladder, Level, LiftRule, ScreenRule
from underbar.quantities import Sets, number
from underbar.wording.en_flags import flag_name
from underbar.wording.en_levels import level_tempo
from underbar.wording.en_words import exercise_name, joined, lift_name, verdict_shape

_CRITERIA: Final = {
    "pain-at-most-2": "pain 2 or less",
    "pain-at-most-3": "pain 3 or less in groin, pubis and joint",
    "squeeze-pain-at-most-2": "pain 2 or less when you squeeze",
    "soreness-at-most-4": "soreness 4 or less",
    "even-push": "both legs push alike",
    "pelvis-drop-at-most-2-cm": "the pelvis drops 2 cm at most",
    "no-cramp": "no cramp",
    "sides-within-15-percent": "sides within 15 %",
    "hold-30-s-each-side": "a 30 s hold on each side",
    "keep-twice-a-week": "the top: keep it twice a week",
    "hips-still": "hips still",
    "ribs-still": "ribs still",
    "breathing": "breathing goes on",
    "no-side-lean": "no lean to the side",
    "shoulders-level": "shoulders level",
    "next-morning-zero": "a 0 on the next morning",
    "sharp-si-pain": "sharp pain in the joint",
    "hamstring-cramp": "a hamstring that cramps (bring the heel closer)",
    "lumbar-extension": "a hollow lower back",
    "breath-hold": "held breath",
    "pubic-pain": "pain at the pubic bone",
    "inner-knee-pain": "pain inside the knee (use the short lever)",
    "side-lean": "a lean to the side",
    "one-side-worse": "one side getting worse (carry half in each hand)",
    "hamstring-surgery": "a hamstring operation",
    "hip-surgery": "a hip operation",
    "shoulder-pain": "a sore shoulder",
    "hernia": "a hernia",
    "adductor-strain": "a strained groin",
    "fracture-risk": "thin bones",
    "pregnancy": "pregnancy",
    "high-blood-pressure": "high blood pressure",
}
_ZONES: Final = {
    "progress": (
        "Go",
        "Ache 0 on the next morning, pain during 2 at most, every set, repetition and brace check done.",
        "One step up, under the ceiling.",
    ),
    "hold": (
        "Hold",
        "A 1 or a 2; pain during of 3 to 5 or not noted; a set or the brace check missing; more effort than "
        "planned; a hip shift; a check-in that is missing, late, masked by a painkiller or at odds with "
        "another.",
        "The same load again. It never means rest.",
    ),
    "reduce": (
        "Back off",
        "Pain during above 5; an ache of 3 or more on a judging morning; an ache that does not settle by the "
        "second morning.",
        "A tenth off; a fifth the second time in a row.",
    ),
    "flare": (
        "Flare",
        "An ache of 3 or more that is also two above your background; pain during of 7; or you call it one.",
        "See the part on flares.",
    ),
}
_KINDS: Final = {"reps": "", "s": " s", "m": " m"}
_LEVELS: Final = {
    "E": ("Emergency", "The plan stops. Get emergency help now."),
    "U": ("Urgent", "The plan stops. See a clinician the same day."),
    "R": ("Worth showing a clinician", "The plan goes on; where marked, no load rises until then."),
    "M": ("One thing off", "The rest of the plan goes on."),
}
_OFF: Final = {"release": "no release", "bar": "no bar", "course": "no injection reminders"}


class Rung(NamedTuple):
    """A level of a ladder in words; `up`: what the next one asks for."""

    level: int
    name: str
    dose: str
    how: str
    up: str


class LadderTable(NamedTuple):
    """A ladder: `stop` and `caution` are lists in words, `tag` says who says so.

    `up`: what every next rung asks for, where it is the same for all and stands at none of them.
    """

    name: str
    tag: str
    rungs: tuple[Rung, ...]
    up: str
    stop: str
    caution: str


class LiftRow(NamedTuple):
    """A lift: where it starts, its step and its highest jump above the ceiling's base, each in lb and in kg.

    `share`: of the best before the injury, where that bounds the start.
    """

    name: str
    share: str
    start: tuple[str, str]
    step: tuple[str, str]
    cap: tuple[str, str]
    tag: str


class WindowRow(NamedTuple):
    """Days after an injection, and what is on in them."""

    days: str
    bar: str
    release: str
    stability: str


class SignGroup(NamedTuple):
    """Warning signs of one level: what happens, and the signs by name."""

    name: str
    what: str
    signs: tuple[str, ...]


class ZoneRow(NamedTuple):
    """What a session can turn out to have been; `verdict` as a plan has it, `then` the next load."""

    verdict: str
    shape: str
    name: str
    when: str
    then: str


def zone_rows() -> tuple[ZoneRow, ...]:
    """How the morning after judges a session, the first that fits from below."""
    return tuple(ZoneRow(verdict, verdict_shape(verdict), *said) for verdict, said in _ZONES.items())


def ladder_tables() -> tuple[LadderTable, ...]:
    """The four ladders with all their rungs."""
    return tuple(_ladder(ladder) for ladder in load().ladders.values())


def lift_rows() -> tuple[LiftRow, ...]:
    """The lifts that the gate knows, in the order of the document."""
    return tuple(
        LiftRow(
            lift_name(rule.id),
            _share(rule),
            _both(rule.start_lb, rule.start_kg),
            _both(rule.step_lb, rule.step_kg),
            _both(rule.cap_lb, rule.cap_kg),
            rule.tag,
        )
        for rule in load().lifts.values()
    )


def window_tables() -> tuple[tuple[str, tuple[WindowRow, ...]], ...]:
    """The days after an injection: after most kinds, and after a steroid, each with its heading."""
    protocol = load()
    return (
        ("After an injection", _windows(protocol.windows)),
        ("After a steroid", _windows(protocol.steroid_windows)),
    )


def sign_groups() -> tuple[SignGroup, ...]:
    """The warning signs by what they do, the gravest first."""
    rules = load().screens.values()
    return tuple(
        SignGroup(*_LEVELS[level], tuple(_sign(rule) for rule in rules if rule.level == level))
        for level in _LEVELS
    )


def criterion(word: str) -> str:
    """A sign to go up by, to stop at or to be careful with, in words."""
    return _CRITERIA.get(word, word.replace("-", " "))


def _ladder(ladder: Ladder) -> LadderTable:
    rungs = tuple(_rung(ladder.id, level) for level in ladder.levels)
    up = rungs[0].up if len({rung.up for rung in rungs}) == 1 else ""
    if up:
        rungs = tuple(rung._replace(up="") for rung in rungs)
    return LadderTable(
        exercise_name(ladder.id),
        ladder.tag,
        rungs,
        up,
        _listed(ladder.stop, "or"),
        _listed(ladder.caution, "or"),
    )


def _rung(exercise: str, level: Level) -> Rung:
    dose = _dose(level.dose)
    if level.top != level.dose:
        dose += f", up to {_dose(level.top)}"
    if level.per_side:
        dose += " a\N{NO-BREAK SPACE}side"
    how = [level_tempo(exercise, level.level)]
    if level.body_percent is not None:
        how.append(f"{number(level.body_percent)} % of body weight")
    if level.effort_percent is not None:
        how.append(f"at most {number(level.effort_percent)} % effort")
    if level.added_kg:
        how.append(f"or with {number(level.added_kg[0])} to {number(level.added_kg[-1])} kg")
    return Rung(
        level.level, level.name, dose, ", ".join(part for part in how if part), _listed(level.up, "and")
    )


def _dose(sets: Sets) -> str:
    return f"{sets.count}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{number(sets.amount)}{_KINDS[sets.kind]}"


def _listed(words: Sequence[str], last: str) -> str:
    return joined([criterion(word) for word in words], last) if words else ""


def _share(rule: LiftRule) -> str:
    if rule.start_percent is None:
        return ""
    best = "best" if rule.start_of == rule.id else f"best {lift_name(rule.start_of)}"
    return f"or {number(rule.start_percent)} % of the {best} before, if less"


def _both(pounds: float, kilos: float) -> tuple[str, str]:
    return f"{number(pounds)} lb", f"{number(kilos)} kg"


def _windows(rows: Sequence[InjectionRow]) -> tuple[WindowRow, ...]:
    found = [
        WindowRow(f"{row.first}–{row.last}", _bar(row), "yes" if row.release else "no", _stability(row))
        for row in rows
    ]
    return (*found, WindowRow(f"{rows[-1].last + 1} on", "as the gate says", "yes", "your level"))


def _bar(row: InjectionRow) -> str:
    if row.bar_percent == 0:
        return "none; walk"
    if row.bar_percent is None:
        return "no raise"
    return f"at most {number(row.bar_percent)} %, no raise"


def _stability(row: InjectionRow) -> str:
    if row.stability is None:
        return "your level"
    return "no" if row.stability < 0 else f"level 0–{row.stability}"


def _sign(rule: ScreenRule) -> str:
    marks = ["no raise until assessed"] if rule.hold else []
    marks += [_OFF[what] for what in rule.disables]
    return flag_name(rule.id) + (f" ({', '.join(marks)})" if marks else "")
