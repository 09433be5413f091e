"""Runs the commands that docs/commands.md and docs/settings.md show, and writes down what they print.

    make docs

A page holds its own files and commands. A fenced block `diary my.diary` (any language, then a file's
name) is a file; a block `console` is lines of a shell, each after `$ `, with what they print. The blocks of
a page run in their order in one empty home, in a terminal of 60 columns, always at the same noon, so that a
page that is run again says the same. The page shows the home as `~`.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
PAGES: Final = tuple(ROOT / "docs" / name for name in ("commands.md", "settings.md"))
COLUMNS: Final = 60
NOON: Final = "2026-03-05T12:00:00+01:00"
BLOCK: Final = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What `underbar` is while a page is recorded: the program with its one clock stopped.
PROGRAM: Final = """\
import sys
from datetime import datetime
from underbar.services import clock
clock.now = lambda: datetime.fromisoformat({noon!r})
from underbar.cli.main import main
sys.exit(main())
"""


def recorded(text: str) -> str:
    """The page with what its commands print today."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder).resolve()
        _install(home)
        return BLOCK.sub(lambda block: _again(block, home), text)


def _install(home: Path) -> None:
    programs = home / ".bin"
    programs.mkdir()
    (programs / "stopped.py").write_text(PROGRAM.format(noon=NOON), encoding="utf-8")
    command = programs / "underbar"
    call = f'#!/bin/sh\nexec "{sys.executable}" "{programs / "stopped.py"}" "$@"\n'
    command.write_text(call, encoding="utf-8")
    command.chmod(0o755)


def _again(block: re.Match[str], home: Path) -> str:
    language, name, body = block.groups()
    if name:
        (home / name).write_text(body, encoding="utf-8")
    if language != "console":
        return block[0]
    commands = re.findall(r"^\$ ((?:.*\\\n)*.*\n)", body, re.MULTILINE)
    return "```console\n" + "".join(f"$ {line}{_output(line, home)}" for line in commands) + "```"


def _output(line: str, home: Path) -> str:
    """What a line prints in a terminal: standard output, then standard error."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    environ = {
        "HOME": str(home),
        "UNDERBAR_HOME": str(home / ".local" / "share" / "underbar"),
        "PATH": os.pathsep.join([str(home / ".bin"), *os.get_exec_path()]),
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUTF8": "1",
        "LC_ALL": "C",
        "TERM": "dumb",
    }
    # Standard error is no terminal: on one, slow work shows a sign of life, and pages would differ by it.
    with subprocess.Popen(  # noqa: S602  # the lines of the repository's own pages, pipes and all
        line,
        shell=True,
        cwd=home,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(theirs)
        printed = _all(ours)
        complained = process.stderr.read() if process.stderr else b""
    text = (printed.replace(b"\r\n", b"\n") + complained).decode()
    return text.replace(str(home), "~")


def _all(terminal: int) -> bytes:
    parts = []
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # EIO: how Linux says that nobody writes to a terminal any more
            part = b""
        if not part:
            os.close(terminal)
            return b"".join(parts)
        parts.append(part)


def main() -> int:
    """Writes the pages anew; 0."""
    for page in PAGES:
        old = page.read_text(encoding="utf-8")
        new = recorded(old)
        if new != old:
            page.write_text(new, encoding="utf-8")
            print(f"{page.relative_to(ROOT)} changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
