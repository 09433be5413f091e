"""What the diary says of its lifter on a day: the parameters in force, the zone, today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache

from underbar.diary.diary import Diary
from underbar.diary.records import Entry, Param, Record, Zone
from underbar.protocol.document import Protocol
from underbar.protocol.limits import ParameterError, accept, find
from underbar.protocol.numbers import Numbers
from underbar.services.clock import Moment, moment
from underbar.services.kept import until_changed
from underbar.store import entries


def standing(owner: int, *kinds: type[Record], until: date | None = None) -> Diary:
    """All entries of `kinds` that were not voided or corrected; none of days after `until`.

    These kinds are few in any diary, so reading them all does not grow with its length.
    """
    found = entries.of_kind(owner, *kinds, until=until)
    known = {entry.id for entry in found if entry.id is not None}
    aiming = [entry for entry in entries.aiming_at(owner, known) if entry.id not in known]
    standing = Diary.of([*found, *aiming])
    return Diary(
        tuple(
            entry
            for entry in standing.entries
            if isinstance(entry.record, kinds) and (until is None or entry.day <= until)
        ),
        standing.superseded,
    )


def overrides_on(owner: int, protocol: Protocol, day: date) -> dict[str, str]:
    """The text of every parameter that the lifter has set, up to and with `day`.

    One that the document does not take any more is left out here; the engine makes no plan with it.
    """
    found: dict[str, str] = {}
    for entry in standing(owner, Param, until=day).entries:
        if isinstance(entry.record, Param):
            found[entry.record.name] = entry.record.value
    return {name: value for name, value in found.items() if _taken(protocol, name, value)}


def numbers_on(owner: int, protocol: Protocol, day: date) -> Numbers:
    """The numbers of the method as this lifter has set them on `day`."""
    return protocol.with_overrides(tuple(overrides_on(owner, protocol, day).items()))


def today_of(owner: int, protocol: Protocol, instant: datetime) -> Moment:
    """The lifter's day of `instant`, in the zone and with the start of day that then hold."""
    return moments(owner, protocol)(instant)


def moments(owner: int, protocol: Protocol) -> Callable[[datetime], Moment]:
    """`today_of` for many instants: the diary is asked once for its zones, and once for each day."""
    zones = standing(owner, Zone).entries

    @cache
    def numbers(day: date) -> Numbers:
        return numbers_on(owner, protocol, day)

    return lambda instant: _moment(protocol, instant, zones, numbers)


def moment_of(owner: int, protocol: Protocol, instant: datetime) -> Moment:
    """As `today_of`, from what is kept of the diary until it changes."""
    zones = until_changed(owner, "zones", lambda: standing(owner, Zone).entries)
    return _moment(protocol, instant, zones, lambda day: numbers_kept(owner, protocol, day))


def numbers_kept(owner: int, protocol: Protocol, day: date) -> Numbers:
    """As `numbers_on`, kept until the diary changes."""
    key = ("numbers", day, protocol.digest)
    return until_changed(owner, key, lambda: numbers_on(owner, protocol, day))


def _moment(
    protocol: Protocol, instant: datetime, zones: tuple[Entry, ...], numbers: Callable[[date], Numbers]
) -> Moment:
    """The start of day can be the lifter's own from some day on, so the day is looked for twice."""
    rough = moment(instant, zones, protocol.numbers.day_start)
    return moment(instant, zones, numbers(rough.day).day_start)


def _taken(protocol: Protocol, name: str, value: str) -> bool:
    try:
        accept(find(protocol.parameters, name, value), value)
    except ParameterError:
        return False
    return True
