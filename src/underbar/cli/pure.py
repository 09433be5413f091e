"""check, plan, replay, format: a diary file in, text or JSON out; no database, settings or network.

Every import stands where it is needed: `underbar plan` answers in a few times the time that Python
itself takes to start, and each module costs some of it.
"""

from __future__ import annotations

import gc
import os
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

from underbar.cli.options import UsageError, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from underbar.diary.diary import Diary
    from underbar.diary.records import Entry
    from underbar.protocol.document import Protocol
    from underbar.protocol.engine import RuleFailed

OK, BAD_DIARY, WRONG_USAGE, RULE_FAILED = range(4)
LARGEST = 64 * 1024 * 1024
"""Bytes. Twenty years of five entries a day are 3 MB: a larger file is something else."""
FIRST_YEAR, LAST_YEAR = 1950, 2100

HELP = {
    "check": """\
Usage: underbar check FILE

All errors of a diary at once, each with line and column, or one line that says it is well formed.
FILE may be - for standard input. Needs no database.

  underbar check my.diary
  underbar export | underbar check -

Exit status: 0 well formed, 1 errors in the diary, 2 wrong usage.
""",
    "plan": """\
Usage: underbar plan FILE [--day YYYY-MM-DD] [--json]

The plan of one day with every reason. FILE may be - for standard input. Needs no database.

  --day DAY   which day; without it the day after the last entry, or the last day
              itself where it has a check-in and no sets yet
  --json      one JSON object (schema underbar.plan/1) instead of text

  underbar plan my.diary
  underbar plan my.diary --day 2026-03-05 --json

Exit status: 0 a plan, 1 errors in the diary, 2 wrong usage, 3 a rule failed (no recommendation).
""",
    "replay": """\
Usage: underbar replay FILE [--json]

One plan a day, from the first entry's day to the day after the last, as today's rules see it.
FILE may be - for standard input. Needs no database.

  --json      one JSON object (schema underbar.plan/1) a line instead of one line of text a day

  underbar replay my.diary | grep progress
  underbar replay my.diary --json > plans.jsonl

Exit status: 0 all planned, 1 errors in the diary, 2 wrong usage, 3 a rule failed.
""",
    "format": """\
Usage: underbar format FILE

The same diary, printed the one way. FILE may be - for standard input; the file is not changed.

  underbar format my.diary > tidy.diary

Exit status: 0 printed, 1 errors in the diary, 2 wrong usage.
""",
}
FLAGS = {"check": (), "plan": ("--json",), "replay": ("--json",), "format": ()}
VALUED = {"check": (), "plan": ("--day",), "replay": (), "format": ()}


class DiaryError(Exception):
    """The file is not a diary that can be planned from: one message a problem."""

    def __init__(self, *messages: str) -> None:
        super().__init__(*messages)
        self.messages = messages


def run(command: str, words: list[str]) -> int:
    """Runs one of the four commands; its exit status. Messages go to standard error."""
    if "--help" in words or "-h" in words:
        put(HELP[command])
        return OK
    # A diary is a tree of values without cycles, and the process ends with the answer.
    gc.disable()
    try:
        positional, values, given = read(words, FLAGS[command], VALUED[command])
        if len(positional) != 1:
            raise UsageError("give one FILE, or - for standard input")
        return _COMMANDS[command](positional[0], values, given)
    except UsageError as error:
        complain(f"underbar {command}: {error}\nTry: underbar {command} --help")
        return WRONG_USAGE
    except DiaryError as error:
        for message in error.messages:
            complain(message)
        return BAD_DIARY


def put(text: str) -> None:
    """Text for a person; what the terminal's encoding cannot show becomes a question mark."""
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))


def put_line(text: str) -> None:
    """One line of a document for programs: UTF-8 whatever the terminal."""
    sys.stdout.buffer.write(text.encode() + b"\n")


def complain(message: str) -> None:
    """A message on standard error."""
    print(message, file=sys.stderr)


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


def parse_diary(name: str, data: bytes) -> tuple[Entry, ...]:
    """The entries of a well-formed diary; raises DiaryError with every problem of the text."""
    from underbar.diary.notation import parse_bytes

    parsed = parse_bytes(data)
    if parsed.problems:
        raise DiaryError(*(f"{name}:{p.line}:{p.column}: {p.message}" for p in parsed.problems))
    refused = _refused_parameters(parsed.entries)
    if refused:
        raise DiaryError(*(f"{name}: {message}" for message in refused))
    return parsed.entries


