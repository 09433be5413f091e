"""Training logs that were damaged on their way: read with a full account, or refused."""

from __future__ import annotations

import pytest
import seeds_fitnotes
import seeds_hevy
import seeds_jefit
import seeds_liftosaur
import seeds_strong
import seeds_stronglifts
from hypothesis import given, settings
from mutating import mutated, never_crashes
from reading_files import read_data

SEEDS = tuple(
    seed
    for source in (seeds_fitnotes, seeds_hevy, seeds_jefit, seeds_liftosaur, seeds_strong, seeds_stronglifts)
    for seed in source.SEEDS
)


@pytest.mark.parametrize(("name", "data"), SEEDS, ids=[name for name, _ in SEEDS])
def test_a_whole_file_is_read_without_a_complaint(name: str, data: bytes) -> None:
    found = read_data(data, name, unit="kg")
    assert found.entries
    assert found.reported == ()


@settings(max_examples=60, deadline=None)
@given(mutated(SEEDS))
def test_no_damage_gets_past_the_door(damaged: tuple[str, bytes]) -> None:
    never_crashes(*damaged)
