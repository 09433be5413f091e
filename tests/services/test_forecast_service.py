"""The forecast in the background: begun once, kept until the diary changes, never of another diary."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import UTC, datetime
from typing import Any

import pytest

from underbar.diary.diary import Diary
from underbar.diary.notation import parse_bytes
from underbar.insights.forecast import prepare, walks
from underbar.insights.observed import read
from underbar.protocol.document import load
from underbar.protocol.engine import RuleFailed
from underbar.services import accounts, forecast
from underbar.services.database import acting_for
from underbar.services.diary_log import add_lines
from underbar.services.errors import RuleFailure
from underbar.services.sample import SAMPLE
from underbar.settings import Settings

AT = datetime(2026, 3, 22, 12, tzinfo=UTC)
GOAL = "goal deadlift target 315lb best 405lb"


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Future[Any]]:
    """Every job that was begun, none of which ends before the test says so."""
    found: list[Future[Any]] = []

    class Held:
        def submit(self, *_: Any) -> Future[Any]:
            found.append(Future())
            return found[-1]

    monkeypatch.setattr(forecast, "_thread", Held)
    return found


def test_it_is_begun_once_and_told_when_it_is_there(database: Settings, begun: list[Future[Any]]) -> None:
    add_lines(GOAL, AT)
    assert forecast.forecasts_if_ready(AT) is None
    assert forecast.forecasts_if_ready(AT) is None
    assert len(begun) == 1
    begun[0].set_result(("it",))
    assert forecast.forecasts_if_ready(AT) == forecast.forecasts(AT) == ("it",)
    assert len(begun) == 1


def test_a_change_of_the_diary_begins_anew_and_lets_go_of_what_waits(
    database: Settings, begun: list[Future[Any]]
) -> None:
    add_lines(GOAL, AT)
    forecast.forecasts_if_ready(AT)
    add_lines("walk 20min", AT)
    assert forecast.forecasts_if_ready(AT) is None
    assert [job.cancelled() for job in begun] == [True, False]


def test_each_diary_has_its_own(database: Settings, begun: list[Future[Any]]) -> None:
    for number in (1, 2):
        with acting_for(accounts.diary_of(number)):
            forecast.forecasts_if_ready(AT)
    assert [job.cancelled() for job in begun] == [False, False]
    begun[0].set_result(("first",))
    with acting_for(accounts.diary_of(2)):
        assert forecast.forecasts_if_ready(AT) is None


def test_without_sessions_it_says_so_at_once(database: Settings) -> None:
    add_lines(GOAL, AT)
    (found,) = forecast.forecasts(AT)
    assert found.standing == "no-session"
    assert forecast.forecasts_if_ready(AT) == (found,)


def test_an_empty_diary_has_none(database: Settings) -> None:
    assert forecast.forecasts(AT) == ()


def test_processes_find_what_one_would() -> None:
    entries = parse_bytes(SAMPLE.read_bytes()).entries
    ready = prepare(
        load(), read(load(), Diary.of(entries), entries[-1].day), {}, paths=forecast.FEW + 1, horizon=21
    )
    shared = forecast.shared_out(ready)
    assert tuple(shared) == walks(ready, 0, forecast.FEW + 1)
    assert len({walk.loads["deadlift"] for walk in shared}) > 1


def test_a_rule_that_fails_is_said(database: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    add_lines(GOAL, AT)

    def fails(*_: Any) -> Any:
        raise RuleFailed(AT.date(), ZeroDivisionError("x"))

    monkeypatch.setattr(forecast, "summed", fails)
    with pytest.raises(RuleFailure, match="2026-03-22"):
        forecast.forecasts(AT)
