"""What stands for a morning before the lifter answers: earlier answers, a device's night, what is usual."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from underbar.diary.diary import Diary
from underbar.diary.records import Checkin, Entry, Sleep
from underbar.protocol.document import load
from underbar.protocol.numbers import Numbers
from underbar.protocol.rules.night import night_of
from underbar.protocol.rules.signals import in_time
from underbar.protocol.state import Morning
from underbar.quantities import median
from underbar.services import fold
from underbar.services.clock import now
from underbar.services.database import looking, unit_of_work
from underbar.services.errors import NoDiary, RuleFailure
from underbar.services.kept import until_changed
from underbar.services.lifter import moment_of, numbers_kept, numbers_on
from underbar.services.sources import orders

USUAL_NIGHTS: Final = 28
_DAY: Final = 24 * 60


class Said(NamedTuple):
    """A check-in of the morning. `minute`: of the day, None unknown or of another day.

    `timely`: made in time for the method. `stands`: neither corrected nor taken away. `counts`: the
    method reads it, because it stands or because what withdrew it came too late.
    """

    id: str
    answers: Checkin
    minute: int | None
    timely: bool
    stands: bool
    counts: bool


class BeforeAnswering(NamedTuple):
    """`said`: every check-in of the day in the order of arrival. `device`: (source, seconds) of the night
    by the source that is heard, None without one. `usual`: seconds, the median of the known nights among
    the 28 before, None for none. `counted`: the morning as the method has it, None with no diary yet.
    `noon`: minutes after midnight until which an answer without a time of waking is in time;
    `after_waking`: minutes from waking. `differs`: seconds between typed and measured that are shown.
    """

    day: date
    said: tuple[Said, ...]
    device: tuple[str, int] | None
    usual: int | None
    counted: Morning | None
    noon: int
    after_waking: int
    differs: int

    @property
    def standing(self) -> tuple[Said, ...]:
        """Those that the lifter has not corrected, the last one last."""
        return tuple(one for one in self.said if one.stands)


def before_answering(day: date) -> BeforeAnswering:
    """What the check-in page of a day has to know; kept until the diary changes."""
    with looking() as owner:
        return until_changed(owner, ("before answering", day), lambda: _read(day))


def day_ends(instant: datetime | None = None) -> datetime:
    """The instant at which the lifter's present day ends, in the reckoning of now."""
    instant = instant or now()
    protocol = load()
    with looking() as owner:
        moment = moment_of(owner, protocol, instant)
        numbers = numbers_kept(owner, protocol, moment.day)
    left = _DAY + round(numbers.day_start * 60) - moment.minutes
    return instant.replace(second=0, microsecond=0) + timedelta(minutes=left)


def _read(day: date) -> BeforeAnswering:
    protocol = load()
    with unit_of_work() as owner:
        numbers = numbers_on(owner, protocol, day)
        standing = fold.standing_between(owner, day, day)
        order = orders(owner, day).on(day)
        try:
            mornings: Sequence[Morning] = fold.fold_to(owner, protocol, day).state.mornings
        except (NoDiary, RuleFailure):
            mornings = ()
    nights = [m.sleep for m in mornings[-USUAL_NIGHTS - 1 : -1] if m.sleep is not None]
    return BeforeAnswering(
        day,
        tuple(
            _said(numbers, entry, entry.record, standing)
            for entry in standing.day_entries(day)
            if isinstance(entry.record, Checkin)
        ),
        _measured(standing.day_entries(day), order),
        round(median(nights) * 3600) if nights else None,
        mornings[-1] if mornings else None,
        round(numbers.timely_until * 60),
        round(numbers.timely_after_waking * 60),
        round(numbers.sleep_difference * 3600),
    )


def _said(numbers: Numbers, entry: Entry, answers: Checkin, standing: Diary) -> Said:
    replaced = any(
        other.supersedes == entry.id
        and isinstance(other.record, Checkin)
        and (other.time is not None or other.written is not None)
        and in_time(numbers, other, other.record)
        for other in standing.day_entries(entry.day)
    )
    return Said(
        entry.id or "",
        answers,
        _minute(entry),
        in_time(numbers, entry, answers),
        entry.id not in standing.superseded,
        not replaced,
    )


def _minute(entry: Entry) -> int | None:
    """When it was made, as a minute of its own day; None where it was made on another or nobody knows."""
    if entry.time is not None:
        return entry.time
    if entry.written is not None and entry.written[:10] == entry.day.isoformat():
        return int(entry.written[11:13]) * 60 + int(entry.written[14:16])
    return None


def _measured(entries: Sequence[Entry], order: Sequence[str]) -> tuple[str, int] | None:
    """The night as the source that is heard has it."""
    told = [(entry.source, entry.record.seconds) for entry in entries if isinstance(entry.record, Sleep)]
    night = night_of((), told, order)
    return None if night.measured is None else (night.source or "your diary", night.measured)
