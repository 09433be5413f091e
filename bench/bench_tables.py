"""Measures how fast the tables of training apps are read, and exits with 1 where that is missed.

From the bytes of a file to its sets, and further to the entries of the diary, in seconds of one core; files
of three lengths take turns, and figures are medians. `make bench-import` runs it.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable

import strong_export
from bench_replay import Row, medians, report
from underbar.importers import Asked, piece_of, read
from underbar.importers.hevy import adapter as hevy
from underbar.importers.imported import Tally
from underbar.importers.strong import adapter as strong

SETS = (100_000, 200_000, 400_000)
RUNS = 5
LEAST_SETS_A_SECOND = 100_000
MOST_TIMES_FOR_FOUR = 4.8
"""For four times the sets: four, and a fifth more for a memory that is slower the fuller it is."""
Parsed = Callable[..., object]


def parsing(parsed: Parsed, data: bytes) -> Callable[[], object]:
    """Reads the sets of a file as the door has them read: without a look for garbage meanwhile."""

    def work() -> None:
        gc.disable()
        parsed([piece_of("export.csv", data)], Asked(unit="lb"), Tally())
        gc.enable()

    return work


def reading(data: bytes) -> Callable[[], object]:
    """Reads a file to entries, its unit being known."""
    return lambda: read([piece_of("export.csv", data)], Asked(unit="lb"))


def rows_of(app: str, parsed: Parsed, export: Callable[[int], bytes]) -> list[Row]:
    """Speed at each length, and how the time grows from the shortest to the longest."""
    files = [export(sets) for sets in SETS]
    works = [*(parsing(parsed, data) for data in files), *(reading(data) for data in files)]
    seconds = medians(RUNS, time.process_time, *works)
    to_sets, to_entries = seconds[: len(SETS)], seconds[len(SETS) :]
    rows: list[Row] = [
        (
            f"{app}, {sets:,} sets parsed",
            f"{sets / took:,.0f} sets a second of one core",
            f"at least {LEAST_SETS_A_SECOND:,}",
            sets / took >= LEAST_SETS_A_SECOND,
        )
        for sets, took in zip(SETS, to_sets, strict=True)
    ]
    times = to_entries[-1] / to_entries[0]
    return [
        *rows,
        (f"{app}, {SETS[-1]:,} sets, made entries", f"{SETS[-1] / to_entries[-1]:,.0f} a second", "", True),
        (
            f"{app}, {SETS[-1] // SETS[0]} times the sets, made entries",
            f"{times:.2f} times as long",
            f"at most {MOST_TIMES_FOR_FOUR}",
            times <= MOST_TIMES_FOR_FOUR,
        ),
    ]


def main() -> int:
    """Measures both apps."""
    rows = rows_of("Strong", strong.read, strong_export.strong)
    return report([*rows, *rows_of("Hevy", hevy.read, strong_export.hevy)], "tables")


if __name__ == "__main__":
    sys.exit(main())
