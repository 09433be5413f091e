"""How often an experiment would see a difference, in whole numbers that are easy to hold in mind."""

from __future__ import annotations

from typing import Final

from underbar.insights.power import Ache, Power
from underbar.quantities import number
from underbar.wording.en_words import count, joined

_ODDS: Final = (
    (1 / 20, "one time in twenty"), (1 / 10, "one time in ten"), (1 / 8, "one time in eight"),
    (1 / 6, "one time in six"), (1 / 5, "one time in five"), (1 / 4, "one time in four"),
    (1 / 3, "one time in three"), (2 / 5, "two times in five"), (1 / 2, "half of the time"),
    (3 / 5, "three times in five"), (2 / 3, "two times in three"), (3 / 4, "three times in four"),
    (4 / 5, "four times in five"), (9 / 10, "nine times in ten"), (19 / 20, "nineteen times in twenty"),
)  # fmt: skip


def times(share: float) -> str:
    """A share, 0 to 1, as whole numbers: the nearest of a few that are easy to hold in mind."""
    if share < 0.03:
        return "hardly ever"
    if share > 0.98:
        return "nearly always"
    return min(_ODDS, key=lambda odds: abs(odds[0] - share))[1]


def power_lines(found: tuple[Power, ...], block: int, ache: Ache) -> list[str]:
    """What it would see of each difference, and whose ache that was worked out from."""
    one = next(power for power in found if power.effect == 1)
    others = [f"of {number(power.effect)} points {times(power.share)}" for power in found if power is not one]
    lines = [
        f"Of a difference of 1 point of ache it would see something {times(one.share)}; "
        f"{joined(others)}. The rest of the time the answer would be: can’t tell."
    ]
    if block == 1:
        lines.append(
            "That is if a day is felt on the next morning alone. If half of it is felt a day later instead, "
            f"a point is seen {times(one.carried)}."
        )
    lines.append(
        f"Worked out from how your own ache moved over {count(ache.mornings, 'morning')}."
        if ache.own
        else "Worked out from a usual ache, since too few mornings of yours are known (60 are enough)."
    )
    if ache.mean is not None and ache.mean < 0.95:
        lines.append(
            f"Your mean ache is {ache.mean:.1f}, so mornings can’t be a whole point lower: what is said of 1 "
            "and 2 points can come true for more ache alone."
        )
    return lines


def odds_line(found: tuple[Power, ...]) -> str:
    """The chance to see a point, in one sentence."""
    one = next(power for power in found if power.effect == 1)
    return f"It would see a difference of 1 point of ache {times(one.share)}."
