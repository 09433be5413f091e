"""The plan as JSON: NOTATION.md's keys in their order, the same bytes each time, and fast."""

from __future__ import annotations

import json
from datetime import date, timedelta

from wording_samples import CARRY, DAILY, DAY, DECIDED, MON, NEXT, SAMPLE, TUE, bound, lift, plan

from underbar.protocol.plan import OtherPlan, Reason, ReleasePlan, StabilityPlan, Stop
from underbar.protocol.reasons import reason
from underbar.wording import as_json
from underbar.wording.as_json import plan_to_dict, plan_to_json
from underbar.wording.en import headline, refer_text, stop_text

HOLD = plan(
    lift("hold", 185.0, bound(SAMPLE["next-morning-ache"])),
    signs=("release-lapsed",),
    refer=("flare-long",),
    reasons=(SAMPLE["short-sleep"],),
    stability=(*DAILY, CARRY),
)


def test_keys_stand_in_the_order_of_the_notation():
    read = json.loads(plan_to_json(HOLD))
    assert list(read) == [
        "schema",
        "protocol",
        "day",
        "phase",
        "verdict",
        "headline",
        "lifts",
        "next_lift_day",
        "release",
        "stability",
        "other",
        "signs",
        "stop",
        "refer",
        "reasons",
        "experiment",
    ]
    assert list(read["lifts"][0]) == [
        "lift",
        "weight",
        "unit",
        "sets",
        "reps",
        "working",
        "effort_max",
        "warmup",
        "plates",
        "verdict",
        "change",
        "reasons",
        "plates_unit",
        "easier",
        "harder",
    ]
    assert list(read["lifts"][0]["reasons"][0]) == ["rule", "binding", "facts", "says", "text"]
    assert list(read["release"]) == ["left_s", "right_s", "reasons"]
    assert list(read["stability"][0]) == [
        "exercise",
        "level",
        "dose",
        "left_first",
        "reasons",
        "weight",
        "unit",
        "top",
    ]
    assert list(read["other"][0]) == ["item", "minutes", "reasons", "times"]


def test_a_bar_day_reads_back_whole():
    read = plan_to_dict(HOLD)
    assert read["schema"] == "underbar.plan/1"
    assert (read["day"], read["phase"], read["verdict"]) == ("2026-02-12", "reload", "hold")
    assert read["headline"] == headline(HOLD)
    assert read["next_lift_day"] is None
    assert read["signs"] == ["release-lapsed"]
    assert read["stop"] is None
    assert read["refer"] == [{"flag": "flare-long", "text": refer_text("flare-long")}]
    assert read["release"] == {"left_s": 90, "right_s": 90, "reasons": []}
    assert read["stability"][2]["weight"] == 40.0
    assert read["stability"][2]["unit"] == "lb"
    assert read["other"][0]["minutes"] == 20
    only = read["lifts"][0]
    assert only["warmup"] == [
        {"weight": 45.0, "reps": 5},
        {"weight": 75.0, "reps": 5},
        {"weight": 115.0, "reps": 3},
    ]
    assert only["plates"] == [45.0, 5.0, 2.5]
    assert (only["effort_max"], only["easier"], only["harder"]) == (6, "trap-bar-deadlift", None)
    assert only["reasons"] == [
        {
            "rule": "next-morning-ache",
            "binding": True,
            "facts": {"session_day": "2026-02-09", "morning_day": "2026-02-10", "ache": 1, "side": "right"},
            "says": "[ART]",
            "text": "Tuesday morning you woke with a 1 on the right, the morning after the bar.",
        }
    ]


def test_loads_are_floats_and_half_efforts_stay():
    odd = lift("hold", 185)._replace(working=190, change=0, effort_max=6.5)
    text = plan_to_json(plan(odd))
    assert '"weight": 185.0, ' in text
    assert '"working": 190.0, "effort_max": 6.5' in text
    assert '"change": 0.0' in text


def test_a_locked_release_is_null_and_its_reasons_move_up():
    locked = plan(
        release=ReleasePlan(0, 0, (bound(SAMPLE["release-locked"]),)), reasons=(SAMPLE["rest-day"],)
    )
    read = plan_to_dict(locked)
    assert read["release"] is None
    assert [found["rule"] for found in read["reasons"]] == ["rest-day", "release-locked"]
    assert plan_to_dict(plan(release=None))["release"] is None
    assert plan_to_dict(plan(release=ReleasePlan(0, 30)))["release"] == {
        "left_s": 0,
        "right_s": 30,
        "reasons": [],
    }


def test_a_lock_gives_its_text_and_nothing_to_do():
    stop = Stop("U", ("fever", "calf"))
    read = plan_to_dict(
        plan(
            verdict="stop", phase="stop", stop=stop, release=None, stability=(), other=(), next_lift_day=None
        )
    )
    assert read["stop"] == {"level": "U", "flags": ["fever", "calf"], "text": stop_text(stop)}
    assert (read["lifts"], read["stability"], read["other"], read["release"]) == ([], [], [], None)


def test_a_rest_day_says_when():
    assert plan_to_dict(plan(reasons=(SAMPLE["rest-day"],)))["next_lift_day"] == NEXT.isoformat()


def test_every_fact_comes_through_as_json():
    read = plan_to_dict(plan(reasons=tuple(DECIDED)))
    for found, sample in zip(read["reasons"], DECIDED, strict=True):
        for (name, value), shown in zip(sample.facts, found["facts"].values(), strict=True):
            if isinstance(value, date):
                assert shown == value.isoformat(), name
            else:
                assert shown == (list(value) if isinstance(value, tuple) else value), name


def test_equal_facts_print_alike_whatever_was_rendered_before():
    printed = set()
    for last in (170, 170.0):
        as_json._reason_always.cache_clear()
        found = Reason("back-off-again", (("last", last), ("unit", "lb")))
        printed.add(plan_to_json(plan(reasons=(found,))))
    assert len(printed) == 1


def test_a_clinics_words_are_escaped():
    said = reason("clinic-says", 'take it "easy"\n\\ ü', binding=True)
    read = plan_to_dict(plan(reasons=(said,)))
    assert read["reasons"][0]["facts"]["text"] == 'take it "easy"\n\\ ü'
    assert plan_to_json(plan(reasons=(said,))).isascii()
    assert "\n" not in plan_to_json(plan(reasons=(said,)))


def test_a_dated_reason_of_stability_work_follows_the_day():
    held = StabilityPlan("pallof-press", 1, "2x8", True, (SAMPLE["pain-during"],))
    first = plan_to_dict(plan(stability=(held,)))
    later = plan_to_dict(plan(stability=(held,), day=DAY + timedelta(days=30)))
    assert "Monday's session" in first["stability"][0]["reasons"][0]["text"]
    assert "the session of 9 February" in later["stability"][0]["reasons"][0]["text"]


def test_a_walk_taken_three_times():
    assert plan_to_dict(plan(other=(OtherPlan("walk", 10, times=3),)))["other"] == [
        {"item": "walk", "minutes": 10, "reasons": [], "times": 3}
    ]


def test_the_same_plan_gives_the_same_bytes():
    again = plan(
        lift("hold", 185.0, bound(reason("next-morning-ache", MON, TUE, 1, "right"))),
        signs=("release-lapsed",),
        refer=("flare-long",),
        reasons=(SAMPLE["short-sleep"],),
        stability=(*DAILY, CARRY),
    )
    assert plan_to_json(again) == plan_to_json(HOLD)
