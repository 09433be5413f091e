"""JEFIT's backup: sections, sets packed into a cell, sets in rows of their own."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from log_words import work
from reading_files import read_data
from seeds_jefit import LOGS, ROUTINES, SESSIONS, SET_LOGS, SETTING

from underbar.importers import Imported, ImportRefused, NeedsUnit, Zones

LOG_HEADER = "\n".join(LOGS.splitlines()[:3])


def jefit(*sections: str, **asked: Any) -> Imported:
    return read_data("\n".join(sections).encode(), "jefit.csv", **asked)


def log(
    sets: str, name: str = "Barbell Squat", day: str = "2026-02-04", session: str = "", key: str = "9"
) -> str:
    return f'7,0,1,"{sets}",{key},86.67,{day},21,"{name}",1,{session},1,'


def test_a_backup_is_read_section_by_section() -> None:
    found = jefit(SETTING, ROUTINES, SESSIONS, LOGS, SET_LOGS)
    assert work(found) == [
        ("squat", "60kg 1x10 65kg 1x8"),
        ("Dumbbell Row", "32kg 1x12"),
        ("deadlift", "100kg 1x5"),
    ]
    assert (found.source, found.unit, found.rows_read, found.sets_stored) == ("jefit", "kg", 6, 4)
    assert dict(found.skipped) == {"there twice": 2}
    assert [(str(entry.day), entry.time) for entry in found.entries] == [
        ("2026-02-04", 15 * 60 + 51),
        ("2026-02-04", 15 * 60 + 51),
        ("2026-02-06", None),
    ]


def test_a_session_is_an_instant() -> None:
    found = jefit(SETTING, SESSIONS, LOGS, zones=Zones(before=ZoneInfo("Pacific/Auckland")))
    first = found.entries[0]
    assert (first.day, first.time) == (date(2026, 2, 5), 4 * 60 + 51)


@pytest.mark.parametrize(("mass", "unit"), [(" lbs", "lb"), ("kg", "kg")])
def test_the_unit_is_that_of_the_setting(mass: str, unit: str) -> None:
    found = jefit(SETTING.replace('" kg"', f'"{mass}"'), LOG_HEADER, log("60x10"))
    assert work(found) == [("squat", f"60{unit} 1x10")]


def test_without_a_setting_the_unit_is_asked_and_rows_of_their_own_are_in_pounds() -> None:
    with pytest.raises(NeedsUnit):
        jefit(LOG_HEADER, log("60x10"))
    assert work(jefit(LOG_HEADER, log("60x10"), unit="kg")) == [("squat", "60kg 1x10")]
    assert work(jefit(LOG_HEADER, log("", key="1"), SET_LOGS))[0] == ("squat", "132.28lb 1x10 143.3lb 1x8")


@pytest.mark.parametrize(
    "bad",
    [
        log("60"),
        log("60x10x3"),
        log("heavyx10"),
        log("60x10.5"),
        log("701x5"),
        log("60x5", name=""),
        log("60x5", day=""),
        log("60x5", day="2026-02-30"),
    ],
)
def test_a_set_that_is_not_understood_is_reported_with_its_line(bad: str) -> None:
    found = jefit(SETTING, LOG_HEADER, log("60x10"), bad)
    assert [problem.line for problem in found.reported] == [SETTING.count("\n") + 6]
    assert found.sets_stored == 1


def test_what_is_no_set_is_counted() -> None:
    cardio = "### CARDIO LOGS ###\n\n_id,duration\n1,3600\n2,60\n"
    found = jefit(
        SETTING, LOG_HEADER, log(""), log("60x0"), log("20x8", name="Assisted Dip"), SET_LOGS, cardio
    )
    assert work(found) == [("Assisted Dip", "body 1x8")]
    assert dict(found.skipped) == {
        "cardio without the name of an exercise": 2,
        "no repetitions, time or distance": 2,
    }
    assert [problem.message for problem in found.reported] == [
        "the set belongs to no exercise of the file"
    ] * 3
    assert found.rows_read == 1 + 2 + 2 + 3


def test_the_same_backup_again_and_a_later_one() -> None:
    before, again = jefit(SETTING, SESSIONS, LOGS), jefit(SETTING, SESSIONS, LOGS)
    later = jefit(SETTING, SESSIONS, LOGS.rstrip("\n"), log("62.5x5", day="2026-02-09"))
    assert before == again
    assert {entry.id for entry in before.entries} < {entry.id for entry in later.entries}
    assert len(later.entries) == len(before.entries) + 1


def test_a_backup_without_logs_is_refused_and_other_texts_are_not_its() -> None:
    with pytest.raises(ImportRefused, match="no exercise logs"):
        jefit(SETTING, ROUTINES)
    with pytest.raises(ImportRefused, match="columns are"):
        jefit("## Routines", "### SETTING", "Some words about them.")
