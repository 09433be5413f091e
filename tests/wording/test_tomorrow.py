"""Many mornings in few words, and every morning in exactly one phrase."""

from __future__ import annotations

import pytest

from underbar.wording.en_tomorrow import Said, grouped

ALL = [(short, pill) for short in (False, True) for pill in (False, True)]


def mornings(aches: range, pairs: list[tuple[bool, bool]]) -> list[Said]:
    return [Said(ache, short, pill) for ache in aches for short, pill in pairs]


@pytest.mark.parametrize(
    ("said", "phrases"),
    [
        (mornings(range(11), ALL), ["any ache"]),
        (mornings(range(3, 11), ALL), ["ache 3 or more"]),
        (mornings(range(1), [(False, False)]), ["ache 0, long, no painkiller"]),
        (mornings(range(2), ALL[1:]), ["ache 0 to 1, short, or a painkiller"]),
        (mornings(range(2), [(True, False), (True, True)]), ["ache 0 to 1, short"]),
        (mornings(range(2), [(False, False), (True, False)]), ["ache 0 to 1, no painkiller"]),
        (mornings(range(10, 11), ALL), ["ache 10"]),
        (
            mornings(range(1), ALL[1:]) + mornings(range(1, 3), ALL),
            ["ache 0, short, or a painkiller", "ache 1 to 2"],
        ),
        (mornings(range(1), ALL) + mornings(range(4, 6), ALL), ["ache 0", "ache 4 to 5"]),
        (
            mornings(range(1), [(False, True), (True, False)]),
            ["ache 0, long, a painkiller; or short, no painkiller"],
        ),
    ],
)
def test_mornings_in_words(said: list[Said], phrases: list[str]) -> None:
    assert grouped(said, "short", "long") == phrases
