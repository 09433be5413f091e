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
    import django
    from django.core.management import call_command

    django.setup()
    from underbar.services.web_base import get_ready
    from underbar.web.bundles import static_files

    get_ready(sample)
    with static_files():
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    # The middleware lists the static files when it is made, so they come first.
    from underbar.web.wsgi import application as found

    return found


def run(host: str, port: int, ready: Callable[[], None], sample: bool = False) -> None:
    """Serve until the process is told to end; `ready` is called once it listens."""
    from waitress import create_server

    server = create_server(
        application(sample), host=host, port=port, threads=8, ident=None, channel_timeout=60
    )
    ready()
    server.run()
