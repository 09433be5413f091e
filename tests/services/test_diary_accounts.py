"""Accounts have diaries of their own, tokens open one, and a deleted diary is gone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from underbar.services import accounts
from underbar.services.database import acting_for
from underbar.services.diary_log import add_lines
from underbar.services.errors import ServiceError
from underbar.services.exporting import export
from underbar.services.planning import plan_today
from underbar.settings import Settings

AT = datetime(2026, 3, 5, 12, tzinfo=UTC)


def test_the_first_account_takes_the_diary_of_the_command_line_and_the_second_its_own(
    database: Settings,
) -> None:
    add_lines("walk 20min", AT)
    first, second = accounts.diary_of(7), accounts.diary_of(8)
    assert accounts.diary_of(7) == first != second
    with acting_for(first):
        assert "walk 20min" in export()
    with acting_for(second):
        assert export() == ""


def test_a_token_opens_its_diary_until_it_is_revoked(database: Settings) -> None:
    mine, other = accounts.diary_of(7), accounts.diary_of(8)
    with acting_for(mine):
        made = accounts.make_token(" phone ", AT)
        assert [(device.name, device.used) for device in accounts.list_tokens()] == [("phone", "")]
    assert accounts.diary_of_token(made.secret, AT) == mine
    assert accounts.diary_of_token(made.secret + "x", AT) is None
    with acting_for(mine):
        assert accounts.list_tokens()[0].used == "2026-03-05"
    with acting_for(other):
        assert accounts.list_tokens() == ()
        with pytest.raises(ServiceError):
            accounts.revoke_token(made.number)
    with acting_for(mine):
        accounts.revoke_token(made.number)
    assert accounts.diary_of_token(made.secret, AT) is None


def test_the_secret_of_a_token_is_nowhere_in_the_database(database: Settings) -> None:
    with acting_for(accounts.diary_of(7)):
        made = accounts.make_token("phone", AT)
    with closing(sqlite3.connect(database.database)) as found:
        assert made.secret not in "\n".join(found.iterdump())
        assert "phone" in "\n".join(found.iterdump())


@pytest.mark.parametrize("name", ["", "  ", "x" * 101])
def test_a_device_needs_a_name(database: Settings, name: str) -> None:
    with acting_for(accounts.diary_of(7)), pytest.raises(ServiceError, match="name"):
        accounts.make_token(name, AT)


def test_a_deleted_diary_leaves_no_row_and_the_other_one_whole(database: Settings) -> None:
    mine, other = accounts.diary_of(7), accounts.diary_of(8)
    for owner, word in ((mine, "mine"), (other, "other")):
        with acting_for(owner):
            add_lines(f'note "{word}"', AT)
            plan_today(AT)
            accounts.make_token(word, AT)
    with acting_for(mine):
        accounts.delete_diary()
    with closing(sqlite3.connect(database.database)) as found:
        tables = [
            name
            for (name,) in found.execute(
                "SELECT name FROM sqlite_master WHERE name LIKE 'store_%' AND type = 'table'"
            )
        ]
        assert len(tables) > 5
        for table in tables:
            columns = [row[1] for row in found.execute(f"PRAGMA table_info({table})")]
            key = "id" if table == "store_lifter" else "owner_id"
            assert key in columns
            assert found.execute(f"SELECT count(*) FROM {table} WHERE {key} = ?", [mine]).fetchone() == (0,)
    with acting_for(other):
        assert 'note "other"' in export()
