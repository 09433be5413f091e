"""What the templates of the history are given: rows, weeks and a past day, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final

from underbar.charts.data import Day
from underbar.protocol.plan import StabilityPlan
from underbar.quantities import number
from underbar.services.past_day import PastDay, Told
from underbar.wording import en_history as words
from underbar.wording.en import (
    lift_name,
    other_name,
    phase_name,
    sign_name,
    stability_line,
    verdict_shape,
    verdict_word,
)
from underbar.wording.en_entries import entry_line
from underbar.wording.en_words import capital, clock, long_day

_WEEK: Final = timedelta(7)


def lines(day: Day) -> list[str]:
    """What the picture says of a day under the pointer."""
    said = row(day)
    return words.day_lines(
        said["ache"], said["stiff"], said["sleep"], day.release, said["loads"], said["others"]
    )


def row(day: Day) -> dict[str, Any]:
    """A day in words, cell by cell."""
    others = [words.injection_words(done.what, done.number, done.side) for done in day.injections]
    if day.flare:
        others.append("Flare")
    return {
        "day": day.day,
        "name": words.day_name(day.day),
        "ache": words.ache_words(day.ache, day.left, day.right),
        "left": words.side_words(day.left),
        "right": words.side_words(day.right),
        "no_side": day.ache if day.left is None and day.right is None and day.ache else None,
        "stiff": words.stiff_words(day.stiff),
        "sleep": words.sleep_words(day.sleep),
        "sleep_mean": words.sleep_words(day.sleep_mean),
        "release": day.release,
        "loads": [words.load_words(done.lift, done.weight, done.unit, done.verdict) for done in day.lifts],
        "others": others,
    }


def weeks(first: date, last: date, days: Sequence[Day], today: date) -> list[list[dict[str, Any] | None]]:
    """The month from Monday to Sunday; None beside it."""
    found = {day.day: day for day in days}
    grid = []
    monday = first - timedelta(first.weekday())
    while monday <= last:
        week = [monday + timedelta(away) for away in range(7)]
        grid.append([_cell(at, found.get(at), today) if first <= at <= last else None for at in week])
        monday += _WEEK
    return grid


def _cell(at: date, day: Day | None, today: date) -> dict[str, Any]:
    cell: dict[str, Any] = {"date": at, "today": at == today, "future": at > today, "opens": day is not None}
    if day is not None:
        cell |= {
            "verdict": day.verdict,
            "shape": verdict_shape(day.verdict) if day.verdict else "",
            "ache": day.ache,
            "trained": bool(day.lifts),
            "injected": bool(day.injections),
            "says": words.cell_words(
                day.day,
                day.verdict,
                words.ache_words(day.ache, day.left, day.right),
                [lift_name(done.lift) for done in day.lifts],
                bool(day.injections),
            ),
        }
    return cell


def past(found: PastDay) -> dict[str, Any]:
    """A past day: its plans, what would differ, what was logged, and where to go from it."""
    shown = [{"at": f"{one.at:%H:%M}", "on": one.at.date(), **plan_words(one.plan)} for one in found.shown]
    last = found.shown[-1].plan if found.shown else None
    return {
        "day": found.day,
        "name": long_day(found.day),
        "today": found.day == found.today,
        "today_iso": found.today.isoformat(),
        "shown": list(reversed(shown)),
        "rebuilt": plan_words(found.now) if last is None and found.now else None,
        "no_plan": last is None and found.now is None,
        "differences": words.differences(last, found.now) if last and found.now else [],
        "same": bool(last and found.now and not words.differences(last, found.now)),
        "told": [_told(told) for told in found.told],
        "words_differs": words.DIFFERS,
        "words_same": words.SAME_NOW,
        "words_not_shown": words.NOT_SHOWN,
        "words_no_plan": words.NO_PLAN,
        "words_nothing": words.NOTHING_LOGGED,
        "before": found.day - timedelta(1) if found.day > found.first else None,
        "after": found.day + timedelta(1) if found.day < found.today else None,
    }


def _told(told: Told) -> dict[str, Any]:
    entry = told.entry
    return {
        "id": entry.id,
        "time": clock(entry.time),
        "line": entry_line(entry),
        "state": told.state,
        "source": entry.source or "",
        "correction": entry.supersedes is not None,
    }


def plan_words(plan: dict[str, Any]) -> dict[str, Any]:
    """A plan's JSON as the page tells it. Its sentences are those that were shown."""
    stop = plan["stop"]
    return {
        "headline": plan["headline"],
        "verdict": plan["verdict"],
        "shape": verdict_shape(plan["verdict"]),
        "word": verdict_word(plan["verdict"]),
        "phase": phase_name(plan["phase"]),
        "stop": stop["text"].split("\n\n") if stop else None,
        "lifts": [_lift(lift) for lift in plan["lifts"]],
        "daily": list(_daily(plan)) if not stop else [],
        "signs": [capital(sign_name(sign)) for sign in plan["signs"]],
        "refer": [one["text"] for one in plan["refer"]],
        "reasons": _reasons(plan["reasons"]),
        "protocol": plan["protocol"],
    }


def _lift(lift: dict[str, Any]) -> dict[str, Any]:
    unit = lift["unit"]
    plates_unit = lift.get("plates_unit", unit)
    return {
        "name": capital(lift_name(lift["lift"])),
        "verdict": lift["verdict"],
        "shape": verdict_shape(lift["verdict"]),
        "word": verdict_word(lift["verdict"]),
        "load": number(lift["weight"]),
        "unit": unit,
        "sets": lift["sets"],
        "reps": lift["reps"],
        "warmup": ", ".join(f"{number(one['weight'])} × {one['reps']}" for one in lift["warmup"]),
        "plates": " + ".join(number(plate) for plate in lift["plates"]),
        "plates_unit": plates_unit,
        "effort": number(lift["effort_max"]),
        "reasons": _reasons(lift["reasons"]),
    }


def _daily(plan: dict[str, Any]) -> Iterator[str]:
    release = plan["release"]
    if release is not None:
        yield f"Release, {words.release_words(release['left_s'], release['right_s'])}"
    for work in plan["stability"]:
        yield capital(
            stability_line(
                StabilityPlan(
                    work["exercise"],
                    work["level"],
                    work["dose"],
                    work["left_first"],
                    weight=work["weight"],
                    unit=work["unit"],
                    top=work.get("top"),
                )
            )
        )
    for other in plan["other"]:
        times = other.get("times", 1)
        minutes = f", {other['minutes']} min" if other["minutes"] else ""
        yield capital(other_name(other["item"])) + (f", {times} times" if times > 1 else "") + minutes


def _reasons(reasons: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that decided first."""
    ordered = sorted(reasons, key=lambda reason: not reason["binding"])
    return [
        {
            "text": reason["text"],
            "says": words.says_words(reason["rule"], reason["says"]),
            "binding": reason["binding"],
        }
        for reason in ordered
    ]
