"""The door of the command line: the pure commands start at once, all others through Typer."""

from __future__ import annotations

import os
import sys

PURE = ("check", "plan", "replay", "format")
BROKEN_PIPE = 141
INTERRUPTED = 130
NOT_WRITTEN = 2


def main(argv: list[str] | None = None) -> int:
    """Runs one command and returns its exit status: 0 done, 1 bad diary, 2 wrong usage, 3 a rule failed.

    `underbar plan` is called by editors and shells on every save, so nothing that it does not
    need is imported before the first word is known (decision 0002). A reader that closes the pipe
    early, and Ctrl-C, end the program quietly with the status that a shell gives such an end; an
    output that cannot be written (a full disk) is said in words.
    """
    words = sys.argv[1:] if argv is None else argv
    try:
        if words and words[0] in PURE:
            from underbar.cli import pure

            status = pure.run(words[0], words[1:])
        else:
            from underbar.cli.app import run as run_app

            status = run_app(words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer would raise again when the interpreter flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        print(f"underbar: {error.strerror or error}", file=sys.stderr)
        return NOT_WRITTEN
    return status


if __name__ == "__main__":
    sys.exit(main())
