"""The pages of the lifter's own experiment: offered, confirmed, running, ended."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from people import Person

from underbar.services.database import acting_for
from underbar.services.experiment import Experiments, experiments
from underbar.services.history import lifters_today

PLACE = "/findings/experiment/"
START = f"{PLACE}start/"
ASKED = {"what": "release", "block": "7", "pairs": "8", "seed": "4242"}


def now(person: Person) -> Experiments:
    with acting_for(person.diary):
        return experiments()


def today(person: Person) -> date:
    with acting_for(person.diary):
        return lifters_today().day


def page(person: Person, place: str = PLACE, **asked: str) -> str:
    response = person.client.get(place, asked)
    assert response.status_code == 200
    return response.content.decode()


def lived(person: Person, folder: Path, aches: list[int], block: int, pairs: int) -> None:
    """A diary with an experiment on bedtime that began as many mornings ago as there are aches."""
    first = today(person) - timedelta(len(aches) - 1)
    lines = [
        f"{first} screen none scope full",
        f'{first} experiment "is earlier better?" seed 9 stop "the end" what bedtime '
        f"pairs {pairs} block {block}",
    ]
    lines += [f"{first + timedelta(at)} 07:00 checkin ache {ache}" for at, ache in enumerate(aches)]
    person.bring("\n".join(lines), folder)


@pytest.fixture
def settled(owner: Person, tmp_path: Path) -> Person:
    """Somebody without an experiment, screened."""
    day = today(owner) - timedelta(1)
    owner.bring(f"{day} screen none scope full\n{day} checkin ache 1", tmp_path)
    return owner


def test_an_empty_page_explains_and_offers_bedtime_and_sitting_first(settled: Person) -> None:
    found = page(settled)
    places = [found.index(f'name="what" value="{what}"') for what in ("bedtime", "sitting", "release")]
    assert places == sorted(places)
    assert found.count("It would see a difference of 1 point of ache") == 6
    assert "never in fewer than eight pairs" in found
    assert PLACE in page(settled, "/more/")


def test_before_the_questions_nothing_is_offered(owner: Person, tmp_path: Path) -> None:
    owner.bring(f"{today(owner)} checkin ache 1", tmp_path)
    found = page(owner)
    assert "warning-sign questions come first" in found
    assert 'name="what"' not in found


def test_what_would_be_registered_is_shown_before_it_is(settled: Person) -> None:
    found = page(settled, START, what="release", block="7", pairs="8")
    for words in (
        "Do mornings ache differently",
        "after day 112",
        "Eight pairs of weeks, 112 days",
        "times in",
    ):
        assert words in found
    seed = re.search(r'name="seed" value="(\d+)"', found)
    assert seed is not None
    assert f"<dd>{seed[1]}</dd>" in found
    assert now(settled).running is None
    assert page(settled, START, **ASKED).count("4242") == 2


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"pairs": "7"}, "At least eight pairs of weeks"),
        ({"block": "1"}, "Periods of 7 or 14 days"),
        ({"what": "squat"}, "Only bedtime, sitting, release"),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_may_not_be_asked_is_said_on_the_page(
    settled: Person, method: str, changed: dict[str, str], why: str
) -> None:
    response = getattr(settled.client, method)(START, {**ASKED, **changed})
    assert response.status_code == 422
    assert why in response.content.decode()
    assert now(settled).running is None


def test_registered_shown_on_today_from_its_first_day_and_ended_by_the_lifter(settled: Person) -> None:
    assert settled.client.post(START, ASKED).status_code == 302
    running = now(settled).running
    assert running is not None
    assert running.design.seed == 4242
    found = page(settled)
    for words in ("It begins on", "As registered", "4242", "Nothing is said of the result before the end"):
        assert words in found
    assert settled.client.post(START, ASKED).status_code == 422
    assert settled.client.post(f"{PLACE}stop/").status_code == 302
    assert now(settled).running is None
    assert settled.client.post(f"{PLACE}stop/").status_code == 422


def test_a_running_one_shows_the_periods_so_far_and_none_to_come(owner: Person, tmp_path: Path) -> None:
    lived(owner, tmp_path, [1] * 17, 7, 8)
    running = now(owner).running
    assert running is not None
    assert [one.period for one in running.periods] == [1, 2, 3]
    found = page(owner)
    assert len(re.findall(r"Pair \d: ", found)) == 3
    assert "Experiment, day 16 of 112" in found
    assert "could be anywhere" not in found
    assert "Experiment, day 16 of 112" in page(owner, "/")


def test_an_ended_one_is_told_whole_with_its_picture(owner: Person, tmp_path: Path) -> None:
    lived(owner, tmp_path, [at % 3 for at in range(16)], 1, 7)
    (one,) = now(owner).ended
    found = page(owner)
    for words in (
        "is earlier better?",
        "could be anywhere from",
        "14 planned, 14 begun, 14 finished",
        "the end",
    ):
        assert words in found
    day = date.fromordinal(one.design.registered).isoformat()
    spec = owner.client.get(f"{PLACE}{day}.json", {"theme": "dark", "width": "320"})
    assert len(spec.json()["spec"]["datasets"]["pairs"]) == 7
    drawn = owner.client.get(f"{PLACE}{day}.svg")
    assert drawn.headers["Content-Type"] == "image/svg+xml"
    assert drawn.content.startswith(b"<svg")
    assert owner.client.get(f"{PLACE}2020-01-01.svg").status_code == 404


def test_an_end_without_a_pair_has_words_and_no_picture(owner: Person, tmp_path: Path) -> None:
    lived(owner, tmp_path, [1, 1, 6, 1], 7, 8)
    (one,) = now(owner).ended
    assert one.exact is None
    found = page(owner)
    assert "No pair has a morning on both sides" in found
    assert "data-picture" not in found
    day = date.fromordinal(one.design.registered).isoformat()
    assert owner.client.get(f"{PLACE}{day}.json").status_code == 404
