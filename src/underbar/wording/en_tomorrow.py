"""Many answers of a morning that lead to the same plan, said in few words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

WORST_ACHE = 10


class Said(NamedTuple):
    """One possible morning."""

    ache: int
    short_sleep: bool
    painkiller: bool


def grouped(said: Iterable[Said], short: str, enough: str) -> list[str]:
    """A phrase for each run of aches that go with the same nights and painkillers.

    `short` and `enough`: words for a night that was too short, and for one that was not. All
    answers of one plan are given together.
    """
    conditions: dict[int, set[tuple[bool, bool]]] = {}
    for answer in said:
        conditions.setdefault(answer.ache, set()).add((answer.short_sleep, answer.painkiller))
    phrases = []
    said_of = {ache: _condition(pairs, short, enough) for ache, pairs in conditions.items()}
    for found, run in groupby(sorted(said_of), key=said_of.__getitem__):
        aches = list(run)
        for first, last in _runs(aches):
            ache = f"ache {first}" if first == last else f"ache {first} to {last}"
            if last == WORST_ACHE and first not in (0, WORST_ACHE):
                ache = f"ache {first} or more"
            if (first, last) == (0, WORST_ACHE):
                ache = "any ache"
            phrases.append(f"{ache}, {found}" if found else ache)
    return phrases


def _runs(aches: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for ache in aches:
        if runs and ache == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], ache)
        else:
            runs.append((ache, ache))
    return runs


def _condition(pairs: set[tuple[bool, bool]], short: str, enough: str) -> str:
    """What (short night, painkiller) pairs have in common; empty for all four."""
    names = {
        frozenset({(False, False)}): f"{enough}, no painkiller",
        frozenset({(True, False)}): f"{short}, no painkiller",
        frozenset({(False, True)}): f"{enough}, a painkiller",
        frozenset({(True, True)}): f"{short}, a painkiller",
        frozenset({(False, False), (True, False)}): "no painkiller",
        frozenset({(False, True), (True, True)}): "a painkiller",
        frozenset({(False, False), (False, True)}): enough,
        frozenset({(True, False), (True, True)}): short,
        frozenset({(True, False), (False, True), (True, True)}): f"{short}, or a painkiller",
        frozenset({(False, False), (True, False), (False, True), (True, True)}): "",
    }
    found = frozenset(pairs)
    if found in names:
        return names[found]
    return "; or ".join(names[frozenset({pair})] for pair in sorted(found))
