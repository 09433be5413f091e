"""Answers, injections, goals, plans, warning signs and where things came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from underbar.diary import records as r
from underbar.diary.records import Entry
from underbar.diary.vocabulary import EMERGENCY_FLAGS, URGENT_FLAGS, WEEKDAYS
from underbar.exporters.fhir import codes as c
from underbar.exporters.fhir.codes import Resource, concept
from underbar.wording.en_flags import flag_name
from underbar.wording.en_screens import NONE_OF_THESE
from underbar.wording.en_words import capital, exercise_name

_INJECTIONS: Final = {
    "prolotherapy": "Prolotherapy injection",
    "steroid": "Steroid injection",
    "prp": "Platelet-rich plasma injection",
    "other": "Injection",
}
_GRAVE: Final = frozenset((*EMERGENCY_FLAGS, *URGENT_FLAGS))


def answers(entry: Entry) -> list[Resource]:
    """The QuestionnaireResponse of a screen or of an activity that the lifter rates."""
    match entry.record:
        case r.Screen(found, scope):
            items = [_item(one.flag, flag_name(one.flag), valueString=one.how) for one in found]
            items = items or [_item("none", NONE_OF_THESE, valueBoolean=True)]
            items += [_item("scope", "Which questions were asked", valueString=scope)] if scope else []
        case r.Activity(what, score):
            items = [_item("activity", f"{what}: 0 unable, 10 as before", valueInteger=score)]
        case _:
            return []
    response = c.made(
        "QuestionnaireResponse",
        f"{entry.id}",
        identifier=c.identified(entry)[0],
        status="completed",
        subject=c.SUBJECT,
        authored=c.on(entry.day),
        item=items,
    )
    return [response]


def _item(link: str, text: str, **value: Any) -> dict[str, Any]:
    return {"linkId": link, "text": c.plain(text), "answer": [value]}


def procedures(entry: Entry) -> list[Resource]:
    """The Procedure of an injection that was given."""
    done = entry.record
    if not isinstance(done, r.Injection) or done.planned:
        return []
    procedure = c.made(
        "Procedure",
        f"{entry.id}",
        identifier=c.identified(entry),
        status="completed",
        code=_injection(done),
        subject=c.SUBJECT,
        performedDateTime=c.on(entry.day),
        performer=[{"actor": {"display": "The clinic"}}],
        bodySite=[concept(f"sacroiliac joint, {done.side}")] if done.side else None,
        note=c.noted(f"Number {done.number} of the course" if done.number else None, entry.comment),
    )
    return [procedure]


def _injection(record: r.Injection) -> dict[str, Any]:
    return concept(_INJECTIONS[record.what], c.PROLOTHERAPY if record.what == "prolotherapy" else None)


class _Aim(NamedTuple):
    """What all goal entries of a lift say together."""

    goal: r.Goal
    first: Entry
    last: Entry


def goals(entries: Iterable[Entry]) -> list[Resource]:
    """One Goal a lift, as the last entries of it leave it."""
    found: dict[str, _Aim] = {}
    for entry in entries:
        if isinstance(entry.record, r.Goal):
            before = found.get(entry.record.lift)
            found[entry.record.lift] = _later(before, entry, entry.record)
    return [_goal(aim) for aim in found.values()]


def _later(before: _Aim | None, entry: Entry, goal: r.Goal) -> _Aim:
    if before is None:
        return _Aim(goal, entry, entry)
    old = before.goal
    merged = r.Goal(
        goal.lift,
        goal.target or old.target,
        goal.best or old.best,
        goal.start or old.start,
        old.days if goal.days is None else goal.days,
        goal.off,
    )
    return _Aim(merged, before.first, entry)


def _goal(aim: _Aim) -> Resource:
    goal = aim.goal
    name = capital(exercise_name(goal.lift))
    measure = concept(f"{name}, weight of the work sets")
    days = ", ".join(WEEKDAYS[day] for day in goal.days or ())
    return c.made(
        "Goal",
        f"{goal.lift} {aim.first.id}",
        identifier=c.identified(aim.first),
        lifecycleStatus="cancelled" if goal.off else "active",
        description=concept(f"{name} back to {goal.target}" if goal.target else name),
        subject=c.SUBJECT,
        startDate=c.on(aim.first.day),
        target=[{"measure": measure, "detailQuantity": c.mass(goal.target)}] if goal.target else None,
        statusDate=c.on(aim.last.day),
        note=c.noted(
            goal.best and f"Best before: {goal.best}",
            goal.start and f"Begun with {goal.start}",
            days and f"On {days}",
        ),
    )


def plans(entries: Sequence[Entry], aims: Sequence[Resource]) -> list[Resource]:
    """One CarePlan with the goals and the injections that the clinic has planned; none without either."""
    injections = [(entry.day, entry.record) for entry in entries if isinstance(entry.record, r.Injection)]
    given = {day for day, record in injections if not record.planned}
    planned = [
        {
            "detail": {
                "code": _injection(record),
                "status": "completed" if day in given else "scheduled",
                "scheduledPeriod": {"start": c.on(day), "end": c.on(day)},
            }
        }
        for day, record in injections
        if record.planned
    ]
    if not planned and not aims:
        return []
    plan = c.made(
        "CarePlan",
        f"{entries[0].id}",
        status="active",
        intent="plan",
        title="What the lifter and the clinic have planned",
        subject=c.SUBJECT,
        goal=[c.reference(aim) for aim in aims],
        activity=planned,
    )
    return [plan]


def conditions(entries: Iterable[Entry]) -> list[Resource]:
    """The lifter's own word that the joint aches, unconfirmed, from the first morning that it did."""
    for entry in entries:
        if isinstance(entry.record, r.Checkin) and entry.record.ache:
            condition = c.made(
                "Condition",
                f"{entry.id}",
                verificationStatus=c.term("condition-ver-status", "unconfirmed"),
                code=concept("Ache at the sacroiliac joint, as the lifter says", c.SACROCOCCYGEAL),
                subject=c.SUBJECT,
                recordedDate=c.on(entry.day),
            )
            return [condition]
    return []


def flags(entries: Sequence[Entry]) -> Iterator[Resource]:
    """A Flag for each emergency or urgent sign that was there, active until a clinician has looked at it."""
    looked = [e.day for e in entries if isinstance(e.record, r.Clinician) and e.record.assessed]
    for entry in entries:
        if not isinstance(entry.record, r.Screen):
            continue
        end = next((day for day in looked if day >= entry.day), None)
        for one in entry.record.answers:
            if one.how in ("yes", "new") and one.flag in _GRAVE:
                yield c.made(
                    "Flag",
                    f"{entry.id} {one.flag}",
                    identifier=c.identified(entry),
                    status="inactive" if end else "active",
                    code=concept(capital(flag_name(one.flag))),
                    subject=c.SUBJECT,
                    period={"start": c.on(entry.day), **({"end": c.on(end)} if end else {})},
                )


def origins(by_source: dict[str, list[Resource]], recorded: str) -> list[Resource]:
    """A Provenance for each source that things were imported from."""
    return [
        c.made(
            "Provenance",
            source,
            target=[c.reference(one) for one in targets],
            recorded=recorded,
            agent=[{"who": {"display": "The lifter, with Underbar"}}],
            entity=[{"role": "source", "what": {"display": c.plain(source)}}],
        )
        for source, targets in by_source.items()
    ]
