"""The diary out: as text, and in the other formats."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final, Literal, NamedTuple

from underbar.diary.notation import format_diary
from underbar.diary.records import Entry
from underbar.exporters.calendar import BarDay, calendar
from underbar.exporters.csv_tables import csv_tables
from underbar.exporters.fhir.bundle import bundled
from underbar.exporters.json_lines import json_lines
from underbar.exporters.parquet_tables import parquet_tables
from underbar.services.clock import now
from underbar.services.database import unit_of_work
from underbar.services.errors import NoDiary, RuleFailure
from underbar.services.history import lifters_today
from underbar.services.planning import plan_of
from underbar.store import entries

_TEXT: Final = "text/plain; charset=utf-8"
Format = Literal["text", "jsonl", "csv", "parquet", "fhir", "ical"]


class Exported(NamedTuple):
    """A file to keep. `media`: its type. `binary`: nothing for a terminal.

    `amount`: of its lines, entries, tables, resources or events, by its format. `left_out`: entries that the
    format has no place for, by kind.
    """

    name: str
    media: str
    data: bytes
    binary: bool
    amount: int
    left_out: Mapping[str, int] = {}


class _Kind(NamedTuple):
    ending: str
    media: str
    make: Callable[[tuple[Entry, ...], datetime], tuple[bytes, int, Mapping[str, int]]]
    binary: bool = False


def export(full: bool = False) -> str:
    """The whole diary in the notation, by day and within a day in the order of arrival.

    Plain: what stands, as a person reads it. `full`: everything, ids and corrections too: a backup.
    Brought into an empty database, either comes out again byte for byte.
    """
    with unit_of_work() as owner:
        found = entries.between(owner)
    return format_diary(found, full)


def export_as(form: Format, full: bool = False, instant: datetime | None = None) -> Exported:
    """The whole diary in a format, named after the lifter's day. `full`: for text alone, as in `export`."""
    instant = instant or now()
    name = f"underbar-{lifters_today(instant).day.isoformat()}"
    if form == "text":
        text = export(full)
        ending = "-full.diary" if full else ".diary"
        return Exported(f"{name}{ending}", _TEXT, text.encode(), False, text.count("\n"))
    kind = _KINDS[form]
    with unit_of_work() as owner:
        found = entries.between(owner)
    data, count, left_out = kind.make(found, instant)
    return Exported(f"{name}{kind.ending}", kind.media, data, kind.binary, count, left_out)


def _json_lines(found: tuple[Entry, ...], _: datetime) -> tuple[bytes, int, Mapping[str, int]]:
    return json_lines(found).encode(), len(found), {}


def _csv(found: tuple[Entry, ...], _: datetime) -> tuple[bytes, int, Mapping[str, int]]:
    return (*csv_tables(found), {})


def _parquet(found: tuple[Entry, ...], _: datetime) -> tuple[bytes, int, Mapping[str, int]]:
    return (*parquet_tables(found), {})


def _fhir(found: tuple[Entry, ...], instant: datetime) -> tuple[bytes, int, Mapping[str, int]]:
    made = bundled(found, instant.isoformat(timespec="seconds"))
    text = json.dumps(made.bundle, ensure_ascii=False)
    return f"{text}\n".encode(), len(made.bundle.get("entry", ())), made.left_out


def _ical(found: tuple[Entry, ...], instant: datetime) -> tuple[bytes, int, Mapping[str, int]]:
    return (*calendar(found, _ahead(instant), instant), {})


def _ahead(instant: datetime) -> list[BarDay]:
    """Today's bar work and the next bar day, as today's rules see them; none where there is no plan."""
    try:
        plan = plan_of(lifters_today(instant).day, instant)
    except (NoDiary, RuleFailure):
        return []
    if plan.lifts:
        return [BarDay(plan.day, tuple(lift.lift for lift in plan.lifts))]
    return [BarDay(plan.next_lift_day)] if plan.next_lift_day else []


_KINDS: Final[Mapping[str, _Kind]] = {
    "jsonl": _Kind(".jsonl", "application/x-ndjson; charset=utf-8", _json_lines),
    "csv": _Kind("-csv.zip", "application/zip", _csv, binary=True),
    "parquet": _Kind("-parquet.zip", "application/zip", _parquet, binary=True),
    "fhir": _Kind("-fhir.json", "application/fhir+json; charset=utf-8", _fhir),
    "ical": _Kind(".ics", "text/calendar; charset=utf-8", _ical),
}
