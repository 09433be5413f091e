"""The bar work of a plan in words: loads in both units, plates, warm-up, and what may come off the bar."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final, NamedTuple

from underbar.protocol.plan import LiftPlan
from underbar.quantities import Unit, Weight, number
from underbar.wording.en import exercise_name, lift_name, verdict_shape, verdict_word
from underbar.wording.en_today import effort_words
from underbar.wording.en_words import capital

LIGHTER_SHARE: Final = 0.9
"""What "lighter" offers weighs at most this share of the plan; anything else can be typed in the gym."""
_LIGHTER_FROM: Final = 0.99
"""What plates of the other unit leave off is not worth a word."""


class Load(NamedTuple):
    """A lift as a page shows it. `value` in `unit`, what the plates at hand make; `other`: the same in
    the other unit, with it. `lighter`: a lighter load in `unit`, `lighter_value` the same in the
    lift's own `lift_unit`; empty where nothing comes off. `fewer`: one set less, 0 for none."""

    lift: str
    name: str
    verdict: str
    shape: str
    word: str
    value: str
    unit: str
    other: str
    dose: str
    effort: str
    plates: str
    warmup: str
    note: str
    lighter: str
    lighter_value: str
    lift_unit: str
    fewer: int
    swaps: tuple[str, ...]


def load_of(lift: LiftPlan) -> Load:
    """The lift in words; in the unit of the plates, since that is what is put on the bar."""
    shown = shown_weight(lift)
    other: Unit = "kg" if shown.unit == "lb" else "lb"
    beside = lift.weight if other == lift.unit else shown.to(other)
    lighter = comes_off(shown.value, lift.plates)
    return Load(
        lift.lift,
        capital(lift_name(lift.lift)),
        lift.verdict,
        verdict_shape(lift.verdict),
        verdict_word(lift.verdict),
        number(round(shown.value, 2)),
        shown.unit,
        f"{number(round(beside, 1 if other == 'kg' else 0))} {other}",
        f"{lift.sets} × {lift.reps}",
        effort_words(lift.effort_max),
        f"{' + '.join([number(plate) for plate in lift.plates])} {lift.plates_unit} on each side"
        if lift.plates
        else "the bar alone",
        ", ".join([f"{number(_warm(done.weight, lift))} × {done.reps}" for done in lift.warmup]),
        f"Your working load stays {number(lift.working)} {lift.unit}; today is lighter."
        if lift.weight < lift.working * _LIGHTER_FROM
        else "",
        "" if lighter is None else number(round(lighter, 2)),
        "" if lighter is None else number(round(Weight(lighter, shown.unit).to(lift.unit), 2)),
        lift.unit,
        lift.sets - 1,
        tuple(
            f"{word}, if you like: {exercise_name(name)}"
            for word, name in (("Easier", lift.easier), ("Harder again", lift.harder))
            if name is not None
        ),
    )


def shown_weight(lift: LiftPlan) -> Weight:
    """Today's load in the unit of the plates."""
    return Weight(_plated(lift.weight, lift.unit, lift.plates_unit), lift.plates_unit)


def load_words(weight: float, unit: Unit, plates_unit: Unit) -> str:
    """`195 lb`; where the plates have the other unit both, what is loaded first: `102.5 kg, 226 lb`."""
    if unit == plates_unit:
        return f"{number(weight)} {unit}"
    return f"{number(_plated(weight, unit, plates_unit))} {plates_unit}, {number(round(weight))} {unit}"


def _warm(weight: float, lift: LiftPlan) -> float:
    """A warm-up weight in the unit of the plates; never judged, so a half is near enough."""
    if lift.unit == lift.plates_unit:
        return weight
    return round(_plated(weight, lift.unit, lift.plates_unit) * 2) / 2


def _plated(weight: float, unit: Unit, plates_unit: Unit) -> float:
    return weight if unit == plates_unit else round(Weight(weight, unit).to(plates_unit), 2)


def comes_off(load: float, plates: Sequence[float]) -> float | None:
    """The heaviest load that is lighter by a tenth at least, made by taking plates off; None for none.

    `plates` on one end, in the unit of `load`.
    """
    found = [
        load - 2 * sum(off)
        for count in range(1, len(plates) + 1)
        for off in combinations(plates, count)
        if load - 2 * sum(off) <= load * LIGHTER_SHARE
    ]
    return max(found, default=None)
