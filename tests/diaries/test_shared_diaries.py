"""The diaries that came with the method: verdict, load and rule of every bar day, read by somebody else."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from underbar.diary.diary import Diary
from underbar.diary.notation import parse
from underbar.protocol.document import load
from underbar.protocol.engine import replay
from underbar.protocol.plan import LiftPlan, Plan

SHARED = Path(__file__).parents[3] / "shared" / "diaries"
EXPECTED = sorted(SHARED.glob("*.expect"))
_LINE = re.compile(r"(\d{4}-\d\d-\d\d) (\w+) (at most )?([\d.]+)((?: [a-z-]+)*)")

pytestmark = pytest.mark.skipif(not EXPECTED, reason="the shared folder is not here")


def expectations(path: Path) -> list[re.Match[str]]:
    """The lines of an .expect file; one that has another form is an error."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith(";"):
            match = _LINE.fullmatch(line.strip())
            assert match is not None, line
            found.append(match)
    return found


def lift_of(plan: Plan) -> LiftPlan:
    """The one lift of that day."""
    assert len(plan.lifts) == 1, f"{plan.day}: {len(plan.lifts)} lifts"
    return plan.lifts[0]


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_the_loads_are_as_expected(path: Path) -> None:
    parsed = parse(path.with_suffix(".diary").read_text(encoding="utf-8"))
    assert not parsed.problems
    plans = {plan.day: plan for plan in replay(load(), Diary.of(parsed.entries))}
    expected = expectations(path)
    assert expected
    for line in expected:
        day, verdict, at_most, weight, rules = line.groups()
        lift = lift_of(plans[date.fromisoformat(day)])
        spoken = {reason.rule for reason in lift.reasons}
        assert lift.verdict == verdict, line[0]
        assert lift.weight <= float(weight) if at_most else lift.weight == float(weight), line[0]
        assert set(rules.split()) <= spoken, (line[0], spoken)


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_no_other_day_has_bar_work(path: Path) -> None:
    parsed = parse(path.with_suffix(".diary").read_text(encoding="utf-8"))
    named = {date.fromisoformat(line[1]) for line in expectations(path)}
    lifted = {plan.day for plan in replay(load(), Diary.of(parsed.entries)) if plan.lifts}
    assert lifted == named
