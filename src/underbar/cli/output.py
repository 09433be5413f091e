"""To standard output for people and for programs, and to standard error."""

from __future__ import annotations

import os
import sys


def put(text: str) -> None:
    """Text for a person; what the terminal's encoding cannot show becomes a question mark."""
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))


def put_line(text: str) -> None:
    """One line of a document for programs: UTF-8 whatever the terminal."""
    sys.stdout.buffer.write(text.encode() + b"\n")


def complain(message: str) -> None:
    """A message on standard error."""
    print(message, file=sys.stderr)


def terminal() -> tuple[int, bool]:
    """Columns to write in, and whether colours are welcome: 80 and none where no terminal reads."""
    if sys.stdout is None or not sys.stdout.isatty():
        return 80, False
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        columns = 80
    return max(40, min(columns, 100)), not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
