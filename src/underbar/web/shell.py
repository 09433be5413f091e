"""What every page needs around its own content."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest

from underbar.wording.en import INTENDED_USE, INTENDED_USE_SHORT

THEMES: Final = ("system", "light", "dark")
THEME_COOKIE: Final = "theme"


def shell(request: HttpRequest) -> dict[str, Any]:
    """The theme of this device, and the words at the foot of each page."""
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return {
        "theme": theme if theme in THEMES else "system",
        "intended_use": INTENDED_USE,
        "intended_use_short": INTENDED_USE_SHORT,
    }
