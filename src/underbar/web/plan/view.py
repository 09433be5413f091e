"""A plan as a page shows it, rendered from the plan alone; what else is known makes it fuller."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final, NamedTuple

from django.template.loader import render_to_string
from django.urls import reverse

from underbar.protocol.plan import LiftPlan, Plan
from underbar.quantities import number
from underbar.services.facts import Facts
from underbar.services.looking_ahead import Ahead
from underbar.services.planning import Outcome, Tomorrow
from underbar.web.plan.done import Done, DoneItem
from underbar.web.plan.items import Item, other_item, release_item, stability_item
from underbar.web.plan.loads import Load, load_of, load_words
from underbar.web.plan.sequence import seconds_of
from underbar.web.plan.sequence import sequence as parts
from underbar.web.plan.why import Why, day_whys, whys
from underbar.wording import en_today
from underbar.wording.en import (
    headline,
    lift_name,
    phase_name,
    refer_text,
    sign_name,
    stop_text,
    verdict_shape,
    verdict_word,
)
from underbar.wording.en_arms import experiment_line
from underbar.wording.en_tomorrow import Said, grouped
from underbar.wording.en_words import WEEKDAYS, calendar_day, capital, day_phrase

CSRF_PLACE: Final = "<!--csrf-->"
"""Where each form of a kept body takes the token of the request that shows it."""
_DAILY: Final = ("single-leg-bridge", "pallof-press")


class Bar(NamedTuple):
    """One lift of the day. `next`: what opens its next step, empty where it can't be told."""

    load: Load
    whys: tuple[Why, ...]
    next: str
    done: DoneItem | None


class Row(NamedTuple):
    """One outcome of tomorrow: the answers that lead to it, and what it would be."""

    answers: tuple[str, ...]
    verdict: str
    shape: str
    word: str
    what: str


def plan_html(
    plan: Plan,
    *,
    done: Done | None = None,
    facts: Facts | None = None,
    live: bool = True,
    ahead: Ahead | None = None,
    tomorrow: Tomorrow | None = None,
    missed: int = 0,
) -> str:
    """The body of Today for a plan.

    `done` None: nothing is known of what was logged, the check-in being answered. `live` False: no
    forms, for a body that is kept on the phone. `missed`: days without an entry before today. Forms
    hold `CSRF_PLACE`, which whoever sends the body replaces.
    """
    return render_to_string(
        "today/plan.html",
        context(plan, done, facts, live=live, ahead=ahead, tomorrow=tomorrow, missed=missed),
    )


