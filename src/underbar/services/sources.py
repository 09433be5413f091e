"""The sources that tell the lifter's nights, and the order in which they are heard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from underbar.diary.notation_kinds import SOURCES
from underbar.diary.records import Sleep, Sources
from underbar.protocol.document import load
from underbar.protocol.logged import Logged as Day
from underbar.services.clock import now
from underbar.services.database import looking, unit_of_work
from underbar.services.diary_log import Logged, add_record
from underbar.services.errors import ServiceError
from underbar.services.kept import until_changed
from underbar.services.lifter import moment_of, standing, today_of
from underbar.services.setup import NOTHING_NEW

MOST: Final = 1000
"""Characters of an order as it is written."""


class Source(NamedTuple):
    """Who tells nights, by the name that entries have; None: entries without a source, written by hand.

    `nights`: the days that have one; `last`: the latest of them, None where there is none.
    """

    name: str | None
    nights: int
    last: date | None


class NightSources(NamedTuple):
    """The order in force today, and every source: first those of the order, then those with most nights."""

    order: tuple[str, ...]
    sources: tuple[Source, ...]


def night_sources(instant: datetime | None = None) -> NightSources:
    """Who tells the nights of this diary; kept until the diary changes."""
    with looking() as owner:
        today = moment_of(owner, load(), instant or now()).day
        return until_changed(owner, ("night sources", today), lambda: _night_sources(today))


def set_order(order: Sequence[str], instant: datetime | None = None) -> Logged:
    """Hear these sources in this order from today on, none for no order; nothing where it is so already.

    A second order of a day corrects the first. Raises ServiceError for names that no order can hold; one
    of which the diary has no night is taken, with a warning.
    """
    wanted = tuple(order)
    written = SOURCES.show(wanted)
    if len(written) > MOST or SOURCES.read(written) != wanted:
        raise ServiceError("An order names each source once, without commas in a name.")
    with unit_of_work() as owner:
        today = today_of(owner, load(), instant or now()).day
        if orders(owner, today).on(today) == wanted:
            return NOTHING_NEW
        ours = standing(owner, Sources).day_entries(today)
        done = add_record(Sources(wanted), supersedes=ours[-1].id if ours else None, instant=instant)
        known = {source.name for source in _night_sources(today).sources if source.nights}
    warnings = tuple(f"The diary has no night of {name} yet." for name in wanted if name not in known)
    return done._replace(warnings=(*done.warnings, *warnings))


def moved(order: Sequence[str], name: str, how: str) -> tuple[str, ...]:
    """The order with one source moved: `up` or `down` by one, `in` at its end, `out` of it.

    As it was where that makes no sense.
    """
    rest = [other for other in order if other != name]
    places = {"in": len(rest)}
    if name in order:
        at = list(order).index(name)
        places = {"up": max(0, at - 1), "down": at + 1}
    if how == "out":
        return tuple(rest)
    if how not in places:
        return tuple(order)
    return (*rest[: places[how]], name, *rest[places[how] :])


class Orders(NamedTuple):
    """Every order that the lifter gave, each with the day from which it holds, the oldest first."""

    given: tuple[tuple[date, tuple[str, ...]], ...]

    def on(self, day: date) -> tuple[str, ...]:
        """The order of a day; empty before the first."""
        return next((order for since, order in reversed(self.given) if since <= day), ())


def orders(owner: int, until: date) -> Orders:
    """The orders up to a day, as the engine has them; call it inside a transaction."""
    found = standing(owner, Sources, until=until)
    return Orders(tuple((day, Day(found.day_entries(day)).in_force(Sources)[-1].order) for day in found.days))


def _night_sources(today: date) -> NightSources:
    with unit_of_work() as owner:
        order = orders(owner, today).on(today)
        slept = standing(owner, Sleep, until=today).entries
    nights: dict[str | None, set[date]] = {name: set() for name in order}
    for entry in slept:
        nights.setdefault(entry.source, set()).add(entry.day)
    found = [Source(name, len(days), max(days, default=None)) for name, days in nights.items()]
    ahead = found[: len(order)]
    rest = sorted(found[len(order) :], key=lambda source: (-source.nights, source.name or ""))
    return NightSources(order, (*ahead, *rest))
