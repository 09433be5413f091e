"""A plan for the terminal: plain lines that read well at 60 columns and hold at 40.

No Rich here: it takes longer to import than a plan takes to make. Colour is for verdicts alone, and
never alone: the shape and the word stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from textwrap import wrap
from typing import Final

from underbar.protocol.plan import LiftPlan, OtherPlan, Plan, Reason, Verdict
from underbar.quantities import number
from underbar.wording.en import (
    INTENDED_USE_SHORT,
    headline,
    refer_text,
    says_long,
    stop_text,
)
from underbar.wording.en_arms import experiment_line
from underbar.wording.en_levels import stability_line
from underbar.wording.en_text import said_once
from underbar.wording.en_words import (
    capital,
    day_phrase,
    exercise_name,
    lift_name,
    long_day,
    other_name,
    sign_name,
    verdict_shape,
    verdict_word,
)

_NARROWEST: Final = 20
_ANSI: Final[dict[Verdict, str]] = {
    "progress": "\x1b[32m",
    "hold": "\x1b[34m",
    "reduce": "\x1b[33m",
    "flare": "\x1b[31m",
    "stop": "\x1b[1;31m",
}
_PLAIN: Final = "\x1b[0m"


def plan_lines(plan: Plan, width: int = 60, color: bool = False) -> list[str]:
    """The plan in lines of at most `width` columns (20 at least), without line ends.

    `color` puts ANSI colours on the verdicts; they take no column. Under a lock: only its text.
    """
    page = _Page(max(width, _NARROWEST), color)
    page.add(long_day(plan.day))
    if plan.stop is not None:
        page.verdict("", plan.verdict)
        page.gap()
        for paragraph in stop_text(plan.stop).split("\n\n"):
            page.add(paragraph)
            page.gap()
        page.add(INTENDED_USE_SHORT)
        return page.lines
    page.verdict("", plan.verdict)
    page.gap()
    page.add(headline(plan))
    for lift in plan.lifts:
        _lift(page, lift, plan.day)
    _daily(page, plan)
    if plan.signs:
        page.title("Small signs")
        page.items(capital(sign_name(sign)) for sign in plan.signs)
    if plan.refer:
        page.title("Worth showing a clinician")
        page.items(refer_text(flag) for flag in plan.refer)
    shown = {(found.rule, found.facts) for lift in plan.lifts for found in lift.reasons}
    page.reasons("Why", [found for found in plan.reasons if (found.rule, found.facts) not in shown], plan.day)
    if plan.next_lift_day is not None and plan.next_lift_day > plan.day:
        page.gap()
        page.add(f"Next bar day: {day_phrase(plan.day, plan.next_lift_day)}.")
    page.gap()
    page.add(INTENDED_USE_SHORT)
    return page.lines


class _Page:
    """Lines so far, and the width that they keep to."""

    def __init__(self, width: int, color: bool) -> None:
        self.width = width
        self.color = color
        self.lines: list[str] = []

    def add(self, words: str, indent: str = "", then: str | None = None) -> None:
        """A paragraph wrapped at the width; `then` indents what follows its first line."""
        self.lines += wrap(
            words, self.width, initial_indent=indent, subsequent_indent=indent if then is None else then
        )

    def gap(self) -> None:
        """One empty line."""
        self.lines.append("")

    def title(self, words: str) -> None:
        """An empty line and a heading."""
        self.gap()
        self.add(words)

    def items(self, texts: Iterable[str]) -> None:
        """A list, each item with a hanging indent."""
        for item in texts:
            self.add(item, "  - ", "    ")

    def verdict(self, before: str, verdict: Verdict) -> None:
        """A line that ends in the verdict's shape and word; they go below where there is no room."""
        mark = f"{verdict_shape(verdict)} {verdict_word(verdict)}"
        start = f"{before}  " if before else ""
        if len(start) + len(mark) > self.width:
            self.add(before)
            start = ""
        self.lines.append(f"{start}{_ANSI[verdict]}{mark}{_PLAIN}" if self.color else start + mark)

    def reasons(self, heading: str, reasons: Iterable[Reason], day: date, indent: str = "") -> None:
        """Why, each with who says so; the one that decided stands first."""
        told = said_once(reasons, day)
        if not told:
            return
        if indent:
            self.add(heading, indent)
        else:
            self.title(heading)
        for said, reason in told:
            mark = "*" if reason.binding else "-"
            self.add(f"{said} ({says_long(reason.rule)})", f"{indent}  {mark} ", f"{indent}    ")


def _lift(page: _Page, lift: LiftPlan, day: date) -> None:
    page.gap()
    page.verdict(capital(lift_name(lift.lift)), lift.verdict)
    unit = lift.unit
    page.add(f"{number(lift.weight)} {unit}, {_times(lift.sets, 'set')} of {lift.reps}", "  ", "    ")
    plates = " + ".join([number(plate) for plate in lift.plates])
    plates_unit = f" {lift.plates_unit}" if lift.plates and lift.plates_unit != unit else ""
    page.add(f"per side: {plates}{plates_unit}" if plates else "no plates", "  ", "    ")
    if lift.warmup:
        sets = ", ".join([f"{number(done.weight)} {unit} x {done.reps}" for done in lift.warmup])
        page.add(f"warm up: {sets}", "  ", "    ")
    page.add(_effort(lift.effort_max), "  ", "    ")
    if lift.weight < lift.working:
        page.add(f"working load: {number(lift.working)} {unit}; today is lighter", "  ", "    ")
    for word, other in (("easier", lift.easier), ("harder", lift.harder)):
        if other is not None:
            page.add(f"{word}, if you like: {exercise_name(other)}", "  ", "    ")
    page.reasons("why", lift.reasons, day, "  ")


def _effort(most: float) -> str:
    spare = 10 - most
    return (
        f"effort {number(most)} of 10 at most: end a set while {number(spare)} more would still go"
        if spare > 0
        else f"effort {number(most)} of 10 at most"
    )


def _times(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _daily(page: _Page, plan: Plan) -> None:
    release = plan.release
    if release is None and not plan.stability and not plan.other:
        return
    page.title("Today")
    notes: list[Reason] = []
    if plan.experiment is not None:
        page.add(experiment_line(plan), "  ", "    ")
    if release is not None:
        if release.left_s or release.right_s:
            each = (
                f"{release.left_s} s a side"
                if release.left_s == release.right_s
                else f"left {release.left_s} s, right {release.right_s} s"
            )
            page.add(f"release: {each}", "  ", "    ")
        else:
            page.add("release: not today", "  ", "    ")
        notes += release.reasons
    for work in plan.stability:
        page.add(stability_line(work), "  ", "    ")
        notes += work.reasons
    for other in plan.other:
        page.add(_other(other), "  ", "    ")
        notes += other.reasons
    page.reasons("about these", list(dict.fromkeys(notes)), plan.day, "  ")


def _other(other: OtherPlan) -> str:
    name = other_name(other.item)
    minutes = f"{other.minutes} min" if other.minutes else ""
    if other.times > 1:
        return f"{name}: {other.times} times{', ' + minutes + ' each' if minutes else ''}"
    return f"{name}: {minutes}" if minutes else name
