"""Who may open an account: the first visitor, who becomes the owner; others where the owner's server says so."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library is untyped
    """allauth's rules, but for who may sign up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library's signature
        """True while nobody has an account, and where `UNDERBAR_SIGNUP` is `open`."""
        return settings.CHOSEN.open_signup or no_account_yet()


def no_account_yet() -> bool:
    """Whether the app is new here."""
    return not User.objects.exists()
