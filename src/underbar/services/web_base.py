"""What a web process has to know of the store to set Django up, and how it makes the tables of the accounts.

The settings of Django read this module, so nothing that needs Django ready is imported at its head.
"""

from __future__ import annotations

from typing import Final

from underbar.store.django_settings import DATABASES, DEFAULT_AUTO_FIELD

__all__ = ["APP", "DATABASES", "DEFAULT_AUTO_FIELD", "get_ready"]

APP: Final = "underbar.store"


def get_ready(sample: bool = False) -> None:
    """Open the database, with the tables of every installed app; from now on only accounts have diaries.

    `sample`: put the sample diary into the one of the command line first, where that is empty.
    Raises DatabaseProblem.
    """
    from django.core.management import call_command  # noqa: PLC0415

    from underbar.services.database import open_database, serve_accounts  # noqa: PLC0415
    from underbar.services.history import entry_count  # noqa: PLC0415
    from underbar.services.sample import bring_in  # noqa: PLC0415

    open_database()
    if sample and entry_count() == 0:
        bring_in()
    serve_accounts()
    call_command("migrate", verbosity=0, interactive=False)
