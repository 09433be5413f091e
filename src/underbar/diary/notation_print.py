"""Printing an entry in the one way that NOTATION.md's words can be ordered."""

from __future__ import annotations

from datetime import date
from typing import Any

from underbar.diary.notation_kinds import KINDS, LIFT, META, Field, word_of
from underbar.diary.notation_values import clock, one_line, quote
from underbar.diary.records import Entry, Lift, Record
from underbar.diary.vocabulary import LIFTS


def format_record(record: Record) -> str:
    """A record as a line says it after its date and time."""
    word = word_of(record)
    kind = LIFT if isinstance(record, Lift) else KINDS[word]
    words = [quote(word) if isinstance(record, Lift) and word not in LIFTS else word]
    parts = kind.parts(record) if kind.parts is not None else {}
    for field in kind.fields:
        value = parts[field.name] if field.name in parts else getattr(record, field.name, None)
        if field.many:
            for item in value or ():
                words += _words(field, item)
        elif value is not None and (value is not False or field.value is not None):
            words += _words(field, value)
    return " ".join(words)


def _words(field: Field, value: Any) -> list[str]:
    words = [field.word] if field.word else []
    if field.key is not None:
        key, value = value
        words += [field.key.show(key)] if key else []
    if field.value is not None:
        words.append(field.value.show(value))
    return words


def format_line(day: date, time: int | None, record: Record) -> str:
    """The facts of an entry alone: day, time and record, without comment, source or ids."""
    at = "" if time is None else f" {clock(time)}"
    return f"{day.isoformat()}{at} {format_record(record)}"


def format_entry(entry: Entry, full: bool = False) -> str:
    """An entry as one line, without line break.

    Plain: day, time, facts, comment, as a person reads it. `full` adds source, time of writing
    and ids. Reading the full line gives an equal entry, if the entry's values are such as the
    notation allows (weights and other numbers to six decimals, a comment on one line).
    """
    line = format_line(entry.day, entry.time, entry.record)
    if full:
        for field in META:
            value = getattr(entry, field.name)
            if value is not None and field.value is not None:
                line += f" {field.word} {field.value.show(value)}"
    comment = one_line(entry.comment) if entry.comment else ""
    return f"{line} ; {comment}" if comment else line
