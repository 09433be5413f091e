"""METHOD 1-3: what the morning says, whether it counts, and the lifter's background ache."""

from __future__ import annotations

from underbar.diary.records import Checkin, Entry, Painkiller, Sleep
from underbar.protocol.logged import Logged
from underbar.protocol.numbers import Numbers
from underbar.protocol.rules.night import night_of
from underbar.protocol.state import Morning, State
from underbar.quantities import median

_MINUTES = 60
_DAY = 24 * 60


def in_time(n: Numbers, entry: Entry, checkin: Checkin) -> bool:
    """Written within `timely_after_waking` of waking, or before `timely_until` where waking is not given.

    On its own day either way. An entry with neither a time nor `written` is taken as made in the
    morning: a plain diary has no clock.
    """
    made = [] if entry.time is None else [entry.time]
    if entry.written is not None:
        if entry.written[:10] != entry.day.isoformat():
            return False
        made.append(int(entry.written[11:13]) * _MINUTES + int(entry.written[14:16]))
    return all(_is_morning(n, minute, checkin.woke) for minute in made)


def _is_morning(n: Numbers, minute: int, woke: int | None) -> bool:
    """Whether a minute of the day is near enough to waking; the night's belong to the end of the day."""
    if minute < n.day_start * _MINUTES:
        return False
    if woke is None:
        return minute < n.timely_until * _MINUTES
    return 0 <= minute - woke <= n.timely_after_waking * _MINUTES


def _one_or_worst(values: list[int]) -> tuple[int | None, bool]:
    """The highest of the values and whether they disagree."""
    return (max(values), len(set(values)) > 1) if values else (None, False)


def read_morning(n: Numbers, state: State, day: int, logged: Logged, superseded: frozenset[str]) -> Morning:
    """The morning of `day`. A missing, late, masked or contradictory one never gives good news.

    A check-in that was corrected in time is not read. One that was voided, or corrected late or at
    an unknown time, still is, and takes the good news away: such an edit only makes the gate stricter.
    """
    checkins: list[tuple[Checkin, bool, Entry]] = []
    for entry, checkin in logged.dated(Checkin):
        checkins.append((checkin, in_time(n, entry, checkin), entry))
    expected = None
    for given, _ in state.injections:
        if n.injection_expected_first <= day - given <= n.injection_expected_last:
            expected = given
    masked = _painkiller(n, state, day, logged)
    present, withdrawn = bool(checkins), False
    if superseded:
        checkins = [item for item in checkins if not _replaced(item[2], checkins)]
        withdrawn = any(entry.id in superseded for _, _, entry in checkins)
    typed = [c.sleep for c, _, _ in checkins if c.sleep is not None]
    told = [(entry.source, slept.seconds) for entry, slept in logged.dated(Sleep)]
    night = night_of(typed, told, state.sources)
    hours_slept, device = _hours(night.seconds), _hours(night.measured)
    if not present:
        return Morning(day, sleep=hours_slept, device_sleep=device, masked=masked, expected=expected)
    if len(checkins) == 1 and not withdrawn:
        c, timely, _ = checkins[0]
        masked = masked or c.painkiller
        return Morning(
            day,
            c.ache,
            _side(c),
            c.stiff,
            hours_slept,
            device,
            True,
            not timely,
            masked,
            False,
            expected,
            c.ill,
            c.flare,
            c.ache is not None and timely and not masked,
        )
    ache, ache_differs = _one_or_worst([c.ache for c, _, _ in checkins if c.ache is not None])
    stiffs = {c.stiff for c, _, _ in checkins if c.stiff is not None}
    killers = {c.painkiller for c, _, _ in checkins}
    contradictory = withdrawn or ache_differs or len(set(typed)) > 1 or len(stiffs) > 1 or len(killers) > 1
    timely = any(t and c.ache is not None for c, t, _ in checkins)
    masked = masked or True in killers
    sides = {_side(c) for c, _, _ in checkins if c.ache == ache} - {None}
    return Morning(
        day,
        ache,
        sides.pop() if len(sides) == 1 else "both" if sides else None,
        next((stiff for stiff in sorted(stiffs) if stiff != "none"), "none" if stiffs else None),
        hours_slept,
        device,
        True,
        not timely,
        masked,
        contradictory,
        expected,
        any(c.ill for c, _, _ in checkins),
        any(c.flare for c, _, _ in checkins),
        ache is not None and timely and not masked and not contradictory,
    )


