"""A terminal for a program to run at, and somebody who answers it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from collections.abc import Callable, Mapping, Sequence

Answer = Callable[[bytes], bytes | signal.Signals | None]
"""All that was shown so far, to what is typed now or the signal that is sent; None to wait."""


def at_terminal(
    line: Sequence[str], environ: Mapping[str, str], columns: int, answer: Answer, patience: float = 20
) -> tuple[str, int]:
    """What the terminal shows until the program ends or is silent for `patience` seconds, and its status."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = os.posix_spawn(
        line[0],
        line,
        {**environ, "TERM": "xterm"},
        file_actions=[(os.POSIX_SPAWN_DUP2, theirs, number) for number in (0, 1, 2)],
        setsigdef=[signal.SIGINT],  # ignored where the suite runs in the background
    )
    os.close(theirs)
    shown = b""
    while True:
        ready, _, _ = select.select([ours], [], [], patience)
        try:
            read = os.read(ours, 65536) if ready else b""
        except OSError:  # Linux says so at the end of a terminal
            break
        if not read:
            break
        shown += read
        said = answer(shown)
        if isinstance(said, signal.Signals):
            os.kill(process, said)
        elif said is not None:
            os.write(ours, said)
    os.close(ours)
    _, status = os.waitpid(process, 0)
    return shown.decode(), os.waitstatus_to_exitcode(status)
