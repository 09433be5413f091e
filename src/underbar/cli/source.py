"""Diary files: their bytes, their entries, and which day is meant."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

from underbar.cli.options import UsageError

if TYPE_CHECKING:
    from underbar.diary.diary import Diary
    from underbar.diary.records import Entry, Param
    from underbar.protocol.document import Protocol

LARGEST = 64 * 1024 * 1024
"""Bytes. Twenty years of five entries a day are 3 MB: a larger file is something else."""
FIRST_YEAR, LAST_YEAR = 1950, 2100


class DiaryError(Exception):
    """The file is not a diary that can be planned from: one message a problem."""

    def __init__(self, *messages: str) -> None:
        super().__init__(*messages)
        self.messages = messages


def load_bytes(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises UsageError where it cannot be read, DiaryError where it is too large to be a diary.
    """
    try:
        if name == "-":
            if sys.stdin is None:
                raise UsageError("standard input is closed")
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with open(name, "rb") as file:
                data = file.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(f"{name}: {error.strerror or error}") from error
    except ValueError as error:  # a NUL character in the name
        raise UsageError(f"{name!r}: {error}") from error
    if len(data) > LARGEST:
        raise DiaryError(f"{name}: larger than {LARGEST // 1024 // 1024} MB: this is not a diary")
    return data


def parse_text(name: str, data: bytes) -> tuple[Entry, ...]:
    """The entries of a well-formed text; raises DiaryError with every problem of it."""
    from underbar.diary.notation import parse_bytes

    parsed = parse_bytes(data)
    if parsed.problems:
        raise DiaryError(*(f"{name}:{p.line}:{p.column}: {p.message}" for p in parsed.problems))
    return parsed.entries


def load_protocol(name: str | None) -> Protocol:
    """The method that plans are made by: the packaged document, or the fork in a file.

    Raises UsageError where the file cannot be read, DiaryError where it is no protocol document.
    """
    from underbar.protocol import document

    if name is None:
        return document.load()
    try:
        return document.parse(load_bytes(name).decode())
    except UnicodeDecodeError as error:
        raise DiaryError(f"{name}: not a text in UTF-8") from error
    except document.ProtocolError as error:
        raise DiaryError(f"{name}: {error}") from error


def parse_diary(name: str, data: bytes, protocol: Protocol | None = None) -> tuple[Entry, ...]:
    """The entries that can be planned from: well formed, their parameters within the method's limits."""
    entries = parse_text(name, data)
    refused = _refused_parameters(data, entries, protocol or load_protocol(None))
    if refused:
        raise DiaryError(*(f"{name}:{message}" for message in refused))
    return entries


def _refused_parameters(data: bytes, entries: tuple[Entry, ...], protocol: Protocol) -> list[str]:
    """Why parameters that the diary sets cannot be set so, each with its line and column."""
    from underbar.diary.records import Param

    found = [entry.record for entry in entries if isinstance(entry.record, Param)]
    if not found:
        return []
    from underbar.protocol.limits import ParameterError, accept, find

    parameters = protocol.parameters
    refused = []
    for record in dict.fromkeys(found):
        try:
            accept(find(parameters, record.name, record.value), record.value)
        except ParameterError as error:
            refused += [f"{line}:{column}: {error}" for line, column in _places(data, record)]
    return refused


def _places(data: bytes, record: Param) -> list[tuple[int, int]]:
    """Line and column of every name of a parameter that the text sets so; an entry knows neither."""
    import re

    words = re.compile(rf"\bparam\s+({re.escape(record.name)})\s+{re.escape(record.value)}(?!\S)")
    lines = data.decode().split("\n")
    return [
        (number, match.start(1) + 1) for number, line in enumerate(lines, 1) if (match := words.search(line))
    ]


def default_day(diary: Diary) -> date:
    """The day after the last entry's, or the last day where it has a check-in and no sets yet."""
    from underbar.diary.records import Checkin, Lift

    last = diary.last_day
    if last is None:
        raise UsageError("the diary is empty: say which day with --day YYYY-MM-DD")
    kinds = {type(entry.record) for entry in diary.day_entries(last)}
    if Checkin in kinds and Lift not in kinds:
        return last
    return last + timedelta(days=1)


def read_day(text: str) -> date:
    """A day as YYYY-MM-DD, from 1950 to 2100; raises UsageError."""
    try:
        day = date.fromisoformat(text) if len(text) == len("YYYY-MM-DD") and text.isascii() else None
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UsageError(f"--day {text}: expected a date like 2026-03-05, from {FIRST_YEAR} to {LAST_YEAR}")
    return day
