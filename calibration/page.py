"""Everything that must hold, reckoned anew: prints the tables of docs/calibration.md, or writes them there.

Ends with status 1 where a bar is missed. `make calibrate` calls it; two processes share the work.
"""

from __future__ import annotations

import argparse
import platform
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from multiprocessing import Pool
from pathlib import Path
from typing import Final, NamedTuple

import false_findings
import forecast_cover
import power
from false_findings import Cell
from ordinal_diaries import Truth
from speed import speeds
from underbar.insights.answers import LOOKS

PAGE: Final = Path(__file__).parents[1] / "docs" / "calibration.md"
RUNS: Final = 4000
SHOWN_RUNS: Final = 1000
"""Diaries of each kind that is held to no bar."""
NEAR: Final = 0.05
COVERAGE: Final = (0.93, 0.97)


class Table(NamedTuple):
    """A table between its markers, and how many of its rows miss their bar."""

    name: str
    lines: list[str]
    missed: int


def false_tables(cells: list[Cell]) -> Iterator[Table]:
    """The bars, then the worst of each persistence, then what is shown alone."""
    held = set(false_findings.gated())
    gated = [cell for cell in cells if cell.truth in held]
    lines = [
        "| persistence | kinds of diary | worst of them | errs | allowed | Pearson there | Pearson, worst |",
        "|---|---|---|---|---|---|---|",
    ]
    for persistence in false_findings.PERSISTENCES:
        these = [cell for cell in gated if cell.truth.persistence == persistence]
        worst = max(these, key=lambda cell: cell.ours)
        most = max(these, key=lambda cell: cell.pearson)
        lines.append(
            f"| {persistence} | {len(these)} | {_kind(worst.truth)} | {_share(worst.ours, worst.runs)} | "
            f"{false_findings.ALLOWED[persistence]:.0%} | {_share(worst.pearson, worst.runs)} | "
            f"{_share(most.pearson, most.runs)} |"
        )
    yield Table("worst", lines, sum(not cell.kept for cell in gated))
    yield Table("gated", _cells(gated), 0)
    yield Table("shown", _cells([cell for cell in cells if cell.truth not in held]), 0)


def _cells(cells: Iterable[Cell]) -> list[str]:
    lines = [
        "| persistence | diary | leaning or consistent | consistent | Pearson, p < .05 | r ≥ .5, lag 0–1 |",
        "|---|---|---|---|---|---|",
    ]
    for cell in cells:
        counts = (cell.ours, cell.consistent, cell.pearson, cell.strong)
        shares = " | ".join(_share(count, cell.runs) for count in counts)
        lines.append(f"| {cell.truth.persistence} | {_kind(cell.truth)} | {shares} |")
    return lines


def _kind(truth: Truth) -> str:
    said = (
        [f"{truth.mornings} mornings"]
        if truth.missing == "none"
        else [f"{truth.mornings} mornings, missing: {truth.missing}"]
    )
    if truth.device:
        said.append("nights known")
    if truth.trend:
        said.append("a curved common trend" if truth.curved else "a common trend")
    if truth.zeros != 0.5:
        said.append(f"{truth.zeros:.0%} zeros")
    return ", ".join(said)


def power_table(found: dict[float, list[int]], runs: int) -> Table:
    """Beforehand and met, by share of zeros and look."""
    lines = [
        "| zeros | " + " | ".join(f"by {look} mornings: beforehand, met" for look in LOOKS) + " |",
        "|---|---|---|---|",
    ]
    missed = 0
    for zeros, counts in found.items():
        wanted = power.power_beforehand(power_truth(zeros))
        got = [count / runs for count in counts]
        missed += sum(abs(a - b) > NEAR for a, b in zip(wanted, got, strict=True))
        cells = " | ".join(f"{a:.1%}, {b:.1%}" for a, b in zip(wanted, got, strict=True))
        lines.append(f"| {zeros:.0%} | {cells} |")
    return Table("power", lines, missed)


def power_truth(zeros: float) -> Truth:
    """The generator of the power: 0.4 points of ache an hour."""
    return Truth(LOOKS[-1], effect=power.EFFECT, zeros=zeros)


