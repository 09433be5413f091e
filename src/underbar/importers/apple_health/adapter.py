"""Whole exports of Apple Health to sleep, resting pulse, HRV and body weight.

Records of those four types are read, every other record and every workout is counted under its name; a
workout holds no sets. The quick reader does nearly all exports; what it cannot vouch for is read again by
the full parser, and both find the very same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from underbar.importers.apple_health import full, scan
from underbar.importers.apple_health.parser import understood
from underbar.importers.apple_health.shape import Raw, Seen
from underbar.importers.apple_health.stream import blocks_of, lines_of
from underbar.importers.apple_health.tags import NotVouched
from underbar.importers.found import Asked, Found, Slept
from underbar.importers.gathering import gather
from underbar.importers.imported import ImportRefused, Tally
from underbar.importers.members import Piece

_ROOT: Final = b"<HealthData"
_WIDE: Final = tuple(_ROOT.decode().encode(code) for code in ("utf-16-le", "utf-16-be"))
_ENCODING: Final = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([^\"']{0,40})")


def claims(piece: Piece) -> bool:
    """Whether Apple Health wrote a file: by its root, since its name is in the language of the phone."""
    return any(root in piece.head for root in (_ROOT, *_WIDE))


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:
    """Stretches of sleep and readings; the records of every other kind are counted, by kind."""
    found = Found()
    for piece in pieces:
        with tally.reading(piece.name):
            _refuse_encoding(piece)
            meter = _Meter(piece)
            try:
                mine = _account(scan.records_in(meter.blocks(), seen := Seen()), seen, asked, tally.file)
                places = [problem.line for problem in mine[1].reported]
                lines = lines_of(piece, places)
                mine[1].reported[:] = [
                    problem._replace(line=line)
                    for problem, line in zip(mine[1].reported, lines, strict=True)
                ]
            except NotVouched:
                mine = _account(full.records_in(meter.blocks(), seen := Seen()), seen, asked, tally.file)
            _add(*mine, found, tally)
    return found


class _Meter:
    """Tells how far the reading is, without going back where a file is read a second time."""

    def __init__(self, piece: Piece) -> None:
        self._piece = piece
        self._told = 0

    def blocks(self) -> Iterator[bytearray]:
        read = 0
        for block in blocks_of(self._piece):
            yield block
            read += len(block)
            if read > self._told:
                self._piece.advance(read - self._told)
                self._told = read


def _account(
    records: Iterator[tuple[int, Raw]], seen: Seen, asked: Asked, file: str
) -> tuple[Found, Tally]:
    """What one file holds, and its account."""
    found, tally = Found(), Tally(file=file)
    gather(records, lambda raw: understood(raw, asked), found, tally)
    found.slept = _joined(found.slept)
    unused = seen.unused()
    tally.rows += unused.total()
    tally.skipped += unused
    return found, tally


def _joined(slept: list[Slept]) -> list[Slept]:
    """The same sleep, stages that follow one another without a gap as one stretch.

    Ten years of a watch have 100,000 stages. The parser gives equal times as the same object.
    """
    joined: list[Slept] = []
    for one in slept:
        last = joined[-1] if joined else one
        if one.start is last.end and one.staged and last.staged and one.source == last.source:
            joined[-1] = Slept(one.source, last.start, one.end, last.asleep + one.asleep, None, True)
        else:
            joined.append(one)
    return joined


def _add(mine: Found, account: Tally, found: Found, tally: Tally) -> None:
    found.slept += mine.slept
    found.readings += mine.readings
    tally.rows += account.rows
    tally.used += account.used
    tally.skipped += account.skipped
    tally.reported += account.reported


def _refuse_encoding(piece: Piece) -> None:
    encoding = _ENCODING.match(piece.unmarked)
    named = encoding[1].decode("ascii", "replace").casefold() if encoding else "utf-8"
    if _ROOT not in piece.head or named not in ("utf-8", "utf8", "us-ascii", "ascii"):
        raise ImportRefused("The export is not in UTF-8, in which Apple Health writes it: export it again.")
