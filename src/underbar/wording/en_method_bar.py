"""What the pages on the bar say: the gate, the brace, the lifts, background mode, no maxing, time away."""

from __future__ import annotations

from typing import Final

from underbar.wording.en_method_parts import Part

_GATE: Final = Part(
    slug="gate",
    title="The morning gate",
    line="The load is decided by the morning after. This is the heart of it.",
    lead="You earn the next kilo in the morning.",
    did=(
        "He did not ask during the session whether it was too much. He asked on the next morning, and he "
        "added weight only after a session that he had finished as planned and that left no ache at all: "
        "“zero next-morning ache”.",
        "That is the whole rule. It is slow, it is easy to check, and it cannot be argued with at five in "
        "the afternoon with a bar in front of you.",
    ),
    evidence=(
        "The zero is stricter than the studies. In a review of painful against painless exercise, the "
        "painful kind did slightly better at first and no different later (Smith 2017). People with a sore "
        "Achilles tendon who went on training with up to 5 of 10 did no worse than those who rested "
        "(Silbernagel 2007).",
        "So no study shows that zero is the right number. What every programme we compared shares is the "
        "signal: the answer of the next day, rather than courage on the day itself.",
        "That an app carries the rule adds little by itself. In one trial of an app for back pain the gain "
        "over usual care was real and small (selfBACK 2021).",
    ),
    does=(
        "The morning after judges the session, the second morning may add to it, and so may today’s. Each "
        "session falls into one of four, and the most careful that fits counts.",
        "Bad news always counts. Good news has to be timely, complete and unmasked: written within three "
        "hours of waking, on its own day. Editing it later can only make the plan more careful.",
    ),
    components=("zero-ache-gate", "app"),
    rules=(
        "zero-ache-morning", "next-morning-ache", "second-morning-ache", "ache-today", "pain-during",
        "pain-missing", "set-missed", "hip-shift", "effort", "over-prescribed", "missing-check-in",
        "late-check-in", "contradictory-check-in", "painkiller-masks-ache", "no-check-in-today", "stalled",
        "back-off-again",
    ),
    parameters=(
        "go-ache", "go-pain", "hold-second-ache", "back-off-ache", "back-off-second-ache", "back-off-pain",
        "back-off-factor", "back-off-again-factor", "stalled-holds", "stalled-factor", "timely-after-waking",
        "timely-until", "day-start", "medicine-steady-days",
    ),
    related=("background", "lifts", "flares"),
    table="zones",
)  # fmt: skip

_BRACE: Final = Part(
    slug="brace",
    title="The brace",
    line="Wedge, brace all round, both feet. Checked before the first set.",
    lead="Set up every repetition as if it were the heaviest you own.",
    did=(
        "At 135 lb he set up “every single rep like a max attempt”: wedged in under the bar, braced all the "
        "way round so that the muscles of both sides of the waist took the same load, with the same pressure "
        "under both feet. His strong side had been used to pulling the pelvis along; the brace was there to "
        "stop that.",
        "He never deadlifts without that check any more.",
    ),
    evidence=(
        "Thirteen people without pain were measured while they tensed their belly muscles: bracing made the "
        "joint less slack, and the deep muscle alone did so even more (Richardson 2002). That is a "
        "measurement in healthy people for a few minutes. Nobody has tested whether one way of bracing "
        "changes the course of an aching joint.",
    ),
    does=(
        "Three things are shown before the first set: wedge, brace all round, both feet. One tap says they "
        "were done, and a tap repeats them before each further set.",
        "A session without the check holds the load. A hip shift that you saw or felt holds it too, and "
        "names the side.",
        "Strong bracing raises the blood pressure for a moment. Whoever has blood pressure, a hernia or a "
        "recent eye operation to think of is asked about it among the warning signs, before there is any "
        "bar.",
    ),
    components=("brace",),
    rules=("brace-missing", "hip-shift"),
    related=("lifts", "warning-signs", "belts"),
)

