"""Whose diary a request works on."""

from __future__ import annotations

import pytest
from people import Person

from underbar.services.database import NobodyActs, acting_for
from underbar.services.history import entry_count


def test_each_account_has_a_diary_of_its_own(lifter: Person, stranger: Person) -> None:
    assert lifter.diary != stranger.diary
    with acting_for(lifter.diary):
        assert entry_count() > 100
    with acting_for(stranger.diary):
        assert entry_count() == 0


def test_nobody_has_no_diary(lifter: Person) -> None:
    with pytest.raises(NobodyActs):
        entry_count()
