"""How signs, sides, bar load and injections are said, and what is said where there is nothing."""

from __future__ import annotations

from itertools import product
from types import ModuleType

import pytest
from wording_samples import NEVER

from underbar.insights.answers import Group
from underbar.insights.described import BarLoad, Given, LeftRight, Lifted, Stretch, Third
from underbar.insights.sides import Pair, Series
from underbar.insights.signs import SIGNS, Sign, Signs, Weeks
from underbar.wording import en_described, en_sides, en_signs

DAY = 739_644  # 28 January 2026


def sign(after: tuple[int, int], without: tuple[int, int], *, stretches: int = 2, **rest: int) -> Sign:
    kinds = [Weeks(weeks, flares, 7 * weeks) for weeks, flares in (after, without)]
    left_out = {"near": 0, "untold": 0, "uncounted": 0} | rest
    return Sign("sleep-low", *kinds, stretches, **left_out)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (sign((12, 3), (60, 4)), "A flare began in 3 of 12 weeks with it, and in 4 of 60 without."),
        (sign((1, 1), (60, 4)), "A flare began in 1 of 1 week with it, and in 4 of 60 without."),
        (sign((0, 0), (9, 5)), "This sign was hardly ever seen. A flare began in 5 of 9 weeks without it."),
        (
            sign((9, 5), (0, 0)),
            "A flare began in 5 of 9 weeks with it. There was no week without it to set beside them.",
        ),
        (
            sign((12, 3), (60, 1)),
            "Four flares can be counted for this sign so far. From five on, this line has the numbers.",
        ),
        (
            sign((0, 0), (3, 0)),
            "No flares can be counted for this sign so far. From five on, this line has the numbers.",
        ),
    ],
)
def test_a_sign_in_whole_numbers(found: Sign, said: str) -> None:
    assert en_signs.sentence(found) == said


def test_the_headline_of_the_signs_counts_the_flares() -> None:
    assert en_signs.headline(Signs(0, ())).startswith("There is no flare in this diary")
    assert en_signs.headline(Signs(1, ())).startswith("One flare so far. From five on,")
    assert en_signs.headline(Signs(5, (sign((9, 5), (9, 0)),))).startswith("Five flares so far: ")


def test_what_the_signs_leave_out() -> None:
    assert en_signs.left_out(sign((9, 5), (9, 0))) == ""
    assert en_signs.left_out(sign((9, 5), (9, 0), near=40, untold=1, uncounted=2)) == (
        "Left out: 40 days of a flare or of the week after one and 1 day of which the diary does not tell "
        "enough. Two flares began on those days."
    )
    assert en_signs.stretches(sign((9, 5), (9, 0), stretches=1)) == (
        "The weeks with it come from 1 stretch of days."
    )
    assert en_signs.stretches(sign((0, 0), (9, 5), stretches=0)) == ""


def test_the_signs_picture_in_words() -> None:
    found = Signs(7, (sign((12, 3), (60, 4)), sign((12, 0), (60, 4))))
    assert en_signs.alternative(found) == (
        "Weeks in which a flare began. Short nights this week: with it: 3 of 12 weeks; without: 4 of 60 "
        "weeks."
    )
    assert en_signs.alternative(Signs(4, ())) == ""


def series(
    *pairs: tuple[float, float], met: tuple[bool, bool, bool] = (False,) * 3, unit: str = "s"
) -> Series:
    found = tuple(Pair(DAY + 7 * at, left, right) for at, (left, right) in enumerate(pairs))
    return Series("single-leg-bridge", "test", unit, found, 3, 15.0, 20.4, 3.6, *met)


TARGET = series((30, 40), (30, 39), (27, 34), met=(True, True, True))


def test_a_target_is_named_only_where_all_three_conditions_are_met() -> None:
    assert en_sides.sentence(TARGET) == (
        "The left side did less on each of the last 3, by 21 % the last time. That makes it a training "
        "target, no more."
    )
    assert en_sides.headline((TARGET,)) == "One training target: single-leg bridge on the left."
    for met in product((False, True), repeat=3):
        if not all(met):
            found = series((30, 40), (30, 39), (27, 34), met=met)
            assert "target" not in en_sides.sentence(found) + en_sides.headline((found,))


def test_each_condition_is_told() -> None:
    assert [en_sides.condition_words(each) for each in en_sides.conditions(TARGET)] == [
        "Met. At least 15 % apart: 21 % the last time.",
        "Met. The same side each time, 3 times in a row.",
        "Met. Beyond your own scatter: 20 % apart on average, with a scatter of 4 %.",
    ]
    assert [en_sides.condition_words(each) for each in en_sides.conditions(series((30, 40)))] == [
        "Not met. At least 15 % apart: 25 % the last time.",
        "Not met. The same side each time, 3 times in a row.",
        "Not met. Beyond your own scatter: needs 3 times.",
    ]