def coverage_table(found: dict[Truth, tuple[int, int]]) -> Table:
    """The share of 95 % intervals that hold the slope of the observed scale."""
    lines = [
        "| zeros | mornings | slope, points an hour | intervals shown | hold it |",
        "|---|---|---|---|---|",
    ]
    missed = 0
    for truth, (shown, held) in found.items():
        slope = power.beforehand(truth).slope
        share = held / shown
        missed += not COVERAGE[0] <= share <= COVERAGE[1]
        said = f"{round(slope, 2) + 0.0:.2f} | {shown:,} | {share:.1%}"
        lines.append(f"| {truth.zeros:.0%} | {truth.mornings} | {said} |")
    return Table("coverage", lines, missed)


def coverage_truths() -> list[Truth]:
    """With and without a link, at each number of mornings and share of zeros."""
    return [
        Truth(mornings, effect=effect, zeros=zeros)
        for zeros in power.ZEROS
        for mornings in power.COVERED_AT
        for effect in (0.0, power.EFFECT)
    ]


def _false(runs: int) -> Iterator[Table]:
    tasks = [(truth, runs, false_findings.SEED) for truth in false_findings.gated()]
    tasks += [(truth, min(runs, SHOWN_RUNS), false_findings.SEED) for truth in false_findings.reported()]
    cells = []
    with Pool(2) as pool:
        for cell in pool.imap(false_findings.cell, tasks):
            cells.append(cell)
            print(f"\rfalse findings: {len(cells)} of {len(tasks)} kinds of diary", end="", file=sys.stderr)
    yield from false_tables(cells)


def _power(runs: int) -> Iterator[Table]:
    with Pool(2) as pool:
        counts = pool.starmap(power.found_by, [(power_truth(zeros), runs) for zeros in power.ZEROS])
        yield power_table(dict(zip(power.ZEROS, counts, strict=True)), runs)
        kinds = coverage_truths()
        held = pool.starmap(power.covered, [(truth, runs) for truth in kinds], chunksize=1)
        yield coverage_table(dict(zip(kinds, held, strict=True)))


def _forecast(_: int) -> Iterator[Table]:
    yield Table("forecast", *forecast_cover.table())


def _speed(_: int) -> Iterator[Table]:
    yield Table("speed", *speeds())


PARTS: Final = {"false": _false, "power": _power, "forecast": _forecast, "speed": _speed}


def _share(count: int, of: int) -> str:
    return f"{count / of:.1%}"


def main() -> int:
    """Prints or writes the tables; 1 where a bar is missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true", help="into docs/calibration.md")
    asked.add_argument("--runs", type=int, default=RUNS, help="diaries of each kind")
    asked.add_argument("--part", choices=PARTS, action="append", help="this part alone; may be given again")
    given = asked.parse_args()
    missed = 0
    for part in given.part or PARTS:
        began = time.monotonic()
        made = list(PARTS[part](given.runs))
        minutes = (time.monotonic() - began) / 60
        took = f"{platform.python_version()}, {datetime.now(UTC):%Y-%m-%d}, {minutes:.0f} minutes"
        made.append(
            Table(f"made-{part}", [f"*CPython {took} on two processes; {given.runs:,} diaries a kind.*"], 0)
        )
        missed += sum(table.missed for table in made)
        text = PAGE.read_text(encoding="utf-8")
        for table in made:
            print(f"\n{table.name}: {table.missed} missed\n" + "\n".join(table.lines), flush=True)
            text = _between(text, table.name, table.lines)
        if given.write:
            PAGE.write_text(text, encoding="utf-8")
    return int(missed > 0)


def _between(text: str, name: str, lines: list[str]) -> str:
    before, rest = text.split(f"<!-- {name}:begin -->\n")
    after = rest[rest.index(f"<!-- {name}:end -->") :]
    return before + f"<!-- {name}:begin -->\n" + "\n".join(lines) + "\n" + after


if __name__ == "__main__":
    sys.exit(main())
