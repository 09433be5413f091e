"""The engine's fold over the stored diary, picked up at the latest checkpoint.

A checkpoint is kept every four weeks, and one of the day before the newest plan: today's plan
advances by a day or two however long the diary is, a plan of any past day by four weeks at most.
"""

from __future__ import annotations

import hmac
import pickle
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

import underbar
from underbar.diary.diary import Diary
from underbar.diary.records import Entry
from underbar.protocol import engine
from underbar.protocol.document import Protocol
from underbar.protocol.limits import ParameterError
from underbar.protocol.plan import Plan
from underbar.protocol.state import State
from underbar.services.database import open_database
from underbar.services.errors import NoDiary, RuleFailure
from underbar.store import entries, plans

EVERY: Final = 28
"""Days from one kept checkpoint to the next."""

ONE_DAY: Final = timedelta(days=1)
_SIGNATURE = sha256().digest_size
_DECIDES: Final = ("quantities.py", "diary", "protocol")
"""Code that has a part in a state; a change of any of it makes every checkpoint another's."""


class Folded(NamedTuple):
    """The state after a day, and that day's plan."""

    state: State
    plan: Plan


def fold_to(owner: int, protocol: Protocol, day: date) -> Folded:
    """The fold from the diary's first day to `day`, both included; call it inside a transaction.

    A day before the first entry is planned as the first of an empty diary. Raises NoDiary where
    there is no entry at all, RuleFailure where a rule failed.
    """
    ends = entries.days(owner)
    if ends is None:
        raise NoDiary("The diary is empty. Begin with: underbar add, or underbar import.")
    key = _key(protocol.digest)
    found = _checkpoint(owner, key, day - ONE_DAY)
    # Where the first entries were removed the fold begins on days without any: they leave no trace.
    state, at = found if found else (engine.start(), min(ends[0], day))
    diary = standing_between(owner, at, day)
    began = at
    while at < day:
        state, _ = _advance(protocol, state, at, diary)
        if at.toordinal() % EVERY == 0:
            plans.keep_checkpoint(owner, key, at, _sealed(key, at, state))
        at += ONE_DAY
    if began < day:
        _keep_newest(owner, key, day - ONE_DAY, state)
    return Folded(*_advance(protocol, state, day, diary))


def each_plan(owner: int, protocol: Protocol, last: date | None) -> Iterator[Plan]:
    """Every plan from the first entry's day to `last`, with nothing read from or kept in checkpoints.

    `last` None: the day after the last entry's.
    """
    try:
        yield from engine.replay(protocol, Diary.of(entries.between(owner)), last)
    except (engine.RuleFailed, ParameterError) as error:
        raise failure(error) from error


def plans_between(owner: int, protocol: Protocol, first: date, last: date, diary: Diary) -> Iterator[Plan]:
    """The plans from `first` to `last`, both included, picked up at the checkpoint before; as `fold_to`.

    `diary` has the days after `first`.
    """
    state, plan = fold_to(owner, protocol, first)
    yield plan
    for away in range(1, (last - first).days + 1):
        state, plan = _advance(protocol, state, first + timedelta(away), diary)
        yield plan


def advance_once(protocol: Protocol, state: State, day: date, found: Diary) -> Plan:
    """The plan of one more day after `state`, for answers that are not in the diary."""
    return _advance(protocol, state, day, found)[1]


def _advance(protocol: Protocol, state: State, day: date, diary: Diary) -> tuple[State, Plan]:
    try:
        return engine.advance(protocol, state, day, diary.day_entries(day), diary.superseded)
    except (engine.RuleFailed, ParameterError) as error:
        raise failure(error) from error


def failure(error: engine.RuleFailed | ParameterError) -> RuleFailure:
    """What a fold that stopped says to the lifter."""
    if isinstance(error, ParameterError):
        return RuleFailure(
            f"This method does not take the parameter {error.parameter} {error.value} of the diary "
            f"({error.why}). Set it anew: underbar param set {error.parameter} VALUE."
        )
    return RuleFailure(f"A rule failed, so there is no plan for that day or any later one. {error}")


def standing_between(owner: int, first: date, last: date) -> Diary:
    """The days from `first` to `last` as the whole diary has them, after voids and corrections.

    Corrections and voids stand on any day, so those that aim at an entry of these days are read too.
    """
    return Diary.of(all_between(owner, first, last))


def all_between(owner: int, first: date, last: date) -> list[Entry]:
    """Every entry of the days, and those of any day that void or correct one of them."""
    found = entries.between(owner, first, last)
    ids = {entry.id for entry in found if entry.id is not None}
    return [*found, *(entry for entry in entries.aiming_at(owner, ids) if entry.id not in ids)]


def _checkpoint(owner: int, key: str, until: date) -> tuple[State, date] | None:
    """The latest state that can be trusted, and the first day that it has not seen."""
    found = plans.newest_checkpoint(owner, key, until)
    if found is None:
        plans.drop_checkpoints_of_others(owner, key)
        return None
    day, sealed = found
    if not hmac.compare_digest(sealed[:_SIGNATURE], _signature(key, day, sealed[_SIGNATURE:])):
        plans.drop_checkpoints(owner, date.min)
        return None
    state: State = pickle.loads(sealed[_SIGNATURE:])  # noqa: S301 - its signature has just been checked
    return state, day + ONE_DAY


def _keep_newest(owner: int, key: str, day: date, state: State) -> None:
    """Keep the state before the newest plan, in place of the one kept for that before."""
    kept = plans.last_checkpoint_day(owner, key)
    if kept is not None and kept >= day:
        return
    if kept is not None and kept.toordinal() % EVERY:
        plans.drop_checkpoint(owner, key, kept)
    plans.keep_checkpoint(owner, key, day, _sealed(key, day, state))


def _sealed(key: str, day: date, state: State) -> bytes:
    pickled = pickle.dumps(state, protocol=5)
    return _signature(key, day, pickled) + pickled


def _signature(key: str, day: date, pickled: bytes) -> bytes:
    """Reading a pickle can run code, so a database from somewhere else must not bring one along."""
    message = f"{key} {day.isoformat()} ".encode() + pickled
    return hmac.digest(open_database().secret_key.encode(), message, "sha256")


@cache
def _key(document: str) -> str:
    """What a state depends on besides the diary: the document and the code that read it."""
    digest = sha256(document.encode())
    root = Path(underbar.__file__).parent
    for name in _DECIDES:
        for file in sorted([root / name] if name.endswith(".py") else (root / name).rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()
