"""When might I get there: worked out in the background, and kept until the diary changes.

The paths of a forecast take seconds, so two processes share them out while the pages go on.
"""

from __future__ import annotations

import gc
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from datetime import datetime
from functools import cache
from itertools import pairwise
from multiprocessing import get_context
from threading import Lock
from typing import Final

from underbar.insights.fan import Forecast
from underbar.insights.forecast import Prepared, planned_injections, prepare, summed, walks
from underbar.insights.paths import Walk
from underbar.protocol.document import load
from underbar.protocol.engine import RuleFailed
from underbar.services import fold
from underbar.services.database import looking
from underbar.services.insights import Whole, whole_diary
from underbar.services.kept import until_changed

PROCESSES: Final = 2
FEW: Final = 20
"""Paths that are not worth another process."""

_starting = Lock()
_running: dict[int, Future[tuple[Forecast, ...]]] = {}


def forecasts(instant: datetime | None = None) -> tuple[Forecast, ...]:
    """A forecast for every lift with a goal, waited for. Raises RuleFailure where a rule failed."""
    return _asked(instant).result()


def forecasts_if_ready(instant: datetime | None = None) -> tuple[Forecast, ...] | None:
    """As `forecasts`, at once: None while it is being worked out, which the first asking begins."""
    asked = _asked(instant)
    return asked.result() if asked.done() else None


def _asked(instant: datetime | None) -> Future[tuple[Forecast, ...]]:
    whole = whole_diary(instant)
    with looking() as owner, _starting:
        key = ("forecast", whole.today, load().digest)
        return until_changed(owner, key, lambda: _begin(owner, whole))


def _begin(owner: int, whole: Whole) -> Future[tuple[Forecast, ...]]:
    """Begin it; what an earlier diary of this owner still waits for is not wanted any more."""
    if owner in _running:
        _running[owner].cancel()
    _running[owner] = _thread().submit(_work, whole)
    return _running[owner]


@cache
def _thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "forecast")


def _work(whole: Whole) -> tuple[Forecast, ...]:
    ready = prepare(load(), whole.read, planned_injections(whole.diary, whole.today))
    try:
        return summed(whole.read, ready, shared_out(ready))
    except RuleFailed as error:
        raise fold.failure(error) from error


def shared_out(ready: Prepared) -> list[Walk]:
    """All paths, in their order."""
    number = len(ready.chances)
    if number < FEW:
        return list(walks(ready, 0, number))
    ends = [number * part // PROCESSES for part in range(PROCESSES + 1)]
    # Spawned, as a fork of a server with threads may stand still for ever. States hold no circles, so looking
    # for some would only cost a tenth of the time.
    with ProcessPoolExecutor(PROCESSES, get_context("spawn"), initializer=gc.disable) as pool:
        parts = [pool.submit(walks, ready, first, end) for first, end in pairwise(ends)]
        return [walk for part in parts for walk in part.result()]
