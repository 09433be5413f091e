"""What the look at a file shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from underbar.diary.vocabulary import LIFTS
from underbar.quantities import Unit
from underbar.services.errors import Issue
from underbar.services.importing import FileImport
from underbar.wording.en_bring import SOURCES
from underbar.wording.en_words import capital, lift_name

SHOWN: Final = 20
"""Rows not understood, and warnings, that are shown of a file."""
MOST_CHOICES: Final = 300
"""Exercises whose lift can be chosen, those with the most sets first; the rest keep what was found."""
LIFT_CHOICES: Final = tuple((lift, capital(lift_name(lift))) for lift in LIFTS)


class Exercise(NamedTuple):
    """An exercise of the files; `lift` "" for its own name."""

    name: str
    lift: str
    sets: int


class Look(NamedTuple):
    """A file as it is shown. `needs_unit`: it was refused for want of one."""

    name: str
    source: str
    refused: str | None
    needs_unit: bool
    added: int
    known: int
    first: date | None
    last: date | None
    sets: int
    unit: Unit | None
    aside: tuple[tuple[str, int], ...]
    wrong: tuple[Issue, ...]
    wrong_more: int
    warnings: tuple[str, ...]
    warnings_more: int


class Looks(NamedTuple):
    """All files of one look. `likelier`: the unit that those look like that name none.

    `unit`: the one in force where it can be chosen; `asks_unit`: whether it can. `sure`: it was told
    by the weights alone.
    """

    files: tuple[Look, ...]
    lifts: tuple[Exercise, ...]
    others: tuple[Exercise, ...]
    asks_unit: bool
    needs_unit: bool
    likelier: Unit | None
    unit: Unit | None
    sure: bool
    added: int


def looks(names: Sequence[str], found: Sequence[FileImport], unit: Unit | None) -> Looks:
    """The look at files; `unit` is what the lifter said."""
    files = tuple(_look(name, one) for name, one in zip(names, found, strict=True))
    exercises = _exercises(found)
    accounts = [one.account for one in found if one.account is not None]
    inferred = [account.unit for account in accounts if account.unit_how == "inferred"]
    needs = any(file.needs_unit for file in files)
    return Looks(
        files=files,
        lifts=tuple(one for one in exercises if one.lift),
        others=tuple(one for one in exercises if not one.lift),
        asks_unit=needs or any(account.unit_how in ("asked", "inferred") for account in accounts),
        needs_unit=needs,
        likelier=next((one.likelier for one in found if one.likelier), None),
        unit=unit or next(iter(inferred), None),
        sure=bool(inferred),
        added=sum(file.added for file in files),
    )


def _look(name: str, found: FileImport) -> Look:
    account = found.account
    days = [entry.day for entry in found.added]
    if account is not None and account.first_day is not None:
        days += [account.first_day, account.last_day or account.first_day]
    return Look(
        name=name,
        source=SOURCES.get(found.source, ""),
        refused=found.refused,
        needs_unit=found.refused is not None and found.needs_unit,
        added=len(found.added),
        known=found.known,
        first=min(days, default=None),
        last=max(days, default=None),
        sets=account.sets_stored if account else 0,
        unit=account.unit if account else None,
        aside=(*account.skipped, *account.left_out) if account else (),
        wrong=found.reported[:SHOWN],
        wrong_more=max(0, len(found.reported) - SHOWN),
        warnings=found.warnings[:SHOWN],
        warnings_more=max(0, len(found.warnings) - SHOWN),
    )


def _exercises(found: Sequence[FileImport]) -> list[Exercise]:
    by_name: dict[str, Exercise] = {}
    for one in found:
        for seen in one.account.exercises if one.account else ():
            before = by_name.get(seen.name)
            sets = seen.sets + (before.sets if before else 0)
            by_name[seen.name] = Exercise(seen.name, seen.mapped_to or "", sets)
    ordered = sorted(by_name.values(), key=lambda one: (not one.lift, -one.sets, one.name))
    return ordered[:MOST_CHOICES]
