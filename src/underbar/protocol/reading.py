"""From the tables of a document to values, refusing whatever does not fit.

A ProtocolError names the table and the id, and says what was expected.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from underbar.diary.vocabulary import FLAGS, HINGES, LIFTS, STABILITY
from underbar.protocol.limits import Limits, Parameter, Value, items
from underbar.protocol.method import (
    COMPONENTS,
    GRADES,
    LEVELS,
    SCOPES,
    TAGS,
    Component,
    InjectionRow,
    Ladder,
    Level,
    LiftRule,
    ScreenRule,
    Source,
)
from underbar.protocol.numbers import Numbers
from underbar.protocol.tables import ProtocolError, Table, is_number
from underbar.quantities import Sets, parse_sets

IDS: Final = tuple(name.replace("_", "-") for name in Numbers.__annotations__)
_LISTS: Final = frozenset(
    name.replace("_", "-") for name, kind in Numbers.__annotations__.items() if kind.startswith("tuple")
)
_STABILITY_WORDS: Final[dict[object, int | None]] = {"none": -1, "current": None}


def _same(kind: str, found: Iterable[str], wanted: Iterable[str]) -> None:
    """Refuse ids that are unknown or missing."""
    for name in found:
        if name not in wanted:
            raise ProtocolError(f"{kind} {name}: unknown")
    for name in wanted:
        if name not in found:
            raise ProtocolError(f"{kind} {name}: missing")


def sources(tables: Mapping[str, Table]) -> dict[str, Source]:
    """Every source by id."""
    found = {}
    for name, table in tables.items():
        found[name] = Source(
            name,
            table.text("title"),
            table.text("who"),
            table.text_or_none("ref"),
            table.text("grade", GRADES),
            table.text("tag", TAGS),
            table.text("says"),
        )
        table.end()
    return found


def parameters(
    tables: Mapping[str, Table], known: Mapping[str, Source], valid_from: date
) -> dict[str, Parameter]:
    """Every number by id: exactly the fields of Numbers, each within its own limits."""
    _same("number", tables, IDS)
    found = {}
    for name in IDS:
        table = tables[name]
        value: Value = table.numbers("value") if name in _LISTS else table.number("value")
        low, high = _range(table, table.numbers("limits"))
        recommended = table.numbers("recommended") or (low, high)
        first, last = _range(table, recommended)
        if not low <= first <= last <= high:
            raise table.wrong("recommended", "a range within the limits")
        if not items(value) or not all(first <= item <= last for item in items(value)):
            raise table.wrong("value", f"a value from {first:g} to {last:g}, as it recommends itself")
        limits = Limits(low, high, first, last, value, table.text("why"))
        tag = table.text("tag", TAGS)
        named = table.words("sources", known)
        if tag != "[DES]" and not named:
            raise table.wrong("sources", f"the source of {tag}")
        found[name] = Parameter(
            name, table.count("section"), value, table.text("unit"), tag, named,
            table.day("valid-from", valid_from), table.text("means"), limits,
        )  # fmt: skip
        table.end()
    return found


def _range(table: Table, pair: tuple[float, ...]) -> tuple[float, float]:
    if len(pair) != 2 or pair[0] > pair[1]:
        raise table.wrong("limits and recommended", "a lowest and a highest value")
    return pair[0], pair[1]


def numbers(values: Mapping[str, Value]) -> Numbers:
    """Values by id, all of them, as the rules read them."""
    return Numbers(*[values[name] for name in IDS])  # type: ignore[arg-type]  # kinds were read by IDS


def lifts(tables: Mapping[str, Table], known: Mapping[str, Source]) -> dict[str, LiftRule]:
    """The rule of every lift."""
    _same("lift", tables, LIFTS)
    found = {}
    for name in LIFTS:
        table = tables[name]
        kind = table.text("kind", ("hinge", "squat"))
        if (kind == "hinge") != (name in HINGES):
            raise table.wrong("kind", "that of the diary's words")
        found[name] = LiftRule(
            name,
            "hinge" if kind == "hinge" else "squat",
            "plates" if table.text("tool", ("plates", "bells")) == "plates" else "bells",
            table.number("start-lb"),
            table.number("start-kg"),
            table.number_or_none("start-percent"),
            table.text_or_none("start-of", LIFTS) or name,
            table.number("step-lb"),
            table.number("step-kg"),
            table.number("cap-lb"),
            table.number("cap-kg"),
            table.text("tag", TAGS),
            table.words("sources", known),
        )
        table.end()
    return found


def screens(tables: Mapping[str, Table], known: Mapping[str, Source]) -> dict[str, ScreenRule]:
    """The rule of every warning sign; a full screen asks each."""
    _same("screen", tables, FLAGS)
    found = {}
    for name in FLAGS:
        table = tables[name]
        asked = table.words("asked", SCOPES)
        if "full" not in asked:
            raise table.wrong("asked", "full among them")
        found[name] = ScreenRule(
            name,
            table.text("level", LEVELS),  # type: ignore[arg-type]  # one of LEVELS
            table.words("adds", LEVELS),
            table.yes("hold", missing=False),
            table.words("disables", COMPONENTS),
            asked,
            tuple(int(row) for row in table.numbers("rows")),
            table.words("sources", known),
        )
        table.end()
    return found


def ladders(tables: Mapping[str, Table], known: Mapping[str, Source]) -> dict[str, Ladder]:
    """The ladder of every stability exercise, its levels counted from 0."""
    _same("ladder", tables, STABILITY)
    found = {}
    for name in STABILITY:
        table = tables[name]
        levels = tuple(_level(number, row) for number, row in enumerate(table.listed("level")))
        found[name] = Ladder(
            name,
            levels,
            table.words("stop"),
            table.words("caution"),
            table.text("tag", TAGS),
            table.words("sources", known),
        )
        table.end()
    return found


def _level(number: int, table: Table) -> Level:
    if table.count("level") != number:
        raise table.wrong("level", f"{number}: levels count from 0 without a gap")
    dose = _sets(table, "dose", table.text("dose"))
    top = table.text_or_none("top")
    level = Level(
        number,
        table.text("id"),
        table.text("name"),
        dose,
        dose if top is None else _sets(table, "top", top),
        table.yes("per-side", missing=False),
        table.words("up"),
        table.number_or_none("pause-s"),
        table.number_or_none("out-s"),
        table.number_or_none("up-s"),
        table.number_or_none("down-s"),
        table.number_or_none("body-percent"),
        table.number_or_none("effort-percent"),
        table.numbers("added-kg"),
    )
    if level.top.kind != dose.kind or level.top.count < dose.count or level.top.amount < dose.amount:
        raise table.wrong("top", "no less than the dose")
    table.end()
    return level


def _sets(table: Table, key: str, text: str) -> Sets:
    found = parse_sets(text)
    if found is None:
        raise table.wrong(key, "sets such as 3x8, 3x10s or 3x20m")
    return found


def windows(kind: str, tables: Iterable[Table], known: Mapping[str, Source]) -> tuple[InjectionRow, ...]:
    """The days after an injection, from day 0 on and without a gap."""
    found: list[InjectionRow] = []
    for table in tables:
        stability = table.value("stability")
        if is_number(stability) and stability == int(stability):
            level: int | None = int(stability)
        elif isinstance(stability, str) and stability in _STABILITY_WORDS:
            level = _STABILITY_WORDS[stability]
        else:
            raise table.wrong("stability", '"none", "current" or the highest level')
        row = InjectionRow(
            table.count("first"),
            table.count("last"),
            table.number_or_none("bar-percent"),
            table.yes("raise"),
            table.yes("release"),
            level,
            table.text("tag", TAGS),
            table.words("sources", known),
        )
        if row.first != (found[-1].last + 1 if found else 0) or row.last < row.first:
            raise table.wrong("first", f"days that follow on one another, in {kind}")
        table.end()
        found.append(row)
    return tuple(found)


def components(tables: Mapping[str, Table], known: Mapping[str, Source]) -> dict[str, Component]:
    """How well each part of the method is supported."""
    found = {}
    for name, table in tables.items():
        found[name] = Component(
            table.text("grade", GRADES), table.words("sources", known), table.text("says")
        )
        table.end()
    return found
