"""Each property of METHOD 15 fails when the engine is broken in its way: what can't fail proves nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import examined
import pace
import pytest
from changed import KINDS, worse
from folded import fold
from lifters import plausible

from underbar.diary import records as r
from underbar.protocol import engine
from underbar.protocol.plan import OtherPlan, Reason
from underbar.protocol.rules import day, loads, morningside, raising, screens, zone
from underbar.protocol.state import Morning, State

Patch = pytest.MonkeyPatch
SEEDS = range(60)


def always_go(patch: Patch) -> None:
    """The zone is go whatever the mornings say."""
    went = zone.judge

    def judge(*args: Any) -> zone.Judgement:
        return went(*args)._replace(zone="go", clean=True)

    patch.setattr(loads, "judge", judge)


def no_ceiling(patch: Patch) -> None:
    real = raising.ceiling
    patch.setattr(raising, "ceiling", lambda *args: real(*args)._replace(limit=10_000.0))
    steps = loads.limits.step_of
    patch.setattr(loads.limits, "step_of", lambda *args: 3 * steps(*args))


def no_lock(patch: Patch) -> None:
    patch.setattr(screens, "lock", lambda state: None)


def masks_are_welcome(patch: Patch) -> None:
    """A masked morning is read as an unmasked one without ache."""
    real = engine.signals.read_morning

    def read(*args: Any) -> Morning:
        morning = real(*args)
        return (
            morning._replace(ache=0, masked=False, credible=True, late=False) if morning.masked else morning
        )

    patch.setattr(engine.signals, "read_morning", read)


def missing_is_quiet(patch: Patch) -> None:
    """No check-in is read as a quiet one."""
    real = engine.signals.read_morning

    def read(*args: Any) -> Morning:
        morning = real(*args)
        return morning if morning.present else morning._replace(ache=0, present=True, credible=True)

    patch.setattr(engine.signals, "read_morning", read)


def nothing_else(patch: Patch) -> None:
    def other(*args: Any) -> tuple[OtherPlan, ...]:
        return ()

    patch.setattr(day, "_other", other)


def calendar(patch: Patch) -> None:
    """A rule that knows the date: no lift in the second half of a 400-day cycle."""
    real = morningside.due_on
    patch.setattr(morningside, "due_on", lambda n, state, on: real(n, state, on) if on % 400 < 200 else ())


def unconverted(patch: Patch) -> None:
    """Weights written in the other unit are read as they stand."""
    patch.setattr("underbar.quantities.LB_PER_KG", 1.5)


def no_window(patch: Patch) -> None:
    patch.setattr(morningside, "windows_on", lambda *args: None)


def all_at_once(patch: Patch) -> None:
    """Nobody waits for a turn."""
    patch.setattr(morningside, "take_turns", lambda *args: {})


def forgetful(patch: Patch) -> None:
    """A rule that counts its calls."""
    calls, real = count(), day.guards
    patch.setattr(
        day, "guards", lambda *args: [*real(*args), Reason("ill", (("mornings_without", next(calls)),))]
    )


def changes_its_input(patch: Patch) -> None:
    """The state that was given grows a bar day."""
    real = State.copy

    def copy(self: State) -> State:
        made = real(self)
        self.loaded_days = (*self.loaded_days, 1)
        return made

    patch.setattr(State, "copy", copy)


FAULTS: list[tuple[int, Callable[[Patch], None]]] = [
    (1, always_go),
    (1, missing_is_quiet),
    (1, masks_are_welcome),
    (2, no_ceiling),
    (3, no_lock),
    (4, masks_are_welcome),
    (5, missing_is_quiet),
    (6, nothing_else),
    (7, calendar),
    (8, unconverted),
    (9, no_window),
    (10, all_at_once),
    (11, forgetful),
    (11, changes_its_input),
]


@pytest.mark.parametrize(("prop", "fault"), FAULTS, ids=lambda it: it if isinstance(it, int) else it.__name__)
def test_planted_faults_are_found(prop: int, fault: Callable[[Patch], None], monkeypatch: Patch) -> None:
    fault(monkeypatch)
    for seed in SEEDS:
        folded, entries = examined.diary_of(seed)
        if examined.check(prop, folded, entries, seed, 60):
            return
    pytest.fail(f"{fault.__name__} was not found by property {prop} in {len(SEEDS)} diaries")


def test_a_method_that_never_lets_anyone_on_is_found(monkeypatch: Patch) -> None:
    steps = loads.limits.step_of
    monkeypatch.setattr(loads.limits, "step_of", lambda *args: steps(*args) / 4)
    assert examined.paces(range(4))[0] < 4


def test_the_smallest_diary_that_fails_is_found(monkeypatch: Patch) -> None:
    """What `tools/prove.py --property 1 --seed N` prints: little of the diary is left, and it still fails."""
    always_go(monkeypatch)
    entries = next(
        folded.entries()
        for seed in range(0, 60, 2)
        if examined.check(1, folded := plausible(seed, 70), [], 0, 0)
    )
    small = examined.shrunk(entries, lambda fewer: bool(examined.check(1, fold(fewer), fewer, 0, 0)))
    assert len(small) < len(entries) / 4
    assert examined.check(1, fold(small), small, 0, 0)


def test_a_year_of_ones_every_morning_reaches_nothing() -> None:
    folded = pace.quiet_lifter(120, lambda index: 1)
    assert all(load <= 135.0 for _, load in pace.loads(folded))


def test_worse_entries_are_worse() -> None:
    when = pace.FIRST
    day_entries = (
        examined.Entry(when, r.Checkin(ache=1, sleep=27000), 400),
        examined.Entry(when, r.Lift("squat", (), pain=1)),
    )
    made = {kind: worse(day_entries, kind) for kind in KINDS}
    assert None not in made.values()
    assert made["ache"] is not None
    assert made["ache"][0].record == replace(day_entries[0].record, ache=2)
    assert worse((), "painkiller-entry") is None