_LIFTS: Final = Part(
    slug="lifts",
    title="Bringing the lifts back",
    line="Where each lift starts, how it climbs, and the ceiling above it.",
    lead="From 135 to 315 in eleven weeks, and not a day faster.",
    did=(
        "He came back to the deadlift with 135 lb, though 405 had been on the bar on the day it went wrong. "
        "Load came on only through the morning gate. Eleven weeks later he pulled 315. It was “worth "
        "every patient session”, he says.",
        "He gives no start for any other lift, no step and no number of sets. All of that here is our "
        "judgement, and says so.",
    ),
    evidence=(
        "Seventy people with back pain trained either the deadlift or gentle control exercises, both with a "
        "coach. Both groups got better, and the deadlift no more than the other (Aasa 2015, second hand). "
        "Those who did well with deadlifts had little pain, little disability and a long trunk hold to begin "
        "with (Berglund 2015). So a deadlift is acceptable on the way back; it is no special remedy.",
        "Steps of 2 to 10 % are what a position stand on strength names (second hand). The author’s own "
        "weeks come to 8 % each, without one hold, which makes them the best case. If one session in five is "
        "a hold, the same way takes about fourteen weeks.",
    ),
    does=(
        "Bar work opens after two weeks with ten days of daily work in them, a level bridge march, a known "
        "quiet background, and outside the first days of an injection. Whoever trained the lift in the last "
        "28 days skips the wait and nothing else.",
        "Three sets of five at an effort of 6, later 7. Hinge lifts with two days between them, twice a week "
        "at most; squats with one day between.",
        "Each lift has a working load, carried from session to session by the gate, and today’s load, which "
        "a bad night or an injection may lower for the day. Above it stands the ceiling: the heaviest load "
        "that went well at least a week ago, plus a tenth or one step.",
        "Two lifts never rise within two days of each other: the morning could not say which one it judged. "
        "If a lift keeps aching, an easier variation is offered, and you decide.",
        "From 65 years the steps are halved. A lighter day, a shorter one or none is one tap and never held "
        "against you; a heavier one is logged, asked for its reason, and repeats the load.",
    ),
    components=("deadlift",),
    rules=(
        "not-ready", "first-session", "ceiling", "plates", "goal-reached", "one-raise-at-a-time",
        "lowered-last-time", "bar-locked", "rest-day",
    ),
    parameters=(
        "not-ready-days", "not-ready-done", "not-ready-background", "not-ready-bridge", "not-ready-leg-raise",
        "not-ready-injection-days", "recent-training-days", "ceiling-percent", "ceiling-days", "dose-sets",
        "dose-reps", "effort-first", "effort-later", "effort-weeks", "hinge-gap", "hinge-per-week",
        "squat-gap",
        "raise-gap", "raise-after-go", "half-step-age", "warmup-middle-percent", "warmup-last-percent",
        "warmup-reps", "warmup-last-reps",
    ),
    related=("gate", "brace", "no-maxing"),
    table="lifts",
)  # fmt: skip

_BACKGROUND: Final = Part(
    slug="background",
    title="Background mode",
    line="For a joint that always says 1. Not the author’s rule.",
    lead="If every morning is a 1, zero is a wall rather than a gate.",
    did=(
        "Nothing of this. The author waited for zero and got there. Somebody whose joint says 1 on every "
        "morning, trained or not, would stand at 135 lb for good.",
    ),
    evidence=(
        "Programmes that let people train with some pain ask for no worse than usual, rather than nothing at "
        "all. The limit of 5 of 10 in the Achilles study (Silbernagel 2007) is wider than anything used "
        "here, and it is another tissue. Coaches speak of finding the load that is tolerated (Barbell "
        "Medicine). For this joint we found no trial of either way.",
    ),
    does=(
        "The background is the median ache of your last fourteen eligible mornings: none of the two after "
        "bar work, none of the week after an injection, none in a flare. With fewer than five it is unknown, "
        "and an unknown background permits nothing.",
        "In background mode the gate reads your background where it said 0. It is yours to switch on, only "
        "while the background is 2 or less, and each plan that leans on it says so. The rows for backing off "
        "and for a flare stay as they are.",
        "A background that rose over three weeks switches it off and is worth showing a clinician.",
        "It is offered to whoever held for ache in six sessions of ten, and never switched on for you.",
    ),
    components=("zero-ache-gate",),
    rules=("background-mode", "next-morning-ache"),
    parameters=(
        "background-mode-limit", "go-pain-background", "background-mornings", "background-days",
        "background-minimum", "background-after-bar", "background-after-injection", "background-rise-days",
        "background-offer-holds", "background-offer-sessions",
    ),
    related=("gate", "flares", "which-joint"),
)  # fmt: skip

_MAXING: Final = Part(
    slug="no-maxing",
    title="No maxing",
    line="Singles and tests can wait for twelve weeks of quiet work.",
    lead="A test builds nothing.",
    did=(
        "A session ought to build something, he writes, and a maximal attempt on a joint that is still "
        "settling “is not building — it is gambling”. He pulls heavy again, and trains differently than "
        "before.",
    ),
    evidence=(
        "We know of no study that says when a heavy single is tolerated again after trouble with this joint. "
        "The weeks and the counts below are ours. The idea is the author’s.",
    ),
    does=(
        "Singles, tests and anything from 90 % of the old best are refused until three things are there "
        "together: twelve weeks of bar work, eight go sessions in a row, and six weeks since the last "
        "injection.",
        "If you do it anyway, it is logged like any set. The session then counts as a hold, and the plan "
        "says why.",
    ),
    components=("zero-ache-gate",),
    rules=("no-maxing", "over-prescribed"),
    parameters=("no-maxing-percent", "no-maxing-weeks", "no-maxing-go", "no-maxing-injection-weeks"),
    related=("lifts", "gate"),
)

BAR: Final = (_GATE, _BRACE, _LIFTS, _BACKGROUND, _MAXING)
