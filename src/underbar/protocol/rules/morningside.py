"""What the morning of a day settles: the bar work and its loads, before any words."""

from __future__ import annotations

from typing import NamedTuple

from underbar.protocol.document import Protocol
from underbar.protocol.logged import Logged
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import LiftPlan, Reason, ReleasePlan, Stop
from underbar.protocol.reasons import reason
from underbar.protocol.rules import flare as flares
from underbar.protocol.rules import screens, sleep
from underbar.protocol.rules.background_mode import Yardstick, yardstick
from underbar.protocol.rules.bar_days import no_bar
from underbar.protocol.rules.day_view import Today
from underbar.protocol.rules.injections import InWindow, window_reason, windows_on
from underbar.protocol.rules.loads import Outcome, plan_lift
from underbar.protocol.rules.release import release_today
from underbar.protocol.rules.schedule import due_on, is_hinge
from underbar.protocol.rules.turns import take_turns
from underbar.protocol.rules.whispers import signs as whisper_signs
from underbar.protocol.state import Morning, State


class Morningside(NamedTuple):
    """What the morning settles, before any words: enough for the fold to go on without a plan.

    `known`: the background, None unknown. `today` None under a lock, and on a day without bar work of which
    no plan is wanted. `lifts`: the bar work of the day. `closed`: why there is no bar at all.
    """

    morning: Morning
    known: float | None
    window: InWindow | None
    release: ReleasePlan
    measure: Yardstick
    stop: Stop | None = None
    screens: tuple[Reason, ...] = ()
    signs: tuple[str, ...] = ()
    whisper: Reason | None = None
    today: Today | None = None
    closed: tuple[Reason, ...] = ()
    outcomes: dict[str, Outcome] = {}  # noqa: RUF012 - never changed
    lifts: tuple[LiftPlan, ...] = ()


def settle(
    protocol: Protocol,
    n: Numbers,
    state: State,
    day: int,
    morning: Morning,
    known: float | None,
    logged: Logged,
    words: bool = True,
) -> Morningside:
    """What the morning of `day` settles; `state` holds everything before it and its morning entries.

    Without `words` a day on which no lift is due leaves out what only a plan or a session asks for.
    """
    window = windows_on(protocol, state, day)
    release = release_today(protocol, n, state, day, window, logged)
    measure = yardstick(n, state, known)
    stop = screens.lock(state)
    if stop is not None:
        return Morningside(morning, known, window, release, measure, stop)
    closed = no_bar(protocol, n, state, day, window)
    allowed = () if closed else due_on(n, state, day)
    due = [lift for lift in allowed if state.flare is None or is_hinge(lift)]
    if not due and not words:
        return Morningside(morning, known, window, release, measure)
    screen_reasons, screen_holds = screens.day_reasons(protocol, n, state, day, morning)
    signs = whisper_signs(n, state, day, measure.zero)
    whisper = reason("whisper", signs) if len(signs) >= n.whisper_signs else None
    today = _today(
        n, state, day, morning, window, known, measure.zero, measure.on, screen_reasons, screen_holds, whisper
    )
    outcomes: dict[str, Outcome] = {}
    turns = {} if window is not None and not window.raises else take_turns(n, state, day, due)
    for lift in due:
        outcomes[lift] = plan_lift(protocol, n, state, lift, today, turns.get(lift))
    lifts = tuple([outcome.plan for outcome in outcomes.values() if outcome.plan is not None])
    return Morningside(
        morning, known, window, release, measure, None,
        tuple(screen_reasons), signs, whisper, today, tuple(closed), outcomes, lifts,
    )  # fmt: skip


def _today(
    n: Numbers,
    state: State,
    day: int,
    morning: Morning,
    window: InWindow | None,
    known: float | None,
    zero: float,
    mode_on: bool,
    screen_reasons: list[Reason],
    screen_holds: bool,
    whisper: Reason | None,
) -> Today:
    blocks = list(screen_reasons) if screen_holds else []
    caps: list[tuple[float, Reason]] = []
    if whisper is not None:
        blocks.append(whisper)
    short = sleep.short_night(n, morning)
    if short is not None:
        blocks.append(short)
    hard: tuple[float, Reason] | None = None
    if window is not None and (window.max_percent is not None or not window.raises):
        blocks.append(window_reason(window))
        if window.max_percent:
            hard = (window.max_percent, window_reason(window))
    debt = sleep.debt(n, state, day)
    if debt is not None:
        caps.append((n.sleep_debt_factor, debt))
    if morning.expected is not None and morning.ache is not None and morning.ache >= n.back_off_ache:
        caps.append((n.back_off_factor, reason("ache-today", morning.ache, morning.side)))
    flare: Reason | None = None
    if state.flare is not None:
        flare = flares.flare_reason(state.flare, day)
        if hard is not None:
            caps.append(hard)
        hard = min((n.flare_hinge_percent, flare), hard or (101.0, flare), key=lambda cap: cap[0])
    return Today(day, morning, known, zero, mode_on, tuple(blocks), tuple(caps), hard, flare)