def test_too_few_alike_and_none() -> None:
    assert en_sides.sentence(series((30, 40))).startswith("Compared 1 time so far. From 3 on")
    assert en_sides.sentence(series((30, 30))) == "Alike each time, 1 time."
    assert en_sides.headline(()) == en_sides.EMPTY
    assert en_sides.alternative((series((30, 30)),)) == ""
    assert en_sides.alike((series((30, 30)), TARGET)) == (
        "Alike each time: Single-leg bridge, test, seconds (1 time)."
    )
    assert en_sides.alike((TARGET,)) == ""


def test_the_sides_picture_in_words() -> None:
    assert en_sides.alternative((TARGET,)) == (
        "Both sides over time. Single-leg bridge, test, seconds: 3 times, the first left 30 s, right 40 s on "
        "28 January, the last left 27 s, right 34 s on 11 February."
    )


BAR = BarLoad(
    Group(30, 4, 0.16),
    Group(41, 20, 1.0),
    1,
    tuple(
        Third(low, high, Group(10, 2, 0.2)) for low, high in ((61.25, 61.25), (70.0, 84.0), (100.0, 142.88))
    ),
    (Lifted(DAY, 61.25, 0), Lifted(DAY, 142.88, 1)),
)


def test_bar_load_in_the_lifters_unit() -> None:
    assert en_described.bar_sentence(BAR) == (
        "After bar work: 30 mornings, 4 with ache, 0.2 on average. Other mornings: 41 mornings, 20 with "
        "ache, 1 on average."
    )
    assert en_described.third_lines(BAR, "lb") == [
        "Lightest third, 135 lb: 10 mornings, 2 with ache, 0.2 on average.",
        "Middle third, 154 to 185 lb: 10 mornings, 2 with ache, 0.2 on average.",
        "Heaviest third, 220 to 315 lb: 10 mornings, 2 with ache, 0.2 on average.",
    ]
    assert en_described.bar_untold(BAR) == "One morning after bar work was not told."
    assert en_described.bar_untold(BAR._replace(untold=2)) == "Two mornings after bar work were not told."
    assert "Loads from 61 to 143 kg." in en_described.bar_alternative(BAR, "kg")


def test_no_bar_work_yet() -> None:
    nothing = BarLoad(Group(0, 0, None), Group(3, 0, 0.0), 0, (), ())
    assert en_described.bar_sentence(nothing) == en_described.BAR_EMPTY
    assert (en_described.bar_untold(nothing), en_described.bar_alternative(nothing, "kg")) == ("", "")
    assert en_described.third_lines(nothing, "kg") == []
    assert en_described.bar_sentence(BAR._replace(others=Group(0, 0, None))).endswith(
        "Other mornings: no morning."
    )


FULL = Stretch((2,) * 15 + (0,) * 5, 2, 15)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            Given(DAY, "prolotherapy", FULL, Stretch((0,) * 20, 0, 0), False),
            "28 days before: median ache 2, 15 of 20 mornings with ache. Days 8–35 after: median ache 0, 0 "
            "of 20 mornings with ache.",
        ),
        (
            Given(DAY, "prolotherapy", FULL, None, True),
            "28 days before: median ache 2, 15 of 20 mornings with ache. The days after are counted once day "
            "35, 4 March, is over. Another injection was given in that time.",
        ),
        (
            Given(DAY, "prolotherapy", Stretch((), None, None), Stretch((1,), None, None), False),
            "28 days before: no mornings told, fewer than the 10 that are wanted. Days 8–35 after: one "
            "morning told, fewer than the 10 that are wanted.",
        ),
    ],
)
def test_an_injection_with_its_numbers(given: Given, said: str) -> None:
    assert en_described.injection_sentence(given) == said
    assert en_described.injections_alternative((given,)) == f"28 January 2026, prolotherapy. {said}"


def test_what_was_injected() -> None:
    names = [en_described.injection_title(Given(DAY, what, FULL, None, False)) for what in ("prp", "other")]
    assert names == ["28 January 2026, PRP", "28 January 2026"]


def test_which_side_ached_more() -> None:
    sides = LeftRight(3, 12, 2, 40, 1, 17, 0.52, 1.0)
    assert en_described.sides_sentence(sides) == (
        "Of 58 mornings: 3 worse on the left, 12 on the right, 2 alike on both, 40 without ache, 1 with the "
        "side not told."
    )
    assert en_described.sides_means(sides) == (
        "Where both sides have a number, 17 mornings: 0.5 on average on the left, 1 on the right."
    )
    nothing = LeftRight(0, 0, 0, 0, 0, 0, None, None)
    assert en_described.sides_sentence(nothing) == en_described.SIDES_EMPTY
    assert en_described.sides_means(nothing) == ""


@pytest.mark.parametrize("module", [en_signs, en_sides, en_described])
def test_no_constant_says_what_is_never_said(module: ModuleType) -> None:
    said = [text for name, text in vars(module).items() if name.isupper() and isinstance(text, str)]
    assert said
    assert [text for text in said if NEVER.search(text)] == []
    every = [en_signs.headline(Signs(count, ())) for count in (0, 2, 7)] + [
        en_signs.sign_title(name) for name in SIGNS
    ]
    assert [text for text in every if NEVER.search(text)] == []
