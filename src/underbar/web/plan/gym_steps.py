"""The bar work of a plan as steps, one set each, for the gym page and for a phone without a network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from underbar.protocol.plan import Plan
from underbar.quantities import number
from underbar.services.session import AS_PLANNED, BarWork, Choice, Load, Set, Stands, bar_work
from underbar.web.plan.plates_svg import drawing, words
from underbar.wording.en import headline
from underbar.wording.en_gym import CALM, EFFORTS
from underbar.wording.en_stop import stop_text
from underbar.wording.en_words import capital, lift_name, on_day


class Shown(NamedTuple):
    """A load as it is read at arm's length: `big` in the unit of the gym, `small` in the lifter's where
    it is another. `said`: what is on the bar, in words; `note`: why it can't be made, None where it can."""

    big: str
    unit: str
    small: str
    drawn: SafeString | str
    said: str
    note: str | None


class Step(NamedTuple):
    """One set on the page. `done`: it stands in today's diary already. `again`: what was typed
    of it and not taken."""

    number: int
    of: int
    reps: int
    warmup: bool
    weight: str
    shown: Shown
    done: bool
    again: Mapping[str, str] | None = None


class LiftSteps(NamedTuple):
    """A lift with its steps. `calm`: a sentence on the lifter's own choice, None without one;
    `heavier`: that it was for more."""

    lift: str
    name: str
    unit: str
    asked: str
    calm: str | None
    heavier: bool
    steps: tuple[Step, ...]
    effort_max: str
    pain_known: bool


SCALE: Final = tuple(range(11))


def gym_html(
    plan: Plan,
    choice: Choice = AS_PLANNED,
    request: HttpRequest | None = None,
    stands: Sequence[Stands] = (),
    because: str = "",
    typed: Mapping[str, str] | None = None,
) -> str:
    """The steps of the plan's bar work as HTML, for the gym at hand; on a day without, why and until when.

    Under a lock it is the lock's text alone. Without `request` the forms carry no token: the outbox
    of the browser has its own. `stands`: what is in the diary of that day already; `typed`: a set
    that was not taken, so that nothing has to be typed again.
    """
    context: dict[str, Any] = {"plan": plan, "day": plan.day.isoformat(), "scale": SCALE, "because": because}
    if plan.stop is not None:
        context["stopped"] = stop_text(plan.stop).split("\n\n")
    elif not plan.lifts:
        later = plan.next_lift_day
        context |= {"headline": headline(plan), "later": on_day(plan.day, later) if later else ""}
    else:
        context |= {"lifts": tuple(_lifts(plan, choice, stands, typed or {})), "efforts": EFFORTS}
    return render_to_string("gym/steps.html", context, request)


def _lifts(
    plan: Plan, choice: Choice, stands: Sequence[Stands], typed: Mapping[str, str]
) -> Iterator[LiftSteps]:
    effort = {lift.lift: number(lift.effort_max) for lift in plan.lifts}
    for work in bar_work(plan, choice):
        mine = [line for line in stands if line.lift == work.lift]
        yield LiftSteps(
            work.lift,
            capital(lift_name(work.lift)),
            work.unit,
            number(work.asked),
            CALM[work.choice](number(work.asked), work.unit) if work.choice else None,
            work.choice == "heavier",
            tuple(_steps(work, mine, typed if typed.get("lift") == work.lift else {})),
            effort[work.lift],
            any(line.pain is not None for line in mine),
        )


def _steps(work: BarWork, stands: Sequence[Stands], typed: Mapping[str, str]) -> Iterator[Step]:
    warmed = sum(line.sets for line in stands if line.warmup)
    worked = sum(line.sets for line in stands if not line.warmup)
    for one in work.warmup:
        yield _step(one, True, one.number <= warmed or worked > 0)
    for one in work.work:
        again = typed if typed.get("number") == str(one.number) and not typed.get("warmup") else None
        yield _step(one, False, one.number <= worked, again)


def _step(one: Set, warmup: bool, done: bool, again: Mapping[str, str] | None = None) -> Step:
    weight = number(one.load.weight)
    return Step(one.number, one.of, one.reps, warmup, weight, show(one.load), done, again)


def show(load: Load) -> Shown:
    """A load in the gym's unit first; the lifter's own beside it where that is another."""
    small = "" if load.gym_unit == load.unit else f"{number(_rounded(load))} {load.unit}"
    big = number(load.made)
    if load.below is not None:
        note = f"What is here makes {number(load.below)} {load.unit} and not {number(load.weight)}."
        return Shown(big, load.gym_unit, small, "", "", note)
    if load.tool == "bells":
        return Shown(big, load.gym_unit, small, "", f"One bell of {big} {load.gym_unit}", None)
    said = words(load.plates, load.gym_unit, load.bar)
    return Shown(big, load.gym_unit, small, drawing(load.plates, load.gym_unit, load.bar), said, None)


def _rounded(load: Load) -> float:
    """The lifter's own number for a load of the other unit, whole pounds or half kilograms."""
    return round(load.weight) if load.unit == "lb" else round(load.weight * 2) / 2
