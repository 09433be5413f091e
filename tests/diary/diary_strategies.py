"""Entries of every kind, as the notation allows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from underbar.diary import records as r
from underbar.diary.vocabulary import (
    FLAGS,
    INJECTIONS,
    LIFTS,
    QUESTIONS,
    SCORES,
    SKIPS,
    STABILITY,
    TESTS,
    TRIALS,
)
from underbar.quantities import Sets, Weight

maybe = lambda strategy: st.none() | strategy  # noqa: E731 - reads as one word of the lines below
text = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
name = (
    st.sampled_from(["ibuprofen", "from", "id", "two words", "a;b", 'q"q', "back\\slash", "-x", "é"]) | text
)
comment = st.from_regex(r"[a-z;\"][a-z ;\"]{0,8}[a-z]", fullmatch=True)
scale = st.integers(0, 10)
seconds = st.integers(0, 86_400)
weight = st.builds(Weight, st.integers(1, 14000).map(lambda v: v / 20), st.sampled_from(["lb", "kg"]))
weights = st.lists(weight, max_size=3).map(tuple)
sets = st.builds(Sets, st.integers(1, 99), st.integers(0, 1000).map(float), st.just("reps")) | st.builds(
    Sets, st.integers(1, 99), st.integers(0, 7200).map(lambda v: v / 2), st.sampled_from(["s", "m"])
)
side = st.sampled_from(["left", "right", "both"])
lift = st.sampled_from(LIFTS)


@st.composite
def checkins(draw: st.DrawFn) -> r.Checkin:
    how = draw(st.sampled_from(["none", "one", "sides"]))
    ache, where, left, right = None, None, None, None
    if how == "one":
        ache, where = draw(scale), draw(maybe(side))
    elif how == "sides":
        left, right = draw(scale), draw(scale)
        ache = max(left, right)
    flags = [draw(st.booleans()) for _ in range(4)]
    return r.Checkin(
        ache,
        where,
        left,
        right,
        draw(maybe(st.sampled_from(["none", "left", "right", "both"]))),
        draw(maybe(seconds)),
        draw(maybe(scale)),
        draw(maybe(st.integers(0, 1439))),
        draw(maybe(scale)),
        *flags,
    )


@st.composite
def tests(draw: st.DrawFn) -> r.Test:
    value = st.integers(0, 2000).map(lambda v: v / 4)
    return r.Test(draw(st.sampled_from(TESTS)), draw(value), draw(value), draw(st.sampled_from(["s", ""])))


flags = st.builds(
    r.Lift,
    st.just("squat"),
    st.just(()),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    maybe(scale),
    maybe(st.integers(0, 20).map(lambda v: v / 2)),
    maybe(st.sampled_from(["left", "right"])),
    maybe(text),
)


@st.composite
def lifts(draw: st.DrawFn) -> r.Lift:
    exercise = draw(lift | name)
    load = weight if exercise in LIFTS else maybe(weight)
    work = draw(st.lists(st.builds(r.Work, load, sets), min_size=1, max_size=3))
    return replace(draw(flags), exercise=exercise, work=tuple(work))


@st.composite
def windows(draw: st.DrawFn) -> r.Window:
    first, last = sorted((draw(st.integers(0, 99)), draw(st.integers(0, 99))))
    return r.Window(first, last, draw(maybe(st.integers(0, 100).map(float))), draw(maybe(st.booleans())))


stability = st.builds(
    r.Stability,
    st.sampled_from(STABILITY),
    maybe(st.integers(0, 6)),
    maybe(sets),
    maybe(sets),
    st.none(),
    maybe(scale),
    maybe(st.sampled_from(["ok", "off"])),
    maybe(weight),
) | st.builds(r.Stability, st.sampled_from(STABILITY), both=sets)

record: st.SearchStrategy[r.Record] = st.one_of(
    st.builds(
        r.Lifter,
        maybe(st.integers(1900, 2100)),
        maybe(st.sampled_from(["lb", "kg"])),
        maybe(weight),
        maybe(st.sampled_from(["article", "background"])),
    ),
    st.builds(
        r.Gym,
        text,
        maybe(st.sampled_from(["lb", "kg"])),
        st.dictionaries(st.just("") | lift | text, weight, max_size=3).map(lambda d: tuple(d.items())),
        weights,
        weights,
    ),
    st.builds(
        r.Zone, st.sampled_from(["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])
    ),
    st.builds(
        r.Param, st.sampled_from(["day-start", "ceiling-days"]), st.sampled_from(["05:00", "1,3,7", "2.5"])
    ),
    st.builds(
        r.Sources,
        st.lists(name.filter(lambda n: "," not in n and n != "none"), max_size=3, unique=True).map(tuple),
    ),
    st.builds(
        r.Goal,
        lift,
        maybe(weight),
        maybe(weight),
        maybe(weight),
        maybe(st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days)))),
    ),
    st.builds(r.Goal, lift, off=st.just(True)),
    st.builds(
        r.Screen,
        st.lists(
            st.builds(r.Answer, st.sampled_from(FLAGS), st.sampled_from(["yes", "unsure", "skipped", "new"])),
            max_size=4,
            unique_by=lambda answer: answer.flag,
        ).map(tuple),
        maybe(st.sampled_from(["full", "re", "injection"])),
    ),
    st.builds(r.Clinician, says=text),
    st.sampled_from([r.Clinician(assessed=True), r.Clinician(bar_ok=True)]),
    st.builds(r.Clinician, window=windows()),
    st.builds(r.Clinician, course=st.builds(r.Course, st.integers(1, 99), st.integers(1, 365))),
    checkins(),
    st.builds(r.Sleep, seconds, maybe(scale)),
    st.builds(r.Release, seconds, maybe(seconds), maybe(scale)),
    st.builds(r.Release, right=seconds),
    stability,
    lifts(),
    st.builds(
        r.Injection, st.sampled_from(INJECTIONS), maybe(side), maybe(st.integers(1, 99)), st.booleans()
    ),
    st.builds(r.Visit, text),
    tests(),
    st.builds(r.Score, st.sampled_from(SCORES), st.integers(0, 48).map(lambda v: v / 2)),
    st.builds(r.Activity, text, scale),
    st.builds(r.Walk, seconds),
    st.builds(r.Stretch, seconds),
    st.builds(r.Sitting, seconds),
    st.builds(r.Painkiller, name),
    st.builds(r.Medicine, name, st.booleans()),
    st.builds(r.Skip, st.sampled_from(SKIPS)),
    st.builds(r.Question, st.sampled_from(QUESTIONS)),
    st.builds(r.Experiment, text, st.integers(0, 10**12), maybe(text)),
    st.builds(
        r.Experiment, text, st.integers(0, 10**12), maybe(text), st.sampled_from(TRIALS),
        st.integers(1, 60), st.integers(1, 28),
    ),
    st.just(r.Experiment(off=True)),
    st.builds(r.Arm, name, name),
    st.builds(r.Bodyweight, weight),
    st.builds(r.Pulse, st.integers(20, 200).map(float)),
    st.builds(r.Hrv, st.integers(0, 2000).map(lambda v: v / 10)),
    st.builds(r.Note, text),
    st.builds(r.Void, name),
)

stamps = st.sampled_from(["2026-03-05T07:10:00+01:00", "2026-03-05T07:10Z", "2026-03-05T07:10:11.5-05:00"])
days = st.dates(date(1950, 1, 1), date(2100, 12, 31))
entries = st.builds(
    r.Entry,
    days,
    record,
    maybe(st.integers(0, 1439)),
    maybe(name),
    maybe(stamps),
    maybe(name),
    maybe(name),
    maybe(comment),
)
