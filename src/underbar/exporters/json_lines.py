"""The diary as JSON Lines: every entry with all that it has, one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from underbar.diary.notation_values import clock
from underbar.diary.records import Entry, Record
from underbar.diary.vocabulary import WEEKDAYS
from underbar.exporters.standing import in_order, standing

SCHEMA: Final = "underbar.diary/1"
_NAMES: Final = {
    ("checkin", "sleep"): "sleep_s",
    ("release", "left"): "left_s",
    ("release", "right"): "right_s",
    ("pulse", "beats"): "beats_per_min",
    ("void", "id"): "removes",
}
"""Where a field's own name would leave its unit open or is taken."""


def json_lines(entries: Iterable[Entry]) -> str:
    """A line that names the schema and counts the entries, then one line an entry, by day.

    Corrected and removed entries are among them; `stands` tells. Fields that were not given are left out.
    Text beyond ASCII stands as it is.
    """
    known = in_order(entries)
    kept = {entry.id for entry in standing(known)}
    head = {"kind": "diary", "schema": SCHEMA, "entries": len(known)}
    objects = [head, *({**_entry(entry), "stands": entry.id in kept} for entry in known)]
    return "".join(f"{json.dumps(found, ensure_ascii=False)}\n" for found in objects)


def _entry(entry: Entry) -> dict[str, Any]:
    kind = type(entry.record).__name__.lower()
    about: dict[str, Any] = {"kind": kind, "day": entry.day.isoformat()}
    if entry.time is not None:
        about["time"] = clock(entry.time)
    origin = {name: getattr(entry, name) for name in ("id", "source", "written", "supersedes", "comment")}
    given = {name: value for name, value in origin.items() if value is not None}
    return about | _record(kind, entry.record) | given


def _record(kind: str, record: Record) -> dict[str, Any]:
    found = {}
    for name, value in _given(record).items():
        made: Any = value
        match kind, name:
            case "checkin", "woke":
                made = clock(value)
            case "goal", "days":
                made = [WEEKDAYS[day] for day in value]
            case "gym", "bars":
                made = [{"lift": lift, "weight": _plain(weight)} for lift, weight in value]
            case _:
                made = _plain(value)
        found[_NAMES.get((kind, name), name)] = made
    return found


def _given(record: Any) -> dict[str, Any]:
    return {name: value for name in record.__slots__ if (value := getattr(record, name)) is not None}


def _plain(value: Any) -> Any:
    """A value of a record as JSON has it: what has named fields becomes an object."""
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items() if part is not None}
    if hasattr(value, "__slots__") and not isinstance(value, str | int | float | tuple):
        return {name: _plain(part) for name, part in _given(value).items()}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value
