"""The rows behind the picture of a recovery. Times are milliseconds of a calendar that knows no zone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any, Final, NamedTuple

from underbar.charts.data import Day, Pace, Recovery
from underbar.wording.en_history import flare_label, injection_labels

DAY_MS: Final = 86_400_000
FEWEST_DAYS: Final = 14
"""The time axis shows two weeks at least: a single day says nothing of its place."""
LETTER_PX: Final = 6.6
HATCH_PX: Final = 7
LABEL_ROWS: Final = 3
LABEL_OVER_PX: Final = 40
LONGEST_GAP: Final = 56
"""Days between two sessions after which their line breaks: the method starts again there."""
_EPOCH: Final = date(1970, 1, 1).toordinal()

Row = dict[str, Any]


class Frame(NamedTuple):
    """Where the days lie: from `start` to `end` (milliseconds) on `width` pixels."""

    start: int
    end: int
    width: int

    @property
    def day_px(self) -> float:
        """Pixels of a day before anybody zooms."""
        return self.width * DAY_MS / (self.end - self.start)


def ms(day: date, hours: int = 0) -> int:
    """The start of a day, or `hours` later."""
    return (day.toordinal() - _EPOCH) * DAY_MS + hours * 3_600_000


def frame(days: Sequence[Day], width: int) -> Frame:
    """The frame of at least one day."""
    end = ms(days[-1].day) + DAY_MS
    return Frame(min(ms(days[0].day), end - FEWEST_DAYS * DAY_MS), end, width)


def lifts_of(recovery: Recovery) -> tuple[str, ...]:
    """The lifts with a session, the most trained first."""
    found: dict[str, int] = {}
    for day in recovery.days:
        for done in day.lifts:
            found[done.lift] = found.get(done.lift, 0) + 1
    return tuple(sorted(found, key=lambda lift: -found[lift]))


def sessions(recovery: Recovery, lift: str) -> list[Row]:
    """A row a session of the lift; `part` changes where its line breaks."""
    rows: list[Row] = []
    part, last = 0, None
    for day in recovery.days:
        for done in day.lifts:
            if done.lift == lift:
                if last is not None and (day.day - last).days > LONGEST_GAP:
                    part += 1
                last = day.day
                rows.append({"t": ms(day.day, 12), "y": done.weight, "v": done.verdict or "", "part": part})
    return rows


def pace(found: Pace, low: float, high: float, at: Frame) -> list[Row]:
    """The two ends of the author's line inside the frame and between two loads; none where it passes by."""
    start, end = ms(found.begins, 12), ms(found.ends, 12)
    slope = (found.reached - found.start) / (end - start)
    first = max(start, at.start, start + (low - found.start) / slope)
    last = min(end, at.end, start + (high - found.start) / slope)
    if first >= last:
        return []
    return [{"t": round(t), "y": found.start + (t - start) * slope} for t in (first, last)]


def aches(days: Sequence[Day]) -> list[Row]:
    """A row a bar: left up, right down; both ways and `told` false where no side was told."""
    rows = []
    for day in days:
        t, b = ms(day.day, 4), ms(day.day, 20)
        for value, way in ((day.left, 1), (day.right, -1)):
            if value:
                rows.append({"t": t, "b": b, "y": value * way, "told": True})
            elif day.left is None and day.right is None and day.ache:
                rows.append({"t": t, "b": b, "y": day.ache * way, "told": False})
    return rows


def zeros(days: Sequence[Day]) -> list[Row]:
    """The mornings without any ache."""
    return [{"t": ms(day.day, 12)} for day in days if day.ache == 0]


def missing(days: Sequence[Day]) -> list[Row]:
    """The mornings of which no ache was told."""
    return [{"t": ms(day.day, 12)} for day in days if day.ache is None]


def nights(days: Sequence[Day]) -> list[Row]:
    """A row a night that was told."""
    return [{"t": ms(day.day, 12), "h": round(day.sleep, 2)} for day in days if day.sleep is not None]


def means(days: Sequence[Day]) -> list[Row]:
    """The seven-day mean; `part` changes where days without one break the line."""
    rows: list[Row] = []
    part = 0
    for day in days:
        if day.sleep_mean is None:
            part += 1
        else:
            rows.append({"t": ms(day.day, 12), "h": round(day.sleep_mean, 2), "part": part})
    return rows


def releases(days: Sequence[Day]) -> list[Row]:
    """The days on which release was done."""
    return [{"t": ms(day.day, 4), "b": ms(day.day, 20)} for day in days if day.release]


def flares(days: Sequence[Day]) -> list[Row]:
    """A row a flare, from its first day to the end of its last one."""
    rows: list[Row] = []
    for before, day in pairwise((None, *days)):
        if day is None or not day.flare:
            continue
        if before is not None and before.flare:
            rows[-1]["b"] += DAY_MS
            rows[-1]["n"] += 1
        else:
            rows.append({"t": ms(day.day), "b": ms(day.day) + DAY_MS, "n": 1})
    return rows


def hatch(bands: Sequence[Row], height: int, at: Frame) -> list[Row]:
    """Slanted lines over each band of a panel `height` pixels high; they rise by 45° before any zoom."""
    rows = []
    for band in bands:
        rise = max(3.0, (band["b"] - band["t"]) / DAY_MS * at.day_px)
        low = float(HATCH_PX)
        while low - rise < height:
            # what would leave the panel is cut here, so that it is cut the same way in print
            rows.append(_cut(band["t"], band["b"], low, low - rise, height))
            low += HATCH_PX
    return rows


def _cut(a: int, b: int, low: float, high: float, height: int) -> Row:
    """The part between 0 and `height` of the line from `low` at `a` up to `high` at `b` (pixels down)."""
    slope = (b - a) / (low - high)
    from_y, to_y = min(low, float(height)), max(high, 0.0)
    return {"t": a + (low - from_y) * slope, "b": a + (low - to_y) * slope, "y": from_y, "y2": to_y}


def injections(days: Sequence[Day]) -> list[Row]:
    """A row a day with an injection."""
    return [{"t": ms(day.day, 12)} for day in days if day.injections]


def labels(days: Sequence[Day], bands: Sequence[Row], at: Frame) -> list[Row]:
    """What stands above the panels: of each label the longest text that fits before the next one.

    Where none does, the shortest goes to a row that is free there, and without such a row only its
    line or its band remains.
    """
    wanted = [
        (ms(day.day, 12), injection_labels(done.what, done.number)) for day in days for done in day.injections
    ]
    wanted = sorted(wanted + [(band["t"], flare_label(band["n"])) for band in bands])
    places = [(t - at.start) / DAY_MS * at.day_px for t, _ in wanted]
    free = [float("-inf")] * LABEL_ROWS
    rows = []
    nexts = [*places, float(at.width + LABEL_OVER_PX)][1:]
    for (t, texts), x, then in zip(wanted, places, nexts, strict=True):
        text = next((text for text in texts if _long(text) <= then - x), texts[-1])
        over = x + _long(text) > at.width + LABEL_OVER_PX
        left = x - _long(text) if over else x
        row = next((row for row, taken in enumerate(free) if left > taken), None)
        if row is not None:
            free[row] = left + _long(text)
            rows.append({"t": t, "text": text, "row": row, "before": over})
    return rows


def _long(text: str) -> float:
    return len(text) * LETTER_PX + 8
