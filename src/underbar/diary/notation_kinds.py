"""The table of kinds: which words each may hold, in the order in which they are printed.

NOTATION.md is its source; the parser and the printer both read it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final, NamedTuple

from underbar.diary import notation_build as build
from underbar.diary import records as r
from underbar.diary.notation_values import (
    ANSWER,
    BAR,
    DAYS,
    DURATION,
    MEASURE,
    NAME,
    ON_OFF,
    PERCENT,
    RESERVED,
    SCALE,
    SETS,
    SPACING,
    STAMP,
    TEXT,
    TIME,
    WEIGHT,
    WEIGHTS,
    WINDOW,
    WORK,
    ZONE,
    Value,
    choice,
    decimal,
    whole,
)
from underbar.diary.vocabulary import INJECTIONS, LIFTS, QUESTIONS, SCORES, SKIPS, STABILITY, TESTS, TRIALS


class Field(NamedTuple):
    """A field of a kind. `word` "": its value stands bare; `value` None: the word alone says it.

    `need`: an entry without it is an error. `many`: it may come again, and its value is a tuple;
    `key`: a word that may stand before the value, the pair (key or "", value) is the item.
    """

    word: str
    name: str
    value: Value | None = None
    need: bool = False
    many: bool = False
    key: Value | None = None


class Kind:
    """A kind of entry. `build` makes the record of the fields read.

    `parts` gives back the fields that the record does not hold under their own names.

    `named`: the kind's own word is the record's `exercise`.
    """

    __slots__ = ("bare", "build", "fields", "named", "parts", "words")

    def __init__(
        self,
        build: Callable[..., r.Record],
        *fields: Field,
        parts: Callable[[Any], dict[str, Any]] | None = None,
        named: bool = False,
    ) -> None:
        self.build = build
        self.fields = fields
        self.parts = parts
        self.named = named
        self.bare: tuple[tuple[Field, Value], ...] = tuple(
            (field, field.value) for field in fields if field.word == "" and field.value is not None
        )
        self.words = {field.word: field for field in (*fields, *META) if field.word}


META: Final = tuple(
    Field(word, name, value)
    for word, name, value in zip(
        RESERVED, ("source", "written", "id", "supersedes"), (NAME, STAMP, NAME, NAME), strict=True
    )
)


def _bare(name: str, value: Value, need: bool = True) -> Field:
    return Field("", name, value, need)


def _pair(word: str, value: Value, need: bool = False) -> Field:
    return Field(word, word, value, need)


def _flag(word: str, name: str = "") -> Field:
    return Field(word, name or word)


def _sources(word: str) -> tuple[str, ...] | None:
    names = (NAME.read(word) or "").split(",")
    if names == ["none"]:
        return ()
    return tuple(names) if all(names) and len({*names, "none"}) == len(names) + 1 else None


SOURCES: Final = Value(
    "names of sources joined by commas, such as oura,apple-watch, or none",
    _sources,
    lambda order: NAME.show(",".join(order)) if order else "none",
)
_SIDES = choice("left", "right", "both")
_CHECKIN = (
    _pair("ache", SCALE), _pair("side", _SIDES), _pair("left", SCALE), _pair("right", SCALE),
    _pair("stiff", choice("none", "left", "right", "both")), _pair("sleep", DURATION),
    _pair("quality", SCALE), _pair("woke", TIME), _pair("evening", SCALE), _flag("sore"), _flag("painkiller"),
    _flag("flare"), _flag("ill"),
)  # fmt: skip
_LIFT = (
    Field("", "work", WORK, need=True, many=True), _flag("warmup"), _flag("brace"), _flag("missed"),
    _flag("pelvis"), _pair("pain", SCALE), _pair("rpe", decimal(0, 10, 0.5)),
    _pair("shift", choice("left", "right")), _pair("because", TEXT),
)  # fmt: skip
_INJECTION = (_bare("what", choice(*INJECTIONS)), _pair("side", _SIDES), _pair("number", whole(1, 99)))

LIFT: Final = Kind(build.lift, *_LIFT, parts=build.lift_parts, named=True)
_STABILITY: Final = Kind(
    build.stability,
    _pair("level", whole(0, 6)), _pair("left", SETS), _pair("right", SETS), _bare("both", SETS, need=False),
    _bare("weight", WEIGHT, need=False), _pair("pain", SCALE), _pair("form", choice("ok", "off")),
    named=True,
)  # fmt: skip

KINDS: Final[dict[str, Kind]] = {
    "lifter": Kind(
        r.Lifter, _pair("born", whole(1900, 2100)), _pair("units", choice("lb", "kg")),
        _pair("bodyweight", WEIGHT), _pair("mode", choice("article", "background")),
    ),
    "gym": Kind(
        build.gym, _bare("name", TEXT), _pair("unit", choice("lb", "kg")),
        Field("bar", "bars", WEIGHT, many=True, key=BAR), _pair("plates", WEIGHTS), _pair("bells", WEIGHTS),
        parts=build.gym_parts,
    ),
    "zone": Kind(r.Zone, _bare("name", ZONE)),
    "param": Kind(build.param, _bare("name", NAME), _bare("value", NAME)),
    "sources": Kind(r.Sources, _bare("order", SOURCES)),
    "goal": Kind(
        build.goal, _bare("lift", choice(*LIFTS)), _pair("target", WEIGHT), _pair("best", WEIGHT),
        _pair("start", WEIGHT), Field("on", "days", DAYS), _flag("off"),
    ),
    "screen": Kind(
        build.screen, _flag("none"), Field("", "answers", ANSWER, many=True),
        _pair("scope", choice("full", "re", "injection")),
        parts=lambda screen: {"none": not screen.answers},
    ),
    "clinician": Kind(
        build.clinician, _flag("assessed"), _flag("bar-ok", "bar_ok"), _pair("says", TEXT),
        _pair("window", WINDOW), _pair("max", PERCENT), _flag("none"), _pair("release", ON_OFF),
        _pair("course", whole(1, 99)), _pair("every", SPACING), parts=build.clinician_parts,
    ),
    "checkin": Kind(build.checkin, *_CHECKIN, parts=build.checkin_parts),
    "sleep": Kind(r.Sleep, _bare("seconds", DURATION), _pair("quality", SCALE)),
    "release": Kind(build.release, _pair("left", DURATION), _pair("right", DURATION), _pair("pain", SCALE)),
    "injection": Kind(r.Injection, *_INJECTION),
    "planned-injection": Kind(partial(r.Injection, planned=True), *_INJECTION),
    "visit": Kind(r.Visit, _bare("what", TEXT)),
    "test": Kind(
        build.test, _bare("what", choice(*TESTS)), _pair("left", MEASURE, need=True),
        _pair("right", MEASURE, need=True), parts=build.test_parts,
    ),
    "score": Kind(build.score, _bare("what", choice(*SCORES)), _bare("value", decimal(0, 100))),
    "activity": Kind(r.Activity, _bare("what", TEXT), _bare("score", SCALE)),
    "walk": Kind(r.Walk, _bare("seconds", DURATION)),
    "stretch": Kind(r.Stretch, _bare("seconds", DURATION)),
    "sitting": Kind(r.Sitting, _bare("seconds", DURATION)),
    "painkiller": Kind(r.Painkiller, _bare("name", NAME)),
    "medicine": Kind(
        build.medicine, _bare("name", NAME), _bare("state", choice("daily", "stopped")),
        parts=build.medicine_parts,
    ),
    "skip": Kind(r.Skip, _bare("why", choice(*SKIPS))),
    "question": Kind(r.Question, _bare("name", choice(*QUESTIONS))),
    "experiment": Kind(
        build.experiment, _bare("question", TEXT, need=False), _pair("seed", whole(0, 10**18 - 1)),
        _pair("stop", TEXT), _pair("what", choice(*TRIALS)), _pair("pairs", whole(1, 60)),
        _pair("block", whole(1, 28)), _flag("off"),
    ),
    "arm": Kind(r.Arm, _bare("what", NAME), _bare("value", NAME)),
    "bodyweight": Kind(r.Bodyweight, _bare("weight", WEIGHT)),
    "pulse": Kind(r.Pulse, _bare("beats", decimal(0, 300))),
    "hrv": Kind(r.Hrv, _bare("milliseconds", decimal(0, 1000))),
    "note": Kind(r.Note, _bare("text", TEXT)),
    "void": Kind(build.void, _bare("target", NAME), parts=build.void_parts),
    **dict.fromkeys(STABILITY, _STABILITY),
    **dict.fromkeys(LIFTS, LIFT),
}  # fmt: skip
"""Every kind by its word; any other exercise in quotes is read as LIFT."""


def word_of(record: r.Record) -> str:
    """The kind's word of a record; for an exercise, its name as it is (a name in quotes without them)."""
    if isinstance(record, r.Lift | r.Stability):
        return record.exercise
    if isinstance(record, r.Injection) and record.planned:
        return "planned-injection"
    return type(record).__name__.lower()
