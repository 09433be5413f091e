"""Do 80 % forecast intervals cover? Made-up lifters are followed to their goal, or for two years.

After 8 and after 20 sessions each of them is forecast from the diary so far. The interval covers where the
day on which the goal was reached lies in it; an interval that is open above covers those who had not arrived
by the horizon. Beside it: plain block resampling of the lifter's own steps, which asks no engine.
The constants of the prior were set on seeds below `UNSEEN`; the table is made from the seeds above it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from made_up_lifters import LIFT, TARGET, live
from underbar.diary.diary import Diary
from underbar.insights import forecast
from underbar.insights.fan import HORIZON
from underbar.insights.observed import Read, read
from underbar.protocol.document import load
from underbar.protocol.rules.schedule import reached

AFTER = (8, 20)
UNSEEN = 300_000
LIFTERS = 200
PATHS = 40
LOOKED_BACK = 400
"""Days in which the twentieth session has to come."""
BLOCK = 3
LEAST, MOST = 0.75, 0.90


class Told(NamedTuple):
    """One lifter forecast once, in days from the forecast. `arrives`: None for not within the horizon.

    `low`, `high`, `middle`: of the forecast; `block_low`, `block_high`: of block resampling.
    """

    seed: int
    after: int
    arrives: int | None
    low: int | None
    middle: int | None
    high: int | None
    block_low: int | None
    block_high: int | None


class Row(NamedTuple):
    """Shares of `lifters`, 0 to 1. `covered_arriving`: among those who arrived; `below`, `above`: who came
    before the interval, and after it; `open_above`: intervals that end beyond the horizon."""

    after: int
    lifters: int
    covered: float
    covered_arriving: float
    below: float
    above: float
    arrived: float
    open_above: float
    block: float


def covers(low: int | None, high: int | None, arrives: int | None) -> bool:
    """Whether the interval holds the day; None is beyond the horizon."""
    if arrives is None:
        return high is None
    return low is not None and low <= arrives and (high is None or arrives <= high)


def told(seed: int, paths: int = PATHS) -> list[Told]:
    """The lifter of `seed`, forecast after each number of sessions that comes before the goal."""
    protocol = load()
    entries = []
    moments: dict[int, tuple[int, Read]] = {}
    sessions, arrives = 0, None
    for index, day in enumerate(live(protocol, seed, LOOKED_BACK + HORIZON)):
        if len(moments) < len(AFTER):
            entries.extend(day.entries)
            sessions += day.trained
            if day.trained and sessions in AFTER:
                moments[sessions] = (index, read(protocol, Diary.of(entries), day.day))
            elif index > LOOKED_BACK:
                break
        elif index > moments[AFTER[-1]][0] + HORIZON:
            break
        if LIFT in day.state.lifts and reached(day.state, LIFT):
            arrives = index
            break
    return [_told(seed, after, at, seen, arrives, paths) for after, (at, seen) in moments.items()]


def _told(seed: int, after: int, at: int, seen: Read, arrives: int | None, paths: int) -> Told:
    (found,) = forecast.forecasts(load(), seen, paths=paths)
    away = None if arrives is None or arrives - at > HORIZON else arrives - at
    low, middle, high = (day and day - found.today for day in (found.low, found.middle, found.high))
    return Told(seed, after, away, low, middle, high, *block_resampled(seen, seed))


def block_resampled(seen: Read, seed: int, paths: int = 200) -> tuple[int | None, int | None]:
    """The interval that blocks of the lifter's own steps (days, change of load) give."""
    own = [session for session in seen.seen.sessions if session.lift == LIFT]
    steps = [(b.day - a.day, b.load - a.load) for a, b in pairwise(own)]
    found = []
    chance = Random(seed)
    for _ in range(paths if steps else 0):
        days, weight = 0, own[-1].load
        while days <= HORIZON and weight < TARGET.value:
            start = chance.randrange(len(steps))
            for gap, change in steps[start : start + BLOCK]:
                days, weight = days + gap, max(45.0, weight + change)
        found.append(days)
    found.sort()
    ends = [found[int(share * len(found))] if found else HORIZON + 1 for share in (0.1, 0.9)]
    low, high = (None if day > HORIZON else day for day in ends)
    return low, high


def summed(after: int, every: Sequence[Told]) -> Row:
    """The row of those who were forecast `after` so many sessions."""
    own = [one for one in every if one.after == after]
    arriving = [one for one in own if one.arrives is not None]

    def share(found: Iterable[bool], of: int = len(own)) -> float:
        return sum(found) / of if of else 0.0

    return Row(
        after,
        len(own),
        share(covers(one.low, one.high, one.arrives) for one in own),
        share((covers(one.low, one.high, one.arrives) for one in arriving), len(arriving)),
        share(one.arrives is not None and (one.low is None or one.arrives < one.low) for one in own),
        share(one.high is not None and (one.arrives is None or one.arrives > one.high) for one in own),
        share(one.arrives is not None for one in own),
        share(one.high is None for one in own),
        share(covers(one.block_low, one.block_high, one.arrives) for one in own),
    )


def rows(quick: bool, seeds: Iterable[int] | None = None, paths: int = PATHS) -> list[Row]:
    """A row for each number of sessions. `quick`: a few lifters in this process, for the test suite."""
    if quick:
        every = [one for seed in range(UNSEEN, UNSEEN + 5) for one in told(seed, 12)]
    else:
        asked = list(seeds) if seeds is not None else range(UNSEEN, UNSEEN + LIFTERS + LIFTERS // 10)
        with ProcessPoolExecutor(2, get_context("spawn")) as pool:
            every = [one for found in pool.map(told, asked, [paths] * len(asked)) for one in found]
    return [summed(after, every) for after in AFTER]


def table(found: Sequence[Row] | None = None) -> tuple[list[str], int]:
    """The table for docs/calibration.md, and how many of its rows miss the bar; None reckons it."""
    found = found if found is not None else rows(quick=False)
    lines = [
        "| sessions | lifters | covered | of those who arrive | came earlier | came later "
        "| arrive in two years | open above | block resampling covers |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for row in found:
        cells = [f"{100 * value:.0f} %" for value in row[2:]]
        lines.append(f"| {row.after} | {row.lifters} | {' | '.join(cells)} |")
    return lines, sum(not LEAST <= row.covered <= MOST for row in found)


def main() -> None:
    """Prints the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--quick", action="store_true")
    asked.add_argument("--seeds", type=int, nargs=2, metavar=("FIRST", "END"))
    asked.add_argument("--paths", type=int, default=PATHS)
    given = asked.parse_args()
    seeds = range(*given.seeds) if given.seeds else None
    print("\n".join(table(rows(given.quick, seeds, given.paths))[0]))


if __name__ == "__main__":
    main()
