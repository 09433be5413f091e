"""The arm of the day of the lifter's own experiment, in words."""

from __future__ import annotations

from typing import Final

from underbar.diary.records import Trial
from underbar.protocol.plan import ArmOf, ExperimentPlan, Plan

TODAY: Final[dict[Trial, dict[ArmOf, str]]] = {
    "release": {"on": "today with release", "off": "today without release"},
    "sitting": {"on": "today break up sitting every half hour", "off": "today sit as you usually do"},
    "bedtime": {"on": "today to bed half an hour earlier", "off": "today to bed as usual"},
}
"""What is done on a day of each arm."""
RESTS: Final = "release rests today for another reason"


def experiment_line(plan: Plan) -> str:
    """`Experiment, day 12 of 112: today without release`; empty where none runs."""
    found, release = plan.experiment, plan.release
    if found is None:
        return ""
    rests = release is None or not (release.left_s or release.right_s)
    return arm_line(found, rests=rests and found.what == "release" and found.arm == "on")


def arm_line(found: ExperimentPlan, *, rests: bool = False) -> str:
    """The same; `rests`: what is on by the draw rests for another reason."""
    said = RESTS if rests else TODAY[found.what][found.arm]
    return f"Experiment, day {found.day} of {found.of}: {said}"
