"""Sets and nights of FIT files, whole and damaged, with fitdecode as the second opinion."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from building_fit import (
    AWAKE,
    DEEP,
    LIGHT,
    REM,
    REST,
    UNMEASURED,
    Built,
    clock,
    done,
    file_id,
    fit,
    level,
    record,
    seconds,
    session,
    sleep_event,
)
from fitdecode.profile import FIELD_TYPES
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_files import read_data, read_files
from reading_fit import work

from underbar.diary.records import Sleep
from underbar.importers import Imported, Zones
from underbar.importers.exercise_names import lift_of

START = "2026-03-01T18:00:00"
STRENGTH = (file_id(), session(START))
TOKYO = Zones(before=ZoneInfo("Asia/Tokyo"))


def strength(*messages: Built, before: tuple[Built, ...] = STRENGTH) -> Imported:
    return read_data(fit((*before, *messages)), "activity.fit")


def nights(found: Imported) -> dict[str, int]:
    return {
        f"{entry.source} {entry.day}": entry.record.seconds
        for entry in found.entries
        if isinstance(entry.record, Sleep)
    }


def test_sets_with_their_repetitions_weights_and_times() -> None:
    found = strength(
        done("2026-03-01T18:00:00", 10, 320, category=28, exercise=37),
        done("2026-03-01T18:00:30", kind=REST),
        done("2026-03-01T18:02:00", 10, 320, category=28, exercise=37),
        done("2026-03-01T18:03:00", kind=REST),
        done("2026-03-01T18:05:00", 8, 0, category=22),
        done("2026-03-01T18:07:00", category=19, length=45_400),
        done("2026-03-01T18:09:00", 0, 320, category=28),
        done("2026-03-01T18:10:00", 6, category=65534),
    )
    assert work(found) == [
        ("Goblet squat (watch)", "20kg 2x10"),
        ("Push up (watch)", "body 1x8"),
        ("Plank (watch)", "body 1x45s"),
        ("Unknown exercise (watch)", "body 1x6"),
    ]
    assert (found.source, found.rows_read, found.rows_used, found.reported) == ("fit", 8, 5, ())
    assert dict(found.skipped) == {"a rest between sets": 2, "no repetitions, time or distance": 1}


@pytest.mark.parametrize(
    ("sixteenths", "unit", "weight"),
    [(980, 2, "135lb"), (980, 1, "61.25kg"), (980, None, "61.25kg"), (1633, 2, "225lb"), (1, 2, "0.06kg")],
)
def test_a_weight_comes_back_in_the_unit_in_which_it_was_entered(
    sixteenths: int, unit: int | None, weight: str
) -> None:
    found = strength(done(START, 5, sixteenths, unit=unit))
    assert work(found) == [("Unknown exercise (watch)", f"{weight} 1x5")]


@given(st.integers(1, 3000))
@settings(max_examples=50, deadline=None)
def test_every_half_pound_survives_the_sixteenths_of_a_kilogram(halves: int) -> None:
    found = strength(done(START, 5, round(halves / 2 / 2.2046226218 * 16), unit=2))
    assert work(found) == [("Unknown exercise (watch)", f"{halves / 2:g}lb 1x5")]


def test_no_name_that_a_watch_gives_is_taken_for_a_lift() -> None:
    found = strength(
        *(
            done(START, 5, 160, category=category, exercise=exercise)
            for category, word in FIELD_TYPES["exercise_category"].enum.items()
            for exercise in FIELD_TYPES.get(f"{word}_exercise_name", FIELD_TYPES["file"]).enum
        )
    )
    names = [seen.name for seen in found.exercises]
    assert len(names) > 1000
    assert "Barbell deadlift (watch)" in names
    assert all(name.endswith(" (watch)") and lift_of(name) is None for name in names)


def test_help_is_no_load() -> None:
    names = FIELD_TYPES["pull_up_exercise_name"].enum
    assisted = next(number for number, name in names.items() if name == "banded_pull_ups")
    found = strength(
        (264, ((254, "H", 0), (0, "H", 21), (1, "H", assisted), (2, "s", "Assisted Pull-up"))),
        done(START, 5, 160, category=21, exercise=assisted),
    )
    assert work(found) == [("Assisted Pull-up (watch)", "body 1x5")]
    assert dict(found.left_out) == {"assistance (a weight that helps is not a load)": 1}


def test_a_planned_workout_names_its_exercises_and_its_warm_ups() -> None:
    found = strength(
        (27, ((254, "H", 0), (7, "B", 2), (10, "H", 8), (11, "H", 0))),
        (27, ((254, "H", 1), (7, "B", 0), (10, "H", 8), (11, "H", 0))),
        (27, ((254, "H", 2), (7, "B", 0), (10, "H", 28), (11, "H", 61))),
        (264, ((254, "H", 0), (0, "H", 8), (1, "H", 0), (2, "s", "Deadlift"))),
        done("2026-03-01T18:00:00", 5, 960, category=65534, step=0),
        done("2026-03-01T18:03:00", 5, 1600, category=27, step=1),
        done("2026-03-01T18:06:00", 5, 1600, category=27, step=2),
        done("2026-03-01T18:09:00", 5, 1600, category=8, exercise=0),
    )
    assert work(found) == [
        ("Deadlift (watch) warm-up", "60kg 1x5"),
        ("Deadlift (watch)", "100kg 1x5"),
        ("Squat (watch)", "100kg 1x5"),
        ("Deadlift (watch)", "100kg 1x5"),
    ]


def test_sets_of_other_sports_in_the_same_activity_are_counted() -> None:
    found = strength(
        done("2026-03-01T17:20:00", 4),
        done("2026-03-01T17:59:59", 6),
        done("2026-03-01T18:29:00", 7),
        done("2026-03-01T18:30:00", 8),
        before=(
            file_id(),
            session("2026-03-01T18:30:00", sub_sport=43),
            session(START),
            session("2026-03-01T17:00:00", sub_sport=2),
        ),
    )
    assert work(found) == [("Unknown exercise (watch)", "body 1x6 body 1x7")]
    assert dict(found.skipped) == {"a set of another sport than strength training": 2}
    assert found.entries[0].time == 18 * 60


def test_an_activity_that_ends_before_its_session_keeps_its_sets() -> None:
    found = strength(done("2026-03-01T18:02:00", 6), done(START, 5), before=(file_id(),))
    assert (found.entries[0].time, found.sets_stored) == (18 * 60, 2)


def test_a_workout_is_on_the_watchs_own_clock_else_in_the_lifters_zone() -> None:
    late = "2026-03-01T23:30:40"
    sets = (file_id(), session(late), done(late, 5))

    def began(*more: Built) -> tuple[date, int | None]:
        (entry,) = read_data(fit((*sets, *more)), zones=TOKYO).entries
        return entry.day, entry.time

    assert began(clock(late, "2026-03-02T05:15:40")) == (date(2026, 3, 2), 5 * 60 + 15)
    in_tokyo = (date(2026, 3, 2), 8 * 60 + 30)
    assert began() == in_tokyo
    for wrong in ("2026-03-02T05:16:40", "2026-03-02T05:15:41", "2026-03-02T23:30:40"):
        assert began(clock(late, wrong)) == in_tokyo


def test_the_fullest_of_several_files_of_a_workout_counts() -> None:
    sets = [done(f"2026-03-01T18:{minute:02}:00", 5 + minute) for minute in range(3)]
    whole, part = fit((*STRENGTH, *sets)), fit((*STRENGTH, *sets[:2]))
    other = fit((file_id(), session("2026-03-02T18:00:00"), done("2026-03-02T18:00:00", 9)))
    for files in ({"a.fit": part, "b.fit": whole}, {"a.fit": whole, "b.fit": whole, "c.fit": other}):
        (found,) = read_files(files).accounts
        assert [lift for lift in work(found) if "9" not in lift[1]] == work(read_data(whole))
        assert dict(found.skipped) == {"there twice": 2 if files["a.fit"] == part else 3}
        assert found.rows_read == found.rows_used + sum(dict(found.skipped).values())


def test_the_same_file_again_has_the_same_ids_and_a_later_folder_only_new_ones() -> None:
    one = {"1.fit": fit((*STRENGTH, done(START, 5, 160), done("2026-03-01T18:05:00", 5, 160, category=28)))}
    two = {**one, "2.fit": fit((file_id(), session("2026-03-03T18:00:00"), done("2026-03-03T18:00:00", 5)))}
    (first,), (again,), (later,) = (read_files(files).accounts for files in (one, one, two))
    assert first == again
    ids = {entry.id for entry in first.entries}
    assert ids < {entry.id for entry in later.entries}
    assert len(later.entries) == len(ids) + 1


def night(*levels: Built, maker: int = 1, began: str = "2026-03-01T22:00:00") -> bytes:
    return fit((file_id(49, maker), sleep_event(began, 0), *levels, (346, ((6, "B", 80),))))


def test_stages_end_at_their_times_and_the_first_begins_with_the_sleep() -> None:
    data = night(
        level("2026-03-02T02:00:00", DEEP),
        level("2026-03-01T23:00:00", LIGHT),
        level("2026-03-02T02:30:00", AWAKE),
        level("2026-03-02T03:00:00", UNMEASURED),
        level("2026-03-02T05:00:00", REM),
    )
    found = read_data(data, "sleep.fit")
    assert nights(found) == {"garmin 2026-03-02": (1 + 3 + 2) * 3600}
    assert (found.rows_read, found.rows_used) == (5, 3)
    assert dict(found.skipped) == {"time awake": 1, "sleep that the watch could not measure": 1}
    assert dict(found.left_out) == {"scores of sleep": 1}


@pytest.mark.parametrize(("maker", "word"), [(1, "garmin"), (23, "suunto"), (294, "coros"), (89, "fit")])
def test_a_night_is_of_the_watch_that_measured_it(maker: int, word: str) -> None:
    assert nights(read_data(night(level("2026-03-02T05:00:00", DEEP), maker=maker))) == {
        f"{word} 2026-03-02": 7 * 3600
    }


def test_a_stage_without_a_beginning_has_no_length() -> None:
    data = fit((file_id(49), level("2026-03-01T23:00:00", LIGHT), level("2026-03-02T04:00:00", DEEP)))
    found = read_data(data)
    assert nights(found) == {"garmin 2026-03-02": 5 * 3600}
    assert dict(found.skipped) == {"a stage of sleep of which the beginning is not known": 1}


def test_two_nights_of_a_file_are_two() -> None:
    second = (sleep_event("2026-03-02T22:00:00", 0), level("2026-03-03T04:00:00", LIGHT))
    data = night(
        level("2026-03-02T05:00:00", LIGHT),
        sleep_event("2026-03-02T05:00:00", 1),
        level("2026-03-02T21:00:00", LIGHT),
        *second,
    )
    assert nights(read_data(data)) == {"garmin 2026-03-02": 7 * 3600, "garmin 2026-03-03": 6 * 3600}
    unmarked = night(level("2026-03-02T05:00:00", LIGHT), level("2026-03-02T22:00:00", LIGHT))
    found = read_data(unmarked)
    assert nights(found) == {"garmin 2026-03-02": 7 * 3600}
    assert [problem.message for problem in found.reported] == ["a stage of sleep of over 12 hours"]


def test_sleeps_that_touch_and_marks_in_any_order() -> None:
    marks = (
        level("2026-03-02T05:00:00", REM),
        sleep_event("2026-03-02T05:00:00", 0),
        sleep_event("2026-03-02T05:00:00", 1),
        level("2026-03-02T05:00:00", LIGHT),
        level("2026-03-02T06:00:00", LIGHT),
    )
    for order in (marks, marks[::-1]):
        found = read_data(night(*order))
        assert nights(found) == {"garmin 2026-03-02": 8 * 3600}
        assert dict(found.skipped) == {"nothing measured": 1}


def test_a_night_ends_on_the_day_of_the_place_and_is_as_long_as_it_was() -> None:
    berlin = Zones(before=ZoneInfo("Europe/Berlin"))
    data = night(
        level("2026-03-28T23:30:00", DEEP), level("2026-03-29T04:00:00", LIGHT), began="2026-03-28T22:00:00"
    )
    assert nights(read_data(data, zones=berlin)) == {"garmin 2026-03-29": 6 * 3600}
    evening = level("2026-03-01T22:30:00", DEEP)
    short = night(evening, began="2026-03-01T18:30:00")
    assert nights(read_data(short, zones=TOKYO)) == {"garmin 2026-03-02": 4 * 3600}
    own_clock = (162, ((253, "I", seconds(START)), (3, "I", seconds(START))))
    own = night(evening, own_clock, began="2026-03-01T18:30:00")
    assert nights(read_data(own, zones=TOKYO)) == {"garmin 2026-03-01": 4 * 3600}


def test_stages_of_several_files_of_a_night_are_never_added_up() -> None:
    one = night(level("2026-03-02T02:00:00", DEEP), level("2026-03-02T05:00:00", LIGHT))
    two = night(level("2026-03-02T03:00:00", DEEP), level("2026-03-02T06:00:00", LIGHT))
    (found,) = read_files({"1.fit": one, "2.fit": two}).accounts
    assert nights(found) == {"garmin 2026-03-02": 8 * 3600}


def test_files_of_other_things_are_counted_for_what_they_are() -> None:
    ride = fit((file_id(), record(START), session(START, sub_sport=2)))
    steps = fit((file_id(32), (55, ((253, "I", seconds(START)), (5, "B", 6)))))
    nobody = fit((record(START),))
    (found,) = read_files({"1.fit": ride, "2.FIT": ride, "3.fit": steps, "4": nobody}).accounts
    assert dict(found.skipped) == {
        "an activity without sets": 2,
        "a file of other things than sets and sleep": 2,
    }
    assert (found.rows_read, found.entries, found.reported) == (4, (), ())
