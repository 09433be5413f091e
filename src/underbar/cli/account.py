"""password: a new one for an account of the app on this machine."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from underbar.cli import show


def password(name: Annotated[str, typer.Argument(metavar="NAME", help="The account's user name.")]) -> None:
    """Set a new password for an account of the app.

    Asks for it twice, or takes it from a pipe. Whoever may read this machine's data folder may do
    this; every session of the account ends.

    \b
      underbar password jeff

    Exit status 1 where there is no such account, or the password is too easy to guess.
    """
    from underbar.web.passwords import set_password

    if sys.stdin.isatty():
        new = typer.prompt("New password", hide_input=True, confirmation_prompt="The same again")
    else:
        new = sys.stdin.readline().rstrip("\r\n")
    set_password(name, new)
    show.lines([f"{name} has a new password. Sign in with it; older sessions have ended."])
