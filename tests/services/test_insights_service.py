"""What the diary can say, from the store; and the question that is declared first."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from long_diary import long_diary
from underbar.diary.records import Checkin, Note
from underbar.protocol import engine
from underbar.services.diary_log import add_record
from underbar.services.errors import RuleFailure, ServiceError
from underbar.services.importing import import_files
from underbar.services.insights import Insights, as_dict, declare, insights
from underbar.settings import Settings

NOW = datetime(2026, 11, 28, 12).astimezone()
TODAY = date(2026, 11, 28)


def bring(text: str, folder: Path) -> None:
    path = folder / "some.diary"
    path.write_text(text, encoding="utf-8")
    (done,) = import_files([path], instant=NOW)
    assert done.refused is None, done


def verdicts(found: Insights) -> dict[str, str]:
    return {name: answer.verdict for name, answer in found.answers.items()}


def test_an_empty_diary_has_answers_that_say_too_little(database: Settings) -> None:
    found = insights(NOW)
    assert set(verdicts(found).values()) == {"too-little"}
    assert (found.first, found.open, found.today) == ("sleep", True, TODAY)
    assert found.sides == ()
    assert as_dict(found, None)["signs"]["flares"] == 0


def test_a_link_that_is_in_the_diary_is_found_at_a_look(database: Settings, tmp_path: Path) -> None:
    bring(long_diary(420, TODAY, link=1.6), tmp_path)
    found = insights(NOW)
    assert found.answers["sleep"].verdict in ("leaning", "consistent")
    assert found.answers["sleep"].first
    assert found.answers["release"].verdict == found.answers["sitting"].verdict == "cannot-tell"
    assert found.signs.flares > 5
    assert len(found.described.injections) == 2
    assert [series.target for series in found.sides if series.measure == "test"] == ["left"]


def test_it_is_read_once_until_the_diary_changes(database: Settings, tmp_path: Path) -> None:
    bring(long_diary(60, TODAY), tmp_path)
    found = insights(NOW)
    assert insights(NOW) is found
    add_record(Note("a word"), instant=NOW)
    again = insights(NOW)
    assert again is not found
    assert verdicts(again) == verdicts(found)
    add_record(Checkin(ache=0, sleep=27000), instant=NOW)
    assert insights(NOW).answers["sleep"].mornings == found.answers["sleep"].mornings


def test_the_question_is_the_lifters_choice_until_the_first_look(database: Settings, tmp_path: Path) -> None:
    bring(long_diary(60, TODAY), tmp_path)
    (entry,) = declare("release", NOW).entries
    assert entry.day == TODAY
    assert insights(NOW).first == "release"
    assert insights(NOW).answers["release"].first
    assert declare("release", NOW).entries == ()
    (second,) = declare("sitting", NOW).entries
    assert second.supersedes == entry.id
    assert insights(NOW).first == "sitting"


def test_after_a_look_a_choice_is_no_choice(database: Settings, tmp_path: Path) -> None:
    bring(long_diary(120, TODAY), tmp_path)
    assert not insights(NOW).open
    with pytest.raises(ServiceError, match="a choice made after looking is no choice"):
        declare("release", NOW)
    # One that is written all the same is kept, and does not count.
    bring(f"{TODAY} question release\n", tmp_path)
    assert insights(NOW).first == "sleep"
    bring("2026-08-05 question sitting\n", tmp_path)
    assert insights(NOW).first == "sitting"


def test_there_are_three_questions(database: Settings) -> None:
    with pytest.raises(ServiceError, match="three questions"):
        declare("load", NOW)


def test_a_rule_that_raises_gives_no_findings(
    database: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise engine.RuleFailed(TODAY, ZeroDivisionError("planted"))

    bring(f"{TODAY} checkin ache 0\n", tmp_path)
    monkeypatch.setattr(engine, "advance", broken)
    with pytest.raises(RuleFailure, match="A rule failed"):
        insights(NOW)
