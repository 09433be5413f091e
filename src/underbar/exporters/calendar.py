"""Treatments and bar days as an iCalendar file of all-day events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID, uuid5

from icalendar import Calendar, Event
from icalendar.enums import CLASS, STATUS, TRANSP

from underbar.diary.notation_print import format_record
from underbar.diary.records import Entry, Injection, Lift, Lifter, Visit
from underbar.diary.vocabulary import LIFTS
from underbar.exporters.standing import in_order, standing
from underbar.wording import en_calendar as words

_OURS: Final = UUID("7f0f3f0a-0f5c-4c0e-8a3e-2a9b6d1c4e55")
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What a calendar's text may not hold, line breaks aside."""
_ONE_DAY: Final = timedelta(days=1)


class BarDay(NamedTuple):
    """A day on which the plan wants the bar; `lifts` empty where it is not known which."""

    day: date
    lifts: tuple[str, ...] = ()


class _Happening(NamedTuple):
    day: date
    uid: str
    title: str
    about: str
    planned: bool


def calendar(entries: Iterable[Entry], ahead: Sequence[BarDay], stamp: datetime) -> tuple[bytes, int]:
    """Injections given and planned, visits and bar days, by day, and how many these are.

    `ahead`: bar days of the plan; one on which the bar was lifted already is done, not planned. What is
    planned is tentative and says so. The same day or entry has the same UID in every export of a diary.
    `stamp`: the present, with its offset.
    """
    known = in_order(entries)
    seed = next((entry.id for entry in known if isinstance(entry.record, Lifter)), "")
    happenings = sorted([*_treatments(standing(known)), *_bar_days(standing(known), ahead, f"{seed}")])
    made = Calendar.new(
        uid=str(uuid5(_OURS, f"{seed}")),
        name=words.CALENDAR_NAME,
        description=words.CALENDAR_ABOUT,
        prodid="-//Underbar//Diary//EN",
        subcomponents=[_event(found, stamp) for found in happenings],
    )
    return made.to_ical(), len(happenings)


def _treatments(entries: Iterable[Entry]) -> Iterator[_Happening]:
    for entry in entries:
        uid, about = str(uuid5(_OURS, f"{entry.id}")), entry.comment or ""
        match entry.record:
            case Injection(what, side, number, planned):
                title = words.injection(what, side, number, planned)
                yield _Happening(entry.day, uid, title, about, planned)
            case Visit(what):
                yield _Happening(entry.day, uid, words.visit(what), about, False)


def _bar_days(entries: Iterable[Entry], ahead: Iterable[BarDay], seed: str) -> Iterator[_Happening]:
    done: dict[date, list[Lift]] = {}
    for entry in entries:
        if isinstance(entry.record, Lift) and entry.record.exercise in LIFTS:
            done.setdefault(entry.day, []).append(entry.record)
    for day, lifts in done.items():
        names = list(dict.fromkeys(lift.exercise for lift in lifts))
        about = "\n".join(format_record(lift) for lift in lifts)
        yield _Happening(day, _uid_of(day, seed), words.bar_day(names), about, False)
    for planned in ahead:
        if planned.day not in done:
            title = words.bar_day(planned.lifts, planned=True)
            yield _Happening(planned.day, _uid_of(planned.day, seed), title, "", True)


def _uid_of(day: date, seed: str) -> str:
    """One for planned and done, so that the done day takes the planned one's place."""
    return str(uuid5(_OURS, f"{seed} {day.isoformat()}"))


def _event(found: _Happening, stamp: datetime) -> Event:
    return Event.new(
        uid=found.uid,
        summary=_CONTROL.sub(" ", found.title),
        description=_CONTROL.sub(" ", found.about) or None,
        start=found.day,
        end=found.day + _ONE_DAY,
        stamp=stamp,
        status=STATUS.TENTATIVE if found.planned else STATUS.CONFIRMED,
        transparency=TRANSP.TRANSPARENT,
        classification=CLASS.PRIVATE,
    )
