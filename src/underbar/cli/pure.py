"""check, plan, replay, format: a diary file in, text or JSON out; no database, settings or network.

Every import stands where it is needed: `underbar plan` answers in a few times the time that Python
itself takes to start, and each module costs some of it.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from underbar.cli.options import UsageError, read
from underbar.cli.output import complain, put, put_line, terminal
from underbar.cli.source import (
    DiaryError,
    default_day,
    load_bytes,
    load_protocol,
    parse_diary,
    parse_text,
    read_day,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from underbar.protocol.document import Protocol
    from underbar.protocol.engine import RuleFailed
    from underbar.protocol.plan import Plan

OK, BAD_DIARY, WRONG_USAGE, RULE_FAILED = range(4)
_YEAR = 366
FLAGS = {"check": (), "plan": ("--json",), "replay": ("--json",), "format": ()}
VALUED = {"check": (), "plan": ("--day", "--protocol"), "replay": ("--protocol",), "format": ()}


def run(command: str, words: list[str]) -> int:
    """Runs one of the four commands; its exit status. Messages go to standard error."""
    if "--help" in words or "-h" in words:
        from underbar.cli.help import HELP

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


def replay_json(name: str, data: bytes, fork: str | None = None) -> Iterator[str]:
    """One plan a day of a diary's bytes, each as one line of JSON.

    `fork`: the file of another protocol document. Where a rule fails, a line with its `error` is the
    last, and RuleFailed is raised after it.
    """
    from underbar.diary.diary import Diary
    from underbar.protocol import engine
    from underbar.wording.as_json import plan_to_json

    protocol = load_protocol(fork)
    try:
        for plan in _by_the_year(engine.replay(protocol, Diary.of(parse_diary(name, data, protocol)))):
            yield plan_to_json(plan)
    except engine.RuleFailed as error:
        yield _failure(protocol, error)
        raise


def _by_the_year(plans: Iterator[Plan]) -> Iterator[Plan]:
    """The plans in their order, a year of them made before the first of it is printed.

    Planning and printing take turns less often, which is a seventh faster: each finds its code and
    values still in the processor's caches. Plans made before a rule fails still come.
    """
    from underbar.protocol.engine import RuleFailed

    made: list[Plan] = []
    try:
        for plan in plans:
            made.append(plan)
            if len(made) == _YEAR:
                yield from made
                made = []
    except RuleFailed:
        yield from made
        raise
    yield from made


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
    from underbar.protocol import engine

    asked = read_day(values["--day"]) if "--day" in values else None
    protocol = load_protocol(values.get("--protocol"))
    diary = Diary.of(parse_diary(name, load_bytes(name), protocol))
    day = asked or default_day(diary)
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


def _replay(name: str, values: dict[str, str], given: set[str]) -> int:
    from underbar.diary.diary import Diary
    from underbar.protocol import engine

    data = load_bytes(name)
    try:
        if "--json" in given:
            for line in replay_json(name, data, values.get("--protocol")):
                put_line(line)
        else:
            from underbar.cli.lines import plan_line

            protocol = load_protocol(values.get("--protocol"))
            for plan in engine.replay(protocol, Diary.of(parse_diary(name, data, protocol))):
                put(plan_line(plan) + "\n")
    except engine.RuleFailed as error:
        sys.stdout.flush()
        complain(f"A rule failed, so there is no recommendation: {error}")
        return RULE_FAILED
    return OK


def _format(name: str, _values: dict[str, str], _given: set[str]) -> int:
    from underbar.diary.notation import format_diary

    entries = parse_text(name, load_bytes(name))
    sys.stdout.buffer.write(format_diary(entries, full=True).encode())
    return OK


_COMMANDS: dict[str, Callable[[str, dict[str, str], set[str]], int]] = {
    "check": _check,
    "plan": _plan,
    "replay": _replay,
    "format": _format,
}
