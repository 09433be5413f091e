"""One night, one number: what was typed, else the source that the lifter put first, else the shortest."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple


class Night(NamedTuple):
    """A night in seconds, None where nobody tells it.

    `seconds`: what counts. `measured`: what the sources tell together, whatever was typed; `source`: the
    one that it is from, None where there is none or where it has no name.
    """

    seconds: int | None
    measured: int | None
    source: str | None


def night_of(
    typed: Collection[int], told: Collection[tuple[str | None, int]], order: Sequence[str] = ()
) -> Night:
    """The night of check-ins that `typed` seconds of sleep, and of sources that `told` (name, seconds).

    The shortest typed value wins over all. Of one source the longest is the night, the rest are naps. Then
    the first of `order` that has the night; where none has, the shortest of the sources. What has no source
    (name None) was written by hand: no order sets it aside where it is shorter.
    """
    if not told:
        return Night(min(typed, default=None), None, None)
    nights: dict[str | None, int] = {}
    for name, seconds in told:
        nights[name] = max(seconds, nights.get(name, 0))
    first = next((name for name in order if name in nights), None)
    heard = nights.keys() if first is None else {first, None} & nights.keys()
    source = min(heard, key=lambda name: (nights[name], name or ""), default=None)
    measured = nights[source]
    return Night(min(typed) if typed else measured, measured, source)
