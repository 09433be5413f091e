"""serve: the app in a browser."""

from __future__ import annotations

import os
import signal
import sys
from typing import Annotated

import typer

from underbar.cli import show


def serve(
    *,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Which address of this machine.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Which port.")] = 8000,
    demo: Annotated[
        bool, typer.Option("--demo", help="A made-up diary in a folder that goes away again.")
    ] = False,
    browser: Annotated[bool, typer.Option("--browser", help="Open it in the browser.")] = False,
) -> None:
    """Serve the app to browsers, from this machine.

    The first visitor opens the owner's account, and works on the same diary as this command line.

    \b
      underbar serve
      underbar serve --demo --browser
      underbar serve --port 8080

    Exit status 1 where the database can't be opened or the port is taken.
    """
    from tempfile import TemporaryDirectory

    from underbar.settings import SettingsError
    from underbar.web.serve import run

    name = "localhost" if host == "127.0.0.1" else host

    def ready(path: str) -> None:
        address = f"http://{name}:{port}{path}"
        ends = (
            "Ctrl-C ends it, and the demo is gone." if demo else "Ctrl-C ends it; what you noted is stored."
        )
        show.lines([f"Underbar is at {address}", ends])
        sys.stdout.flush()
        if browser:
            _open(address)

    # A service is ended by SIGTERM: as tidily as by Ctrl-C.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        if not demo:
            run(host, port, ready)
            return
        with TemporaryDirectory(prefix="underbar-demo-") as folder:
            os.environ["UNDERBAR_HOME"] = folder
            os.environ.pop("UNDERBAR_DATABASE", None)
            run(host, port, ready, demo=True)
    except SettingsError as error:
        show.fail(str(error))
        raise typer.Exit(1) from error
    except OSError as error:
        show.fail(f"Port {port} of {host} cannot be used: {error.strerror or error}. Try --port 8080.")
        raise typer.Exit(1) from error


def _open(address: str) -> None:
    """Open the address in a browser with windows; one that would take over the terminal is left alone."""
    import webbrowser

    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return
    if type(found) is not webbrowser.GenericBrowser:
        found.open_new_tab(address)
