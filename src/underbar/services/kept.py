"""Answers that hold until the diary changes, kept in this process."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final, NamedTuple, TypeVar

from underbar.services.database import open_database
from underbar.store import accounts, connection

_T = TypeVar("_T")
DIARIES: Final = 64
"""Diaries whose answers are kept: those that were asked for last."""
ANSWERS: Final = 256
"""Answers that are kept of one diary."""


class _Kept(NamedTuple):
    """The answers of a diary at one revision; those of earlier ones are gone."""

    revision: int
    answers: OrderedDict[Hashable, Any]


_diaries: OrderedDict[tuple[str, int], _Kept] = OrderedDict()
_lock = Lock()


def until_changed(owner: int, what: Hashable, make: Callable[[], _T]) -> _T:
    """What `make` gives for `what`, asked once for each revision of the owner's diary.

    The revision is read before `make` reads the diary, so that a change in between leaves an answer
    that is thrown away, never an old one that stays. Inside a transaction nothing is kept: it may be
    rolled back, and its revision given to another change. What is kept must not be changed by who
    gets it.
    """
    if connection.in_transaction():
        return make()
    diary = (str(open_database().database), owner)
    revision = accounts.revision(owner)
    with _lock:
        answers = _answers(diary, revision)
        if answers is not None and what in answers:
            answers.move_to_end(what)
            found: _T = answers[what]
            return found
    made = make()
    with _lock:
        answers = _answers(diary, revision)
        if answers is not None:
            answers[what] = made
            while len(answers) > ANSWERS:
                answers.popitem(last=False)
    return made


def forget() -> None:
    """Throw all of it away."""
    with _lock:
        _diaries.clear()


def _answers(diary: tuple[str, int], revision: int) -> OrderedDict[Hashable, Any] | None:
    """What is kept of a diary at `revision`; None where a later one is known already."""
    kept = _diaries.get(diary)
    if kept is None or kept.revision < revision:
        kept = _diaries[diary] = _Kept(revision, OrderedDict())
        while len(_diaries) > DIARIES:
            _diaries.popitem(last=False)
    _diaries.move_to_end(diary)
    return kept.answers if kept.revision == revision else None
