"""The morning table as a phone keeps it: each text once, and which of them any answers bring."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from underbar.protocol.plan import Plan
from underbar.services.database import looking
from underbar.services.kept import until_changed
from underbar.services.morning_table import ACHES, MARKS, STIFF, Band, Cell, MorningTable, morning_table
from underbar.web.plan.gym_steps import gym_html
from underbar.web.plan.view import CSRF_PLACE, plan_html
from underbar.web.plan.why import Why, day_whys, whys
from underbar.wording.en import headline
from underbar.wording.en_checkin import HOURS_FOLLOW, hours_follow
from underbar.wording.en_words import hours

NIGHT: Final = "{night}"
"""Stands in a text for the hours that the lifter types."""


class _Texts:
    """Texts, each once, by number."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        return self.numbers.setdefault(text, len(self.numbers))

    def __iter__(self) -> Any:
        return iter(self.numbers)


def morning_json(day: date) -> dict[str, Any]:
    """The table of `day`; kept until the diary changes. Raises NoDiary, RuleFailure.

    `index`: for every set of answers, in the order of `axes`, a number of `plans`; each of these is
    [html, gym html, headline, the day's reasons] by their numbers.
    """
    with looking() as owner:
        return until_changed(owner, ("morning json", day), lambda: _made(morning_table(day)))


def _made(table: MorningTable) -> dict[str, Any]:
    html, gym, heads, reasons = _Texts(), _Texts(), _Texts(), _Texts()
    plans: dict[tuple[Any, ...], int] = {}
    rendered: dict[Plan, tuple[int, int]] = {}
    index: list[int] = []
    for place, cell in enumerate(table.cells):
        band = place % (len(table.bands) + 1)
        night = table.bands[band] if band < len(table.bands) else None
        bare = _bare(cell.low)
        if bare not in rendered:
            body = plan_html(bare).replace(CSRF_PLACE, "")
            rendered[bare] = (html(_tight(body)), gym(_tight(gym_html(bare))))
        told = (heads(_headline(cell, night)), tuple(reasons(text) for text in _reasons(cell, night)))
        index.append(plans.setdefault((*rendered[bare], *told), len(plans)))
    return {
        "day": table.day.isoformat(),
        "axes": {
            "ache": ACHES,
            "side": table.sides,
            "stiff": STIFF,
            "painkiller": (False, True),
            "marks": MARKS,
            "bands": table.bands,
        },
        "in_time": {
            "noon": table.noon,
            "after_waking": table.after_waking,
            "day_start": table.day_start,
        },
        "index": index,
        "plans": list(plans),
        "html": list(html),
        "gym": list(gym),
        "headlines": list(heads),
        "reasons": list(reasons),
    }


def _bare(plan: Plan) -> Plan:
    """The plan without the reasons of the day and its lifts: they name the answers and are told beside it."""
    return plan._replace(reasons=(), lifts=tuple(lift._replace(reasons=()) for lift in plan.lifts))


def _headline(cell: Cell, band: Band | None) -> str:
    low, high = headline(cell.low), headline(cell.high)
    if band is None:
        return low
    low, high = _with_night(low, band.low), _with_night(high, band.high)
    return low if low == high else f"{low.split(':')[0].rstrip('.')}. {HOURS_FOLLOW}"


def _reasons(cell: Cell, band: Band | None) -> list[str]:
    low, high = _told(cell.low), _told(cell.high)
    if band is None:
        return [_line(why, why.said) for why in low]
    found = []
    for one, other in zip(low, high, strict=True):
        said = _with_night(one.said, band.low)
        same = said == _with_night(other.said, band.high)
        found.append(_line(one, said if same else hours_follow(one.rule)))
    return found


def _told(plan: Plan) -> tuple[Why, ...]:
    return (*day_whys(plan), *(why for lift in plan.lifts for why in whys(lift.reasons, plan.day)))


def _line(why: Why, said: str) -> str:
    return f"{said} ({why.who})"


def _with_night(text: str, minutes: int) -> str:
    return re.sub(rf"(?<!\d){hours(minutes / 60)}(?! ?\d)", NIGHT, text)


def _tight(html: str) -> str:
    return re.sub(r">\s+<", "> <", re.sub(r"\s+", " ", html)).strip()
