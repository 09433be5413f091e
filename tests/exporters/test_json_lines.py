"""Everything comes back from the JSON Lines as it was, and says its units."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, get_args

from diary_strategies import entries
from hypothesis import given, settings
from hypothesis import strategies as st
from written import CORRECTED, EVERY_KIND, read

from underbar.diary import records as r
from underbar.diary.diary import with_ids
from underbar.exporters.json_lines import json_lines
from underbar.quantities import Sets, Weight

WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
KINDS = {kind.__name__.lower(): kind for kind in get_args(r.Record)}
OF_ENTRY = ("source", "written", "id", "supersedes", "comment")


def objects(text: str) -> list[dict[str, Any]]:
    """The objects of the lines, the first that says what this is aside."""
    assert text.endswith("\n")
    return [json.loads(line) for line in text[:-1].split("\n")][1:]


def back(found: dict[str, Any]) -> r.Entry:
    """The entry that an object tells, read by the page of docs/exports.md."""
    said = dict(found)
    kind, day, _ = said.pop("kind"), date.fromisoformat(said.pop("day")), said.pop("stands")
    time = said.pop("time", None)
    origin = {name: said.pop(name, None) for name in OF_ENTRY}
    record = KINDS[kind](**{name: _value(kind, name, value) for name, value in _named(kind, said).items()})
    return r.Entry(day, record, None if time is None else _minutes(time), **origin)


def _named(kind: str, said: dict[str, Any]) -> dict[str, Any]:
    names = {"sleep_s": "sleep", "left_s": "left", "right_s": "right", "beats_per_min": "beats"}
    names |= {"removes": "id"} if kind == "void" else {}
    return {names.get(name, name): value for name, value in said.items()}


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def _value(kind: str, name: str, value: Any) -> Any:
    match kind, name:
        case "checkin", "woke":
            return _minutes(value)
        case "goal", "days":
            return tuple(WEEKDAYS.index(day) for day in value)
        case "gym", "bars":
            return tuple((bar["lift"], Weight(**bar["weight"])) for bar in value)
        case "gym", "plates" | "bells":
            return tuple(Weight(**weight) for weight in value)
        case "screen", "answers":
            return tuple(r.Answer(**answer) for answer in value)
        case "sources", "order":
            return tuple(value)
        case "clinician", "window":
            return r.Window(**value)
        case "clinician", "course":
            return r.Course(**value)
        case "lift", "work":
            return tuple(_work(work) for work in value)
        case "stability", "left" | "right" | "both":
            return Sets(**value)
        case _, "weight" | "bodyweight" | "target" | "best" | "start":
            return Weight(**value)
    return value


def _work(work: dict[str, Any]) -> r.Work:
    return r.Work(Weight(**work["weight"]) if "weight" in work else None, Sets(**work["sets"]))


@settings(deadline=None)
@given(st.lists(entries, max_size=6))
def test_every_entry_comes_back(written: list[r.Entry]) -> None:
    ordered = with_ids(sorted(written, key=lambda entry: entry.day))
    assert [back(found) for found in objects(json_lines(written))] == ordered


def test_the_first_line_names_the_schema_and_how_many_follow() -> None:
    first, *rest = json_lines(read(EVERY_KIND)).splitlines()
    assert json.loads(first) == {"kind": "diary", "schema": "underbar.diary/1", "entries": 35}
    assert len(rest) == 35


def test_units_stand_in_the_names_and_weights_keep_their_own() -> None:
    (found,) = objects(json_lines(read("2026-03-02 06:41 checkin ache 0 sleep 7h30 woke 06:40 id a ; hot\n")))
    flags = dict.fromkeys(("sore", "painkiller", "flare", "ill"), False)
    about = {"kind": "checkin", "day": "2026-03-02", "time": "06:41", "id": "a", "stands": True}
    assert found == {**about, "ache": 0, "sleep_s": 27000, "woke": "06:40", **flags, "comment": "hot"}
    (found,) = objects(json_lines(read("2026-03-02 bodyweight 203.5lb\n")))
    assert found["weight"] == {"value": 203.5, "unit": "lb"}
    held, beats, gone = objects(
        json_lines(read("2026-03-02 release left 90s right 80s\n2026-03-02 pulse 54\n2026-03-02 void x\n"))
    )
    assert (held["left_s"], held["right_s"], beats["beats_per_min"], gone["removes"]) == (90, 80, 54, "x")


def test_what_was_corrected_and_removed_is_there_and_says_so() -> None:
    found = {one["id"]: one["stands"] for one in objects(json_lines(read(CORRECTED)))}
    mornings = {"early": False, "late": True}
    assert found == {"first": False, "second": True, "third": False, "fourth": False, **mornings}
