"""The plan of a day in one sentence, as a person would say it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Final

from underbar.protocol.plan import CAREFUL, Fact, LiftPlan, Plan, Reason
from underbar.quantities import number
from underbar.wording.en_stop import stop_headline
from underbar.wording.en_text import text
from underbar.wording.en_words import (
    MONTHS,
    WEEKDAYS,
    ache_phrase,
    capital,
    day_phrase,
    joined,
    lift_name,
    morning,
    of_day,
    other_name,
    short_exercise_name,
    spelled,
)

_NO_BAR: Final = (
    "flare", "ill", "screen-missing", "bar-locked", "injection-window", "not-ready",
)  # fmt: skip
"""Rules that can take the bar off a day, in the order in which a headline names them."""

_NAMES: Final = frozenset((*WEEKDAYS, *MONTHS, "Copenhagen", "Pallof", "Romanian"))


def clause(reason: Reason, day: date) -> str:
    """The reason as the second half of a sentence: no full stop, small first letter."""
    short = _SHORT.get(reason.rule)
    if short is not None:
        return short(reason, day)
    sentence = _first_sentence(reason, day)
    first = sentence.split(" ", 1)[0].removesuffix("'s")
    return sentence if first in _NAMES else sentence[:1].lower() + sentence[1:]


def _first_sentence(reason: Reason, day: date) -> str:
    return text(reason, day).split(". ", 1)[0].rstrip(".")


def _ache(ache: Fact) -> str:
    return ache_phrase(ache if isinstance(ache, (int, float)) else None)


def _woke(reason: Reason, day: date) -> str:
    facts = dict(reason.facts)
    then = facts["morning_day"]
    when = morning(day, then) if isinstance(then, date) else "the morning after"
    return f"{when} you woke with {_ache(facts['ache'])}"


def _woke_today(reason: Reason, _day: date) -> str:
    return f"you woke with {_ache(dict(reason.facts)['ache'])} this morning"


def _waits(reason: Reason, day: date) -> str:
    sentence = _first_sentence(reason, day).replace("The bar waits", "it waits")
    return sentence[:1].lower() + sentence[1:]


def _not_ready(reason: Reason, day: date) -> str:
    missing = dict(reason.facts)["missing"]
    if not isinstance(missing, tuple) or len(missing) < 2:
        return _waits(reason, day)
    one = _waits(reason._replace(facts=(("missing", missing[:1]),)), day)
    return f"{one}, and for {spelled(len(missing) - 1, 'thing')} more"


def _first(reason: Reason, _day: date) -> str:
    again = dict(reason.facts)["why"] == "new-start"
    return "this lift starts again" if again else "the first session of this lift"


_SHORT: Final[dict[str, Callable[[Reason, date], str]]] = {
    "next-morning-ache": _woke,
    "second-morning-ache": _woke,
    "ache-today": _woke_today,
    "not-ready": _not_ready,
    "bar-locked": _waits,
    "first-session": _first,
    "ceiling": lambda _reason, _day: "the week's ceiling allows no more yet",
    "screen-missing": lambda _reason, _day: "the warning-sign questions come first",
    "whisper": lambda _reason, _day: "small signs came together",
    "goal-reached": lambda _reason, _day: "it is the load you wanted back",
    "plates": lambda _reason, _day: "your plates make no load between",
}


def binding(reasons: tuple[Reason, ...]) -> Reason | None:
    """The reason that decided, None where none is marked."""
    for reason in reasons:
        if reason.binding:
            return reason
    return None


def _load(lift: LiftPlan, *, named: bool) -> str:
    return f"{_figure(lift, lift.weight)} {lift.unit}{f' on the {lift_name(lift.lift)}' if named else ''}"


def _figure(lift: LiftPlan, weight: float) -> str:
    """A weight as a headline has it: to a tenth where plates of the other unit make it."""
    return number(weight if lift.plates_unit == lift.unit else round(weight, 1))


def _lead(lift: LiftPlan, decided: Reason | None, *, named: bool) -> str:
    weight = _load(lift, named=named)
    if lift.verdict == "progress":
        return f"up to {weight}"
    if lift.verdict == "hold":
        return f"{'start at' if decided is not None and decided.rule == 'first-session' else 'hold'} {weight}"
    if lift.verdict == "flare":
        return f"{weight} at most, and light"
    return f"{weight} today" if lift.weight < lift.working else f"down to {weight}"


def _why(lift: LiftPlan, decided: Reason | None, day: date) -> str:
    if decided is None:
        return ""
    if decided.rule == "zero-ache-morning" and lift.verdict == "progress":
        facts = dict(decided.facts)
        then, ache = facts["session_day"], facts["ache"]
        woke = f"you woke with {_ache(ache)}"
        if isinstance(then, date):
            return f": {woke} after {of_day(day, then, _figure(lift, lift.weight - lift.change))}"
        return f": {woke}"
    return f": {clause(decided, day)}"


def _lifts(plan: Plan) -> str:
    ordered = sorted(plan.lifts, key=lambda lift: CAREFUL[lift.verdict])
    several = len(ordered) > 1
    first = ordered[0]
    decided = binding(first.reasons) or binding(plan.reasons)
    said = _lead(first, decided, named=several) + _why(first, decided, plan.day)
    for lift in ordered[1:]:
        said += f"; {_lead(lift, binding(lift.reasons), named=True)}"
    return f"{capital(said)}."


def _to_do(plan: Plan) -> str:
    """What there is to do today, in a few words: `bridge, Pallof press and a walk`."""
    released = plan.release is not None and bool(plan.release.left_s or plan.release.right_s)
    return _few_words(
        tuple([work.exercise for work in plan.stability]),
        released,
        tuple([(other.item, other.times) for other in plan.other]),
    )


@lru_cache(maxsize=256)
def _few_words(exercises: tuple[str, ...], released: bool, others: tuple[tuple[str, int], ...]) -> str:
    todo = [short_exercise_name(exercise) for exercise in exercises]
    if released and len(todo) < 2:
        todo.insert(0, "release")
    todo += [other_name(item) for item, _ in others if item in ("screen", "placement")]
    todo += ["a walk" if times == 1 else f"{times} walks" for item, times in others if item == "walk"]
    return joined(todo)


def _resting(plan: Plan) -> str:
    todo = _to_do(plan)
    decided = binding(plan.reasons)
    if decided is None or decided.rule not in _NO_BAR:
        found = {reason.rule: reason for reason in plan.reasons if reason.rule in _NO_BAR}
        decided = next((found[rule] for rule in _NO_BAR if rule in found and _takes_bar(found[rule])), None)
    if decided is not None:
        when = "yet" if plan.phase in ("screen", "build") else "today"
        after = f" {capital(todo)} today." if todo else ""
        if decided.rule == "flare":
            after = " Walk, and easy stability work." if plan.stability else " Walk a little, a few times."
        return f"No bar {when}: {clause(decided, plan.day)}.{after}"
    if plan.next_lift_day is not None and plan.next_lift_day > plan.day:
        until = day_phrase(plan.day, plan.next_lift_day)
        return f"No bar until {until}: {todo} today." if todo else f"No bar until {until}."
    return f"No bar today: {todo}." if todo else "No bar today."


def _takes_bar(reason: Reason) -> bool:
    """Whether the reason, though not marked as binding, is one that takes the bar off the day."""
    if reason.rule == "injection-window":
        return dict(reason.facts)["max_percent"] == 0
    return True


def headline(plan: Plan) -> str:
    """The plan in one sentence: what today is, and what decided. Under a lock, the stop sentence."""
    if plan.stop is not None:
        return stop_headline(plan.stop)
    return _lifts(plan) if plan.lifts else _resting(plan)
