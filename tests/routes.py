"""Every address of the app, with values that stand for its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver

from underbar.wording import en_method

LIBRARY = "account/"
"""What allauth serves; its own tests cover what it does, ours that nobody sees another's."""
_PART = re.compile(r"<(?:(?P<converter>[^:>]+):)?(?P<name>[^>]+)>")
_GROUP = re.compile(r"\(\?P<(?P<name>\w+)>[^)]*\)")


class Route(NamedTuple):
    """An address: `pattern` as it is written, `parts` the names in it."""

    pattern: str
    name: str
    parts: tuple[str, ...]

    def url(self, values: dict[str, Any]) -> str:
        """The address with `values` for its parts. Raises KeyError for a part that has none."""

        def fill(match: re.Match[str]) -> str:
            return str(values[match["name"]])

        filled = _PART.sub(fill, _GROUP.sub(fill, self.pattern))
        return "/" + filled.replace("^", "").replace("$", "").replace("\\Z", "").replace("\\", "")


def every_route() -> list[Route]:
    """All of them, in the order in which they are tried."""
    return list(_routes(get_resolver(), ""))


def _routes(resolver: URLResolver, before: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        pattern = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _routes(entry, pattern)
        elif isinstance(entry, URLPattern):
            parts = [match["name"] for match in (*_PART.finditer(pattern), *_GROUP.finditer(pattern))]
            yield Route(pattern, entry.name or pattern, tuple(parts))


def sample_values(day: date) -> dict[str, str]:
    """What stands for the parts of an address that name nothing of a lifter's own."""
    return {
        **dict.fromkeys(("day", "date", "text"), day.isoformat()),
        "slug": en_method.PARTS[0].slug,
        "rule": "flare",
        "name": "ceiling-percent",
        "parameter": "ceiling-percent",
        "exercise": "single-leg-bridge",
        "lift": "deadlift",
        "picture": "sleep",
        "token": "no-such-token",
        "key": "no-such-key",
    }


def ours() -> list[Route]:
    """The addresses of the app itself."""
    return [route for route in every_route() if not route.pattern.startswith(LIBRARY)]


def librarys() -> list[Route]:
    """The addresses of the accounts' library."""
    return [route for route in every_route() if route.pattern.startswith(LIBRARY)]


def body(response: Any) -> str:
    """What was answered, as text."""
    if getattr(response, "streaming", False):
        return b"".join(response.streaming_content).decode("utf-8", "replace")
    return response.content.decode("utf-8", "replace")
