"""What an import gives back, and the one way in which it can fail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from underbar.diary.records import Entry
from underbar.quantities import Unit

Source = Literal["strong", "hevy"]
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


class RowProblem(NamedTuple):
    """A row that was not understood and so not stored: its first line (from 1) and why.

    The message names the column and never repeats a cell, which may hold private text.
    """

    line: int
    message: str


class Seen(NamedTuple):
    """An exercise of the file: the method's lift it was taken for (None: its own name), its sets."""

    name: str
    mapped_to: str | None
    sets: int


@dataclass(frozen=True, slots=True)
class Imported:
    """The entries of a file and a full account of its rows.

    `rows_read` = `sets_stored` + the counts of `skipped` + the number of `reported`; blank lines
    and headers are no rows. `left_out`: parts of understood rows that a diary line has no place for
    (notes, a time beside repetitions), with their counts. `entries` are in the order of their start;
    each has an id that the same work gets from any export:
    up to its last hyphen it names the block (app, start, workout, exercise, ordinal), after it the
    sets, so a block that was edited in the app keeps the first part. `unit`: the weights' unit, None
    where the file mixes both or has no weight. `unit_share`: for an inferred unit the
    share of telling weights that spoke for it, 0.5 to 1; else None. `first_day`, `last_day`: None
    where nothing was stored.
    """

    source: Source
    entries: tuple[Entry, ...]
    rows_read: int
    sets_stored: int
    warmups: int
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

    @property
    def rest_rows(self) -> int:
        """Rows of a rest timer: pauses, not sets."""
        return dict(self.skipped).get(REST_TIMER, 0)


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


@dataclass(slots=True)
class Tally:
    """The account of a file while it is being read."""

    skipped: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    reported: list[RowProblem] = field(default_factory=list)
    repeated_workouts: int = 0

    def report(self, line: int, message: str) -> None:
        """Add a row that was not understood."""
        self.reported.append(RowProblem(line, message))


def counts(tally: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Names with their counts, most frequent first, equal ones by name."""
    return tuple(sorted(tally.items(), key=lambda item: (-item[1], item[0])))


def listed(words: Iterable[str], most: int = 6) -> str:
    """The first few words of a header for a sentence: printable, each at most 30 characters."""
    shown = ["".join(c for c in word if c.isprintable())[:30] for word in words]
    return ", ".join(shown[:most]) + (", …" if len(shown) > most else "")
