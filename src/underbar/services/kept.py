"""Answers that hold until the diary changes, kept in this process."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final, TypeVar

from underbar.services.database import open_database
from underbar.store import accounts, connection

_T = TypeVar("_T")
MOST: Final = 512
_kept: OrderedDict[Hashable, Any] = OrderedDict()
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
    key = (str(open_database().database), owner, accounts.revision(owner), what)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            found: _T = _kept[key]
            return found
    made = make()
    with _lock:
        _kept[key] = made
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return made


def forget() -> None:
    """Throw all of it away."""
    with _lock:
        _kept.clear()
