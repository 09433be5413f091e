"""What can go wrong, each with a sentence for the lifter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class ServiceError(Exception):
    """A use case that could not be done; nothing of it was stored. `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class DatabaseProblem(ServiceError):
    """The database cannot be opened, read or written."""


class Issue(NamedTuple):
    """One thing that is wrong in a text: line and column count from 1, 0 where it has none."""

    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = f"line {self.line}" if self.line else ""
        place += f", column {self.column}" if self.line and self.column else ""
        return f"{place}: {self.message}" if place else self.message


class NotUnderstood(ServiceError):
    """A text with errors, all of them in `issues`; nothing of it was stored."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        super().__init__("\n".join(map(str, issues)))
        self.issues = tuple(issues)


class NoDiary(ServiceError):
    """There is no entry yet from which to plan."""


class RuleFailure(ServiceError):
    """A rule of the method failed on a day, so that there is no recommendation for it or later ones."""
