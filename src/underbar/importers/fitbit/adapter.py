"""Whole Fitbit exports to nights, resting pulse, HRV and body weight."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from underbar.importers.cells import Unreadable, named_number
from underbar.importers.documents import json_of
from underbar.importers.fitbit import parser
from underbar.importers.fitbit.shape import DOCUMENTS, SITE_BODY, SITE_SLEEP, Kind, kind_of
from underbar.importers.found import Asked, Found, Reading, Slept
from underbar.importers.gathering import Given, gather, gather_rows
from underbar.importers.imported import THERE_TWICE, ImportRefused, NeedsUnit, Tally
from underbar.importers.members import Piece
from underbar.importers.moments import iso_day
from underbar.importers.reading import Table, table_of
from underbar.quantities import Unit

OTHER: Final = "food and activities"

_ORDER: Final[Mapping[Kind, int]] = {"sleep logs": 0, "sleeps": 2}
"""What tells a nap goes before what doesn't."""


class _Run(NamedTuple):
    """What is read so far. `seen`: sleeps, by their number and by when they ended on the lifter's clock.
    `heights`: metres, what body mass indexes say if their weights are kilograms."""

    asked: Asked
    found: Found
    tally: Tally
    seen: set[str]
    heights: list[float]


def claims(piece: Piece) -> bool:
    """Whether it is one of Fitbit's files that are read."""
    return kind_of(piece) is not None


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:
    """One sleep, however many of the files tell it, and the readings of each day.

    Raises NeedsUnit where weights name no unit and their body mass indexes tell none.
    """
    run = _Run(asked, Found(), tally, set(), [])
    kinds = [(kind_of(piece) or "site", piece) for piece in pieces]
    for kind, piece in sorted(kinds, key=lambda one: _ORDER.get(one[0], 1)):
        with tally.reading(piece.name):
            if kind in DOCUMENTS:
                _read_document(piece, kind, run)
            else:
                _read_table(piece, kind, run)
    _name_units(run)
    return run.found


def _read_document(piece: Piece, kind: Kind, run: _Run) -> None:
    document = json_of(piece)
    if isinstance(document, dict):  # as Fitbit's API answers
        document = document.get("sleep")
    if not isinstance(document, list):
        raise ImportRefused("It holds no list of records as Fitbit writes it.")

    def understood(record: Any) -> Given:
        if not isinstance(record, dict):
            raise Unreadable("a record that is none")
        if kind == "weights":
            return parser.weight(record, run.heights)
        if kind == "resting pulses":
            return parser.resting_pulse(record)
        return _once(parser.sleep_log(record, run.asked), run, record.get("logId"))

    gather(((0, record) for record in document), understood, run.found, run.tally)


def _read_table(piece: Piece, kind: Kind, run: _Run) -> None:
    table = table_of(piece.read())
    if kind == "site":
        gather(_site_rows(table), lambda cells: _of_site(cells, run), run.found, run.tally)
        return
    names = [name.casefold() for name in table.header]
    ways: dict[Kind, Callable[[Mapping[str, str]], Given]] = {
        "sleeps": lambda cells: _once(parser.utc_sleep(cells, run.asked), run),
        "grams": lambda cells: parser.grams(cells, run.asked),
        "HRV": lambda cells: parser.of_day(cells, "rmssd", "hrv", run.asked),
        "daily HRV": lambda cells: parser.of_day(
            cells, "average heart rate variability milliseconds", "hrv", run.asked
        ),
        "daily pulse": lambda cells: parser.of_day(cells, "beats per minute", "pulse", run.asked),
    }
    way = ways[kind]
    gather_rows(table, lambda row: way(dict(zip(names, row, strict=False))), run.found, run.tally)


def _once(slept: Slept | None, run: _Run, number: object = None) -> Given:
    """The sleep, where it is new."""
    if slept is None:
        return []
    keys = {f"{slept.end:%Y-%m-%d %H:%M}", *([f"number {number}"] if number else [])}
    known = not keys.isdisjoint(run.seen)
    run.seen.update(keys)
    return THERE_TWICE if known else [slept]


def _site_rows(table: Table) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of the site's export by their columns. A line with one word begins a part with a header."""
    header: list[str] = []
    for line, row in [(1, list(table.header)), *table.rows]:
        if sum(map(bool, row)) == 1:
            header = []
        elif not header:
            header = [cell.strip().casefold() for cell in row]
        else:
            yield line, dict(zip(header, row, strict=False))


def _of_site(cells: Mapping[str, str], run: _Run) -> Given:
    if cells.keys() >= set(SITE_SLEEP):
        return _once(parser.site_sleep(cells, run.asked), run)
    if not cells.keys() >= set(SITE_BODY):
        return OTHER
    try:
        day = iso_day(cells["date"])
    except Unreadable as problem:
        raise Unreadable(f"Date {problem}") from problem
    record = {"date": f"{day}", "weight": named_number("Weight", cells["weight"]), "bmi": cells["bmi"]}
    return parser.weight(record, run.heights)


def _name_units(run: _Run) -> None:
    """Give the weights that name no unit theirs."""
    if not any(_unnamed(one) for one in run.found.readings):
        return
    unit: Unit | None = parser.unit_of(run.heights) or run.asked.unit
    if unit is None:
        raise NeedsUnit("Fitbit's weights name no unit: say whether they are pounds or kilograms.", None, 0.5)
    run.found.readings = [one._replace(unit=unit) if _unnamed(one) else one for one in run.found.readings]


def _unnamed(reading: Reading) -> bool:
    return reading.what == "weight" and reading.unit is None
