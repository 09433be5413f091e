"""What was felt, measured and done, as Observations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from underbar.diary import records as r
from underbar.diary.notation_values import clock
from underbar.diary.records import Entry
from underbar.exporters.fhir import codes as c
from underbar.exporters.fhir.codes import Resource, concept
from underbar.quantities import Sets, Weight
from underbar.wording.en_words import exercise_name

_DAY: Final = timedelta(days=1)
_JOINT: Final = {
    "left": "left sacroiliac joint",
    "right": "right sacroiliac joint",
    "both": "both sacroiliac joints",
    None: "sacroiliac joint",
}
_TICKED: Final = {
    "sore": "Sore muscles this morning",
    "painkiller": "Painkiller taken before the check-in",
    "flare": "A flare, as the lifter says",
    "ill": "Ill",
}


def observations(entry: Entry) -> list[Resource]:
    """The Observations of an entry; none for a kind that is told in another way or not at all."""
    return list(_of(entry))


def _of(entry: Entry) -> Iterator[Resource]:
    match entry.record:
        case r.Checkin() as said:
            yield from _checkin(entry, said)
        case r.Sleep(seconds, quality):
            yield from _night(entry, seconds, quality)
        case r.Release(left, right, pain):
            sides = [(side, time) for side, time in (("left", left), ("right", right)) if time is not None]
            held = [_part(f"Held, {side}", valueQuantity=c.quantity(time, "s")) for side, time in sides]
            yield _activity(entry, "release", "iliacus release", [*held, *_pain(pain)])
        case r.Stability() as done:
            yield from _stability(entry, done)
        case r.Lift() as done:
            yield from _lift(entry, done)
        case r.Walk(seconds):
            yield _duration(entry, "walking", seconds)
        case r.Stretch(seconds):
            yield _duration(entry, "hard stretching", seconds)
        case r.Sitting(seconds):
            yield _observed(entry, "sitting", concept("Sitting that day"), valueQuantity=c.minutes(seconds))
        case r.Bodyweight(weight):
            yield _weight(entry, weight)
        case r.Lifter(bodyweight=Weight() as weight):
            yield _weight(entry, weight)
        case r.Pulse(beats):
            value = {"value": c.whole(beats), "unit": "beats a minute"}
            yield _observed(entry, "pulse", concept("Resting pulse"), valueQuantity=value)
        case r.Hrv(milliseconds):
            value = {"value": c.whole(milliseconds), "unit": "ms"}
            yield _observed(entry, "hrv", concept("Heart-rate variability"), valueQuantity=value)
        case r.Test() as found:
            yield _test(entry, found)
        case r.Score(what, value):
            code = {"odi": c.ODI, "promis-pi": c.PROMIS_PAIN}.get(what)
            score = c.quantity(value, "{score}")
            yield _observed(entry, "score", concept(_SCORES[what], code), valueQuantity=score)


_SCORES: Final = {
    "odi": "Oswestry Disability Index",
    "rmdq": "Roland-Morris Disability Questionnaire",
    "promis-pi": "PROMIS pain interference, T-score",
}


def _checkin(entry: Entry, said: r.Checkin) -> Iterator[Resource]:
    if said.left is not None and said.right is not None:
        yield _ache(entry, "left", said.left, "left")
        yield _ache(entry, "right", said.right, "right")
    elif said.ache is not None:
        yield _ache(entry, "ache", said.ache, said.side)
    if said.evening is not None:
        yield _ache(entry, "evening", said.evening, None, entry.day - _DAY, "in the evening")
    if said.stiff is not None:
        stiff = concept("Stiff in the morning, on which side")
        yield _observed(entry, "stiff", stiff, valueString=said.stiff)
    if said.woke is not None:
        woke = f"{clock(said.woke)}:00"
        yield _observed(entry, "woke", concept("Woke up at"), valueTime=woke)
    yield from _night(entry, said.sleep, said.quality)
    for name, text in _TICKED.items():
        if getattr(said, name):
            yield _observed(entry, name, concept(text), valueBoolean=True)


def _ache(
    entry: Entry, part: str, ache: int, side: str | None, day: date | None = None, note: str = ""
) -> Resource:
    about = concept("Ache at the sacroiliac joint, 0 to 10", c.PAIN)
    where = concept(_JOINT[side])
    return _observed(entry, part, about, day=day, note=note, bodySite=where, valueInteger=ache)


def _night(entry: Entry, seconds: int | None, quality: int | None) -> Iterator[Resource]:
    if seconds is not None:
        yield _observed(entry, "sleep", concept("Sleep", c.SLEEP), valueQuantity=c.minutes(seconds))
    if quality is not None:
        yield _observed(entry, "quality", concept("Quality of sleep, 0 to 10"), valueInteger=quality)


def _weight(entry: Entry, weight: Weight) -> Resource:
    about = concept("Body weight", c.BODY_WEIGHT)
    return _observed(entry, "weight", about, "vital-signs", valueQuantity=c.mass(weight))


def _duration(entry: Entry, what: str, seconds: int) -> Resource:
    kind = _part("Exercise", c.EXERCISE_ACTIVITY, valueCodeableConcept=concept(what))
    about = concept("Duration of exercise", c.EXERCISE_DURATION)
    time = c.minutes(seconds)
    return _observed(entry, "duration", about, "activity", component=[kind], valueQuantity=time)


def _stability(entry: Entry, done: r.Stability) -> Iterator[Resource]:
    sides = {"left": done.left, "right": done.right, "both": done.both}
    about = [*_number("Level", done.level), *_mass(done.weight), *_pain(done.pain)]
    about += [_part("Form", valueString=done.form)] if done.form else []
    given = [(side, sets) for side, sets in sides.items() if sets is not None]
    for side, sets in given:
        parts = [_part("Side", valueString=side), *_sets(sets), *about]
        yield _activity(entry, side, exercise_name(done.exercise), parts)
    if not given:
        yield _activity(entry, "", exercise_name(done.exercise), about)


def _lift(entry: Entry, done: r.Lift) -> Iterator[Resource]:
    """One for each group of equal sets."""
    about = [*_pain(done.pain), *_number("Effort, RPE", done.rpe)]
    about += [_part("Hips shifted to the", valueString=done.shift)] if done.shift else []
    marks = {
        "warm-up": done.warmup,
        "brace check done": done.brace,
        "missed": done.missed,
        "loads the pelvis": done.pelvis,
    }
    note = ", ".join(mark for mark, ticked in marks.items() if ticked)
    for place, work in enumerate(done.work):
        parts = [*_mass(work.weight), *_sets(work.sets), *about]
        yield _activity(entry, f"{place}", exercise_name(done.exercise), parts, note, done.because)


def _test(entry: Entry, found: r.Test) -> Resource:
    parts = []
    for side, value in (("Left", found.left), ("Right", found.right)):
        shown = c.quantity(value, "s") if found.unit else {"value": c.whole(value)}
        parts.append(_part(side, valueQuantity=shown))
    return _observed(entry, "test", concept(f"Test: {exercise_name(found.what)}"), component=parts)


def _activity(
    entry: Entry, part: str, what: str, parts: list[Any], note: str = "", because: str | None = None
) -> Resource:
    about = concept("Exercise", c.EXERCISE_ACTIVITY)
    value = concept(what)
    return _observed(
        entry, part, about, "activity", None, note, because, component=parts, valueCodeableConcept=value
    )


def _sets(sets: Sets) -> list[Any]:
    names = {"reps": "Repetitions in each set", "s": "Held in each set", "m": "Carried in each set"}
    return [
        _part("Sets", valueInteger=sets.count),
        _part(names[sets.kind], valueQuantity=c.amount(sets)),
    ]


def _mass(weight: Weight | None) -> list[Any]:
    return [] if weight is None else [_part("Weight", valueQuantity=c.mass(weight))]


def _pain(pain: int | None) -> list[Any]:
    return [] if pain is None else [_part("Pain during it, 0 to 10", c.PAIN, valueInteger=pain)]


def _number(name: str, value: float | None) -> list[Any]:
    return [] if value is None else [_part(name, valueQuantity={"value": c.whole(value)})]


def _part(text: str, code: tuple[str, str] | None = None, **value: Any) -> Any:
    return {"code": concept(text, code), **value}


def _observed(
    entry: Entry,
    part: str,
    about: dict[str, Any],
    category: str = "survey",
    day: date | None = None,
    note: str = "",
    because: str | None = None,
    **fields: Any,
) -> Resource:
    return c.made(
        "Observation",
        f"{entry.id} {part}",
        identifier=c.identified(entry),
        status="final",
        category=[c.term("observation-category", category)],
        code=about,
        subject=c.SUBJECT,
        effectiveDateTime=c.on(day or entry.day),
        note=c.noted(note, because, entry.comment),
        **fields,
    )
