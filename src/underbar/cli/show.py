"""How the commands print: plain lines, JSON for programs, and a sign of life on slow work."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from underbar.cli.output import complain, put, put_line, terminal


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
    """Shows on a terminal that work goes on; nothing where standard error is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(on):
        yield


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Columns without any drawing, as wide as the terminal; where none reads, tabs between the cells."""
    if not sys.stdout.isatty():
        lines("\t".join(row) for row in rows)
        return
    from rich.console import Console
    from rich.table import Table

    shown = Table(*head, box=None, pad_edge=False, show_edge=False, header_style="bold")
    for row in rows:
        shown.add_row(*row)
    columns, color = terminal()
    Console(width=columns, no_color=not color, highlight=False, markup=False).print(shown)
