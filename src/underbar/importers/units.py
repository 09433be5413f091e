"""Kilograms or pounds? What the weights of a file without units tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from underbar.importers.exercise_names import is_barbell
from underbar.quantities import LB_PER_KG, Unit

_FEWEST_MORE = 5
_SMALLEST_SHARE = 2 / 3
_NEAR = 1e-6


class Inference(NamedTuple):
    """A unit, the share of telling weights that speak for it (0.5 to 1), and their number.

    `sure`: at least two thirds, and at least five more than for the other unit.
    """

    unit: Unit
    share: float
    telling: int

    @property
    def sure(self) -> bool:
        """Whether the file may be read so without asking."""
        lead = (2 * self.share - 1) * self.telling
        return lead > _FEWEST_MORE - 0.5 and self.share >= _SMALLEST_SHARE - _NEAR


def infer(weights: Iterable[tuple[str, float]]) -> Inference:
    """The likelier unit of (exercise, weight as written) pairs, each different pair counted once.

    A bar of 45 lb with the larger plates makes weights that end in 5, a bar of 20 kg such as end
    in 0, or in 2.5 and 7.5 with the smallest ones. A number that is round in the other unit only
    was converted from it.
    """
    votes: dict[Unit, int] = {"lb": 0, "kg": 0}
    for exercise, weight in set(weights):
        unit = _converted(weight) if round(weight * 4) != weight * 4 else _on_a_bar(exercise, weight)
        if unit is not None:
            votes[unit] += 1
    telling = votes["lb"] + votes["kg"]
    likelier: Unit = "lb" if votes["lb"] > votes["kg"] else "kg"
    return Inference(likelier, votes[likelier] / telling if telling else 0.5, telling)


def _on_a_bar(exercise: str, weight: float) -> Unit | None:
    if weight < 20 or not is_barbell(exercise):
        return None
    if weight % 5 == 2.5:
        return "kg"
    if weight % 10 == 0:
        return "kg"
    return "lb" if weight % 10 == 5 and weight >= 45 else None


def _converted(weight: float) -> Unit | None:
    """The unit of a weight that is off every grid: the one it was converted into."""
    if abs(weight - round(weight * 4) / 4) < _NEAR:
        return "lb"  # the app keeps kilograms: the noise of a conversion is seen in pounds alone
    in_lb, in_kg = weight * LB_PER_KG, weight / LB_PER_KG
    if round(weight, 1) != weight:
        if _multiple(in_lb, 0.5):
            return "kg"
        return "lb" if _multiple(in_kg, 0.25) else None
    if _multiple(weight / 2.2, 1.0):
        return "lb"  # whole kilograms, converted in the head
    return "kg" if round(round(in_lb / 5) * 5 / LB_PER_KG, 1) == weight else None


def _multiple(value: float, step: float) -> bool:
    return abs(value / step - round(value / step)) < 1e-4
