"""Logging: lines of the notation, or records, into the diary. Committed before it is acknowledged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from underbar.diary.checks import Finding, check
from underbar.diary.notation import parse
from underbar.diary.records import Checkin, Entry, Param, Record, Void, Zone
from underbar.protocol.document import Protocol, load
from underbar.protocol.limits import OutOfLimits, ParameterError, UnknownParameter, accept, find
from underbar.services.clock import Moment, now, zone_named
from underbar.services.database import unit_of_work
from underbar.services.errors import Issue, NotUnderstood, ServiceError
from underbar.services.ids import new_id
from underbar.services.lifter import today_of
from underbar.store import entries as stored

BESIDE: Final = timedelta(days=120)
"""How far back new entries are compared with old ones: what a check takes does not grow with the diary."""

_DATED: Final = re.compile(r"\s*\d{4}-\d\d-\d\d")
_INDENT: Final = " "


class Logged(NamedTuple):
    """What was stored. `known`: had been sent before, under the same id. Warnings are sentences."""

    entries: tuple[Entry, ...]
    known: tuple[Entry, ...]
    warnings: tuple[str, ...]


def add_lines(
    text: str, instant: datetime | None = None, *, id_: str | None = None, supersedes: str | None = None
) -> Logged:
    """Store the entries of `text`, all or none. A text that begins without a date is of today.

    An entry of today without a time gets the present one; any other entry gets the time at which
    it was written. `id_` is what the sender called the text, so that sent twice it is stored once;
    `supersedes` is the entry that its first one corrects. Raises NotUnderstood with every error of
    the text.
    """
    instant = instant or now()
    protocol = load()
    with unit_of_work() as owner:
        today = today_of(owner, protocol, instant)
        entries = _read(text, today.day)
        if not entries:
            raise ServiceError("There is nothing to add.")
        entries = tuple(
            entry._replace(
                id=entry.id or _numbered(id_, place),
                supersedes=entry.supersedes or (supersedes if place == 0 else None),
            )
            for place, entry in enumerate(entries)
        )
        return _log(owner, protocol, entries, today, instant)


def add_record(
    record: Record,
    day: date | None = None,
    supersedes: str | None = None,
    instant: datetime | None = None,
    id_: str | None = None,
) -> Logged:
    """Store one record, of today unless `day` says otherwise; `supersedes` is the entry it corrects.

    `instant` is when it was made, `id_` what its writer called it: sent twice, it is stored once.
    """
    return add_records([record], day, supersedes=supersedes, instant=instant, id_=id_)


def add_records(
    records: Sequence[Record],
    day: date | None = None,
    *,
    supersedes: str | None = None,
    instant: datetime | None = None,
    id_: str | None = None,
) -> Logged:
    """Store records of one moment, all or none. The first has the id `id_`, those after it follow on it.

    Raises NotUnderstood, or ServiceError where `id_` stands on something else.
    """
    instant = instant or now()
    protocol = load()
    with unit_of_work() as owner:
        if id_ is not None and (known := _sent_before(owner, id_, records)):
            return Logged((), known, ())
        today = today_of(owner, protocol, instant)
        entries = [
            Entry(
                day or today.day,
                record,
                id=_numbered(id_, place),
                supersedes=supersedes if place == 0 else None,
            )
            for place, record in enumerate(records)
        ]
        return _log(owner, protocol, entries, today, instant)


def checkin(
    answers: Checkin,
    day: date | None = None,
    instant: datetime | None = None,
    *,
    id_: str | None = None,
    seen: Sequence[str] | None = None,
) -> Logged:
    """Store a morning's answers, of today unless `day` says otherwise.

    They correct the check-ins in `seen`, those that the lifter had before him; None: the last one
    made for that day. Made in time, the correction replaces them; made later, the method still
    counts what they told. A check-in that was not seen stays, and the more careful answer counts.
    """
    instant = instant or now()
    protocol = load()
    with unit_of_work() as owner:
        if id_ is not None and (known := _sent_before(owner, id_, [answers])):
            return Logged((), known, ())
        today = today_of(owner, protocol, instant)
        on = day or today.day
        standing = [entry.id for entry in standing_checkins(owner, on) if entry.id is not None]
        corrected = standing[-1:] if seen is None else [known for known in standing if known in seen]
        entries = [
            Entry(on, answers, id=_numbered(id_, place), supersedes=old)
            for place, old in enumerate(corrected or [None])
        ]
        return _log(owner, protocol, entries, today, instant)


def standing_checkins(owner: int, day: date) -> list[Entry]:
    """The check-ins that the lifter made for a day and has not corrected, in the order of arrival."""
    found = stored.between(owner, day, day)
    made = [entry for entry in found if isinstance(entry.record, Checkin) and entry.source is None]
    gone = {entry.supersedes for entry in made} | {
        entry.record.id for entry in found if isinstance(entry.record, Void)
    }
    return [entry for entry in made if entry.id not in gone]


def _numbered(id_: str | None, place: int) -> str | None:
    """The id of the entry at `place` of those that were sent together under `id_`."""
    return id_ if id_ is None or place == 0 else f"{id_}-{place + 1}"


def _sent_before(owner: int, id_: str, records: Sequence[Record]) -> tuple[Entry, ...]:
    """The entries of `records` where they came before under that id; raises where it says something else."""
    ids = [found for place in range(len(records)) if (found := _numbered(id_, place))]
    known = stored.by_ids(owner, ids)
    by_id = {entry.id: entry.record for entry in known}
    if known and [by_id.get(found) for found in ids] != list(records):
        raise ServiceError(f"The id {id_} is taken by an entry that says something else.")
    return known


def remove(id_: str, instant: datetime | None = None, *, sent_as: str | None = None) -> Logged:
    """Void the entry of that id; raises ServiceError where the diary has none.

    `sent_as` is what its sender called the removal: sent twice, it is stored once.
    """
    with unit_of_work() as owner:
        if not stored.by_ids(owner, [id_]):
            raise ServiceError(f"The diary has no entry {id_}.")
    return add_record(Void(id_), instant=instant, id_=sent_as)


def _log(
    owner: int, protocol: Protocol, entries: Iterable[Entry], today: Moment, instant: datetime
) -> Logged:
    fresh, known = _apart(owner, entries)
    return keep(owner, protocol, [stamped(entry, today, instant) for entry in fresh], known, today)


def keep(
    owner: int, protocol: Protocol, fresh: Sequence[Entry], known: tuple[Entry, ...], today: Moment
) -> Logged:
    """Store stamped entries that the diary has not, all or none. Raises NotUnderstood."""
    wrong = [issue for entry in fresh for issue in refusals(protocol, entry)]
    findings = _findings(owner, fresh, today.day)
    wrong += [finding.message for finding in findings if finding.severity == "error"]
    if wrong:
        raise NotUnderstood([Issue(0, 0, message) for message in wrong])
    done = stored.append(owner, fresh, today.stamp)
    warnings = tuple(finding.message for finding in findings if finding.severity == "warning")
    return Logged(done.added, known, warnings)


def _apart(owner: int, entries: Iterable[Entry]) -> tuple[list[Entry], tuple[Entry, ...]]:
    """Those that are new, and those that were sent before, as they are stored.

    The same line sent twice is the same entry though it was stamped when it first came.
    """
    given = list(entries)
    had = {entry.id: entry for entry in stored.by_ids(owner, [e.id for e in given if e.id is not None])}
    fresh: list[Entry] = []
    known: list[Entry] = []
    for entry in given:
        before = had.get(entry.id) if entry.id is not None else None
        if before is None:
            fresh.append(entry)
            had[entry.id] = entry
        elif same_as_sent(before, entry):
            known.append(before)
        else:
            raise ServiceError(f"The id {entry.id} is taken by an entry that says something else.")
    return fresh, tuple(known)


def same_as_sent(before: Entry, sent: Entry) -> bool:
    """Whether an entry, stamped when it first came, is the one that is sent again."""
    return before == sent._replace(
        time=before.time if sent.time is None else sent.time,
        written=before.written if sent.written is None else sent.written,
    )


def _read(text: str, today: date) -> tuple[Entry, ...]:
    dated = _DATED.match(text) is not None
    lines = text if dated else f"{today.isoformat()}\n" + "\n".join(_INDENT + x for x in text.splitlines())
    parsed = parse(lines)
    if parsed.problems:
        over, right = (0, 0) if dated else (1, len(_INDENT))
        raise NotUnderstood(
            [Issue(p.line - over, max(1, p.column - right), p.message) for p in parsed.problems]
        )
    return parsed.entries


def stamped(entry: Entry, today: Moment, instant: datetime) -> Entry:
    """The entry with an id, and with the time at which it was made.

    Of today and without a time, that is its own time. After midnight, where the lifter's day has
    not ended, the notation has no time for it, so there too `written` says when.
    """
    entry = entry if entry.id is not None else entry._replace(id=new_id(instant))
    if entry.written is not None:
        return entry
    if entry.day == today.day and entry.time is None and today.minutes < 24 * 60:
        return entry._replace(time=today.minutes)
    if entry.day == today.day and entry.time == today.minutes:
        return entry
    return entry._replace(written=today.stamp)


def refusals(protocol: Protocol, entry: Entry) -> list[str]:
    """Why the entry can't be taken, beyond what its text and the diary can tell."""
    record = entry.record
    if isinstance(record, Zone) and zone_named(record.name) is None:
        return [f"There is no time zone {record.name}; expected a name such as Europe/Berlin."]
    if isinstance(record, Param):
        try:
            accept(find(protocol.parameters, record.name, record.value), record.value)
        except UnknownParameter as error:
            nearest = f"; did you mean {error.nearest}?" if error.nearest else "."
            return [f"There is no parameter {record.name}{nearest}"]
        except OutOfLimits as error:
            limits = protocol.parameters[record.name].limits
            return [
                f"{record.name} {record.value} is outside its limits, "
                f"{limits.low:g} to {limits.high:g}: {error.why}"
            ]
        except ParameterError as error:
            return [f"{record.name} {record.value}: {error.why}."]
    return []


def _findings(owner: int, new: Sequence[Entry], today: date) -> list[Finding]:
    """What the checks say because of the new entries: beside the last months, and what they aim at."""
    first = min([today, *(entry.day for entry in new)]) - BESIDE
    old = list(stored.between(owner, first, max([today, *(entry.day for entry in new)])))
    known = {entry.id for entry in old}
    aims = [target for entry in new if (target := aim(entry)) is not None and target not in known]
    old += stored.by_ids(owner, aims)
    return list((Counter(check([*old, *new], today)) - Counter(check(old, today))).elements())


def aim(entry: Entry) -> str | None:
    """The id that the entry voids or corrects, None for none."""
    return entry.record.id if isinstance(entry.record, Void) else entry.supersedes
