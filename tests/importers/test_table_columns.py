"""Tables of no known app: which they are, what their columns look like, and what is asked of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from asking_tables import asked_of, told
from seeds_any_table import SEEDS

from underbar.importers import Asked, NeedsColumns, piece_of, read
from underbar.importers.any_table.adapter import claims
from underbar.importers.any_table.shape import ROLES

NIGHTS, SETS = SEEDS[0][1], SEEDS[1][1]


@pytest.mark.parametrize(
    ("header", "cells", "guess"),
    [
        ("Day,Time asleep", ("2026-03-01,432", "2026-03-02,401"), ("date", "asleep-minutes")),
        ("Day,Sleep", ("2026-03-01,25920", "2026-03-02,24000"), ("date", "asleep-seconds")),
        ("Day,Sleep", ("2026/03/01,7h 12m", "2026/03/02,6:40"), ("date", "asleep-hours")),
        ("Day,Sleep score", ("2026-03-01,81", "2026-03-02,77"), ("date", "")),
        ("Day,Sleep", ("2026-03-01,good", "2026-03-02,bad"), ("date", "")),
        ("Jour,Durée du sommeil,FC repos", ("31/01/2026,7:30,52",), ("date", "asleep-hours", "pulse")),
        ("Fecha,Sueño,Peso kg", ("2026-01-31,7.5,80",), ("date", "asleep-hours", "weight-kg")),
        ("Day,Weight", ("2026-03-01,180", "2026-03-02,181"), ("date", "")),
        ("Day,Weight (lbs)", ("2026-03-01,180", "2026-03-02,181"), ("date", "weight-lb")),
        ("Day,Body weight lb,Exercise,Weight kg,Reps", ("1.3.2026,180,Squat,60,5",),
         ("date", "weight-lb", "exercise", "load-kg", "reps")),
        ("Day,Fell asleep,Woke up", ("2026-03-01,23:10,6:50",), ("date", "fell-asleep", "woke")),
        ("Day,Fell asleep,Woke up", ("2026-03-01,2026-02-28 23:10,2026-03-01 6:50",),
         ("date", "fell-asleep", "woke")),
        ("Day,Rest HR,Resting pulse", ("2026-03-01,50,51",), ("date", "pulse", "")),
        ("Day,Entered,HRV", ("2026-03-01,2026-03-02,51",), ("date", "", "hrv")),
    ],
)  # fmt: skip
def test_what_columns_look_like(header: str, cells: tuple[str, ...], guess: tuple[str, ...]) -> None:
    assert asked_of("\n".join([header, *cells]).encode()).guess == guess


def test_days_that_can_be_read_in_two_ways_are_the_lifters_to_say() -> None:
    data = b"Day,Sleep\n3/1/2026,7.5\n4/1/2026,8\n"
    assert asked_of(data).guess == ("", "asleep-hours")
    assert "two ways" in asked_of(data).sentence
    assert "two ways" not in asked_of(NIGHTS).sentence
    for said, days in (
        ("date", [date(2026, 1, 3), date(2026, 1, 4)]),
        ("date-month-first", [date(2026, 3, 1), date(2026, 4, 1)]),
    ):
        found = told(data, {"Day": said, "Sleep": "asleep-hours"})
        assert [entry.day for entry in found.entries] == days
    assert asked_of(b"Day,Sleep\n3/1/2026,7.5\n13/1/2026,8\n").guess[0] == "date"
    assert asked_of(b"Day,Sleep\n3/1/2026,7.5\n1/13/2026,8\n").guess[0] == "date-month-first"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"Day": "", "Sleep": "asleep-hours"}, "Say which column holds the day."),
        ({"Day": "date", "Sleep": ""}, "Say of one more column what it holds."),
        ({"Day": "date", "Sleep": "date-month-first"}, "Two columns are said to hold the same"),
        ({"Day": "date", "Sleep": "reps"}, "Sets need"),
        ({"Day": "date", "Sleep": "load-kg"}, "Sets need"),
        ({"Day": "date", "Sleep": "woke"}, "Say both"),
        ({"Day": "date", "Sleep": "steps"}, "not known here"),
    ],
)
def test_what_makes_no_sense_is_asked_again(said: dict[str, str], sentence: str) -> None:
    again = asked_of(b"Day,Sleep\n2026-03-01,7.5\n", columns=said)
    assert again.sentence.startswith(sentence) or sentence in again.sentence
    assert again.guess == tuple("" if role == "steps" else role for role in said.values())


def test_two_columns_of_one_name_cannot_be_told_apart() -> None:
    data = b"Day,Sleep,Sleep\n2026-03-01,7.5,8\n"
    assert "same name" in asked_of(data, columns={"Day": "date", "Sleep": "asleep-hours"}).sentence
    assert asked_of(data).guess == ("date", "asleep-hours", "")


def test_each_of_several_tables_is_asked_of_until_all_are_known() -> None:
    pieces = [piece_of(name, data) for name, data in SEEDS]
    said: dict[tuple[str, ...], Mapping[str, str]] = {}
    for _ in SEEDS:
        with pytest.raises(NeedsColumns) as caught:
            read(pieces, Asked(unit="lb", columns=said))
        asked = caught.value
        assert asked.header not in said
        said[asked.header] = dict(zip(asked.header, asked.guess, strict=True))
    (account,) = read(pieces, Asked(unit="lb", columns=said)).accounts
    assert (account.rows_used, account.nights, account.sets_stored) == (5, 3, 5)


@pytest.mark.parametrize(
    ("data", "claimed"),
    [
        (NIGHTS, True),
        (SETS, True),
        (b"name,city\nA,B\n", False),
        (b"Day\n2026-03-01\n", False),
        (b"2026-03-01,7.5\n2026-03-02,8\n", False),
        (b"a,b\n7.5,8\n", False),
        (b"Day,Sleep\n", False),
        (b'[{"day": "2026-03-01"}]', False),
        (b"\x00\x01", False),
        (b"", False),
    ],
)
def test_a_table_with_a_column_of_days_is_claimed(data: bytes, claimed: bool) -> None:
    assert claims(piece_of("x.csv", data)) is claimed


def test_every_role_can_be_said_in_a_word() -> None:
    words = [role for role, _ in ROLES]
    assert len(words) == len(set(words))
    assert all(word and len(word) <= 16 and "=" not in word for word in words)
