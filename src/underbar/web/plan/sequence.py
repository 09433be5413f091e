"""The stability work of a plan as one guided sequence: a step for each set and side, with its pace.

The pace is a convenience of the page and no part of the method: a repetition takes what its tempo
says and two seconds of moving, the sides change in ten seconds, a set rests for thirty.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from underbar.protocol.method import Level
from underbar.protocol.plan import Plan, StabilityPlan
from underbar.quantities import Sets, number, parse_sets
from underbar.web.plan.items import rung_of
from underbar.wording.en import exercise_name, level_tempo
from underbar.wording.en_today import TRAVEL_CHANGES
from underbar.wording.en_words import capital

MOVING_S: Final = 2
CHANGE_S: Final = 10
REST_S: Final = 30
_STAND_INS: Final = ("copenhagen-plank", "suitcase-carry")
"""Exercises that need more than a floor and a band; on the road their lowest level stands in."""


class Part(NamedTuple):
    """One exercise of the sequence. `fields`: what is logged when its last set is done.

    `stand_in`: the travel version's other exercise; its form is not asked, so that it moves nothing.
    """

    exercise: str
    name: str
    level: str
    note: str
    stand_in: bool
    steps: tuple[dict[str, Any], ...]
    fields: dict[str, str]


def sequence(plan: Plan, travel: bool) -> tuple[Part, ...]:
    """The parts of the day in the plan's order, the weaker side first; `travel`: floor and band alone."""
    return tuple(_part(work, travel) for work in plan.stability)


def seconds_of(parts: tuple[Part, ...]) -> int:
    """How long the whole takes at its own pace."""
    return sum(step["seconds"] + step["rest"] for part in parts for step in part.steps)


def _part(work: StabilityPlan, travel: bool) -> Part:
    stand_in = travel and work.exercise in _STAND_INS
    level = 0 if stand_in else work.level
    rung = rung_of(work.exercise, level)
    dose = rung.dose if stand_in and rung else parse_sets(work.dose) or Sets(1, 1, "reps")
    per_side = rung is None or rung.per_side
    first = "left" if work.left_first else "right"
    other = "right" if first == "left" else "left"
    sides = (first, other) if per_side else ("both",)
    name = capital(exercise_name(work.exercise))
    steps = tuple(
        {
            "exercise": work.exercise,
            "name": name,
            "level": rung.name if rung else f"level {level}",
            "set": count,
            "sets": dose.count,
            "side": side,
            "amount": number(dose.amount),
            "unit": {"reps": "times", "s": "seconds", "m": "metres"}[dose.kind],
            "tempo": level_tempo(work.exercise, level),
            "seconds": _seconds(dose, rung),
            "hold": dose.kind == "s",
            "rest": CHANGE_S if side != sides[-1] else REST_S,
            "last": count == dose.count and side == sides[-1],
        }
        for count in range(1, dose.count + 1)
        for side in sides
    )
    fields = {"exercise": work.exercise, "level": str(level)}
    fields.update(dict.fromkeys(("left", "right") if per_side else ("both",), str(dose)))
    if work.weight is not None and not travel:
        fields["weight"] = f"{number(work.weight)}{work.unit}"
    note = TRAVEL_CHANGES.get(work.exercise, "") if travel else ""
    return Part(work.exercise, name, rung.name if rung else f"level {level}", note, stand_in, steps, fields)


def _seconds(dose: Sets, rung: Level | None) -> int:
    if dose.kind != "reps":
        return round(dose.amount)
    tempo = (rung.pause_s, rung.out_s, rung.up_s, rung.down_s) if rung else ()
    return round(dose.amount * (MOVING_S + sum(part for part in tempo if part)))
