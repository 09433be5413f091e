"""What the look at files shows of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from underbar.diary.vocabulary import LIFTS
from underbar.quantities import Unit
from underbar.services.errors import Issue
from underbar.services.import_asked import ROLES, Said
from underbar.services.importing import FileImport, Part
from underbar.wording.en_import import found, others, source_name, span
from underbar.wording.en_words import capital, lift_name

SHOWN: Final = 20
"""Rows not understood, warnings and files not read that are shown at once."""
MOST_CHOICES: Final = 1000
"""Exercises whose lift can be chosen, those with the most sets first; the rest keep what was found."""
LIFT_CHOICES: Final = tuple((lift, capital(lift_name(lift))) for lift in LIFTS)


class Exercise(NamedTuple):
    """An exercise of the files; `lift` "" for its own name."""

    name: str
    lift: str
    sets: int


class Column(NamedTuple):
    """A column of a table that no app is known to write; `role`: what it is taken for, "" for nothing."""

    name: str
    role: str


class Look(NamedTuple):
    """What one source has in the files. `days`: from when to when, "" where nothing was found."""

    source: str
    files: int
    added: int
    known: int
    days: str
    found: Sequence[str]
    unit: Unit | None
    aside: tuple[tuple[str, int], ...]
    wrong: tuple[Issue, ...]
    wrong_more: int
    warnings: tuple[str, ...]
    warnings_more: int


class Looks(NamedTuple):
    """All that was dropped at once. `refused`: why nothing of it can be stored, "" where it can be.

    `asks_unit`: whether the unit of weights can be chosen; `unit`: the one in force; `likelier`: what weights
    look like that name none; `sure`: it was told by the weights alone. `columns`: those to be asked about,
    with why in `columns_lead`.
    """

    refused: str
    issues: tuple[Issue, ...]
    parts: tuple[Look, ...]
    unread: tuple[tuple[str, str], ...]
    unread_more: int
    lifts: tuple[Exercise, ...]
    others: tuple[Exercise, ...]
    columns: tuple[Column, ...]
    columns_lead: str
    asks_unit: bool
    needs_unit: bool
    likelier: Unit | None
    unit: Unit | None
    sure: bool
    added: int

    @property
    def asks(self) -> bool:
        """Whether the lifter has to say something first."""
        return self.needs_unit or bool(self.columns)


def looks(one: FileImport, said: Said) -> Looks:
    """The look at what was dropped; `said` is what the lifter said of it."""
    exercises = _exercises(one.parts)
    accounts = [part.account for part in one.parts if part.account is not None]
    inferred = [account.unit for account in accounts if account.unit_how == "inferred"]
    table = one.needs_columns
    return Looks(
        refused="" if one.needs_unit or table else one.refused or "",
        issues=one.issues[:SHOWN],
        parts=tuple(_look(part) for part in one.parts),
        unread=tuple((others(file.name, file.files), file.why) for file in one.unread[:SHOWN]),
        unread_more=max(0, len(one.unread) - SHOWN),
        lifts=tuple(exercise for exercise in exercises if exercise.lift),
        others=tuple(exercise for exercise in exercises if not exercise.lift),
        columns=tuple(
            Column(name, said.columns.get(name, guess))
            for name, guess in zip(table.header, table.guess, strict=True)
        )
        if table
        else (),
        columns_lead=table.sentence if table else "",
        asks_unit=one.needs_unit or any(account.unit_how in ("asked", "inferred") for account in accounts),
        needs_unit=one.needs_unit,
        likelier=one.likelier,
        unit=said.unit or next(iter(inferred), None),
        sure=bool(inferred),
        added=len(one.added),
    )


ROLE_CHOICES: Final = tuple((role, capital(words)) for role, words in ROLES)


def _look(part: Part) -> Look:
    account = part.account
    days = [entry.day for entry in part.added]
    if account is not None and account.first_day is not None:
        days += [account.first_day, account.last_day or account.first_day]
    return Look(
        source=source_name(part.source),
        files=len(account.files) if account else 1,
        added=len(part.added),
        known=part.known,
        days=span(min(days), max(days)) if days else "",
        found=found(account.sets_stored, account.nights, account.readings) if account else [],
        unit=account.unit if account else None,
        aside=(*account.skipped, *account.left_out) if account else (),
        wrong=part.reported[:SHOWN],
        wrong_more=max(0, len(part.reported) - SHOWN),
        warnings=part.warnings[:SHOWN],
        warnings_more=max(0, len(part.warnings) - SHOWN),
    )


def _exercises(parts: Sequence[Part]) -> list[Exercise]:
    by_name: dict[str, Exercise] = {}
    for part in parts:
        for seen in part.account.exercises if part.account else ():
            before = by_name.get(seen.name)
            sets = seen.sets + (before.sets if before else 0)
            by_name[seen.name] = Exercise(seen.name, seen.mapped_to or "", sets)
    ordered = sorted(by_name.values(), key=lambda one: (not one.lift, -one.sets, one.name))
    return ordered[:MOST_CHOICES]
