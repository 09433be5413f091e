"""Every real export beside the repository, against a count made here by other means.

The files belong to their owners and are not in the repository; nothing of their text is shown.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from reading_files import SAMPLES, read_data

from underbar.diary.notation import format_diary, parse
from underbar.diary.records import Lift
from underbar.importers import Imported, NeedsUnit, pieces_of
from underbar.importers.detect import READERS
from underbar.quantities import LB_PER_KG, Unit

FILES = sorted((*SAMPLES.glob("strong/*.csv"), *SAMPLES.glob("hevy/*.csv")))
EVERY = sorted(SAMPLES.glob("*/*"))

pytestmark = pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")


def imported(path: Path) -> Imported:
    """The import, answering the unit that a lifter would be asked for."""
    try:
        return read_data(path.read_bytes())
    except NeedsUnit as asked:
        return read_data(path.read_bytes(), unit=asked.likelier or "kg")


def plain(path: Path) -> list[dict[str, str]]:
    """The rows by the names of the English header, read without anything of the importer."""
    text = path.read_text(encoding="utf-8-sig")
    delimiter = ";" if text.partition("\n")[0].count(";") > 3 else ","
    header, *rows = (row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if row)
    if "Nom de l'exercice" in header:
        header = [
            "Date",
            "",
            "",
            "Exercise Name",
            "Set Order",
            "Weight",
            "Reps",
            "Distance",
            "Seconds",
            "",
            "",
            "",
        ]
    return [dict(zip(header, row, strict=False)) for row in rows]


def value(row: dict[str, str], *names: str) -> float:
    return next((float(row[name] or 0) for name in names if name in row), 0.0)


@pytest.mark.parametrize("path", FILES, ids=[path.name.split("__")[0] + path.stem[-6:] for path in FILES])
def test_a_real_file_is_stored_whole(path: Path) -> None:
    found, rows = imported(path), plain(path)
    assert found.rows_read == len(rows)
    assert found.rows_read == found.sets_stored + sum(dict(found.skipped).values()) + len(found.reported)
    if path.stem.endswith("bad"):
        assert (found.sets_stored, len(found.reported)) == (0, 2)
        return
    assert found.reported == ()
    twice = dict(found.skipped).get("in a workout written twice", 0)
    rest = sum(row.get("Set Order") == "Rest Timer" for row in rows)
    nothing = sum(
        not value(row, "Reps", "reps")
        and not value(row, "Seconds", "duration_seconds")
        and not value(row, "Distance", "mi", "Distance (meters)", "distance_km", "distance_miles")
        and "F" not in (row.get("Set Order"), row.get("set_type", "")[:1].upper())
        for row in rows
    )
    assert found.sets_stored == len(rows) - twice - rest - nothing
    assert dict(found.skipped).get("rest timer", 0) == rest
    assert found.warmups == sum(
        row.get("Set Order") == "W" or row.get("set_type") == "warmup" for row in rows
    )
    lifts = [entry.record for entry in found.entries if isinstance(entry.record, Lift)]
    assert sum(work.sets.count for lift in lifts for work in lift.work) == found.sets_stored
    if not twice:
        reps = sum(value(row, "Reps", "reps") for row in rows)
        stored = (work.sets for lift in lifts for work in lift.work if work.sets.kind == "reps")
        assert sum(sets.count * sets.amount for sets in stored) == reps
        assert volume(found) == pytest.approx(volume_of(rows), rel=1e-3)


def volume(found: Imported) -> float:
    lifts = [entry.record for entry in found.entries if isinstance(entry.record, Lift)]
    return sum(
        work.weight.value * work.sets.count * work.sets.amount
        for lift in lifts
        for work in lift.work
        if work.weight is not None and work.sets.kind == "reps"
    )


def volume_of(rows: list[dict[str, str]]) -> float:
    return sum(
        value(row, "Weight", "Weight (kg)", "lb", "weight_kg", "weight_lbs") * value(row, "Reps", "reps")
        for row in rows
        if "Assisted" not in row.get("Exercise Name", row.get("exercise_title", ""))
    )


@pytest.mark.parametrize(
    ("part", "workouts", "rows"), [("marcpare", 18, 177), ("MiroslavCsonka", 1, 17), ("Valter", 0, 0)]
)
def test_workouts_written_twice_are_those_known(part: str, workouts: int, rows: int) -> None:
    found = imported(next(path for path in FILES if part in path.name))
    assert found.repeated_workouts == workouts
    assert dict(found.skipped).get("in a workout written twice", 0) == rows


@pytest.mark.parametrize("path", FILES, ids=[path.name.split("__")[0] + path.stem[-6:] for path in FILES])
def test_a_second_import_and_a_later_export_keep_every_id(path: Path) -> None:
    found = imported(path)
    assert imported(path) == found
    text = path.read_text(encoding="utf-8-sig")
    delimiter = ";" if text.partition("\n")[0].count(";") > 3 else ","
    header, *rows = (row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if row)
    column = next((header.index(name) for name in ("start_time", "Date") if name in header), 0)
    starts = list(dict.fromkeys(row[column] for row in rows))
    wanted = set(starts[: len(starts) // 2])
    if wanted and not path.stem.endswith("bad"):
        # Another export: the first half of the workouts (of a file that is newest first the later half).
        part = io.StringIO()
        csv.writer(part, delimiter=delimiter).writerows(
            [header, *(row for row in rows if row[column] in wanted)]
        )
        less = {entry.id for entry in read_data(part.getvalue().encode(), unit=found.unit or "kg").entries}
        assert less
        assert less < {entry.id for entry in found.entries}
    again = parse(format_diary(found.entries, full=True))
    assert not again.problems
    assert list(again.entries) == sorted(found.entries, key=lambda entry: entry.day)


KNOWN: dict[str, Unit] = {
    "AlexandrosK": "kg",
    "Miroslav": "kg",
    "Valter": "kg",
    "andrewgrinko": "kg",
    "Sebastien": "kg",
}


@pytest.mark.parametrize(("part", "unit"), KNOWN.items())
def test_an_inferred_unit_is_the_one_of_the_country(part: str, unit: Unit) -> None:
    found = read_data(next(path for path in FILES if part in path.name).read_bytes())
    assert (found.unit, found.unit_how) == (unit, "inferred")
    assert found.unit_share is not None
    assert found.unit_share >= 2 / 3


def test_pounds_shown_as_kilograms_come_back_as_pounds() -> None:
    found = imported(next(path for path in FILES if "amigo163" in path.name))
    weights = {
        work.weight for entry in found.entries if isinstance(entry.record, Lift) for work in entry.record.work
    }
    pounds = [weight.value * LB_PER_KG for weight in weights if weight is not None]
    assert pounds
    assert all(abs(each - round(each * 2) / 2) < 0.03 for each in pounds)


@pytest.mark.parametrize("path", EVERY, ids=[path.name[:40] for path in EVERY])
def test_no_file_is_claimed_by_two_sources(path: Path) -> None:
    with pieces_of(path, path.name) as pieces:
        for piece in pieces:
            assert sum(reader.claims(piece) for reader in READERS) <= 1
