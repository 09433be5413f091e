"""METHOD 6: one raise at a time, since the morning could not say which of two it judged.

Lifts take turns, and nothing that decides a turn depends on an ache: a lift that has its turn and
does not rise lets it pass. So bad news for one lift never lets another rise, and none waits for ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Reason
from underbar.protocol.reasons import reason
from underbar.protocol.rules.schedule import due_on, reached
from underbar.protocol.state import State


def take_turns(n: Numbers, state: State, day: int, due: Iterable[str]) -> dict[str, Reason]:
    """The lifts of `due` whose turn it is not today, each with the lift that goes first; notes the turns.

    A lift has its turn where no other had one within the gap, and none that is due within it has
    waited longer. A lift without a session, or with its goal reached, takes none.
    """
    due = [lift for lift in due if lift in state.lifts and not reached(state, lift)]
    waiting: dict[str, Reason] = {}
    for lift in sorted(due, key=lambda name: state.last_turn.get(name, 0)):
        first = _before(n, state, day, lift, due)
        if first is None:
            state.last_turn = {**state.last_turn, lift: day}
        else:
            waiting[lift] = first
    return waiting


def _before(n: Numbers, state: State, day: int, lift: str, due: list[str]) -> Reason | None:
    for other, on in state.last_turn.items():
        if other != lift and day - on < n.raise_gap:
            return reason("one-raise-at-a-time", other, date.fromordinal(on))
    waited = state.last_turn.get(lift, 0)
    for ahead in range(day + 1, day + int(n.raise_gap)):
        for other in due_on(n, state, ahead):
            if other in due or other not in state.lifts or reached(state, other):
                continue
            if state.last_turn.get(other, 0) < waited:
                return reason("one-raise-at-a-time", other, date.fromordinal(ahead))
    return None