def _hours(seconds: int | None) -> float | None:
    return None if seconds is None else seconds / 3600


def _replaced(old: Entry, checkins: list[tuple[Checkin, bool, Entry]]) -> bool:
    """Whether a check-in made in time, at a known time, corrects this one."""
    return any(
        timely and entry.supersedes == old.id and (entry.time is not None or entry.written is not None)
        for _, timely, entry in checkins
        if old.id is not None
    )


def _side(checkin: Checkin) -> str | None:
    """The aching side, where it was told."""
    if not checkin.ache:
        return None
    if checkin.left is not None and checkin.right is not None:
        if checkin.left == checkin.right:
            return "both"
        return "left" if checkin.left > checkin.right else "right"
    return checkin.side


def _painkiller(n: Numbers, state: State, day: int, logged: Logged) -> bool:
    """Whether a painkiller entry falls into the 24 h before the check-in.

    Unknown times count as within. A medicine taken daily, unchanged for `medicine_steady_days`,
    does not count.
    """
    if not state.last_painkiller:
        return False
    checked = [minute_of_day(n, entry.time) for entry, _ in logged.dated(Checkin) if entry.time is not None]
    for taken_day, taken_at, name in state.last_painkiller:
        steady = state.medicines.get(name)
        if steady is not None and day - steady >= n.medicine_steady_days:
            continue
        if taken_at is None or not checked:
            return True
        before = (day - taken_day) * _DAY - minute_of_day(n, taken_at)
        if any(0 <= before + at <= _DAY for at in checked):
            return True
    return False


def minute_of_day(n: Numbers, time: int) -> int:
    """Minutes after the midnight that began the lifter's day: its night comes at the end of it."""
    return time + _DAY if time < n.day_start * _MINUTES else time


def note_painkillers(state: State, day: int, logged: Logged) -> None:
    """Remember the painkillers of this day and the day before."""
    entries = logged.dated(Painkiller)
    if entries or state.last_painkiller:
        taken = [(day, entry.time, painkiller.name) for entry, painkiller in entries]
        state.last_painkiller = (*(old for old in state.last_painkiller if day - old[0] <= 1), *taken)


def background(n: Numbers, state: State, day: int) -> float | None:
    """Median ache of the last eligible mornings before `day`; None with fewer than the minimum.

    Source: METHOD 3. A flare freezes it at its start.
    """
    if state.flare is not None:
        return state.flare.background
    first = day - n.background_days
    aches = [ache for morning, ache in state.eligible if morning >= first]
    return median(aches) if len(aches) >= n.background_minimum else None


def note_eligible(n: Numbers, state: State, morning: Morning) -> None:
    """Count this morning into the background where it is eligible: after the plan, for later days."""
    day = morning.day
    if not morning.credible or morning.ache is None or state.flare is not None:
        return
    for loaded in state.loaded_days:
        if 0 < day - loaded <= n.background_after_bar:
            return
    for given, _ in state.injections:
        if 0 < day - given <= n.background_after_injection:
            return
    state.eligible = (*state.eligible[-(int(n.background_mornings) - 1) :], (day, morning.ache))


def quiet(n: Numbers, morning: Morning, known_background: float | None) -> bool:
    """A morning in time with ache ≤ 2 and, where background is known, ≤ background + 1."""
    return (
        morning.credible
        and morning.expected is None
        and morning.ache is not None
        and morning.ache <= n.quiet_ache
        and (known_background is None or morning.ache <= known_background + n.quiet_above_background)
    )
