"""The full parser, for exports that the quick reader cannot vouch for.

The bytes before the root are not parsed: iOS 16 wrote a document type there that no parser takes, and
without one there are no entities to blow up. Characters that XML forbids are dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from xml.parsers import expat

from underbar.importers.apple_health.scan import LONGEST
from underbar.importers.apple_health.shape import DAMAGED, OTHERS, TRUNCATED, WANTED, Bytes, Raw, Seen
from underbar.importers.apple_health.tags import CONTROLS
from underbar.importers.imported import ImportRefused

_ROOT: Final = re.compile(rb"<HealthData(?=[ \t\r\n>/])")
_DEEPEST: Final = 100
_RETURN_TO_BLANK: Final = bytes.maketrans(b"\r", b" ")
"""Lines end with a line feed, here and wherever else they are counted."""


def records_in(blocks: Iterable[Bytes], seen: Seen) -> Iterator[tuple[int, Raw]]:
    """The wanted records with the line on which each begins; everything that is there is counted in `seen`.

    Raises ImportRefused where it is no XML, breaks off, or is nested or long as no export is.
    """
    reading = _Reading(seen)
    head: Bytes = b""
    fed = 0
    for block in blocks:
        if fed:
            data = block
        else:
            head = head + block
            root = _ROOT.search(head)
            if root is None:
                if len(head) > LONGEST:
                    break
                continue
            reading.line = head.count(b"\n", 0, root.start())
            data = head[root.start() :]
        data = data.translate(_RETURN_TO_BLANK, CONTROLS)
        fed += len(data)
        reading.feed(data)
        if fed - max(0, reading.parser.CurrentByteIndex) > 2 * LONGEST:
            raise ImportRefused(DAMAGED)
        yield from reading.taken()
    reading.finish()
    yield from reading.taken()


class _Reading:
    """The handlers of one parse. `line`: the lines before the first byte that is parsed."""

    def __init__(self, seen: Seen) -> None:
        self.line = 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._seen = seen
        self._depth = 0
        self._open: list[tuple[int, Raw | None]] = []
        self._taken: list[tuple[int, Raw]] = []

    def feed(self, data: Bytes) -> None:
        try:
            self.parser.Parse(data, False)
        except expat.ExpatError as error:
            raise ImportRefused(DAMAGED) from error

    def finish(self) -> None:
        try:
            self.parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise ImportRefused(TRUNCATED) from error

    def taken(self) -> list[tuple[int, Raw]]:
        """The records that were closed since the last call."""
        taken, self._taken = self._taken, []
        return taken

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ImportRefused(DAMAGED)
        if name == "Record":
            self._begin(attributes)
        elif name == "MetadataEntry" and self._open and attributes.get("key") == "HKTimeZone":
            line, raw = self._open[-1]
            if raw is not None:
                self._open[-1] = line, raw._replace(zone=attributes.get("value", ""))
        elif name == "Workout":
            self._seen.workouts[attributes.get("workoutActivityType", "")] += 1
            self._seen.check()
        elif name in OTHERS:
            self._seen.others[name] += 1

    def _begin(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("type", "")
        self._seen.records[kind] += 1
        self._seen.check()
        raw = None
        if kind in WANTED:
            names = ("type", "sourceName", "unit", "startDate", "endDate", "value")
            raw = Raw._make([*(attributes.get(each, "") for each in names), ""])
        self._open.append((self.line + self.parser.CurrentLineNumber, raw))

    def _end(self, name: str) -> None:
        self._depth -= 1
        if name == "Record":
            line, raw = self._open.pop()
            if raw is not None:
                self._taken.append((line, raw))
