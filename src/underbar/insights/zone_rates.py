"""How often a lifter's sessions go, hold, back off or flare, and how that changes with the load.

Zones are numbered by how bad they are: 0 go, 1 hold, 2 back off, 3 flare. At relative load x (load over
target) zone k comes with a probability in proportion to p[k] * exp(b * k * (x - centre)). The prior is
fixed and the same for everybody: p from a Dirichlet distribution, b from a normal one.
Sessions that were held for missing data alone are counted apart, with a share of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from underbar.insights.days import Zone

ZONES: Final[tuple[Zone, ...]] = ("go", "hold", "back-off", "flare")
Floats = npt.NDArray[np.float64]

# The constants of the prior were set on the calibration's first seeds and checked on others.
PRIOR: Final = (3.0, 1.2, 0.2, 0.08)
"""What the prior weighs, in sessions of each zone."""
SLOPE: Final = (0.0, 0.8)
"""Mean and standard deviation of b before the diary speaks: heavier is harder, but loads rise as a joint
bears more, so it may be either way."""
MISSING: Final = (0.3, 3.7)
"""Beta prior of the share of sessions that are held for missing data alone."""
CLUMPING: Final = 0.7
"""Sessions follow on one another's mornings, so that one counts for less than a session of its own."""
HALF_LIFE: Final = 24
"""Sessions after which one counts half: a recovery moves on."""
LAST: Final = 200
"""Sessions that are counted: an older one weighs less than a hundredth of the last."""
PROPOSALS: Final = 40
"""Proposals for each draw that is kept."""


class Seen(NamedTuple):
    """A judged session: `zone` 0 to 3, None where only data were missing; `x`: load over target."""

    zone: int | None
    x: float


class Rates(NamedTuple):
    """Draws from the posterior, a row each. `missing`: share held for missing data; `base`: (draws, 4)
    probabilities at relative load `centre`; `slope`: b."""

    missing: Floats
    base: Floats
    slope: Floats
    centre: float


def weights(count: int) -> Floats:
    """How much each of `count` sessions counts, the oldest first."""
    age = np.arange(count - 1, -1, -1, dtype=np.float64)
    return CLUMPING * 0.5 ** (age / HALF_LIFE)


def log_correction(zones: npt.NDArray[np.int64], x: Floats, w: Floats, base: Floats, slope: Floats) -> Floats:
    """What the likelihood adds to a Dirichlet's counts: sum over sessions of w * (b k x - log of the norm).

    `x` is centred. One value a row of `base` and `slope`.
    """
    tilt = np.exp(slope[:, None, None] * x[None, :, None] * np.arange(4))  # proposals, sessions, zones
    norm = np.log(np.einsum("psk,pk->ps", tilt, base))
    found: Floats = (slope[:, None] * (zones * x)[None, :] - norm) @ w
    return found


def draw(sessions: Sequence[Seen], count: int, rng: np.random.Generator) -> Rates:
    """`count` draws, one or more, from the posterior, the sessions oldest first; without any from the prior.

    Importance sampling: p from the Dirichlet that the counts alone would give, b from its prior, each
    pair kept as often as the slope's part of the likelihood says, by systematic resampling.
    """
    sessions = sessions[-LAST:]
    w = weights(len(sessions))
    gone = np.array([s.zone is None for s in sessions], dtype=bool)
    missing = rng.beta(MISSING[0] + w[gone].sum(), MISSING[1] + w[~gone].sum(), count)
    told = [(s.zone, s.x) for s in sessions if s.zone is not None]
    zones = np.array([zone for zone, _ in told], dtype=np.int64)
    loads = np.array([x for _, x in told], dtype=np.float64)
    w = w[~gone]
    centre = float(np.average(loads, weights=w)) if told else 0.0
    counts = np.bincount(zones, weights=w, minlength=4) if told else np.zeros(4)
    number = count * PROPOSALS
    base = rng.dirichlet(np.array(PRIOR) + counts, number)
    slope = rng.normal(*SLOPE, number)
    if not told:
        return Rates(missing, base[:count], slope[:count], centre)
    log_weight = log_correction(zones, loads - centre, w, base, slope)
    share = np.cumsum(np.exp(log_weight - log_weight.max()))
    kept = np.searchsorted(share / share[-1], (np.arange(count) + rng.random()) / count)
    kept = rng.permutation(np.minimum(kept, number - 1))
    return Rates(missing, base[kept], slope[kept], centre)
