"""The daily work of a plan as rows: name, dose, why, and what one tap would write in the diary."""

from __future__ import annotations

from typing import NamedTuple

from underbar.protocol.document import load
from underbar.protocol.method import Level
from underbar.protocol.plan import OtherPlan, Plan, StabilityPlan
from underbar.quantities import number, parse_sets
from underbar.web.plan.done import Done, DoneItem, sets_words
from underbar.web.plan.why import Why, whys
from underbar.wording.en import exercise_name, level_name, level_tempo, other_name
from underbar.wording.en_today import ITEM_CHANGE, ITEM_WHY
from underbar.wording.en_words import capital, count


class Item(NamedTuple):
    """A row. `fields`: what its one tap sends, empty for none. `kind`: release, stability, walk, other.

    `general`: why it is there on any day; `who` says so; `change`: what opens its next step.
    `unplaced`: the lifter's level of it is still to be found.
    """

    kind: str
    key: str
    name: str
    dose: str
    detail: str
    whys: tuple[Why, ...]
    general: str
    who: str
    change: str
    done: DoneItem | None
    fields: tuple[tuple[str, str], ...]
    per_side: bool = False
    open: bool = True
    unplaced: bool = False


def release_item(plan: Plan, done: Done | None) -> Item | None:
    """The row of the release; None on a day whose plan says nothing of it."""
    if plan.release is None:
        return None
    found = plan.release
    on = bool(found.left_s or found.right_s)
    return _item(
        "release",
        "release",
        "Release",
        release_dose(plan) if on else "not today",
        "",
        whys(found.reasons, plan.day),
        done.release if done else None,
        open_=on,
    )


def first_side(plan: Plan) -> str:
    """`left` or `right`: the weaker side goes first, the left where neither is known."""
    return "left" if next((work.left_first for work in plan.stability), True) else "right"


def release_dose(plan: Plan) -> str:
    """`right, then left, 90 s each`; empty where there is none."""
    found = plan.release
    if found is None:
        return ""
    if found.left_s == found.right_s:
        first = first_side(plan)
        return f"{first}, then {'right' if first == 'left' else 'left'}, {found.left_s} s each"
    return ", ".join([f"{side} {s} s" for side, s in (("left", found.left_s), ("right", found.right_s)) if s])


def rung_of(exercise: str, level: int) -> Level | None:
    """The level of a ladder; None where the document has none of that number."""
    ladder = load().ladders.get(exercise)
    return next((rung for rung in ladder.levels if rung.level == level), None) if ladder else None


def stability_item(plan: Plan, work: StabilityPlan, done: Done | None) -> Item:
    """The row of one stability exercise; one tap writes the dose for both sides, the answers left open."""
    rung = rung_of(work.exercise, work.level)
    per_side = rung is None or rung.per_side
    dose = parse_sets(work.dose)
    said = [f"level {work.level}", work.dose if dose is None else sets_words(dose)]
    if work.weight is not None:
        said.append(f"{number(work.weight)} {work.unit}")
    if per_side:
        said.append(f"{'left' if work.left_first else 'right'} first")
    name = level_name(work.exercise, work.level)
    detail = [capital(name)]
    tempo = level_tempo(work.exercise, work.level)
    if tempo:
        detail.append(tempo)
    if work.top is not None and work.top != work.dose and (top := parse_sets(work.top)) is not None:
        detail.append(f"up to {sets_words(top)}")
    sides = (("left", work.dose), ("right", work.dose)) if per_side else (("both", work.dose),)
    fields = [("exercise", work.exercise), ("level", str(work.level)), *sides]
    if work.weight is not None:
        fields.append(("weight", f"{number(work.weight)}{work.unit}"))
    return _item(
        "stability",
        work.exercise,
        capital(exercise_name(work.exercise)),
        " · ".join(said),
        ", ".join(detail),
        whys(work.reasons, plan.day),
        done.stability.get(work.exercise) if done else None,
        tuple(fields),
        per_side=per_side,
    )._replace(unplaced=any(reason.rule == "placement" for reason in work.reasons))


def other_item(plan: Plan, other: OtherPlan, done: Done | None) -> Item:
    """The row of a walk, or of something else to do."""
    minutes = f"{other.minutes} min" if other.minutes else ""
    if other.times > 1:
        minutes = f"{count(other.times, 'time')}{', ' + minutes + ' each' if minutes else ''}"
    walk = other.item == "walk"
    return _item(
        "walk" if walk else "other",
        other.item,
        capital(other_name(other.item)),
        minutes,
        "",
        whys(other.reasons, plan.day),
        done.walk if walk and done else None,
        (("minutes", str(other.minutes)),) if walk else (),
    )


def _item(
    kind: str,
    key: str,
    name: str,
    dose: str,
    detail: str,
    reasons: tuple[Why, ...],
    done: DoneItem | None,
    fields: tuple[tuple[str, str], ...] = (),
    *,
    per_side: bool = False,
    open_: bool = True,
) -> Item:
    general, who = ITEM_WHY.get(key, ("", ""))
    change = ITEM_CHANGE.get(key, "")
    return Item(kind, key, name, dose, detail, reasons, general, who, change, done, fields, per_side, open_)
