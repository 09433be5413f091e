"""Reading a diary from text: every entry, or every error with its line and column.

Most lines of a diary repeat earlier ones in all but their date and time. What follows those is
read once for each different text, and the immutable records are shared.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final, NamedTuple

from underbar.diary.notation_build import Wrong
from underbar.diary.notation_hints import shown, unexpected, unknown_kind, unreadable, what
from underbar.diary.notation_kinds import KINDS, LIFT, META, Field, Kind
from underbar.diary.notation_values import CLOCK, unquote
from underbar.diary.records import Entry, Record

FIRST_YEAR: Final = 1950
LAST_YEAR: Final = 2100
MOST_PROBLEMS: Final = 1000
LONGEST_LINE: Final = 10_000

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCKLIKE = re.compile(r"[0-9]{1,2}:[0-9]{1,2}")
_WORD = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[^\s";]+|;.*')


class Problem(NamedTuple):
    """Why a line can't be read. `line` and `column` count from 1, columns in characters."""

    line: int
    column: int
    message: str


class Parsed(NamedTuple):
    """The entries in the order of the text, or all problems and then no entries."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


class _Body(NamedTuple):
    """What a line says after its date and time, in the order of Entry's fields after `time`."""

    record: Record
    rest: tuple[str | None, str | None, str | None, str | None, str | None]


_Wrongs = list[tuple[int, str]]
"""Errors of a line: the word at fault, counted from 0, and a sentence."""


