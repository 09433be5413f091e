"""How far an import is."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Final, Literal, NamedTuple

_PAUSE: Final = 0.1
"""Seconds between two tellings."""


class Progress(NamedTuple):
    """Bytes read of all, or entries stored of all; `seconds` since this stage began."""

    stage: Literal["reading", "storing"]
    done: int
    total: int
    seconds: float


Told = Callable[[Progress], None]


class Meter:
    """Counts what is read and stored, and tells whoever asked a few times a second; None for nobody."""

    def __init__(self, told: Told | None) -> None:
        self._told = told
        self._at = Progress("reading", 0, 0, 0.0)
        self._began = self._last = monotonic()

    def expect(self, total: int) -> None:
        """Say how many bytes there are."""
        self._begin(Progress("reading", 0, total, 0.0))

    def store(self, total: int) -> None:
        """Say that all was read, and how many entries are to be stored."""
        self._begin(Progress("storing", 0, total, 0.0))

    def advance(self, by: int) -> None:
        """So many bytes, or entries, are done."""
        done = min(self._at.done + by, self._at.total)
        self._at = self._at._replace(done=done)
        instant = monotonic()
        if self._told is not None and (instant - self._last >= _PAUSE or done == self._at.total):
            self._last = instant
            self._told(self._at._replace(seconds=instant - self._began))

    def _begin(self, at: Progress) -> None:
        self._at, self._began = at, monotonic()
        if self._told is not None:
            self._told(at)
