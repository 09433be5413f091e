"""What an import gives back, and the one way in which it can fail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from underbar.diary.records import Entry
from underbar.quantities import Unit

UnitHow = Literal["column", "asked", "inferred", "not needed"]


class ImportRefused(ValueError):
    """The file as a whole cannot be read. `sentence` says why, in words for the lifter."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NeedsUnit(ImportRefused):
    """The file names no unit and its weights do not tell which it is: ask, then pass `unit`.

    `likelier` is the answer to offer first, with the `share` of telling weights that speak for it;
    None where no weight tells anything.
    """

    def __init__(self, sentence: str, likelier: Unit | None, share: float) -> None:
        super().__init__(sentence)
        self.likelier = likelier
        self.share = share


class NeedsColumns(ImportRefused):
    """A table of no known app: ask what its columns hold, then pass `columns`.

    `header`: the names of its columns. `guess`: for each of them what it looks like, "" for nothing.
    """

    def __init__(self, sentence: str, header: tuple[str, ...], guess: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.header = header
        self.guess = guess


class RowProblem(NamedTuple):
    """A row that was not understood and so not stored: its first line (from 1) and why.

    The message names the column and never repeats a cell, which may hold private text. `line` 0: the
    file as a whole, or one without lines. `file`: which one, "" where there was only one.
    """

    line: int
    message: str
    file: str = ""


class Unread(NamedTuple):
    """Files that no source knows, by what their names have in common; why, "" where they are just others."""

    name: str
    files: int
    why: str = ""


class Seen(NamedTuple):
    """An exercise of the file: the method's lift it was taken for (None: its own name), its sets."""

    name: str
    mapped_to: str | None
    sets: int


@dataclass(frozen=True, slots=True)
class Imported:
    """The entries that one source's files hold, and a full account of them.

    `files`: the names of the files read. A row is a line of a table, or the record that stands for one
    elsewhere: `rows_read` = `rows_used` + the counts of `skipped` + the number of `reported`; blank lines
    and headers are no rows. `left_out`: parts of understood rows that a diary line has no place for
    (notes, a time beside repetitions, naps), with their counts. `entries` are in the order of their day;
    each has an id that the same thing gets from any export: up to its last hyphen it names what it is of
    (the block of a workout, the night of a device), after it what it says, so that what was edited in
    the app keeps the first part. `unit`: the weights' unit, None where the files mix both or have no
    weight. `unit_share`: for an inferred unit the share of telling weights that spoke for it, 0.5 to 1;
    else None. `first_day`, `last_day`: None where nothing was found. `readings`: days with a resting
    pulse, HRV and body weight, by those words.
    """

    source: str
    files: tuple[str, ...]
    entries: tuple[Entry, ...]
    rows_read: int
    rows_used: int
    sets_stored: int
    warmups: int
    nights: int
    readings: tuple[tuple[str, int], ...]
    repeated_workouts: int
    skipped: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, int], ...]
    reported: tuple[RowProblem, ...]
    exercises: tuple[Seen, ...]
    first_day: date | None
    last_day: date | None
    unit: Unit | None
    unit_how: UnitHow
    unit_share: float | None


class Brought(NamedTuple):
    """Everything that was dropped: an account for each source, and what no source knows."""

    accounts: tuple[Imported, ...]
    unread: tuple[Unread, ...]


REST_TIMER = "rest timer"
NOTE_ROW = "note row"
NOTHING_DONE = "no repetitions, time or distance"
WRITTEN_TWICE = "in a workout written twice"
HEADER_AGAIN = "header again"

NOTES = "notes"
ASSISTANCE = "assistance (a weight that helps is not a load)"
TIME_BESIDE = "a time beside repetitions"
DISTANCE_BESIDE = "a distance beside repetitions or a time"
DROP_SET = "drop-set mark"
FAILURE = "failure mark"
LOWER_RPE = "an RPE below the highest of its sets"
NAPS = "naps, which are no nights"
IN_BED = "time in bed alone, which is not sleep"
AWAKE = "time awake"
TOO_LONG = "a night of over 20 hours"
TOO_SHORT = "a sleep of under half an hour"
FURTHER = "further readings of a day, put together with the first"
IMPOSSIBLE = "a reading that no body has"
NOT_MEASURED = "nothing measured"
THERE_TWICE = "there twice"
WORKOUT = "a workout of which no sets are told"


@dataclass(slots=True)
class Tally:
    """The account of a source's files while they are read. `rows`: read so far; `used`: of these, how
    many gave something. `alone`: there is one file; else `file` is the one that is being read."""

    alone: bool = True
    rows: int = 0
    used: int = 0
    file: str = ""
    skipped: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    reported: list[RowProblem] = field(default_factory=list)
    refused: list[ImportRefused] = field(default_factory=list)
    repeated_workouts: int = 0

    def report(self, line: int, message: str) -> None:
        """Add a row that was not understood."""
        self.reported.append(RowProblem(line, message, self.file))

    @contextmanager
    def reading(self, name: str) -> Iterator[None]:
        """One file of the source: of several, one that is refused does not stop the others."""
        self.file = "" if self.alone else name
        try:
            yield
        except (NeedsUnit, NeedsColumns):
            raise
        except ImportRefused as error:
            if self.alone:
                raise
            self.refused.append(error)
            self.rows += 1
            self.report(0, error.sentence)
        finally:
            self.file = ""


def counts(tally: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Names with their counts, most frequent first, equal ones by name."""
    return tuple(sorted(tally.items(), key=lambda item: (-item[1], item[0])))


def listed(words: Iterable[str], most: int = 6) -> str:
    """The first few words of a header for a sentence: printable, each at most 30 characters."""
    shown = ["".join(c for c in word if c.isprintable())[:30] for word in words]
    return ", ".join(shown[:most]) + (", …" if len(shown) > most else "")
