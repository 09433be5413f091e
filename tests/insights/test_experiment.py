"""What came of an experiment: whose a morning is, what is left out, and one lived through the real engine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from underbar.diary import records as r
from underbar.diary.diary import Diary
from underbar.diary.records import Entry
from underbar.insights.days import Day
from underbar.insights.experiment import DESIGNS, Arm, Design, Outcome, outcome, period_of
from underbar.insights.observed import read
from underbar.protocol.document import load
from underbar.protocol.rules.experiments import days_of, drawn
from underbar.protocol.state import Registered

FIRST = date(2026, 1, 5)


def design(pairs: int, block: int, what: r.Trial = "bedtime", flips: str = "") -> Design:
    """On first in every pair, but in those that `flips` names, registered on day 0."""
    arms: list[Arm] = []
    for pair in range(1, pairs + 1):
        order: tuple[Arm, Arm] = ("off", "on") if str(pair) in flips else ("on", "off")
        arms += [order[0]] * block + [order[1]] * block
    return Design("q", what, 7, "the end", pairs, block, 0, tuple(arms))


def told(aches: list[int | None], **more: object) -> dict[int, Day]:
    """Mornings from day 1 on, which is the first day of the experiment."""
    return {at: Day(at, ache=ache, **more) for at, ache in enumerate(aches, 1)}  # type: ignore[arg-type]  # fields


def test_a_morning_belongs_to_the_day_before_it() -> None:
    # Day 1 is on and day 2 off, so the morning of day 1 belongs to nobody, that of 2 to on, that of 3 to off.
    found = outcome(design(6, 1), told([9, *[3, 1] * 6, 9]), 13, "finished")
    assert found.pairs == tuple((pair, 3.0, 1.0) for pair in range(1, 7))
    assert (found.arms["on"].mean, found.arms["off"].mean) == (3.0, 1.0)
    assert found.exact == (6, 2.0, 0.03125, 2.0, 2.0)
    assert (found.verdict, found.begun, found.finished) == ("more", 12, 12)


def test_on_less_off_whichever_came_first() -> None:
    aches = [0, *[1, 1, 2, 2] * 6, 0]
    found = outcome(design(6, 2, flips="246"), told(aches), 25, "finished")
    assert [(pair.on, pair.off) for pair in found.pairs] == [(1.0, 2.0), (2.0, 1.0)] * 3
    assert found.exact is not None
    assert found.exact.mean == 0.0
    assert found.verdict == "cannot-tell"


def test_nearly_clear_is_not_clear() -> None:
    # Six pairs with a point less and one with a point more: 16 of 128 assignments go as far.
    found = outcome(design(7, 1), told([0, *[1, 2] * 6, 2, 1]), 15, "finished")
    assert found.exact is not None
    assert found.exact.p == 0.125
    assert found.verdict == "cannot-tell"


def test_less_ache_is_said_of_less() -> None:
    found = outcome(design(7, 1), told([0, *[1, 3] * 7]), 15, "finished")
    assert found.verdict == "less"


def test_a_pair_without_a_morning_on_one_side_is_left_out_and_counted() -> None:
    aches: list[int | None] = [0, *[3, 1] * 8]
    aches[5] = aches[10] = None  # the mornings of on in pair 3 and of off in pair 5
    found = outcome(design(8, 1), told(aches), 17, "finished")
    assert found.left_out == (3, 5)
    assert found.pairs[2] == (3, None, 1.0)
    assert found.exact is not None
    assert found.exact.pairs == 6
    assert (found.arms["on"].mornings, found.arms["on"].missing) == (7, 1)
    assert (found.arms["off"].mornings, found.arms["off"].missing) == (7, 1)


def test_days_that_the_diary_has_not_are_missing() -> None:
    found = outcome(design(6, 7), {}, 85, "finished")
    assert found.exact is None
    assert found.verdict == "too-few"
    assert (found.arms["on"].days, found.arms["on"].missing, found.arms["on"].mean) == (42, 42, None)


def test_one_that_ended_early_counts_its_days_so_far_and_the_morning_after_them() -> None:
    # Ended on day 24: days 1 to 23 were tried out, the morning of day 24 is the last.
    found = outcome(design(8, 7), told([1] * 7 + [2] * 7 + [1] * 7 + [5, 5, 8, 9]), 24, "flare")
    assert (found.begun, found.finished, found.why) == (4, 3, "flare")
    assert [pair.pair for pair in found.pairs] == [1, 2]
    assert found.pairs[1] == (2, pytest.approx((6 * 1 + 5) / 7), pytest.approx((5 + 8) / 2))
    assert found.arms["off"].mornings == 9
    assert found.exact is not None
    assert found.exact.low is None
    assert found.verdict == "too-few"


def test_it_ended_before_anything_was_tried() -> None:
    found = outcome(design(8, 7), told([1, 1]), 1, "flare")
    assert (found.begun, found.finished, found.pairs, found.exact) == (0, 0, (), None)


def test_how_often_release_was_done_on_the_days_that_tell() -> None:
    days = {at: Day(at, ache=1) for at in range(1, 18)}
    for at, kept in {1: "done", 2: "done", 3: "missed", 8: "off", 9: "done", 10: "off"}.items():
        days[at] = days[at]._replace(release=kept)  # type: ignore[arg-type]  # one of its words
    found = outcome(design(1, 7, "release"), days, 15, "finished")
    assert (found.arms["on"].done, found.arms["on"].told) == (2, 3)
    assert (found.arms["off"].done, found.arms["off"].told) == (1, 3)
    other = outcome(design(1, 7, "sitting"), days, 15, "finished")
    assert (other.arms["on"].done, other.arms["on"].told) == (None, None)


def test_flares_are_those_that_began_while_it_ran_or_ended_it() -> None:
    days = {at: Day(at, ache=1, flare_began=at in (1, 4, 9)) for at in range(12)}
    assert outcome(design(8, 7), days, 9, "off").flares == 3
    assert outcome(design(8, 7), days, 8, "off").flares == 2


def test_what_may_be_asked_and_never_a_week_of_release_below_eight_pairs() -> None:
    assert list(DESIGNS) == ["bedtime", "sitting", "release"]
    assert [period.days for period in DESIGNS["release"]] == [7, 14]
    assert {period.fewest for period in DESIGNS["release"]} == {8}
    assert period_of("release", 1) is None
    assert period_of("bedtime", 1) == (1, 14, 28)
    assert period_of("sitting", 7) == (7, 6, 8)


def lived(
    days: int, effect: Callable[[Arm | None], int], extra: dict[int, r.Record] | None = None
) -> tuple[Outcome, list[str]]:
    """A release experiment of eight pairs of weeks through the engine; the ache follows yesterday's arm.

    Release is done on days that ask for it. With the log of the release by day.
    """
    protocol = load()
    asked = r.Experiment("q", 11, "a flare", "release", 8, 7)
    entries = [Entry(FIRST, record) for record in (r.Screen(), r.Release(90, 90), asked)]
    one = Registered(FIRST.toordinal(), "release", 11, 8, 7)
    for at in range(days):
        day = FIRST + timedelta(at)
        before = drawn(one, day.toordinal() - 1)
        entries.append(Entry(day, r.Checkin(ache=effect(before.arm if before else None)), 420))
        today = drawn(one, day.toordinal())
        if at and (today is None or today.arm == "on"):
            entries.append(Entry(day, r.Release(90, 90)))
        if at % 28 == 27:
            entries.append(Entry(day, r.Screen()))
        if extra and at in extra:
            entries.append(Entry(day, extra[at]))
    found = read(protocol, Diary.of(entries), FIRST + timedelta(days - 1))
    (kept,) = found.state.experiments
    assert kept.ended is not None
    assert kept.why is not None
    arms = tuple(plan.arm for at in range(days_of(kept)) if (plan := drawn(kept, kept.first + at)))
    made = Design("q", "release", 11, "a flare", 8, 7, kept.day, arms)
    by_day = {day.day: day for day in found.seen.days}
    return outcome(made, by_day, kept.ended, kept.why), [day.release or "-" for day in found.seen.days]


def test_a_whole_one_through_the_engine() -> None:
    found, release = lived(114, lambda arm: 2 if arm == "off" else 1)
    assert (found.why, found.begun, found.finished) == ("finished", 16, 16)
    assert found.exact == (8, -1.0, 2 / 256, -1.0, -1.0)
    assert found.verdict == "less"
    assert (found.arms["on"].done, found.arms["on"].told) == (56, 56)
    assert (found.arms["off"].done, found.arms["off"].told) == (0, 56)
    assert "missed" not in release
    assert release.count("off") == 56


def test_a_flare_in_the_middle_ends_it_and_its_morning_still_counts() -> None:
    found, release = lived(40, lambda arm: 1, {30: r.Checkin(ache=6)})
    assert (found.why, found.ended) == ("flare", (FIRST + timedelta(30)).toordinal())
    assert (found.begun, found.finished, found.flares) == (5, 4, 1)
    assert sum(seen.mornings for seen in found.arms.values()) == 29
    assert 6.0 in found.pairs[2]
    assert found.verdict == "too-few"
    assert "missed" not in release[:30]


def test_a_lock_in_the_middle_ends_it() -> None:
    found, _ = lived(20, lambda arm: 1, {12: r.Screen((r.Answer("fall", "yes"),))})
    assert (found.why, found.ended) == ("stop", (FIRST + timedelta(12)).toordinal())