def context(
    plan: Plan,
    done: Done | None,
    facts: Facts | None,
    *,
    live: bool,
    ahead: Ahead | None,
    tomorrow: Tomorrow | None,
    missed: int,
) -> dict[str, Any]:
    """What the template shows; under a lock its text alone."""
    shown: dict[str, Any] = {
        "plan": plan,
        "live": live,
        "csrf": CSRF_PLACE,
        "date": f"{WEEKDAYS[plan.day.weekday()]} {calendar_day(plan.day)}",
        "week": en_today.week_words(ahead.weeks if ahead else None, phase_name(plan.phase)),
        "verdict": plan.verdict,
        "shape": verdict_shape(plan.verdict),
        "word": verdict_word(plan.verdict),
    }
    said = headline(plan)
    if plan.stop is not None:
        paragraphs = stop_text(plan.stop).split("\n\n")
        return {
            **shown,
            "stop": True,
            "headline": said,
            "paragraphs": paragraphs,
            "clinician": reverse("clinician"),
        }
    checkin = done.checkin if done else None
    waiting = done is not None and checkin is None
    items = [stability_item(plan, work, done) for work in plan.stability]
    others = [other_item(plan, other, done) for other in plan.other]
    release = release_item(plan, done)
    sequence = [item for item in items if item.key in _DAILY]
    bars = [_bar(plan, lift, done, ahead) for lift in plan.lifts]
    return {
        **shown,
        "waiting": waiting,
        "waits": en_today.WAITS,
        "yesterday": plan.day - timedelta(days=1),
        "missed": en_today.missed_words(missed) if missed else "",
        "headline": said,
        "own": en_today.this_morning(plan.verdict, said, checkin)
        if checkin and plan.phase != "build"
        else "",
        "morning": en_today.morning_line(checkin) if checkin else "",
        "whys": day_whys(plan),
        "first": [item for item in others if item.key == "screen"],
        "release": release,
        "sequence": sequence,
        "about": en_today.minutes_words(seconds_of(parts(plan, False))),
        "guided": live and any(not item.done for item in sequence),
        "stability": [item for item in items if item.key not in _DAILY],
        "others": [item for item in others if item.key not in ("screen", "placement")],
        "bars": bars,
        "bar_first": bool(bars) and _morning_done(release, sequence),
        "bar_done": bool(bars) and all(bar.done for bar in bars),
        "skipped": _skipped(done),
        "next_bar": _next_bar(plan),
        "steps": [] if bars else _steps(plan, ahead),
        "experiment": experiment_line(plan),
        "signs": [capital(sign_name(sign)) for sign in plan.signs],
        "refer": [refer_text(flag) for flag in plan.refer],
        "rows": _rows(tomorrow) if tomorrow else [],
        "tomorrow": capital(day_phrase(plan.day, tomorrow.day)) if tomorrow else "",
        "tomorrow_named": WEEKDAYS[tomorrow.day.weekday()] if tomorrow else "",
        "my_call": en_today.MY_CALL,
        "my_call_help": en_today.MY_CALL_HELP,
        "heavier": en_today.HEAVIER,
        "gym_name": facts.gym.name if facts and facts.gym else "",
        "pains": range(11),
    }


def _bar(plan: Plan, lift: LiftPlan, done: Done | None, ahead: Ahead | None) -> Bar:
    steps = _steps(plan, ahead, lift.lift)
    return Bar(
        load_of(lift),
        whys(lift.reasons, plan.day),
        steps[0] if steps else "",
        done.lifts.get(lift.lift) if done else None,
    )


def _steps(plan: Plan, ahead: Ahead | None, lift: str | None = None) -> list[str]:
    if ahead is None:
        return []
    several = len({step.lift for step in ahead.steps}) > 1
    return [
        en_today.step_sentence(
            plan.day,
            f"{load_words(step.weight, step.unit, step.plates_unit)}"
            f"{f' on the {lift_name(step.lift)}' if several else ''}",
            step.day,
            step.sessions,
            step.mornings,
        )
        for step in ahead.steps
        if lift in (None, step.lift)
    ]


def _morning_done(release: Item | None, sequence: list[Item]) -> bool:
    """Whether what comes before the bar is in the diary, so that the bar is next by the clock."""
    rows = [item for item in (release, *sequence) if item is not None and item.open]
    return bool(rows) and all(item.done for item in rows)


def _skipped(done: Done | None) -> DoneItem | None:
    return done.skipped if done and not done.lifts else None


def _next_bar(plan: Plan) -> str:
    if plan.next_lift_day is None or plan.next_lift_day <= plan.day:
        return ""
    return capital(day_phrase(plan.day, plan.next_lift_day))


def _rows(tomorrow: Tomorrow) -> list[Row]:
    return [_row(tomorrow, outcome) for outcome in tomorrow.outcomes]


def _row(tomorrow: Tomorrow, outcome: Outcome) -> Row:
    limit = f"{number(tomorrow.short_h + 1)} h of sleep"
    said = [Said(answer.ache, answer.short_sleep, answer.painkiller) for answer in outcome.answers]
    phrases = tuple(capital(phrase) for phrase in grouped(said, f"less than {limit}", f"{limit} or more"))
    plan = outcome.plan
    what = ", ".join(
        f"{load_words(lift.weight, lift.unit, lift.plates_unit)}"
        f"{f' {lift_name(lift.lift)}' if len(plan.lifts) > 1 else ''}"
        for lift in plan.lifts
    )
    if not what:
        what = "only the fixed text" if plan.stop else "daily work, no bar"
    return Row(phrases, plan.verdict, verdict_shape(plan.verdict), verdict_word(plan.verdict), what)