def _refused_parameters(entries: tuple[Entry, ...]) -> list[str]:
    """Why parameters that the diary sets cannot be set so, each with its day."""
    from underbar.diary.records import Param

    found = [(entry.day, entry.record) for entry in entries if isinstance(entry.record, Param)]
    if not found:
        return []
    from underbar.protocol.document import load
    from underbar.protocol.limits import ParameterError, accept, find

    parameters = load().parameters
    refused = []
    for day, record in found:
        try:
            accept(find(parameters, record.name, record.value), record.value)
        except ParameterError as error:
            refused.append(f"{day}: param {error}")
    return refused


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


def terminal() -> tuple[int, bool]:
    """Columns to write in, and whether colours are welcome: 80 and none where no terminal reads."""
    if sys.stdout is None or not sys.stdout.isatty():
        return 80, False
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        columns = 80
    return max(40, min(columns, 100)), not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def replay_json(name: str, data: bytes) -> Iterator[str]:
    """One plan a day of a diary's bytes, each as one line of JSON.

    Where a rule fails, a line with its `error` is the last, and RuleFailed is raised after it.
    """
    from underbar.diary.diary import Diary
    from underbar.protocol import document, engine
    from underbar.wording.as_json import plan_to_json

    protocol = document.load()
    try:
        for plan in engine.replay(protocol, Diary.of(parse_diary(name, data))):
            yield plan_to_json(plan)
    except engine.RuleFailed as error:
        yield _failure(protocol, error)
        raise


def _failure(protocol: Protocol, error: RuleFailed) -> str:
    import json

    from underbar.wording.as_json import SCHEMA

    plan = {"schema": SCHEMA, "protocol": protocol.title, "day": error.day.isoformat(), "error": str(error)}
    return json.dumps(plan)


def _check(name: str, _values: dict[str, str], _given: set[str]) -> int:
    from underbar.diary.checks import check

    entries = parse_diary(name, load_bytes(name))
    findings = check(entries)
    errors = [finding for finding in findings if finding.severity == "error"]
    for finding in findings:
        complain(f"{name}: {finding.day}: {finding.severity}: {finding.message}")
    if errors:
        return BAD_DIARY
    days = sorted(entry.day for entry in entries)
    put(f"ok: {len(days)} entries" + (f", {days[0]} to {days[-1]}\n" if days else "\n"))
    return OK


def _plan(name: str, values: dict[str, str], given: set[str]) -> int:
    from underbar.diary.diary import Diary
    from underbar.protocol import document, engine

    asked = read_day(values["--day"]) if "--day" in values else None
    diary = Diary.of(parse_diary(name, load_bytes(name)))
    day = asked or default_day(diary)
    protocol = document.load()
    try:
        plan = engine.decide(protocol, diary, day)
    except engine.RuleFailed as error:
        return _failed(protocol, error, "--json" in given)
    if "--json" in given:
        from underbar.wording.as_json import plan_to_json

        put_line(plan_to_json(plan))
    else:
        from underbar.wording.as_text import plan_lines

        put("\n".join([*plan_lines(plan, *terminal()), ""]))
    return OK


def _failed(protocol: Protocol, error: RuleFailed, as_json: bool) -> int:
    complain(f"A rule failed, so there is no recommendation: {error}")
    if as_json:
        put_line(_failure(protocol, error))
    return RULE_FAILED


def _replay(name: str, _values: dict[str, str], given: set[str]) -> int:
    from underbar.diary.diary import Diary
    from underbar.protocol import document, engine

    data = load_bytes(name)
    try:
        if "--json" in given:
            for line in replay_json(name, data):
                put_line(line)
        else:
            from underbar.cli.lines import plan_line

            for plan in engine.replay(document.load(), Diary.of(parse_diary(name, data))):
                put(plan_line(plan) + "\n")
    except engine.RuleFailed as error:
        sys.stdout.flush()
        complain(f"A rule failed, so there is no recommendation: {error}")
        return RULE_FAILED
    return OK


def _format(name: str, _values: dict[str, str], _given: set[str]) -> int:
    from underbar.diary.notation import format_diary, parse_bytes

    # Not parse_diary: a parameter that the method refuses is still well-formed text.
    data = load_bytes(name)
    parsed = parse_bytes(data)
    if parsed.problems:
        parse_diary(name, data)
    sys.stdout.buffer.write(format_diary(parsed.entries, full=True).encode())
    return OK


_COMMANDS: dict[str, Callable[[str, dict[str, str], set[str]], int]] = {
    "check": _check,
    "plan": _plan,
    "replay": _replay,
    "format": _format,
}
