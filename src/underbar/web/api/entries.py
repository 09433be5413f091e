"""Entries in, listed, and removed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.http import HttpRequest
from ninja import Router
from ninja.errors import HttpError

from underbar.diary.notation import format_entry
from underbar.services.entries_in import Listed, SentLine, add_batch, listed, remove_entry
from underbar.services.history import lifters_today
from underbar.web.api.door import answers
from underbar.web.api.shapes import BatchOut, EntriesOut, First, Last, LinesIn, RemovedOut

MOST_DAYS: Final = 400
_CLOCK: Final = len(" 06:41")
_DATE: Final = len("2026-03-05")

router = Router(tags=["Entries"])


@router.post("/entries", response=answers(BatchOut, 409, 413), summary="Store entries, each once")
def add(request: HttpRequest, payload: LinesIn) -> dict[str, Any]:  # noqa: ARG001
    """All are stored, or none. An entry that came before under its `id` is `known`; an `id` that stands
    on something else is a conflict (409), and the issues name the lines."""
    done = add_batch([SentLine(line.line, line.id, line.day, line.at) for line in payload.entries])
    return {
        "entries": [{"id": taken.id, "state": "known" if taken.known else "stored"} for taken in done.taken],
        "warnings": done.warnings,
    }


@router.get("/entries", response=answers(EntriesOut), summary="What lies in the diary")
def find(
    request: HttpRequest,  # noqa: ARG001
    from_: First = None,
    to: Last = None,
) -> dict[str, Any]:
    """The entries of at most 400 days, both ends included; corrected and removed ones are marked.

    `line` can be sent as it is to store the same in another diary.
    """
    last = to or lifters_today().day
    first = from_ or last - timedelta(days=29)
    bounded(first, last)
    return {"entries": [_entry(found) for found in listed(first, last)]}


@router.delete("/entries/{entry_id}", response=answers(RemovedOut, 404), summary="Remove an entry")
def remove(request: HttpRequest, entry_id: str) -> dict[str, Any]:  # noqa: ARG001
    """Nothing is erased: a void says that the entry no longer counts. Asked twice, it is done once.

    What a check-in or a screen told may still make the plan more careful.
    """
    done = remove_entry(entry_id)
    return {"id": entry_id, "void": done.id, "state": "known" if done.known else "stored"}


def bounded(first: Any, last: Any) -> None:
    """Refuse days in the wrong order, and more of them than one answer holds."""
    if first > last:
        raise HttpError(422, f"“from” is {first} and “to” is {last}: expected the earlier day first")
    if (last - first).days >= MOST_DAYS:
        raise HttpError(422, f"That is more than {MOST_DAYS} days: ask for them in parts")


def _entry(found: Listed) -> dict[str, Any]:
    entry = found.entry
    line = format_entry(entry)[_DATE:]
    time = line[1:_CLOCK] if entry.time is not None else None
    return {
        "id": entry.id,
        "day": entry.day,
        "time": time,
        "line": line.strip(),
        "supersedes": entry.supersedes,
        "superseded": found.superseded,
    }
