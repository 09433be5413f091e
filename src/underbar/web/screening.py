"""A screen while it is being answered: kept in the session from page to page, stored at its end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple, cast

from django.contrib.sessions.backends.base import SessionBase

from underbar.diary.records import Scope
from underbar.services.screening import UNSHOWN, How, ends_it, level
from underbar.wording.en import Page, question, question_help, screen_pages

_KEY: Final = "screen"
SCOPES: Final[tuple[Scope, ...]] = ("full", "re", "injection")
_SAID: Final = ("no", "yes", "unsure", "new")
_WORDS: Final = {"yes": "Yes", "unsure": "Unsure", "no": "No"}
_WORDS_AGAIN: Final = {"yes": "Yes, as before", "new": "Yes, and new", "unsure": "Unsure", "no": "No"}


class Choice(NamedTuple):
    """One answer that a question offers."""

    value: str
    words: str
    chosen: bool
    ends: bool


class Question(NamedTuple):
    """A question as it is shown. `again`: a clinician has assessed the sign before."""

    flag: str
    text: str
    help: str
    again: bool
    choices: tuple[Choice, ...]


class Group(NamedTuple):
    """The questions under one title."""

    title: str
    questions: tuple[Question, ...]


class Draft:
    """The answers so far. One of a session: a new scope keeps the answers it also asks for."""

    def __init__(self, session: SessionBase, scope: Scope) -> None:
        self._session = session
        self.scope = scope
        kept = session.get(_KEY, {})
        asked = {flag for page in screen_pages(scope) for flag in page.flags}
        self.answers: dict[str, How] = {
            flag: cast(How, how) for flag, how in kept.get("answers", {}).items() if flag in asked
        }

    @property
    def pages(self) -> list[tuple[Page, ...]]:
        """What is asked, page by page: the full screen on several, the others on one."""
        found = screen_pages(self.scope)
        return [(page,) for page in found] if self.scope == "full" else [found]

    def flags(self, number: int) -> list[str]:
        """The signs asked for on a page, counted from 1."""
        return [flag for page in self.pages[number - 1] for flag in page.flags]

    def take(self, number: int, sent: Mapping[str, Any], assessed: frozenset[str]) -> bool:
        """Take in what was sent from a page; whether it ends the questions at once.

        `rest`: what the questions without an answer count as, "no" or else left open.
        """
        others: How = "no" if sent.get("rest") == "no" else "skipped"
        ended = False
        for flag in self.flags(number):
            said = sent.get(f"q-{flag}")
            if said in _SAID and (said != "new" or flag in assessed):
                self.answers[flag] = cast(How, said)
            elif flag != UNSHOWN or flag not in self.answers:
                self.answers[flag] = others
            ended = ended or ends_it(flag, self.answers[flag], assessed)
        return ended

    def complete(self) -> dict[str, How]:
        """Every answer of the screen; what was never asked was skipped.

        Not so the sign that is never shown: skipped, it would put the words of a crisis line before
        those of the emergency that ended the questions. The next screen asks for it.
        """
        asked = (flag for page in screen_pages(self.scope) for flag in page.flags)
        return {
            flag: self.answers.get(flag, "skipped")
            for flag in asked
            if flag != UNSHOWN or flag in self.answers
        }

    def left_open(self) -> tuple[list[str], list[str]]:
        """What was left open or is unsure: the grave signs, which lock; the others, which count as a yes."""
        found = [flag for flag, how in self.complete().items() if how in ("skipped", "unsure")]
        return [f for f in found if level(f) in "EU"], [f for f in found if level(f) not in "EU"]

    def first_open(self) -> int:
        """The first page with a question that was left open; the last page where there is none."""
        for number in range(1, len(self.pages) + 1):
            if any(self.answers.get(flag, "skipped") == "skipped" for flag in self.flags(number)):
                return number
        return len(self.pages)

    def unasked(self) -> bool:
        """Whether a page has not been sent yet."""
        return any(flag not in self.answers for page in screen_pages(self.scope) for flag in page.flags)

    def keep(self) -> None:
        """Keep it in the session."""
        self._session[_KEY] = {"scope": self.scope, "answers": self.answers}

    def drop(self) -> None:
        """Forget it."""
        self._session.pop(_KEY, None)

    def shown(self, number: int, assessed: frozenset[str]) -> list[Group]:
        """The questions of a page, with what was answered; but never an answer that is not to be shown."""
        return [
            Group(page.title, tuple(self._question(flag, assessed) for flag in page.flags))
            for page in self.pages[number - 1]
        ]

    def _question(self, flag: str, assessed: frozenset[str]) -> Question:
        again = flag in assessed and flag != UNSHOWN
        said = None if flag == UNSHOWN else self.answers.get(flag)
        words = _WORDS_AGAIN if again else _WORDS
        choices = tuple(
            Choice(value, name, value == said, ends_it(flag, value, assessed))
            for value, name in words.items()
        )
        return Question(flag, question(flag), question_help(flag), again, choices)


def kept_scope(session: SessionBase) -> Scope | None:
    """The scope of the screen that the session has begun; None for none."""
    found = session.get(_KEY, {}).get("scope")
    return found if found in SCOPES else None
