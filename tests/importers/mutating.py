"""Examples of exports, damaged in every way that fuzzers know, and what must hold of the result."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import strategies as st

from underbar.importers import Asked, Imported, ImportRefused, piece_of, read

Seeds = Sequence[tuple[str, bytes]]

_HOSTILE = (
    b"\0", b'"', b"'", b",", b";", b"\t", b"\n", b"\r\n", b"\\", b"{", b"}", b"[", b"]", b"<", b">", b"&",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xc3", b"PK\x03\x04", b"-", b"-1", b"0", b"1e309",
    b"NaN", b"9" * 30, b"9" * 400, b"2024-02-30", b"0001-01-01T00:00:00Z", b"9999-12-31 23:59:59", b"null",
    b"true", b"[" * 200, b'""', b"&a;", b"%s", b"\xd9\xa3",
)  # fmt: skip


def mutated(seeds: Seeds) -> st.SearchStrategy[tuple[str, bytes]]:
    """A name and bytes: a seed after up to four changes, which mostly spare the first line."""

    def damaged(seed: tuple[str, bytes], whole: bool, changes: Sequence[_Change]) -> tuple[str, bytes]:
        name, data = seed
        kept = 0 if whole else data.find(b"\n") + 1
        return name, data[:kept] + _changed(data[kept:], changes)

    spared = st.sampled_from((True, False, False, False))
    return st.builds(damaged, st.sampled_from(seeds), spared, st.lists(_change(seeds), max_size=4))


def damaged_by_chance(seeds: Seeds, number: int) -> tuple[str, bytes]:
    """As `mutated`, many times faster and never made small: the same number gives the same bytes."""
    chance = Random(number)
    name, data = chance.choice(seeds)
    kept = data.find(b"\n") + 1 if chance.random() < 0.75 else 0
    changes = [
        (chance.choice(_WAYS), chance.random(), chance.random(), _part_by_chance(seeds, chance))
        for _ in range(chance.randrange(1, 5))
    ]
    return name, data[:kept] + _changed(data[kept:], changes)


def never_crashes(name: str, data: bytes) -> None:
    """Bytes are refused with a sentence or read with a full account; nothing else comes out of the door."""
    accounts: Sequence[Imported] = ()
    said = "."
    try:
        accounts = read([piece_of(name, data)], Asked(unit="kg")).accounts
    except ImportRefused as error:
        said = error.sentence
    assert said.endswith(".")
    for account in accounts:
        skipped = sum(count for _, count in account.skipped)
        assert account.rows_read == account.rows_used + skipped + len(account.reported)
        ids = [entry.id for entry in account.entries]
        assert len(ids) == len(set(ids))


_Change = tuple[str, float, float, bytes]
_WAYS = ("replace", "replace", "replace", "put", "double", "flip", "cut", "end")


def _change(seeds: Seeds) -> st.SearchStrategy[_Change]:
    """What is done, from where to where (0 to 1 of the file), and with which bytes."""
    where = st.integers(0, 4096).map(lambda place: place / 4096)
    part = st.one_of(
        st.sampled_from(_HOSTILE),
        st.binary(min_size=1, max_size=4),
        st.builds(_between, st.sampled_from([data for _, data in seeds]), where, where),
    )
    return st.tuples(st.sampled_from(_WAYS), where, where, part)


def _part_by_chance(seeds: Seeds, chance: Random) -> bytes:
    way = chance.random()
    if way < 0.5:
        return chance.choice(_HOSTILE)
    if way < 0.7:
        return chance.randbytes(chance.randrange(1, 5))
    return _between(chance.choice(seeds)[1], chance.random(), chance.random())


def _changed(data: bytes, changes: Sequence[_Change]) -> bytes:
    for how, one, other, part in changes:
        start, end = sorted((round(one * len(data)), round(other * len(data))))
        if how == "flip" and start < len(data):
            data = data[:start] + bytes([data[start] ^ part[0] if part else 0]) + data[start + 1 :]
        elif how == "cut":
            data = data[:start] + data[end:]
        elif how == "end":
            data = data[:start]
        elif how == "double":
            data = data[:end] + data[start:]
        elif how == "put":
            data = data[:start] + part + data[start:]
        elif how == "replace":
            cell = _cell_at(data, start)
            data = data[: cell[0]] + part + data[cell[1] :]
    return data


def _between(data: bytes, one: float, other: float) -> bytes:
    start, end = sorted((round(one * len(data)), round(other * len(data))))
    return data[start:end]


def _cell_at(data: bytes, place: int) -> tuple[int, int]:
    """From where to where the cell or value of that place goes."""
    ends = b',;\t\n":<>{}[]'
    start, end = place, place
    while start > 0 and data[start - 1] not in ends:
        start -= 1
    while end < len(data) and data[end] not in ends:
        end += 1
    return start, end
