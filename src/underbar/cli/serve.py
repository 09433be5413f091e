"""serve: the app in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from underbar.cli import show


def serve(
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Which address of this machine.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Which port.")] = 8000,
    sample: Annotated[
        bool, typer.Option("--sample", help="Put a sample diary into an empty one, to look around.")
    ] = False,
) -> None:
    """Serve the app to browsers, from this machine.

    \b
      underbar serve
      underbar serve --port 8080
    """
    from underbar.web.serve import run

    name = "localhost" if host == "127.0.0.1" else host

    def ready() -> None:
        show.lines([f"Underbar is at http://{name}:{port}/", "Ctrl-C ends it; what you noted is stored."])

    run(host, port, ready, sample)
