"""METHOD 5: after each session of the bar, the zone: go, hold or back off.

Read on the next morning, on the one after, and on the day of the plan. The flare of section 10 is
a matter of the whole diary and comes before this.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Reason
from underbar.protocol.reasons import reason
from underbar.protocol.state import Morning, Session

Zone = Literal["go", "hold", "back-off"]


class Judgement(NamedTuple):
    """A zone with its reasons, the deciding first. `symptom`: ache or pain had a part in a hold.

    `ache`: an ache had, which counts for the offer of background mode. `clean`: the session and
    its own two mornings were a go, whatever today says.
    """

    zone: Zone
    reasons: tuple[Reason, ...]
    symptom: bool
    ache: bool
    clean: bool


def _day(day: int) -> date:
    return date.fromordinal(day)


def judge(
    n: Numbers, session: Session, today: Morning | None, zero: float, background_mode: bool
) -> Judgement:
    """The zone of `session` as read on the morning `today`, or by its own mornings alone (None).

    `zero`: 0, or in background mode the background, which then stands where the article says 0.
    """
    first, second = session.next_morning, session.second_morning
    expected = first is not None and first.expected is not None
    if second is not None and second.expected is not None:
        second = None
    apart = today if today is not None and today.day - session.day > 2 and today.expected is None else None
    back = [] if expected else _back_off(n, session, first, second, zero)
    holds, symptom, ache = _holds(n, session, None if expected else first, second, zero, background_mode)
    if first is not None and first.expected is not None:
        holds.append(reason("injection-window", _day(first.expected), first.day - first.expected, None))
    if session.pain is not None and session.pain > n.back_off_pain:
        back.insert(0, reason("pain-during", _day(session.day), session.pain))
    clean = not back and not holds
    if today is not None and apart is not None and apart.ache is not None and apart.ache >= n.back_off_ache:
        back.append(reason("ache-today", apart.ache, apart.side))
    today_holds: list[Reason] = []
    if today is not None:
        today_holds, ache_now = _today(n, today, apart, zero)
        symptom, ache = symptom or ache_now, ache or ache_now
    good: list[Reason] = []
    if (
        first is not None
        and not expected
        and first.credible
        and first.ache is not None
        and first.ache <= max(zero, n.go_ache)
    ):
        good.append(reason("zero-ache-morning", _day(session.day), _day(first.day), first.ache))
    if back:
        return Judgement("back-off", (*back, *holds, *today_holds), True, True, False)
    if holds or today_holds:
        return Judgement("hold", (*holds, *today_holds, *(good if clean else ())), symptom, ache, clean)
    return Judgement("go", tuple(good), False, False, True)


def _back_off(
    n: Numbers, session: Session, first: Morning | None, second: Morning | None, zero: float
) -> list[Reason]:
    found: list[Reason] = []
    if first is not None and first.ache is not None and first.ache >= n.back_off_ache:
        found.append(reason("next-morning-ache", _day(session.day), _day(first.day), first.ache, first.side))
    if second is None or second.ache is None:
        return found
    before = first.ache if first is not None else None
    stays = (
        before is not None
        and before > zero
        and second.ache > zero
        and second.ache >= max(n.back_off_second_ache, before)
    )
    if second.ache >= n.back_off_ache or stays:
        found.append(
            reason(
                "second-morning-ache", _day(session.day), _day(second.day), second.ache, second.side, before
            )
        )
    return found


def _holds(
    n: Numbers,
    session: Session,
    first: Morning | None,
    second: Morning | None,
    zero: float,
    background_mode: bool,
) -> tuple[list[Reason], bool, bool]:
    """Holds by the session and its own mornings; whether a symptom, and whether an ache, is among them."""
    day = _day(session.day)
    found: list[Reason] = []
    ache = False
    if first is not None:
        if first.ache is not None and zero < first.ache < n.back_off_ache:
            found.append(reason("next-morning-ache", day, _day(first.day), first.ache, first.side))
            ache = True
        found.extend(doubts(first))
    if (
        second is not None
        and second.ache is not None
        and second.ache > zero
        and n.hold_second_ache <= second.ache < n.back_off_ache
    ):
        found.append(
            reason(
                "second-morning-ache",
                day,
                _day(second.day),
                second.ache,
                second.side,
                first.ache if first else None,
            )
        )
        ache = True
    symptom = ache
    pain_limit = n.go_pain_background if background_mode else n.go_pain
    if session.pain is None:
        found.append(reason("pain-missing", day))
    elif pain_limit < session.pain <= n.back_off_pain:
        found.append(reason("pain-during", day, session.pain))
        symptom = True
    if session.over:
        found.append(reason("over-prescribed", day, session.lifted, session.asked, session.unit))
    if session.maxing is not None:
        found.append(reason("no-maxing", session.maxing, session.unit, None, None, session.lifted))
    if session.missed is not None:
        found.append(reason("set-missed", day, session.missed, session.asked_sets))
    if not session.brace:
        found.append(reason("brace-missing", day))
    if session.effort is not None and session.effort > session.effort_max:
        found.append(reason("effort", day, session.effort, session.effort_max))
    if session.shift is not None:
        found.append(reason("hip-shift", day, session.shift))
    return found, symptom, ache


def doubts(morning: Morning) -> list[Reason]:
    """Why this morning can give no good news: missing, late, contradictory, masked; empty where it can."""
    if not morning.present or morning.ache is None:
        return [reason("missing-check-in", _day(morning.day))]
    found: list[Reason] = []
    if morning.late:
        found.append(reason("late-check-in", _day(morning.day)))
    if morning.contradictory:
        found.append(reason("contradictory-check-in", _day(morning.day)))
    if morning.masked:
        found.append(reason("painkiller-masks-ache", _day(morning.day)))
    return found


def _today(n: Numbers, today: Morning, apart: Morning | None, zero: float) -> tuple[list[Reason], bool]:
    """Holds by this morning, and whether an ache is among them."""
    found: list[Reason] = []
    if not today.present or today.ache is None:
        found.append(reason("no-check-in-today", "missing"))
    elif today.late:
        found.append(reason("no-check-in-today", "late"))
    found.extend(r for r in doubts(today) if r.rule not in ("missing-check-in", "late-check-in"))
    ache = (
        apart is not None
        and apart.ache is not None
        and apart.ache > zero
        and n.hold_second_ache <= apart.ache < n.back_off_ache
    )
    if ache and apart is not None:
        found.append(reason("ache-today", apart.ache, apart.side))
    return found, ache
