"""The pages of the findings: what a new diary and a long one show, and whose they are."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from devices import Device
from people import Person

from long_diary import long_diary
from underbar.protocol import engine
from underbar.services import forecast
from underbar.services.database import acting_for
from underbar.services.history import lifters_today
from underbar.services.insights import as_dict, insights
from underbar.wording import en_answers, en_findings, en_forecast

QUESTIONS = ("sleep", "release", "sitting")
PAGES = (*QUESTIONS, "signs", "sides", "described")
PICTURES = (*QUESTIONS, "signs", "sides", "bar", "injections")


def today_of(person: Person) -> date:
    with acting_for(person.diary):
        return lifters_today().day


def page(person: Person, path: str) -> str:
    answer = person.client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return str(answer.content.decode())


def words_of(text: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", text)))


@pytest.fixture
def year(owner: Person, tmp_path: Path) -> Person:
    """The owner, with 420 mornings or so."""
    owner.bring(long_diary(420, today_of(owner)), tmp_path)
    return owner


def test_a_new_diary_is_told_what_will_be_here(owner: Person) -> None:
    told = words_of(page(owner, "/findings/"))
    assert en_findings.EMPTY in told
    for name in PAGES:
        text = page(owner, f"/findings/{name}/")
        assert "data-picture" not in text, name
        assert "None" not in words_of(text), name
    for picture in PICTURES:
        assert owner.client.get(f"/findings/pictures/{picture}.json").status_code == 404


def test_the_list_has_each_question_with_its_verdict_and_sentence(year: Person) -> None:
    told = words_of(page(year, "/findings/"))
    with acting_for(year.diary):
        found = insights()
    for answer in found.answers.values():
        assert en_answers.ASKS[answer.question] in told
        assert f"{en_answers.headline(answer)} {en_answers.summary(answer)}" in told
    assert told.count(en_answers.CHOSEN) == 1
    assert told.index(en_answers.ASKS["sleep"]) < told.index(en_answers.ASKS["release"])
    assert 'aria-current="page">Findings' in page(year, "/findings/")


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_scale_sentences_picture_reckoning_and_table(year: Person, name: str) -> None:
    text = page(year, f"/findings/{name}/")
    told = words_of(text)
    with acting_for(year.diary):
        answer = next(one for one in insights().answers.values() if one.question == name)
    (step,) = re.findall(r'<li aria-current="step">([^<]+)</li>', text)
    assert unescape(step) == en_answers.SCALE[answer.verdict]
    assert all(sentence in told for sentence in en_answers.paragraphs(answer))
    assert f'data-says="{en_answers.picture_text(answer)}"' in unescape(text)
    assert f"/findings/pictures/{name}.svg" in text.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "A regression of" in told
    rows = re.findall(r'<th scope="row">[^<]+</th><td>(\d+)</td><td>(\d+)</td>', text)
    assert sum(int(mornings) for mornings, _ in rows) == answer.mornings
    assert sum(int(ached) for _, ached in rows) == answer.low.ached + answer.high.ached


def test_every_picture_is_drawn_as_asked(year: Person) -> None:
    for picture in PICTURES:
        answer = year.client.get(f"/findings/pictures/{picture}.json", {"theme": "dark", "width": "340"})
        spec: dict[str, Any] = json.loads(answer.content, parse_constant=pytest.fail)["spec"]
        assert spec["config"]["background"] == "#161613", picture
        drawn = year.client.get(f"/findings/pictures/{picture}.svg", {"width": "340"})
        assert drawn["Content-Type"] == "image/svg+xml"
        assert b"<svg" in drawn.content
    assert year.client.get("/findings/pictures/load.json").status_code == 404


def test_what_is_counted_is_on_its_page(year: Person) -> None:
    assert "A flare began in" in words_of(page(year, "/findings/signs/"))
    assert "training target" in words_of(page(year, "/findings/sides/"))
    described = words_of(page(year, "/findings/described/"))
    assert described.count("No verdict is given here") == 3
    assert "prolotherapy" in described


def test_the_first_question_is_declared_once_and_not_after_a_look(owner: Person, tmp_path: Path) -> None:
    answer = owner.client.post("/findings/first/", {"question": "release"}, follow=True)
    told = words_of(answer.content.decode())
    assert en_findings.FROM_TOMORROW in told
    with acting_for(owner.diary):
        assert insights().first == "release"
    wrong = owner.client.post("/findings/first/", {"question": "load"})
    assert wrong.status_code == 422
    owner.bring(long_diary(130, today_of(owner)), tmp_path)
    assert "Declare it first" not in page(owner, "/findings/")
    late = owner.client.post("/findings/first/", {"question": "sitting"})
    assert late.status_code == 422
    assert en_answers.CLOSED in words_of(late.content.decode())
    assert owner.client.get("/findings/first/").status_code == 405


@pytest.fixture
def few_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forecasts of a few ways, so that a test has them at once."""
    monkeypatch.setattr(forecast, "prepare", partial(forecast.prepare, paths=6))


def test_the_forecast_is_asked_for_until_it_is_there(year: Person, few_ways: None) -> None:
    first = page(year, "/findings/forecast/")
    assert 'data-waiting="/findings/forecast/ready.json"' in first
    assert '<meta http-equiv="refresh"' in first.partition("</head>")[0]
    with acting_for(year.diary):
        (found,) = forecast.forecasts()
    assert year.client.get("/findings/forecast/ready.json").json() == {"ready": True}
    told = page(year, "/findings/forecast/")
    assert all(sentence in words_of(told) for sentence in en_forecast.sentences(found))
    assert "data-waiting" not in told
    assert year.client.get("/findings/pictures/forecast-deadlift.json").status_code == 200
    assert year.client.get("/findings/pictures/forecast-squat.svg").status_code == 404


def test_without_a_goal_there_is_no_forecast(owner: Person) -> None:
    with acting_for(owner.diary):
        assert forecast.forecasts() == ()
    assert en_forecast.NO_GOALS in words_of(page(owner, "/findings/forecast/"))


def test_the_api_has_what_the_command_prints(year: Person, few_ways: None) -> None:
    with acting_for(year.diary):
        expected = json.loads(json.dumps(as_dict(insights(), forecast.forecasts()), allow_nan=False))
    assert expected["forecast"][0]["lift"] == "deadlift"
    assert Device(year).get("/api/insights").json() == expected


def test_another_lifter_sees_nothing_of_it(year: Person, stranger: Person) -> None:
    for name in ("", *(f"{one}/" for one in PAGES)):
        told = words_of(page(stranger, f"/findings/{name}"))
        assert "it could be anywhere from" not in told
        assert "prolotherapy" not in told
    for picture in PICTURES:
        assert stranger.client.get(f"/findings/pictures/{picture}.svg").status_code == 404
    assert Device(stranger).get("/api/insights").json()["questions"]["sleep"]["mornings"] == 0


def test_where_a_rule_failed_the_page_says_so_and_makes_nothing_up(
    year: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise engine.RuleFailed(date(2026, 1, 5), ZeroDivisionError("planted"))

    monkeypatch.setattr(engine, "advance", broken)
    for name in ("", *(f"{one}/" for one in PAGES)):
        answer = year.client.get(f"/findings/{name}")
        assert answer.status_code == 500, name
        assert "A rule failed" in answer.content.decode()
    assert Device(year).get("/api/insights").status_code == 409
