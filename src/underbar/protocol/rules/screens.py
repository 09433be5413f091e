"""METHOD 4: the screens come first. Locks, holds, disabled components, and when to ask again.

An emergency or urgent sign locks everything until a clinician's assessment; a routine sign refers,
and some hold; a modifying sign takes one component away until a later full screen without it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from underbar.diary.records import Answer, Clinician, Screen, Skip
from underbar.protocol.document import Protocol
from underbar.protocol.logged import Logged
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Reason, Stop
from underbar.protocol.reasons import reason
from underbar.protocol.rules.signals import minute_of_day
from underbar.protocol.state import Flag, Flare, Morning, State

_GRAVITY = {"E": 0, "U": 1, "R": 2, "M": 3}
FLARE_FLAGS = ("flare-very-long", "flares-often")
"""Signs that the diary itself sets: they refer and hold like a routine flag until assessed."""


def note_screens(
    protocol: Protocol, n: Numbers, state: State, day: int, logged: Logged, superseded: frozenset[str]
) -> None:
    """Take in the screens and assessments of `day`, whatever the hour: a flag always counts.

    An assessment opens signs of earlier days; of its own day only where both carry a time and it
    is the later one. A sign that was assessed and is merely named again, no graver, stays open. A
    screen that was withdrawn (its id is in `superseded`) keeps its signs standing and answers nothing.
    """
    visits = logged.dated(Clinician)
    for _, record in visits:
        if record.assessed:
            _assess(protocol, state, lambda flag: flag.day < day)
        if record.bar_ok:
            state.bar_ok = True
        if record.window is not None:
            state.windows = (*state.windows, record.window)
        if record.says is not None and record.says not in state.notes_said:
            state.notes_said = (*state.notes_said[-2:], record.says)
    screens = logged.dated(Screen)
    if screens:
        full = [_answered(state, day, screen) for entry, screen in screens if entry.id not in superseded]
        if True in full:
            _end_components(state, day, {answer.flag for _, screen in screens for answer in screen.answers})
    for entry, screen in screens:
        for answer in screen.answers:
            _name(protocol, state, answer, Flag(day, entry.time, _level(protocol, answer)))
    for entry, record in visits:
        if record.assessed and entry.time is not None:
            _assess(protocol, state, partial(_before, n, day, entry.time))


def _before(n: Numbers, day: int, minute: int, flag: Flag) -> bool:
    """Whether the sign was named on `day`, at a known time before `minute`.

    By the clock and by the lifter's day both: a time in the night may have been meant either way.
    """
    if flag.day != day or flag.time is None:
        return False
    return flag.time < minute and minute_of_day(n, flag.time) < minute_of_day(n, minute)


def _assess(protocol: Protocol, state: State, covers: Callable[[Flag], bool]) -> None:
    """Open every standing sign that the assessment covers.

    What a sign takes away (the release of someone with an aneurysm) stays away until a later full
    screen without it.
    """
    opened = {name for name, flag in state.flags.items() if flag.level != "M" and covers(flag)}
    if not opened:
        return
    flags, assessed = dict(state.flags), dict(state.assessed)
    for name in opened:
        flag = flags.pop(name)
        assessed[name] = flag.level
        if name not in FLARE_FLAGS and protocol.screens[name].disables:
            flags[name] = Flag(flag.day, flag.time, "M")
    state.flags, state.assessed = flags, assessed


def _answered(state: State, day: int, screen: Screen) -> bool:
    """Note that a screen was answered; whether it was a full one."""
    scope = screen.scope or ("full" if state.first_full_screen is None else "re")
    if scope != "injection":
        state.last_screen = day
    state.recent_screens = (*state.recent_screens[-7:], day)
    if scope == "full" and state.first_full_screen is None:
        state.first_full_screen = day
    return scope == "full"


def _end_components(state: State, day: int, named: set[str]) -> None:
    """A full screen ends what no screen of its day still takes away."""
    ended = {name for name, flag in state.flags.items() if flag.level == "M" and name not in named}
    if not ended:
        return
    state.flags = {name: flag for name, flag in state.flags.items() if name not in ended}
    if "pregnancy" in ended:
        state.pregnancy_ended = day
        state.bar_ok = False


def _level(protocol: Protocol, answer: Answer) -> str:
    """The level of an answer: unsure or skipped is urgent where a yes is an emergency."""
    level = protocol.screens[answer.flag].level
    return "U" if answer.how in ("unsure", "skipped") and level == "E" else level


def _name(protocol: Protocol, state: State, answer: Answer, flag: Flag) -> None:
    """Let a sign stand, unless it was assessed and is neither new nor graver than then."""
    name = answer.flag
    known = state.assessed.get(name)
    if known is not None:
        if answer.how != "new" and _GRAVITY[flag.level] >= _GRAVITY[known]:
            if protocol.screens[name].disables:
                state.flags = {name: flag._replace(level="M"), **state.flags}
            return
        state.assessed = {other: level for other, level in state.assessed.items() if other != name}
    standing = state.flags.get(name)
    if standing is None or answer.how == "new" or _GRAVITY[flag.level] < _GRAVITY[standing.level]:
        state.flags = {**state.flags, name: flag}
        if name == "pregnancy":
            state.bar_ok = False
            state.pregnancy_ended = None


def lock(state: State) -> Stop | None:
    """The lock in force, emergency before urgent; None where nothing locks."""
    if not state.flags:
        return None
    emergency = tuple(sorted(name for name, flag in state.flags.items() if flag.level == "E"))
    urgent = tuple(sorted(name for name, flag in state.flags.items() if flag.level == "U"))
    if emergency:
        return Stop("E", (*emergency, *urgent))
    return Stop("U", urgent) if urgent else None


def holds(protocol: Protocol, state: State) -> tuple[str, ...]:
    """Routine signs that hold every load until assessed."""
    if not state.flags:
        return ()
    return tuple(
        sorted(
            name
            for name, flag in state.flags.items()
            if flag.level == "R" and (name in FLARE_FLAGS or protocol.screens[name].hold)
        )
    )


def refers(state: State) -> tuple[str, ...]:
    """Signs to show a clinician without haste: the routine ones, and modifying ones that refer too."""
    if not state.flags:
        return ()
    named = [
        name
        for name, flag in state.flags.items()
        if flag.level == "R" or (flag.level == "M" and name == "pregnancy")
    ]
    return tuple(sorted(named))


def disabled(protocol: Protocol, state: State, component: str) -> str | None:
    """The sign that takes `component` (release, bar) away; None where it stays."""
    if not state.flags:
        return None
    for name in sorted(state.flags):
        if name in FLARE_FLAGS:
            continue
        if component in protocol.screens[name].disables:
            return name
    return None


def due(n: Numbers, state: State, day: int, morning: Morning) -> tuple[list[tuple[str, int]], bool]:
    """Re-screens that wait to be answered, as (scope, day on which it fell due), and whether one is overdue.

    Overdue holds every load: the 35th day itself only asks.
    """
    waiting: list[tuple[str, int]] = []
    overdue = False
    falls = (state.last_screen or 0) + int(n.rescreen_days)
    if day >= falls:
        waiting.append(("re", falls))
        overdue = day > falls
    if state.flare is not None and not screened_since(state, state.flare):
        waiting.append(("flare", state.flare.began))
        overdue = overdue or day > state.flare.began
    if state.injections:
        given = state.injections[-1][0]
        falls_due = [given + int(after) for after in n.screen_injection_days if given + int(after) <= day]
        if falls_due and not any(answered >= falls_due[-1] for answered in state.recent_screens):
            waiting.append(("injection", falls_due[-1]))
            overdue = overdue or day > falls_due[-1]
        if _climbs(n, state, morning, given) and day not in state.recent_screens:
            waiting.append(("injection", day))
            overdue = True
    return waiting, overdue


def screened_since(state: State, flare: Flare) -> bool:
    """Whether a screen was answered since the flare began: on a later day where pain in a session did."""
    first = flare.began + 1 if flare.why == "pain" else flare.began
    return any(answered >= first for answered in state.recent_screens)


def _climbs(n: Numbers, state: State, morning: Morning, given: int) -> bool:
    """Ache on days 4-7 after an injection two above day 3, or very high."""
    after = morning.day - given
    if morning.ache is None or not n.injection_climb_from <= after <= n.injection_climb_to:
        return False
    if morning.ache >= n.injection_ache_high:
        return True
    third = given + int(n.injection_climb_first)
    then = next((m.ache for m in state.mornings if m.day == third), None)
    return then is not None and morning.ache >= then + n.injection_climb


def note_illness(n: Numbers, state: State, morning: Morning) -> None:
    """Illness keeps the bar away until enough timely mornings in which it was not named."""
    if morning.ill:
        state.ill_free = 0
    elif state.ill_free is not None and morning.present and not morning.late:
        free = state.ill_free + 1
        state.ill_free = None if free >= n.ill_free_mornings else free


def note_skips(state: State, logged: Logged) -> None:
    """A day skipped for illness counts from the next day on: today's plan was fixed in the morning."""
    if any(skip.why == "ill" for skip in logged.records(Skip)):
        state.ill_free = 0


def day_reasons(
    protocol: Protocol, n: Numbers, state: State, day: int, morning: Morning
) -> tuple[list[Reason], bool]:
    """Reasons of this section for the whole day, and whether they hold every load."""
    found: list[Reason] = []
    hold = False
    if state.first_full_screen is None:
        return [reason("screen-missing")], True
    waiting, overdue = due(n, state, day, morning)
    if waiting:
        scope, fell = waiting[0]
        found.append(reason("screen-due", scope, date.fromordinal(fell)))
        hold = overdue
    holding = holds(protocol, state)
    standing = refers(state)
    if standing:
        found.append(reason("routine-referral", standing, bool(holding)))
        hold = hold or bool(holding)
    return found, hold
