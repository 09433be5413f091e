"""A forecast in words: when, how wide, who does not get there, and never a promise."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from underbar.insights.fan import Forecast, Pace, Past, Reach
from underbar.wording import en_forecast as words

TODAY = date(2026, 3, 22).toordinal()


def found(**changed: Any) -> Forecast:
    whole = Forecast(
        "deadlift", "lb", "forecast", TODAY, 170, 315, 18, (14, 3, 0, 1), 200, 190,
        date(2026, 6, 2).toordinal(), date(2026, 9, 12).toordinal(), date(2027, 4, 1).toordinal(),
        fan=tuple(Reach(TODAY + 7 * week, 150, 170 + week, 200) for week in range(9)),
        past=(Past(TODAY - 3, 135, "go"), Past(TODAY, 170, "go")),
        pace=Pace(TODAY, date(2026, 5, 23).toordinal(), 170, 315),
    )  # fmt: skip
    return whole._replace(**changed)


def test_when_and_how_wide() -> None:
    assert words.headline(found()) == "Half of the ways ahead reach 315 lb on the deadlift by September 2026."
    assert words.interval(found()) == "Eight ways in ten arrive between June 2026 and April 2027."
    assert (
        words.pace(found())
        == "At the author’s pace it would be in May 2026. That is a fast one, and no target."
    )


def test_near_days_are_said_to_the_day() -> None:
    near = found(low=TODAY + 14, middle=TODAY + 20, high=TODAY + 40)
    assert words.headline(near).endswith("by 11 April.")
    assert words.interval(near) == "Eight ways in ten arrive between 5 April and 1 May."
    assert words.interval(near._replace(high=TODAY + 14)) == "Eight ways in ten arrive on 5 April."


def test_an_open_end_is_said() -> None:
    open_ = found(high=None, arrived=140)
    assert words.interval(open_) == (
        "One way in ten is there by June 2026. There is no latest day to name, "
        "because more than one in ten are not there within two years."
    )
    assert words.not_arriving(open_) == "3 of 10 are not there within two years."


@pytest.mark.parametrize(
    ("arrived", "said"),
    [
        (200, ""),
        (199, "1 of 200 are"),
        (188, "1 of 10 are"),
        (20, "9 of 10 are"),
        (3, "197 of 200 are"),
        (0, "10 of 10"),
    ],
)
def test_those_who_do_not_arrive_are_told_in_whole_numbers(arrived: int, said: str) -> None:
    assert words.not_arriving(found(arrived=arrived)).startswith(said)
    assert bool(words.not_arriving(found(arrived=arrived))) == bool(said)


def test_most_do_not() -> None:
    never = found(low=None, middle=None, high=None, arrived=3)
    assert words.headline(never) == "Most ways ahead do not reach 315 lb on the deadlift within two years."
    assert words.interval(never) == "Not one way in ten gets there within two years."


@pytest.mark.parametrize("standing", ["no-session", "reached", "locked", "no-target"])
def test_without_a_forecast_one_sentence_says_why(standing: Any) -> None:
    bare = found(standing=standing, paths=0, arrived=0, low=None, middle=None, high=None, fan=(), pace=None)
    assert words.sentences(bare) == [words.headline(bare)]
    assert words.method(bare) == []
    assert "{" not in words.headline(bare)


def test_the_method_names_what_it_was_made_of() -> None:
    said = " ".join(words.method(found()))
    for part in (
        "200 made-up ways",
        "18 judged sessions (14 go, 3 hold, 0 back off and 1 flare)",
        "20260112",
    ):
        assert part in said


def test_every_caveat_has_its_sentence_and_the_promise_stays_away() -> None:
    every = (
        "few-sessions",
        "flare-now",
        "assessment",
        "injections-planned",
        "background-mode",
        "several-lifts",
    )
    said = words.sentences(found(caveats=every))
    assert len(set(words.caveats(found(caveats=every)))) == len(every)
    assert said[-1] == words.NOT_A_PROMISE


def test_the_picture_is_told_to_whoever_does_not_see_it() -> None:
    said = words.alternative(found())
    assert said.startswith("Your deadlift went from 135 lb to 170 lb in 2 judged sessions.")
    assert words.interval(found()) in said
    assert words.alternative(found(past=())).startswith("Your deadlift stands at 170 lb.")


def test_the_table_has_a_row_every_fourth_week() -> None:
    assert words.rows(found())[1] == ("19 April 2026", "150 lb", "174 lb", "200 lb")
    assert len(words.rows(found())) == 3