def parse(text: str) -> Parsed:
    """The entries of a diary's text. Where there is any problem no entry counts.

    At most MOST_PROBLEMS problems are kept; the last then says that more follow.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    days: dict[str, date] = {}
    bodies: dict[str, _Body] = {}
    under: date | None = None
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        day = days.get(line[:10])
        if day is not None and line[10:11] == " ":
            minutes = CLOCK.get(line[11:16]) if line[16:17] == " " else None
            body = bodies.get(line[11:] if minutes is None else line[17:])
            if body is not None:
                under = None
                entries.append(Entry(day, body.record, minutes, *body.rest))
                continue
        if not line or line.isspace():
            continue
        if len(problems) >= MOST_PROBLEMS:
            problems.append(Problem(number, 1, f"only the first {MOST_PROBLEMS} errors are shown"))
            break
        reader = _Line(number, line, under)
        reader.read(days, bodies, entries)
        problems += reader.problems
        under = reader.under
    return Parsed((), tuple(problems)) if problems else Parsed(tuple(entries), ())


def parse_bytes(data: bytes) -> Parsed:
    """The entries of a diary file's bytes, which are UTF-8 text with or without a byte order mark.

    Anything else is one problem.
    """
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        return _refused(line, "this is not a text file: a diary is plain text in UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _refused(line, f"byte 0x{data[error.start]:02x} is not UTF-8: save the diary as UTF-8 text")
    if not text.removeprefix("\ufeff").strip():
        return _refused(1, "the file is empty: expected lines such as 2026-03-05 checkin ache 0")
    return parse(text)


def _refused(line: int, message: str) -> Parsed:
    return Parsed((), (Problem(line, 1, message),))


class _Line:
    """One line that was not met before; `under` is the day of a date that stands alone above it."""

    def __init__(self, number: int, line: str, under: date | None) -> None:
        self.number = number
        self.line = line
        self.under = under
        self.problems: list[Problem] = []

    def read(self, days: dict[str, date], bodies: dict[str, _Body], entries: list[Entry]) -> None:
        """Add what the line says to the three, or to `problems`."""
        if len(self.line) > LONGEST_LINE:
            self._problem(0, f"the line is longer than {LONGEST_LINE} characters")
            return
        line = self.line.rstrip()
        start = len(line) - len(line.lstrip())
        if line[start] == ";":
            return
        written = line[start : start + 10]
        if _DATE.match(written) and (len(line) == start + 10 or line[start + 10] in "\xa0 \t;"):
            day = self._day(written, start, days)
            self.under = None
            start = self._skip(line, start + 10)
            if start == len(line) or line[start] == ";":
                self.under = day
                return
        elif start == 0:
            self._problem(0, f"expected a date such as 2026-03-05, found {shown(line.split()[0])}")
            return
        elif self.under is None:
            self._problem(start, "expected a date: an indented line belongs under a line with its date alone")
            return
        else:
            day = self.under
        minutes, start = self._time(line, start)
        body = self._body(line, start)
        if body is not None and day is not None and not self.problems:
            bodies[self.line[start:]] = body
            entries.append(Entry(day, body.record, minutes, *body.rest))

    def _problem(self, at: int, message: str) -> None:
        self.problems.append(Problem(self.number, at + 1, message))

    @staticmethod
    def _skip(line: str, at: int) -> int:
        return len(line) - len(line[at:].lstrip())

    def _day(self, written: str, at: int, days: dict[str, date]) -> date | None:
        try:
            day = date.fromisoformat(written)
        except ValueError:
            self._problem(at, f"{written} is not a day of the calendar")
            return None
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self._problem(at, f"expected a year from {FIRST_YEAR} to {LAST_YEAR}, found {written}")
            return None
        days[written] = day
        return day

    def _time(self, line: str, start: int) -> tuple[int | None, int]:
        word = line[start:].split(None, 1)[0]
        if not _CLOCKLIKE.fullmatch(word):
            return None, start
        if word not in CLOCK:
            self._problem(start, f"expected a time from 00:00 to 23:59 with two digits each, found {word}")
        return CLOCK.get(word), self._skip(line, start + len(word))

    def _body(self, line: str, start: int) -> _Body | None:
        text = line[start:]
        comment = None
        if '"' in text or ";" in text:
            words = _WORD.findall(text)
            if words and words[-1][0] == ";":
                comment = words.pop()[1:].strip() or None
        else:
            words = text.split()
        wrongs: _Wrongs = []
        body = _read(words, comment, wrongs)
        if wrongs:
            starts = [match.start() for match in _WORD.finditer(text)]
            for index, message in sorted(wrongs):
                self._problem(start + (starts[index] if index < len(starts) else len(text)), message)
        return body


def _read(words: list[str], comment: str | None, wrongs: _Wrongs) -> _Body | None:
    if not words:
        wrongs.append((0, "expected a kind of entry such as checkin after the time"))
        return None
    head = words[0]
    kind = LIFT if head[0] == '"' else KINDS.get(head)
    if kind is None:
        wrongs.append((0, unknown_kind(head, KINDS)))
        return None
    values, places = _fields(kind, words, wrongs)
    if kind.named:
        values["exercise"] = unquote(head) if head[0] == '"' else head
        if values["exercise"] is None:
            wrongs.append((0, unreadable(head, "expected the name of an exercise in quotes")))
    missing = [field for field in kind.fields if field.need and field.name not in values]
    if missing and not wrongs:
        wanted = " and ".join(map(what, missing))
        wrongs.append((0, f"{shown(head)} needs {wanted}"))
    if wrongs:
        return None
    source, written, id_, supersedes = (values.pop(field.name, None) for field in META)
    try:
        return _Body(kind.build(**values), (source, written, id_, supersedes, comment))
    except Wrong as wrong:
        wrongs.append((places.get(wrong.name, 0), str(wrong)))
        return None


def _fields(kind: Kind, words: list[str], wrongs: _Wrongs) -> tuple[dict[str, Any], dict[str, int]]:
    """The fields of a line by name, and the place of each."""
    values: dict[str, Any] = {}
    places: dict[str, int] = {}
    index = 1
    while index < len(words):
        place, word = index, words[index]
        index += 1
        value: Any = True
        field = kind.words.get(word)
        if field is None:
            field, value = _bare(kind, word, values)
            if field is None:
                message, near = unexpected(kind, word, values)
                wrongs.append((place, message))
                misspelt = kind.words.get(near) if near else None
                if misspelt is None:
                    _stand_in(kind, values)
                elif misspelt.value and index < len(words) and words[index] not in kind.words:
                    index += 1  # its value, which has no fault of its own
                continue
        elif field.value is not None:
            key = None
            if field.key is not None:
                key = field.key.read(words[index]) if index < len(words) else None
                index += key is not None
            if index == len(words):
                wrongs.append((index, f"expected {field.value.what} after {words[index - 1]}"))
                break
            value = field.value.read(words[index])
            if value is None:
                known = field.value.words + (field.key.words if field.key else ())
                expected = f"{word}: expected {field.value.what}"
                wrongs.append((index, unreadable(words[index], expected, known)))
                index += words[index] not in kind.words
                if field.key is not None and index < len(words):
                    index += field.value.read(words[index]) is not None
                if not field.many:
                    values.setdefault(field.name, None)
                continue
            index += 1
            if field.key is not None:
                value = (key or "", value)
        if field.many:
            values[field.name] = (*values.get(field.name, ()), value)
        elif field.name in values:
            wrongs.append((place, f"{word} is given twice"))
        else:
            values[field.name] = value
        places[field.name] = place
    return values, places


def _stand_in(kind: Kind, values: dict[str, Any]) -> None:
    """Let a word that can't be read count as the next needed one, so that it is one error and not two."""
    missing = [field.name for field, _ in kind.bare if field.need and field.name not in values]
    if missing and not kind.named:
        values[missing[0]] = None


def _bare(kind: Kind, word: str, values: dict[str, Any]) -> tuple[Field | None, Any]:
    for field, codec in kind.bare:
        if field.many or field.name not in values:
            value = codec.read(word)
            if value is not None:
                return field, value
    return None, None
