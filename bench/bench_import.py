"""Measures the import of Apple Health's exports, and exits with 1 where a promise is not kept.

    make bench-import                             1 GB and 4 GB: ten minutes, 5 GB of disk
    make bench-import ARGS="--size-mb 1024"       one size; --no-peers leaves the other readers out
    make bench-import ARGS=--write                puts the figures into docs/benchmarks.md as well

Runs that are compared are interleaved; figures are medians of the clock on the wall, the files lying in the
memory that the machine has for them.
"""

from __future__ import annotations

import argparse
import json
import mmap
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import venv
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from isal import igzip

import apple_export
from bench_replay import Row, medians, report
from underbar.importers import Imported, pieces_of, read
from underbar.importers.apple_health import stream

HERE: Final = Path(__file__).parent
RUNS: Final = 5
MOST_TIMES_FIND: Final = 5.0
MOST_TIMES_INFLATED: Final = 1.5
MOST_RESIDENT_MB: Final = 150
LEAST_TIMES_PEER: Final = 30.0
ABSENT: Final = b"HKQuantityTypeIdentifierOfNoRecord"
INSIDE: Final = "apple_health_export/export.xml"
PEERS: Final = {"healthkit-to-sqlite": "export.xml", "apple-health-parser": "export.zip"}
"""Other readers, and the file that each of them takes."""


def find(path: Path) -> int:
    """One search for what is not there."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return data.find(ABSENT)


def inflate(path: Path) -> int:
    """Plain inflation, in blocks as large as the import has them; bytes."""
    with igzip.open(path, "rb") as file:
        return sum(map(len, iter(partial(file.read, stream.BLOCK), b"")))


def imported(path: Path) -> Imported:
    """The account of an export, its entries made."""
    with pieces_of(path, path.name) as pieces:
        (account,) = read(pieces).accounts
    return account


def answers(path: Path) -> dict[str, int]:
    """Nights, and days of HRV, resting pulse and weight, as the other readers are asked for them."""
    account = imported(path)
    nights = {entry.day for entry in account.entries if "-sleep-" in (entry.id or "")}
    return {"nights": len(nights), **dict(account.readings)}


def resident() -> int:
    """The most memory that was resident in this process since it began, mapped pages included: megabytes.

    What `getrusage` says goes on from the process that started this one, so Linux is asked otherwise.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.findall(r"VmHWM:\s+([0-9]+)", status.read_text())[0]) // 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / (1 << 20 if sys.platform == "darwin" else 1 << 10))


def write_files(folder: Path, megabytes: float, *, by_day: bool) -> None:
    """The export as a file, as a zip, and the same deflated stream as gzip."""
    apple_export.write(folder / "export.xml", megabytes, by_day=by_day)
    with zipfile.ZipFile(folder / "export.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(folder / "export.xml", INSIDE)
    with zipfile.ZipFile(folder / "export.zip") as archive, (folder / "export.gz").open("wb") as file:
        source = (folder / "export.zip").open("rb")
        with source:
            for part in stream.gzip_parts(source, archive.getinfo(INSIDE)):
                file.write(part)


def child(*words: str, python: Path = Path(sys.executable)) -> tuple[float, dict[str, int]]:
    """Seconds that a program of its own takes, its start included, and what it prints."""
    begin = time.perf_counter()
    done = subprocess.run([str(python), *words], stdout=subprocess.PIPE, check=True)
    return time.perf_counter() - begin, json.loads(done.stdout.splitlines()[-1])


def import_rows(folder: Path, size: str, runs: int) -> list[Row]:
    """Times and memory of the import of one size."""
    xml, archive = folder / "export.xml", folder / "export.zip"
    works: list[Callable[[], object]] = [
        partial(find, xml),
        partial(imported, xml),
        partial(inflate, folder / "export.gz"),
        partial(imported, archive),
    ]
    found, plain, inflated, zipped = medians(runs, time.perf_counter, *works)
    rows: list[Row] = []
    for name, took, other, than, most in (
        ("export.xml", plain, found, "one `mmap.find` over it", MOST_TIMES_FIND),
        ("export.zip", zipped, inflated, "its inflation by igzip", MOST_TIMES_INFLATED),
    ):
        _, told = child(__file__, "--child", str(folder / name))
        rows += [
            (
                f"Import of {name} of {size}, against {than}",
                f"{took / other:.2f} times ({took:.2f} s, {other:.2f} s)",
                f"at most {most:g}",
                took / other <= most,
            ),
            (
                f"Most memory resident in the import of {name} of {size}",
                f"{told['resident']} MB",
                f"at most {MOST_RESIDENT_MB} MB",
                told["resident"] <= MOST_RESIDENT_MB,
            ),
        ]
    return rows


def peer_rows(folder: Path, size: str) -> list[Row]:
    """The same question to other readers, each program with its start: nights, HRV, resting pulse, weight."""
    venv.create(folder / "peers", with_pip=True)
    python = folder / "peers" / "bin" / "python"
    quiet = ["--quiet", "--disable-pip-version-check"]
    subprocess.run([python, "-m", "pip", "install", *quiet, "-r", HERE / "peers.txt"], check=True)
    rows: list[Row] = []
    for peer, name in PEERS.items():
        path = folder / name
        ours = [child(__file__, "--child", str(path)) for _ in range(3)]
        (folder / peer).mkdir()
        script = str(HERE / "peer_answers.py")
        theirs, told = child(script, peer, str(path), str(folder / peer), python=python)
        ours += [child(__file__, "--child", str(path)) for _ in range(2)]
        shutil.rmtree(folder / peer)
        mine = sorted(seconds for seconds, _ in ours)[2]
        days = {word: f"{told[word]}/{ours[0][1][word]}" for word in told}
        print(f"{peer} and Underbar find: {days}")
        rows.append(
            (
                f"Nightly sleep, HRV, resting pulse and weight out of {name} of {size}, against {peer}",
                f"{theirs / mine:.0f} times as fast ({mine:.2f} s, {theirs:.1f} s)",
                f"at least {LEAST_TIMES_PEER:g}",
                theirs / mine >= LEAST_TIMES_PEER,
            )
        )
    return rows


def main() -> int:
    """Measures every size that is asked for; the other readers on the first of them."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--size-mb", default="1024,4096")
    words.add_argument("--by-day", action="store_true", help="records day by day, not type by type")
    words.add_argument("--no-peers", action="store_true")
    words.add_argument("--runs", type=int, default=RUNS)
    words.add_argument("--folder", type=Path, help="where the files are made; they are removed again")
    words.add_argument("--write", action="store_true")
    words.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    said = words.parse_args()
    if said.child:
        print(json.dumps({**answers(said.child), "resident": resident()}))
        return 0
    rows: list[Row] = []
    for number, size in enumerate(re.findall("[0-9]+", said.size_mb)):
        with tempfile.TemporaryDirectory(dir=said.folder) as name:
            folder = Path(name)
            write_files(folder, int(size) * 1.048576, by_day=said.by_day)
            text = f"{int(size) / 1024:.3g} GB"
            rows += import_rows(folder, text, said.runs)
            if not number and not said.no_peers:
                rows += peer_rows(folder, text)
    return report(rows, "imports")


if __name__ == "__main__":
    sys.exit(main())
