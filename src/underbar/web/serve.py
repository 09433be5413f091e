"""Serving the app from this machine: tables and static files made ready, then waitress."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

_UNUSED = ["ninja"]
"""Static files of apps that no page asks for."""


def application(sample: bool = False) -> Any:
    """The app, with its database opened and its static files in place. Raises DatabaseProblem.

    `sample`: put the sample diary into the command line's own, where that is empty.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "underbar.web.django_settings")
    import django  # noqa: PLC0415 - nothing of Django may be asked before its settings are named

    django.setup()
    from underbar.services.web_base import get_ready  # noqa: PLC0415 - needs Django ready

    get_ready(sample)
    collect_static()
    # The middleware lists the static files when it is made, so they come first.
    from underbar.web.wsgi import application as found  # noqa: PLC0415

    return found


def collect_static() -> None:
    """Have the static files lie in the data folder, hashed and compressed: some seconds of work, which
    are saved where the ones that lie there were made from the same."""
    from django.conf import settings  # noqa: PLC0415 - needs Django ready
    from django.contrib.staticfiles.finders import get_finders  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    from underbar.web.bundles import static_files  # noqa: PLC0415

    found = [version(package) for package in ("altair", "vl-convert-python", "whitenoise", "underbar")]
    for finder in get_finders():
        for name, storage in finder.list(_UNUSED):
            about = Path(storage.path(name)).stat()
            found.append(f"{name} {about.st_size} {about.st_mtime_ns}")
    made_from = sha256("\n".join(found).encode()).hexdigest()
    stamp = Path(settings.STATIC_ROOT) / ".made-from"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == made_from:
        return
    with static_files():
        call_command("collectstatic", verbosity=0, interactive=False, clear=True, ignore_patterns=_UNUSED)
    stamp.write_text(made_from, encoding="ascii")


def run(host: str, port: int, ready: Callable[[str], None], demo: bool = False) -> None:
    """Serve until the process is told to end; `ready` is called with the first page's path once it
    listens. `demo`: with the sample diary, whose lifter that path signs in.

    Raises OSError where the port can't be had, DatabaseProblem.
    """
    from waitress import create_server  # noqa: PLC0415 - the command line starts without it

    app = application(demo)
    server = create_server(
        app,
        host=host,
        port=port,
        threads=8,
        ident=None,
        channel_timeout=60,
        connection_limit=1000,
        max_request_body_size=_largest_request(),
        **_proxy(),
    )
    path = "/"
    if demo:
        from underbar.web.pages.demo import link  # noqa: PLC0415 - needs Django ready

        path = link()
    ready(path)
    server.run()


def _proxy() -> dict[str, Any]:
    """What is believed of a server in front that speaks https: that it does, and no more."""
    from django.conf import settings  # noqa: PLC0415 - needs Django ready

    if not settings.CHOSEN.proxied:
        return {}
    return {
        "trusted_proxy": "*",
        "trusted_proxy_headers": {"x-forwarded-proto"},
        "clear_untrusted_proxy_headers": True,
    }


def _largest_request() -> int:
    """Bytes. What is larger is cut off at the door; up to here the app answers in words."""
    from django.conf import settings  # noqa: PLC0415 - needs Django ready

    from underbar.settings import UPLOAD_MB  # noqa: PLC0415

    return (max(UPLOAD_MB, settings.CHOSEN.upload_mb) + 1) * 1024 * 1024
