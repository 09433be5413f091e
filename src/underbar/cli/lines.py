"""A plan as one line of words that `grep`, `sort` and `cut` can take apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from underbar.quantities import number

if TYPE_CHECKING:
    from underbar.protocol.plan import Plan

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def plan_line(plan: Plan) -> str:
    """Day, weekday, phase, verdict, then each lift with its load and the rules that decided."""
    words = [f"{plan.day} {WEEKDAYS[plan.day.weekday()]}  {plan.phase:<6}  {plan.verdict:<8}"]
    for lift in plan.lifts:
        binding = " ".join(reason.rule for reason in lift.reasons if reason.binding)
        load = f"{number(lift.weight)}{lift.unit} {lift.sets}x{lift.reps}"
        words.append(f"{lift.lift} {load} {lift.verdict} {binding}".rstrip())
    if not plan.lifts:
        words += [reason.rule for reason in plan.reasons if reason.binding]
    return "  ".join(words).rstrip()
