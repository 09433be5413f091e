"""A diary folded day by day with every state kept, so that a changed day is folded again from there alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from underbar.diary.diary import Diary
from underbar.diary.records import Entry
from underbar.protocol.document import load
from underbar.protocol.engine import RuleFailed, advance, start
from underbar.protocol.plan import Plan
from underbar.protocol.state import State

Day = tuple[Entry, ...]
PROTOCOL = load()
ONE = timedelta(days=1)


class Failure(NamedTuple):
    """A property that did not hold: its number, the day, what was seen, and which change showed it."""

    prop: int
    day: date
    what: str
    change: str = ""


class Counter:
    """Planned days since the start of the process: one a call of `advance`."""

    days = 0


def planned(
    state: State, day: date, entries: Day, superseded: frozenset[str] = frozenset()
) -> tuple[State, Plan]:
    """`advance` of the packaged document, counted."""
    Counter.days += 1
    return advance(PROTOCOL, state, day, entries, superseded)


class Folded:
    """Days from `first` on: the entries, the state before, and the plan of each.

    `error` says what a rule raised and on which day; the fold ends before that day then. `plausible`:
    all weights are such as plates make.
    """

    def __init__(self, first: date, superseded: frozenset[str] = frozenset()) -> None:
        self.first = first
        self.superseded = superseded
        self.days: list[Day] = []
        self.states: list[State] = [start()]
        self.plans: list[Plan] = []
        self.error: Failure | None = None
        self.plausible = False

    def day(self, index: int) -> date:
        """The calendar day of an index."""
        return self.first + timedelta(days=index)

    def add(self, entries: Day) -> None:
        """Fold one more day."""
        state, plan = planned(self.states[-1], self.day(len(self.days)), entries, self.superseded)
        self.keep(entries, state, plan)

    def keep(self, entries: Day, state: State, plan: Plan) -> None:
        """Take a day that is already folded."""
        self.days.append(entries)
        self.states.append(state)
        self.plans.append(plan)

    def entries(self) -> list[Entry]:
        """All entries in their order."""
        return [entry for day in self.days for entry in day]

    def again(self, changed: Mapping[int, Day], upto: int) -> list[Plan]:
        """Plans of the first changed day to `upto`, both included, with the changed days' entries."""
        begin = min(changed)
        state, plans = self.states[begin], []
        for index in range(begin, upto + 1):
            entries = changed.get(index, self.days[index])
            state, plan = planned(state, self.day(index), entries, self.superseded)
            plans.append(plan)
        return plans


def fold(entries: Iterable[Entry], spare: int = 1) -> Folded:
    """The fold of a diary over its days and `spare` days after; the empty diary has one day."""
    diary = Diary.of(entries)
    first = diary.first_day or date(2026, 1, 5)
    last = (diary.last_day or first) + timedelta(days=spare)
    folded = Folded(first, diary.superseded)
    day = first
    while day <= last:
        try:
            folded.add(diary.day_entries(day))
        except RuleFailed as error:
            folded.error = Failure(6, day, f"a rule raised: {error}")
            break
        day += ONE
    return folded
