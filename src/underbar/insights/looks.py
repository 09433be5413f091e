"""Error spent over declared looks and shared among the questions, so that looking often finds nothing false.

Sources: Lan and DeMets 1983 (spending, here of Pocock's kind); Armitage, McPherson and Rowe 1969 (the
integration); Maurer and Bretz 2013 (a share passed on once a question is answered). Decision 0013.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from scipy.special import ndtr, ndtri

from underbar.insights.answers import LOOKS, Question

FIRST_SHARE: Final = 0.04
"""Of the 0.05 that all questions may err together, what the one declared first has."""
REST_SHARE: Final = 0.01
_NODES: Final = 80
_X, _W = np.polynomial.legendre.leggauss(_NODES)


def spent(alpha: float, fraction: float) -> float:
    """What of `alpha` may be spent once `fraction` (0 to 1) of all mornings are there."""
    return alpha * math.log(1 + (math.e - 1) * fraction)


@lru_cache(maxsize=64)
def levels(alpha: float, looks: Sequence[int] = LOOKS) -> tuple[float, ...]:
    """The two-sided level of each look: a p below it is a finding, and all looks together err in `alpha`."""
    fractions = tuple(look / looks[-1] for look in looks)
    bounds: list[float] = []
    for fraction in fractions:
        wanted = spent(alpha, fraction)
        low, high = 0.0, 10.0
        while high - low > 1e-10:
            bound = (low + high) / 2
            if crossing((*bounds, bound), fractions) > wanted:
                low = bound
            else:
                high = bound
        bounds.append(high)
    return tuple(float(2 * ndtr(-bound)) for bound in bounds)


def crossing(bounds: Sequence[float], fractions: Sequence[float], drift: float = 0.0) -> float:
    """The probability that |Z| passes its bound at any of the first `len(bounds)` looks.

    Z at a look with `fraction` of the mornings is normal with mean drift × √fraction; `drift` is its mean at
    the last morning.
    """
    crossed = 0.0
    nodes, weights = np.zeros(1), np.ones(1)
    before = 0.0
    for bound, fraction in zip(bounds, fractions, strict=False):
        step = fraction - before
        reach = bound * math.sqrt(fraction)
        means = nodes + drift * step
        spread = math.sqrt(step)
        crossed += float(weights @ (ndtr((-reach - means) / spread) + ndtr((means - reach) / spread)))
        inside = _X * reach
        density = np.exp(-(((inside[:, None] - means[None, :]) / spread) ** 2) / 2)
        weights = _W * reach * (density @ weights) / (spread * math.sqrt(2 * math.pi))
        nodes, before = inside, fraction
    return crossed


def bounds_of(found: Sequence[float]) -> tuple[float, ...]:
    """The bounds on |Z| that belong to two-sided levels."""
    return tuple(float(-ndtri(level / 2)) for level in found)


def shares(first: Question, p: Mapping[Question, Sequence[float | None]]) -> dict[Question, float]:
    """What each question may err in, once those that are found have passed on their share.

    `p`: of each question, at the looks that it has reached; None for a look at which nothing could be
    reckoned. The first has 0.04, the others share 0.01 by Holm; what is found passes its share to those
    of the others that are not.
    """
    others = [question for question in p if question != first]
    alpha = {question: REST_SHARE / len(others) for question in others} | {first: FIRST_SHARE}
    open_ = set(alpha)
    while True:
        found = next((q for q in alpha if q in open_ and passes(p[q], alpha[q])), None)
        if found is None:
            return alpha
        open_.discard(found)
        heirs = [question for question in others if question in open_]
        for heir in heirs:
            alpha[heir] += alpha[found] / len(heirs)


def passes(p: Sequence[float | None], alpha: float) -> bool:
    """Whether any of the looks is below its level."""
    return any(
        one is not None and one < level for one, level in zip(p, levels(_rounded(alpha)), strict=False)
    )


def _rounded(alpha: float) -> float:
    return round(alpha, 9)
