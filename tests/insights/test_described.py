"""Bar load, injections, left against right: numbers counted by hand, and silence below ten mornings."""

from __future__ import annotations

from datetime import date

from underbar.diary.diary import Diary as Written
from underbar.diary.notation import parse
from underbar.insights import observed
from underbar.insights.answers import Group
from underbar.insights.days import Day, Diary
from underbar.insights.described import Described, Lifted, Stretch, Third, described
from underbar.protocol.document import load

START = 740_000


def told(days: list[Day]) -> Described:
    return described(Diary(tuple(day._replace(day=START + at) for at, day in enumerate(days)), ()))


def mornings(*aches: int | None) -> list[Day]:
    return [Day(0, ache=ache) for ache in aches]


def test_mornings_after_bar_days_and_the_others() -> None:
    # Bar on days 1, 3 and 4. Mornings after: day 2 (ache 2), day 4 (not told), day 5 (0).
    # Others: days 0 (1), 1 (0), 3 (3), 6 (0).
    aches = (1, 0, 2, 3, None, 0, 0)
    loads = (0.0, 60.0, 0.0, 80.0, 90.0, 0.0, 0.0)
    bar = told([Day(0, ache=a, load=load) for a, load in zip(aches, loads, strict=True)]).bar
    assert bar.after == Group(2, 1, 1.0)
    assert bar.others == Group(4, 2, 1.0)
    assert (bar.untold, bar.thirds) == (1, ())
    assert bar.mornings == (Lifted(START + 2, 60.0, 2), Lifted(START + 5, 90.0, 0))


def test_thirds_keep_equal_loads_together() -> None:
    # A session every other day, loads of 10, 20, 30 kg: ten, sixteen and ten of them, ache 2, 1 and 0.
    days = []
    for weight, times, ache in ((30.0, 10, 0), (20.0, 16, 1), (10.0, 10, 2)):
        for _ in range(times):
            days += [Day(0, ache=0, load=weight), Day(0, ache=ache)]
    assert told(days).bar.thirds == (
        Third(10.0, 10.0, Group(10, 10, 2.0)),
        Third(20.0, 20.0, Group(16, 16, 1.0)),
        Third(30.0, 30.0, Group(10, 0, 0.0)),
    )
    # One session less of the lightest: too few mornings in a third.
    assert told(days[:-2]).bar.thirds == ()


def test_one_load_for_ever_has_no_thirds() -> None:
    bar = told([Day(0, ache=1, load=60.0)] * 200).bar
    assert bar.thirds == ()
    assert bar.after == Group(199, 199, 1.0)


def test_injections_by_the_days_before_and_after() -> None:
    # 28 days of ache 3, the injection, days 1-7 of ache 9, days 8-35 of which twenty are told.
    after = mornings(*([0] * 10 + [1] * 10 + [None] * 8))
    days = [
        *mornings(7, 7),  # 29 and 30 days before: not read
        *mornings(*([3] * 28)),
        Day(0, ache=5, injected="prolotherapy"),
        *mornings(*([9] * 7)),
        *after,
        *mornings(8),  # day 36: not read
    ]
    (given,) = told(days).injections
    assert (given.day, given.what, given.others) == (START + 30, "prolotherapy", False)
    assert given.before == Stretch((3,) * 28, 3, 28)
    assert given.after == Stretch((0,) * 10 + (1,) * 10, 0.5, 10)
    # A day earlier the 35 days are not over.
    assert told(days[:-2]).injections[0].after is None
    assert told(days[:-1]).injections[0].after == given.after


def test_too_few_mornings_around_an_injection() -> None:
    few = mornings(*([2] * 9), *([None] * 19))
    enough = mornings(*([2] * 10), *([None] * 18))
    jab = Day(0, injected="steroid")
    first = told([*few, jab, *mornings(*([None] * 35))]).injections[0]
    assert first.before == Stretch((2,) * 9, None, None)
    assert first.after == Stretch((), None, None)
    assert told([*enough, jab]).injections[0].before == Stretch((2,) * 10, 2, 10)
    assert told([jab]).injections[0].before == Stretch((), None, None)


def test_another_injection_in_that_time_is_named() -> None:
    jab = Day(0, injected="steroid")

    def others(apart: int) -> list[bool]:
        return [given.others for given in told([jab, *mornings(*([0] * (apart - 1))), jab]).injections]

    assert others(28) == [True, True]
    assert others(29) == [True, False]
    assert others(35) == [True, False]
    assert others(36) == [False, False]


def test_which_side_ached_more() -> None:
    days = [
        Day(0, ache=3, left=3, right=1, side="left"),
        Day(0, ache=2, left=0, right=2, side="right"),
        Day(0, ache=1, side="right"),
        Day(0, ache=2, left=2, right=2, side="both"),
        Day(0, ache=0, left=0, right=0),
        Day(0, ache=4),
        Day(0, ache=1, left=1),
        Day(0),
    ]
    sides = told(days).sides
    assert (sides.left, sides.right, sides.alike, sides.quiet, sides.untold) == (1, 2, 1, 1, 2)
    # Left 3, 0, 2, 0 and right 1, 2, 2, 0.
    assert (sides.both, sides.left_mean, sides.right_mean) == (4, 1.25, 1.25)


def test_sides_as_a_lifter_writes_them() -> None:
    lines = """2026-01-05 07:00 checkin ache 2 side right
2026-01-06 07:00 checkin left 3 right 1
2026-01-07 07:00 checkin ache 1
2026-01-08 07:00 checkin ache 0
2026-01-09 07:00 checkin ache 2 side both"""
    parsed = parse(lines)
    assert not parsed.problems
    diary = Written.of(parsed.entries)
    sides = described(observed.read(load(), diary, date(2026, 1, 9)).seen).sides
    assert (sides.left, sides.right, sides.alike, sides.quiet, sides.untold, sides.both) == (1, 1, 1, 1, 1, 1)


def test_an_empty_diary_and_three_entries() -> None:
    nothing = told([])
    assert nothing.bar.after == nothing.bar.others == Group(0, 0, None)
    assert (nothing.injections, nothing.sides.both, nothing.sides.left_mean) == ((), 0, None)
    few = told([Day(0, ache=1), Day(0, load=60.0), Day(0, ache=0)])
    assert (few.bar.after, few.bar.others) == (Group(1, 0, 0.0), Group(1, 1, 1.0))
