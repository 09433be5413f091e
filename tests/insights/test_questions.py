"""Questions on diaries whose answer is known, and on those that cannot answer."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest

from ordinal_diaries import Truth, columns
from underbar.insights.answers import Answer, Question
from underbar.insights.columns import Columns
from underbar.insights.days import Day, Diary
from underbar.insights.questions import answer_all

FIRST = date(2026, 1, 5).toordinal()


def _diary(found: Columns) -> Diary:
    def told(value: float) -> float | None:
        return None if math.isnan(value) else float(value)

    return Diary(
        tuple(
            Day(
                int(found.day[at]),
                ache=None if math.isnan(found.ache[at]) else int(found.ache[at]),
                sleep=told(found.sleep[at]),
                release="done" if found.release[at] else "missed",
                sitting=told(found.sitting[at]),
                load=float(found.load[at]),
            )
            for at in range(len(found.day))
        ),
        (),
    )


def _made(seed: int = 1, **truth: object) -> Diary:
    return _diary(columns(Truth(**truth), np.random.default_rng(seed)))  # type: ignore[arg-type]


def _numbers(answer: Answer) -> list[float]:
    found = [
        answer.low.mean,
        answer.high.mean,
        *(run.p for run in answer.runs),
        *(run.estimate for run in answer.runs),
    ]
    if answer.effect is not None:
        found += [value for value in answer.effect if not isinstance(value, str)]
    return [float(value) for value in found if value is not None]


def test_a_strong_link_is_found_and_its_width_holds_the_truth() -> None:
    answers = answer_all(_made(mornings=365, effect=-1.0, zeros=0.2))
    sleep = answers["sleep"]
    assert sleep.verdict == "consistent"
    assert sleep.effect is not None
    assert sleep.effect.low < -0.88 < sleep.effect.high, "a tenth is lost to rounding and to the floor of 0"
    assert sleep.effect.high < 0
    assert sleep.effect.below > 0.999
    assert [run.agrees for run in sleep.runs] == [True, True, True]
    assert all(look.found for look in sleep.looks)
    assert {answers["release"].verdict, answers["sitting"].verdict} == {"cannot-tell"}


def test_what_of_an_ache_is_carried_on_is_told() -> None:
    """Series of persistence 0.8; rounding and the floor of 0 take a little of it."""
    effect = answer_all(_made(mornings=1000, persistence=0.8, zeros=0.2))["sleep"].effect
    assert effect is not None
    assert 0.7 < effect.carried < 0.82
    assert effect.persistence is not None
    assert abs(effect.persistence) < 0.2


def test_the_groups_are_counted_by_hand() -> None:
    """Nights of 6, 6.5 and 8 hours in turn, an ache of 2 after each of 6: 10 short nights, 20 longer ones."""
    nights = [6.0, 6.5, 8.0] * 10
    days = tuple(Day(FIRST + at, ache=2 if hours == 6 else 0, sleep=hours) for at, hours in enumerate(nights))
    sleep = answer_all(Diary(days, ()))["sleep"]
    assert (sleep.low.mornings, sleep.low.ached, sleep.low.mean) == (10, 10, 2.0)
    assert (sleep.high.mornings, sleep.high.ached, sleep.high.mean) == (20, 0, 0.0)
    assert (sleep.mornings, sleep.missing, sleep.silent, sleep.border) == (30, 0, 0, 6.5)
    assert (sleep.points[0].day, sleep.points[0].x, sleep.points[0].ache) == (FIRST, 6.0, 2)


def test_release_and_sitting_are_those_of_the_day_before() -> None:
    days = (
        Day(FIRST, ache=0, release="missed", sitting=9.0),
        Day(FIRST + 1, ache=4, release="done", sitting=2.0),
        Day(FIRST + 2, ache=1, release="off"),
        Day(FIRST + 3, ache=3),
    )
    answers = answer_all(Diary(days, ()))
    assert [(point.day - FIRST, point.x, point.ache) for point in answers["release"].points] == [
        (1, 0, 4),
        (2, 1, 1),
    ]
    assert (answers["release"].low.mean, answers["release"].high.mean) == (4.0, 1.0)
    assert answers["release"].border is None
    assert [(point.x, point.ache) for point in answers["sitting"].points] == [(9.0, 4), (2.0, 1)]
    assert (answers["sitting"].low.mean, answers["sitting"].high.mean) == (4.0, 1.0), "low: sat longer"


def test_missing_mornings_are_told_apart() -> None:
    days = (
        Day(FIRST),
        Day(FIRST + 1, ache=1, sleep=7.0),
        Day(FIRST + 2, sleep=7.0),
        Day(FIRST + 3, ache=1),
        Day(FIRST + 4, ache=1, sleep=6.0),
    )
    sleep = answer_all(Diary(days, ()))["sleep"]
    assert (sleep.mornings, sleep.missing, sleep.silent) == (2, 2, 1), (
        "the days before the first do not count"
    )


@pytest.mark.parametrize(
    ("mornings", "verdict", "caveats", "next_look"),
    [
        (27, "too-little", ("few-mornings",), 90),
        (28, "too-little", ("no-width-yet",), 90),
        (59, "too-little", ("no-width-yet",), 90),
        (60, "cannot-tell", (), 90),
        (89, "cannot-tell", (), 90),
        (90, "cannot-tell", (), 180),
        (365, "cannot-tell", (), None),
    ],
)
def test_what_is_said_grows_with_the_mornings(
    mornings: int, verdict: str, caveats: tuple[str, ...], next_look: int | None
) -> None:
    sleep = answer_all(_made(seed=3, mornings=mornings))["sleep"]
    assert (sleep.verdict, sleep.caveats, sleep.next_look) == (verdict, caveats, next_look)
    assert (sleep.effect is not None) == (mornings >= 60)
    assert [look.mornings for look in sleep.looks] == [at for at in (90, 180, 365) if at <= mornings]
    assert bool(sleep.runs) == (mornings >= 90)


def test_a_link_that_is_plain_on_day_89_is_no_verdict_before_day_90() -> None:
    known = columns(Truth(90, effect=-1.5, zeros=0.2), np.random.default_rng(1))
    whole = _diary(known)
    before = answer_all(Diary(whole.days[:89], ()))["sleep"]
    assert before.effect is not None
    assert before.effect.p < 0.001
    assert before.verdict == "cannot-tell"
    assert answer_all(whole)["sleep"].verdict == "consistent"


def test_a_look_is_not_changed_by_what_comes_after_it() -> None:
    whole = _made(seed=5, mornings=300)
    at_look = answer_all(Diary(whole.days[:180], ()))["sleep"].looks
    assert answer_all(whole)["sleep"].looks == at_look


def test_what_was_found_is_taken_back_where_later_mornings_deny_it() -> None:
    strong = columns(Truth(90, effect=-1.5, zeros=0.2), np.random.default_rng(1))
    against = columns(Truth(80, effect=1.5, zeros=0.2), np.random.default_rng(2))
    joined = Columns(
        *(np.concatenate([a, b]) for a, b in zip(strong, against, strict=True)),
    )._replace(day=np.arange(FIRST, FIRST + 170))
    sleep = answer_all(_diary(joined))["sleep"]
    assert [look.found for look in sleep.looks] == [True]
    assert sleep.verdict == "cannot-tell"
    assert sleep.caveats == ("faded",)


def test_a_finding_of_an_earlier_look_that_the_last_one_misses_is_leaning() -> None:
    """Strong for 90 mornings, weak for 90 more: at 180 still apart from 0, and above its level of 0.014."""
    strong = columns(Truth(90, effect=-0.7, zeros=0.2), np.random.default_rng(11))
    weak = columns(Truth(90, effect=-0.2, zeros=0.2), np.random.default_rng(1011))
    joined = Columns(*(np.concatenate([a, b]) for a, b in zip(strong, weak, strict=True)))
    sleep = answer_all(_diary(joined._replace(day=np.arange(FIRST, FIRST + 180))))["sleep"]
    assert [look.found for look in sleep.looks] == [True, False]
    assert all(run.agrees for run in sleep.runs)
    assert sleep.verdict == "leaning"


def test_the_first_question_has_the_larger_share() -> None:
    answers = answer_all(_made(seed=3, mornings=91), first="sitting")
    assert [question for question, answer in answers.items() if answer.first] == ["sitting"]
    assert answers["sitting"].looks[0].level > 5 * answers["sleep"].looks[0].level


def test_injections_and_flares_that_carry_a_finding_make_it_no_consistent_one() -> None:
    """The link is there in the flares alone: nights of 5 hours and an ache of 8, twenty of them."""
    chance = np.random.default_rng(7)
    days = []
    for at in range(180):
        flare = at % 9 == 0
        hours = 5.0 if flare else float(7 + 0.8 * chance.standard_normal())
        ache = 8 if flare else int(chance.integers(0, 3))
        days.append(Day(FIRST + at, ache=ache, sleep=hours, flare=flare))
    sleep = answer_all(Diary(tuple(days), ()))["sleep"]
    events = next(run for run in sleep.runs if run.name == "without-events")
    assert sleep.verdict == "leaning"
    assert not events.agrees
    assert events.rows == 180 - 20, "the first day is a flare, and the first row"


def test_above_eighty_percent_of_zeros_any_ache_is_asked_for() -> None:
    many, fewer = _made(mornings=120, zeros=0.9), _made(mornings=120, zeros=0.6)
    effects = [answer_all(diary)["sleep"].effect for diary in (many, fewer)]
    assert [effect.scale for effect in effects if effect is not None] == ["chance", "points"]


def test_an_evening_ache_that_is_told_is_in_the_model() -> None:
    made = _made(mornings=120)
    told = Diary(tuple(day._replace(evening=at % 3) for at, day in enumerate(made.days)), ())
    assert answer_all(made)["sleep"].without == ("evening",)
    assert answer_all(told)["sleep"].without == ()
    assert answer_all(told)["release"].without == ()
    assert answer_all(told)["sleep"].effect != answer_all(made)["sleep"].effect
    assert answer_all(told)["release"].effect == answer_all(made)["release"].effect


def test_sitting_that_is_told_every_other_day_is_asked_without_its_day_before() -> None:
    made = _made(mornings=200)
    half = tuple(day._replace(sitting=day.sitting if at % 2 else None) for at, day in enumerate(made.days))
    sitting = answer_all(Diary(half, ()))["sitting"]
    assert sitting.without == ("before",)
    assert sitting.effect is not None
    assert sitting.effect.rows > 90


def _same_nights(day: Day) -> Day:
    return day._replace(sleep=7.0)


def _no_ache(day: Day) -> Day:
    return day._replace(ache=0)


def _same_ache(day: Day) -> Day:
    return day._replace(ache=3)


def _always_kept(day: Day) -> Day:
    return day._replace(release="done")


def _a_year_of_gaps(day: Day) -> Day:
    return day if (day.day // 40) % 9 == 0 else Day(day.day)


def _every_other(day: Day) -> Day:
    return day if day.day % 2 else Day(day.day)


@pytest.mark.parametrize(
    ("change", "question", "caveat"),
    [
        (_same_nights, "sleep", "always-the-same"),
        (_no_ache, "sleep", "ache-always-the-same"),
        (_same_ache, "sleep", "ache-always-the-same"),
        (_always_kept, "release", "always-the-same"),
        (_every_other, "sleep", "no-pairs"),
    ],
)
def test_a_diary_that_cannot_answer_says_why(change: object, question: Question, caveat: str) -> None:
    days = tuple(change(day) for day in _made(mornings=400).days)  # type: ignore[operator]
    answer = answer_all(Diary(days, ()))[question]
    assert (answer.verdict, answer.effect, answer.caveats) == ("too-little", None, (caveat,))


@pytest.mark.parametrize(
    "change", [_same_nights, _no_ache, _same_ache, _always_kept, _every_other, _a_year_of_gaps]
)
@pytest.mark.parametrize("mornings", [0, 1, 3, 30, 61, 95, 400])
def test_no_diary_gives_a_nan(change: object, mornings: int) -> None:
    days = tuple(change(day) for day in _made(mornings=mornings).days) if mornings else ()  # type: ignore[operator]
    for answer in answer_all(Diary(days, ())).values():
        assert all(math.isfinite(value) for value in _numbers(answer))
        assert answer.mornings == answer.low.mornings + answer.high.mornings == len(answer.points)


def test_an_empty_diary_has_three_answers() -> None:
    for answer in answer_all(Diary((), ())).values():
        assert (answer.verdict, answer.mornings, answer.missing) == ("too-little", 0, 0)
        assert (answer.low.mean, answer.caveats) == (None, ("few-mornings",))


def test_device_nights_on_missing_mornings_can_tip_the_scales() -> None:
    """Missing mornings after long nights: with one more point of ache there, the link would be gone."""
    found = columns(Truth(150, effect=-0.5, zeros=0.3), np.random.default_rng(3))
    gone = found.ache.copy()
    gone[np.argsort(-found.sleep)[20:60]] = np.nan
    told = found._replace(ache=gone, sleep=np.where(np.isnan(gone), np.nan, found.sleep))
    kept = answer_all(_diary(told))["sleep"]
    tipped = answer_all(_diary(found._replace(ache=gone)))["sleep"]
    assert kept.verdict in ("leaning", "consistent")
    assert (tipped.verdict, tipped.caveats) == ("cannot-tell", ("tipping",))
