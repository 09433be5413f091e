"""A discussion thread at Hyvor Talk, if the server's owner has a website there: a page's own policy for it.

Nothing is asked of Hyvor until the lifter presses a button, and no page opens its policy for Hyvor
unless it carries that button.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from csp.constants import NONCE
from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

_View = Callable[..., HttpResponseBase]

HOST: Final = "https://talk.hyvor.com"
SCRIPT: Final = f"{HOST}/embed/embed.js"
_OPENED: Final = {
    "script-src": [HOST],
    # Its script writes style elements, and gives them the nonce that its own element has.
    "style-src": [HOST, NONCE],
    "img-src": [HOST],
    "font-src": [HOST],
    "media-src": [HOST],
    "connect-src": [HOST, HOST.replace("https:", "wss:")],
    "frame-src": [HOST],
}


def with_discussion(view: _View) -> _View:
    """A page that can carry a thread: where a website is set, its policy lets Hyvor's host in."""
    opened = csp_update(_OPENED)(view)

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return (opened if settings.HYVOR_WEBSITE_ID else view)(request, *args, **kwargs)

    return shown


def thread(page: str) -> dict[str, str] | None:
    """What the template needs for the thread of a page; None where no website is set."""
    website = settings.HYVOR_WEBSITE_ID
    return {"website": website, "page": f"underbar-method-{page}", "script": SCRIPT} if website else None
