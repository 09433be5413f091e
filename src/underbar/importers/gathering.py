"""Rows and records one by one to what they hold, each of them accounted for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Final, TypeVar

from underbar.importers.blocks import SetRow
from underbar.importers.cells import Unreadable
from underbar.importers.found import Found, Reading, Slept
from underbar.importers.imported import NOT_MEASURED, Tally
from underbar.importers.reading import Table, misfit, without_headers

Given = Sequence[Slept | Reading | SetRow] | str
"""What a row holds, or a word for why it is not used; nothing at all: nothing was measured."""
Item = TypeVar("Item")

_LONGEST: Final = 36 * 3600
"""Seconds that one sleep may take from its beginning to its end; more is a slip of the clock."""
_ROUNDED: Final = 60
"""Seconds that a length in minutes or hours may lie above the time that it lies in."""


@contextmanager
def about(name: str) -> Iterator[None]:
    """What is Unreadable here is so in the column or key of that name, and says so."""
    try:
        yield
    except Unreadable as problem:
        between = " " if str(problem).startswith("is ") else ": "
        raise Unreadable(f"{name}{between}{problem}") from problem


def gather(
    items: Iterable[tuple[int, Item]], understood: Callable[[Item], Given], found: Found, tally: Tally
) -> None:
    """Put what each item holds into `found`, and count it.

    An item stands with its line, 0 where it has none. One for which `understood` raises Unreadable is
    reported.
    """
    for line, item in items:
        tally.rows += 1
        try:
            given = understood(item)
        except Unreadable as problem:
            tally.report(line, str(problem))
            continue
        if isinstance(given, str) or not given:
            tally.skipped[given if isinstance(given, str) else NOT_MEASURED] += 1
            continue
        tally.used += 1
        for one in given:
            if isinstance(one, Slept):
                found.slept.append(one)
            elif isinstance(one, SetRow):
                found.sets.append(one)
            else:
                found.readings.append(one)


def gather_rows(
    table: Table, understood: Callable[[Sequence[str]], Given], found: Found, tally: Tally
) -> None:
    """As `gather`, for the rows of a table; one that is shorter or longer than its header is reported."""
    width = len(table.header)

    def whole(row: Sequence[str]) -> Given:
        if problem := misfit(row, width):
            raise Unreadable(problem)
        return understood(row)

    rows = without_headers(table, tally)
    tally.rows += len(table.rows) - len(rows)
    gather(rows, whole, found, tally)


def session(
    source: str,
    start: datetime,
    end: datetime,
    asleep: float,
    nap: bool | None = None,
    day: date | None = None,
) -> Slept:
    """A sleep from an aware start to an aware end, with the seconds asleep in it.

    Raises Unreadable where it ends before it begins, lasts over 36 hours or holds more sleep than time.
    """
    lasted = end.timestamp() - start.timestamp()
    if not 0 < lasted <= _LONGEST:
        raise Unreadable("it does not end within 36 hours of its beginning")
    if not 1 <= asleep <= lasted + _ROUNDED:
        raise Unreadable("the time asleep is longer than the time from its beginning to its end")
    return Slept(source, start, end, int(min(round(asleep), lasted)), nap, day=day)
