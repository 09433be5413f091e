"""What a page or the outbox sends: who made it and when, and how it is answered.

A form works without JavaScript: it is posted, and answered with a redirect or with itself and its
errors. The outbox of the browser posts the same fields to the same address, with three more: `id`
(its own UUID, so that sending twice stores once), `at` (when the lifter tapped) and `now` (what the
device's clock says while it sends). It asks for JSON and gets it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect

from underbar.services.clock import now
from underbar.services.diary_log import Logged
from underbar.services.entries_in import OLDEST
from underbar.services.errors import ServiceError
from underbar.services.history import lifters_today
from underbar.wording.en_words import long_day

_ID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
CLOCK_OFF: Final = timedelta(minutes=10)
"""A device's clock that is further off than this is told so; its entries are put right either way."""


class Sent(NamedTuple):
    """One thing that was sent. `id`: the sender's own, None where the server names it.

    `instant`: when it was made, by the server's clock. `off`: how far the sender's clock is ahead.
    `day`: the lifter's day of `instant`; `shown`: the day whose page it was sent from, None where
    the page has none.
    """

    id: str | None
    instant: datetime
    off: timedelta
    day: date
    shown: date | None


def read(request: HttpRequest) -> Sent:
    """What was sent, its time by the server's clock. An id or a time that makes no sense is left out."""
    received = now()
    id_ = request.POST.get("id", "").lower()
    at, sender = _instant(request.POST.get("at", "")), _instant(request.POST.get("now", ""))
    off = sender - received if sender is not None else timedelta()
    instant = received
    if at is not None:
        # How long ago it was, by the sender's own clock, is right however wrong that clock is.
        ago = (sender or received) - at
        instant = received - min(max(ago, timedelta()), OLDEST)
    return Sent(
        id_ if _ID.fullmatch(id_) else None,
        instant,
        off,
        lifters_today(instant).day,
        day_of(request.POST.get("day", "")),
    )


def stale(sent: Sent) -> str | None:
    """Why a page of another day cannot be answered any more; None where it is of its own day."""
    if sent.shown is None or sent.shown == sent.day:
        return None
    return (
        f"This page was of {long_day(sent.shown)}, and it is {long_day(sent.day)} now. "
        "Nothing was stored; what you typed is still here."
    )


def wants_json(request: HttpRequest) -> bool:
    """Whether the outbox sent it."""
    return request.headers.get("Accept", "").startswith("application/json")


def stored(
    request: HttpRequest, sent: Sent, logged: Logged, then: str, said: str = "Noted."
) -> HttpResponseBase:
    """The answer to what was stored: JSON for the outbox, else on to the page `then` (a URL name or path)."""
    off = round(sent.off / timedelta(minutes=1)) if abs(sent.off) > CLOCK_OFF else 0
    if wants_json(request):
        return JsonResponse(
            {
                "stored": [entry.id for entry in logged.entries],
                "known": [entry.id for entry in logged.known],
                "warnings": list(logged.warnings),
                "said": said,
                "clock_off_minutes": off,
                "then": redirect(then).url,
            }
        )
    messages.success(request, said)
    for warning in logged.warnings:
        messages.warning(request, warning)
    return redirect(then)


def refused(
    request: HttpRequest,
    again: Callable[[], HttpResponse],
    *,
    form: BaseForm | None = None,
    sentence: str = "",
    status: int = 422,
) -> HttpResponseBase:
    """The answer to what could not be stored: the errors by field as JSON, else the page `again`,
    which shows the form with what was typed. `status`: 422 for a wrong answer, 409 for a stale page."""
    if wants_json(request):
        errors: Mapping[str, Sequence[Any]] = form.errors if form is not None else {}
        found = {field: [str(error) for error in listed] for field, listed in errors.items()}
        return JsonResponse({"errors": found, "sentence": sentence}, status=status)
    response = again()
    response.status_code = status
    return response


def add_error(form: BaseForm, error: ServiceError) -> None:
    """Say on the form what a use case had against it."""
    form.add_error(None, error.sentence)


def _instant(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def day_of(text: str) -> date | None:
    """The day that a text such as 2026-03-05 names; None where it names none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
