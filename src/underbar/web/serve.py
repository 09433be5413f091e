"""Serving the app from this machine: tables and static files made ready, then waitress."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any


def application(sample: bool = False) -> Any:
    """The app, with its database opened and its static files in place. Raises DatabaseProblem.

    `sample`: put the sample diary into the command line's own, where that is empty.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "underbar.web.django_settings")
    import django  # noqa: PLC0415 - nothing of Django may be asked before its settings are named
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    from underbar.services.web_base import get_ready  # noqa: PLC0415 - needs Django ready
    from underbar.web.bundles import static_files  # noqa: PLC0415

    get_ready(sample)
    with static_files():
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    # The middleware lists the static files when it is made, so they come first.
    from underbar.web.wsgi import application as found  # noqa: PLC0415

    return found


def run(host: str, port: int, ready: Callable[[str], None], demo: bool = False) -> None:
    """Serve until the process is told to end; `ready` is called with the first page's path once it
    listens. `demo`: with the sample diary, whose lifter that path signs in.

    Raises OSError where the port can't be had, DatabaseProblem.
    """
    from waitress import create_server  # noqa: PLC0415 - the command line starts without it

    server = create_server(application(demo), host=host, port=port, threads=8, ident=None, channel_timeout=60)
    path = "/"
    if demo:
        from underbar.web.pages.demo import link  # noqa: PLC0415 - needs Django ready

        path = link()
    ready(path)
    server.run()
