"""METHOD 8: the treatment course, recorded and respected, never prescribed."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from underbar.diary.records import Injection
from underbar.protocol.document import Protocol
from underbar.protocol.logged import Logged
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Reason
from underbar.protocol.reasons import reason
from underbar.protocol.state import State
from underbar.quantities import median


class InWindow(NamedTuple):
    """What the days after an injection allow today.

    `max_percent` of the working load: 0 for no bar, None where nothing caps it. `raises`: loads may
    rise. `release`: allowed. `stability`: the highest level, -1 for none, None for the current one.
    """

    given: int
    after: int
    max_percent: float | None
    raises: bool
    release: bool
    stability: int | None


def note_injections(state: State, day: int, logged: Logged) -> None:
    """Remember injections that were given; with the first, the mornings that came before it."""
    for record in logged.records(Injection):
        if not record.planned:
            if not state.injections:
                state.before_injection = tuple(m.ache for m in state.mornings[-7:] if m.ache is not None)
            state.injections = (*state.injections, (day, record.what))


def windows_on(protocol: Protocol, state: State, day: int) -> InWindow | None:
    """What every injection so far allows together on `day`, the most careful of each; None outside.

    A window that the clinic gave for that day replaces the document's row for it.
    """
    found: InWindow | None = None
    for given, what in state.injections:
        row = _row(protocol, state, day - given, what)
        if row is None:
            continue
        here = row._replace(given=given)
        found = here if found is None else _stricter(found, here)
    return found


def _row(protocol: Protocol, state: State, after: int, what: str) -> InWindow | None:
    rows = protocol.steroid_windows if what == "steroid" else protocol.windows
    default: InWindow | None = None
    for row in rows:
        if row.first <= after <= row.last:
            default = InWindow(0, after, row.bar_percent, row.raises, row.release, row.stability)
            break
    clinic = [window for window in state.windows if window.first <= after <= window.last]
    if not clinic:
        return default
    caps = [window.max_percent for window in clinic if window.max_percent is not None]
    releases = [window.release for window in clinic if window.release is not None]
    base = default or InWindow(0, after, None, True, True, None)
    cap = min(caps) if caps else base.max_percent
    return base._replace(
        max_percent=cap,
        raises=base.raises and cap is None,
        release=all(releases) if releases else base.release,
    )


def _stricter(one: InWindow, other: InWindow) -> InWindow:
    caps = [cap for cap in (one.max_percent, other.max_percent) if cap is not None]
    levels = [level for level in (one.stability, other.stability) if level is not None]
    first = (
        one
        if (one.max_percent if one.max_percent is not None else 101)
        <= (other.max_percent if other.max_percent is not None else 101)
        else other
    )
    return InWindow(
        first.given,
        first.after,
        min(caps) if caps else None,
        one.raises and other.raises,
        one.release and other.release,
        min(levels) if levels else None,
    )


def window_reason(window: InWindow) -> Reason:
    """The reason that a window gives."""
    return reason("injection-window", date.fromordinal(window.given), window.after, window.max_percent)


def course_reasons(n: Numbers, state: State, day: int, logged: Logged) -> list[Reason]:
    """The review after the first injection, a planned one that comes early, the clinic's words."""
    found: list[Reason] = []
    if not state.injections and not state.notes_said:
        return found
    if state.injections:
        after = day - state.injections[0][0]
        if n.injection_review_from <= after <= n.injection_review_to and state.before_injection:
            before = median(state.before_injection)
            recent = [
                m.ache for m in state.mornings[-int(n.injection_review_mornings) :] if m.ache is not None
            ]
            if before >= n.injection_review_ache and recent:
                now = median(recent)
                better = 100 * (before - now) / before
                if better < n.injection_review_percent:
                    found.append(reason("injection-review", before, now, round(better)))
    earlier = [given for given, _ in state.injections if given < day]
    soon = bool(earlier) and day - earlier[-1] < 7 * n.injection_spacing_weeks
    if soon and logged.records(Injection):
        found.append(reason("injection-spacing", n.injection_spacing_weeks))
    found.extend(reason("clinic-says", said) for said in state.notes_said)
    return found
