"""A replay told as a story: a short paragraph for every day on which something is new."""

from __future__ import annotations

from pathlib import Path

from underbar.diary.diary import Diary
from underbar.diary.notation import parse
from underbar.protocol.document import load
from underbar.protocol.engine import replay
from underbar.protocol.plan import LiftPlan, Plan, Reason
from underbar.quantities import number
from underbar.wording.en_plan import headline

HERE = Path(__file__).parent
INDENT = " " * 16


def diaries() -> list[Path]:
    """The diaries of this folder, each with its transcript beside it."""
    return sorted(HERE.glob("*.diary"))


def read(path: Path) -> Diary:
    """The diary of a file; ValueError names what does not read."""
    parsed = parse(path.read_text(encoding="utf-8"))
    if parsed.problems:
        raise ValueError(f"{path.name}: {parsed.problems}")
    return Diary.of(parsed.entries)


def transcript(path: Path) -> str:
    """A line a day, and below it the lifts, what changed, and the headline where it says something new."""
    told = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("; ")]
    told.append("")
    before, said = [""], ""
    for plan in replay(load(), read(path)):
        why = ", ".join(_rule(reason) for reason in plan.reasons)
        told.append(f"{plan.day} {plan.day:%a}  {plan.phase}, {plan.verdict}  {why}".rstrip())
        told += [INDENT + _lift(lift) for lift in plan.lifts]
        standing = _standing(plan)
        told += [INDENT + line for line in standing if line not in before]
        decided = next((reason.rule for reason in plan.reasons if reason.binding), "")
        if plan.lifts or decided not in ("rest-day", said):
            told.append(f"{INDENT}“{headline(plan)}”")
        before, said = standing, decided
    return "\n".join(told) + "\n"


def _lift(lift: LiftPlan) -> str:
    load = f"{lift.lift} {number(lift.weight)}{lift.unit} {lift.sets}x{lift.reps}"
    if lift.working != lift.weight:
        load += f" of {number(lift.working)}{lift.unit}"
    offers = [f"or {other}" for other in (lift.easier, lift.harder) if other is not None]
    reasons = ", ".join(_rule(reason) for reason in lift.reasons)
    change = f"({lift.change:+g})" if lift.change else "(same)"
    return " ".join((load, change, *offers, f"{lift.verdict}: {reasons}"))


def _rule(reason: Reason) -> str:
    return f"[{reason.rule}]" if reason.binding else reason.rule


def _standing(plan: Plan) -> list[str]:
    """What holds from day to day; told when it changes."""
    release = plan.release
    daily = [f"{item.exercise} {item.level}" for item in plan.stability if item.exercise in _EVERY_DAY]
    lines = [
        f"release {release.left_s}s" if release is not None and release.left_s else "release off",
        "levels " + (", ".join(daily) or "none"),
        "signs " + (", ".join(plan.signs) or "none"),
        "show a clinician " + (", ".join(plan.refer) or "nothing"),
    ]
    if plan.stop is not None:
        lines.append(f"locked {plan.stop.level}: {', '.join(plan.stop.flags)}")
    return lines


_EVERY_DAY = ("single-leg-bridge", "pallof-press")
