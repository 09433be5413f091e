"""How the commands print: plain lines, JSON for programs, and a sign of life on slow work."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from underbar.cli.output import complain, put, put_line, terminal

if TYPE_CHECKING:
    from underbar.services.import_progress import Progress

PATIENCE_S = 1.0


def lines(texts: Iterable[str]) -> None:
    """Lines for a person."""
    put("".join(f"{text}\n" for text in texts))


def as_json(value: Any) -> None:
    """One line of JSON."""
    put_line(json.dumps(value))


def fail(sentence: str) -> None:
    """Why a command could not be done, on standard error."""
    complain(sentence)


def warn(sentences: Iterable[str]) -> None:
    """What is worth a look though it was done, on standard error."""
    for sentence in sentences:
        complain(f"Worth a look: {sentence}")


@contextmanager
def working(on: str) -> Iterator[None]:
    """Shows on a terminal that work goes on, once it has taken a second; nothing where none reads."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from threading import Timer

    from rich.console import Console

    status = Console(stderr=True).status(on)
    late = Timer(PATIENCE_S, status.start)
    late.daemon = True
    late.start()
    try:
        yield
    finally:
        late.cancel()
        late.join()
        status.stop()


@contextmanager
def measuring() -> Iterator[Callable[[Progress], None] | None]:
    """Gives what is to be told how far an import is: a bar with rate and time left on a terminal, once it has
    taken a second. None where no terminal reads."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from time import monotonic

    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    from underbar.wording.en_import import STAGES, how_far

    columns = TextColumn("{task.description}"), BarColumn(20), TextColumn("{task.fields[left]}")
    bar = Bar(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("", total=None, left="")
    began = monotonic()

    def tell(at: Progress) -> None:
        if monotonic() - began < PATIENCE_S:
            return
        bar.start()
        bar.update(task, description=STAGES[at.stage], completed=at.done, total=at.total, left=how_far(*at))

    try:
        yield tell
    finally:
        bar.stop()


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Columns without any drawing, as wide as the terminal; where none reads, tabs between the cells."""
    if not sys.stdout.isatty():
        lines("\t".join(row) for row in rows)
        return
    from rich.console import Console
    from rich.table import Table

    listed = list(rows)
    shown = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    # What stands first is what a person types: it is never cut.
    shown.add_column(head[0], no_wrap=True, min_width=max(len(row[0]) for row in listed))
    for name in head[1:]:
        shown.add_column(name, overflow="fold")
    for row in listed:
        shown.add_row(*row)
    columns, color = terminal()
    Console(width=columns, no_color=not color, highlight=False, markup=False).print(shown)
