"""Where each page is. A page's own module lists its addresses."""

from __future__ import annotations

from itertools import chain

from django.urls import include, path

from underbar.web import accounts, errors
from underbar.web.api import docs as api_docs
from underbar.web.api.all import api
from underbar.web.pages import (
    about,
    bring,
    checkin,
    daily,
    demo,
    experiment,
    findings,
    first_run,
    gym,
    history,
    leave,
    log,
    method,
    offline,
    screen,
    settings,
    today,
)

urlpatterns = [
    *accounts.urls,
    path("account/", include("allauth.urls")),
    *api_docs.urls,
    path("api/", api.urls),
    *chain.from_iterable(
        page.urls
        for page in (
            today,
            checkin,
            gym,
            daily,
            log,
            history,
            experiment,
            findings,
            method,
            settings,
            first_run,
            screen,
            bring,
            leave,
            offline,
            about,
            demo,
        )
    ),
]
handler404 = errors.not_found
handler500 = errors.server_error
