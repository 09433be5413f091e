"""Damages small exports of every source at random, for minutes on end, and looks at what is made of them.

    python tools/fuzz.py --minutes 10                        every source, two at a time
    python tools/fuzz.py --minutes 1 --source strong --seed 7000

The examples are those of tests/importers/seeds_*.py, the changes and what must hold of the result those of
mutating.py beside them: refused with a sentence, or read with a full account; any other exception fails. Each
source has a process of its own, which ends where it needs more than 1.5 GB or one example takes over 20 s.
"""

from __future__ import annotations

import argparse
import faulthandler
import importlib
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests" / "importers"
MEMORY = 1_500_000_000
SLOWEST_S = 20
ZIPS = "zips"
"""The source of its own that damages zips of all examples."""


def main(arguments: list[str]) -> int:
    """0 where no source failed, 1 where one did."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10, help="for each source")
    parser.add_argument("--source", action="append", help="this one alone; may be given again")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="sources at a time")
    parser.add_argument("--here", metavar="SOURCE", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.here:
        return fuzz(chosen.here, chosen.minutes * 60, chosen.seed)
    sources = chosen.source or [*(path.stem.removeprefix("seeds_") for path in _files()), ZIPS]
    with ThreadPoolExecutor(chosen.jobs) as pool:
        done = pool.map(lambda source: _child(source, chosen.minutes, chosen.seed), sources)
        failed = sum(status != 0 for status in done)
    print(f"{len(sources)} sources, {failed} failed")
    return 1 if failed else 0


def fuzz(source: str, seconds: float, first_seed: int) -> int:
    """Damage the examples of one source until the time is over. Raises what the reader raised."""
    from mutating import damaged_by_chance, never_crashes

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    seeds = _zips() if source == ZIPS else importlib.import_module(f"seeds_{source}").SEEDS
    check = _through_a_zip if source == ZIPS else never_crashes
    end = time.monotonic() + seconds
    number = first_seed
    while time.monotonic() < end:
        faulthandler.dump_traceback_later(SLOWEST_S, exit=True)
        damaged = damaged_by_chance(seeds, number)
        try:
            check(*damaged)
        except BaseException:
            print(f"{source}: example {number}: {damaged}")
            raise
        number += 1
    faulthandler.cancel_dump_traceback_later()
    used = resource.getrusage(resource.RUSAGE_SELF)
    done = f"{number - first_seed:,} examples, {first_seed} to {number - 1}, in {seconds / 60:g} min"
    print(f"{source}: {done} ({used.ru_utime:.0f} s of processor time), at most {used.ru_maxrss // 1024} MB")
    return 0


def _child(source: str, minutes: float, seed: int) -> int:
    command = [sys.executable, __file__, "--here", source, "--minutes", str(minutes), "--seed", str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(done.stdout, end="")
    if done.returncode:
        print(f"{source}: FAILED with status {done.returncode}\n{done.stderr[-4000:]}")
    sys.stdout.flush()
    return done.returncode


def _through_a_zip(name: str, data: bytes) -> None:
    from underbar.importers import Asked, ImportRefused, pieces_of, read

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dropped"
        path.write_bytes(data)
        with suppress(ImportRefused), pieces_of(path, name) as pieces:
            read(pieces, Asked(unit="kg"))


def _zips() -> list[tuple[str, bytes]]:
    seeds = [seed for path in _files() for seed in importlib.import_module(path.stem).SEEDS]
    made = []
    for kind in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        for start in range(0, len(seeds), 3):
            packed = BytesIO()
            with zipfile.ZipFile(packed, "w", kind) as archive:
                for name, data in seeds[start : start + 3]:
                    archive.writestr(f"export/{name}", data)
            made.append(("export.zip", packed.getvalue()))
    return made


def _files() -> list[Path]:
    return sorted(TESTS.glob("seeds_*.py"))


if __name__ == "__main__":
    sys.path.insert(0, str(TESTS))
    sys.exit(main(sys.argv[1:]))
