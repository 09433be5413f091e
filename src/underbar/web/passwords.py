"""A new password for an account of this machine, from its command line: there is no e-mail to ask for one."""

from __future__ import annotations

import os

from underbar.services.errors import ServiceError


def set_password(name: str, password: str) -> None:
    """Give the account of that name a new password, and end its sessions.

    Raises ServiceError where there is no such account, or the password is one that nobody should use.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "underbar.web.django_settings")
    import django  # noqa: PLC0415 - nothing of Django may be asked before its settings are named

    django.setup()
    from django.contrib.auth.models import User  # noqa: PLC0415 - needs Django ready
    from django.contrib.auth.password_validation import validate_password  # noqa: PLC0415
    from django.core.exceptions import ValidationError  # noqa: PLC0415

    from underbar.services.web_base import get_ready  # noqa: PLC0415

    get_ready()
    user = User.objects.filter(username=name).first()
    if user is None:
        known = ", ".join(User.objects.order_by("pk").values_list("username", flat=True)[:5])
        raise ServiceError(
            f"There is no account {name}; " + (f"there is {known}." if known else "there is none yet.")
        )
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise ServiceError(" ".join(error.messages)) from error
    # Sessions carry a hash of the old password, so the new one ends them.
    user.set_password(password)
    user.save()
