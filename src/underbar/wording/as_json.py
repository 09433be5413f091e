"""A plan as JSON: NOTATION.md "The plan as JSON", one line, the same bytes for the same plan.

Replays render thousands of plans a second, so the text is joined from pieces that are kept: a
reason without a date among its facts, or a stability exercise, reads the same on every day.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from json.encoder import encode_basestring_ascii as quoted
from typing import Any

from underbar.protocol.plan import (
    ExperimentPlan,
    Fact,
    LiftPlan,
    OtherPlan,
    Plan,
    Reason,
    ReleasePlan,
    StabilityPlan,
    Stop,
)
from underbar.wording.en import headline, refer_text, says, stop_text
from underbar.wording.en_text import DATED, text

SCHEMA = "underbar.plan/1"


def plan_to_dict(plan: Plan) -> dict[str, Any]:
    """The plan as the object that its JSON reads back as."""
    read: dict[str, Any] = json.loads(plan_to_json(plan))
    return read


def plan_to_json(plan: Plan) -> str:
    """The plan as one line of ASCII JSON, keys in the order of NOTATION.md, no line end.

    Where no release is due (none planned, or 0 seconds on both sides) `release` is null and its
    reasons stand behind the plan's own.
    """
    day = plan.day
    reasons = plan.reasons
    release = plan.release
    if release is not None and not (release.left_s or release.right_s):
        reasons += release.reasons
        release = None
    return (
        f'{{"schema": "{SCHEMA}", "protocol": {quoted(plan.protocol)}, "day": "{day.isoformat()}", '
        f'"phase": "{plan.phase}", "verdict": "{plan.verdict}", "headline": {quoted(headline(plan))}, '
        f'"lifts": [{", ".join([_lift(lift, day) for lift in plan.lifts])}], '
        f'"next_lift_day": {_day(plan.next_lift_day)}, '
        f'"release": {_release(release, day)}, '
        f'"stability": [{", ".join([_stability(work, day) for work in plan.stability])}], '
        f'"other": [{", ".join([_other(other, day) for other in plan.other])}], '
        f'"signs": {_strings(plan.signs)}, "stop": {_stop(plan.stop)}, '
        f'"refer": [{", ".join([_refer(flag) for flag in plan.refer])}], '
        f'"reasons": {_reasons(reasons, day)}, "experiment": {_experiment(plan.experiment)}}}'
    )


def _experiment(found: ExperimentPlan | None) -> str:
    if found is None:
        return "null"
    return (
        f'{{"what": "{found.what}", "arm": "{found.arm}", "day": {found.day}, "of": {found.of}, '
        f'"pair": {found.pair}}}'
    )


def _lift(lift: LiftPlan, day: date) -> str:
    unit = lift.unit
    return (
        f'{{"lift": {quoted(lift.lift)}, "weight": {float(lift.weight)!r}, "unit": "{unit}", '
        f'"sets": {lift.sets}, "reps": {lift.reps}, "working": {float(lift.working)!r}, '
        f'"effort_max": {_number(lift.effort_max)}, "warmup": [{_warmup(lift)}], '
        f'"plates": {_floats(lift.plates)}, "verdict": "{lift.verdict}", "change": {float(lift.change)!r}, '
        f'"reasons": {_reasons(lift.reasons, day)}, "plates_unit": "{lift.plates_unit}", '
        f'"easier": {_string(lift.easier)}, "harder": {_string(lift.harder)}}}'
    )


def _warmup(lift: LiftPlan) -> str:
    return ", ".join([f'{{"weight": {float(done.weight)!r}, "reps": {done.reps}}}' for done in lift.warmup])


def _release(release: ReleasePlan | None, day: date) -> str:
    if release is None:
        return "null"
    seconds = f'"left_s": {release.left_s}, "right_s": {release.right_s}'
    return f'{{{seconds}, "reasons": {_reasons(release.reasons, day)}}}'


def _stability(work: StabilityPlan, day: date) -> str:
    for reason in work.reasons:
        if reason.rule in DATED:
            return _stability_of(work, day)
    return _stability_always(work)


@lru_cache(maxsize=1024)
def _stability_always(work: StabilityPlan) -> str:
    return _stability_of(work, date.min)


def _stability_of(work: StabilityPlan, day: date) -> str:
    weight = "null" if work.weight is None else repr(float(work.weight))
    return (
        f'{{"exercise": {quoted(work.exercise)}, "level": {work.level}, "dose": {quoted(work.dose)}, '
        f'"left_first": {_truth(work.left_first)}, "reasons": {_reasons(work.reasons, day)}, '
        f'"weight": {weight}, "unit": {_string(work.unit)}, "top": {_string(work.top)}}}'
    )


def _other(other: OtherPlan, day: date) -> str:
    return (
        f'{{"item": {quoted(other.item)}, "minutes": {other.minutes}, '
        f'"reasons": {_reasons(other.reasons, day)}, "times": {other.times}}}'
    )


def _stop(stop: Stop | None) -> str:
    if stop is None:
        return "null"
    return f'{{"level": "{stop.level}", "flags": {_strings(stop.flags)}, "text": {quoted(stop_text(stop))}}}'


def _refer(flag: str) -> str:
    return f'{{"flag": {quoted(flag)}, "text": {quoted(refer_text(flag))}}}'


def _reasons(reasons: Iterable[Reason], day: date) -> str:
    return f"[{', '.join([_reason(r, day) if r.rule in DATED else _reason_always(r) for r in reasons])}]"


@lru_cache(maxsize=4096)
def _reason_always(reason: Reason) -> str:
    return _reason(reason, date.min)


def _reason(reason: Reason, day: date) -> str:
    rule = reason.rule
    facts = ", ".join([f'"{name}": {_fact(value)}' for name, value in reason.facts])
    return (
        f'{{"rule": "{rule}", "binding": {_truth(reason.binding)}, "facts": {{{facts}}}, '
        f'"says": "{says(rule)}", "text": {quoted(text(reason, day))}}}'
    )


def _fact(value: Fact) -> str:
    if isinstance(value, str):
        return quoted(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return _truth(value)
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    return f"[{', '.join([_fact(item) for item in value])}]"


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _day(value: date | None) -> str:
    return "null" if value is None else f'"{value.isoformat()}"'


def _string(value: str | None) -> str:
    return "null" if value is None else quoted(value)


def _strings(values: tuple[str, ...]) -> str:
    return f"[{', '.join([quoted(value) for value in values])}]"


def _floats(values: tuple[float, ...]) -> str:
    return f"[{', '.join([repr(float(value)) for value in values])}]"


def _number(value: float) -> str:
    # 6 and 6.0 are equal and share a cached piece, so they must print alike
    return repr(int(value)) if value == int(value) else repr(value)
