"""What an import decides: which name is which lift, and which unit a file without units has."""

from __future__ import annotations

import pytest

from underbar.diary.vocabulary import LIFTS
from underbar.importers.exercise_names import LEFT, TAKEN, is_assisted, key_of, lift_of, own_name
from underbar.importers.units import infer

NAMES = {
    "Deadlift (Barbell)": "deadlift",
    "Deadlift": "deadlift",
    "  deadlift  (BARBELL) ": "deadlift",
    "Levantamento Terra (Barra)": "deadlift",
    "Kreuzheben (Langhantel)": "deadlift",
    "Souleve\u0301 de terre (Barre)": "deadlift",
    "Trap Bar Deadlift": "trap-bar-deadlift",
    "Deadlift (Trap Bar)": "trap-bar-deadlift",
    "Hex Bar Deadlift": "trap-bar-deadlift",
    "Rack Pull": "rack-pull",
    "Rack Pull (Barbell)": "rack-pull",
    "Romanian Deadlift (Barbell)": "romanian-deadlift",
    "RDL": "romanian-deadlift",
    "Squat (Barbell)": "squat",
    "Back Squat": "squat",
    "Squat": "squat",
    "Goblet Squat (Kettlebell)": "goblet-squat",
    "Sumo Deadlift": None,
    "Sumo Deadlift (Barbell)": None,
    "Stiff Leg Deadlift (Dumbbell)": None,
    "Deficit Deadlift (Barbell)": None,
    "Deadlift (Smith Machine)": None,
    "Deadlift (Dumbbell)": None,
    "Romanian Deadlift (Dumbbell)": None,
    "Front Squat": None,
    "Front Squat (Barbell)": None,
    "Squat (Smith Machine)": None,
    "Squat (Bodyweight)": None,
    "Hack Squat (Machine)": None,
    "Bulgarian Split Squat": None,
    "Single Leg Squat (Smith Machine)": None,
    "Rack Pull Machine": None,
}


@pytest.mark.parametrize(("name", "lift"), NAMES.items())
def test_only_the_same_movement_under_the_same_load_is_the_lift(name: str, lift: str | None) -> None:
    assert lift_of(name) == lift


def test_the_tables_agree_and_give_their_reasons() -> None:
    assert not TAKEN.keys() & LEFT.keys()
    assert {lift for lift, _ in TAKEN.values()} == set(LIFTS)
    assert all(key_of(name) == name for name in (*TAKEN, *LEFT))
    assert all(reason for reason in (*LEFT.values(), *(why for _, why in TAKEN.values())))


def test_an_own_name_is_one_line_and_no_word_of_the_method() -> None:
    assert own_name("Leg\u2028Press\n (Machine)") == "Leg Press (Machine)"
    assert own_name("deadlift") == "deadlift (other)"
    assert own_name("\u200b") == ""


@pytest.mark.parametrize(
    ("name", "assisted"),
    [
        ("Chin Up (Assisted)", True),
        ("Dip (assisted)", True),
        ("Barra Fixa (Assistida)", True),
        ("Traction (Assistée)", True),
        ("Pull Up (Weighted)", False),
        ("Unassisted Dip", False),
    ],
)
def test_assistance_is_told_by_the_name(name: str, assisted: bool) -> None:
    assert is_assisted(name) is assisted


def weights(exercise: str, *values: float) -> list[tuple[str, float]]:
    return [(exercise, value) for value in values]


@pytest.mark.parametrize(
    ("pairs", "unit", "sure"),
    [
        (weights("Squat (Barbell)", 45, 95, 135, 185, 225), "lb", True),
        (weights("Squat (Barbell)", 20, 60, 80, 100, 62.5), "kg", True),
        (weights("Squat (Barbell)", 45, 95, 135, 185), "lb", False),  # four: not enough
        (weights("Squat (Barbell)", 45, 55, 60, 65, 70, 80), "kg", False),  # as many as against
        (weights("Bicep Curl (Dumbbell)", 15, 20, 25, 30, 45, 60), "kg", False),  # bells tell nothing
        (
            weights("Curl", 52.163122550000004, 6.80388555, 61.23496995, 22.6796185, 15.875732950000002),
            "kg",
            True,
        ),
        (
            weights(
                "Curl", 44.09245243697551, 55.115565546219, 66.138678655463, 88.18490487395, 110.231131092
            ),
            "lb",
            True,
        ),
        (weights("Curl", 74.99999999999999, 149.99999999999997, 35.2, 57.2, 28.6), "lb", True),
        (weights("Curl", 20.4, 43.1, 61.2, 83.9, 102.1), "kg", True),
        ([], "kg", False),
    ],
)
def test_the_unit_is_read_from_the_plates(pairs: list[tuple[str, float]], unit: str, sure: bool) -> None:
    found = infer(pairs)
    assert (found.unit, found.sure) == (unit, sure)
    assert 0.5 <= found.share <= 1


def test_repeating_a_weight_is_no_further_evidence() -> None:
    assert infer(weights("Squat (Barbell)", 45, 95, 135) * 50).sure is False
