"""Measures how fast the tables of training apps are read, and exits with 1 where that is missed.

From the bytes of a file to the entries of the diary, in seconds of one core; files of three lengths take
turns, and figures are medians. `make bench-import` runs it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import strong_export
from bench_replay import Row, medians, report
from underbar.importers import Asked, piece_of, read

SETS = (100_000, 200_000, 400_000)
RUNS = 5
LEAST_SETS_A_SECOND = 100_000
MOST_TIMES_FOR_FOUR = 4.8
"""For four times the sets: four, and a fifth more for a memory that is slower the fuller it is."""


def reading(data: bytes) -> Callable[[], object]:
    """Reads a file as the door does, its unit being known."""
    return lambda: read([piece_of("export.csv", data)], Asked(unit="lb"))


def rows_of(app: str, export: Callable[[int], bytes]) -> list[Row]:
    """Speed at each length, and how the time grows from the shortest to the longest."""
    seconds = medians(RUNS, time.process_time, *(reading(export(sets)) for sets in SETS))
    rows = [
        (
            f"{app}, {sets:,} sets",
            f"{sets / took:,.0f} sets a second of one core",
            f"at least {LEAST_SETS_A_SECOND:,}",
            sets / took >= LEAST_SETS_A_SECOND,
        )
        for sets, took in zip(SETS, seconds, strict=True)
    ]
    times = seconds[-1] / seconds[0]
    growth = f"{app}, {SETS[-1] // SETS[0]} times the sets", f"{times:.2f} times as long"
    return [*rows, (*growth, f"at most {MOST_TIMES_FOR_FOUR}", times <= MOST_TIMES_FOR_FOUR)]


def main() -> int:
    """Measures both apps."""
    return report([*rows_of("Strong", strong_export.strong), *rows_of("Hevy", strong_export.hevy)], "tables")


if __name__ == "__main__":
    sys.exit(main())
