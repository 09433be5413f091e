"""The warning-sign questions: which are due, what stands of earlier answers, and storing new ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, Literal, NamedTuple

from underbar.diary.records import Answer, Scope, Screen
from underbar.protocol.document import load
from underbar.services import fold
from underbar.services.clock import now
from underbar.services.database import looking, unit_of_work
from underbar.services.diary_log import Logged, add_record
from underbar.services.errors import NoDiary, RuleFailure
from underbar.services.kept import until_changed
from underbar.services.lifter import moment_of
from underbar.services.planning import plan_today

How = Literal["no", "yes", "unsure", "skipped", "new"]
UNSHOWN: Final = "self-harm"
"""The sign whose answer is never shown again, to anybody."""
_NAMED: Final[tuple[Literal["yes", "unsure", "skipped", "new"], ...]] = ("yes", "unsure", "skipped", "new")


class Due(NamedTuple):
    """The screen that waits. `why`: missing, re, flare or injection; `since` when, None for the first."""

    scope: Scope
    why: str
    since: date | None


class Signs(NamedTuple):
    """Warning signs by name: what stands, with its level; and what a clinician assessed. The sign
    whose answer is never shown is left out of `standing`."""

    standing: dict[str, str]
    assessed: frozenset[str]
    screened: date | None


def due(instant: datetime | None = None) -> Due | None:
    """The screen that today's plan asks for; None where it asks for none, or a rule failed."""
    try:
        plan = plan_today(instant)
    except NoDiary:
        return Due("full", "missing", None)
    except RuleFailure:
        return None
    for reason in plan.reasons:
        known = dict(reason.facts)
        if reason.rule == "screen-missing":
            return Due("full", "missing", None)
        if reason.rule == "screen-due":
            scope: Scope = "injection" if known["scope"] == "injection" else "re"
            since = known["due_day"]
            return Due(scope, str(known["scope"]), since if isinstance(since, date) else None)
    return None


def signs(instant: datetime | None = None) -> Signs:
    """What stands on the lifter's day; kept until the diary changes."""
    protocol = load()
    with looking() as owner:
        day = moment_of(owner, protocol, instant or now()).day
        return until_changed(owner, ("signs", day, protocol.digest), lambda: _signs(day))


def _signs(day: date) -> Signs:
    with unit_of_work() as owner:
        try:
            state = fold.fold_to(owner, load(), day).state
        except (NoDiary, RuleFailure):  # without a state every sign is as if it were new
            return Signs({}, frozenset(), None)
    standing = {name: flag.level for name, flag in state.flags.items() if name != UNSHOWN}
    last = state.last_screen
    return Signs(standing, frozenset(state.assessed), None if last is None else date.fromordinal(last))


def level(flag: str) -> str:
    """E, U, R or M: how grave a yes to the sign is."""
    return load().screens[flag].level


def ends_it(flag: str, how: str, assessed: frozenset[str]) -> bool:
    """Whether the answer is an emergency, after which nothing more is asked."""
    known = flag in assessed and flag != UNSHOWN
    return level(flag) == "E" and (how == "new" or (how == "yes" and not known))


def answer(scope: Scope, answers: Mapping[str, How], instant: datetime | None = None) -> Logged:
    """Store a screen: what was answered yes, unsure or new, and what was skipped.

    Thoughts of harming oneself are new each time they are named: an old assessment does not cover them.
    """
    known = signs(instant).assessed
    named: list[Answer] = []
    for flag, how in answers.items():
        if flag == UNSHOWN and how == "yes" and flag in known:
            named.append(Answer(flag, "new"))
            continue
        named.extend(Answer(flag, said) for said in _NAMED if said == how)
    return add_record(Screen(tuple(named), scope), instant=instant)
