"""Tables of no known app, as the lifter says what their columns hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from underbar.importers.any_table.parser import held_by
from underbar.importers.any_table.shape import ASLEEP, DATES, LOADS, ROLES, WEIGHTS, guess, is_dated
from underbar.importers.cells import Unreadable
from underbar.importers.found import Asked, Found
from underbar.importers.gathering import Given, gather
from underbar.importers.imported import ImportRefused, NeedsColumns, Tally
from underbar.importers.members import Piece
from underbar.importers.reading import Table, misfit, table_of, without_headers

_ASK: Final = "No app that is known here wrote this table: say what its columns hold."
_ASK_ORDER: Final = "Its days can be read in two ways: with the month first or second."
_MOST_SETS: Final = 2_000_000
_WORDS = frozenset(role for role, _ in ROLES)
_ONE_OF = (DATES, tuple(ASLEEP), WEIGHTS, LOADS)
"""Words for the same thing, of which a table can have one."""


def claims(piece: Piece) -> bool:
    """Whether a file is a table with a column of days."""
    return piece.table is not None and is_dated(piece.table)


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:
    """What the rows hold.

    Raises NeedsColumns where it is not said what the columns of a header hold, or makes no sense.
    """
    found = Found()
    for piece in pieces:
        with tally.reading(piece.name):
            _read_table(table_of(piece.read()), asked, found, tally)
    return found


def _read_table(table: Table, asked: Asked, found: Found, tally: Tally) -> None:
    columns = _columns(table, asked.columns.get(table.header))
    width = len(table.header)

    def understood(item: tuple[int, Sequence[str]]) -> Given:
        line, row = item
        if len(found.sets) > _MOST_SETS:
            raise ImportRefused(f"It has over {_MOST_SETS:,} sets: nobody does that many in a life.")
        if problem := misfit(row, width):
            raise Unreadable(problem)
        cells = {role: (table.header[column], row[column]) for role, column in columns.items()}
        return held_by(line, cells, asked)

    rows = without_headers(table, tally)
    tally.rows += len(table.rows) - len(rows)
    gather(((line, (line, row)) for line, row in rows), understood, found, tally)


def _columns(table: Table, said: Mapping[str, str] | None) -> dict[str, int]:
    """Which column holds what."""
    header = table.header
    if said is None:
        likely = guess(table)
        told = any(role in DATES for role in likely)
        raise NeedsColumns(_ASK if told else f"{_ASK} {_ASK_ORDER}", header, likely)
    roles = [said.get(name, "") for name in header]
    wrong = _wrong(header, roles)
    if wrong:
        raise NeedsColumns(wrong, header, tuple(role if role in _WORDS else "" for role in roles))
    return {role: column for column, role in enumerate(roles) if role}


def _wrong(header: Sequence[str], roles: Sequence[str]) -> str:
    """Why a table cannot be read so, "" where it can."""
    given = Counter(role for role in roles if role)
    if not given.keys() <= _WORDS:
        return "A column is said to hold something that is not known here."
    if any(role and header.count(name) > 1 for name, role in zip(header, roles, strict=True)):
        return "Two of the columns have the same name: give them different ones in the file."
    if any(sum(given[role] for role in alike) > 1 for alike in _ONE_OF) or max(given.values(), default=0) > 1:
        return "Two columns are said to hold the same: say it of one of them."
    if not any(role in given for role in DATES):
        return "Say which column holds the day."
    if ("exercise" in given) != ("reps" in given):
        return "Sets need a column for the exercise and one for the repetitions."
    if any(role in given for role in ("sets", *LOADS)) and "exercise" not in given:
        return "Sets need a column for the exercise and one for the repetitions."
    if ("fell-asleep" in given) != ("woke" in given):
        return "Say both when you fell asleep and when you woke up, or neither."
    return "" if len(given) > 1 else "Say of one more column what it holds."
