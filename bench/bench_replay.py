"""Measures what is promised of speed, prints it, and exits with 1 where a promise is not kept.

    make bench                  prints the figures
    make bench ARGS=--write     puts them into docs/benchmarks.md as well

Runs that are compared are interleaved, so that a busy minute falls on both; figures are medians. The replay
in this process is timed in seconds of its core, the commands by the clock on the wall.
"""

from __future__ import annotations

import gc
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from diaries import sixty_lines, years
from underbar.cli.pure import replay_json

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
REPLAY_RUNS = 5
START_RUNS = 41
LEAST_DAYS_A_SECOND = 4000
MOST_TIMES_FOR_TWICE = 2.2
MOST_TIMES_DJANGO = 3.0

Row = tuple[str, str, str, bool]


def medians(runs: int, clock: Callable[[], float], *works: Callable[[], object]) -> list[float]:
    """Median seconds of each work by `clock`, the works taking turns, after one run that does not count."""

    def timed(work: Callable[[], object]) -> float:
        begin = clock()
        work()
        return clock() - begin

    for work in works:
        work()
    rounds = [[timed(work) for work in works] for _ in range(runs)]
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


def count(data: bytes) -> int:
    """Days planned from the bytes of a diary, each one printed as JSON."""
    return sum(1 for _ in replay_json("bench", data))


def command(*words: str) -> Callable[[], object]:
    """A fresh interpreter running `words`, its output thrown away."""
    line = [sys.executable, *words]
    return lambda: subprocess.run(line, stdout=subprocess.DEVNULL, check=True)


def replays(folder: Path) -> list[Row]:
    """Speed of the replay: in this process, as a command, and how it grows with the diary."""
    ten, twenty = years(10).encode(), years(20).encode()
    path = folder / "ten.diary"
    path.write_bytes(ten)
    days, lines = count(ten), len(ten.splitlines())
    underbar = command("-m", "underbar", "replay", "--json", str(path))
    gc.disable()  # as the command does
    inside, double = medians(REPLAY_RUNS, time.process_time, lambda: count(ten), lambda: count(twenty))
    gc.enable()
    (outside,) = medians(REPLAY_RUNS, time.perf_counter, underbar)
    return [
        (
            f"Replay of ten years ({days:,} days, {lines:,} lines), parsing and JSON included",
            f"{days / inside:,.0f} days a second of one core",
            f"at least {LEAST_DAYS_A_SECOND:,}",
            days / inside >= LEAST_DAYS_A_SECOND,
        ),
        (
            "The same as a command, start of Python included",
            f"{days / outside:,.0f} days a second",
            f"at least {LEAST_DAYS_A_SECOND:,}",
            days / outside >= LEAST_DAYS_A_SECOND,
        ),
        (
            "Twenty years, against ten",
            f"{double / inside:.2f} times as long",
            f"at most {MOST_TIMES_FOR_TWICE}",
            double / inside <= MOST_TIMES_FOR_TWICE,
        ),
    ]


def starts(folder: Path) -> list[Row]:
    """Start of the program on a file of sixty lines, against the import of Django."""
    path = folder / "sixty.diary"
    path.write_text(sixty_lines(), encoding="utf-8")
    script = Path(sys.executable).with_name("underbar")
    words = [str(script)] if script.exists() else ["-m", "underbar"]
    plan, django = medians(
        START_RUNS, time.perf_counter, command(*words, "plan", str(path)), command("-c", "import django")
    )
    return [
        (
            '`underbar plan` on a file of 60 lines, against `python -c "import django"`',
            f"{plan / django:.2f} times ({plan * 1000:.0f} ms, {django * 1000:.0f} ms)",
            f"at most {MOST_TIMES_DJANGO:g}",
            plan / django <= MOST_TIMES_DJANGO,
        )
    ]


def table(rows: list[Row]) -> str:
    """The figures as a Markdown table, with the machine they were measured on."""
    lines = ["| what | measured | promised | kept |", "|---|---|---|---|"]
    for what, figure, promise, kept in rows:
        lines.append(f"| {what} | {figure} | {promise} | {'yes' if kept else '**no**'} |")
    python = f"{platform.python_implementation()} {platform.python_version()}"
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    today = time.strftime("%Y-%m-%d")
    lines += ["", f"{python}, {machine}, {today}; medians, compared runs interleaved."]
    return "\n".join(lines)


def report(rows: list[Row], marker: str) -> int:
    """Prints the table, and puts it on the page between the lines of `marker` where `--write` asks for
    it; 1 where a promise is not kept."""
    text = table(rows)
    print(text)
    if "--write" in sys.argv[1:]:
        page = PAGE.read_text(encoding="utf-8")
        marked = re.compile(rf"(?<=<!-- {marker}:begin -->\n).*?(?=<!-- {marker}:end -->)", re.DOTALL)
        PAGE.write_text(marked.sub(lambda _: text + "\n", page), encoding="utf-8")
    return 0 if all(kept for *_, kept in rows) else 1


def main() -> int:
    """Measures the replay and the start."""
    with tempfile.TemporaryDirectory() as name:
        rows = starts(Path(name)) + replays(Path(name))
    return report(rows, "figures")


if __name__ == "__main__":
    sys.exit(main())
