"""What goes in and out, as the OpenAPI document describes it."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Final, Literal

from ninja import Query, Schema
from pydantic import BeforeValidator, Field, WithJsonSchema

FIRST, LAST = date(1950, 1, 1), date(2100, 12, 31)
"""The days that the notation knows."""
MOST_LINES: Final = 1000
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_HEX: Final = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
_UUID: Final = re.compile(_HEX)
_SOME_ID: Final = "01956a3e-8d1c-7c3a-9f00-5b1d2c3e4f50"


def _as_day(given: Any) -> Any:
    if given is None or isinstance(given, date):
        return given
    try:
        day = date.fromisoformat(given) if _DAY.fullmatch(given) else None
    except (TypeError, ValueError):
        day = None
    if day is None or not FIRST <= day <= LAST:
        raise ValueError(f"expected a day such as 2026-03-05, from {FIRST.year} to {LAST.year}")
    return day


def _as_instant(given: Any) -> Any:
    if given is None or isinstance(given, datetime):
        return given
    try:
        found = datetime.fromisoformat(given)
    except (TypeError, ValueError):
        found = None
    if found is None or found.tzinfo is None or not FIRST.year <= found.year <= LAST.year:
        raise ValueError("expected a time with its offset, such as 2026-03-05T06:41:00+01:00")
    return found


def _as_id(given: Any) -> Any:
    if given is not None and not (isinstance(given, str) and _UUID.fullmatch(given)):
        raise ValueError(f"expected a UUID such as {_SOME_ID}")
    return given.lower() if given is not None else None


Id = Annotated[
    str,
    BeforeValidator(_as_id),
    WithJsonSchema({"type": "string", "format": "uuid", "pattern": f"^{_HEX}$", "example": _SOME_ID}),
]
Day = Annotated[
    date,
    BeforeValidator(_as_day),
    WithJsonSchema({"type": "string", "format": "date", "example": "2026-03-05"}),
]
Instant = Annotated[
    datetime,
    BeforeValidator(_as_instant),
    WithJsonSchema({"type": "string", "format": "date-time", "example": "2026-03-05T06:41:00+01:00"}),
]
First = Annotated[Day | None, Query(alias="from", description="The first day; 29 before `to` without it.")]
Last = Annotated[Day | None, Query(description="The last day; today without it.")]
OneDay = Annotated[Day | None, Query(description="Today without it; at most a year ahead.")]
Unit = Literal["lb", "kg"]
Verdict = Literal["stop", "flare", "reduce", "hold", "progress"]


class Wrong(Schema):
    """One thing that is wrong. `line` and `column` count from 1; 0 where it has none."""

    line: int
    column: int
    message: str


class Refusal(Schema):
    """Why nothing was done: a sentence, and what is wrong where."""

    error: str
    issues: list[Wrong]


class ImportRefusal(Refusal):
    """`likelier_unit`: the unit that the weights look like, where the file was refused for want of one.
    `columns`: of a table of no known app, each with what it looks like, where that is to be said."""

    likelier_unit: Unit | None = None
    columns: dict[str, str] | None = None


class LineIn(Schema):
    """An entry to store: `line` is the notation without the date."""

    line: str = Field(
        min_length=1, max_length=10_000, description="The entry as the notation has it, without its date."
    )
    id: Id | None = Field(None, description="A UUID of yours; sent twice, it is stored once.")
    day: Day | None = Field(None, description="Its day; without it, the lifter's day of `at`.")
    at: Instant | None = Field(None, description="When it was made, at most 60 days ago; without it, now.")


class LinesIn(Schema):
    """A batch: stored as a whole or not at all."""

    entries: Annotated[list[LineIn], Field(min_length=1, max_length=MOST_LINES)]


class TakenOut(Schema):
    """What became of a line."""

    id: str
    state: Literal["stored", "known"]


class BatchOut(Schema):
    """What became of each line, in their order; warnings are sentences about what was stored."""

    entries: list[TakenOut]
    warnings: list[str]


class EntryOut(Schema):
    """An entry. `time` as HH:MM, null where it has none; `superseded`: it was corrected or removed."""

    id: str
    day: date
    time: str | None
    line: str
    supersedes: str | None
    superseded: bool


class EntriesOut(Schema):
    """The entries of some days, by day and in the order of arrival."""

    entries: list[EntryOut]


class RemovedOut(Schema):
    """`void`: the id of the entry that removed it."""

    id: str
    void: str
    state: Literal["stored", "known"]


class ParameterOut(Schema):
    """A number of the method as it is in force today. `own`: set by the lifter, unlike `document`."""

    name: str
    value: str
    document: str
    own: bool
    unit: str
    means: str
    tag: str
    sources: list[str]
    low: float
    high: float
    recommended_low: float
    recommended_high: float
    why: str


class ParametersOut(Schema):
    """Every number of the method, in the order of its document."""

    parameters: list[ParameterOut]


class ValueIn(Schema):
    """A value as it is written: `90`, `75%`, `05:00`, `1,3,7,14`."""

    value: str = Field(min_length=1, max_length=200)
    id: Id | None = Field(None, description="A UUID of yours; sent twice, it is stored once.")


class ValueOut(Schema):
    """The value that holds from today on."""

    name: str
    value: str
    warnings: list[str]


class ExerciseOut(Schema):
    """An exercise of a file; `lift`: the method's lift it is taken for, null for its own name."""

    name: str
    lift: str | None
    sets: int


class PartOut(Schema):
    """What one source in the file brought, or would bring; `batch`: the number to take it out by."""

    source: str
    batch: int | None
    added: int
    known: int
    first_day: date | None
    last_day: date | None
    sets: int
    nights: int
    readings: dict[str, int]
    unit: Unit | None
    exercises: list[ExerciseOut]
    left_aside: dict[str, int]
    not_understood: list[Wrong]
    warnings: list[str]


class UnreadOut(Schema):
    """Files in a zip that nothing here reads, by what their names have in common; `why` may be empty."""

    name: str
    files: int
    why: str


class ImportOut(Schema):
    """What came of a file, or would come of it, source by source."""

    file: str
    dry_run: bool
    added: int
    known: int
    parts: list[PartOut]
    unread: list[UnreadOut]


class FileOut(Schema):
    """A file that was brought in; `undone` is empty while its entries stand."""

    batch: int
    file: str
    source: str
    made: str
    added: int
    known: int
    not_understood: int
    undone: str


class FilesOut(Schema):
    """Every file that was brought in, the oldest first."""

    imports: list[FileOut]


class UndoneOut(Schema):
    """How many entries were taken out."""

    batch: int
    taken_out: int
