"""Which question counts as declared first."""

from __future__ import annotations

from underbar.insights.answers import LOOKS
from underbar.insights.days import Day, Diary
from underbar.insights.declared import declared, first_look


def mornings(count: int, sitting_from: int = 0) -> Diary:
    """Days from 1 on, each with a night and an ache; sitting told from `sitting_from` on."""
    return Diary(
        tuple(
            Day(day, ache=day % 2, sleep=7.0, sitting=5.0 if day > sitting_from else None)
            for day in range(1, count + 1)
        ),
        (),
    )


def test_the_first_look_is_the_earliest_of_any_question() -> None:
    # Sleep is told with its own morning, so its ninetieth is day 90; sitting is that of the day before.
    assert first_look(mornings(LOOKS[0] - 1)) is None
    assert first_look(mornings(LOOKS[0] + 5)) == LOOKS[0]
    without_sleep = Diary(tuple(day._replace(sleep=None) for day in mornings(120, 10).days), ())
    assert first_look(without_sleep) == LOOKS[0] + 10 + 1
    assert first_look(Diary((), ())) is None


def test_the_last_choice_before_the_look_counts_and_none_after_it() -> None:
    assert declared([], None) == "sleep"
    assert declared([(3, "release"), (8, "sitting")], None) == "sitting"
    assert declared([(3, "release"), (8, "sitting")], 8) == "release"
    assert declared([(8, "sitting")], 8) == "sleep"
