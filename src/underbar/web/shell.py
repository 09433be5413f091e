"""What every page needs around its own content."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from underbar.wording.en import INTENDED_USE, INTENDED_USE_SHORT

THEMES: Final = ("system", "light", "dark")
THEME_COOKIE: Final = "theme"


def shell(request: HttpRequest) -> dict[str, Any]:
    """The theme of this device, and the words at the foot of each page."""
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return {
        "owner": owner_mark(request),
        "theme": theme if theme in THEMES else "system",
        "intended_use": INTENDED_USE,
        "intended_use_short": INTENDED_USE_SHORT,
    }


def owner_mark(request: HttpRequest) -> str:
    """What a browser knows an account by, so that it never sends one account's entries as another's;
    empty where nobody is signed in. It tells nothing of the account."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return ""
    return salted_hmac("underbar.device", f"{user.pk} {user.date_joined.isoformat()}").hexdigest()[:20]
