"""Signs before a flare, METHOD section 11: how often each came before one, how often not. Counts alone.

Time is counted, not windows. A day tells something where a flare could begin on it: no flare on the seven
days before, its own morning told, and what the sign is read from told on at least four of those seven.
It is a day after the sign where the sign was named one to seven days before it, else a day without; flare
days and the week after one name no sign here, since then a sign is an aftermath. Seven days of a kind
make a week, and a flare ends its week early. Windows that open at the sign and are dropped where they are
cut short would drop quiet weeks alone, and make a flare look likelier without the sign than it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from underbar.insights.days import Day, Diary

SIGNS: Final = ("car-stiffness", "ache-lingers", "release-lapsed", "sleep-low", "over-prescribed")
AHEAD: Final = 7
"""Days that a sign looks ahead, and days after a flare that are left out."""
FEWEST_FLARES: Final = 5
"""Flares below which nothing is said: issue 5."""
FEWEST_TOLD: Final = 4
"""Of the seven days before, as METHOD section 11 asks of the nights."""


class Weeks(NamedTuple):
    """Weeks of one kind. `flares`: those in which one began, the last day of that week; `days`: in all.

    `weeks` holds whole weeks and those of a flare; up to six further days are in `days` alone.
    """

    weeks: int
    flares: int
    days: int


class Sign(NamedTuple):
    """What followed a sign, one to seven days later, and what came without it.

    `stretches`: how often the days after it began anew; many weeks of one stretch are one observation
    more than many. `near`: days of a flare or of the week after one; `untold`: other days of which the
    diary does not tell enough. `after.days + without.days + near + untold` are the days of the diary.
    `uncounted`: flares that began on such days, and are in neither count.
    """

    sign: str
    after: Weeks
    without: Weeks
    stretches: int
    near: int
    untold: int
    uncounted: int

    @property
    def counted(self) -> int:
        """Flares in the two counts. Below FEWEST_FLARES nothing may be said of this sign."""
        return self.after.flares + self.without.flares

    @property
    def enough(self) -> bool:
        """Whether there are flares enough to say anything of this sign."""
        return self.counted >= FEWEST_FLARES


class Signs(NamedTuple):
    """`flares`: that began in the diary. `signs`: one of each, in METHOD's order; none below five flares."""

    flares: int
    signs: tuple[Sign, ...]


def before_flares(seen: Diary) -> Signs:
    """What came before this diary's flares, in time linear in its days."""
    days = seen.days
    began = [day.flare and (at == 0 or not days[at - 1].flare) for at, day in enumerate(days)]
    flares = sum(began)
    if flares < FEWEST_FLARES:
        return Signs(flares, ())
    quiet = _quiet(days)
    return Signs(flares, tuple(_sign(sign, days, began, quiet) for sign in SIGNS))


def _quiet(days: tuple[Day, ...]) -> list[bool]:
    """Days that are neither of a flare nor of the week after one."""
    quiet: list[bool] = []
    rest = 0
    for day in days:
        rest = AHEAD if day.flare else rest - 1
        quiet.append(rest < 0)
    return quiet


def _told(sign: str) -> Callable[[Day], bool]:
    """Whether a day tells what the sign is read from."""
    if sign == "sleep-low":
        return lambda day: day.sleep is not None and not day.stop
    if sign == "release-lapsed":
        return lambda day: day.release is not None and not day.stop
    return lambda day: day.answered and not day.stop


def _sign(sign: str, days: tuple[Day, ...], began: list[bool], quiet: list[bool]) -> Sign:
    told = [_told(sign)(day) for day in days]
    after, without = _Tally(), _Tally()
    stretches = near = untold = uncounted = 0
    named, follows = -AHEAD - 1, False
    for at, day in enumerate(days):
        if at and quiet[at - 1] and sign in days[at - 1].signs:
            named = at - 1
        could_begin = at > 0 and quiet[at - 1]
        if not (quiet[at] or (could_begin and began[at])):
            near += 1
            uncounted += began[at]
            follows = False
        elif not could_begin or not _knows(day, told[max(0, at - AHEAD) : at]):
            untold += 1
            uncounted += began[at]
        else:
            kind = after if at - named <= AHEAD else without
            stretches += kind is after and not follows
            follows = kind is after
            kind.count(began[at])
    return Sign(sign, after.weeks(), without.weeks(), stretches, near, untold, uncounted)


def _knows(day: Day, told: list[bool]) -> bool:
    """The same of a day with a flare and of one without: a flare must not make its own day count."""
    return day.answered and not day.stop and sum(told) >= FEWEST_TOLD


class _Tally:
    """Days of one kind on their way into weeks."""

    def __init__(self) -> None:
        self._days = self._weeks = self._flares = self._open = 0

    def count(self, flare: bool) -> None:
        """One day more; a flare ends its week."""
        self._days += 1
        self._open += 1
        self._flares += flare
        if flare or self._open == AHEAD:
            self._weeks += 1
            self._open = 0

    def weeks(self) -> Weeks:
        """The weeks so far."""
        return Weeks(self._weeks, self._flares, self._days)
