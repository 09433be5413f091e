"""What is kept of a diary: asked once a revision, for one diary, and never of what was rolled back."""

from __future__ import annotations

from datetime import UTC, datetime

from underbar.services import accounts, kept
from underbar.services.database import acting_for, looking, unit_of_work
from underbar.services.diary_log import add_lines
from underbar.settings import Settings

AT = datetime(2026, 3, 5, 12, tzinfo=UTC)


class Counted:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def ask(make: Counted, what: str = "it") -> int:
    with looking() as owner:
        return kept.until_changed(owner, what, make)


def test_it_is_asked_once_until_the_diary_changes(database: Settings) -> None:
    make = Counted()
    assert [ask(make), ask(make)] == [1, 1]
    add_lines("walk 20min", AT)
    assert [ask(make), ask(make), ask(make, "another")] == [2, 2, 3]


def test_two_diaries_keep_apart(database: Settings) -> None:
    make = Counted()
    first, second = accounts.diary_of(1), accounts.diary_of(2)
    for owner, told in ((first, 1), (second, 2), (first, 1)):
        with acting_for(owner):
            assert ask(make) == told


def test_nothing_is_kept_of_a_transaction(database: Settings) -> None:
    make = Counted()
    with unit_of_work() as owner:
        assert kept.until_changed(owner, "it", make) == 1
    assert ask(make) == 2


def test_the_oldest_answers_of_a_diary_give_way(database: Settings) -> None:
    make = Counted()
    ask(make, "first")
    for number in range(kept.ANSWERS):
        ask(make, f"{number}")
    before = make.times
    ask(make, "first")
    assert make.times == before + 1


def test_the_diaries_asked_for_longest_ago_give_way(database: Settings) -> None:
    make = Counted()
    for user in range(kept.DIARIES + 1):
        with acting_for(accounts.diary_of(user + 1)):
            ask(make)
    asked = make.times
    with acting_for(accounts.diary_of(kept.DIARIES + 1)):
        ask(make)
    assert make.times == asked
    with acting_for(accounts.diary_of(1)):
        ask(make)
    assert make.times == asked + 1


def test_an_answer_that_took_longer_than_a_change_is_not_kept(database: Settings) -> None:
    def slow() -> int:
        add_lines("walk 20min", AT)
        ask(Counted(), "it")
        return 7

    with looking() as owner:
        assert kept.until_changed(owner, "it", slow) == 7
    assert ask(Counted(), "it") == 1
