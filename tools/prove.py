"""The properties of METHOD 15 on generated diaries, by the million planned days: `make prove`.

`python tools/prove.py --days 1000000` runs them on two cores and prints what each saw; the exit status
is 1 where one failed. `--property 4 --seed N` runs one on one diary and prints the smallest part of it
that fails.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "scenarios")]

import examined  # noqa: E402  # found only once the path is set
from folded import Counter as Planned  # noqa: E402
from folded import fold  # noqa: E402

from underbar.diary.notation import format_diary  # noqa: E402

CHUNK = 25
SHOWN = 5


def chunk(first: int) -> tuple[int, dict[int, tuple[int, int]], list[tuple[int, object]], int, int]:
    """Planned days, days and diaries of each property, failures with seeds, and the runs of property 12."""
    before = Planned.days
    days: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    failures: list[tuple[int, object]] = []
    for seed in range(first, first + CHUNK):
        for seen in examined.examine(seed):
            diaries, count = days[seen.prop]
            days[seen.prop] = (diaries + 1, count + seen.days)
            failures.extend((seed, failure) for failure in seen.failures)
    start = Planned.days
    reached, _ = examined.paces(range(first, first + 2))
    days[12] = (2, Planned.days - start)
    return Planned.days - before, dict(days), failures, reached, 2


def million(wanted: int, jobs: int, first: int) -> int:
    """Run until `wanted` planned days are done; the exit status."""
    began, total, runs, reached = time.monotonic(), 0, 0, 0
    days: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    found: dict[int, list[tuple[int, object]]] = defaultdict(list)
    with ProcessPoolExecutor(jobs) as pool:
        at = first
        while total < wanted:
            for done, part, failures, good, tried in pool.map(chunk, range(at, at + 2 * jobs * CHUNK, CHUNK)):
                total, reached, runs = total + done, reached + good, runs + tried
                for prop, (diaries, count) in part.items():
                    days[prop] = (days[prop][0] + diaries, days[prop][1] + count)
                for seed, failure in failures:
                    found[failure.prop].append((seed, failure))  # type: ignore[attr-defined]  # a Failure, pickled
            at += 2 * jobs * CHUNK
            print(f"  {total:,} planned days, {sum(map(len, found.values()))} failures", file=sys.stderr)
    stuck = reached < examined.REACHES_AT_LEAST * runs
    print(f"{'':>4}{'property':<48}{'diaries':>9}{'days':>12}{'failures':>10}")
    for prop, name in examined.NAMES.items():
        diaries, count = days[prop]
        failed = len(found[prop]) if prop != 12 else int(stuck)
        print(f"{prop:>3} {name:<48}{diaries:>9,}{count:>12,}{failed:>10,}")
        for seed, failure in found[prop][:SHOWN]:
            print(f"      --property {prop} --seed {seed}: {failure}")
    print(f"Property 12: {reached} of {runs} reached 315 lb within a year.")
    by_prop = Counter({prop: len(items) for prop, items in found.items() if items})
    failed = sum(by_prop.values()) + stuck
    print(f"{total:,} planned days in {time.monotonic() - began:.0f} s: {failed} failures.")
    return 1 if failed else 0


def one(prop: int, seed: int) -> int:
    """One property on one diary; prints its failures and the smallest part of the diary that fails."""
    if prop == 12:
        reached, on = examined.paces([seed])
        print("reached" if reached else "stuck", on)
        return 0 if reached else 1
    folded, entries = examined.diary_of(seed)
    share = 12 if prop == 4 else 6
    failures = examined.check(prop, folded, entries, seed, share)
    for failure in failures:
        print(failure)
    if not failures:
        print("holds")
        return 0

    def fails(fewer: object) -> bool:
        again = fold(fewer)  # type: ignore[arg-type]  # entries
        again.plausible = folded.plausible
        return bool(examined.check(prop, again, fewer, seed, 0))  # type: ignore[arg-type]

    if fails(entries):
        print(format_diary(examined.shrunk(entries, fails), full=seed % 2 == 1))
    return 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=1_000_000, help="planned days to do at least")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--property", type=int, choices=range(1, 13))
    parser.add_argument("--seed", type=int)
    told = parser.parse_args()
    if told.property is not None and told.seed is not None:
        return one(told.property, told.seed)
    return million(told.days, told.jobs, told.first)


if __name__ == "__main__":
    sys.exit(main())
